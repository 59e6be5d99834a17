//! An entry of the activity log in short.

use crate::domain::{Customer, UserNumber};
use crate::journal::LogEntry;
use crate::session::Session;

/// Returns what was done and to whom. Users have their present names.
pub fn headline(session: Session, entry: &LogEntry) -> String {
    let (sentences, action) = (session.sentences(), entry.action());
    let users = entry.users();
    let name = |number: UserNumber| {
        let user = |customer: &Customer| {
            let user = customer.users.get_any(number);
            user.map(|user| user.details.display_name.as_str().to_owned())
        };
        session.with_customer(entry.customer()?, user).flatten()
    };
    match *users {
        [] => sentences.action(action).to_owned(),
        [user] => name(user).map_or_else(
            || sentences.action(action).to_owned(),
            |name| sentences.done_to(action, &name),
        ),
        _ => sentences.done_to_many(action, &session.number(users.len())),
    }
}
