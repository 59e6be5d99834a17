//! Who may do what: the table of the documentation, for every command.

use seatwork::domain::{
    Advance, Command, Context, Customer, CustomerCommand, CustomerId, Event, Guid, Licenses,
    PartnerRole, Refusal, Right, SubscriptionStatus, UserNumber, Workspace, WorkspaceCommand,
    WorkspaceEvent, decide,
};

use crate::support::{
    DAY, MAIL, Numbers, SUITE, acting_as, at, carry_out, company, creation, decided, deletion,
    edit, license_change, licenses, location, numbers, only, quantity, restoring, seats, user,
    with_users,
};
use crate::uploading::{limit, plan_of, upload};

/// A customer with an active, a restorable and an expired user.
fn workspace() -> Workspace {
    let users = [(1, "ann"), (2, "jo"), (3, "kim")];
    let users = users.map(|(number, local)| user(number, local, Licenses::default()));
    let mut workspace = only(with_users(company(vec![seats(MAIL, 2)]), users));
    for (number, day) in [(3, -31), (2, -1)] {
        let delete = deletion(&company(vec![]), &[number]);
        carry_out(&mut workspace, &delete, at(day * DAY));
    }
    workspace
}

/// Returns the command that undoes an upload of this user alone.
fn undo_upload(customer: &Customer, local: &str, number: u32) -> Command {
    let empty = company(vec![]);
    Command::Customer(
        customer.id,
        CustomerCommand::UndoUpload {
            plan: plan_of(&empty, &[local]),
            location: location("DE"),
            first: UserNumber(number),
        },
    )
}

/// A command of each kind, which no rule prevents, and the right that it takes.
fn commands(workspace: &Workspace) -> Vec<(Option<Right>, Command)> {
    let customer = workspace.customers().next().expect("there is one");
    let bought = customer.subscriptions.first().expect("there is one");
    let mut details = customer.details();
    details.location = location("FR");
    let id = customer.id;
    let all = vec![
        (
            Some(Right::ManageUsers),
            creation(customer, "max", licenses(&[MAIL])),
        ),
        (
            Some(Right::ManageUsers),
            edit(customer, 1, |details| details.location = None),
        ),
        (Some(Right::ManageUsers), deletion(customer, &[1])),
        (Some(Right::ManageUsers), restoring(customer, &[2])),
        (
            Some(Right::ResetPasswords),
            Command::Customer(
                id,
                CustomerCommand::ResetPasswords {
                    users: numbers(&[1]),
                },
            ),
        ),
        (
            Some(Right::AssignLicenses),
            license_change(customer, &[1], |update| update.set(MAIL, Some(true))),
        ),
        (
            Some(Right::ManageSubscriptions),
            Command::Customer(
                id,
                CustomerCommand::AddSubscription {
                    sku: SUITE,
                    quantity: quantity(9),
                },
            ),
        ),
        (
            Some(Right::ManageSubscriptions),
            Command::Customer(
                id,
                CustomerCommand::ChangeQuantity {
                    subscription: bought.id,
                    quantity: quantity(9),
                },
            ),
        ),
        (
            Some(Right::ManageSubscriptions),
            Command::Customer(
                id,
                CustomerCommand::ChangeStatus {
                    subscription: bought.id,
                    status: SubscriptionStatus::Suspended,
                },
            ),
        ),
        (
            Some(Right::EditCustomers),
            Command::Customer(
                id,
                CustomerCommand::EditCustomer {
                    seen: Box::new(customer.details()),
                    wanted: Box::new(details),
                },
            ),
        ),
        (
            Some(Right::ManageUsers),
            upload(customer, &plan_of(customer, &["eva"])),
        ),
        (Some(Right::ManageUsers), undo_upload(customer, "ann", 1)),
        (
            None,
            Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(500))),
        ),
        (None, Command::Customer(id, CustomerCommand::PurgeUsers)),
        (
            None,
            Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(1))),
        ),
    ];
    for (_, command) in &all {
        match command {
            Command::Customer(_, CustomerCommand::CreateUser { .. })
            | Command::Customer(_, CustomerCommand::EditUser { .. }) => {}
            Command::Customer(_, CustomerCommand::DeleteUsers { .. })
            | Command::Customer(_, CustomerCommand::RestoreUsers { .. }) => {}
            Command::Customer(_, CustomerCommand::ResetPasswords { .. })
            | Command::Customer(_, CustomerCommand::ChangeLicenses { .. }) => {}
            Command::Customer(_, CustomerCommand::AddSubscription { .. })
            | Command::Customer(_, CustomerCommand::ChangeQuantity { .. }) => {}
            Command::Customer(_, CustomerCommand::ChangeStatus { .. })
            | Command::Customer(_, CustomerCommand::EditCustomer { .. }) => {}
            Command::Customer(_, CustomerCommand::UploadUsers { .. })
            | Command::Customer(_, CustomerCommand::UndoUpload { .. }) => {}
            Command::Customer(_, CustomerCommand::PurgeUsers)
            | Command::Workspace(WorkspaceCommand::AdvanceClock(_)) => {}
            Command::Workspace(WorkspaceCommand::SetRecordLimit(_)) => {}
        }
    }
    all
}

#[test]
fn a_role_may_what_the_documentation_says() {
    use PartnerRole::{AdminAgent, HelpdeskAgent, SalesAgent};
    for (right, roles) in [
        (Right::ManageUsers, vec![AdminAgent]),
        (Right::ResetPasswords, vec![AdminAgent, HelpdeskAgent]),
        (
            Right::AssignLicenses,
            vec![AdminAgent, HelpdeskAgent, SalesAgent],
        ),
        (Right::ManageSubscriptions, vec![AdminAgent, SalesAgent]),
        (Right::EditCustomers, vec![AdminAgent]),
    ] {
        assert_eq!(right.roles().collect::<Vec<_>>(), roles, "{right:?}");
        for role in PartnerRole::ALL {
            assert_eq!(role.may(right), roles.contains(&role), "{role:?} {right:?}");
        }
    }
}

/// Settings of the training take no right, and neither does purging.
#[test]
fn every_command_is_refused_to_roles_without_the_right() {
    let workspace = workspace();
    for role in PartnerRole::ALL {
        for (right, command) in commands(&workspace) {
            let may = right.is_none_or(|right| role.may(right));
            let actor = acting_as(role);
            let mut context = Context {
                now: at(0),
                actor: &actor,
                random: &mut Numbers::seeded(1),
            };
            match decide(&workspace, &command, &mut context) {
                Ok(decision) => {
                    assert!(may, "{role:?} {command:?}");
                    assert_eq!(decision.change.by, actor);
                }
                Err(refusal) => {
                    assert!(!may, "{role:?} {command:?}: {refusal:?}");
                    let right = right.expect("there is one");
                    assert_eq!(refusal, Refusal::NotAllowed { role, right });
                }
            }
        }
    }
}

/// A refused role does not learn whether there is such a customer or user.
#[test]
fn who_lacks_the_right_is_refused_before_anything_is_looked_at() {
    let workspace = Workspace::new([], None);
    for (right, command) in commands(&self::workspace()) {
        for role in PartnerRole::ALL {
            let Some(right) = right.filter(|right| !role.may(*right)) else {
                continue;
            };
            let mut context = Context {
                now: at(0),
                actor: &acting_as(role),
                random: &mut Numbers::seeded(1),
            };
            let refused = decide(&workspace, &command, &mut context).err();
            assert_eq!(refused, Some(Refusal::NotAllowed { role, right }));
        }
    }
}

#[test]
fn a_command_for_an_unknown_customer_is_refused() {
    let workspace = workspace();
    let nowhere = CustomerId(Guid::from_u128(0xdead));
    for (_, mut command) in commands(&workspace) {
        match &mut command {
            Command::Customer(customer, CustomerCommand::CreateUser { .. })
            | Command::Customer(customer, CustomerCommand::UploadUsers { .. })
            | Command::Customer(customer, CustomerCommand::UndoUpload { .. })
            | Command::Customer(customer, CustomerCommand::EditUser { .. })
            | Command::Customer(customer, CustomerCommand::ResetPasswords { .. })
            | Command::Customer(customer, CustomerCommand::DeleteUsers { .. })
            | Command::Customer(customer, CustomerCommand::RestoreUsers { .. })
            | Command::Customer(customer, CustomerCommand::PurgeUsers)
            | Command::Customer(customer, CustomerCommand::ChangeLicenses { .. })
            | Command::Customer(customer, CustomerCommand::AddSubscription { .. })
            | Command::Customer(customer, CustomerCommand::ChangeQuantity { .. })
            | Command::Customer(customer, CustomerCommand::ChangeStatus { .. })
            | Command::Customer(customer, CustomerCommand::EditCustomer { .. }) => {
                *customer = nowhere
            }
            Command::Workspace(WorkspaceCommand::AdvanceClock(_))
            | Command::Workspace(WorkspaceCommand::SetRecordLimit(_)) => continue,
        }
        assert_eq!(
            decided(&workspace, &command, at(0)),
            Err(Refusal::UnknownCustomer)
        );
    }
}

#[test]
fn a_change_is_of_the_customer_that_the_command_is_about() {
    let workspace = workspace();
    for (_, command) in commands(&workspace) {
        let decision = decided(&workspace, &command, at(0)).expect("nothing is against it");
        assert_eq!(command.customer(), decision.change.event.customer());
        let is_of_all = matches!(
            decision.change.event,
            Event::Workspace(WorkspaceEvent::ClockAdvanced { .. })
                | Event::Workspace(WorkspaceEvent::RecordLimitChanged { .. })
        );
        assert_eq!(command.customer().is_none(), is_of_all, "{command:?}");
    }
}
