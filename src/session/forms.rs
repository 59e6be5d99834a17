//! Unfinished work that outlives its screen: a form stays as it was while one buys more seats or changes the language.

use crate::live::{RwSignal, effect};

use super::Navigation;
use super::route::Route;
use crate::domain::{Credential, Customer, CustomerId, UserDraft};

/// The forms of this tab.
#[derive(Clone, Copy)]
pub struct Forms {
    /// "Add user".
    pub add_user: RwSignal<Option<AddUser>>,
    /// A user's page has changes that are not saved.
    pub editing: RwSignal<bool>,
}

/// The form "Add user" and the confirmation that follows it.
#[derive(Debug, Clone)]
pub struct AddUser {
    /// Whose users.
    pub customer: CustomerId,
    /// What is typed so far.
    pub draft: UserDraft,
    /// The display name was typed by hand and no longer follows first and last name.
    pub display_name_edited: bool,
    /// Saving was tried: from then on mistakes are shown.
    pub tried: bool,
    /// Users created one after the other, until the screen is left.
    pub created: Vec<Credential>,
    /// The confirmation is shown, not the form.
    pub confirming: bool,
    /// The sign-in details were e-mailed, printed, copied or downloaded since the last user was created.
    pub handed_over: bool,
}

impl AddUser {
    fn new(customer: &Customer) -> Self {
        Self {
            customer: customer.id,
            draft: UserDraft::new(customer),
            display_name_edited: false,
            tried: false,
            created: Vec::new(),
            confirming: false,
            handed_over: true,
        }
    }

    /// Has anything been typed or chosen?
    pub fn is_begun(&self, customer: &Customer) -> bool {
        self.draft != UserDraft::new(customer)
    }
}

impl Forms {
    pub(super) fn new() -> Self {
        Self {
            add_user: RwSignal::new(None),
            editing: RwSignal::new(false),
        }
    }

    /// The form "Add user" for this customer: the one that was begun, or a new one.
    pub fn open_add_user(self, customer: &Customer) {
        let is_open = self.add_user.with_untracked(|form| {
            form.as_ref()
                .is_some_and(|form| form.customer == customer.id)
        });
        if !is_open {
            self.add_user.set(Some(AddUser::new(customer)));
        }
    }

    /// Empties the form "Add user"; users created before it stay on the confirmation.
    pub fn clear_add_user(self, customer: &Customer) {
        self.add_user.update(|form| {
            let before = form.take();
            let created = before
                .as_ref()
                .map(|form| form.created.clone())
                .unwrap_or_default();
            let handed_over = before.is_none_or(|form| form.handed_over);
            *form = Some(AddUser {
                created,
                handed_over,
                ..AddUser::new(customer)
            });
        });
    }

    /// Are there temporary passwords that nobody has taken along yet?
    pub fn are_passwords_at_risk(self) -> bool {
        self.add_user
            .with(|form| form.as_ref().is_some_and(|form| !form.handed_over))
    }

    /// Keeps the guard in step with what would be lost, and wipes the passwords when their screen is left.
    pub(super) fn watch(self, navigation: Navigation) {
        effect(move || navigation.guard(self.are_passwords_at_risk() || self.editing.get()));
        effect(move || {
            let here = match navigation.route().get() {
                Route::AddUser(customer) => Some(customer),
                _ => None,
            };
            let left = self.add_user.with_untracked(|form| {
                form.as_ref()
                    .is_some_and(|form| !form.created.is_empty() && Some(form.customer) != here)
            });
            if left {
                self.add_user.set(None);
            }
        });
    }
}
