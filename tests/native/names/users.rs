//! Names of users: what is valid, every problem, and what is suggested.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;
use seatwork::domain::{DomainName, PersonName, ProblemKind, UserName};

use crate::support::{cases, domain, user_name};

use super::{characters, too_long};

#[test]
fn a_local_part_has_letters_digits_and_nine_signs() {
    let probe = domain("probe.example");
    let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.-_!#^~";
    for code in 0_u8..=0x7f {
        let c = char::from(code);
        let typed = format!("x{c}y");
        let expected = if c == '@' {
            Err(vec![ProblemKind::AtSign])
        } else if allowed.contains(c) {
            Ok(user_name(&format!("{typed}@probe.example")))
        } else {
            Err(vec![characters(
                &c.to_string(),
                (c == ' ').then_some("x.y"),
            )])
        };
        assert_eq!(UserName::new(&typed, &probe), expected, "{typed:?}");
    }
}

#[test]
fn everything_wrong_with_a_local_part_is_said() {
    let probe = domain("probe.example");
    for (typed, expected) in [
        ("", vec![ProblemKind::Required]),
        (" \t", vec![ProblemKind::Required]),
        (".a", vec![ProblemKind::DotAtEdge]),
        ("a.", vec![ProblemKind::DotAtEdge]),
        (".", vec![ProblemKind::DotAtEdge]),
        ("a..b", vec![ProblemKind::DotsInARow]),
        (
            "a...",
            vec![ProblemKind::DotAtEdge, ProblemKind::DotsInARow],
        ),
        ("a@b@c", vec![ProblemKind::AtSign]),
        ("a,b;a,b", vec![characters(",;", None)]),
        ("@", vec![ProblemKind::AtSign]),
        (
            ".ü@..",
            vec![
                ProblemKind::AtSign,
                characters("ü", Some("ue")),
                ProblemKind::DotAtEdge,
                ProblemKind::DotsInARow,
            ],
        ),
    ] {
        assert_eq!(UserName::new(typed, &probe), Err(expected), "{typed:?}");
    }
    let name = UserName::new("  Jo.Ann ", &probe).expect("white space is trimmed");
    assert_eq!(
        (name.as_str(), name.local(), name.domain()),
        ("Jo.Ann@probe.example", "Jo.Ann", "probe.example")
    );
}

#[test]
fn a_local_part_has_at_most_64_characters_and_the_whole_at_most_113() {
    let check = |local: usize, domain_length: usize, expected: Result<(), ProblemKind>| {
        let domain = domain(&format!("{}.example", "d".repeat(domain_length - 8)));
        let name = UserName::new(&"x".repeat(local), &domain);
        assert_eq!(
            name.map(|_| ()),
            expected.map_err(|kind| vec![kind]),
            "{local}@{domain_length}"
        );
    };
    check(64, 13, Ok(()));
    check(65, 13, Err(too_long(65, 64)));
    check(64, 48, Ok(()));
    check(64, 49, Err(too_long(114, 113)));
    check(63, 49, Ok(()));
    // Both are too long; the part that the person can change is reported.
    check(65, 60, Err(too_long(65, 64)));
}

#[test]
fn a_name_in_other_letters_is_suggested_in_ascii() {
    let probe = domain("probe.example");
    for (typed, expected) in [
        ("müller", Some("mueller")),
        ("mu\u{308}ller", Some("mueller")),
        ("MÜLLER", Some("MUeLLER")),
        ("Ämter", Some("Aemter")),
        ("A\u{308}mter", Some("Aemter")),
        ("naïf", Some("naif")),
        ("nai\u{308}f", Some("naif")),
        ("weiß", Some("weiss")),
        ("STRAẞE", Some("STRASsE")),
        ("andré", Some("andre")),
        ("andre\u{301}", Some("andre")),
        ("François", Some("Francois")),
        ("łukasz", Some("lukasz")),
        ("Łukasz", Some("Lukasz")),
        ("Øyvind", Some("Oeyvind")),
        ("åse", Some("ase")),
        ("Æsop", Some("Aesop")),
        ("œuvre", Some("oeuvre")),
        ("Yılmaz", Some("Yilmaz")),
        ("İnci", Some("Inci")),
        ("Guðrún", Some("Gudrun")),
        ("þór", Some("thor")),
        ("Ștefan", Some("Stefan")),
        ("o’brien", Some("o'brien")),
        ("anna–lena", Some("anna-lena")),
        ("anna lena", Some("anna.lena")),
        (".ü.", Some("ue")),
        // What a character without counterpart stands for is uncertain.
        ("a , b", None),
        ("jo🦀hn", None),
        ("Ивaн", None),
        ("mailto:zoe", None),
        ("“uli”", None),
        ("Lia <lia", None),
        ("Иван", None),
        ("🦀", None),
        ("נועה", None),
        (",", None),
        ("! ü", Some("!.ue")),
        ("!,", None),
    ] {
        let problems = UserName::new(typed, &probe).expect_err(typed);
        let suggested = problems.iter().find_map(|kind| match kind {
            ProblemKind::Characters { suggestion, .. } => Some(suggestion.as_deref()),
            _ => None,
        });
        assert_eq!(suggested, Some(expected), "{typed}");
    }
}

#[test]
fn user_names_that_differ_in_case_are_the_same() {
    let (one, other) = (
        user_name("Jo.Ann@probe.example"),
        user_name("jO.aNN@Probe.EXAMPLE"),
    );
    assert_eq!(one, other);
    assert_eq!(
        HashSet::from([one.clone()]).replace(other.clone()),
        Some(one.clone())
    );
    assert_eq!(
        other.as_str(),
        "jO.aNN@probe.example",
        "but stay as they were written"
    );
    assert_ne!(one, user_name("joann@probe.example"));
    assert_ne!(one, user_name("Jo.Ann@second.example"));
}

#[test]
fn a_whole_user_name_is_read_as_it_is_written() {
    for (text, is_one) in [
        ("jo@probe.example", true),
        ("jo", false),
        ("@probe.example", false),
        ("jo@", false),
        ("jo@ann@probe.example", false),
        ("jo@probe", false),
        ("jö@probe.example", false),
    ] {
        let name = UserName::parse(text);
        assert_eq!(
            name.as_ref().map(UserName::as_str),
            is_one.then_some(text),
            "{text}"
        );
    }
}

/// Text that is almost a user name more often than random text.
fn almost_user_names() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,80}", "[a-zäöüßéİı'.@ !#]{0,70}", any::<String>()]
}

fn domains() -> impl Strategy<Value = DomainName> {
    "[a-z]{1,63}\\.[a-z]{1,60}".prop_map(|name| domain(&name))
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_text_is_a_valid_name_or_has_problems(text in almost_user_names(), domain in domains()) {
        if let Ok(name) = UserName::new(&text, &domain) {
            prop_assert!(name.as_str().is_ascii() && name.as_str().len() <= 113);
            prop_assert_eq!(name.local(), text.trim());
            prop_assert_eq!(UserName::parse(name.as_str()).map(|again| again.as_str().to_owned()), Some(name.as_str().to_owned()));
        }
        if let Ok(Some(name)) = PersonName::optional(&text) {
            prop_assert!(name.as_str().chars().count() <= 50 && !name.as_str().chars().any(char::is_control));
            prop_assert_eq!(PersonName::required(name.as_str()), Ok(name));
        }
        if let Some(domain) = DomainName::parse(&text) {
            prop_assert_eq!(DomainName::parse(domain.as_str()), Some(domain));
        }
        UserName::parse(&text);
    }

    #[test]
    fn a_suggestion_is_itself_a_valid_name(text in almost_user_names(), domain in domains()) {
        let problems = UserName::new(&text, &domain).err().unwrap_or_default();
        for kind in problems {
            if let ProblemKind::Characters { wrong, suggestion } = kind {
                prop_assert!(!wrong.is_empty());
                if let Some(suggestion) = suggestion {
                    prop_assert!(UserName::new(&suggestion, &domain).is_ok(), "{}@{:?}", suggestion, domain);
                }
            }
        }
    }

    #[test]
    fn equality_order_and_hash_of_user_names_agree(one in "[aAbB.]{1,3}", other in "[aAbB.]{1,3}") {
        let probe = domain("probe.example");
        if let (Ok(one), Ok(other)) = (UserName::new(&one, &probe), UserName::new(&other, &probe)) {
            prop_assert_eq!(one == other, one.as_str().eq_ignore_ascii_case(other.as_str()));
            prop_assert_eq!(one == other, one.cmp(&other).is_eq());
            prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
            let state = RandomState::new();
            prop_assert!(one != other || state.hash_one(&one) == state.hash_one(&other));
        }
    }
}
