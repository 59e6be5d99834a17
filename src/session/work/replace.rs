//! Procedures of the page Workspace: backing up, restoring a backup, and beginning anew.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::{Done, Failure, Work};
use crate::browser::incoming::{self, Chosen, NotFetched, decode};
use crate::browser::storage::Disk;
use crate::browser::{clock, locks, storage};
use crate::domain::{Change, Command, CustomerCommand, Workspace};
use crate::journal::{BACKUP_LIMIT, Backup, BadBackup, Journal, NotSaved, StorageError};
use crate::later::later;
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::session::state::replacement::{BackupTrouble, FoundBackup};

later! { in saving:
    /// Stores the workspace as this tab has it.
    fn writing_again(session: Session) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(session.write_all_again())
    }
}

impl Session {
    /// Returns the content of a backup of the workspace.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn back_up(self) -> Result<String, Failure> {
        match self.locked(Work::BackUp).await? {
            Done::BackedUp(content) => Ok(content),
            _ => Err(Failure::NotSaved(NotSaved::Behind)),
        }
    }

    /// Reads a chosen backup and checks all of it.
    pub async fn read_backup(self, chosen: Chosen) {
        let page = self.replacement;
        page.found.set(None);
        page.is_busy.set(true);
        let found = self.found_in(chosen).await;
        page.is_busy.set(false);
        page.found.set(Some(found));
    }

    async fn found_in(self, chosen: Chosen) -> Result<FoundBackup, BackupTrouble> {
        let file = match chosen {
            Chosen::Several(_) => return Err(BackupTrouble::Several),
            Chosen::Folder => return Err(BackupTrouble::Folder),
            Chosen::File(file) => file,
        };
        if file.size() > BACKUP_LIMIT {
            return Err(BackupTrouble::Bad(BadBackup::TooLarge));
        }
        let bytes = file.read().await.map_err(|_| BackupTrouble::NotReadable)?;
        // Lets the browser show that the file is being read.
        clock::sleep(Duration::from_millis(20)).await;
        check(file.name(), &bytes).map_err(BackupTrouble::Bad)
    }

    /// Fetches a backup that lies beside the site and checks all of it.
    pub async fn read_prepared(self, url: String) {
        let page = self.replacement;
        page.found.set(None);
        page.is_busy.set(true);
        let fetched = incoming::fetch(&url, BACKUP_LIMIT).await;
        page.is_busy.set(false);
        page.found.set(Some(match fetched {
            Ok(bytes) => check(url, &bytes).map_err(BackupTrouble::Bad),
            Err(NotFetched::Elsewhere) => Err(BackupTrouble::Elsewhere),
            Err(NotFetched::TooLarge) => Err(BackupTrouble::Bad(BadBackup::TooLarge)),
            Err(NotFetched::NotFound) => Err(BackupTrouble::NotFound),
        }));
    }

    /// Replaces the workspace by a backup and keeps the one before until the next change.
    ///
    /// # Errors
    /// When it cannot be stored; nothing has changed then.
    pub async fn restore_backup(self, backup: Arc<Backup>) -> Result<(), Failure> {
        let replace = move |disk: &Disk| disk.replace(backup.texts()).map(|()| true);
        self.change_places(replace).await.map(drop)
    }

    /// Begins anew with the sample and keeps the workspace before until the next change.
    ///
    /// # Errors
    /// When it cannot be stored; nothing has changed then.
    pub async fn reset_workspace(self) -> Result<(), Failure> {
        let sample = Backup::of_sample(clock::now());
        let replace = move |disk: &Disk| disk.replace(sample?.texts()).map(|()| true);
        self.change_places(replace).await.map(drop)
    }

    /// Returns to the workspace before it was replaced.
    pub async fn go_back(self) {
        self.notices.clear_undoable();
        let words = self.words();
        match self.change_places(Disk::go_back).await {
            Ok(true) => self.notices.show_passing(Tone::Success, words.undone),
            // Another tab has changed something since.
            Ok(false) => self
                .notices
                .show_passing(Tone::Warning, words.nothing_to_undo),
            Err(failure) => {
                let text = self.sentences().not_undone(&self.reason(&failure));
                self.notices.show(Tone::Error, text);
            }
        }
    }

    /// Offers to store the workspace again, after what was stored is gone.
    pub(super) fn offer_to_write_again(self, text: &str) {
        self.notices.clear_write_again();
        self.notices
            .show_write_again(text, self.words().write_again);
    }

    /// Stores the workspace as this tab has it, after the site's data was cleared.
    pub async fn write_again(self) {
        match writing_again::call(self).await {
            Ok(written) => written.await,
            Err(_) => self.say_not_loaded(),
        }
    }

    async fn write_all_again(self) {
        let backup = self.journal.with_value(|journal| {
            self.workspace
                .with_untracked(|workspace| journal.from_memory(workspace))
        });
        // What the marks of the tabs say was stored is gone: waiting for them would be in vain.
        let written = locks::exclusive(async move {
            let disk = Disk::open(None)?;
            disk.mend()?;
            // Another tab may have been faster.
            if disk.is_gone()? {
                disk.replace(backup?.texts())?;
            }
            Ok(())
        });
        let written = written.await.unwrap_or(Err(StorageError::Blocked));
        self.notices.clear_write_again();
        match written {
            Ok(()) => {
                self.notices.clear_errors();
                self.follow().await;
                self.notices.show(Tone::Success, self.words().written_again);
            }
            Err(error) => self.say_not_saved(&NotSaved::Storage(error)),
        }
    }

    /// Asks the browser, once, to keep what is stored.
    pub(super) fn ask_to_persist(self) {
        let page = self.replacement;
        if !page.has_asked.get_untracked() {
            page.has_asked.set(true);
            spawn_local(async move {
                page.is_persistent.set(storage::ask_to_persist().await);
            });
        }
    }

    /// Looks up whether the browser has promised to keep what is stored.
    pub fn look_up_persistence(self) {
        let page = self.replacement;
        spawn_local(async move {
            page.is_persistent.set(storage::is_persistent().await);
        });
    }

    /// Changes which workspace is the present one. Returns whether it did.
    async fn change_places(
        self,
        change: impl FnOnce(&Disk) -> Result<bool, StorageError> + 'static,
    ) -> Result<bool, Failure> {
        let page = self.replacement;
        page.is_busy.set(true);
        let changed = self.locked(Work::Replace(Box::new(change))).await;
        page.is_busy.set(false);
        let changed = matches!(changed?, Done::Replaced(true));
        page.found.set(None);
        Ok(changed)
    }

    /// Stores a change. The workspace before the present one, which is kept until somebody changes
    /// that, gives way to it; when the change is refused, it is put back. Time changes nothing in
    /// this sense.
    pub(super) fn store(
        self,
        command: &Command,
        change: &Change,
        disk: &Disk,
        journal: &mut Journal<Disk>,
        workspace: &Workspace,
    ) -> Result<(), NotSaved> {
        let is_by_time = matches!(command, Command::Customer(_, CustomerCommand::PurgeUsers));
        if is_by_time || !self.replacement.has_previous.get_untracked() {
            return journal.append(change, workspace);
        }
        let previous = disk.take_previous().map_err(NotSaved::Storage)?;
        let stored = journal.append(change, workspace);
        if stored.is_err() {
            disk.put_back(&previous).map_err(NotSaved::Storage)?;
        }
        stored
    }

    /// Forgets what was about another workspace, if it was replaced meanwhile.
    pub(in crate::session) fn note_generation(self) {
        let page = self.replacement;
        let room = self.training.room.get_untracked();
        let Ok(disk) = Disk::open(room.attempt()) else {
            return;
        };
        let generation = disk.generation().unwrap_or(0);
        if page.generation.get_untracked() != generation {
            page.generation.set(generation);
            self.undo.clear();
            self.notices.clear_undoable();
            self.selection.clear();
            self.restoring.clear();
            self.forms.forget_users();
        }
        let has_previous = disk.has_previous().unwrap_or(false);
        if page.has_previous.get_untracked() != has_previous {
            page.has_previous.set(has_previous);
        }
    }
}

fn check(name: String, bytes: &[u8]) -> Result<FoundBackup, BadBackup> {
    let text = decode(bytes, "utf-8").ok_or(BadBackup::Foreign)?;
    let backup = Backup::read(&text)?;
    let (workspace, log) = backup.open(Disk::in_memory())?;
    let customers = workspace.customers();
    Ok(FoundBackup {
        name,
        customers: customers.len(),
        users: customers.map(|customer| customer.users.len()).sum(),
        changes: log.entries.len(),
        backup: Arc::new(backup),
    })
}
