//! What belongs to this browser rather than to the workspace: appearance, language, and the role the person acts in.

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

/// Where the person has chosen nothing.
const NOTHING_CHOSEN: &str = "-";

impl Preferences {
    /// The text to store: theme, language and role, with a space between them.
    pub fn write(self) -> String {
        let theme = self.theme.code().unwrap_or(NOTHING_CHOSEN);
        let language = self.language.map_or(NOTHING_CHOSEN, Language::tag);
        envelope::seal(&format!("{theme} {language} {}", self.role.code()))
    }

    /// The preferences in a stored text; as at the beginning where it cannot be read: nothing but habits is lost then.
    pub fn read(text: &str) -> Self {
        let mut words = envelope::open(text).unwrap_or_default().split(' ');
        let (theme, language, role) = (words.next(), words.next(), words.next());
        Self {
            theme: Theme::ALL
                .into_iter()
                .find(|one| one.code().is_some() && one.code() == theme)
                .unwrap_or_default(),
            language: language.and_then(Language::from_tag),
            role: role.and_then(PartnerRole::from_code).unwrap_or_default(),
        }
    }

    /// The person at the screen.
    pub fn partner_user(self) -> PartnerUser {
        PartnerUser {
            name: "Robin Ahrens".to_owned(),
            role: self.role,
        }
    }
}
