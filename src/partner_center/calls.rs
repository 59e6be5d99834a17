//! From a change to its calls.

use super::call::Call;
use super::{account, users};
use crate::domain::{Customer, CustomerEvent, Event, UserId, UserNumber, Workspace};

/// The calls that are equivalent to a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calls {
    pub calls: Vec<Call>,
    /// How many more users need calls of the same kind.
    pub more_users: usize,
}

/// Returns the calls that are equivalent to a change, for at most `max_users` of its users.
///
/// There are none for what only the simulator does, for what the real service does by itself, and
/// for purged users. Users and the service plans that a change does not mention are taken as they
/// are now.
pub fn calls(workspace: &Workspace, event: &Event, max_users: usize) -> Calls {
    let Event::Customer(id, event) = event else {
        return Calls::default();
    };
    let Some(customer) = workspace.customer(*id) else {
        return Calls::default();
    };
    let mut collector = Collector {
        customer,
        users_left: max_users,
        calls: Calls::default(),
    };
    collector.add_event(event);
    collector.calls
}

struct Collector<'a> {
    customer: &'a Customer,
    users_left: usize,
    calls: Calls,
}

impl Collector<'_> {
    fn add_event(&mut self, event: &CustomerEvent) {
        let customer = self.customer;
        match event {
            CustomerEvent::UsersCreated { users } | CustomerEvent::UsersUploaded { users } => {
                for user in users {
                    self.add_user(user.number, |_| users::create(customer, user));
                }
            }
            CustomerEvent::UserEdited {
                user,
                details,
                before,
            } => self.add_user(*user, |id| users::edit(customer, id, details, before)),
            CustomerEvent::PasswordsReset { users } => {
                for number in users {
                    self.add_user(*number, |id| vec![users::reset_password(customer, id)]);
                }
            }
            CustomerEvent::UsersDeleted { users } => {
                for number in users {
                    self.add_user(*number, |id| vec![users::delete(customer, id)]);
                }
            }
            CustomerEvent::UsersRestored { users, renamed } => {
                for number in users.iter().flat_map(|restored| &restored.users) {
                    let name = renamed.iter().find(|(renamed, _)| renamed == number);
                    let name = name.map(|(_, name)| name);
                    self.add_user(*number, |id| users::restore(customer, id, name));
                }
            }
            CustomerEvent::LicensesChanged { changes } => {
                for change in changes {
                    for number in &change.users {
                        self.add_user(*number, |id| {
                            let user = (id, *number);
                            vec![users::change_licenses(customer, user, &change.update)]
                        });
                    }
                }
            }
            CustomerEvent::SubscriptionAdded { subscription } => {
                self.add(Some(account::order(customer, subscription)));
            }
            CustomerEvent::QuantityChanged {
                subscription,
                quantity,
            } => self.add(account::change_quantity(customer, *subscription, *quantity)),
            CustomerEvent::StatusChanged {
                subscription,
                status,
            } => self.add(account::change_status(customer, *subscription, *status)),
            CustomerEvent::CustomerEdited { details } => {
                self.add(Some(account::edit_customer(customer, details)));
            }
            // Only the simulator does this, or the real service does it by itself.
            CustomerEvent::UploadUndone { .. } | CustomerEvent::UsersPurged { .. } => {}
        }
    }

    /// Adds the calls for one user, unless the user was purged.
    fn add_user(&mut self, number: UserNumber, calls: impl FnOnce(UserId) -> Vec<Call>) {
        let Some(user) = self.customer.users.get_any(number) else {
            return;
        };
        match self.users_left.checked_sub(1) {
            Some(left) => {
                self.users_left = left;
                self.calls.calls.extend(calls(user.id));
            }
            None => self.calls.more_users += 1,
        }
    }

    fn add(&mut self, call: Option<Call>) {
        self.calls.calls.extend(call);
    }
}
