//! The page Workspace: the backup that was chosen, and the workspace before the present one.

use std::sync::Arc;

use crate::journal::{Backup, BadBackup};
use crate::live::RwSignal;

/// What the page Workspace knows.
#[derive(Clone, Copy)]
pub struct Replacement {
    /// The chosen backup, or why it cannot be restored.
    pub found: RwSignal<Option<Result<FoundBackup, BackupTrouble>>>,
    pub is_dragged_over: RwSignal<bool>,
    /// Whether a backup is being read or a workspace replaced.
    pub is_busy: RwSignal<bool>,
    /// Whether the workspace before the present one is kept.
    pub has_previous: RwSignal<bool>,
    /// Whether the browser has promised to keep what is stored, if it says.
    pub is_persistent: RwSignal<Option<bool>>,
    pub(in crate::session) has_asked: RwSignal<bool>,
    /// How often the workspace was replaced.
    pub(in crate::session) generation: RwSignal<u64>,
}

/// A backup that can be restored, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBackup {
    pub name: String,
    pub customers: usize,
    pub users: usize,
    /// Entries of its activity log.
    pub changes: usize,
    pub(in crate::session) backup: Arc<Backup>,
}

/// Why a file cannot be restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupTrouble {
    Several,
    Folder,
    NotReadable,
    Bad(BadBackup),
    /// The address is not this site's.
    Elsewhere,
    /// Nothing is at the address, or the network is off.
    NotFound,
}

impl Replacement {
    pub(in crate::session) fn new() -> Self {
        Self {
            found: RwSignal::new(None),
            is_dragged_over: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            has_previous: RwSignal::new(false),
            is_persistent: RwSignal::new(None),
            has_asked: RwSignal::new(false),
            generation: RwSignal::new(0),
        }
    }
}

impl FoundBackup {
    /// Returns the backup.
    pub fn backup(&self) -> &Arc<Backup> {
        &self.backup
    }
}
