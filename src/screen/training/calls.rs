//! The calls of the real service that would have done the same as the attempt.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::domain::Change;
use crate::partner_center::{Call, calls};
use crate::session::{OpenAttempt, Session, Tone};
use crate::text::CallWords;
use crate::ui::{Glyph, Icon};

/// The calls, in the order of the changes, to be copied as one script.
pub fn calls_section(session: Session, open: &OpenAttempt) -> AnyView {
    let texts = session.texts::<CallWords>();
    let changes = session.changes_of_attempt();
    let all: Vec<Call> = changes
        .iter()
        .flat_map(|Change { event, .. }| calls(open.replay.state(), event, usize::MAX).calls)
        .collect();
    let join = |text: fn(&Call) -> String| {
        let texts: Vec<String> = all.iter().map(text).collect();
        texts.join("\n\n")
    };
    let content = if all.is_empty() {
        view! { <p>{texts.no_calls_made}</p> }.into_any()
    } else {
        let script = join(|call| call.powershell.clone());
        let requests = join(Call::rest);
        view! {
            <p>{texts.same_by_calls_text}</p>
            {block(session, texts.powershell_command, texts.copy_script, script)}
            {block(session, texts.rest_request, texts.copy_requests, requests)}
            <p class="note">{texts.calls_note}</p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="same-by-calls">
            <h2 id="same-by-calls">{texts.same_by_calls}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn block(
    session: Session,
    title: &'static str,
    copy_label: &'static str,
    content: String,
) -> AnyView {
    let words = session.words();
    let texts = session.texts::<CallWords>();
    let copied = content.clone();
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            match files::copy(&text).await {
                Ok(()) => session.notices.show_passing(Tone::Success, words.copied),
                Err(files::NotDone) => session.notices.show(Tone::Error, texts.call_not_copied),
            }
        });
    };
    view! {
        <details class="script">
            <summary>{title}</summary>
            <button type="button" on:click=copy>
                <Icon glyph=Glyph::Copy />
                <span>{copy_label}</span>
            </button>
            <pre tabindex="0" aria-label=title>
                <code>{content}</code>
            </pre>
        </details>
    }
    .into_any()
}
