//! The native tests in one program, because linking many takes longer than running them.
//!
//! They use the public interface only.

mod account;
mod architecture;
mod calls;
mod catalogue;
mod clock;
mod creating;
mod customer_drafts;
mod deleting;
mod drafts;
mod editing;
mod filters;
mod goal_sentences;
mod journal;
mod license_sentences;
mod licenses;
mod listings;
mod lives;
mod log_listing;
mod moves;
mod names;
mod outcomes;
mod passwords;
mod preferences;
mod procedures;
mod properties;
mod resetting;
mod restore_sentences;
mod restoring;
mod results;
mod rights;
mod routes;
mod sample;
mod seats;
mod sentences;
mod sheets;
mod subscriptions;
mod support;
mod training;
mod upload;
mod uploading;
mod values;
