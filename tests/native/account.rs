//! A customer's name and location, merged with what others have changed meanwhile.

use proptest::prelude::*;
use seatwork::domain::{
    COMPANY_LIMIT, Command, CompanyName, Customer, CustomerCommand, CustomerDetails, CustomerEvent,
    Event, Field, Problem, ProblemKind, Refusal,
};

use crate::support::{
    MAIL, at, carry_out, cases, company, company_name, decided, draft, licenses, location, only,
    seats, user, with_users,
};

fn details((name, code): (&str, &str)) -> CustomerDetails {
    CustomerDetails {
        company: company_name(name),
        location: location(code),
    }
}

fn edit(customer: &Customer, seen: CustomerDetails, wanted: CustomerDetails) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::EditCustomer {
            seen: Box::new(seen),
            wanted: Box::new(wanted),
        },
    )
}

/// Edits `seen` to `wanted` while the customer has become `now`.
fn merge_edit(
    seen: CustomerDetails,
    now: CustomerDetails,
    wanted: CustomerDetails,
) -> Result<CustomerDetails, Refusal> {
    let mut customer = company(vec![]);
    customer.set_details(now);
    let command = edit(&customer, seen, wanted);
    let decision = decided(&only(customer), &command, at(1))?;
    match decision.change.event {
        Event::Customer(_, CustomerEvent::CustomerEdited { details }) => Ok(*details),
        other => panic!("{other:?}"),
    }
}

#[test]
fn name_and_location_are_brought_together_each_by_itself() {
    let nothing = Err(Refusal::NothingToChange);
    let clash = |fields: &[Field]| {
        let kind = || ProblemKind::ChangedMeanwhile;
        let problem = |field: &Field| Problem {
            field: *field,
            kind: kind(),
        };
        Err(Refusal::Problems(fields.iter().map(problem).collect()))
    };
    let (company, place) = (Field::Company, Field::Location);
    for (seen, now, wanted, expected) in [
        // Nobody else changed anything.
        (("A", "DE"), ("A", "DE"), ("A", "DE"), nothing.clone()),
        (("A", "DE"), ("A", "DE"), ("B", "DE"), Ok(("B", "DE"))),
        (("A", "DE"), ("A", "DE"), ("A", "FR"), Ok(("A", "FR"))),
        (("A", "DE"), ("A", "DE"), ("B", "FR"), Ok(("B", "FR"))),
        (("A", "DE"), ("A", "DE"), ("a", "DE"), Ok(("a", "DE"))),
        // Somebody else changed the other field.
        (("A", "DE"), ("C", "DE"), ("A", "DE"), nothing.clone()),
        (("A", "DE"), ("C", "DE"), ("A", "FR"), Ok(("C", "FR"))),
        (("A", "DE"), ("A", "IT"), ("B", "DE"), Ok(("B", "IT"))),
        // Somebody else made the same change.
        (("A", "DE"), ("B", "DE"), ("B", "DE"), nothing.clone()),
        (("A", "DE"), ("B", "FR"), ("B", "FR"), nothing),
        (("A", "DE"), ("B", "DE"), ("B", "FR"), Ok(("B", "FR"))),
        // Both changed it.
        (("A", "DE"), ("C", "DE"), ("B", "DE"), clash(&[company])),
        (("A", "DE"), ("A", "IT"), ("A", "FR"), clash(&[place])),
        (("A", "DE"), ("C", "IT"), ("B", "DE"), clash(&[company])),
        (("A", "DE"), ("C", "IT"), ("A", "FR"), clash(&[place])),
        (("A", "DE"), ("C", "IT"), ("B", "IT"), clash(&[company])),
        (("A", "DE"), ("C", "DE"), ("B", "FR"), clash(&[company])),
    ] {
        assert_eq!(
            merge_edit(details(seen), details(now), details(wanted)),
            expected.map(details),
            "{seen:?} {now:?} {wanted:?}"
        );
    }
    let Err(Refusal::Problems(both)) = merge_edit(
        details(("A", "DE")),
        details(("C", "IT")),
        details(("B", "FR")),
    ) else {
        panic!("both clash");
    };
    let fields: Vec<_> = both.iter().map(|problem| problem.field).collect();
    assert!(fields.len() == 2 && fields.contains(&company) && fields.contains(&place));
}

#[test]
fn an_edited_customer_keeps_users_domains_and_subscriptions() {
    let before = with_users(
        company(vec![seats(MAIL, 3)]),
        [user(1, "ann", licenses(&[MAIL]))],
    );
    let wanted = details(("Neue Probe AG", "IN"));
    let mut workspace = only(before.clone());
    carry_out(
        &mut workspace,
        &edit(&before, before.details(), wanted.clone()),
        at(5),
    );
    let after = workspace.customers().next().expect("there is one");
    let mut expected = before;
    expected.set_details(wanted);
    assert_eq!(*after, expected);
    assert_eq!(
        draft(after, "jo", licenses(&[])).details.location,
        "IN",
        "preset for new users"
    );
    let ann = after.users.active().next().expect("she is there");
    assert_eq!(ann.details.location, Some(location("DE")), "not for others");
}

#[test]
fn a_company_may_be_called_anything_of_up_to_100_characters() {
    for (typed, kept) in [
        ("X", "X"),
        ("  Müller & Söhne  KG\n", "Müller & Söhne  KG"),
        ("\u{a0}株式会社\u{3000}", "株式会社"),
        ("🦀", "🦀"),
    ] {
        assert_eq!(company_name(typed).as_str(), kept);
        assert_eq!(company_name(typed).to_string(), kept);
    }
    for unit in ["x", "ß", "🦀", "字"] {
        let most = unit.repeat(COMPANY_LIMIT);
        assert_eq!(company_name(&format!(" {most} ")).as_str(), most);
        let kind = ProblemKind::TooLong {
            length: 101,
            limit: 100,
        };
        assert_eq!(CompanyName::parse(&format!("{most}y")), Err(vec![kind]));
    }
    for nothing in ["", " ", "\t\n", "\u{2003}"] {
        assert_eq!(
            CompanyName::parse(nothing),
            Err(vec![ProblemKind::Required])
        );
    }
    for typed in ["a\tb", "a\nb", "a\u{0}b", "a\u{85}b", "a\u{7f}b"] {
        assert_eq!(
            CompanyName::parse(typed),
            Err(vec![ProblemKind::ControlCharacter]),
            "{typed:?}"
        );
    }
    let both = CompanyName::parse(&format!("a\t{}", "b".repeat(COMPANY_LIMIT)));
    assert_eq!(both.map_err(|problems| problems.len()), Err(2));
}

proptest! {
    #![proptest_config(cases(256))]

    /// Accepted text is accepted again as it is stored.
    #[test]
    fn a_company_name_that_is_kept_is_a_company_name(typed in ".{0,120}") {
        if let Ok(name) = CompanyName::parse(&typed) {
            prop_assert_eq!(CompanyName::parse(name.as_str()), Ok(name.clone()));
            prop_assert!(name.as_str().chars().count() <= COMPANY_LIMIT && !name.as_str().is_empty());
        }
    }
}
