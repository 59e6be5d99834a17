//! Users sorted by display name, for lists other than the list of users.

use crate::browser::intl;
use crate::domain::{CustomerId, UserId, UserNumber};
use crate::session::Session;

/// A user with their display name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub number: UserNumber,
    /// The display name; empty if the user was purged.
    pub name: String,
    /// A position whose meaning is the caller's, such as the index of an outcome.
    pub tag: usize,
}

/// Returns the users sorted by display name, those of the same name as in the list of users.
pub fn in_order(
    session: Session,
    customer: CustomerId,
    users: &mut dyn Iterator<Item = (UserNumber, usize)>,
) -> Vec<Named> {
    let mut named = session.read_customer(customer, |customer| {
        let named = |(number, tag)| Named {
            number,
            name: customer
                .users
                .get_any(number)
                .map(|user| user.details.display_name.as_str().to_owned())
                .unwrap_or_default(),
            tag,
        };
        users.map(named).collect::<Vec<_>>()
    });
    named.sort_by_key(|user| user.number);
    let tag = session.words().language_tag;
    intl::sort_by_text(tag, named, |user| user.name.clone())
}

/// Returns a user's user name and, if active, their identifier.
pub fn user_name(
    session: Session,
    customer: CustomerId,
    number: UserNumber,
) -> (String, Option<UserId>) {
    session.read_customer(customer, |customer| {
        let user = customer.users.get_any(number);
        let user_name = user.map(|user| user.details.user_name.as_str().to_owned());
        let id = customer.users.get(number).map(|user| user.id);
        (user_name.unwrap_or_default(), id)
    })
}
