//! Download for an LMS: the site with a course, packed in the browser.

use crate::browser::files;
use crate::session::{NotPacked, Session, Tone};
use crate::text::CourseWords;
use crate::training::Course;

/// Downloads the package of the site with a course, or says why it cannot be made.
pub async fn download_package(session: Session, course: &Course) {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<CourseWords>();
    session.notices.show_passing(Tone::Success, texts.packing);
    let text = serde_json::to_string(course).unwrap_or_default();
    let packed = match session.pack_course(course, text).await {
        Ok(packed) => packed,
        Err(NotPacked(name)) => {
            return session
                .notices
                .show(Tone::Error, sentences.not_packed(&name));
        }
    };
    let name = course.file_name().replace(".json", "-scorm12.zip");
    match files::download_bytes(&name, "application/zip", &packed) {
        Ok(()) => session.notices.show(Tone::Success, words.downloaded),
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}
