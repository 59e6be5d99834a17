//! What happened in an attempt, as far as checks look at it.

use std::collections::BTreeSet;

use super::Act;
use crate::domain::{
    Action, Customer, CustomerEvent, CustomerId, Event, UserName, UserNumber, Workspace,
};

/// One thing that happened in an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    pub what: Happening,
    /// The customer it was about, or `None` for the whole workspace.
    pub customer: Option<CustomerId>,
    /// The users it was about, by the user names that they had afterwards.
    pub users: Vec<UserName>,
}

/// The kind of a thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// A change, as the activity log names it.
    Changed(Action),
    Acted(Act),
}

impl Trace {
    /// Returns the trace of a change; `after` is the workspace after it.
    pub fn of_change(event: &Event, after: &Workspace) -> Self {
        let users = match event {
            Event::Customer(id, event) => {
                let customer = after.customer(*id);
                customer.map_or_else(Vec::new, |customer| names(customer, event))
            }
            Event::Workspace(_) => Vec::new(),
        };
        Self {
            what: Happening::Changed(event.action()),
            customer: event.customer(),
            users,
        }
    }

    /// Returns the trace of what a person did without changing anything.
    pub const fn of_act(act: Act, customer: Option<CustomerId>) -> Self {
        Self {
            what: Happening::Acted(act),
            customer,
            users: Vec::new(),
        }
    }

    /// Returns whether a person changed something, which time alone does not.
    pub fn is_change_by_person(&self) -> bool {
        matches!(self.what, Happening::Changed(action) if action != Action::PurgeUsers)
    }
}

/// Returns the user names of those whom the event is about. Purged users and those of an undone
/// upload have none any more.
fn names(customer: &Customer, event: &CustomerEvent) -> Vec<UserName> {
    let named = |numbers: &mut dyn Iterator<Item = UserNumber>| -> Vec<UserName> {
        let users = numbers.filter_map(|number| customer.users.get_any(number));
        users.map(|user| user.details.user_name.clone()).collect()
    };
    let of_set = |numbers: &BTreeSet<UserNumber>| named(&mut numbers.iter().copied());
    match event {
        CustomerEvent::UsersCreated { users } | CustomerEvent::UsersUploaded { users } => {
            named(&mut users.iter().map(|user| user.number))
        }
        CustomerEvent::UserEdited { user, .. } => named(&mut std::iter::once(*user)),
        CustomerEvent::UploadUndone { users }
        | CustomerEvent::PasswordsReset { users }
        | CustomerEvent::UsersDeleted { users }
        | CustomerEvent::UsersPurged { users } => of_set(users),
        CustomerEvent::UsersRestored { users, .. } => {
            named(&mut users.iter().flat_map(|group| group.users.iter().copied()))
        }
        CustomerEvent::LicensesChanged { changes } => named(
            &mut changes
                .iter()
                .flat_map(|change| change.users.iter().copied()),
        ),
        CustomerEvent::SubscriptionAdded { .. }
        | CustomerEvent::QuantityChanged { .. }
        | CustomerEvent::StatusChanged { .. }
        | CustomerEvent::CustomerEdited { .. } => Vec::new(),
    }
}
