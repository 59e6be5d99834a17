//! `docs/course.schema.json` is what the program reads. Write it anew after a change of the format:
//!
//! ```sh
//! WRITE_COURSE_SCHEMA=1 cargo test --test native training::schema
//! ```

use std::{env, fs};

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
