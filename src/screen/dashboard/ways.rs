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
                <a href=session.link(&Route::Dashboard)>{words.skip}</a>
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
    view! {
        <ul class="ways">
            <li>
                <a class="way" href=session.link(&Route::customers())>
                    <strong>{words.look_around}</strong>
                    <span>{words.look_around_text}</span>
                </a>
            </li>
            <li>
                <button type="button" class="way" on:click=move |_| follow(words.follow_docs)>
                    <strong>{words.follow_docs}</strong>
                    <span>{words.follow_docs_text}</span>
                </button>
            </li>
            <li>
                <a class="way" href=session.link(&Route::Training)>
                    <strong>{words.practise}</strong>
                    <span>{words.practise_text}</span>
                </a>
            </li>
        </ul>
    }
    .into_any()
}
