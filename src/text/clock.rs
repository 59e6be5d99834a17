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

    pub fn time_will_be(self, moment: &str) -> String {
        say!(self;
            "The simulated time will be {moment}.",
            "Die simulierte Zeit ist dann {moment}."
        )
    }

    /// Says how many users of how many customers will be purged, given with the formatted numbers.
    pub fn will_purge(self, [users, customers]: [(usize, &str); 2]) -> String {
        let number = users.1;
        let of = match customers {
            (1, _) => say!(self; "1 customer", "1 Kunden"),
            (_, number) => say!(self; "{number} customers", "{number} Kunden"),
        };
        match users.0 {
            0 => say!(self;
                "No deleted users will be purged.",
                "Es werden keine gelöschten Benutzer endgültig entfernt."
            ),
            1 => say!(self;
                "1 deleted user of {of} will be purged.",
                "1 gelöschter Benutzer von {of} wird endgültig entfernt."
            ),
            _ => say!(self;
                "{number} deleted users of {of} will be purged.",
                "{number} gelöschte Benutzer von {of} werden endgültig entfernt."
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
                "{text} {number} gelöschter Benutzer lässt sich nicht mehr wiederherstellen und wurde \
                 endgültig entfernt."
            ),
            _ => say!(self;
                "{text} {number} deleted users can no longer be restored and were purged.",
                "{text} {number} gelöschte Benutzer lassen sich nicht mehr wiederherstellen und \
                 wurden endgültig entfernt."
            ),
        }
    }
}
