//! What an edit may change, and what follows from it.

use seatwork::domain::{
    Command, Customer, CustomerCommand, Field, Licenses, Problem, ProblemKind, Refusal,
    UserDetails, UserNumber,
};

use crate::support::{
    CONFERENCES, SUITE, at, carry_out, company, decided, details, edit, licenses, location, only,
    seats, user, user_name, with_users,
};

use super::{company_with_ann, merge_edit, name};

#[test]
fn an_edit_that_changes_nothing_is_refused() {
    let customer = company_with_ann();
    let nothing = edit(&customer, 1, |_| ());
    assert_eq!(
        decided(&only(customer), &nothing, at(1)),
        Err(Refusal::NothingToChange)
    );
}

#[test]
fn another_spelling_of_the_user_name_is_a_change() {
    let customer = company_with_ann();
    let spelled = edit(&customer, 1, |details| {
        details.user_name = user_name("ANN@probe.example")
    });
    let mut workspace = only(customer);
    carry_out(&mut workspace, &spelled, at(1));
    let customer = workspace.customers().next().expect("there is one");
    let user = customer.users.get(UserNumber(1)).expect("it is there");
    assert_eq!(user.details.user_name.as_str(), "ANN@probe.example");
    assert_eq!(
        customer.users.with_name(&user_name("ann@probe.example")),
        Some(user)
    );

    let spelling = |text: &str| UserDetails {
        user_name: user_name(text),
        ..details("ann")
    };
    let result = merge_edit(
        spelling("ann@probe.example"),
        spelling("ANN@probe.example"),
        spelling("Ann@probe.example"),
    );
    let clash = Problem {
        field: Field::UserName,
        kind: ProblemKind::ChangedMeanwhile,
    };
    assert_eq!(result, Err(Refusal::Problems(vec![clash])));
}

#[test]
fn a_renamed_user_frees_the_old_name_and_takes_the_new_one() {
    let users = [
        user(1, "ann", Licenses::default()),
        user(2, "jo", Licenses::default()),
    ];
    let customer = with_users(company(vec![]), users);
    let rename = |customer: &Customer, number, to: &str| {
        edit(customer, number, |details| {
            details.user_name = user_name(&format!("{to}@probe.example"))
        })
    };
    let taken = rename(&customer, 1, "JO");
    let kind = ProblemKind::NameTaken { by: "jo".into() };
    let field = Field::UserName;
    let problem = Problem { field, kind };
    assert_eq!(
        decided(&only(customer.clone()), &taken, at(1)),
        Err(Refusal::Problems(vec![problem]))
    );

    let mut workspace = only(customer);
    for (number, to) in [(1, "kim"), (2, "ann"), (1, "jo")] {
        let customer = workspace.customers().next().expect("there is one").clone();
        carry_out(&mut workspace, &rename(&customer, number, to), at(1));
    }
    let customer = workspace.customers().next().expect("there is one");
    let holder = |name: &str| {
        customer
            .users
            .with_name(&user_name(&format!("{name}@probe.example")))
            .map(|user| user.number.0)
    };
    assert_eq!(
        (holder("jo"), holder("ann"), holder("kim")),
        (Some(1), Some(2), None)
    );
}

#[test]
fn a_user_stays_at_the_customers_domains() {
    let customer = company_with_ann();
    let away = edit(&customer, 1, |details| {
        details.user_name = user_name("ann@other.example")
    });
    let problem = Problem {
        field: Field::Domain,
        kind: ProblemKind::NotADomainOfTheCustomer,
    };
    assert_eq!(
        decided(&only(customer), &away, at(1)),
        Err(Refusal::Problems(vec![problem]))
    );
}

#[test]
fn the_location_of_somebody_with_licenses_stays_one_where_they_are_sold() {
    let subscriptions = vec![seats(SUITE, 1), seats(CONFERENCES, 1)];
    let customer = with_users(
        company(subscriptions),
        [
            user(1, "ann", licenses(&[SUITE, CONFERENCES])),
            user(2, "jo", Licenses::default()),
        ],
    );
    let at_location = |kind| {
        let field = Field::Location;
        Err(Refusal::Problems(vec![Problem { field, kind }]))
    };
    let blocked = ProblemKind::Blocked {
        sku: CONFERENCES,
        location: location("IN"),
    };
    for (number, to, expected) in [
        (1, None, at_location(ProblemKind::LocationNeeded)),
        (1, Some("IN"), at_location(blocked)),
        (1, Some("FR"), Ok(())),
        (2, None, Ok(())),
        (2, Some("IN"), Ok(())),
    ] {
        let command = edit(&customer, number, |details| {
            details.location = to.map(location)
        });
        let result = decided(&only(customer.clone()), &command, at(1)).map(|_| ());
        assert_eq!(result, expected, "{number} to {to:?}");
    }
}

#[test]
fn an_edit_touches_neither_licenses_nor_password_nor_anybody_else() {
    let customer = with_users(
        company(vec![seats(SUITE, 1)]),
        [
            user(1, "ann", licenses(&[SUITE])),
            user(2, "jo", Licenses::default()),
        ],
    );
    let command = edit(&customer, 1, |details| {
        details.display_name = name("Ann Other")
    });
    let mut workspace = only(customer.clone());
    carry_out(&mut workspace, &command, at(99));
    let mut expected = customer
        .users
        .get(UserNumber(1))
        .expect("it is there")
        .clone();
    expected.details.display_name = name("Ann Other");
    let after = workspace.customers().next().expect("there is one");
    assert_eq!(after.users.get(UserNumber(1)), Some(&expected));
    assert_eq!(
        after.users.get(UserNumber(2)),
        customer.users.get(UserNumber(2))
    );
    assert_eq!(after.entitlements(), customer.entitlements());
}

#[test]
fn somebody_who_is_not_an_active_user_cannot_be_edited() {
    let customer = company_with_ann();
    let Command::Customer(_, CustomerCommand::EditUser { seen, wanted, .. }) =
        edit(&customer, 1, |details| details.location = None)
    else {
        panic!("it is an edit");
    };
    let command = Command::Customer(
        customer.id,
        CustomerCommand::EditUser {
            user: UserNumber(2),
            seen,
            wanted,
        },
    );
    assert_eq!(
        decided(&only(customer), &command, at(1)),
        Err(Refusal::UnknownUser)
    );
}
