//! Where mistakes stand in a course's text.

use seatwork::training::{Position, position};

const TEXT: &str = r#"{
  "title": {"de": "Über Plätze", "en": "About seats"},
  "goals": [
    {"id": "ä", "check": {"all": [true, {"not": null}]}},
    {"a.b": {"c[0]": 1}, "\u00fc": [[], [2]], "": 3}
  ]
}
"#;

#[test]
fn a_path_leads_to_where_its_value_begins() {
    for (path, line, column) in [
        ("$", 1, 1),
        ("$.title", 2, 12),
        ("$.title.en", 2, 40),
        ("$.goals[0]", 4, 5),
        ("$.goals[0].id", 4, 12),
        ("$.goals[0].check.all[0]", 4, 35),
        ("$.goals[0].check.all[1].not", 4, 49),
        (r#"$.goals[1]["a.b"]"#, 5, 13),
        (r#"$.goals[1]["a.b"]["c[0]"]"#, 5, 22),
        (r#"$.goals[1]["ü"][1][0]"#, 5, 42),
        (r#"$.goals[1][""]"#, 5, 51),
    ] {
        assert_eq!(
            position(TEXT, path),
            Some(Position { line, column }),
            "{path}"
        );
    }
}

#[test]
fn a_path_that_leads_nowhere_has_no_position() {
    for path in [
        "",
        "goals",
        "$.",
        "$.goal",
        "$.goals[2]",
        "$.goals[x]",
        "$.goals[0",
        "$.title[0]",
        "$.goals.id",
        "$goals",
        r#"$["goals"#,
        r#"$["goals"x]"#,
        "$.goals[0].id.x",
    ] {
        assert_eq!(position(TEXT, path), None, "{path}");
    }
    assert_eq!(position("{", "$"), None);
}
