//! Sentences about the clock.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    /// "7 days, 3 h 20 min".
    pub(super) fn span(self, days: i64, hours: i64, minutes: i64) -> String {
        let days = match days {
            1 => say!(self; "1 day", "1 Tag"),
            days => say!(self; "{days} days", "{days} Tage"),
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

    pub fn would_purge(self, days: u16, count: usize, number: &str) -> String {
        let days = self.days(days);
        match count {
            1 => say!(self;
                "{days}: 1 deleted user will be purged for good.",
                "{days}: 1 gelöschter Benutzer wird endgültig entfernt."
            ),
            _ => say!(self;
                "{days}: {number} deleted users will be purged for good.",
                "{days}: {number} gelöschte Benutzer werden endgültig entfernt."
            ),
        }
    }

    pub fn clock_advanced(self, moment: &str, purged: usize, number: &str) -> String {
        let text = say!(self;
            "The simulated time is now {moment}.",
            "Die simulierte Zeit ist jetzt {moment}."
        );
        match purged {
            0 => text,
            1 => say!(self;
                "{text} 1 deleted user can no longer be restored and was purged.",
                "{text} Nicht mehr wiederherstellbar und endgültig entfernt: {number} gelöschte \
                 Benutzer."
            ),
            _ => say!(self;
                "{text} {number} deleted users can no longer be restored and were purged.",
                "{text} Nicht mehr wiederherstellbar und endgültig entfernt: {number} gelöschte \
                 Benutzer."
            ),
        }
    }
}
