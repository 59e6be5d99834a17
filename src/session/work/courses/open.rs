//! Opens the file of a course: one that was chosen or dropped, or one that lies beside the site.

use std::sync::Arc;
use std::time::Duration;

use crate::browser::clock;
use crate::browser::incoming::{self, Chosen, NotFetched, decode};
use crate::session::Session;
use crate::session::state::courses::{CourseTrouble, FoundCourse, FoundMistakes};
use crate::training::{COURSE_LIMIT, Course, Mistake, position, read_course};

/// The most mistakes that are shown, each with its place.
const MOST_SHOWN: usize = 200;

impl Session {
    /// Reads a chosen course file and checks all of it.
    pub async fn read_course_file(self, chosen: Chosen) {
        self.look_for_course(async {
            let file = match chosen {
                Chosen::Several(_) => return Err(CourseTrouble::Several),
                Chosen::Folder => return Err(CourseTrouble::Folder),
                Chosen::File(file) => file,
            };
            if file.size() > COURSE_LIMIT {
                return Err(CourseTrouble::TooLarge);
            }
            let bytes = file.read().await.map_err(|_| CourseTrouble::NotReadable)?;
            Ok((file.name(), bytes))
        })
        .await;
    }

    /// Fetches a course file that lies beside the site and checks all of it.
    pub async fn fetch_course_file(self, url: String) {
        self.look_for_course(async {
            match incoming::fetch(&url, COURSE_LIMIT).await {
                Ok(bytes) => Ok((url, bytes)),
                Err(NotFetched::Elsewhere) => Err(CourseTrouble::Elsewhere),
                Err(NotFetched::TooLarge) => Err(CourseTrouble::TooLarge),
                Err(NotFetched::NotFound) => Err(CourseTrouble::NotFound),
            }
        })
        .await;
    }

    async fn look_for_course(
        self,
        read: impl Future<Output = Result<(String, Vec<u8>), CourseTrouble>>,
    ) {
        let page = self.courses;
        page.found.set(None);
        page.is_busy.set(true);
        let read = read.await;
        // Lets the browser show that the file is being read.
        clock::sleep(Duration::from_millis(20)).await;
        page.found
            .set(Some(read.and_then(|(name, bytes)| check(name, &bytes))));
        page.is_busy.set(false);
    }
}

/// Returns the course in a file, or all that is wrong with it.
fn check(name: String, bytes: &[u8]) -> Result<FoundCourse, CourseTrouble> {
    let text = decode(bytes, "utf-8").ok_or(CourseTrouble::NotText)?;
    let course = read_course(&text, clock::now()).map_err(|mistakes| {
        let count = mistakes.len();
        let place = |mistake: Mistake| {
            let place = position(&text, &mistake.path);
            (mistake, place)
        };
        let mut first: Vec<_> = mistakes.into_iter().take(MOST_SHOWN).map(place).collect();
        // As one goes through the file.
        first.sort_by_key(|(_, place)| place.map(|place| (place.line, place.column)));
        CourseTrouble::Mistakes(FoundMistakes {
            name: name.clone(),
            first,
            count,
        })
    })?;
    if Course::named(&course.id).is_some() {
        return Err(CourseTrouble::BuiltIn);
    }
    let course = Arc::new(course);
    Ok(FoundCourse { name, course })
}
