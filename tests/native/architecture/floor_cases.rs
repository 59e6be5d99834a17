//! Made-up files and what they may not know.

use super::floors::{arrows_not_down, violations};

/// What is found in a made-up file, without the file's name.
fn check(file: &str, source: &str, expected: &[&str]) {
    let dependencies = ["chrono", "serde", "csv", "leptos", "web_sys"].map(str::to_owned);
    let expected: Vec<String> = expected
        .iter()
        .map(|what| format!("{file}:{what}"))
        .collect();
    assert_eq!(
        violations(file, source, &dependencies),
        expected,
        "{source}"
    );
}

#[test]
fn a_floor_above_or_beside_is_found_however_it_is_written() {
    let seen = |path: &str| format!("1: domain may not know the floor journal ({path})");
    for (source, path) in [
        ("use crate::journal::Journal;", "crate::journal::Journal"),
        ("use crate::{journal};", "crate::journal"),
        (
            "use crate::{domain::User, journal::{self, envelope}};",
            "crate::journal::self",
        ),
        ("pub use crate::journal::*;", "crate::journal::*"),
        ("use crate::journal as j;", "crate::journal"),
        (
            "fn f() { let x = crate::journal::PREFIX; }",
            "crate::journal::PREFIX",
        ),
        (
            "fn f(x: &crate::journal::Change) {}",
            "crate::journal::Change",
        ),
        (
            "type X = Vec<crate::journal::Change>;",
            "crate::journal::Change",
        ),
        (
            "macro_rules! m { () => { $crate::journal::seal() } }",
            "crate::journal::seal",
        ),
        (
            "#[derive(crate::journal::Stored)] struct X;",
            "crate::journal::Stored",
        ),
        (
            "use super::super::journal::Journal;",
            "super::super::journal::Journal",
        ),
        (
            "mod tests { use super::super::super::journal; }",
            "super::super::super::journal",
        ),
        ("use seatwork::journal;", "seatwork::journal"),
        (
            "const X: &str = \"\\\"\"; use crate::journal;",
            "crate::journal",
        ),
        (
            "const X: char = '\\''; use crate::journal;",
            "crate::journal",
        ),
        (
            "const X: &str = r#\"\"x\"#; use crate::journal;",
            "crate::journal",
        ),
        ("/* /* */ */ use crate::journal;", "crate::journal"),
        (
            "fn f<'a>(x: &'a str) -> &'a str { crate::journal::f(x) }",
            "crate::journal::f",
        ),
    ] {
        let mut expected = vec![seen(path)];
        if source.contains("envelope") {
            expected.push(seen("crate::journal::envelope"));
        }
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("src/domain/x.rs", source, &expected);
    }
}

#[test]
fn the_line_is_named_also_within_groups_and_after_texts_of_many_lines() {
    check(
        "src/sheet/read.rs",
        "//! About crate::domain::User.\nconst X: &str = \"\n\n\";\n\
         use crate::{\n    sheet::write,\n    domain::User,\n};\n",
        &["7: sheet may not know the floor domain (crate::domain::User)"],
    );
}

#[test]
fn super_counts_from_where_it_is_written() {
    check("src/domain/sample/mod.rs", "use super::User;", &[]);
    check(
        "src/domain/user.rs",
        "mod tests { use super::*; mod more { use super::super::User; } }",
        &[],
    );
    check(
        "src/domain/user.rs",
        "mod tests { fn f() { if true {} } } use super::super::ui;",
        &["1: domain may not know the floor ui (super::super::ui)"],
    );
    check(
        "src/domain.rs",
        "use super::ui::Button;",
        &["1: domain may not know the floor ui (super::ui::Button)"],
    );
}

#[test]
fn comments_texts_and_names_of_ones_own_are_no_paths() {
    check(
        "src/domain/x.rs",
        "/// See [`crate::journal::Journal`].\n// crate::ui::x\n/* use crate::ui; */\n\
         const X: &str = \"crate::ui::x\";\nconst Y: &str = r\"use leptos::prelude::*;\";\n\
         fn f(journal: &str) { journal::x(); web_sys(); self.journal::<u8>() }\n\
         pub(super) fn g<'ui>(x: &'ui str) {}\npub(in crate::domain) fn h() {}\n",
        &[],
    );
}

#[test]
fn the_domain_has_no_other_crates_and_no_door_to_the_world() {
    for (source, objection) in [
        (
            "use serde::Serialize; use chrono::TimeDelta; use std::fmt; use core::mem;\n\
             use zeroize::Zeroizing;",
            None,
        ),
        ("use csv::Writer;", Some("csv (csv::Writer)")),
        ("use ::csv::Writer;", Some("csv (csv::Writer)")),
        ("extern crate csv;", Some("csv (csv)")),
        (
            "fn f() { std::fs::read(\"x\"); }",
            Some("std (std::fs::read)"),
        ),
        (
            "use std::{fmt, time::Instant};",
            Some("std (std::time::Instant)"),
        ),
        (
            "use leptos::prelude::*;",
            Some("leptos (leptos::prelude::*)"),
        ),
        (
            "fn f() { chrono::Utc::now(); }",
            Some("chrono (chrono::Utc::now)"),
        ),
        (
            "use chrono::Utc; fn f() { Utc::now(); }",
            Some("Utc (Utc::now)"),
        ),
        ("use chrono::{Utc, Local};", Some("chrono (chrono::Local)")),
    ] {
        let expected = objection.map(|what| format!("1: domain may not know {what}"));
        check(
            "src/domain/x.rs",
            source,
            &expected.iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
}

#[test]
fn only_the_browser_floor_touches_the_browser() {
    for (file, name) in [
        ("src/ui/x.rs", "ui"),
        ("src/screen/x.rs", "screen"),
        ("src/session/x.rs", "session"),
        ("src/journal/x.rs", "journal"),
        ("src/text/x.rs", "text"),
        ("src/main.rs", "main"),
    ] {
        let found =
            |line: u8, of: &str, path: &str| format!("{line}: {name} may not know {of} ({path})");
        let expected = [
            found(1, "web_sys", "web_sys::Window"),
            found(2, "gloo_storage", "gloo_storage"),
            found(3, "wasm_bindgen", "wasm_bindgen::prelude::*"),
        ];
        check(
            file,
            "use web_sys::Window;\nuse gloo_storage as disk;\n\
             fn f() { { use wasm_bindgen::prelude::*; } }\n",
            &expected.each_ref().map(String::as_str),
        );
    }
    check(
        "src/browser/x.rs",
        "use web_sys::Window; use gloo_storage::Storage; use wasm_bindgen::JsCast;",
        &[],
    );
    check(
        "src/screen/x.rs",
        "use leptos::{prelude::*, web_sys};",
        &["1: screen may not know web_sys (leptos::web_sys)"],
    );
}

#[test]
fn functions_of_leptos_that_touch_the_browser_are_found() {
    for (source, found) in [
        ("fn f() { window(); }", Some("window (window)")),
        (
            "fn f() { let x = document().title(); }",
            Some("document (document)"),
        ),
        (
            "fn f() { view! { <p on:click=move |_| { set_timeout(g, h) } /> } }",
            Some("set_timeout (set_timeout)"),
        ),
        (
            "fn f() { window_event_listener(ev::beforeprint, g); }",
            Some("window_event_listener (window_event_listener)"),
        ),
        (
            "use leptos::prelude::window;",
            Some("window (leptos::prelude::window)"),
        ),
        (
            "fn f() { leptos::prelude::document(); }",
            Some("document (leptos::prelude::document)"),
        ),
        (
            "use leptos::leptos_dom::helpers::location;",
            Some("leptos_dom (leptos::leptos_dom::helpers::location)"),
        ),
        (
            "use leptos::tachys::dom::body;",
            Some("body (leptos::tachys::dom::body)"),
        ),
        (
            "use leptos::tachys::dom;",
            Some("dom (leptos::tachys::dom)"),
        ),
        (
            "use leptos_use::use_event_listener;",
            Some("leptos_use (leptos_use::use_event_listener)"),
        ),
        ("use crate::browser::window; fn f() { window(); }", None),
        ("fn document() {} fn f() { document(); }", None),
        (
            "fn f(window: &str) { let document = window; self.body(); x.location() }",
            None,
        ),
        (
            "use leptos::ev::SubmitEvent; fn f() { event_target_value(&event); }",
            None,
        ),
    ] {
        let expected = found.map(|what| format!("1: screen may not know {what}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("src/screen/x.rs", source, &expected);
    }
}

#[test]
fn floors_know_only_lower_ones() {
    assert_eq!(arrows_not_down(), [""; 0]);
}

#[test]
fn signals_live_in_session_controls_and_screens() {
    let source = "use leptos::prelude::*;";
    for file in [
        "src/session/x.rs",
        "src/ui/x.rs",
        "src/screen/x.rs",
        "src/main.rs",
    ] {
        check(file, source, &[]);
    }
    for name in ["journal", "sheet", "text", "training", "browser"] {
        let expected = format!("1: {name} may not know leptos (leptos::prelude::*)");
        check(&format!("src/{name}/x.rs"), source, &[&expected]);
    }
}

#[test]
fn controls_know_no_users() {
    check(
        "src/ui/x.rs",
        "use crate::text::Words; use crate::browser::element;",
        &[],
    );
    for floor in ["domain", "journal", "session", "screen", "sheet"] {
        let expected = format!("1: ui may not know the floor {floor} (crate::{floor}::X)");
        check(
            "src/ui/x.rs",
            &format!("use crate::{floor}::X;"),
            &[&expected],
        );
    }
}

#[test]
fn a_new_floor_has_to_be_entered_in_the_table() {
    assert_eq!(
        violations("src/utils/mod.rs", "", &[]),
        ["src/utils/mod.rs: there is no floor utils"]
    );
}
