//! The question before unsaved work is left behind.

use crate::live::Signal;
use leptos::prelude::*;

use crate::browser::element;
use crate::session::Session;
use crate::ui::{Dialog, text};

/// Asks before unsaved changes or unseen passwords are lost.
#[component]
pub fn LeaveDialog() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let navigation = session.navigation;
    let pick = move |passwords: &'static str, edits: &'static str| {
        Signal::derive(move || {
            let text = if session.forms.are_passwords_at_risk() {
                passwords
            } else {
                edits
            };
            text.to_owned()
        })
    };
    view! {
        <Dialog
            open=navigation.is_stopped()
            title=pick(words.leave_title, words.leave_edits_title)
            on_close=move || {
                navigation.stay();
                element::focus_if_lost("main h1");
            }
        >
            <p>{text(move || pick(words.leave_text, words.leave_edits_text).get())}</p>
            <div class="buttons">
                <button type="button" class="primary" autofocus on:click=move |_| navigation.stay()>
                    {words.stay}
                </button>
                <button type="button" on:click=move |_| navigation.leave()>
                    {words.leave}
                </button>
            </div>
        </Dialog>
    }
}
