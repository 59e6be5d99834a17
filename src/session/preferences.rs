//! Choices for this browser rather than for the workspace: appearance, language, role, separator.

use serde::{Deserialize, Serialize};

use crate::domain::{PartnerRole, PartnerUser};
use crate::sheet::Separator;
use crate::text::Language;

/// The key of the stored preferences. `boot.js` reads it before the program is loaded.
pub const KEY: &str = "seatwork/preferences";

/// The user's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "StoredPreferences", into = "StoredPreferences")]
pub struct Preferences {
    pub theme: Theme,
    /// The chosen language, or `None` for the browser's.
    pub language: Option<Language>,
    pub role: PartnerRole,
    pub separator: ExportSeparator,
    /// Whether the panel beside the work is collapsed.
    pub collapsed: bool,
    /// Whether the first visit is over, in which it says what this is.
    pub welcomed: bool,
    /// Whether it is shown to others: larger, with presses and keys.
    pub present: bool,
}

/// The stored form. It ignores unknown codes and fields, so that they never lose a known choice.
#[derive(Serialize, Deserialize)]
struct StoredPreferences {
    theme: Option<String>,
    language: Option<String>,
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    separator: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    collapsed: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    welcomed: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    present: bool,
}

/// Returns whether the value need not be stored.
const fn is_false(value: &bool) -> bool {
    !*value
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// In the order of the settings.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Returns the value of the `data-theme` attribute, or `None` for the system's theme.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// The separator in exported files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExportSeparator {
    /// What Excel expects in the language.
    #[default]
    ByLanguage,
    Always(Separator),
}

impl ExportSeparator {
    /// In the order of the settings.
    pub const ALL: [Self; 4] = [
        Self::ByLanguage,
        Self::Always(Separator::Comma),
        Self::Always(Separator::Semicolon),
        Self::Always(Separator::Tab),
    ];

    /// Returns the stored name, or `None` for the separator of the language.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::ByLanguage => None,
            Self::Always(Separator::Comma) => Some("comma"),
            Self::Always(Separator::Semicolon) => Some("semicolon"),
            Self::Always(Separator::Tab) => Some("tab"),
            Self::Always(Separator::Pipe) => Some("pipe"),
        }
    }

    /// Returns the choice with this code, or the default if there is none.
    pub fn from_code(code: Option<&str>) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|known| known.code() == code).unwrap_or_default()
    }

    /// Returns the separator in this language.
    pub const fn in_language(self, language: Language) -> Separator {
        match (self, language) {
            (Self::Always(separator), _) => separator,
            (Self::ByLanguage, Language::English) => Separator::Comma,
            (Self::ByLanguage, Language::German) => Separator::Semicolon,
        }
    }
}

impl From<StoredPreferences> for Preferences {
    fn from(stored: StoredPreferences) -> Self {
        let (theme, role) = (stored.theme.as_deref(), stored.role.as_deref());
        Self {
            theme: Theme::ALL
                .into_iter()
                .find(|known| known.code() == theme)
                .unwrap_or_default(),
            language: stored.language.as_deref().and_then(Language::from_tag),
            role: role.and_then(PartnerRole::from_code).unwrap_or_default(),
            separator: ExportSeparator::from_code(stored.separator.as_deref()),
            collapsed: stored.collapsed,
            welcomed: stored.welcomed,
            present: stored.present,
        }
    }
}

impl From<Preferences> for StoredPreferences {
    fn from(preferences: Preferences) -> Self {
        let language = preferences.language.map(Language::tag);
        Self {
            theme: preferences.theme.code().map(str::to_owned),
            language: language.map(str::to_owned),
            role: Some(preferences.role.code().to_owned()),
            separator: preferences.separator.code().map(str::to_owned),
            collapsed: preferences.collapsed,
            welcomed: preferences.welcomed,
            present: preferences.present,
        }
    }
}

impl Preferences {
    /// Returns the user with the chosen role.
    pub fn partner_user(self) -> PartnerUser {
        PartnerUser {
            name: "Robin Ahrens".to_owned(),
            role: self.role,
        }
    }
}
