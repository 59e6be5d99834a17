//! The users selected in a customer's list, across pages, filters and orders, until the customer is left.

use std::collections::BTreeSet;

use crate::domain::UserNumber;
use crate::live::{Effect, Memo, RwSignal, Signal};

use super::navigation::Navigation;

/// The selected users of the customer whose screens are shown.
#[derive(Clone, Copy)]
pub struct Selection(RwSignal<BTreeSet<UserNumber>>);

impl Selection {
    pub(in crate::session) fn new() -> Self {
        Self(RwSignal::new(BTreeSet::new()))
    }

    /// Who is selected, in order of their numbers.
    pub fn users(self) -> Signal<BTreeSet<UserNumber>> {
        self.0.into()
    }

    /// Selects these users as well, or no longer.
    pub fn set(self, users: impl IntoIterator<Item = UserNumber>, selected: bool) {
        self.0.update(|all| {
            if selected {
                // Merges two sorted sets, which is quicker than one insertion for each user.
                all.append(&mut users.into_iter().collect());
            } else {
                for number in users {
                    all.remove(&number);
                }
            }
        });
    }

    /// Selects nobody.
    pub fn clear(self) {
        if !self.0.with_untracked(BTreeSet::is_empty) {
            self.0.update(BTreeSet::clear);
        }
    }

    /// Drops the selection when the customer is left.
    pub(in crate::session) fn watch(self, navigation: Navigation) {
        let customer = Memo::new(move |_| navigation.route().read().customer());
        Effect::new(move |_| {
            // Read, not only tracked: a memo that nobody reads does not follow what it is made of.
            let _ = customer.get();
            self.clear();
        });
    }
}
