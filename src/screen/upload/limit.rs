//! The number of users that a file may have: a setting of the workspace, for demonstrations.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::upload::RecordLimit;
use crate::domain::{Command, Field, WorkspaceCommand};
use crate::screen::shared::form_problems::problems_at;
use crate::screen::shared::saving_form::{Saving, focus_mistake};
use crate::session::Session;
use crate::text::UploadWords;
use crate::ui::{Dialog, TextField, dynamic, text, warning};

/// The limit, and the button to change it.
#[component]
pub fn UploadLimit() -> impl IntoView {
    let session = Session::get();
    let (texts, sentences) = (session.texts::<UploadWords>(), session.sentences());
    let is_open = RwSignal::new(false);
    let limit = session.record_limit();
    let shown = move || session.number(limit.get().get());
    let above = Signal::derive(move || {
        (limit.get() > RecordLimit::REAL).then(|| sentences.above_the_real_limit(&shown()))
    });
    view! {
        <p class="limit">
            <span>{text(move || sentences.at_most_in_a_file(&shown()))}</span>
            <button
                type="button"
                class="quiet"
                aria-haspopup="dialog"
                on:click=move |_| is_open.set(true)
            >
                {texts.change_limit}
            </button>
        </p>
        {warning(above)}
        <Dialog
            open=is_open
            title=texts.change_limit.to_owned()
            on_close=move || {
                is_open.set(false);
                element::focus_if_lost(".limit button");
            }
        >
            {dynamic(move || is_open.get().then(|| content(session, is_open)).into_any())}
        </Dialog>
    }
}

fn content(session: Session, is_open: RwSignal<bool>) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let saving = Saving::new(session);
    let stored = untrack(|| session.record_limit().get().get().to_string());
    let (typed, tried) = (RwSignal::new(stored), RwSignal::new(false));
    let problems = Memo::new(move |_| {
        let mistake = RecordLimit::parse(&typed.read()).err();
        let mistake = mistake.filter(|_| tried.get());
        let mistake = mistake.map(|kind| kind.at(Field::RecordLimit));
        mistake.into_iter().collect::<Vec<_>>()
    });
    let save = move || {
        tried.set(true);
        let Ok(limit) = RecordLimit::parse(&typed.read_untracked()) else {
            return focus_mistake();
        };
        let message = session
            .sentences()
            .limit_changed(&session.number(limit.get()));
        saving.send(
            Command::Workspace(WorkspaceCommand::SetRecordLimit(limit)),
            message,
            move || is_open.set(false),
        );
    };
    let content = view! {
        <TextField
            id="record-limit"
            label=words.record_limit
            value=typed
            on_input=move |text| typed.set(text)
            problems=problems_at(session, problems.into(), Field::RecordLimit)
            help=Signal::stored(texts.record_limit_help.to_owned())
            required=true
            digits=true
            autofocus=true
        />
    };
    let everybody_may = Signal::stored(false);
    let close = move || is_open.set(false);
    saving.form(
        content.into_any(),
        words.save,
        false,
        everybody_may,
        save,
        close,
    )
}
