//! Sentences of replays: steps, and what was done.

use super::say::say;
use super::sentences::Sentences;
use crate::training::Act;

impl Sentences {
    /// "Step 3 of 7".
    pub fn step_of(self, step: &str, all: &str) -> String {
        say!(self; "Step {step} of {all}", "Schritt {step} von {all}")
    }

    /// "Attempt of Ann Lee".
    pub fn attempt_of(self, name: &str) -> String {
        say!(self; "Attempt of {name}", "Versuch von {name}")
    }

    /// "2 min 10 s after the beginning".
    pub fn since_beginning(self, seconds: u32) -> String {
        let time = self.time_span(seconds);
        say!(self; "{time} after the start", "{time} nach dem Start")
    }

    /// "Replay: Your first user".
    pub fn replay_of(self, title: &str) -> String {
        say!(self; "Replay: {title}", "Wiedergabe: {title}")
    }

    /// What a person did that changes nothing.
    pub fn act(self, act: Act) -> &'static str {
        let (english, german) = match act {
            Act::CredentialsDelivered => ("Passwords handed over", "Kennwörter übergeben"),
            Act::CredentialsPrinted => ("Sign-in details printed", "Anmeldedaten gedruckt"),
            Act::CredentialsCopied => ("Sign-in details copied", "Anmeldedaten kopiert"),
            Act::CredentialsDownloaded => {
                ("Sign-in details downloaded", "Anmeldedaten heruntergeladen")
            }
            Act::EmailDrafted => ("Email draft opened", "E-Mail-Entwurf geöffnet"),
            Act::Exported => ("List exported", "Liste exportiert"),
            Act::CustomersExported => ("Customers exported", "Kunden exportiert"),
            Act::UsersExported => ("Users exported", "Benutzer exportiert"),
            Act::SubscriptionsExported => ("Subscriptions exported", "Abonnements exportiert"),
            Act::LogExported => ("Activity log exported", "Aktivitätsprotokoll exportiert"),
            Act::Filtered => ("List of users filtered", "Liste der Benutzer gefiltert"),
            Act::Uploaded => ("File validated", "Datei geprüft"),
            Act::CallCopied => (
                "Call copied from the activity log",
                "Aufruf aus dem Aktivitätsprotokoll kopiert",
            ),
        };
        self.pick(english, german)
    }
}
