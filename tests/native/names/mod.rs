//! Names of persons and domains: what is valid, and every problem.

mod users;

use seatwork::domain::{DomainName, PersonName, ProblemKind, UserName};

use crate::support::domain;

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
