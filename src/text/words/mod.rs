//! Texts that never vary. The labels are those of Partner Center's documentation, so that people
//! can follow it here.
//!
//! Each table is a type of its own: what only a part of the program says is loaded with that part.
//! [`Words`] and [`DashboardWords`] are always there.

mod authoring;
mod beside;
mod calls;
mod common;
mod courses;
mod dashboard;
mod details;
mod licenses;
mod log;
mod outcomes;
mod passwords;
mod restore;
mod results;
mod subscriptions;
mod table;
mod training;
mod upload;
mod workspace;

pub use authoring::AuthoringWords;
pub use beside::BesideWords;
pub use calls::CallWords;
pub use common::Words;
pub use courses::CourseWords;
pub use dashboard::DashboardWords;
pub use details::DetailsWords;
pub use licenses::LicenseWords;
pub use log::LogWords;
pub use outcomes::OutcomeWords;
pub use passwords::PasswordWords;
pub use restore::RestoreWords;
pub use results::ResultsWords;
pub use subscriptions::SubscriptionWords;
pub use table::WordTable;
pub use training::TrainingWords;
pub use upload::UploadWords;
pub use workspace::WorkspaceWords;

use super::language::Language;

impl Language {
    /// Returns the words that are always there.
    pub fn words(self) -> &'static Words {
        self.texts()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    type Rows = &'static [(&'static str, &'static str, &'static str)];

    const TABLES: [Rows; 17] = [
        AuthoringWords::ALL,
        BesideWords::ALL,
        CallWords::ALL,
        CourseWords::ALL,
        DashboardWords::ALL,
        DetailsWords::ALL,
        LicenseWords::ALL,
        LogWords::ALL,
        OutcomeWords::ALL,
        PasswordWords::ALL,
        RestoreWords::ALL,
        ResultsWords::ALL,
        SubscriptionWords::ALL,
        TrainingWords::ALL,
        UploadWords::ALL,
        Words::ALL,
        WorkspaceWords::ALL,
    ];

    fn all() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
        TABLES.into_iter().flatten()
    }

    #[test]
    fn every_table_is_tested() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/words");
        let files = std::fs::read_dir(folder).expect("the folder can be read");
        // This file has no table, nor the one that makes them.
        assert_eq!(files.count() - 2, TABLES.len());
    }

    #[test]
    fn no_name_stands_in_two_tables() {
        let names: BTreeSet<_> = all().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), all().count());
    }

    #[test]
    fn long_numbers_have_separators() {
        for (name, english, german) in all() {
            for word in [english, german] {
                // The name of an encoding, not a number.
                let word = word.replace("Windows-1252", "");
                let numbers = word.split(|c: char| !c.is_ascii_digit());
                let is_long = |digits: &&str| digits.len() > 3;
                // The end of time is a year.
                let is_year = *name == "too_late";
                assert!(
                    is_year || !numbers.into_iter().any(|digits| is_long(&digits)),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn no_word_is_empty_or_ends_in_space() {
        for (name, english, german) in all() {
            for word in [english, german] {
                assert!(!word.is_empty() && word.trim() == *word, "{name}: {word:?}");
            }
        }
    }
}
