//! What belongs to this browser rather than to the workspace: appearance, language, and the role the person acts in.

use serde::{Deserialize, Serialize};

use crate::domain::{PartnerRole, PartnerUser};
use crate::journal::envelope;
use crate::text::Language;

/// The key they are stored under. `boot.js` reads theme and language from it before the program has arrived.
pub const KEY: &str = "seatwork/preferences";

/// The person's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// The chosen language; none for the browser's.
    pub language: Option<Language>,
    /// The role of the person at the screen.
    pub role: PartnerRole,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of the `data-theme` attribute; none for the system's.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    role: String,
}

impl Preferences {
    /// The text to store.
    pub fn write(self) -> String {
        let stored = Stored {
            theme: self.theme.code().map(str::to_owned),
            language: self.language.map(|language| language.tag().to_owned()),
            role: self.role.code().to_owned(),
        };
        envelope::seal(&serde_json::to_string(&stored).unwrap_or_default())
    }

    /// The preferences in a stored text; as at the beginning where it cannot be read: nothing but habits is lost then.
    pub fn read(text: &str) -> Self {
        let stored = envelope::open(text)
            .ok()
            .and_then(|content| serde_json::from_str::<Stored>(content).ok());
        stored.map_or_else(Self::default, |stored| Self {
            theme: Theme::ALL
                .into_iter()
                .find(|theme| theme.code() == stored.theme.as_deref())
                .unwrap_or_default(),
            language: stored.language.as_deref().and_then(Language::from_tag),
            role: PartnerRole::from_code(&stored.role).unwrap_or_default(),
        })
    }

    /// The person at the screen.
    pub fn partner_user(self) -> PartnerUser {
        PartnerUser {
            name: "Robin Ahrens".to_owned(),
            role: self.role,
        }
    }
}
