//! What is shown until the workspace of the address is open, and why it is not.

use leptos::prelude::*;

use crate::browser::address;
use crate::session::address::route::Route;
use crate::session::{AttemptTrouble, Session};
use crate::ui::{Message, MessageTone};

/// Says that the workspace is being opened, or why it cannot be.
pub fn entering(session: Session, trouble: Option<&AttemptTrouble>) -> AnyView {
    let words = session.words();
    let way_on = || {
        view! { <a href=session.link(&Route::Training)>{words.to_training}</a> }
    };
    match trouble {
        None => view! {
            <p class="opening" role="status">
                {words.opening_workspace}
            </p>
        }
        .into_any(),
        Some(AttemptTrouble::Gone) => view! {
            <div class="head">
                <h1 tabindex="-1">{words.attempt_gone}</h1>
            </div>
            <div class="empty">
                <p>{words.attempt_gone_text}</p>
                {way_on()}
            </div>
        }
        .into_any(),
        Some(AttemptTrouble::NotToReplay) => view! {
            <div class="head">
                <h1 tabindex="-1">{words.replay_gone}</h1>
            </div>
            <div class="empty">
                <p>{words.replay_gone_text}</p>
                {way_on()}
            </div>
        }
        .into_any(),
        Some(AttemptTrouble::NotLoaded) => view! {
            <div class="head">
                <h1 tabindex="-1">{words.not_loaded}</h1>
            </div>
            <Message tone=MessageTone::Error text=words.not_loaded_text>
                <button type="button" on:click=|_| address::reload()>
                    {words.reload}
                </button>
            </Message>
        }
        .into_any(),
        Some(AttemptTrouble::NotOpened(reason)) => view! {
            <div class="head">
                <h1 tabindex="-1">{words.not_opened}</h1>
            </div>
            <Message tone=MessageTone::Error text=session.sentences().storage_trouble(reason)>
                <button type="button" on:click=|_| address::reload()>
                    {words.reload}
                </button>
            </Message>
            <p class="buttons">{way_on()}</p>
        }
        .into_any(),
    }
}
