//! Messages to the person, and damaged data.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, element, files};
use crate::session::{Notice, Session, Stay, Tone};
use crate::ui::{Glyph, Icon, Message, MessageTone, when};

/// The focus after a message is dismissed: the next message, or the screen.
const NEXT_MESSAGE: &str = ".notices > :not([hidden]) button, main h1";

/// Messages, in a live region that always exists, so that every message is announced.
#[component]
pub fn Notices() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let damaged = move || session.set_aside_count() > 0;
    view! {
        <div class="notices" role="status" aria-label=words.messages>
            <For
                each=move || session.notices.shown().get()
                key=|notice| notice.id
                children=move |notice| message(session, notice)
            />
            <div class="message warning" hidden=when(move || !damaged())>
                    <Icon glyph=Glyph::Warning />
                    <p>{words.damaged_kept}</p>
                    <div class="actions">
                        <button type="button" on:click=move |_| download_damaged(session)>
                            {words.download_damaged}
                        </button>
                        <button
                            type="button"
                            on:click=move |_| {
                                session.forget_set_aside();
                                element::focus_soon(NEXT_MESSAGE);
                            }
                        >
                            {words.delete_damaged}
                        </button>
                    </div>
            </div>
        </div>
    }
}

/// A message, with the button for what can be done about it.
fn message(session: Session, notice: Notice) -> AnyView {
    let words = session.words();
    let tone = match notice.tone {
        Tone::Success => MessageTone::Success,
        Tone::Warning => MessageTone::Warning,
        Tone::Error => MessageTone::Error,
    };
    let press = move |_| match notice.stay {
        Stay::Reload(_) => address::reload(),
        Stay::Waiting(_) => session.ask_again(),
        Stay::WriteAgain(_) => spawn_local(session.write_again()),
        _ => spawn_local(session.undo_latest()),
    };
    let button = match notice.stay {
        Stay::Undoable(label)
        | Stay::Reload(label)
        | Stay::Waiting(label)
        | Stay::WriteAgain(label) => Some(view! {
            <button type="button" on:click=press>
                {label}
            </button>
        }),
        Stay::Passing | Stay::UntilDismissed => None,
    };
    let dismiss = move |_| {
        session.notices.dismiss(notice.id);
        // The button disappears with its message.
        element::focus_soon(NEXT_MESSAGE);
    };
    view! {
        <Message tone text=notice.text>
            {button}
            <button type="button" class="dismiss" aria-label=words.dismiss on:click=dismiss>
                <Icon glyph=Glyph::Dismiss />
                <span>{words.dismiss}</span>
            </button>
        </Message>
    }
    .into_any()
}

fn download_damaged(session: Session) {
    let text = session.set_aside_text();
    if files::download("seatwork-damaged.json", "application/json", &text).is_err() {
        session
            .notices
            .show(Tone::Error, session.words().download_failed);
    }
}
