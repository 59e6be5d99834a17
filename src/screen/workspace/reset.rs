//! Reset workspace: asks, names what goes, and offers a backup before.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::back_up;
use super::desk::{busy, finish};
use crate::browser::element;
use crate::live::RwSignal;
use crate::session::Session;
use crate::text::WorkspaceWords;
use crate::ui::{ActionButton, Dialog, Glyph, Icon, dynamic};

/// "Reset workspace", and its question.
pub fn reset_section(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    let is_open = RwSignal::new(false);
    let reset = move |_| {
        is_open.set(false);
        spawn_local(async move {
            let done = session.reset_workspace().await;
            let done = done.map_err(|failure| session.reason(&failure));
            finish(session, done, texts.workspace_was_reset);
        });
    };
    view! {
        <section aria-labelledby="reset-workspace">
            <h2 id="reset-workspace">{texts.reset_workspace}</h2>
            <p>{texts.reset_hint}</p>
            <span class="dangerous">
                <ActionButton
                    label=texts.reset_workspace
                    why_not=busy(session)
                    on_press=move || is_open.set(true)
                />
            </span>
            <Dialog
                open=is_open
                title=texts.reset_title.to_owned()
                on_close=move || {
                    is_open.set(false);
                    element::focus_if_lost("main h1");
                }
            >
                {dynamic(move || is_open.get().then(|| what_goes(session)).into_any())}
                <button type="button" on:click=move |_| spawn_local(back_up(session))>
                    <Icon glyph=Glyph::Download />
                    {texts.back_up_first}
                </button>
                <div class="buttons dangerous">
                    <button type="button" class="primary" on:click=reset>
                        {texts.reset_workspace}
                    </button>
                    <button type="button" autofocus on:click=move |_| is_open.set(false)>
                        {words.cancel}
                    </button>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}

fn what_goes(session: Session) -> AnyView {
    let (texts, sentences) = (session.texts::<WorkspaceWords>(), session.sentences());
    let entries = session.log().map_or(0, |log| log.entries.len());
    let text = sentences.what_reset_takes(entries, &session.number(entries));
    view! {
        <p>{text}</p>
        <p>{texts.reset_undoable}</p>
    }
    .into_any()
}
