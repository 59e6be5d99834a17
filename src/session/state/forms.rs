//! Unfinished forms. They outlive their screens: people buy seats or change the language meanwhile.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::live::{Effect, Memo, RwSignal};

use super::navigation::Navigation;
use super::upload::Upload;
use crate::domain::{
    Credential, Customer, CustomerDetails, CustomerDraft, CustomerId, DetailsDraft, LicenseOutcome,
    LicenseUpdate, RestoreOutcome, UserDetails, UserDraft, UserId, UserNumber, user_numbers,
};
use crate::session::Notices;
use crate::session::address::route::Route;

/// The unfinished forms of this tab.
#[derive(Clone, Copy)]
pub struct Forms {
    pub add_user: RwSignal<Option<AddUser>>,
    /// Begun forms "Add user" of other customers.
    pub(in crate::session) aside: RwSignal<Vec<AddUser>>,
    pub licenses: RwSignal<Option<LicenseForm>>,
    pub results: RwSignal<Option<LicenseResults>>,
    pub upload: Upload,
    pub passwords: RwSignal<Option<Passwords>>,
    pub restored: RwSignal<Option<RestoreResults>>,
    /// Whether a user's page or a customer's account has unsaved changes.
    pub editing: RwSignal<bool>,
    /// The unsaved changes of a user's page, also while another tab has the user deleted.
    pub user_edit: RwSignal<Option<UserEdit>>,
    /// The unsaved changes of a customer's account.
    pub account_edit: RwSignal<Option<AccountEdit>>,
}

/// The unsaved changes of a user's page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UserEdit {
    pub customer: CustomerId,
    pub user: UserId,
    /// The stored details that the person has seen.
    pub seen: UserDetails,
    pub draft: DetailsDraft,
}

/// The unsaved changes of a customer's account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountEdit {
    pub customer: CustomerId,
    /// The stored details that the person has seen.
    pub seen: CustomerDetails,
    pub draft: CustomerDraft,
}

/// The form "Manage licenses".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LicenseForm {
    pub customer: CustomerId,
    /// The user from whose page it was opened, or `None` for the selected users.
    pub user: Option<UserId>,
    #[serde(with = "user_numbers")]
    pub users: BTreeSet<UserNumber>,
    pub update: LicenseUpdate,
    /// Whether saving was tried, after which mistakes are shown.
    pub tried: bool,
}

/// The results of the form "Manage licenses", until the next save or until the customer is left.
#[derive(Debug, Clone)]
pub struct LicenseResults {
    pub customer: CustomerId,
    /// The user from whose page the form was opened.
    pub user: Option<UserId>,
    pub outcomes: Vec<LicenseOutcome>,
}

/// New temporary passwords, shown once.
#[derive(Debug, Clone)]
pub struct Passwords {
    pub route: Route,
    /// The user from whose page they were reset, or `None` for the selected users.
    pub user: Option<UserId>,
    pub once: Vec<Credential>,
    /// Whether they were printed, copied or downloaded.
    pub handed_over: bool,
}

/// The results of restoring users, until the next restore or until the customer is left.
#[derive(Debug, Clone)]
pub struct RestoreResults {
    pub customer: CustomerId,
    pub outcomes: Vec<RestoreOutcome>,
    /// Whether other user names were asked for already. It is done only once by itself.
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

    /// Adds later results, which replace earlier ones.
    pub(in crate::session) fn add(&mut self, later: Vec<RestoreOutcome>) {
        let named: BTreeSet<UserNumber> = later
            .iter()
            .flat_map(|outcome| &outcome.users)
            .copied()
            .collect();
        for outcome in &mut self.outcomes {
            outcome.users.retain(|user| !named.contains(user));
        }
        self.outcomes.retain(|outcome| !outcome.users.is_empty());
        self.outcomes.extend(later);
    }
}

/// The form "Add user" and the confirmation that follows it, which is never stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AddUser {
    pub customer: CustomerId,
    pub draft: UserDraft,
    /// Whether the display name was typed by hand and no longer follows first and last name.
    pub display_name_edited: bool,
    pub tried: bool,
    /// The users created one after the other, until the screen is left.
    #[serde(skip)]
    pub created: Vec<Credential>,
    /// Whether the confirmation is shown instead of the form.
    #[serde(skip)]
    pub confirming: bool,
    /// Whether a user was created since the sign-in details were printed, copied or downloaded.
    #[serde(skip)]
    pub at_risk: bool,
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
            at_risk: false,
        }
    }

    /// Returns whether anything was typed or chosen that is not saved.
    pub fn is_begun(&self, customer: &Customer) -> bool {
        !self.confirming && self.draft != UserDraft::new(customer)
    }

    /// Forgets the users who were created, and so their passwords.
    fn forget_passwords(&mut self) {
        (self.created, self.at_risk) = (Vec::new(), false);
    }

    /// Returns whether there is anything in the form or on the confirmation.
    fn is_open(&self, customer: &Customer) -> bool {
        self.is_begun(customer) || !self.created.is_empty()
    }
}

impl Forms {
    pub(in crate::session) fn new() -> Self {
        Self {
            add_user: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            licenses: RwSignal::new(None),
            results: RwSignal::new(None),
            upload: Upload::new(),
            passwords: RwSignal::new(None),
            restored: RwSignal::new(None),
            editing: RwSignal::new(false),
            user_edit: RwSignal::new(None),
            account_edit: RwSignal::new(None),
        }
    }

    /// Opens the customer's unfinished form "Add user", or a new one. That of another customer is
    /// put aside.
    pub fn open_add_user(self, customer: &Customer) {
        let mut form = None;
        self.add_user.maybe_update(|open| {
            form = open.take();
            false
        });
        let mut aside = self.aside.get_untracked();
        aside.extend(form.filter(|form| form.customer != customer.id || form.is_open(customer)));
        let own = aside.iter().position(|form| form.customer == customer.id);
        let own = own.map(|at| aside.remove(at));
        self.aside.set(aside);
        self.add_user
            .set(Some(own.unwrap_or_else(|| AddUser::new(customer))));
    }

    /// Clears the form "Add user". Users created before stay on the confirmation.
    pub fn clear_add_user(self, customer: &Customer) {
        self.add_user.update(|form| {
            let fresh = AddUser::new(customer);
            *form = Some(match form.take() {
                None => fresh,
                Some(before) => AddUser {
                    created: before.created,
                    at_risk: before.at_risk,
                    ..fresh
                },
            });
        });
    }

    /// Returns the unfinished form "Manage licenses" for these users, or a new one.
    pub fn open_licenses(
        self,
        customer: CustomerId,
        user: Option<UserId>,
        users: BTreeSet<UserNumber>,
    ) {
        let is_open = self.licenses.with_untracked(|form| {
            form.as_ref().is_some_and(|form| {
                let is_same = (form.customer, form.user) == (customer, user) && form.users == users;
                is_same && !form.update.is_empty()
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

    /// Returns the route of the customer's unfinished form.
    pub fn waiting(self, customer: &Customer) -> Option<Route> {
        let licenses = self.licenses.with(|form| {
            let form = form.as_ref()?;
            let is_begun = !form.update.is_empty();
            let route = Route::ManageLicenses(form.customer, form.user);
            (form.customer == customer.id && is_begun).then_some(route)
        });
        let is_begun = |form: &AddUser| form.customer == customer.id && form.is_begun(customer);
        let add_user = self
            .add_user
            .with(|form| form.as_ref().is_some_and(is_begun))
            || self.aside.with(|aside| aside.iter().any(is_begun));
        licenses.or_else(|| add_user.then_some(Route::AddUser(customer.id)))
    }

    /// Discards the unfinished form of this route.
    pub fn discard(self, route: &Route) {
        match route {
            Route::AddUser(customer) => {
                clear_if(self.add_user, |form| form.customer == *customer);
                self.aside
                    .update(|aside| aside.retain(|form| form.customer != *customer));
            }
            _ => self.licenses.set(None),
        }
    }

    /// Discards what is about the users of a workspace that was replaced.
    pub(in crate::session) fn forget_users(self) {
        self.licenses.set(None);
        self.user_edit.set(None);
        self.account_edit.set(None);
    }

    /// Discards everything, since another workspace is opened.
    pub(in crate::session) fn clear(self) {
        self.forget_passwords();
        self.add_user.set(None);
        self.aside.set(Vec::new());
        self.results.set(None);
        self.restored.set(None);
        self.upload.clear();
        self.editing.set(false);
        self.forget_users();
    }

    /// Returns whether there are temporary passwords that nobody has handed over.
    pub fn are_passwords_at_risk(self) -> bool {
        let created = self.add_user;
        let created = created.with(|form| form.as_ref().is_some_and(|form| form.at_risk));
        let reset = self.passwords;
        created || reset.with(|form| form.as_ref().is_some_and(|form| !form.handed_over))
    }

    /// Wipes all passwords. The screens that showed them say that they are gone.
    pub(in crate::session) fn forget_passwords(self) {
        self.add_user
            .update(|form| form.iter_mut().for_each(AddUser::forget_passwords));
        self.aside
            .update(|aside| aside.iter_mut().for_each(AddUser::forget_passwords));
        self.passwords.set(None);
    }

    /// Guards against losing unsaved work, and wipes passwords when their screen is left.
    pub(in crate::session) fn watch(self, navigation: Navigation, notices: Notices) {
        Effect::new(move |_| {
            let is_at_risk = self.are_passwords_at_risk() || self.editing.get();
            navigation.guard(is_at_risk);
            // These are kept until the customer is left.
            navigation.guard_page(self.upload.is_at_risk());
        });
        Effect::new(move |_| {
            let here = match navigation.route().get() {
                Route::AddUser(customer) => Some(customer),
                _ => None,
            };
            let is_left = |form: &AddUser| !form.created.is_empty() && Some(form.customer) != here;
            clear_if(self.add_user, |form| is_left(form) && form.confirming);
            self.add_user.maybe_update(|form| match form {
                Some(form) if is_left(form) => {
                    form.forget_passwords();
                    true
                }
                _ => false,
            });
            let here = navigation.route().read();
            clear_if(self.passwords, |passwords| passwords.route != *here);
            clear_if(self.user_edit, |edit| {
                *here != Route::User(edit.customer, edit.user)
            });
            clear_if(self.account_edit, |edit| {
                *here != Route::Account(edit.customer)
            });
        });
        let customer = Memo::new(move |_| navigation.route().read().customer());
        Effect::new(move |_| {
            let here = customer.get();
            notices.clear_undoable();
            if self.upload.is_left(here) {
                self.upload.clear();
            }
            clear_if(self.licenses, |form| Some(form.customer) != here);
            clear_if(self.results, |results| Some(results.customer) != here);
            clear_if(self.restored, |results| Some(results.customer) != here);
        });
    }
}

/// Clears a form that has been left.
fn clear_if<T: Send + Sync + 'static>(form: RwSignal<Option<T>>, is_left: impl FnOnce(&T) -> bool) {
    if form.with_untracked(|form| form.as_ref().is_some_and(is_left)) {
        form.set(None);
    }
}
