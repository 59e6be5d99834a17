//! The panel while an author arranges or records.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::element;
use crate::live::RwSignal;
use crate::screen::shared::question::Question;
use crate::session::Session;
use crate::text::BesideWords;
use crate::training::Making;
use crate::ui::text;

/// How many changes were recorded, and the ways to end it.
pub fn recording(session: Session, making: Making) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<BesideWords>();
    let count = move || {
        let count = session.with_attempt(|open| open.replay.progress().changes());
        let count = count.unwrap_or_default();
        sentences.recording(count, &session.number(count))
    };
    let (hint, stop) = match making {
        Making::Start => (texts.arranging_hint, texts.stop_arranging),
        _ => (texts.recording_hint, texts.stop_recording),
    };
    let asks = RwSignal::new(false);
    let question = Question {
        title: texts.discard_title,
        text: texts.discard_text,
        yes: words.discard,
        no: words.cancel,
        is_dangerous: true,
        focus: ".side h2",
    };
    let discard = move || {
        spawn_local(async move {
            if let Err(reason) = session.drop_making().await {
                session.say_not_saved(&reason);
            }
            element::focus_soon("main h1");
        });
    };
    view! {
        <p class="recording" role="status">
            {text(count)}
        </p>
        <p>{hint}</p>
        <div class="exercise-buttons">
            <button
                type="button"
                class="primary"
                on:click=move |_| spawn_local(session.stop_making())
            >
                {stop}
            </button>
            <button type="button" on:click=move |_| asks.set(true)>
                {words.discard}
            </button>
        </div>
        {question.view(asks, discard)}
    }
    .into_any()
}
