//! What belongs to this browser: kept as chosen, and only habits are lost where it cannot be read.

use seatwork::domain::PartnerRole;
use seatwork::journal::envelope;
use seatwork::session::state::preferences::{Preferences, Theme};
use seatwork::text::Language;

fn all() -> Vec<Preferences> {
    let mut all = Vec::new();
    for theme in Theme::ALL {
        for language in [None, Some(Language::English), Some(Language::German)] {
            for role in PartnerRole::ALL {
                all.push(Preferences {
                    theme,
                    language,
                    role,
                });
            }
        }
    }
    all
}

#[test]
fn every_choice_is_read_back() {
    for preferences in all() {
        assert_eq!(Preferences::read(&preferences.write()), preferences);
        assert_eq!(preferences.partner_user().role, preferences.role);
    }
}

/// `public/boot.js` reads theme and language by this form before the program has arrived.
#[test]
fn the_stored_form_is_the_one_that_the_start_page_reads() {
    let content = |preferences: Preferences| {
        let text = preferences.write();
        let (sum, content) = text
            .strip_prefix(&format!("{} ", envelope::VERSION))
            .and_then(|rest| rest.split_once(' '))
            .expect("it is wrapped");
        assert!(
            sum.len() == 8 && sum.bytes().all(|byte| b"0123456789abcdef".contains(&byte)),
            "{text}"
        );
        content.to_owned()
    };
    assert_eq!(content(Preferences::default()), "- - admin");
    let chosen = Preferences {
        theme: Theme::Dark,
        language: Some(Language::German),
        role: PartnerRole::SalesAgent,
    };
    assert_eq!(content(chosen), "dark de sales");
}

#[test]
fn damaged_preferences_are_as_at_the_beginning() {
    let chosen = Preferences {
        theme: Theme::Dark,
        language: Some(Language::German),
        role: PartnerRole::HelpdeskAgent,
    };
    let text = chosen.write();
    for cut in 0..text.len() {
        assert_eq!(
            Preferences::read(&text[..cut]),
            Preferences::default(),
            "{}",
            &text[..cut]
        );
    }
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 0x04;
        let damaged = String::from_utf8(bytes).expect("it is still ASCII");
        let read = Preferences::read(&damaged);
        assert_eq!(read, Preferences::default(), "{damaged}");
    }
    for nonsense in ["", "null", "{}", "1 00000000 {}", "🦀"] {
        assert_eq!(
            Preferences::read(nonsense),
            Preferences::default(),
            "{nonsense}"
        );
    }
}

#[test]
fn an_unknown_choice_is_as_at_the_beginning_and_the_others_stay() {
    let read = |content: &str| Preferences::read(&envelope::seal(content));
    let dark = Preferences {
        theme: Theme::Dark,
        ..Preferences::default()
    };
    for content in [
        "dark fr owner",
        "dark - admin more",
        "dark",
        "dark ",
        "dark  admin",
    ] {
        assert_eq!(read(content), dark, "{content}");
    }
    for content in ["", " ", "sepia - admin", "- - -", "Dark - Admin"] {
        assert_eq!(read(content), Preferences::default(), "{content}");
    }
    let helpdesk = Preferences {
        role: PartnerRole::HelpdeskAgent,
        ..Preferences::default()
    };
    assert_eq!(read("sepia xx helpdesk"), helpdesk);
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
