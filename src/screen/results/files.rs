//! Choosing files, how far reading them is, what there is to say about them, and keeping them.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::element;
use crate::screen::shared::question::Question;
use crate::session::{AboutFile, FileRemark, Session};
use crate::text::ResultsWords;
use crate::ui::{FileDrop, ProgressBar, dynamic, text, when};

/// The file button, which is also where files are dropped.
pub fn choose(session: Session) -> AnyView {
    let texts = session.texts::<ResultsWords>();
    let results = session.results;
    view! {
        <FileDrop
            id="result-files"
            label=texts.choose_results
            hint=texts.results_hint
            drop_hint=texts.drop_files_here
            is_over=results.is_dragged_over
            is_done=Signal::derive(move || results.is_any())
            multiple=true
            on_choose=move |chosen| spawn_local(session.add_results(chosen))
        />
        {progress(session)}
    }
    .into_any()
}

fn progress(session: Session) -> AnyView {
    let texts = session.texts::<ResultsWords>();
    let progress = session.results.progress;
    let percent = Memo::new(move |_| {
        let [done, of] = progress.get()?;
        let percent = (done * 100).checked_div(of).unwrap_or(100);
        u32::try_from(percent).ok()
    });
    let message = Memo::new(move |_| {
        let percent = percent.get();
        // In steps of ten, so that screen readers do not announce every change.
        let said = |percent: u32| {
            session
                .sentences()
                .percent_done(texts.reading_results, percent / 10 * 10)
        };
        percent.map(said).unwrap_or_default()
    });
    view! {
        <div class="progress" hidden=when(move || progress.read().is_none())>
            <ProgressBar label=message.into() percent=percent.into() />
        </div>
        <p class="note" role="status">
            {text(move || message.get())}
        </p>
    }
    .into_any()
}

/// What there is to say about files, each by its name.
pub fn remarks(session: Session) -> AnyView {
    let texts = session.texts::<ResultsWords>();
    let remarks = session.results.remarks;
    let is_empty = Memo::new(move |_| remarks.read().is_empty());
    let items = move || {
        let all = remarks.get();
        let of_files = all.chunk_by(|one, next| one.file == next.file);
        of_files
            .map(|remarks| item(session, remarks))
            .collect_view()
            .into_any()
    };
    view! {
        <section class="about-files" aria-labelledby="about-files" hidden=is_empty>
            <h2 id="about-files">{texts.about_files}</h2>
            <ul>{dynamic(items)}</ul>
        </section>
    }
    .into_any()
}

/// Everything about one file.
fn item(session: Session, remarks: &[FileRemark]) -> AnyView {
    let file = remarks.first().map(|remark| remark.file.clone());
    let sentences = remarks.iter().map(|remark| sentence(session, &remark.what));
    let sentences: Vec<String> = sentences.collect();
    view! {
        <li>
            <strong dir="auto">{file}</strong>
            ": "
            {sentences.join(" ")}
        </li>
    }
    .into_any()
}

fn sentence(session: Session, what: &AboutFile) -> String {
    let sentences = session.sentences();
    let language = untrack(|| session.language());
    match what {
        AboutFile::NotReadable => sentences.file_not_readable().to_owned(),
        AboutFile::Bad(bad) => sentences.bad_results(*bad).to_owned(),
        AboutFile::Changed => sentences.file_changed().to_owned(),
        AboutFile::Empty => sentences.file_without_attempts().to_owned(),
        AboutFile::Foreign(count) => sentences.foreign_attempts(*count, &session.number(*count)),
        AboutFile::Doubled(count) => sentences.doubled_attempts(*count, &session.number(*count)),
        AboutFile::Copied(owner, count) => {
            sentences.copied_attempts(owner, *count, &session.number(*count))
        }
        AboutFile::Doubt(course, exercise, doubt) => {
            let exercise = course.exercises.get(*exercise);
            let title = exercise.map_or("", |exercise| language.of(&exercise.title));
            sentences.about_exercise(title, sentences.doubt(*doubt))
        }
    }
}

/// Whether the results are stored, and the buttons that keep and remove them.
pub fn keeping(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<ResultsWords>();
    let results = session.results;
    let is_open = RwSignal::new(false);
    let note = move || {
        let note = match results.is_kept.get() {
            true => texts.results_are_kept,
            false => texts.results_not_kept,
        };
        note.to_owned()
    };
    let question = Question {
        title: texts.remove_results_title,
        text: texts.remove_results_text,
        yes: texts.remove_results,
        no: words.cancel,
        is_dangerous: true,
        focus: "main h1",
    };
    let is_none = Signal::derive(move || !results.is_any());
    view! {
        <div class="keeping" hidden=when(move || is_none.get())>
            <p>{text(note)}</p>
            <div class="buttons">
                <button
                    type="button"
                    hidden=when(move || results.is_kept.get())
                    on:click=move |_| {
                        session.keep_results();
                        // The button is gone.
                        element::focus_if_lost("main h1");
                    }
                >
                    {texts.keep_results}
                </button>
                <button type="button" on:click=move |_| is_open.set(true)>
                    {texts.remove_results}
                </button>
            </div>
        </div>
        {question.view(is_open, move || session.remove_results())}
    }
    .into_any()
}
