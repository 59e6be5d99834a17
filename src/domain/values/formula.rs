//! Names that a spreadsheet would take for a formula.

/// Returns whether a spreadsheet could take a name for a formula that does something. A plus or
/// minus sign alone does not make one. Spreadsheets read full-width signs as well.
pub(super) fn is_formula(name: &str) -> bool {
    match name.chars().next() {
        Some('=' | '＝') => true,
        Some('+' | '-' | '@' | '＋' | '－' | '＠') => {
            name.contains(['(', '|', '!', '（', '｜', '！'])
        }
        _ => false,
    }
}
