//! The ways in, and the first visit, which says what this is.

use leptos::prelude::*;

use crate::browser::element;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::session::address::route::Route;
use crate::text::DashboardWords;

/// What this is, and three ways in.
#[component]
pub fn Welcome() -> impl IntoView {
    let session = Session::get();
    let texts = session.texts::<DashboardWords>();
    element::set_title(&format!("{} – Seatwork", texts.welcome));
    view! {
        <div class="welcome">
            <h1 tabindex="-1">{texts.welcome}</h1>
            <p class="lead">{texts.what_this_is} " " {texts.nothing_real}</p>
            <h2>{texts.where_to_begin}</h2>
            {ways_in(session)}
            <p>
                <a href=session.link(&Route::Dashboard)>{texts.skip}</a>
            </p>
        </div>
    }
}

/// Three ways in.
pub fn ways_in(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<DashboardWords>();
    let follow = move |title: &'static str| {
        session.navigation.go(Route::Dashboard);
        session.open_panel(Follow::All, title);
    };
    view! {
        <ul class="ways">
            <li>
                <a class="way" href=session.link(&Route::customers())>
                    <strong>{texts.look_around}</strong>
                    <span>{texts.look_around_text}</span>
                </a>
            </li>
            <li>
                <button type="button" class="way" on:click=move |_| follow(words.follow_docs)>
                    <strong>{words.follow_docs}</strong>
                    <span>{texts.follow_docs_text}</span>
                </button>
            </li>
            <li>
                <a class="way" href=session.link(&Route::Training)>
                    <strong>{texts.practise}</strong>
                    <span>{texts.practise_text}</span>
                </a>
            </li>
        </ul>
    }
    .into_any()
}
