//! Sentences of making exercises: what is recorded, and what is missing.

use super::say::say;
use super::sentences::Sentences;
use super::words::{AuthoringWords, CourseWords};
use crate::training::{Absent, Bilingual, Lack, Part, Place, Target, TextOf, parts};

impl Sentences {
    /// "Recording – 3 changes".
    pub fn recording(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "Recording – 1 change", "Aufnahme – 1 Änderung"),
            _ => say!(self; "Recording – {number} changes", "Aufnahme – {number} Änderungen"),
        }
    }

    /// Says that a file of the site could not be packed.
    pub fn not_packed(self, name: &str) -> String {
        say!(self;
            "The package wasn't created: “{name}” couldn't be loaded from this site. This works \
             only where Seatwork is hosted with all its files, not from a single file on your \
             computer.",
            "Das Paket wurde nicht erstellt: „{name}“ konnte nicht von dieser Website geladen \
             werden. Das geht nur dort, wo Seatwork mit allen Dateien bereitsteht, nicht mit einer \
             einzelnen Datei auf Ihrem Computer."
        )
    }

    /// "2 exercises".
    pub fn exercises(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 exercise", "1 Übung"),
            _ => say!(self; "{number} exercises", "{number} Übungen"),
        }
    }

    /// Says what could not become part of an exercise.
    pub fn left_out(self, actions: &str) -> String {
        say!(self;
            "This can't be part of an exercise and was left out: {actions}.",
            "Das kann nicht Teil einer Übung sein und wurde weggelassen: {actions}."
        )
    }

    /// "Goal 2".
    pub fn goal_number(self, number: &str) -> String {
        say!(self; "Goal {number}", "Ziel {number}")
    }

    /// "Hint 1".
    pub fn hint_number(self, number: &str) -> String {
        say!(self; "Hint {number}", "Tipp {number}")
    }

    /// "Goal 2 stays reached, even if …".
    pub fn goal_once(self, goal: &str) -> String {
        say!(self;
            "{goal} stays reached, even if it's undone later",
            "{goal} bleibt erreicht, auch wenn es später rückgängig gemacht wird"
        )
    }

    /// "{save} is shown as “Save”." of the labels in a hint, or nothing where there is none.
    pub fn labels_in(self, hint: &Bilingual) -> String {
        let words = self.0.words();
        let mut shown: Vec<String> = Vec::new();
        for part in parts(&hint.en).chain(parts(&hint.de)) {
            let Part::Label(name) = part else { continue };
            let Some(label) = words.label(name) else {
                continue;
            };
            let label = say!(self; "{{{name}}} as “{label}”", "{{{name}}} als „{label}“");
            if !shown.contains(&label) {
                shown.push(label);
            }
        }
        let shown = shown.join(", ");
        match shown.is_empty() {
            true => shown,
            false => say!(self; "Trainees see {shown}.", "Die Lernenden sehen {shown}."),
        }
    }

    /// "Goal 1, Hint 2: “Show me” points at".
    pub fn points_at(self, hint: &str) -> String {
        let show = self.0.texts::<CourseWords>().show_me;
        say!(self; "{hint}: “{show}” points at", "{hint}: „{show}“ zeigt auf")
    }

    /// "Users and licenses – Button: Add user".
    pub fn target(self, target: &Target) -> String {
        let words = self.0.words();
        let texts = self.0.texts::<AuthoringWords>();
        let place = match target.on {
            Place::Menu => texts.menu_at_top,
            Place::Dashboard => words.dashboard,
            Place::Customers => words.customers,
            Place::CustomerMenu => texts.menu_of_customer,
            Place::Account => words.account,
            Place::Subscriptions => words.subscriptions,
            Place::Users => words.users_and_licenses,
            Place::AddUser if is_of_created_user(target) => texts.one_created,
            Place::AddUser => words.add_user,
            Place::User => texts.page_of_user,
            Place::ManageLicenses => texts.licenses_of_one,
            Place::ManageSelected => texts.licenses_of_selected,
            Place::LicensesUpdated => words.licenses_updated,
            Place::PasswordReset => words.password_reset,
            Place::DeletedUsers => words.deleted_users,
            Place::UsersRestored => words.users_restored,
            Place::UploadUsers => words.upload_users,
            Place::UsersUploaded => texts.several_created,
            Place::Activity => words.activity_log,
            Place::Workspace => words.workspace,
        };
        let name = words.label(&target.name).unwrap_or(&target.name);
        format!("{place} – {}", self.control(target.role, name))
    }

    /// "File 1".
    pub fn file_number(self, number: &str) -> String {
        say!(self; "File {number}", "Datei {number}")
    }

    /// "Up – Goal 2".
    pub fn button_for(self, label: &str, what: &str) -> String {
        format!("{label} – {what}")
    }

    /// "2 things missing".
    pub fn things_missing(self, count: usize, number: &str) -> String {
        match count {
            0 => self.pick("complete", "vollständig").to_owned(),
            1 => say!(self; "1 thing missing", "1 Angabe fehlt"),
            _ => say!(self; "{number} things missing", "{number} Angaben fehlen"),
        }
    }

    /// "Story: German is missing, English is shown instead."
    pub fn lack(self, lack: Lack, number: &dyn Fn(usize) -> String) -> String {
        let texts = self.0.texts::<AuthoringWords>();
        match lack {
            Lack::Exercises => self.pick("There's no exercise yet.", "Es gibt noch keine Übung."),
            Lack::Solution => self.pick(
                "The solution isn't recorded yet.",
                "Die Lösung ist noch nicht aufgenommen.",
            ),
            Lack::Goals => self.pick("There's no goal yet.", "Es gibt noch kein Ziel."),
            Lack::Text(of, absent) => {
                let label = match of {
                    TextOf::Title => texts.draft_title.to_owned(),
                    TextOf::About => texts.draft_about.to_owned(),
                    TextOf::Story => texts.draft_story.to_owned(),
                    TextOf::Goal(at) => self.goal_number(&number(at + 1)),
                    TextOf::Hint(at, hint) => format!(
                        "{}, {}",
                        self.goal_number(&number(at + 1)),
                        self.hint_number(&number(hint + 1))
                    ),
                };
                return self.text_absent(&label, absent, lack.is_blocking());
            }
        }
        .to_owned()
    }

    fn text_absent(self, label: &str, absent: Absent, is_blocking: bool) -> String {
        match (absent, is_blocking) {
            (Absent::Both, true) => say!(self; "{label}: no text.", "{label}: kein Text."),
            (Absent::Both, false) => say!(self;
                "{label}: no text, so it's left out.",
                "{label}: kein Text. Das wird weggelassen."
            ),
            (Absent::German, _) => say!(self;
                "{label}: German is missing. The English text is shown instead.",
                "{label}: Deutsch fehlt. Stattdessen wird der englische Text gezeigt."
            ),
            (Absent::English, _) => say!(self;
                "{label}: English is missing. The German text is shown instead.",
                "{label}: Englisch fehlt. Stattdessen wird der deutsche Text gezeigt."
            ),
        }
    }
}

/// Returns whether a control of the place for adding a user is on the page after it.
fn is_of_created_user(target: &Target) -> bool {
    const AFTERWARDS: [&str; 4] = ["add_another", "copy", "download", "print"];
    AFTERWARDS.contains(&target.name.as_str())
}
