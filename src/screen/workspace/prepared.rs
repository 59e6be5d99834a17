//! Start from a prepared workspace: a backup that lies beside the site, by its address.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::found;
use crate::browser::element;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::ui::{dynamic, text};

/// The page. It shows what is in the workspace before it replaces anything.
#[component]
pub fn Prepared(
    /// Its address, from the page's own on.
    url: String,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&format!("{} – Seatwork", words.start_prepared));
    let is_busy = session.replacement.is_busy;
    let wait = move || if is_busy.get() { words.loading } else { "" }.to_owned();
    spawn_local(session.read_prepared(url));
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.start_prepared}</h1>
        </div>
        <div class="workspace">
            <section>
                <p>{words.prepared_hint}</p>
                <p class="note">{text(wait)}</p>
                <div role="status">{dynamic(move || found(session))}</div>
                <p>
                    <a href=Route::customers().to_string()>{words.keep_workspace}</a>
                </p>
            </section>
        </div>
    }
}
