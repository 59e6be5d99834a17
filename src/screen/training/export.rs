//! "Export my results": the file that a trainee hands in.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::{element, files, storage};
use crate::results::NAME_LIMIT;
use crate::session::{Session, StoredAttempt, Tone};
use crate::text::TrainingWords;
use crate::ui::{Glyph, Icon, TextField, dynamic};

/// The key under which the tab remembers the name.
const KEY: &str = "seatwork/name";

/// The section, which says what is in the file, or that there is nothing to export yet.
pub fn export_section(session: Session, attempts: Signal<Vec<StoredAttempt>>) -> AnyView {
    let texts = session.texts::<TrainingWords>();
    let is_empty = Memo::new(move |_| attempts.read().is_empty());
    view! {
        <section class="export-results" aria-labelledby="export-results">
            <h2 id="export-results">{texts.export_results}</h2>
            {dynamic(move || {
                if is_empty.get() {
                    view! { <p class="note">{texts.no_results_yet}</p> }.into_any()
                } else {
                    form(session)
                }
            })}
        </section>
    }
    .into_any()
}

fn form(session: Session) -> AnyView {
    let texts = session.texts::<TrainingWords>();
    let name = RwSignal::new(storage::load_for_tab::<String>(KEY).unwrap_or_default());
    let is_tried = RwSignal::new(false);
    let problem = move || {
        let name = name.read();
        if name.trim().is_empty() {
            Some(texts.your_name_missing.to_owned())
        } else if name.trim().chars().count() > NAME_LIMIT {
            Some(session.sentences().name_too_long(NAME_LIMIT))
        } else {
            None
        }
    };
    let problems = Signal::derive(move || {
        let shown = is_tried.get().then(problem).flatten();
        shown.into_iter().collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        if untrack(problem).is_some() {
            return element::focus_soon("#your-name");
        }
        storage::save_for_tab(KEY, &name.get_untracked());
        export(session, &name.read_untracked());
    };
    view! {
        <p>{texts.export_results_hint}</p>
        <form class="form" novalidate on:submit=submit>
            <TextField
                id="your-name"
                label=texts.your_name
                value=name
                on_input=move |text| name.set(text)
                problems
                required=true
                autocomplete="name"
            />
            <button type="submit">
                <Icon glyph=Glyph::Download />
                <span>{texts.export_results}</span>
            </button>
        </form>
    }
    .into_any()
}

fn export(session: Session, name: &str) {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let written = match session.write_results(name) {
        Ok(written) => written,
        Err(reason) => {
            let text = session.sentences().storage_trouble(&reason);
            return session.notices.show(Tone::Error, text);
        }
    };
    let (file, content) = written;
    match files::download(&file, "application/json", &content) {
        Ok(()) => session.notices.show(Tone::Success, texts.results_exported),
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}
