//! Words for every problem and refusal, in both languages.

use std::collections::BTreeSet;

use seatwork::domain::catalogue::plans;
use seatwork::domain::upload::{Column, RowProblem, RowProblemKind};
use seatwork::domain::{AdminRole, Field, PartnerRole, Problem, ProblemKind, Refusal, Right};
use seatwork::journal::{NotSaved, StorageError};
use seatwork::text::{Language, Sentences};

use crate::support::{MAIL, MORE_MAIL, location};

/// One of each. A new kind does not compile until it is added here.
fn kinds() -> Vec<ProblemKind> {
    let by = "Jo Ann".into();
    let suggestion = Some("mueller".to_owned());
    let all = vec![
        ProblemKind::Required,
        ProblemKind::TooLong {
            length: 51,
            limit: 50,
        },
        ProblemKind::ControlCharacter,
        ProblemKind::Invisible(vec!['\u{200b}', '\u{202e}']),
        ProblemKind::Formula,
        ProblemKind::AtSign,
        ProblemKind::Characters {
            wrong: vec!['ü', '\t'],
            suggestion,
        },
        ProblemKind::Characters {
            wrong: vec!['🦀'],
            suggestion: None,
        },
        ProblemKind::DotAtEdge,
        ProblemKind::DotsInARow,
        ProblemKind::NotADomainOfTheCustomer,
        ProblemKind::NameTaken { by },
        ProblemKind::UnknownLocation,
        ProblemKind::LocationNeeded,
        ProblemKind::Blocked {
            sku: MAIL,
            location: location("IN"),
        },
        ProblemKind::NotEntitled,
        ProblemKind::NoSeat {
            needed: 1,
            available: 0,
        },
        ProblemKind::NoSeat {
            needed: 1,
            available: 1,
        },
        ProblemKind::NoSeat {
            needed: 37,
            available: -2,
        },
        ProblemKind::AllSuspended,
        ProblemKind::NotAQuantity,
        ProblemKind::NotARecordLimit,
        ProblemKind::SeatsInUse {
            in_use: 38,
            least: 30,
        },
        ProblemKind::PlanConflict {
            plan: plans::EXCHANGE_S_STANDARD,
            with: plans::EXCHANGE_S_ENTERPRISE,
            of: MORE_MAIL,
        },
        ProblemKind::PlanMissing {
            plan: plans::MCOMEETADV,
            any_of: vec![plans::TEAMS1, plans::MCOSTANDARD],
        },
        ProblemKind::NotADay,
        ProblemKind::NotLater,
        ProblemKind::TooLate,
        ProblemKind::ChangedMeanwhile,
    ];
    for kind in &all {
        match kind {
            ProblemKind::Required | ProblemKind::TooLong { .. } | ProblemKind::ControlCharacter => {
            }
            ProblemKind::Invisible(_) | ProblemKind::Formula => {}
            ProblemKind::AtSign | ProblemKind::Characters { .. } | ProblemKind::DotAtEdge => {}
            ProblemKind::DotsInARow | ProblemKind::NotADomainOfTheCustomer => {}
            ProblemKind::NameTaken { .. } | ProblemKind::UnknownLocation => {}
            ProblemKind::LocationNeeded | ProblemKind::Blocked { .. } => {}
            ProblemKind::NotEntitled | ProblemKind::NoSeat { .. } => {}
            ProblemKind::AllSuspended | ProblemKind::NotAQuantity => {}
            ProblemKind::NotARecordLimit => {}
            ProblemKind::SeatsInUse { .. } => {}
            ProblemKind::PlanConflict { .. } | ProblemKind::PlanMissing { .. } => {}
            ProblemKind::NotADay | ProblemKind::NotLater | ProblemKind::TooLate => {}
            ProblemKind::ChangedMeanwhile => {}
        }
    }
    all
}

fn problems() -> Vec<Problem> {
    let field = Field::License(MAIL);
    kinds()
        .into_iter()
        .map(|kind| Problem { field, kind })
        .collect()
}

/// A name in this line that was taken after the validation.
fn not_uploaded(line: usize) -> RowProblem {
    let by = "Jo Ann".into();
    RowProblem {
        line,
        column: Some(Column::Email),
        cell: None,
        value: "jo@probe.example".into(),
        kind: RowProblemKind::Value(ProblemKind::NameTaken { by }),
        suggestion: None,
    }
}

fn refusals() -> Vec<Refusal> {
    let (role, right) = (PartnerRole::SalesAgent, Right::ManageUsers);
    let all = vec![
        Refusal::NotAllowed { role, right },
        Refusal::UnknownCustomer,
        Refusal::UnknownUser,
        Refusal::UnknownSubscription,
        Refusal::NobodyChanged(Vec::new()),
        Refusal::NobodyRestored(Vec::new()),
        Refusal::Upload(vec![not_uploaded(2)]),
        Refusal::Upload(vec![not_uploaded(3)]),
        Refusal::ChangedSince(1),
        Refusal::ChangedSince(2),
        Refusal::NothingToChange,
        Refusal::Problems(problems()),
        Refusal::NumbersExhausted,
        Refusal::NoRandomness,
    ];
    for refusal in &all {
        match refusal {
            Refusal::NotAllowed { .. } | Refusal::UnknownCustomer | Refusal::UnknownUser => {}
            Refusal::NothingToChange | Refusal::Problems(_) | Refusal::NoRandomness => {}
            Refusal::UnknownSubscription | Refusal::NumbersExhausted => {}
            Refusal::Upload(_) | Refusal::ChangedSince(_) => {}
            Refusal::NobodyChanged(_) | Refusal::NobodyRestored(_) => {}
        }
    }
    all
}

fn failures() -> Vec<NotSaved> {
    vec![
        NotSaved::Storage(StorageError::Full),
        NotSaved::Storage(StorageError::Blocked),
        NotSaved::Storage(StorageError::Failed("x".to_owned())),
        NotSaved::NewerVersion,
        NotSaved::Gone,
        NotSaved::Unreadable,
        NotSaved::Behind,
    ]
}

/// Each sentence ends like one, is translated, and comes once.
fn check<T>(all: &[T], said: impl Fn(Sentences, &T) -> String) {
    let mut different = BTreeSet::new();
    for one in all {
        let [english, german] = Language::ALL.map(|language| said(language.sentences(), one));
        for text in [&english, &german] {
            assert!(
                text.ends_with('.') && text.trim() == text && !text.contains("  "),
                "{text:?}"
            );
            assert!(different.insert(text.clone()), "{text:?} twice");
        }
        assert_ne!(english, german);
    }
}

#[test]
fn every_problem_has_words() {
    check(&problems(), |sentences, problem| sentences.problem(problem));
}

#[test]
fn every_refusal_has_words() {
    check(&refusals(), |sentences, refusal| sentences.refusal(refusal));
}

#[test]
fn every_way_not_to_be_saved_has_words() {
    check(&failures(), |sentences, reason| sentences.not_saved(reason));
}

#[test]
fn every_role_that_lacks_a_right_reads_why_and_who_has_it() {
    let lacking: Vec<_> = PartnerRole::ALL
        .into_iter()
        .flat_map(|role| Right::ALL.map(|right| (role, right)))
        .filter(|(role, right)| !role.may(*right))
        .collect();
    assert!(!lacking.is_empty());
    check(&lacking, |sentences, (role, right)| {
        let text = sentences.not_allowed(*role, *right);
        assert!(text.contains(sentences.partner_role(*role)), "{text}");
        for may in right.roles() {
            assert!(text.contains(sentences.partner_role(may)), "{text}");
        }
        text
    });
}

#[test]
fn a_sentence_names_what_it_is_about() {
    for (kind, named) in [
        (
            ProblemKind::TooLong {
                length: 51,
                limit: 50,
            },
            &["50", "51"][..],
        ),
        (
            ProblemKind::Characters {
                wrong: vec!['ü', 'é'],
                suggestion: Some("mueller".to_owned()),
            },
            &["ü", "é", "mueller"],
        ),
        (
            ProblemKind::Characters {
                wrong: vec!['\u{feff}', '\t'],
                suggestion: None,
            },
            &["U+FEFF", "U+0009"],
        ),
        (
            ProblemKind::Invisible(vec!['\u{200b}', '\u{202e}', '\u{ad}', '\u{180e}']),
            &["U+200B", "U+202E", "U+00AD", "U+180E"],
        ),
        (
            ProblemKind::NameTaken {
                by: "Jo Ann".into(),
            },
            &["Jo Ann"],
        ),
        (
            ProblemKind::Blocked {
                sku: MAIL,
                location: location("IN"),
            },
            &["Exchange Online (Plan 1)", "IN"],
        ),
        (
            ProblemKind::PlanConflict {
                plan: plans::EXCHANGE_S_STANDARD,
                with: plans::EXCHANGE_S_ENTERPRISE,
                of: MORE_MAIL,
            },
            &["Exchange Online (Plan 1)", "Exchange Online (Plan 2)"],
        ),
        (
            ProblemKind::PlanMissing {
                plan: plans::MCOMEETADV,
                any_of: vec![plans::TEAMS1, plans::MCOSTANDARD],
            },
            &[
                "Audio Conferencing",
                "Microsoft Teams",
                "Skype for Business Online (Plan 2)",
            ],
        ),
    ] {
        let problem = Problem {
            field: Field::UserName,
            kind,
        };
        for language in Language::ALL {
            let text = language.sentences().problem(&problem);
            for word in named {
                assert!(text.contains(word), "{text} does not name {word}");
            }
        }
    }
}

#[test]
fn the_refusal_over_a_missing_location_is_in_the_words_of_the_documentation() {
    let problem = Problem {
        field: Field::Location,
        kind: ProblemKind::LocationNeeded,
    };
    let text = Language::English.sentences().problem(&problem);
    assert!(
        text.starts_with(
            "License assignment cannot be done for a user with an invalid usage location"
        ),
        "{text}"
    );
}

#[test]
fn several_problems_are_told_line_by_line_with_their_fields() {
    let refusal = Refusal::Problems(problems());
    for language in Language::ALL {
        let text = language.sentences().refusal(&refusal);
        assert_eq!(text.lines().count(), problems().len());
        assert!(
            text.lines()
                .all(|line| line.starts_with("Exchange Online (Plan 1): ")),
            "{text}"
        );
    }
}

#[test]
fn an_upload_that_is_not_done_says_why_and_where() {
    for (problems, counted) in [
        (vec![not_uploaded(7)], None),
        (vec![not_uploaded(7), not_uploaded(9)], Some(": 1.")),
        ((7..20).map(not_uploaded).collect(), Some(": 12.")),
    ] {
        for language in Language::ALL {
            let text = language
                .sentences()
                .refusal(&Refusal::Upload(problems.clone()));
            assert!(text.contains(" 7: ") && text.contains("Jo Ann"), "{text}");
            match counted {
                Some(counted) => assert!(text.ends_with(counted), "{text}"),
                None => {
                    let more = ["Further problems", "Weitere Probleme"];
                    assert!(!more.iter().any(|more| text.contains(more)), "{text}");
                }
            }
        }
    }
    for language in Language::ALL {
        let text = language.sentences().refusal(&Refusal::ChangedSince(37));
        assert!(text.contains(": 37. "), "{text}");
    }
}

#[test]
fn fields_and_roles_have_labels() {
    let fields = [
        Field::FirstName,
        Field::LastName,
        Field::DisplayName,
        Field::UserName,
        Field::Domain,
        Field::Location,
        Field::Company,
        Field::Quantity,
        Field::Day,
        Field::RecordLimit,
        Field::License(MAIL),
    ];
    for language in Language::ALL {
        let sentences = language.sentences();
        let mut labels: BTreeSet<&str> =
            fields.iter().map(|field| sentences.field(*field)).collect();
        labels.extend(
            AdminRole::ALL
                .iter()
                .map(|role| sentences.admin_role(*role)),
        );
        labels.extend(
            PartnerRole::ALL
                .iter()
                .map(|role| sentences.partner_role(*role)),
        );
        assert_eq!(labels.len(), fields.len() + 5 + 3);
        assert!(labels.iter().all(|label| !label.is_empty()));
    }
}

#[test]
fn one_is_told_from_many() {
    let english = Language::English.sentences();
    assert_eq!(english.users(1, "1"), "1 user");
    assert_eq!(english.users(2, "2"), "2 users");
    assert_eq!(english.users(0, "0"), "0 users");
    assert_eq!(english.found(1, "1"), "1 match");
    assert_eq!(english.found(10_000, "10,000"), "10,000 matches");
    for language in Language::ALL {
        let sentences = language.sentences();
        assert_ne!(sentences.set_aside(1), sentences.set_aside(2));
        assert!(sentences.set_aside(2).contains('2') && sentences.missing(3).contains('3'));
    }
}

#[test]
fn counts_have_separators() {
    let [english, german] = [Language::English, Language::German].map(Language::sentences);
    assert!(english.changed_since(1_200).contains(": 1,200."));
    assert!(german.changed_since(1_200).contains(": 1.200."));
    assert!(english.set_aside(12_000).starts_with("12,000 "));
    assert!(german.missing(12_000).contains("12.000"));
    assert!(german.in_line(10_000, "…").starts_with("Zeile 10.000"));
}
