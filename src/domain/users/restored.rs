//! Users who were restored.

use std::collections::BTreeSet;

use super::user::UserNumber;
use crate::domain::Sku;

/// Users who were restored with all licenses that they had held, except these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Who.
    pub users: BTreeSet<UserNumber>,
    /// The products that they did not get back.
    pub without: BTreeSet<Sku>,
}
