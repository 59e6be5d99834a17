//! Sentences of the Dashboard and of the list of customers.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    /// "412 of 500", of seats.
    pub fn of_total(self, used: &str, total: &str) -> String {
        say!(self; "{used} of {total}", "{used} von {total}")
    }

    /// "412 of 500 seats", "1 of 1 seat".
    pub fn seats_of_total(self, used: &str, total: &str, count: u32) -> String {
        match count {
            1 => say!(self; "{used} of {total} seat", "{used} von {total} Platz"),
            _ => say!(self; "{used} of {total} seats", "{used} von {total} Plätzen"),
        }
    }

    /// "2 users, 1 day left".
    pub fn users_ending(self, count: usize, number: &str, days: u32) -> String {
        let users = self.users(count, number);
        match days {
            1 => say!(self; "{users}, 1 day left", "{users}, noch 1 Tag"),
            _ => say!(self; "{users}, {days} days left", "{users}, noch {days} Tage"),
        }
    }
}
