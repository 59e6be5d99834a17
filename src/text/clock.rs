//! Sentences about the clock.

use super::{Language, Sentences};

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

    /// "7 days": how far the clock is put forward at once.
    pub fn days(self, days: u16) -> String {
        self.span(days.into(), 0, 0)
    }

    /// The clock was put forward.
    pub fn clock_advanced(self, moment: &str, purged: usize) -> String {
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
                format!("{text} {purged} deleted users can no longer be restored and were purged.")
            }
            (Language::German, _) => format!(
                "{text} Nicht mehr wiederherstellbar und endgültig entfernt: {purged} gelöschte Benutzer."
            ),
        }
    }
}
