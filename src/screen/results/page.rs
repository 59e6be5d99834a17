//! The page of a class's results.

use crate::live::{Memo, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::{export, figures, files, table};
use crate::browser::element;
use crate::screen::shared::download;
use crate::session::Session;
use crate::text::{CourseWords, ResultsWords};
use crate::ui::{ActionButton, Glyph, dynamic};

/// The page.
pub fn page() -> AnyView {
    let session = Session::get();
    let texts = session.texts::<ResultsWords>();
    let course_texts = session.texts::<CourseWords>();
    element::set_title(&format!("{} – Seatwork", course_texts.class_results));
    spawn_local(session.look_up_results());
    session.assess_with_courses();
    let desk = Desk::new(session);
    let list = table::list(desk);
    let is_empty = Memo::new(move |_| list.matching.read().is_empty());
    let is_any = Memo::new(move |_| !session.results.courses.read().is_empty());
    view! {
        <div class="head">
            <h1 tabindex="-1">{course_texts.class_results}</h1>
            <ActionButton
                label=texts.export_table
                glyph=Glyph::Download
                why_not=download::why_not(session, Signal::from(is_empty))
                on_press=move || export::export(desk, &list.matching.read_untracked())
            />
        </div>
        <div class="class-results">
            {files::choose(session)} {files::remarks(session)} {files::keeping(session)}
            {dynamic(move || {
                if is_any.get() {
                    view! {
                        {table::table(desk, list)}
                        {figures::figures(desk)}
                    }
                        .into_any()
                } else {
                    ().into_any()
                }
            })}
        </div>
    }
    .into_any()
}
