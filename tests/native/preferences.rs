//! Preferences are read back as chosen; an unreadable one becomes the default alone.

use seatwork::domain::PartnerRole;
use seatwork::session::preferences::{ExportSeparator, Preferences, Theme};
use seatwork::sheet::Separator;
use seatwork::text::Language;

fn all_preferences() -> Vec<Preferences> {
    let mut all = Vec::new();
    for theme in Theme::ALL {
        for language in [None, Some(Language::English), Some(Language::German)] {
            for role in PartnerRole::ALL {
                for chosen in [0, 1, 2, 3, 4] {
                    all.push(Preferences {
                        theme,
                        language,
                        role,
                        separator: ExportSeparator::ALL[chosen % 4],
                        collapsed: chosen == 1,
                        welcomed: chosen == 2,
                        present: chosen == 4,
                    });
                }
            }
        }
    }
    all
}

fn write(preferences: Preferences) -> String {
    serde_json::to_string(&preferences).expect("it is a struct of strings")
}

/// As the program reads them when it starts.
fn read(text: &str) -> Preferences {
    serde_json::from_str(text).unwrap_or_default()
}

#[test]
fn every_choice_is_read_back() {
    for preferences in all_preferences() {
        assert_eq!(read(&write(preferences)), preferences);
        assert_eq!(preferences.partner_user().role, preferences.role);
    }
}

/// `public/boot.js` reads theme, language and `welcomed` in this form before the program is loaded.
#[test]
fn the_stored_form_is_the_one_that_the_start_page_reads() {
    assert_eq!(
        write(Preferences::default()),
        r#"{"theme":null,"language":null,"role":"admin"}"#
    );
    let chosen = Preferences {
        theme: Theme::Dark,
        language: Some(Language::German),
        role: PartnerRole::SalesAgent,
        ..Preferences::default()
    };
    assert_eq!(
        write(chosen),
        r#"{"theme":"dark","language":"de","role":"sales"}"#
    );
    let collapsed = Preferences {
        collapsed: true,
        welcomed: true,
        present: true,
        ..Preferences::default()
    };
    assert_eq!(
        write(collapsed),
        r#"{"theme":null,"language":null,"role":"admin","collapsed":true,"welcomed":true,"present":true}"#
    );
}

#[test]
fn the_separator_goes_by_the_language_unless_it_was_chosen() {
    let by_language = ExportSeparator::default();
    assert_eq!(by_language.in_language(Language::English), Separator::Comma);
    assert_eq!(
        by_language.in_language(Language::German),
        Separator::Semicolon
    );
    let tab = ExportSeparator::from_code(Some("tab"));
    assert_eq!(tab.in_language(Language::German), Separator::Tab);
    assert_eq!(ExportSeparator::from_code(Some("\u{1f980}")), by_language);
}

#[test]
fn damaged_preferences_are_the_default_or_keep_what_is_whole() {
    let chosen = Preferences {
        theme: Theme::Dark,
        language: Some(Language::German),
        role: PartnerRole::HelpdeskAgent,
        separator: ExportSeparator::Always(Separator::Tab),
        collapsed: true,
        welcomed: true,
        present: true,
    };
    let text = write(chosen);
    for cut in 0..text.len() {
        assert_eq!(
            read(&text[..cut]),
            Preferences::default(),
            "{}",
            &text[..cut]
        );
    }
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 0x04;
        let damaged = String::from_utf8(bytes).expect("it is still ASCII");
        let Preferences {
            theme,
            language,
            role,
            ..
        } = read(&damaged);
        assert!(
            [Theme::Dark, Theme::System].contains(&theme)
                && [Some(Language::German), None].contains(&language)
                && [PartnerRole::HelpdeskAgent, PartnerRole::AdminAgent].contains(&role),
            "{damaged}"
        );
    }
    for nonsense in ["", "null", "{}", "[]", "7", "dark", "\"dark\"", "🦀"] {
        assert_eq!(read(nonsense), Preferences::default(), "{nonsense}");
    }
}

#[test]
fn an_unknown_choice_is_the_default_and_the_others_stay() {
    let dark = Preferences {
        theme: Theme::Dark,
        ..Preferences::default()
    };
    for text in [
        r#"{"theme":"dark","language":"fr","role":"owner"}"#,
        r#"{"theme":"dark","language":null,"role":"admin","more":[1]}"#,
        r#"{"theme":"dark"}"#,
        r#"{"theme":"dark","language":""}"#,
        r#"{"theme":"dark","role":" admin"}"#,
    ] {
        assert_eq!(read(text), dark, "{text}");
    }
    for text in [
        r#"{"theme":"sepia","role":"admin"}"#,
        r#"{"theme":"","language":"-","role":"-"}"#,
        r#"{"theme":"Dark","language":null,"role":"Admin"}"#,
    ] {
        assert_eq!(read(text), Preferences::default(), "{text}");
    }
    let helpdesk = Preferences {
        role: PartnerRole::HelpdeskAgent,
        ..Preferences::default()
    };
    assert_eq!(
        read(r#"{"theme":"sepia","language":"xx","role":"helpdesk"}"#),
        helpdesk
    );
}

#[test]
fn a_language_is_found_by_any_of_its_tags() {
    for (tag, language) in [
        ("de", Some(Language::German)),
        ("DE-at", Some(Language::German)),
        ("en-GB-oxendict", Some(Language::English)),
        ("den", None),
        ("fr", None),
        ("", None),
        ("-de", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
}
