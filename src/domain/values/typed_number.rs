//! Numbers as they are typed.

use crate::domain::ProblemKind;

/// Parses a whole number: digits only, because `1.000` and `1e3` are ambiguous. Returns `None` for
/// other text and for numbers that are too large.
pub(in crate::domain) fn typed_number(text: &str) -> Result<Option<u32>, ProblemKind> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ProblemKind::Required);
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    Ok(is_number.then(|| text.parse().ok()).flatten())
}
