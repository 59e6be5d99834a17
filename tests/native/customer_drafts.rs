//! The form of a customer's account.

use seatwork::domain::{CustomerDraft, Field, ProblemKind};

fn draft(company: &str, location: &str) -> CustomerDraft {
    CustomerDraft {
        company: company.to_owned(),
        location: location.to_owned(),
    }
}

#[test]
fn validation_reports_every_problem() {
    let kinds = |company: &str, location: &str| {
        let problems = draft(company, location).validate().unwrap_err();
        let kinds = problems.into_iter().map(|one| (one.field, one.kind));
        kinds.collect::<Vec<_>>()
    };
    let required = (Field::Company, ProblemKind::Required);
    let unknown = (Field::Location, ProblemKind::UnknownLocation);
    assert_eq!(kinds("  ", "DE"), std::slice::from_ref(&required));
    assert_eq!(kinds("Adatum", "XX"), std::slice::from_ref(&unknown));
    assert_eq!(kinds("", ""), [required, unknown]);
    let (length, limit) = (101, 100);
    let long = (Field::Company, ProblemKind::TooLong { length, limit });
    assert_eq!(kinds(&"x".repeat(101), "DE"), [long]);
}

#[test]
fn rebasing_keeps_what_the_person_changed() {
    let details = |company, location| draft(company, location).validate().unwrap();
    let before = details(" Adatum ", "de");
    assert_eq!(CustomerDraft::from(&before), draft("Adatum", "DE"));
    let mut typed = draft("Adatum AG", "DE");
    typed.rebase(&before, &details("Adatum GmbH", "AT"));
    assert_eq!(typed, draft("Adatum AG", "AT"));
}
