//! The page Workspace.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::{back_up, restore_section};
use super::desk::busy;
use super::prepared::prepared_section;
use super::reset::reset_section;
use crate::browser::{element, storage};
use crate::live::Signal;
use crate::session::Session;
use crate::text::WorkspaceWords;
use crate::ui::{ActionButton, Glyph, Message, MessageTone, Meter, dynamic, warning};

/// From this share of the storage on, in percent, a warning is shown.
const NEARLY_FULL: u32 = 80;

/// The page.
#[component]
pub fn WorkspacePage() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    element::set_title(&format!("{} – Seatwork", words.workspace));
    session.look_up_persistence();
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.workspace}</h1>
        </div>
        <div class="workspace">
            {dynamic(move || previous(session))}
            <section aria-labelledby="storage-used">
                <h2 id="storage-used">{texts.storage_used}</h2>
                {dynamic(move || storage_used(session))}
            </section>
            <section aria-labelledby="back-up">
                <h2 id="back-up">{texts.back_up}</h2>
                <p>{texts.back_up_hint}</p>
                <ActionButton
                    label=texts.back_up
                    glyph=Glyph::Download
                    why_not=busy(session)
                    on_press=move || spawn_local(back_up(session))
                />
            </section>
            {restore_section(session)}
            {prepared_section(session)}
            {reset_section(session)}
        </div>
    }
}

/// Offers to return to the workspace before.
fn previous(session: Session) -> AnyView {
    let texts = session.texts::<WorkspaceWords>();
    if !session.replacement.has_previous.get() {
        return ().into_any();
    }
    let go_back = move |_| {
        spawn_local(session.go_back());
        // The button disappears with the message.
        element::focus_soon("main h1");
    };
    view! {
        <Message tone=MessageTone::Warning text=texts.previous_kept>
            <button type="button" on:click=go_back>
                {texts.previous_back}
            </button>
        </Message>
    }
    .into_any()
}

fn storage_used(session: Session) -> AnyView {
    session.workspace().track();
    session.replacement.has_previous.track();
    let (texts, sentences) = (session.texts::<WorkspaceWords>(), session.sentences());
    let Some(storage::StorageUse { used, total }) = storage::measure() else {
        return view! { <p>{texts.not_stored}</p> }.into_any();
    };
    let promise = session
        .replacement
        .is_persistent
        .get()
        .map(|is_persistent| {
            let text = if is_persistent {
                texts.persistent
            } else {
                texts.not_persistent
            };
            view! { <p class="note">{text}</p> }
        });
    let percent = used.saturating_mul(100).checked_div(total).unwrap_or(0);
    let number = |number: u64| session.number(number);
    let [shown, of] = [used, total].map(|size| sentences.size(size.into(), &number));
    let text = sentences.storage_used(&shown, &of, &session.number(percent));
    let is_full =
        Signal::stored((percent >= NEARLY_FULL).then(|| texts.storage_filling.to_owned()));
    view! {
        <p class="storage-used">
            <Meter label=texts.storage_used used=percent total=100 high=NEARLY_FULL />
            <span>{text}</span>
        </p>
        {warning(is_full)}
        <p class="note">{texts.storage_hint}</p>
        {promise}
    }
    .into_any()
}
