//! The role, and the button for the preferences, in the head of every page.

use crate::live::RwSignal;
use leptos::prelude::*;

use super::chunks;
use crate::screen::shared::loading::when_loaded;
use crate::session::Session;
use crate::ui::{Glyph, Icon, dynamic, text};

/// The role, for the banner where the bar has no room for the person.
#[component]
pub fn Role() -> impl IntoView {
    let session = Session::get();
    let role = move || session.sentences().partner_role(session.preferences().role);
    view! { <p class="role">{text(move || role().to_owned())}</p> }
}

/// The button and its popover.
#[component]
pub fn Settings() -> impl IntoView {
    let session = Session::get();
    let (words, sentences) = (session.words(), session.sentences());
    let is_wanted = RwSignal::new(false);
    view! {
        <div class="settings">
            <p class="person">
                <Icon glyph=Glyph::Person />
                <span>{text(move || session.partner_user().name)}</span>
                <span class="note">
                    {text(move || sentences.partner_role(session.role()).to_owned())}
                </span>
            </p>
            <button
                type="button"
                popovertarget="settings"
                on:click=move |_| is_wanted.set(true)
            >
                <Icon glyph=Glyph::Settings />
                <span>{words.settings}</span>
            </button>
            <div id="settings" popover="auto">
                {dynamic(move || {
                    let form = || when_loaded(session, chunks::of_preferences(session));
                    is_wanted.get().then(form).into_any()
                })}
            </div>
        </div>
    }
}
