//! The activity log: what was done and to whom, in short.

use super::say::say;
use super::sentences::Sentences;
use crate::domain::Action;

impl Sentences {
    /// Returns what was done to one user, such as "Anna Jäger: password reset".
    pub fn done_to(self, action: Action, user: &str) -> String {
        let (english, german) = match action {
            Action::CreateUsers => ("created", "erstellt"),
            Action::UploadUsers => ("uploaded", "hochgeladen"),
            Action::EditUser => ("edited", "bearbeitet"),
            Action::ResetPasswords => ("password reset", "Kennwort zurückgesetzt"),
            Action::DeleteUsers => ("deleted", "gelöscht"),
            Action::RestoreUsers => ("restored", "wiederhergestellt"),
            Action::ChangeLicenses => ("licenses changed", "Lizenzen geändert"),
            _ => return self.action(action).to_owned(),
        };
        format!("{user}: {}", self.pick(english, german))
    }

    /// Returns what was done to several users, such as "10,000 users deleted".
    pub fn done_to_many(self, action: Action, count: &str) -> String {
        match action {
            Action::CreateUsers => say!(self; "{count} users created", "{count} Benutzer erstellt"),
            Action::UploadUsers => {
                say!(self; "{count} users uploaded", "{count} Benutzer hochgeladen")
            }
            Action::UndoUpload => say!(self;
                "Upload of {count} users undone",
                "Hochladen von {count} Benutzern rückgängig gemacht"
            ),
            Action::ResetPasswords => {
                say!(self; "{count} passwords reset", "{count} Kennwörter zurückgesetzt")
            }
            Action::DeleteUsers => say!(self; "{count} users deleted", "{count} Benutzer gelöscht"),
            Action::RestoreUsers => {
                say!(self; "{count} users restored", "{count} Benutzer wiederhergestellt")
            }
            Action::PurgeUsers => say!(self;
                "{count} deleted users purged",
                "{count} gelöschte Benutzer endgültig entfernt"
            ),
            Action::ChangeLicenses => say!(self;
                "Licenses of {count} users changed",
                "Lizenzen von {count} Benutzern geändert"
            ),
            _ => self.action(action).to_owned(),
        }
    }
}
