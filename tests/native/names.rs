//! Names of persons, domains and users: what is valid, and every problem.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;
use seatwork::domain::{DomainName, PersonName, ProblemKind, UserName};

use crate::support::{cases, domain, user_name};

fn too_long(length: usize, limit: usize) -> ProblemKind {
    ProblemKind::TooLong { length, limit }
}

fn characters(wrong: &str, suggestion: Option<&str>) -> ProblemKind {
    ProblemKind::Characters {
        wrong: wrong.chars().collect(),
        suggestion: suggestion.map(str::to_owned),
    }
}

#[test]
fn a_person_may_be_called_anything_of_up_to_50_characters() {
    for (typed, kept) in [
        ("Jo", "Jo"),
        ("  Jo  Ann\t\r\n", "Jo  Ann"),
        ("\u{a0}Jo\u{3000}", "Jo"),
        ("Jean-Luc O’Brien", "Jean-Luc O’Brien"),
        ("נועה כהן", "נועה כהן"),
        ("🦀", "🦀"),
        ("Jose\u{301}", "Jose\u{301}"),
    ] {
        let name = PersonName::required(typed)
            .unwrap_or_else(|problems| panic!("{typed:?}: {problems:?}"));
        assert_eq!(name.as_str(), kept);
        assert_eq!(PersonName::optional(typed), Ok(Some(name)));
    }
    for (unit, scalar_values) in [("x", 1), ("ß", 1), ("🦀", 1), ("ש", 1), ("e\u{301}", 2)] {
        let most = unit.repeat(50 / scalar_values);
        assert!(PersonName::required(&format!(" {most} ")).is_ok(), "{most}");
        let more = format!("{most}y");
        assert_eq!(
            PersonName::required(&more),
            Err(vec![too_long(51, 50)]),
            "{more}"
        );
        assert_eq!(
            PersonName::optional(&more),
            Err(vec![too_long(51, 50)]),
            "{more}"
        );
    }
}

#[test]
fn an_empty_name_is_missing_where_it_is_required() {
    for nothing in ["", " ", "\t\n", "\u{2003}"] {
        assert_eq!(
            PersonName::required(nothing),
            Err(vec![ProblemKind::Required])
        );
        assert_eq!(PersonName::optional(nothing), Ok(None));
    }
}

#[test]
fn control_characters_within_a_name_are_refused() {
    for typed in [
        "a\tb",
        "a\nb",
        "a\rb",
        "a\u{0}b",
        "a\u{7f}b",
        "a\u{85}b",
        "\u{1b}[31ma",
    ] {
        assert_eq!(
            PersonName::required(typed),
            Err(vec![ProblemKind::ControlCharacter]),
            "{typed:?}"
        );
    }
    let both = format!("a\t{}", "b".repeat(50));
    assert_eq!(
        PersonName::optional(&both),
        Err(vec![too_long(52, 50), ProblemKind::ControlCharacter])
    );
}

/// Characters that may not be entered in a name.
const INVISIBLE: &str = "\u{feff}\u{200b}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\
                         \u{2068}\u{2069}\u{ad}\u{200e}\u{200f}\u{2060}";

#[test]
fn invisible_characters_in_or_around_a_name_are_refused_by_name() {
    let invisible = |characters: &str| ProblemKind::Invisible(characters.chars().collect());
    for c in INVISIBLE.chars() {
        for typed in [format!("{c}Jo"), format!("J{c}o"), format!("Jo {c}")] {
            let expected = Err(vec![invisible(&c.to_string())]);
            assert_eq!(PersonName::optional(&typed), expected, "{typed:?}");
        }
        assert_eq!(PersonName::optional(&format!(" {c}{c} ")), Ok(None));
        let problems = UserName::new(&format!("{c}jo"), &domain("probe.example"));
        let expected = characters(&c.to_string(), Some("jo"));
        assert_eq!(problems, Err(vec![expected]));
    }
    assert_eq!(
        PersonName::required("J\u{200b}\t\u{ad}o\u{200b}"),
        Err(vec![
            ProblemKind::ControlCharacter,
            invisible("\u{200b}\u{ad}")
        ])
    );
    // Joiners have a meaning in these.
    for name in ["علی\u{200c}رضا", "👩\u{200d}🔬", "❤\u{fe0f}"] {
        assert!(PersonName::required(name).is_ok(), "{name}");
    }
}

#[test]
fn a_name_that_begins_like_a_formula_is_refused() {
    for name in [
        "=1+2",
        "=",
        "＝1+2",
        "+cmd|x",
        "-sum(a)",
        "@SUM(A1)",
        "＋SUM（A1）",
        "－x|y",
        "＠x!y",
        "=cmd|' /C calc'!A0",
        "  =1",
    ] {
        assert_eq!(
            PersonName::optional(name),
            Err(vec![ProblemKind::Formula]),
            "{name}"
        );
    }
    let hidden = PersonName::optional("\u{200b}=1").expect_err("it is a formula");
    assert!(hidden.contains(&ProblemKind::Formula), "{hidden:?}");
    for name in ["-", "+1", "@home", "－", "O'Neill", "a=b", "x;=1", "(+1)"] {
        assert!(PersonName::optional(name).is_ok(), "{name}");
    }
}

#[test]
fn a_stored_name_of_an_earlier_version_is_kept() {
    for name in ["=1+2", "Jo\u{200b}", "\u{feff}"] {
        let stored = PersonName::try_from(name.to_owned()).expect("it was allowed");
        assert_eq!(stored.as_str(), name);
    }
    for name in ["", " ", "a\tb"] {
        assert!(PersonName::try_from(name.to_owned()).is_err(), "{name:?}");
    }
}

#[test]
fn a_domain_is_labels_with_dots_between() {
    for (text, expected) in [
        ("tailspin.example", Some("tailspin.example")),
        (" Tailspin.EXAMPLE\n", Some("tailspin.example")),
        ("a.b-c.9d", Some("a.b-c.9d")),
        ("xn--mller-kva.example", Some("xn--mller-kva.example")),
        ("", None),
        ("example", None),
        (".example", None),
        ("example.", None),
        ("a..example", None),
        ("-a.example", None),
        ("a-.example", None),
        ("a b.example", None),
        ("a_b.example", None),
        ("müller.example", None),
        ("x@a.example", None),
    ] {
        assert_eq!(
            DomainName::parse(text).as_ref().map(DomainName::as_str),
            expected,
            "{text:?}"
        );
    }
    let label = "a".repeat(63);
    assert!(DomainName::parse(&format!("{label}.example")).is_some());
    assert!(DomainName::parse(&format!("{label}a.example")).is_none());
    let longest = [&*label; 3].join(".");
    assert!(DomainName::parse(&format!("{longest}.{}", "b".repeat(61))).is_some());
    assert!(DomainName::parse(&format!("{longest}.{}", "b".repeat(62))).is_none());
}

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
