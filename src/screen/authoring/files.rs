//! The files that an exercise brings along.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::element;
use crate::browser::incoming::{self, Chosen, decode};
use crate::live::{Memo, Signal, reactive};
use crate::session::Tone;
use crate::text::{AuthoringWords, CourseWords};
use crate::training::{Attachment, COURSE_LIMIT, FileEncoding};
use crate::ui::{ProblemList, TextArea, dynamic, state};

/// The files, with their content.
pub fn files_step(desk: Desk) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let count = Memo::new(move |_| {
        let count = desk.with_exercise(|exercise| exercise.files.len());
        count.unwrap_or_default()
    });
    let add = move |_| {
        let at = untrack(|| count.get());
        let name = format!("file-{}.csv", at + 1);
        desk.edit(|exercise| {
            exercise.files.push(Attachment {
                name,
                encoding: FileEncoding::Utf8,
                lines: Vec::new(),
            });
        });
        element::focus_soon(&format!("#file-{at}-name"));
    };
    let shown = move || match count.get() {
        0 => view! { <p class="note">{texts.no_files_yet}</p> }.into_any(),
        count => {
            let items = (0..count).map(|at| item(desk, at));
            view! { <ol class="goals-made">{items.collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <section aria-labelledby="step-files">
            <h2 id="step-files" tabindex="-1">
                {texts.step_files}
            </h2>
            <p>{texts.step_files_text}</p>
            {dynamic(shown)}
            <div class="buttons">
                <button type="button" on:click=add>
                    {texts.add_file}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Reads something of the file at this place, and tracks it.
fn read<T>(desk: Desk, at: usize, read: impl FnOnce(&Attachment) -> T) -> Option<T> {
    let read = desk.with_exercise(|exercise| exercise.files.get(at).map(read));
    read.flatten()
}

/// Changes the file at this place.
fn edit(desk: Desk, at: usize, edit: impl FnOnce(&mut Attachment)) {
    desk.edit(|exercise| {
        if let Some(file) = exercise.files.get_mut(at) {
            edit(file);
        }
    });
}

fn item(desk: Desk, at: usize) -> AnyView {
    let session = desk.session;
    let (texts, sentences) = (session.texts::<AuthoringWords>(), session.sentences());
    let label = sentences.file_number(&session.number(at + 1));
    let content = move || read(desk, at, |file| file.lines.join("\n"));
    let write = move |text: String| {
        let lines = text
            .split('\n')
            .map(|line| line.trim_end_matches('\r').to_owned());
        edit(desk, at, |file| file.lines = lines.collect());
    };
    let remove = move |_| {
        desk.edit(|exercise| {
            if at < exercise.files.len() {
                exercise.files.remove(at);
            }
        });
        element::focus_soon("#step-files");
    };
    view! {
        <li>
            <h3>{label.clone()}</h3>
            {name_field(desk, at, &label)} {encoding_field(desk, at, &label)}
            <TextArea
                id=format!("file-{at}-content")
                label=format!("{label}: {}", texts.file_content)
                lang=""
                rows=6
                value=Signal::derive(move || content().unwrap_or_default())
                on_input=write
            />
            <div class="buttons">
                {from_disk(desk, at, &label)}
                <button
                    type="button"
                    class="quiet"
                    aria-label=sentences.button_for(texts.remove_file, &label)
                    on:click=remove
                >
                    {texts.remove_file}
                </button>
            </div>
        </li>
    }
    .into_any()
}

fn name_field(desk: Desk, at: usize, label: &str) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let id = format!("file-{at}-name");
    let problems = format!("{id}-problems");
    let name = move || read(desk, at, |file| file.name.clone()).unwrap_or_default();
    let is_missing = move || name().trim().is_empty();
    let found = move || {
        let found = is_missing().then(|| texts.file_name_missing.to_owned());
        found.into_iter().collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label.to_owned()} ": " {texts.file_name}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-invalid=state(is_missing)
                aria-describedby=problems.clone()
                prop:value=reactive(name)
                on:input=move |event| {
                    let name = event_target_value(&event);
                    edit(desk, at, |file| file.name = name);
                }
            />
            <ProblemList id=problems problems=Signal::derive(found) />
        </div>
    }
    .into_any()
}

fn encoding_field(desk: Desk, at: usize, label: &str) -> AnyView {
    let texts = desk.session.texts::<AuthoringWords>();
    let id = format!("file-{at}-encoding");
    let problems = format!("{id}-problems");
    let is_wrong = move || read(desk, at, |file| file.bytes().is_none()).unwrap_or_default();
    let found = move || {
        let found = is_wrong().then(|| texts.not_in_encoding.to_owned());
        found.into_iter().collect::<Vec<_>>()
    };
    let option = |encoding: FileEncoding| {
        let name = match encoding {
            FileEncoding::Utf8 => texts.encoding_utf8,
            FileEncoding::Windows1252 => texts.encoding_1252,
        };
        let is_chosen = move || read(desk, at, |file| file.encoding == encoding) == Some(true);
        view! {
            <option value=encoding.code() selected=crate::ui::when(is_chosen)>
                {name}
            </option>
        }
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(encoding) = FileEncoding::from_code(&event_target_value(&event)) {
            edit(desk, at, |file| file.encoding = encoding);
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label.to_owned()} ": " {texts.file_encoding}</label>
            <select
                id=id
                aria-invalid=state(is_wrong)
                aria-describedby=problems.clone()
                on:change=choose
            >
                {FileEncoding::ALL.map(option).into_iter().collect_view()}
            </select>
            <ProblemList id=problems problems=Signal::derive(found) />
        </div>
    }
    .into_any()
}

/// Takes name and content from a file of the author's.
fn from_disk(desk: Desk, at: usize, label: &str) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<AuthoringWords>();
    let course_texts = session.texts::<CourseWords>();
    let id = format!("file-{at}-disk");
    let choose = move |event: leptos::ev::Event| {
        let Some(Chosen::File(file)) = incoming::chosen(&event) else {
            return;
        };
        spawn_local(async move {
            if file.size() > COURSE_LIMIT {
                return session
                    .notices
                    .show(Tone::Error, course_texts.draft_too_large);
            }
            let Ok(bytes) = file.read().await else {
                let text = session.sentences().file_not_readable();
                return session.notices.show(Tone::Error, text);
            };
            let as_utf8 = decode(&bytes, "utf-8").map(|text| (FileEncoding::Utf8, text));
            let as_1252 = || {
                let text = decode(&bytes, "windows-1252");
                text.map(|text| (FileEncoding::Windows1252, text))
            };
            if let Some((encoding, text)) = as_utf8.or_else(as_1252) {
                let lines = text.lines().map(str::to_owned).collect();
                edit(desk, at, |own| {
                    *own = Attachment {
                        name: file.name(),
                        encoding,
                        lines,
                    };
                });
            }
        });
    };
    view! {
        <span class="from-disk">
            <input
                id=id.clone()
                class="unseen"
                type="file"
                accept=".csv,.txt,text/csv,text/plain"
                aria-label=session.sentences().button_for(texts.file_from_disk, label)
                on:change=choose
            />
            <label for=id>{texts.file_from_disk}</label>
        </span>
    }
    .into_any()
}
