//! Every word on the screen, in English and German.
//!
//! The tables in `words` hold the fixed texts, one row for both languages; the other modules build
//! sentences.

mod authoring;
mod characters;
mod clock;
mod course_mistakes;
mod dashboard;
mod detours;
mod exercise;
mod goals;
mod headlines;
mod language;
mod licenses;
mod log;
mod problems;
mod replay;
mod restore;
mod results;
mod say;
mod sentences;
mod sheet_file;
mod subscriptions;
mod training;
mod upload;
mod user_file;
mod users;
mod words;
mod workspace;

pub use language::Language;
pub use sentences::Sentences;
pub use words::{
    AuthoringWords, BesideWords, CallWords, CourseWords, DashboardWords, DetailsWords,
    LicenseWords, LogWords, OutcomeWords, PasswordWords, RestoreWords, ResultsWords,
    SubscriptionWords, TrainingWords, UploadWords, WordTable, Words, WorkspaceWords,
};
