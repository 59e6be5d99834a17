//! The ways in, and the first visit, which says what this is.

use leptos::prelude::*;

use crate::browser::element;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;

/// What this is, and three ways in.
#[component]
pub fn Welcome() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&format!("{} – Seatwork", words.welcome));
    view! {
        <div class="welcome">
            <h1 tabindex="-1">{words.welcome}</h1>
            <p class="lead">{words.what_this_is} " " {words.nothing_real}</p>
            <h2>{words.where_to_begin}</h2>
            {ways_in(session)}
            <p>
                <a href=Route::Dashboard.to_string()>{words.skip}</a>
            </p>
        </div>
    }
}

/// Three ways in.
pub fn ways_in(session: Session) -> AnyView {
    let words = session.words();
    let follow = move |title: &'static str| {
        session.navigation.go(Route::Dashboard);
        session.open_panel(Follow::All, title);
    };
    let button = move |title: &'static str, text: &'static str| {
        view! {
            <li>
                <button type="button" class="way" on:click=move |_| follow(words.follow_docs)>
                    <strong>{title}</strong>
                    <span>{text}</span>
                </button>
            </li>
        }
    };
    view! {
        <ul class="ways">
            <li>
                <a class="way" href=Route::customers().to_string()>
                    <strong>{words.look_around}</strong>
                    <span>{words.look_around_text}</span>
                </a>
            </li>
            {button(words.follow_docs, words.follow_docs_text)}
            {button(words.practise, words.practise_text)}
        </ul>
    }
    .into_any()
}
