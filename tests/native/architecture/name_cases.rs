//! Made-up files and the names that they use of each other.

use super::circles::circles;
use super::names::uses;

/// Adds the folder `src` to each file's name.
fn files(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let files = files.iter();
    let files = files.map(|(file, text)| (format!("src/{file}"), (*text).to_owned()));
    files.collect()
}

/// Asserts which names the files use of each other: `a.rs → b.rs: Name`.
fn check(sources: &[(&str, &str)], expected: &[&str]) {
    let found: Vec<String> = uses(&files(sources))
        .iter()
        .map(|one| format!("{} → {}: {}", &one.from[4..], &one.to[4..], one.name))
        .collect();
    assert_eq!(found, expected, "{sources:?}");
}

#[test]
fn a_name_belongs_to_the_file_that_defines_it() {
    let lib = ("lib.rs", "mod a; mod b;");
    let b = (
        "b.rs",
        "pub struct B; pub fn f() {} pub const C: u8 = 1;\n\
         pub enum E { V } pub trait T {} pub type Y = u8;",
    );
    for (a, expected) in [
        ("use crate::b::B;", "a.rs → b.rs: B"),
        ("use super::b::B as Other;", "a.rs → b.rs: B"),
        ("use crate::{b::{self, f}};", "a.rs → b.rs: f"),
        ("fn x() { super::b::f(); }", "a.rs → b.rs: f"),
        ("use crate::b; fn x() { b::f(); }", "a.rs → b.rs: f"),
        (
            "use crate::b as other; fn x() { other::f(); }",
            "a.rs → b.rs: f",
        ),
        ("fn x() { use super::b; b::f(); }", "a.rs → b.rs: f"),
        ("fn x(b: &crate::b::B) {}", "a.rs → b.rs: B"),
        ("const X: u8 = crate::b::C;", "a.rs → b.rs: C"),
        ("fn x() { let _ = crate::b::E::V; }", "a.rs → b.rs: E"),
        (
            "fn x() { match 1 { crate::b::C => {} _ => {} } }",
            "a.rs → b.rs: C",
        ),
        ("use crate::b::E::*;", "a.rs → b.rs: E"),
        ("use crate::b::E::{V as W};", "a.rs → b.rs: E"),
        ("struct X; impl crate::b::T for X {}", "a.rs → b.rs: T"),
        (
            "fn x<X: crate::b::T>() -> Vec<crate::b::Y> {}",
            "a.rs → b.rs: T|a.rs → b.rs: Y",
        ),
        ("mod tests { use super::super::b::B; }", "a.rs → b.rs: B"),
        (
            "mod tests { use super::*; fn x(b: B) {} } use super::b::B;",
            "a.rs → b.rs: B",
        ),
        ("use super::b::*; fn x(b: B) {}", "a.rs → b.rs: B"),
        // A module is not a use until something of it is.
        ("use super::b::*;", ""),
        ("use super::b;", ""),
        ("fn x(b: &str) { b.f(); String::f(); other::f(); }", ""),
        ("struct B; fn x(b: B) { self::B; }", ""),
        ("pub(in crate::b) fn x() {}", ""),
        ("use ::b::B;", ""),
        ("extern crate b;", ""),
        ("//! See [`crate::b::B`].", ""),
    ] {
        let expected: Vec<&str> = expected.split('|').filter(|one| !one.is_empty()).collect();
        check(&[lib, ("a.rs", a), b], &expected);
    }
}

#[test]
fn re_exports_are_followed() {
    let lib = ("lib.rs", "mod a; mod b;");
    let inner = ("b/inner.rs", "pub struct X; pub fn inner() {}");
    for (a, b) in [
        ("use crate::b::X;", "mod inner; pub use inner::X;"),
        ("use crate::b::X;", "mod inner; pub use self::inner::X;"),
        ("use crate::b::X;", "mod inner; pub use inner::*;"),
        ("use crate::b::X;", "mod inner; pub use crate::b::inner::X;"),
        ("use crate::b::Y;", "mod inner; pub use inner::X as Y;"),
        (
            "use crate::b::*; fn f(x: X) {}",
            "mod inner; pub(crate) use inner::{X};",
        ),
        (
            "use crate::b; fn f(x: b::X) {}",
            "mod inner; pub use inner::X;",
        ),
        ("use crate::b::inner::X;", "pub mod inner;"),
        (
            "use crate::b::inner; fn f(x: inner::X) {}",
            "pub mod inner;",
        ),
        (
            "use crate::b::more::X;",
            "mod inner; pub use inner as more;",
        ),
        (
            "use crate::b::more::X;",
            "mod inner; pub mod more { pub use super::inner::X; }",
        ),
    ] {
        for folder in ["b/mod.rs", "b.rs"] {
            check(
                &[lib, ("a.rs", a), (folder, b), inner],
                &["a.rs → b/inner.rs: X"],
            );
        }
    }
    // A function and a module of the same name.
    let b = ("b/mod.rs", "mod inner; pub use inner::inner;");
    check(
        &[
            lib,
            ("a.rs", "use crate::b; fn x() { b::inner(); }"),
            b,
            inner,
        ],
        &["a.rs → b/inner.rs: inner"],
    );
    // Re-exports in a circle.
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub use crate::b::*;"),
            ("b.rs", "pub use crate::a::*; use crate::a::X;"),
        ],
        &[],
    );
}

#[test]
fn a_re_export_in_a_file_with_child_files_is_no_use() {
    let inner = ("a/inner.rs", "pub struct X;");
    let lib = ("lib.rs", "mod a;");
    check(
        &[lib, ("a/mod.rs", "mod inner; pub use inner::X;"), inner],
        &[],
    );
    for text in [
        "mod inner; use inner::X;",
        "mod inner; pub use inner::X; fn f(x: X) {}",
        "mod inner; pub use inner::*; fn f(x: X) {}",
        "mod inner; fn f(x: inner::X) {}",
    ] {
        check(
            &[lib, ("a/mod.rs", text), inner],
            &["a/mod.rs → a/inner.rs: X"],
        );
    }
    // Elsewhere it is one.
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub use crate::b::B;"),
            ("b.rs", "pub struct B;"),
        ],
        &["a.rs → b.rs: B"],
    );
    // A name that the folder's own file defines.
    check(
        &[
            lib,
            ("a/mod.rs", "mod inner; pub struct A;"),
            ("a/inner.rs", "use super::A;"),
        ],
        &["a/inner.rs → a/mod.rs: A"],
    );
}

#[test]
fn macros_and_attributes_are_looked_into() {
    let lib = ("lib.rs", "mod a; mod b;");
    let b = ("b.rs", "pub struct B; pub fn f() {}");
    for a in [
        "fn x() { println!(\"{}\", crate::b::f()); }",
        "use super::b; fn x() { view! { <p on:click=move |_| { b::f() }>{text}</p> } }",
        "use super::b::*; fn x() { view! { <p>{f()}</p> } }",
        "macro_rules! m { () => { $crate::b::f() } }",
        "macro_rules! m { () => { use crate::b::f; } }",
        "macro_rules! m { ($x:expr) => { <$x as T>::new(crate::b::f) } }",
        "#[serde(skip_serializing_if = \"crate::b::f\")] struct X;",
        "#[serde(rename = \"f\", default = \"super::b::f\")] struct X;",
        "#[f(crate::b::f)] struct X;",
    ] {
        check(&[lib, ("a.rs", a), b], &["a.rs → b.rs: f"]);
    }
    for a in [
        "use super::b::*; fn x() { m!(x.f, f: 1, 'f, x::f, <T>::f, \"f\"); }",
        "#[serde(rename = \"crate::b::f\")] struct X;",
        "macro_rules! m { () => { pub(in crate::b) fn x() {} } }",
    ] {
        check(&[lib, ("a.rs", a), b], &[]);
    }
    check(
        &[
            lib,
            (
                "a.rs",
                "#[serde(try_from = \"Vec<crate::b::B>\", into = \"String\")] struct X;",
            ),
            b,
        ],
        &["a.rs → b.rs: B"],
    );
    check(
        &[
            lib,
            ("a.rs", "struct X { #[serde(with = \"super::b\")] y: u8 }"),
            ("b.rs", "pub fn serialize() {}"),
        ],
        &["a.rs → b.rs: serialize"],
    );
}

#[test]
fn child_modules_see_macros_and_macros_make_names() {
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            (
                "a/mod.rs",
                "macro_rules! make { ($name:ident) => { pub struct $name; pub struct Fixed; } }\n\
                 mod inner;",
            ),
            ("a/inner.rs", "make! { Made }"),
            (
                "b.rs",
                "use crate::a::inner::{Made, Other}; use crate::a::Fixed;",
            ),
        ],
        &[
            "a/inner.rs → a/mod.rs: make",
            "b.rs → a/inner.rs: Made",
            "b.rs → a/mod.rs: Fixed",
        ],
    );
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "macro_rules! m { () => {} } pub(crate) use m;"),
            ("b.rs", "use crate::a::m; m!();"),
        ],
        &["b.rs → a.rs: m"],
    );
}

#[test]
fn the_start_of_the_program_is_a_crate_of_its_own() {
    check(
        &[
            ("lib.rs", "pub mod a;"),
            ("a.rs", "pub fn f() {}"),
            ("main.rs", "fn main() { seatwork::a::f(); crate::a::f(); }"),
        ],
        &["main.rs → a.rs: f"],
    );
}

#[test]
fn circles_are_found_and_described() {
    let circle = |sources: &[(&str, &str)]| circles(&uses(&files(sources)));
    let lib = ("lib.rs", "mod a; mod b; mod c; mod d;");
    assert_eq!(
        circle(&[
            lib,
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "\nuse crate::c::{C, f}; pub struct B;"),
            ("c.rs", "pub struct C; pub fn f(a: super::a::A) {}"),
            ("d.rs", "use crate::a::A;"),
        ]),
        ["src/a.rs:1 → src/b.rs: B\nsrc/b.rs:2 → src/c.rs: C, f\nsrc/c.rs:1 → src/a.rs: A"]
    );
    // A folder and a file in it.
    assert_eq!(
        circle(&[
            ("lib.rs", "mod a;"),
            (
                "a/mod.rs",
                "mod inner; pub struct A; pub fn f() { inner::g() }"
            ),
            ("a/inner.rs", "use super::A; pub fn g() {}"),
        ]),
        ["src/a/inner.rs:1 → src/a/mod.rs: A\nsrc/a/mod.rs:1 → src/a/inner.rs: g"]
    );
    let two = [
        lib,
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::a::A; pub struct B;"),
        ("c.rs", "use crate::d::D; use crate::a::A; pub struct C;"),
        ("d.rs", "use crate::c::C; pub struct D;"),
    ];
    assert_eq!(circle(&two).len(), 2);
    let none = [
        lib,
        ("a.rs", "use crate::b::B; use crate::c::C;"),
        ("b.rs", "use crate::c::C; pub struct B;"),
        ("c.rs", "pub struct C;"),
    ];
    assert!(circle(&none).is_empty());
}
