//! The package for learning management systems with a course of one's own.

use std::io::{Cursor, Read};

use seatwork::results::package;
use seatwork::training::Course;

#[test]
fn the_package_has_the_manifest_first_every_file_and_the_course() {
    let mut course = Course::built_in().expect("it can be read");
    course.title.en = "A & B <\"C\">".to_owned();
    let text = serde_json::to_string(&course).expect("it has JSON");
    let page = b"<head><title>x</title></head><body>".to_vec();
    let site = vec![
        ("a-1.wasm".to_owned(), vec![0; 5_000]),
        ("index.html".to_owned(), page),
    ];
    let bytes = package(&course, text.clone(), site).expect("it can be packed");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    assert_eq!(
        names,
        ["imsmanifest.xml", "a-1.wasm", "index.html", "course.json"]
    );
    let mut read = |name: &str| {
        let mut content = Vec::new();
        let mut file = archive.by_name(name).expect("it is there");
        file.read_to_end(&mut content).expect("it can be read");
        content
    };
    assert_eq!(read("a-1.wasm"), vec![0; 5_000]);
    assert_eq!(read("course.json"), text.into_bytes());
    let page = String::from_utf8(read("index.html")).expect("it is text");
    assert!(
        page.contains("<meta name=\"seatwork-course\" content=\"./course.json\">\n</head>"),
        "{page}"
    );
    let manifest = String::from_utf8(read("imsmanifest.xml")).expect("it is text");
    for part in [
        r#"<manifest identifier="seatwork-users-and-licenses" version="1""#,
        "<title>A &amp; B &lt;&quot;C&quot;></title>",
        r#"<file href="index.html"/>"#,
        r#"<file href="course.json"/>"#,
    ] {
        assert!(manifest.contains(part), "{part}: {manifest}");
    }
}
