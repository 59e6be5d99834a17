//! The address bar and the history.
//!
//! Every entry of ours carries its index in `history.state`, so that a step back or forward can be told apart and taken
//! back when the person decides to stay.

use wasm_bindgen::JsValue;

use super::element::listen;
use super::window;

/// The part of the address from the `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Adds an entry to the history. Fires no event.
pub fn push(hash: &str, index: u32) {
    report(
        window()
            .history()
            .and_then(|history| history.push_state_with_url(&index.into(), "", Some(hash))),
    );
}

/// Changes the current entry. Fires no event.
pub fn replace(hash: &str, index: u32) {
    report(
        window()
            .history()
            .and_then(|history| history.replace_state_with_url(&index.into(), "", Some(hash))),
    );
}

/// Goes so many entries back (negative) or forward.
pub fn go(steps: i32) {
    report(
        window()
            .history()
            .and_then(|history| history.go_with_delta(steps)),
    );
}

/// The index of the current entry; none when it is new, such as after a click on a link.
pub fn index() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "we wrote it as a u32"
    )]
    Some(state as u32)
}

/// Loads the page anew.
pub fn reload() {
    report(window().location().reload());
}

/// Calls back when the person went to another entry: a link, back, forward, or typed.
pub fn on_visit(then: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_| then());
}

/// Asks before the tab is closed or reloaded, whenever `guarded` says so then.
pub fn on_leaving_page(guarded: impl Fn() -> bool + 'static) {
    listen(&window(), "beforeunload", move |event| {
        if guarded() {
            event.prevent_default();
        }
    });
}

fn report(done: Result<(), JsValue>) {
    if let Err(error) = done {
        web_sys::console::error_1(&error);
    }
}
