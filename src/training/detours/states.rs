//! What is compared.

use crate::domain::{Moment, Workspace};

/// The workspaces that are compared.
#[derive(Clone, Copy)]
pub struct States<'a> {
    /// Before anything was done.
    pub start: &'a Workspace,
    /// After the attempt.
    pub actual: &'a Workspace,
    /// After the reference solution.
    pub expected: &'a Workspace,
    /// The browser's time.
    pub clock: Moment,
}
