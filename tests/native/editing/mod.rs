//! Editing a user.

mod merging;
mod rules;

use seatwork::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, Event, Licenses, PersonName, Refusal,
    UserDetails, UserNumber,
};

use crate::support::{at, company, decided, only, user, with_users};

fn company_with_ann() -> Customer {
    with_users(company(vec![]), [user(1, "ann", Licenses::default())])
}

fn name(text: &str) -> PersonName {
    PersonName::required(text).expect("it is a name")
}

/// Edits `seen` to `wanted` while the user has become `now`.
fn merge_edit(
    seen: UserDetails,
    now: UserDetails,
    wanted: UserDetails,
) -> Result<UserDetails, Refusal> {
    let mut there = user(1, "ann", Licenses::default());
    there.details = now;
    let customer = with_users(company(vec![]), [there]);
    let command = Command::Customer(
        customer.id,
        CustomerCommand::EditUser {
            user: UserNumber(1),
            seen: Box::new(seen),
            wanted: Box::new(wanted),
        },
    );
    let decision = decided(&only(customer), &command, at(1))?;
    assert!(decision.once.is_empty());
    match decision.change.event {
        Event::Customer(_, CustomerEvent::UserEdited { user, details, .. }) => {
            assert_eq!(user, UserNumber(1));
            Ok(*details)
        }
        other => panic!("{other:?}"),
    }
}
