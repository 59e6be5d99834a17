//! Texts of one line.

use crate::domain::ProblemKind;

/// Trims a text and checks its length and that it has no control characters.
pub(super) fn line_of_text(text: &str, limit: usize) -> Result<&str, Vec<ProblemKind>> {
    let text = text.trim();
    let mut problems = Vec::new();
    // A text of few bytes has few characters: most need not be counted.
    if text.len() > limit {
        let length = text.chars().count();
        if length > limit {
            problems.push(ProblemKind::TooLong { length, limit });
        }
    }
    if text.chars().any(char::is_control) {
        problems.push(ProblemKind::ControlCharacter);
    }
    if problems.is_empty() {
        Ok(text)
    } else {
        Err(problems)
    }
}
