//! A package for learning management systems: the site with a course of one's own, SCORM 1.2. The
//! one with the built-in course is made by `cargo xtask dist`, of the same template.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::training::Course;

/// The file that lists the files of the site, for those who pack it.
pub const FILE_LIST: &str = "files.json";
/// The course in the package.
pub const COURSE_FILE: &str = "course.json";
/// The name of the element of the page that says where the course is.
pub const COURSE_ELEMENT: &str = "seatwork-course";

const PAGE: &str = "index.html";
const MANIFEST: &str = "imsmanifest.xml";
const TEMPLATE: &str = include_str!("imsmanifest.xml");

/// A file by its name.
pub type File = (String, Vec<u8>);

/// Returns the package of the files of the site with a course, whose text is given as well. The
/// page says where the course is.
///
/// # Errors
/// When a name cannot be written.
pub fn package(course: &Course, text: String, site: Vec<File>) -> ZipResult<Vec<u8>> {
    let mut files: Vec<File> = site.into_iter().map(with_course).collect();
    files.push((COURSE_FILE.to_owned(), text.into_bytes()));
    let manifest = manifest(course, files.iter().map(|(name, _)| name.as_str()));
    // Systems look for the manifest first.
    files.insert(0, (MANIFEST.to_owned(), manifest.into_bytes()));
    // Sizes stand before the contents: some systems cannot read entries that have them after it.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(&content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Returns a file; the page with the place of the course.
fn with_course((name, content): File) -> File {
    if name != PAGE {
        return (name, content);
    }
    let page = String::from_utf8_lossy(&content);
    let element = format!("<meta name=\"{COURSE_ELEMENT}\" content=\"./{COURSE_FILE}\">\n</head>");
    (name, page.replacen("</head>", &element, 1).into_bytes())
}

/// Returns the manifest of a package with these files.
fn manifest<'a>(course: &Course, files: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for file in files {
        let _infallible = writeln!(list, "      <file href=\"{}\"/>", escape(file));
    }
    TEMPLATE
        .replace("{id}", &escape(&course.id))
        .replace("{version}", &course.version.to_string())
        .replace("{files}", &list)
        .replace("{title}", &escape(course.title.english_first()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
