//! Start from a prepared workspace: a backup that lies beside the site, by its address.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::found;
use crate::browser::element;
use crate::live::{RwSignal, Signal};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::WorkspaceWords;
use crate::ui::{TextField, dynamic, text};

/// "Start from a prepared workspace" on the page Workspace: asks where it is.
pub fn prepared_section(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    let (link, is_missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let link = link.get_untracked();
        match link.trim() {
            "" => {
                is_missing.set(true);
                element::focus_soon("#prepared-link");
            }
            link => session.navigation.go(Route::prepared(link)),
        }
    };
    let problems = move || {
        let missing = is_missing.get().then(|| words.enter_value.to_owned());
        missing.into_iter().collect::<Vec<String>>()
    };
    let change = move |text| {
        link.set(text);
        is_missing.set(false);
    };
    view! {
        <section aria-labelledby="start-prepared">
            <h2 id="start-prepared">{texts.start_prepared}</h2>
            <form class="prepared" novalidate on:submit=open>
                <TextField
                    id="prepared-link"
                    label=texts.prepared_link
                    value=link
                    on_input=change
                    problems=Signal::derive(problems)
                    help=Signal::stored(texts.prepared_link_hint.to_owned())
                />
                <button type="submit">{texts.open_prepared}</button>
            </form>
        </section>
    }
    .into_any()
}

/// The page. It shows what is in the workspace before it replaces anything.
#[component]
pub fn Prepared(
    /// Its address, from the page's own on.
    url: String,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    element::set_title(&format!("{} – Seatwork", texts.start_prepared));
    let is_busy = session.replacement.is_busy;
    let wait = move || if is_busy.get() { words.loading } else { "" }.to_owned();
    spawn_local(session.read_prepared(url));
    view! {
        <div class="head">
            <h1 tabindex="-1">{texts.start_prepared}</h1>
        </div>
        <div class="workspace">
            <section>
                <p>{texts.prepared_hint}</p>
                <p class="note">{text(wait)}</p>
                <div role="status">{dynamic(move || found(session))}</div>
                <p>
                    <a href=session.link(&Route::customers())>{texts.keep_workspace}</a>
                </p>
            </section>
        </div>
    }
}
