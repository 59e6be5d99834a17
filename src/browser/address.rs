//! The address bar and the history.
//!
//! Each history entry stores its index in `history.state`. The index tells back from forward, and
//! lets the program undo a step when the user decides to stay.

use super::element::listen;
use super::{log_error, window};

/// Returns the part of the address that starts with `#`.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Returns the path of the page's folder, with a slash at its end.
pub fn folder() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    path.get(..end).unwrap_or_default().to_owned()
}

/// Adds a history entry. Fires no event.
pub fn push(hash: &str, index: u32) {
    let history = window().history();
    log_error(
        history.and_then(|history| history.push_state_with_url(&index.into(), "", Some(hash))),
    );
}

/// Changes the current history entry. Fires no event.
pub fn replace(hash: &str, index: u32) {
    let history = window().history();
    log_error(
        history.and_then(|history| history.replace_state_with_url(&index.into(), "", Some(hash))),
    );
}

/// Goes back (negative) or forward by a number of history entries.
pub fn go(steps: i32) {
    let history = window().history();
    log_error(history.and_then(|history| history.go_with_delta(steps)));
}

/// Returns the index of the current history entry, or `None` for a new one, as after a link.
pub fn index() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the program only stores u32"
    )]
    Some(state as u32)
}

/// Reloads the page.
pub fn reload() {
    log_error(window().location().reload());
}

/// Calls back after a move to another history entry: a link, back, forward, or a typed address.
pub fn on_visit(then: impl Fn() + 'static) {
    listen(&window(), "popstate", move |_| then());
}

/// Makes the browser ask before the tab is closed or reloaded, if `is_guarded` returns true.
pub fn on_leaving_page(is_guarded: impl Fn() -> bool + 'static) {
    listen(&window(), "beforeunload", move |event| {
        if is_guarded() {
            event.prevent_default();
        }
    });
}
