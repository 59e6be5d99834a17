//! What is shown for an unknown address.

use leptos::prelude::*;

use crate::browser::element;
use crate::session::Session;
use crate::session::address::route::Route;

/// The page for an unknown address.
#[component]
pub fn NotFound(
    /// What was not found; the page, if nothing is said.
    #[prop(optional)]
    title: Option<&'static str>,
    #[prop(optional)] text: Option<&'static str>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let title = title.unwrap_or(words.not_found);
    element::set_title(&format!("{title} – Seatwork"));
    view! {
        <div class="empty">
            <h1 tabindex="-1">{title}</h1>
            <p>{text.unwrap_or(words.not_found_text)}</p>
            <p>
                <a href=session.link(&Route::customers())>{words.to_customers}</a>
            </p>
        </div>
    }
}
