//! Every word on the screen, in English and German.
//!
//! [`words`] holds what never varies, one row for both languages; the other modules put sentences together.

mod accounts;
mod clock;
mod licenses;
mod log;
mod problems;
mod restoring;
mod sentences;
mod subscriptions;
mod upload;
mod uploading;
mod words;

pub use sentences::Sentences;
pub use words::Words;

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language's tag (BCP 47), as in the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag such as `de-AT`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The words of the language.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &words::ENGLISH,
            Self::German => &words::GERMAN,
        }
    }

    /// The sentences of the language.
    pub const fn sentences(self) -> Sentences {
        Sentences(self)
    }
}
