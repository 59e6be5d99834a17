//! Sentences about the clock.

use super::language::Language;
use super::sentences::Sentences;

impl Sentences {
    /// "7 days, 3 h 20 min".
    pub(super) fn span(self, days: i64, hours: i64, minutes: i64) -> String {
        let days = match (self.0, days) {
            (Language::English, 1) => "1 day".to_owned(),
            (Language::English, days) => format!("{days} days"),
            (Language::German, 1) => "1 Tag".to_owned(),
            (Language::German, days) => format!("{days} Tage"),
        };
        match (hours, minutes) {
            (0, 0) => days,
            _ => format!("{days}, {hours} h {minutes} min"),
        }
    }

    /// "7 days".
    pub fn days(self, days: u16) -> String {
        self.span(days.into(), 0, 0)
    }

    /// Says how many users are purged if the clock goes forward by these days.
    pub fn would_purge(self, days: u16, count: usize, number: &str) -> String {
        let days = self.days(days);
        match (self.0, count) {
            (Language::English, 1) => format!("{days}: 1 deleted user will be purged for good."),
            (Language::English, _) => {
                format!("{days}: {number} deleted users will be purged for good.")
            }
            (Language::German, 1) => {
                format!("{days}: 1 gelöschter Benutzer wird endgültig entfernt.")
            }
            (Language::German, _) => {
                format!("{days}: {number} gelöschte Benutzer werden endgültig entfernt.")
            }
        }
    }

    /// Says that the clock was put forward, and how many users were purged.
    pub fn clock_advanced(self, moment: &str, purged: usize, number: &str) -> String {
        let text = match self.0 {
            Language::English => format!("The simulated time is now {moment}."),
            Language::German => format!("Die simulierte Zeit ist jetzt {moment}."),
        };
        match (self.0, purged) {
            (_, 0) => text,
            (Language::English, 1) => {
                format!("{text} 1 deleted user can no longer be restored and was purged.")
            }
            (Language::English, _) => {
                format!("{text} {number} deleted users can no longer be restored and were purged.")
            }
            (Language::German, _) => format!(
                "{text} Nicht mehr wiederherstellbar und endgültig entfernt: {number} gelöschte \
                 Benutzer."
            ),
        }
    }
}
