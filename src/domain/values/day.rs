//! The workspace's clock: days as they are typed.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{Moment, ProblemKind};

/// The beginning of a day, UTC, written as a date field gives it: `2026-11-22`.
///
/// # Errors
/// Why it is no day.
pub fn day(text: &str) -> Result<Moment, ProblemKind> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ProblemKind::Required);
    }
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().unwrap_or_default();
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = (number(4), number(2), number(2));
    let date = year
        .and_then(|year| NaiveDate::from_ymd_opt(year.try_into().ok()?, month?, day?))
        .filter(|_| parts.next().is_none());
    date.map(|date| date.and_time(NaiveTime::MIN).and_utc())
        .ok_or(ProblemKind::NotADay)
}
