//! What the tab keeps when it is reloaded: unfinished forms and the selections, never passwords.

use std::collections::BTreeSet;

use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::browser::storage;
use crate::domain::{CustomerId, UserNumber, user_numbers};
use crate::later::{Unavailable, later};
use crate::session::Session;
use crate::session::address::scope::Scope;
use crate::session::state::forms::{AccountEdit, AddUser, LicenseForm, UserEdit};

/// The key in the storage of the tab.
const KEY: &str = "seatwork/tab";

/// What is kept. Another version's is dropped.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Of the workspace that it is about.
    generation: u64,
    /// The customer whose users are selected.
    customer: Option<CustomerId>,
    #[serde(with = "user_numbers")]
    selected: BTreeSet<UserNumber>,
    #[serde(with = "user_numbers")]
    restoring: BTreeSet<UserNumber>,
    add_user: Vec<AddUser>,
    licenses: Option<LicenseForm>,
    user_edit: Option<UserEdit>,
    account_edit: Option<AccountEdit>,
}

later! { in saving:
    /// Reads what this tab has kept of a workspace.
    fn reading(room: Scope) -> Option<Box<Kept>> {
        kept_of(room).map(Box::new)
    }

    /// Keeps something of a workspace for this tab.
    fn writing(room: Scope, kept: Box<Kept>) -> () {
        if let Some(key) = key(room) {
            storage::save_for_tab(&key, &kept);
        }
    }
}

/// Returns what this tab has kept of the person's own workspace.
///
/// # Errors
/// When the code that reads it could not be loaded.
pub async fn of_own() -> Result<Option<Box<Kept>>, Unavailable> {
    if storage::has_for_tab(KEY) {
        reading::call(Scope::Own).await
    } else {
        Ok(None)
    }
}

fn kept_of(room: Scope) -> Option<Kept> {
    storage::load_for_tab(&key(room)?)
}

impl Kept {
    /// Returns whether nothing is begun and nobody selected.
    fn is_empty(&self) -> bool {
        let forms = [
            self.licenses.is_none(),
            self.user_edit.is_none(),
            self.account_edit.is_none(),
        ];
        self.selected.is_empty()
            && self.restoring.is_empty()
            && self.add_user.is_empty()
            && forms == [true; 3]
    }
}

/// Returns the key of a workspace: each has its own, unless nothing can be changed in it.
fn key(room: Scope) -> Option<String> {
    match room {
        Scope::Own => Some(KEY.to_owned()),
        Scope::Attempt(attempt) => Some(format!("{KEY}/{attempt}")),
        Scope::Replay(..) => None,
    }
}

impl Session {
    /// Restores what this tab has kept of the workspace that is open.
    pub(in crate::session) fn restore_kept(self) {
        if let Some(kept) = kept_of(self.training.room.get_untracked()) {
            self.take_kept(kept);
        }
    }

    /// Restores what this tab has kept before it was reloaded.
    pub(in crate::session) fn take_kept(self, kept: Kept) {
        self.forms.aside.set(kept.add_user);
        if kept.generation != self.replacement.generation.get_untracked() {
            return;
        }
        let here = self.navigation.route().read_untracked().customer();
        if kept.customer == here {
            self.selection.set(kept.selected, true);
            self.restoring.set(kept.restoring, true);
        }
        self.forms.licenses.set(kept.licenses);
        self.forms.user_edit.set(kept.user_edit);
        self.forms.account_edit.set(kept.account_edit);
    }

    /// Keeps what is unfinished, and tracks it.
    pub(in crate::session) fn keep_for_tab(self) {
        let room = self.training.room.get();
        let kept = self.kept();
        // Before anybody has begun anything, nothing that writes it has to be loaded.
        if !kept.is_empty() || key(room).is_some_and(|key| storage::has_for_tab(&key)) {
            spawn_local(async move {
                // Without the code, whatever is unfinished stays on the screen.
                let _written = writing::call(room, Box::new(kept)).await;
            });
        }
    }

    fn kept(self) -> Kept {
        let forms = self.forms;
        let mut add_user = forms.aside.get();
        add_user.extend(forms.add_user.get().filter(|form| !form.confirming));
        Kept {
            generation: self.replacement.generation.get(),
            customer: self.navigation.route().read().customer(),
            selected: self.selection.users().get(),
            restoring: self.restoring.users().get(),
            add_user,
            licenses: forms.licenses.get(),
            user_edit: forms.user_edit.get(),
            account_edit: forms.account_edit.get(),
        }
    }
}
