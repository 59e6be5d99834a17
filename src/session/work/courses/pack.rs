//! Packages for learning management systems: making one with a course of one's own, and the course
//! that came in the package which the program was started from.

use crate::browser::{element, incoming};
use crate::results::{COURSE_ELEMENT, FILE_LIST, File, package};
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::text::CourseWords;
use crate::training::{COURSE_LIMIT, Course};

/// The most bytes of a file of the site.
const FILE_LIMIT: u64 = 32 * 1024 * 1024;

/// Why a package was not made: this file of the site could not be fetched, or not packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotPacked(pub String);

impl Session {
    /// Takes the course of the package as the one to be done, or says that it cannot be read.
    pub(in crate::session) fn take_packaged(self, packaged: Option<Result<Course, NotPacked>>) {
        match packaged {
            None => {}
            Some(Ok(course)) => {
                let course: &'static Course = Box::leak(Box::new(course));
                self.courses.packaged.set(Some(course));
            }
            Some(Err(_)) => {
                let text = self.texts::<CourseWords>().course_not_found;
                self.notices.show(Tone::Error, text);
            }
        }
    }

    /// Returns the package of the site, as it is where the program runs, with a course.
    ///
    /// # Errors
    /// When a file of the site cannot be fetched.
    pub async fn pack_course(self, course: &Course, text: String) -> Result<Vec<u8>, NotPacked> {
        let list = fetch(FILE_LIST).await?;
        let not_packed = |name: &str| NotPacked(name.to_owned());
        let names: Vec<String> =
            serde_json::from_slice(&list).map_err(|_| not_packed(FILE_LIST))?;
        let mut files: Vec<File> = Vec::new();
        for name in names {
            let content = fetch(&name).await?;
            files.push((name, content));
        }
        package(course, text, files).map_err(|_| not_packed(&course.file_name()))
    }
}

async fn fetch(name: &str) -> Result<Vec<u8>, NotPacked> {
    let fetched = incoming::fetch(&format!("./{name}"), FILE_LIMIT).await;
    fetched.map_err(|_| NotPacked(name.to_owned()))
}

/// Returns the course in the package which the program was started from: `None` without one, and an
/// error where it cannot be read.
pub(in crate::session) async fn packaged_course() -> Option<Result<Course, NotPacked>> {
    let address = element::meta(COURSE_ELEMENT)?;
    let fetched = incoming::fetch(&address, COURSE_LIMIT).await.ok();
    let course = fetched.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Some(course.ok_or(NotPacked(address)))
}
