//! What the panel shows of an exercise.

use crate::live::Memo;
use leptos::prelude::*;

use super::buttons::buttons;
use super::goals::goals;
use super::recording::recording;
use crate::browser::files;
use crate::session::{Session, Tone};
use crate::text::{BesideWords, CourseWords};
use crate::training::{Attachment, Exercise, Making};
use crate::ui::{Glyph, Icon, dynamic, text};

/// The exercise of the attempt that this tab is in.
pub fn panel(session: Session) -> AnyView {
    // It stays the same until the tab enters another workspace, which rebuilds everything.
    let exercise = Memo::new(move |_| session.with_attempt(|open| open.exercise.id.as_str()));
    dynamic(move || {
        exercise.track();
        let exercise = untrack(|| session.with_attempt(|open| open.exercise));
        match untrack(|| session.making()) {
            Some(making @ (Making::Start | Making::Solution)) => recording(session, making),
            _ => exercise
                .map(|exercise| content(session, exercise))
                .into_any(),
        }
    })
}

fn content(session: Session, exercise: &'static Exercise) -> AnyView {
    let (texts, sentences) = (session.texts::<BesideWords>(), session.sentences());
    let course_texts = session.texts::<CourseWords>();
    let language = untrack(|| session.language());
    let time = move || {
        let seconds = session.with_attempt(|open| open.attempt.seconds);
        sentences.time_so_far(seconds.unwrap_or_default(), exercise.minutes)
    };
    let files = (!exercise.files.is_empty()).then(|| {
        let files = exercise.files.iter().map(|file| attachment(session, file));
        view! {
            <section class="exercise-files">
                <h3>{texts.files_for_exercise}</h3>
                {files.collect_view()}
            </section>
        }
    });
    view! {
        <p>{language.of(&exercise.story).to_owned()}</p>
        {files}
        <h3>{course_texts.goals}</h3>
        {goals(session, exercise)}
        <p class="note">{text(time)}</p>
        {buttons(session)}
    }
    .into_any()
}

fn attachment(session: Session, file: &'static Attachment) -> AnyView {
    let words = session.words();
    let download = move |_| {
        let bytes = file.bytes().unwrap_or_default();
        let done = files::download_bytes(&file.name, "text/csv", &bytes);
        match done {
            Ok(()) => session.notices.show(Tone::Success, words.downloaded),
            Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
        }
    };
    view! {
        <button type="button" on:click=download>
            <Icon glyph=Glyph::Download />
            <span>{file.name.clone()}</span>
        </button>
    }
    .into_any()
}
