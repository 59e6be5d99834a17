//! Texts in both languages, with the names of controls in them, and where a control is.

use std::iter;

use serde::{Deserialize, Serialize};

use super::written::is_false;
use crate::domain::coded;

/// A text in both languages. `{add_user}` in it stands for that word of `text`. A language in which
/// it is blank has no translation yet: the text in the other one is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub en: String,
    pub de: String,
}

impl Bilingual {
    /// Returns the English text, or the German one where there is no other.
    pub fn english_first(&self) -> &str {
        if self.en.trim().is_empty() {
            &self.de
        } else {
            &self.en
        }
    }

    /// Returns the German text, or the English one where there is no other.
    pub fn german_first(&self) -> &str {
        if self.de.trim().is_empty() {
            &self.en
        } else {
            &self.de
        }
    }

    /// Returns whether it says something else in each language.
    pub fn is_translated(&self) -> bool {
        self.english_first() != self.german_first()
    }
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Plain(&'a str),
    /// The name of a word in `text`, which is the label of a control.
    Label(&'a str),
}

/// Splits a text at the `{labels}` in it. Other braces are part of the text.
pub fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    iter::from_fn(move || {
        if let Some((label, after)) = split_label(rest) {
            rest = after;
            return Some(Part::Label(label));
        }
        let mut braces = rest.match_indices('{').map(|(at, _)| at);
        let is_label = |at: &usize| rest.get(*at..).and_then(split_label).is_some();
        let (plain, after) = rest.split_at(braces.find(is_label).unwrap_or(rest.len()));
        rest = after;
        (!plain.is_empty()).then_some(Part::Plain(plain))
    })
}

/// Returns the label at the start of a text, and what follows.
fn split_label(text: &str) -> Option<(&str, &str)> {
    let (label, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    let is_label = !label.is_empty() && label.bytes().all(is_letter);
    is_label.then_some((label, after))
}

coded! {
    /// A screen, whichever customer and user it shows.
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum Place {
        /// The menu above every screen.
        Menu = "menu",
        Dashboard = "dashboard",
        Customers = "customers",
        /// The menu of a customer, above each of their screens.
        CustomerMenu = "customer-menu",
        Account = "account",
        Subscriptions = "subscriptions",
        Users = "users",
        AddUser = "add-user",
        User = "user",
        /// The licenses of one user.
        ManageLicenses = "manage-licenses",
        /// The licenses of the selected users.
        ManageSelected = "manage-selected",
        LicensesUpdated = "licenses-updated",
        PasswordReset = "password-reset",
        DeletedUsers = "deleted-users",
        UsersRestored = "users-restored",
        UploadUsers = "upload-users",
        UsersUploaded = "users-uploaded",
        Activity = "activity",
        Workspace = "workspace",
    }
}

coded! {
    /// What a control is, as screen readers say it.
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum Role {
        Button = "button",
        CheckBox = "checkbox",
        /// A drop-down list.
        ComboBox = "combobox",
        /// The button that chooses a file.
        File = "file",
        Form = "form",
        Group = "group",
        Link = "link",
        SearchBox = "searchbox",
        Table = "table",
        TextBox = "textbox",
    }
}

impl Role {
    /// Returns whether whoever uses the control once is done with it; text, and the fields of a
    /// form or group, take longer.
    pub const fn is_done_at_once(self) -> bool {
        !matches!(
            self,
            Self::Form | Self::Group | Self::SearchBox | Self::TextBox
        )
    }

    /// Returns whether the control leads on by being pressed, as often as one likes.
    pub const fn is_pressed(self) -> bool {
        matches!(self, Self::Button | Self::File | Self::Link | Self::Table)
    }
}

/// A control on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub on: Place,
    pub role: Role,
    /// The name of the word in `text` that is the control's accessible name.
    pub name: String,
    /// Whether the control's name only begins with that word, as "Deleted users (3)" does.
    #[serde(default, skip_serializing_if = "is_false")]
    pub begins: bool,
}
