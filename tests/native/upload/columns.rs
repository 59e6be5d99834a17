//! The table of columns, and what is made from it.

use seatwork::domain::upload::{COLUMNS, Column, sample_rows, validate};
use seatwork::sheet::{Separator, read, write};
use seatwork::text::Language;

use super::customer;
use crate::support::domain;

#[test]
fn the_table_has_every_column_in_order() {
    assert!(COLUMNS.iter().map(|rule| rule.column).eq(Column::ALL));
    for column in Column::ALL {
        assert_eq!(column.rule().column, column);
    }
    let required: Vec<Column> = COLUMNS
        .iter()
        .filter(|rule| rule.is_required)
        .map(|rule| rule.column)
        .collect();
    assert_eq!(required, [Column::DisplayName, Column::Email]);
}

#[test]
fn headings_are_known_in_both_languages_in_any_case_and_with_any_space() {
    for (heading, expected) in [
        ("First name", Some(Column::FirstName)),
        ("FIRST NAME", Some(Column::FirstName)),
        ("  first\u{a0}name ", Some(Column::FirstName)),
        ("First_Name", Some(Column::FirstName)),
        ("vorname", Some(Column::FirstName)),
        ("Last name", Some(Column::LastName)),
        ("Nachname", Some(Column::LastName)),
        ("\u{feff}Display name", Some(Column::DisplayName)),
        ("Anzeige\u{ad}name", Some(Column::DisplayName)),
        ("Email", Some(Column::Email)),
        ("E-Mail", Some(Column::Email)),
        ("e-mail-adresse", Some(Column::Email)),
        ("User name", Some(Column::Email)),
        ("Benutzername", Some(Column::Email)),
        ("Status update", Some(Column::StatusUpdate)),
        ("Statusupdate", Some(Column::StatusUpdate)),
        ("Statusaktualisierung", Some(Column::StatusUpdate)),
        ("Username", Some(Column::Email)),
        ("userPrincipalName", Some(Column::Email)),
        ("givenName", Some(Column::FirstName)),
        ("Name [displayName] Required", Some(Column::DisplayName)),
        (
            "User name [userPrincipalName] Required",
            Some(Column::Email),
        ),
        ("First Name [Required]", Some(Column::FirstName)),
        ("Email Address [Required]", Some(Column::Email)),
        ("New Primary Email [UPLOAD ONLY]", None),
        ("Password [Required]", None),
        ("[", None),
        ("[]", None),
        ("PRENOM", Some(Column::FirstName)),
        ("Nom", Some(Column::LastName)),
        ("Nom d'affichage", Some(Column::DisplayName)),
        ("Adresse e-mail", Some(Column::Email)),
        ("Cognome", Some(Column::LastName)),
        ("Correo electronico", Some(Column::Email)),
        ("Weergavenaam", Some(Column::DisplayName)),
        ("E-mail Display Name", None),
        ("Alternate email address", None),
        ("", None),
        (" - ", None),
        ("Name", None),
        ("Email 2", None),
        ("Ömail", None),
    ] {
        assert_eq!(Column::from_heading(heading), expected, "{heading:?}");
    }
}

#[test]
fn no_heading_stands_for_two_columns() {
    for rule in &COLUMNS {
        let own = [rule.english.heading, rule.german.heading];
        for heading in own.iter().chain(rule.aliases) {
            assert_eq!(
                Column::from_heading(heading),
                Some(rule.column),
                "{heading}"
            );
        }
    }
}

#[test]
fn the_sample_file_is_right_in_every_language() {
    for language in Language::ALL {
        let sentences = language.sentences();
        let rows = sample_rows(&domain("probe.example"), &|rule| {
            sentences.column_wording(rule)
        });
        let head: Vec<&str> = Column::ALL
            .into_iter()
            .map(|column| sentences.column(column))
            .collect();
        assert_eq!(rows[0], head);
        let table = read(&write(Separator::Comma, &rows), Separator::Comma).expect("it is right");
        let plan = validate(&table, &customer(), 100).expect("it is right");
        assert_eq!(plan.len(), 2);
        assert_eq!(plan.status_count(), 0);
    }
}

#[test]
fn the_help_says_what_the_table_says() {
    let [english, german] = Language::ALL.map(Language::sentences);
    assert_eq!(
        english.column_help(Column::FirstName),
        "Optional. At most 50 characters."
    );
    assert_eq!(
        german.column_help(Column::FirstName),
        "Optional. Höchstens 50 Zeichen."
    );
    for column in Column::ALL {
        let rule = column.rule();
        for (sentences, required) in [(english, "Required."), (german, "Erforderlich.")] {
            let help = sentences.column_help(column);
            assert_eq!(help.starts_with(required), rule.is_required, "{help}");
            assert!(
                rule.limit
                    .is_none_or(|limit| help.contains(&limit.to_string())),
                "{help}"
            );
        }
    }
}

#[test]
fn the_documentation_has_the_table() {
    let [english, german] = Language::ALL.map(Language::sentences);
    let mut table = String::from("|---|---|---|---|--:|---|\n");
    for rule in &COLUMNS {
        let [own, other] = [english, german].map(|sentences| sentences.column(rule.column));
        let required = if rule.is_required { "yes" } else { "" };
        let limit = rule.limit.map_or(String::new(), |limit| limit.to_string());
        let aliases = rule.aliases.join(", ");
        let help = rule.english.help;
        table += &format!("| {own} | {other} | {aliases} | {required} | {limit} | {help} |\n");
    }
    let documentation = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/upload.md");
    let documentation = std::fs::read_to_string(documentation).expect("it can be read");
    assert!(
        documentation.replace("\r\n", "\n").contains(&table),
        "{table}"
    );
}
