//! Sentences about resetting passwords and deleting users.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    pub fn reset_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match count {
            1 => say!(self;
                "This user will get a new temporary password:",
                "Dieser Benutzer erhält ein neues temporäres Kennwort:"
            ),
            _ => say!(self;
                "{users} will get new temporary passwords:",
                "{users} erhalten neue temporäre Kennwörter:"
            ),
        }
    }

    pub fn reset_follows(self, count: usize) -> &'static str {
        match count {
            1 => self.pick(
                "The old password stops working immediately. The new one is shown once, on the \
                 next page. The user must change it at the next sign-in.",
                "Das alte Kennwort gilt dann sofort nicht mehr. Das neue wird einmal angezeigt, \
                 auf der nächsten Seite. Der Benutzer muss es bei der nächsten Anmeldung ändern.",
            ),
            _ => self.pick(
                "The old passwords stop working immediately. The new ones are shown once, on the \
                 next page. The users must change them at the next sign-in.",
                "Die alten Kennwörter gelten dann sofort nicht mehr. Die neuen werden einmal \
                 angezeigt, auf der nächsten Seite. Die Benutzer müssen sie bei der nächsten \
                 Anmeldung ändern.",
            ),
        }
    }

    pub fn not_reset(self, gone: usize, number: &str) -> String {
        let already = self.already_deleted(gone, number);
        say!(self;
            "{already} No new password was created.",
            "{already} Es wurde kein neues Kennwort erstellt."
        )
    }

    pub fn delete_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match count {
            1 => say!(self; "This user will be deleted:", "Dieser Benutzer wird gelöscht:"),
            _ => say!(self; "{users} will be deleted:", "{users} werden gelöscht:"),
        }
    }

    pub fn delete_follows(self, count: usize, until: &str) -> String {
        match count {
            1 => say!(self;
                "The user will no longer be able to sign in. You can restore the account until \
                 {until}, with the licenses that are available then.",
                "Der Benutzer kann sich danach nicht mehr anmelden. Bis zum {until} lässt sich das \
                 Konto wiederherstellen, mit den Lizenzen, die dann verfügbar sind."
            ),
            _ => say!(self;
                "The users will no longer be able to sign in. You can restore the accounts until \
                 {until}, with the licenses that are available then.",
                "Die Benutzer können sich danach nicht mehr anmelden. Bis zum {until} lassen sich \
                 die Konten wiederherstellen, mit den Lizenzen, die dann verfügbar sind."
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
                "1 user was deleted in the meantime, perhaps in another tab.",
                "1 Benutzer wurde inzwischen gelöscht, vielleicht in einem anderen Tab."
            ),
            _ => say!(self;
                "{number} users were deleted in the meantime, perhaps in another tab.",
                "{number} Benutzer wurden inzwischen gelöscht, vielleicht in einem anderen Tab."
            ),
        }
    }
}
