//! Packs the built site for learning management systems: SCORM 1.2, one unit (SCO) with the
//! built-in course. The program finds the system's interface when it runs there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

use serde::Deserialize;

use crate::offline::write;
use crate::one_file::ONE_FILE;
use crate::places::Root;
use crate::process::{Failure, Outcome};
use crate::{sizes, zipped};

/// The package, beside the site.
pub const PACKAGE: &str = "seatwork-scorm12.zip";

const MANIFEST: &str = "imsmanifest.xml";
/// The template, which the program takes as well for packages with other courses.
const TEMPLATE: &str = include_str!("../../src/results/imsmanifest.xml");
/// The list of the files, with which the program makes such packages.
const FILE_LIST: &str = "files.json";
const COURSE: &str = "src/training/courses/users-and-licenses/course.json";

/// What the manifest takes from the course.
#[derive(Deserialize)]
struct Course {
    id: String,
    version: u32,
    title: Title,
}

#[derive(Deserialize)]
struct Title {
    en: String,
}

/// Writes the package of the site in a folder into that folder.
pub fn pack(root: &Root, folder: &Path) -> Outcome {
    let failed = |reason: String| Failure::new(format!("{PACKAGE} cannot be made: {reason}."));
    let course: Course = serde_json::from_str(&root.read(COURSE)?)
        .map_err(|error| failed(format!("{COURSE}: {error}")))?;
    let mut files: BTreeMap<String, Vec<u8>> = sizes::read_all(folder)?;
    // For people without a host.
    files.remove(ONE_FILE);
    let names: Vec<&String> = files.keys().collect();
    let list = serde_json::to_string(&names).map_err(|error| failed(error.to_string()))?;
    write(&folder.join(FILE_LIST), list)?;
    let manifest = manifest(&course, files.keys().map(String::as_str));
    let mut packed = Cursor::new(Vec::new());
    // Systems look for the manifest first.
    let all = std::iter::once((MANIFEST.to_owned(), manifest.as_bytes())).chain(
        files
            .iter()
            .map(|(path, content)| (path.clone(), &**content)),
    );
    zipped::write(&mut packed, all).map_err(|error| failed(error.to_string()))?;
    write(&folder.join(PACKAGE), packed.into_inner())
}

/// Returns the manifest. It names no mastery score: with one, systems would overrule what the
/// program reports.
fn manifest<'a>(course: &Course, files: impl Iterator<Item = &'a str>) -> String {
    let (id, version, title) = (&course.id, course.version, escape(&course.title.en));
    let files = files.fold(String::new(), |mut list, file| {
        let _infallible = writeln!(list, "      <file href=\"{}\"/>", escape(file));
        list
    });
    TEMPLATE
        .replace("{id}", id)
        .replace("{version}", &version.to_string())
        .replace("{files}", &files)
        .replace("{title}", &title)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_the_course_and_every_file() {
        let course = Course {
            id: "mine".to_owned(),
            version: 3,
            title: Title {
                en: "A & B <\"C\">".to_owned(),
            },
        };
        let text = manifest(&course, ["index.html", "a-1.wasm"].into_iter());
        for part in [
            r#"<manifest identifier="seatwork-mine" version="3""#,
            "<title>A &amp; B &lt;&quot;C&quot;></title>",
            r#"adlcp:scormtype="sco" href="index.html">"#,
            r#"<file href="index.html"/>"#,
            r#"<file href="a-1.wasm"/>"#,
            "<schemaversion>1.2</schemaversion>",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("masteryscore"));
    }
}
