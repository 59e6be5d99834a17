//! Sentences about resetting passwords and deleting users.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    pub fn reset_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match count {
            1 => say!(self;
                "This user gets a new temporary password:",
                "Dieser Benutzer erhält ein neues temporäres Kennwort:"
            ),
            _ => say!(self;
                "{users} get new temporary passwords:",
                "{users} erhalten neue temporäre Kennwörter:"
            ),
        }
    }

    pub fn reset_follows(self, count: usize) -> &'static str {
        match count {
            1 => self.pick(
                "The old password stops working at once. The new one is shown once, on the next \
                 page; the user must change it at the next sign-in.",
                "Das alte Kennwort gilt ab sofort nicht mehr. Das neue wird einmal gezeigt, auf \
                 der nächsten Seite; der Benutzer muss es bei der nächsten Anmeldung ändern.",
            ),
            _ => self.pick(
                "The old passwords stop working at once. The new ones are shown once, on the next \
                 page; the users must change them at the next sign-in.",
                "Die alten Kennwörter gelten ab sofort nicht mehr. Die neuen werden einmal \
                 gezeigt, auf der nächsten Seite; die Benutzer müssen sie bei der nächsten \
                 Anmeldung ändern.",
            ),
        }
    }

    pub fn not_reset(self, gone: usize, number: &str) -> String {
        let already = self.already_deleted(gone, number);
        say!(self;
            "{already} No new password was made there.",
            "{already} Ein neues Kennwort gibt es dort nicht."
        )
    }

    pub fn delete_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match count {
            1 => say!(self; "This user is deleted:", "Dieser Benutzer wird gelöscht:"),
            _ => say!(self; "{users} are deleted:", "{users} werden gelöscht:"),
        }
    }

    pub fn delete_follows(self, count: usize, until: &str) -> String {
        match count {
            1 => say!(self;
                "The user can no longer sign in and leaves the list. The account can be restored \
                 until {until}, with the licenses that are available then.",
                "Der Benutzer kann sich nicht mehr anmelden und verschwindet aus der Liste. Das \
                 Konto lässt sich bis zum {until} wiederherstellen, mit den Lizenzen, die dann \
                 verfügbar sind."
            ),
            _ => say!(self;
                "The users can no longer sign in and leave the list. The accounts can be restored \
                 until {until}, with the licenses that are available then.",
                "Die Benutzer können sich nicht mehr anmelden und verschwinden aus der Liste. Die \
                 Konten lassen sich bis zum {until} wiederherstellen, mit den Lizenzen, die dann \
                 verfügbar sind."
            ),
        }
    }

    pub fn deleted(self, who: &str) -> String {
        say!(self; "{who} deleted.", "{who} gelöscht.")
    }

    pub fn already_deleted(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 user had already been deleted.", "1 Benutzer war schon gelöscht."),
            _ => say!(self;
                "{number} users had already been deleted.",
                "{number} Benutzer waren schon gelöscht."
            ),
        }
    }

    pub fn deleted_meanwhile(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "1 user has been deleted meanwhile, for example in another tab.",
                "1 Benutzer wurde inzwischen gelöscht, vielleicht in einem anderen Tab."
            ),
            _ => say!(self;
                "{number} users have been deleted meanwhile, for example in another tab.",
                "{number} Benutzer wurden inzwischen gelöscht, vielleicht in einem anderen Tab."
            ),
        }
    }
}
