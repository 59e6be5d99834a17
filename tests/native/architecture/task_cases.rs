//! Made-up task folders and what they may not use of each other.

use super::names::uses;
use super::tasks::{unused_pieces, violations};

/// Asserts what the files under `src/screen/` may not use.
fn check(sources: &[(&str, &str)], expected: &[&str]) {
    let lib = ("src/lib.rs".to_owned(), "mod screen;".to_owned());
    let files = sources.iter();
    let files = files.map(|(file, text)| (format!("src/screen/{file}"), (*text).to_owned()));
    let files: Vec<(String, String)> = files.chain([lib]).collect();
    let found: Vec<String> = violations(&uses(&files))
        .iter()
        .map(|violation| violation.replace("src/screen/", ""))
        .collect();
    assert_eq!(found, expected, "{sources:?}");
}

const SCREEN: (&str, &str) = (
    "mod.rs",
    "mod frame; mod create; mod licenses; mod restore; mod shared; pub use frame::App;",
);
const TABLE: (&str, &str) = (
    "licenses/table.rs",
    "pub struct ProductTable; pub struct Rows; pub fn view() {}",
);
const LICENSES: (&str, &str) = (
    "licenses/mod.rs",
    "mod table; pub use table::{ProductTable, Rows, view};",
);

#[test]
fn the_frame_knows_the_tasks_and_they_know_what_is_shared() {
    check(
        &[
            SCREEN,
            ("frame/mod.rs", "mod app; pub use app::App;"),
            (
                "frame/app.rs",
                "use super::super::{licenses, shared::List}; \
                 pub fn App() { licenses::view(); crate::screen::create::view() }",
            ),
            (
                "create/mod.rs",
                "use super::shared::{List, Title}; pub fn view() {}",
            ),
            TABLE,
            LICENSES,
            ("shared/mod.rs", "pub struct List; pub struct Title;"),
        ],
        &[],
    );
}

#[test]
fn arrows_in_the_other_direction_are_found() {
    check(
        &[
            SCREEN,
            ("frame/mod.rs", "pub fn App() {} pub fn title() {}"),
            (
                "create/mod.rs",
                "use super::super::screen::App;\nfn f() { super::frame::title() }",
            ),
            TABLE,
            LICENSES,
            ("shared/mod.rs", "use crate::screen::{App, licenses::view};"),
        ],
        &[
            "create/mod.rs:1: create may not use App of frame",
            "create/mod.rs:2: create may not use title of frame",
            "shared/mod.rs:1: shared may not use App of frame",
            "shared/mod.rs:1: shared may not use view of licenses",
        ],
    );
}

#[test]
fn tasks_use_of_each_other_what_the_table_names() {
    check(
        &[
            SCREEN,
            (
                "create/mod.rs",
                "use super::licenses::ProductTable;\nfn f() { super::licenses::Rows }",
            ),
            (
                "restore/mod.rs",
                "\n\nuse crate::screen::licenses::{ProductTable, view};",
            ),
            TABLE,
            LICENSES,
        ],
        &[
            "create/mod.rs:2: create may not use Rows of licenses",
            "restore/mod.rs:3: restore may not use ProductTable of licenses",
            "restore/mod.rs:3: restore may not use view of licenses",
        ],
    );
}

#[test]
fn the_frame_uses_nothing_but_the_entry_of_a_task() {
    check(
        &[
            SCREEN,
            (
                "frame/mod.rs",
                "use super::create::view;\nuse crate::screen::licenses::{Rows, view};",
            ),
            ("create/mod.rs", "pub fn view() {} pub struct Other;"),
            TABLE,
            LICENSES,
        ],
        &["frame/mod.rs:2: frame may not use Rows of licenses"],
    );
}

#[test]
fn pieces_that_nobody_uses_are_found() {
    let unused = unused_pieces(&[]);
    assert!(unused.contains(&"create does not use ProductTable of licenses".to_owned()));
}
