//! What is shown once a course has been added.

use crate::browser::{clock, element};
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::CourseWords;

/// Goes to the course on the page Training, and says that it was added.
pub async fn show_added(session: Session, id: &str) {
    let texts = session.texts::<CourseWords>();
    session.navigation.go(Route::Training);
    // Another screen clears messages that pass, and gives the focus to its heading.
    clock::next_task().await;
    session.notices.show(Tone::Success, texts.course_added);
    element::focus_soon(&format!("#course-{id}"));
}
