//! Days as they are typed.

use chrono::{NaiveDate, NaiveTime};

use super::moment::Moment;
use crate::domain::ProblemKind;

/// Parses a day as a date field gives it, such as `2026-11-22`, and returns its beginning in UTC.
pub fn day(text: &str) -> Result<Moment, ProblemKind> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ProblemKind::Required);
    }
    text.parse()
        .ok()
        // Parsing also accepts signs, blanks and missing zeros.
        .filter(|date: &NaiveDate| date.to_string() == text)
        .map(|date| date.and_time(NaiveTime::MIN).and_utc())
        .ok_or(ProblemKind::NotADay)
}
