//! Creating users, and that the password is only shown once.

use seatwork::domain::{
    Change, Command, Context, CustomerCommand, CustomerEvent, CustomerId, Event, Guid, Licenses,
    Misfit, Refusal, Subscription, UserNumber, Workspace, decide, evolve,
};
use seatwork::journal::StoredRecord;

use crate::support::{
    MAIL, SUITE, Script, admin, at, carry_out, company, creation, decided, draft, licenses, only,
    seats, user, user_name, with_users,
};

fn workspace(subscriptions: Vec<Subscription>) -> Workspace {
    only(with_users(
        company(subscriptions),
        [user(1, "Ann", Licenses::default())],
    ))
}

#[test]
fn creating_a_user_is_one_event_and_one_credential() {
    let mut workspace = workspace(vec![seats(MAIL, 2)]);
    let customer = workspace.customers().next().expect("there is one").clone();
    let command = creation(&customer, "Jo", licenses(&[MAIL]));
    let decision = carry_out(&mut workspace, &command, at(5));

    let Event::Customer(id, CustomerEvent::UsersCreated { users }) = &decision.change.event else {
        panic!("{decision:?}");
    };
    let [created] = &users[..] else {
        panic!("{users:?}")
    };
    assert_eq!(
        (*id, decision.change.at, &decision.change.by),
        (customer.id, at(5), &admin())
    );
    assert_eq!(created.number, UserNumber(2));
    assert_eq!(created.details.user_name, user_name("jo@probe.example"));
    assert_eq!(created.licenses, licenses(&[MAIL]));
    assert_eq!(
        (created.created_at, created.password.set_at),
        (at(5), at(5))
    );
    assert!(created.password.must_change);

    let [credential] = &decision.once[..] else {
        panic!("{decision:?}")
    };
    assert_eq!(credential.user_name.as_str(), "Jo@probe.example");
    assert_eq!(credential.display_name.as_str(), "Jo");

    let customer = workspace.customer(customer.id).expect("it is still there");
    assert_eq!(
        customer.users.with_name(&user_name("JO@probe.example")),
        Some(created)
    );
    assert_eq!(customer.users.with_id(created.id), Some(created));
    assert_eq!(
        customer.entitlement(MAIL).map(|seats| seats.available()),
        Some(1)
    );
    assert_eq!(workspace.latest_change(), Some(at(5)));
}

#[test]
fn the_password_is_neither_in_the_change_nor_in_its_record_nor_in_debug_output() {
    let mut workspace = workspace(vec![]);
    for number in 0..50 {
        let customer = workspace.customers().next().expect("there is one");
        let command = creation(customer, &format!("jo{number}"), Licenses::default());
        let decision = carry_out(&mut workspace, &command, at(number));
        let password = decision.once[0].password.reveal();
        for text in [
            StoredRecord::write(&decision.change, 1, 0).expect("it has JSON"),
            format!("{:?}", decision.change),
            format!("{decision:#?} {:?}", decision.once),
            format!("{workspace:?}"),
        ] {
            assert!(!text.contains(password), "{text}");
        }
    }
}

#[test]
fn users_have_identifiers_of_their_own() {
    let mut workspace = workspace(vec![]);
    for name in ["jo", "kim"] {
        let customer = workspace.customers().next().expect("there is one");
        let command = creation(customer, name, Licenses::default());
        let now = at(if name == "jo" { 1 } else { 2 });
        carry_out(&mut workspace, &command, now);
    }
    let customer = workspace.customers().next().expect("there is one");
    let ids: Vec<_> = customer.users.active().map(|user| user.id).collect();
    let numbers: Vec<_> = customer.users.active().map(|user| user.number.0).collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn without_random_numbers_nobody_is_created() {
    let workspace = workspace(vec![seats(MAIL, 2)]);
    let customer = workspace.customers().next().expect("there is one");
    let command = creation(customer, "jo", Licenses::default());
    // The identifier takes 16 bytes, so the password runs out.
    for bytes in [0, 15, 16, 20, 38] {
        let mut context = Context {
            now: at(0),
            actor: &admin(),
            random: &mut Script(vec![7; bytes]),
        };
        assert_eq!(
            decide(&workspace, &command, &mut context),
            Err(Refusal::NoRandomness),
            "{bytes}"
        );
    }
}

#[test]
fn a_mistake_is_told_before_randomness_is_asked_for() {
    let before = company(vec![seats(MAIL, 1)]);
    let user_with_mail = draft(&before, "jo", licenses(&[MAIL]))
        .validate(&before)
        .expect("it is valid");
    let command = Command::Customer(
        before.id,
        CustomerCommand::CreateUser {
            user: Box::new(user_with_mail),
        },
    );
    let full = only(with_users(before, [user(1, "Ann", licenses(&[MAIL]))]));
    let mut context = Context {
        now: at(0),
        actor: &admin(),
        random: &mut Script(Vec::new()),
    };
    assert!(matches!(
        decide(&full, &command, &mut context),
        Err(Refusal::Problems(_))
    ));
}

#[test]
fn time_never_goes_backwards() {
    let mut workspace = workspace(vec![]);
    let mut create = |name: &str, clock| {
        let customer = workspace.customers().next().expect("there is one");
        let command = creation(customer, name, Licenses::default());
        let decision = carry_out(&mut workspace, &command, clock);
        let customer = workspace.customers().next().expect("there is one");
        let user = customer
            .users
            .with_name(&user_name(&format!("{name}@probe.example")))
            .expect("it is there");
        assert_eq!(
            (user.created_at, user.password.set_at),
            (decision.change.at, decision.change.at)
        );
        decision.change.at
    };
    assert_eq!(create("a", at(1000)), at(1000));
    assert_eq!(create("b", at(10)), at(1000), "the clock was put back");
    assert_eq!(create("c", at(1001)), at(1001));
    assert_eq!(workspace.now(at(0)), at(1001));
    assert_eq!(workspace.now(at(2000)), at(2000));
}

#[test]
fn a_change_that_does_not_fit_changes_nothing() {
    let mut workspace = workspace(vec![seats(SUITE, 1)]);
    let before = workspace.clone();
    let id = before.customers().next().expect("there is one").id;
    let created =
        |customer, users| Event::Customer(customer, CustomerEvent::UsersCreated { users });
    let jo = user(2, "jo", licenses(&[SUITE]));
    for (event, misfit) in [
        (
            created(CustomerId(Guid::from_u128(1)), vec![jo.clone()]),
            Misfit::UnknownCustomer,
        ),
        (
            created(id, vec![jo.clone(), user(1, "kim", Licenses::default())]),
            Misfit::NumberTaken,
        ),
        (
            created(id, vec![jo.clone(), user(3, "ANN", Licenses::default())]),
            Misfit::NameTaken,
        ),
        (
            created(id, vec![jo.clone(), user(9, "Jo", Licenses::default())]),
            Misfit::NameTaken,
        ),
        (
            Event::Customer(
                id,
                CustomerEvent::UserEdited {
                    user: UserNumber(7),
                    details: Box::new(jo.details.clone()),
                    before: Box::new(jo.details.clone()),
                },
            ),
            Misfit::UnknownUser,
        ),
    ] {
        let change = Change {
            at: at(9),
            by: admin(),
            event,
        };
        assert_eq!(evolve(&mut workspace, &change), Err(misfit), "{change:?}");
        assert_eq!(workspace, before, "{change:?}");
    }
}

#[test]
fn exhausted_user_numbers_have_a_refusal_of_their_own() {
    let mut customer = company(vec![]);
    customer.users.reserve_numbers(u32::MAX);
    let command = creation(&customer, "jo", Licenses::default());
    let refused = decided(&only(customer), &command, at(1));
    assert_eq!(refused.err(), Some(Refusal::NumbersExhausted));
}
