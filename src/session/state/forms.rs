//! Unfinished work that outlives its screen: a form stays as it was while one buys more seats or changes the language.

use std::collections::BTreeSet;

use crate::live::{Effect, Memo, RwSignal};

use super::navigation::Navigation;
use super::upload::Upload;
use crate::domain::{
    Credential, Customer, CustomerId, LicenseOutcome, LicenseUpdate, RestoreOutcome, UserDraft,
    UserId, UserNumber,
};
use crate::session::Notices;
use crate::session::address::route::Route;

/// The forms of this tab.
#[derive(Clone, Copy)]
pub struct Forms {
    /// "Add user".
    pub add_user: RwSignal<Option<AddUser>>,
    /// "Manage licenses".
    pub licenses: RwSignal<Option<LicenseForm>>,
    /// "Licenses updated": what came of the latest save.
    pub results: RwSignal<Option<LicenseResults>>,
    /// "Upload users": the file, until the customer is left.
    pub upload: Upload,
    /// "Passwords reset" and "Users created": the passwords, until the screen is left.
    pub passwords: RwSignal<Option<Passwords>>,
    /// "Users restored": what became of whom.
    pub restored: RwSignal<Option<RestoreResults>>,
    /// A user's page, or a customer's account, has changes that are not saved.
    pub editing: RwSignal<bool>,
}

/// The form "Manage licenses".
#[derive(Debug, Clone)]
pub struct LicenseForm {
    /// Whose users.
    pub customer: CustomerId,
    /// The one user from whose page it was opened; none for those selected in the list.
    pub user: Option<UserId>,
    /// The users that it is for.
    pub users: BTreeSet<UserNumber>,
    /// What is to be done.
    pub update: LicenseUpdate,
    /// Saving was tried: from then on mistakes are shown.
    pub tried: bool,
}

/// What came of saving the form "Manage licenses". Kept until the next save, or until the customer is left.
#[derive(Debug, Clone)]
pub struct LicenseResults {
    /// Whose users.
    pub customer: CustomerId,
    /// The one user from whose page the form was opened.
    pub user: Option<UserId>,
    /// What became of everybody.
    pub outcomes: Vec<LicenseOutcome>,
}

/// New temporary passwords, shown once.
#[derive(Debug, Clone)]
pub struct Passwords {
    /// The view that shows them.
    pub route: Route,
    /// The one user from whose page they were reset; none for those selected in the list.
    pub user: Option<UserId>,
    /// Names and passwords.
    pub once: Vec<Credential>,
    /// They were e-mailed, printed, copied or downloaded.
    pub handed_over: bool,
}

/// What became of deleted users who were to be restored. Kept until others are restored, or until the customer is left.
#[derive(Debug, Clone)]
pub struct RestoreResults {
    /// Whose users.
    pub customer: CustomerId,
    /// What became of everybody.
    pub outcomes: Vec<RestoreOutcome>,
    /// Other user names were asked for, for those who need one; from then on only when somebody wants to give one.
    pub asked: bool,
}

impl RestoreResults {
    pub(in crate::session) fn new(customer: CustomerId) -> Self {
        Self {
            customer,
            outcomes: Vec::new(),
            asked: false,
        }
    }

    /// What became of some of them, later than what is known so far.
    pub(in crate::session) fn add(&mut self, later: Vec<RestoreOutcome>) {
        let named: BTreeSet<UserNumber> =
            later.iter().flat_map(|one| &one.users).copied().collect();
        for outcome in &mut self.outcomes {
            outcome.users.retain(|user| !named.contains(user));
        }
        self.outcomes.retain(|outcome| !outcome.users.is_empty());
        self.outcomes.extend(later);
    }
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
    pub(in crate::session) fn new() -> Self {
        Self {
            add_user: RwSignal::new(None),
            licenses: RwSignal::new(None),
            results: RwSignal::new(None),
            upload: Upload::new(),
            passwords: RwSignal::new(None),
            restored: RwSignal::new(None),
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

    /// The form "Manage licenses" for these users: the one that was begun for them, or a new one.
    pub fn open_licenses(
        self,
        customer: CustomerId,
        user: Option<UserId>,
        users: BTreeSet<UserNumber>,
    ) {
        let is_open = self.licenses.with_untracked(|form| {
            form.as_ref().is_some_and(|form| {
                (form.customer, form.user) == (customer, user) && form.users == users
            })
        });
        if !is_open {
            self.licenses.set(Some(LicenseForm {
                customer,
                user,
                users,
                update: LicenseUpdate::default(),
                tried: false,
            }));
        }
    }

    /// Where an unfinished form of this customer waits, from which somebody went to buy more.
    pub fn waiting(self, customer: &Customer) -> Option<Route> {
        let licenses = self.licenses.with(|form| {
            let form = form.as_ref()?;
            let is_begun = !form.update.is_empty();
            let route = Route::ManageLicenses(form.customer, form.user);
            (form.customer == customer.id && is_begun).then_some(route)
        });
        let add_user = || {
            self.add_user.with(|form| {
                let form = form.as_ref()?;
                let is_begun = form.customer == customer.id && form.is_begun(customer);
                is_begun.then_some(Route::AddUser(customer.id))
            })
        };
        licenses.or_else(add_user)
    }

    /// Are there temporary passwords that nobody has taken along yet?
    pub fn are_passwords_at_risk(self) -> bool {
        let created = self.add_user;
        let created = created.with(|form| form.as_ref().is_some_and(|form| !form.handed_over));
        let reset = self.passwords;
        created || reset.with(|form| form.as_ref().is_some_and(|form| !form.handed_over))
    }

    /// Keeps the guard in step with what would be lost, and wipes the passwords when their screen is left.
    pub(in crate::session) fn watch(self, navigation: Navigation, notices: Notices) {
        Effect::new(move |_| {
            let is_at_risk = self.are_passwords_at_risk() || self.editing.get();
            navigation.guard(is_at_risk);
            // They are kept until the customer is left.
            navigation.guard_page(self.upload.is_at_risk());
        });
        Effect::new(move |_| {
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
            let here = navigation.route().read();
            let is_left = |shown: &Passwords| shown.route != *here;
            if self
                .passwords
                .with_untracked(|reset| reset.as_ref().is_some_and(is_left))
            {
                self.passwords.set(None);
            }
        });
        let customer = Memo::new(move |_| navigation.route().read().customer());
        Effect::new(move |_| {
            let here = customer.get();
            notices.clear_undoable();
            if self.upload.is_left(here) {
                self.upload.clear();
            }
            let is_left = |form: &LicenseForm| Some(form.customer) != here;
            if self
                .licenses
                .with_untracked(|form| form.as_ref().is_some_and(is_left))
            {
                self.licenses.set(None);
            }
            let is_left = |results: &LicenseResults| Some(results.customer) != here;
            if self
                .results
                .with_untracked(|results| results.as_ref().is_some_and(is_left))
            {
                self.results.set(None);
            }
            let is_left = |results: &RestoreResults| Some(results.customer) != here;
            if self
                .restored
                .with_untracked(|results| results.as_ref().is_some_and(is_left))
            {
                self.restored.set(None);
            }
        });
    }
}
