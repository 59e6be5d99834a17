//! The users selected in a customer's list, across pages and filters, until the customer is left.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::domain::UserNumber;
use crate::live::{Effect, Memo, RwSignal, Signal};

use super::navigation::Navigation;

/// The selected users of the current customer.
#[derive(Clone, Copy)]
pub struct Selection(RwSignal<BTreeSet<UserNumber>>);

impl Selection {
    pub(in crate::session) fn new() -> Self {
        Self(RwSignal::new(BTreeSet::new()))
    }

    /// Returns the selected users, in order of their numbers.
    pub fn users(self) -> Signal<BTreeSet<UserNumber>> {
        self.0.into()
    }

    /// Selects or deselects these users.
    pub fn set(self, users: impl IntoIterator<Item = UserNumber>, selected: bool) {
        self.0.update(|all| {
            if selected {
                // Merging sorted sets is faster than inserting each user.
                all.append(&mut users.into_iter().collect());
            } else {
                for number in users {
                    all.remove(&number);
                }
            }
        });
    }

    pub fn clear(self) {
        if !self.0.with_untracked(BTreeSet::is_empty) {
            self.0.update(BTreeSet::clear);
        }
    }

    /// Clears the selection when the customer is left.
    pub(in crate::session) fn watch(self, navigation: Navigation) {
        let customer = Memo::new(move |_| navigation.route().read().customer());
        let is_begun = Cell::new(false);
        Effect::new(move |_| {
            // Reads instead of tracking: a memo is not recomputed until it is read.
            let _ = customer.get();
            if is_begun.replace(true) {
                self.clear();
            }
        });
    }
}
