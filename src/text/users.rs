//! Sentences about resetting passwords and deleting users.

use super::language::Language;
use super::sentences::Sentences;

impl Sentences {
    /// Says who gets a new password, before their names.
    pub fn reset_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match (self.0, count) {
            (Language::English, 1) => "This user gets a new temporary password:".to_owned(),
            (Language::English, _) => format!("{users} get new temporary passwords:"),
            (Language::German, 1) => {
                "Dieser Benutzer erhält ein neues temporäres Kennwort:".to_owned()
            }
            (Language::German, _) => format!("{users} erhalten neue temporäre Kennwörter:"),
        }
    }

    /// Says what resetting the passwords means.
    pub fn reset_follows(self, count: usize) -> &'static str {
        match (self.0, count) {
            (Language::English, 1) => {
                "The old password stops working at once. The new one is shown once, on the next \
                 page; the user must \
                 change it at the next sign-in."
            }
            (Language::English, _) => {
                "The old passwords stop working at once. The new ones are shown once, on the next \
                 page; the users must \
                 change them at the next sign-in."
            }
            (Language::German, 1) => {
                "Das alte Kennwort gilt ab sofort nicht mehr. Das neue wird einmal gezeigt, auf \
                 der nächsten Seite; der \
                 Benutzer muss es bei der nächsten Anmeldung ändern."
            }
            (Language::German, _) => {
                "Die alten Kennwörter gelten ab sofort nicht mehr. Die neuen werden einmal \
                 gezeigt, auf der nächsten \
                 Seite; die Benutzer müssen sie bei der nächsten Anmeldung ändern."
            }
        }
    }

    /// Says that some users got no new password because they had been deleted.
    pub fn not_reset(self, gone: usize, number: &str) -> String {
        let already = self.already_deleted(gone, number);
        let nothing = match (self.0, gone) {
            (Language::English, _) => "No new password was made there.",
            (Language::German, _) => "Ein neues Kennwort gibt es dort nicht.",
        };
        format!("{already} {nothing}")
    }

    /// Says who is deleted, before their names.
    pub fn delete_for(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match (self.0, count) {
            (Language::English, 1) => "This user is deleted:".to_owned(),
            (Language::English, _) => format!("{users} are deleted:"),
            (Language::German, 1) => "Dieser Benutzer wird gelöscht:".to_owned(),
            (Language::German, _) => format!("{users} werden gelöscht:"),
        }
    }

    /// Says what deleting means, and until when the users can be restored.
    pub fn delete_follows(self, count: usize, until: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => format!(
                "The user can no longer sign in and leaves the list. The account can be restored \
                 until {until}, with the \
                 licenses that are available then."
            ),
            (Language::English, _) => format!(
                "The users can no longer sign in and leave the list. The accounts can be restored \
                 until {until}, with \
                 the licenses that are available then."
            ),
            (Language::German, 1) => format!(
                "Der Benutzer kann sich nicht mehr anmelden und verschwindet aus der Liste. Das \
                 Konto lässt sich bis zum \
                 {until} wiederherstellen, mit den Lizenzen, die dann verfügbar sind."
            ),
            (Language::German, _) => format!(
                "Die Benutzer können sich nicht mehr anmelden und verschwinden aus der Liste. Die \
                 Konten lassen sich bis zum \
                 {until} wiederherstellen, mit den Lizenzen, die dann verfügbar sind."
            ),
        }
    }

    /// "Anna Berg deleted.", "12 users deleted."
    pub fn deleted(self, who: &str) -> String {
        format!("{who} {}", self.pick("deleted.", "gelöscht."))
    }

    /// Says that some users had been deleted before.
    pub fn already_deleted(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 user had already been deleted.".to_owned(),
            (Language::English, _) => format!("{number} users had already been deleted."),
            (Language::German, 1) => "1 Benutzer war schon gelöscht.".to_owned(),
            (Language::German, _) => format!("{number} Benutzer waren schon gelöscht."),
        }
    }

    /// Says that users were deleted while the question was open.
    pub fn deleted_meanwhile(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => {
                "1 user has been deleted meanwhile, for example in another tab.".to_owned()
            }
            (Language::English, _) => {
                format!("{number} users have been deleted meanwhile, for example in another tab.")
            }
            (Language::German, 1) => {
                "1 Benutzer wurde inzwischen gelöscht, vielleicht in einem anderen Tab.".to_owned()
            }
            (Language::German, _) => {
                format!(
                    "{number} Benutzer wurden inzwischen gelöscht, vielleicht in einem anderen Tab."
                )
            }
        }
    }
}
