//! A course that is being made: its texts, its exercises, its file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::check::lack_list;
use super::desk::{Desk, shown_title};
use super::exercises::exercises_section;
use crate::browser::{clock, element, files};
use crate::live::{Memo, Signal};
use crate::screen::shared::course_added::show_added;
use crate::screen::shared::package::download_package;
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::{AuthoringWords, CourseWords};
use crate::training::{Course, TextOf, read_course};
use crate::ui::{ActionButton, Glyph, SelectField, dynamic};

/// The shares of goals from which on a course can be passed, in percent.
const PASS_MARKS: [u8; 6] = [50, 60, 70, 80, 90, 100];

/// The page of a draft.
pub fn course(id: &str) -> AnyView {
    let session = Session::get();
    let texts = session.texts::<AuthoringWords>();
    let desk = Desk::new(session, id, "");
    let is_there = Memo::new(move |_| desk.with_course(|_| ()).is_some());
    element::set_title(&format!("{} – Seatwork", texts.my_courses));
    dynamic(move || {
        if is_there.get() {
            page(desk)
        } else {
            gone(session)
        }
    })
}

/// The page for a draft that is not there.
pub fn gone(session: Session) -> AnyView {
    let texts = session.texts::<AuthoringWords>();
    let course_texts = session.texts::<CourseWords>();
    view! {
        <div class="head">
            <h1 tabindex="-1">{course_texts.draft_gone}</h1>
        </div>
        <p>
            <a href=session.link(&Route::Drafts)>{texts.my_courses}</a>
        </p>
    }
    .into_any()
}

fn page(desk: Desk) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let title = move || {
        let title = desk.with_course(|course| course.title.clone());
        shown_title(session, &title.unwrap_or_default(), texts.untitled_course)
    };
    view! {
        <p class="back">
            <a href=session.link(&Route::Drafts)>{texts.my_courses}</a>
        </p>
        <div class="head">
            <h1 tabindex="-1" dir="auto">
                {crate::ui::text(title)}
            </h1>
        </div>
        <div class="authoring">
            <section aria-labelledby="course-texts">
                <h2 id="course-texts">{texts.course_texts}</h2>
                {desk.text_fields(TextOf::Title, texts.draft_title, 1)}
                {desk.text_fields(TextOf::About, texts.draft_about, 2)} {pass_mark(desk)}
            </section>
            {exercises_section(desk)}
            <section aria-labelledby="course-done">
                <h2 id="course-done">{texts.course_file}</h2>
                {dynamic(move || {
                    let lacks = desk.with_course(Course::lacks).unwrap_or_default();
                    lack_list(session, &lacks)
                })}
                {buttons(desk)}
                <p class="note">{texts.stored_as_typed}</p>
            </section>
        </div>
    }
    .into_any()
}

fn pass_mark(desk: Desk) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let course_texts = session.texts::<CourseWords>();
    let own = untrack(|| desk.with_course(|course| course.pass));
    let mut marks = PASS_MARKS.to_vec();
    marks.extend(own.filter(|own| !PASS_MARKS.contains(own)));
    let options = marks.into_iter().map(|mark| {
        let text = sentences.percent(&session.number(mark));
        (mark.to_string(), text)
    });
    let value = move || {
        let pass = desk.with_course(|course| course.pass.to_string());
        pass.unwrap_or_default()
    };
    view! {
        <SelectField
            id="pass-mark"
            label=course_texts.pass_mark
            options=options.collect()
            value=Signal::derive(value)
            on_change=move |mark: String| {
                if let Ok(mark) = mark.parse() {
                    desk.edit_course(|course| course.pass = mark);
                }
            }
            help=texts.pass_mark_help
        />
    }
    .into_any()
}

fn buttons(desk: Desk) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let why_not = move || {
        let is_incomplete = desk.with_course(Course::is_incomplete).unwrap_or(true);
        is_incomplete.then(|| texts.course_incomplete.to_owned())
    };
    let why_not = Signal::derive(why_not);
    view! {
        <div class="buttons">
            <ActionButton
                label=texts.export_course
                glyph=Glyph::Download
                why_not=why_not
                primary=true
                on_press=move || export(desk)
            />
            <ActionButton
                label=course_texts.download_for_lms
                glyph=Glyph::Download
                why_not=why_not
                on_press=move || spawn_local(pack(desk))
            />
            <ActionButton
                label=texts.add_to_training
                why_not=why_not
                on_press=move || spawn_local(add(desk))
            />
        </div>
    }
    .into_any()
}

/// Returns the course as its file has it, or says what is wrong with it.
fn finished(desk: Desk) -> Option<(Course, String)> {
    let session = desk.session;
    let course = untrack(|| desk.with_course(Course::without_blank_hints))?;
    let text = serde_json::to_string_pretty(&course).unwrap_or_default() + "\n";
    match read_course(&text, clock::now()) {
        Ok(_) => Some((course, text)),
        Err(mistakes) => {
            let sentences = session.sentences();
            let mistakes = mistakes.iter().take(3);
            let mistakes: Vec<String> = mistakes
                .map(|mistake| sentences.course_mistake(mistake, None))
                .collect();
            let text = format!(
                "{} {}",
                session.texts::<AuthoringWords>().course_has_faults,
                mistakes.join(" ")
            );
            session.notices.show(Tone::Error, text);
            None
        }
    }
}

fn export(desk: Desk) {
    let session = desk.session;
    let words = session.words();
    let texts = session.texts::<AuthoringWords>();
    let Some((course, text)) = finished(desk) else {
        return;
    };
    let done = files::download(&course.file_name(), "application/json", &text);
    match done {
        Ok(()) => {
            session.note_export(&course.id);
            session.notices.show(Tone::Success, texts.course_exported);
        }
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}

async fn pack(desk: Desk) {
    if let Some((course, _)) = finished(desk) {
        desk.session.note_export(&course.id);
        download_package(desk.session, &course).await;
    }
}

async fn add(desk: Desk) {
    let session = desk.session;
    let Some((course, _)) = finished(desk) else {
        return;
    };
    match session.add_course(&course).await {
        Ok(()) => {
            session.note_export(&course.id);
            show_added(session, &course.id).await;
        }
        Err(reason) => session.say_not_saved(&reason),
    }
}
