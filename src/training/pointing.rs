//! Texts in both languages, with the names of controls in them, and where a control is.

use serde::{Deserialize, Serialize};

use super::written::is_false;
use crate::domain::coded;

/// A text in both languages. `{add_user}` in it stands for that word of `text`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    pub en: String,
    pub de: String,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Plain(&'a str),
    /// The name of a word in `text`, which is the label of a control.
    Label(&'a str),
}

/// Splits a text at the `{labels}` in it.
pub fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    text.split('{').enumerate().flat_map(|(at, piece)| {
        let (label, plain) = match piece.split_once('}') {
            Some((label, plain)) if at > 0 => (Some(Part::Label(label)), plain),
            _ => (None, piece),
        };
        let plain = Some(Part::Plain(plain)).filter(|_| !plain.is_empty());
        label.into_iter().chain(plain)
    })
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
