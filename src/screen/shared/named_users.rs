//! Users by number, in the order of their names.

use crate::browser::intl;
use crate::domain::{Customer, CustomerId, User, UserId, UserNumber};
use crate::session::Session;

/// A user in a list that is put together outside of the list of users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub number: UserNumber,
    /// Their display name – the last one known, if they are gone; empty if none is.
    pub name: String,
    /// What the list says of them: a position, whatever it stands for.
    pub tag: usize,
}

/// The users in the order of their display names.
pub fn in_order(
    session: Session,
    customer: CustomerId,
    users: &mut dyn Iterator<Item = (UserNumber, usize)>,
) -> Vec<Named> {
    let named = session.with_customer(customer, |customer| {
        let named = |(number, tag)| Named {
            number,
            name: find(customer, number)
                .map(|user| user.details.display_name.as_str().to_owned())
                .unwrap_or_default(),
            tag,
        };
        users.map(named).collect::<Vec<_>>()
    });
    let tag = session.words().language_tag;
    intl::sort_by_text(tag, named.unwrap_or_default(), |user| user.name.clone())
}

/// A user's name to sign in with, and, for an active one, the identifier.
pub fn user_name(
    session: Session,
    customer: CustomerId,
    number: UserNumber,
) -> (String, Option<UserId>) {
    let found = session.with_customer(customer, |customer| {
        let user_name =
            find(customer, number).map(|user| user.details.user_name.as_str().to_owned());
        let id = customer.users.get(number).map(|user| user.id);
        (user_name.unwrap_or_default(), id)
    });
    found.unwrap_or_default()
}

/// The user, active or deleted.
fn find(customer: &Customer, number: UserNumber) -> Option<&User> {
    let users = &customer.users;
    let deleted = || users.get_deleted(number).map(|deleted| &deleted.user);
    users.get(number).or_else(deleted)
}
