//! `docs/course.schema.json` is what the program reads. Write it anew after a change of the format:
//!
//! ```sh
//! WRITE_COURSE_SCHEMA=1 cargo test --test native training::schema
//! ```

use std::collections::BTreeSet;
use std::{env, fs};

use serde_json::Value;

use seatwork::training::course_schema;

#[test]
fn the_file_is_current() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/course.schema.json");
    let schema = serde_json::to_string_pretty(&course_schema()).expect("it has JSON");
    let text = format!("{schema}\n");
    if env::var_os("WRITE_COURSE_SCHEMA").is_some() {
        fs::write(file, &text).expect("the file can be written");
    }
    let stored = fs::read_to_string(file).expect("the file is there");
    assert!(
        stored == text,
        "docs/course.schema.json differs: see the head of this test"
    );
}

/// Adds the names of the fields of an object, and of all kinds of one.
fn add_fields(schema: &Value, names: &mut BTreeSet<String>) {
    let properties = schema["properties"].as_object();
    names.extend(
        properties
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone()),
    );
    for kind in schema["oneOf"].as_array().into_iter().flatten() {
        add_fields(kind, names);
    }
}

#[test]
fn the_documentation_names_every_field() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/course.md");
    let text = fs::read_to_string(file).expect("the file is there");
    let schema = course_schema();
    let mut names = BTreeSet::new();
    add_fields(&schema, &mut names);
    for definition in ["exercise", "goal", "hint", "check"] {
        add_fields(&schema["$defs"][definition], &mut names);
    }
    for kind in schema["$defs"]["instruction"]["oneOf"]
        .as_array()
        .expect("kinds")
    {
        names.insert(kind["required"][0].as_str().expect("a name").to_owned());
    }
    names.remove("$schema");
    assert!(names.len() > 40, "{names:?}");
    for name in names {
        let is_named = text.contains(&format!("`{name}`")) || text.contains(&format!("\"{name}\""));
        assert!(is_named, "docs/course.md does not name {name}");
    }
}
