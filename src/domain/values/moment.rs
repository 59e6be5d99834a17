//! Moments.

/// A moment in UTC, in which everything is kept and shown, as in Partner Center.
pub type Moment = chrono::DateTime<chrono::Utc>;
