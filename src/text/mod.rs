//! Every word on the screen, in English and German.
//!
//! [`words`] holds what never varies, one row for both languages; the other modules put sentences together.

mod accounts;
mod clock;
mod language;
mod licenses;
mod log;
mod problems;
mod restoring;
mod sentences;
mod subscriptions;
mod upload;
mod uploading;
mod words;

pub use language::Language;
pub use sentences::Sentences;
pub use words::Words;

impl Language {
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
