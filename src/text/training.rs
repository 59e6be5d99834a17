//! What teaches, in words: the labels that procedures name, and what they point at.

use super::language::Language;
use super::say::say;
use super::sentences::Sentences;
use super::words::Words;
use crate::training::{Bilingual, Role};

/// Defines which words can be named as labels.
macro_rules! labels {
    ($($name:ident)*) => {
        impl Words {
            /// Returns the label with this name, if it is one that procedures and exercises may name.
            pub fn label(&self, name: &str) -> Option<&'static str> {
                match name {
                    $(stringify!($name) => Some(self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

labels! {
    activity_log add_another add_user advance advance_clock advance_to_date assign_and_revoke
    available_licenses back_to_form browse buy_more can_use change_quantity copy customers
    delete_user deleted_users display_name domain download download_results download_sample email
    export_log filter_unlicensed filter_users first_name last_name licenses licenses_updated
    location manage_licenses password_reset permissions print reset_password restore save
    search_users select_page settings subscriptions upload_info upload_users user_created user_name
    users users_and_licenses users_created users_restored validate view_plans
}

impl Language {
    /// Returns the text in this language, or in the other one where it is not translated.
    pub fn of(self, text: &Bilingual) -> &str {
        match self {
            Self::English => text.english_first(),
            Self::German => text.german_first(),
        }
    }

    /// Returns the text in this language, which is blank where it is not translated.
    pub const fn own(self, text: &Bilingual) -> &String {
        match self {
            Self::English => &text.en,
            Self::German => &text.de,
        }
    }

    /// Returns the text in this language, to be changed.
    pub const fn own_mut(self, text: &mut Bilingual) -> &mut String {
        match self {
            Self::English => &mut text.en,
            Self::German => &mut text.de,
        }
    }
}

impl Sentences {
    /// "Button: Add user".
    pub fn control(self, role: Role, name: &str) -> String {
        let role = match role {
            Role::Button | Role::File => self.pick("Button", "Schaltfläche"),
            Role::CheckBox => self.pick("Check box", "Kontrollkästchen"),
            Role::ComboBox => self.pick("List box", "Auswahlfeld"),
            Role::Form => self.pick("Form", "Formular"),
            Role::Group => self.pick("Group", "Gruppe"),
            Role::Link => self.pick("Link", "Link"),
            Role::SearchBox => self.pick("Search box", "Suchfeld"),
            Role::Table => self.pick("List", "Liste"),
            Role::TextBox => self.pick("Text box", "Textfeld"),
        };
        format!("{role}: {name}")
    }

    /// Says that an earlier step comes first, and at which control.
    pub fn step_first(self, step: usize, control: &str) -> String {
        say!(self; "Step {step} comes first. {control}", "Zuerst kommt Schritt {step}. {control}")
    }

    pub fn step(self, number: &str) -> String {
        say!(self; "step {number}", "Schritt {number}")
    }

    /// Says what is shown at the work, where, and how keys get there.
    pub fn beside_the_work(self, title: &str, is_below: bool, has_keys: bool) -> String {
        let mut text = if is_below {
            say!(self;
                "“{title}” is open below your work.",
                "„{title}“ ist unter Ihrer Arbeit geöffnet."
            )
        } else {
            say!(self;
                "“{title}” is open beside your work.",
                "„{title}“ ist neben Ihrer Arbeit geöffnet."
            )
        };
        if has_keys {
            text.push_str(self.pick(
                " F6 moves there and back.",
                " F6 wechselt dorthin und zurück.",
            ));
        }
        text
    }
}
