//! What a restore gave back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::user::UserNumber;
use super::user_numbers;
use crate::domain::Sku;

/// Users who were restored with the licenses that they had held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restored {
    #[serde(with = "user_numbers")]
    pub users: BTreeSet<UserNumber>,
    /// The products that they did not get back.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without: BTreeSet<Sku>,
}
