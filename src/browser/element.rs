//! What screens need of the document and its elements.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement};

use super::{document, window};

/// Listens as long as the page lives.
pub fn listen(target: &EventTarget, event: &str, then: impl Fn(Event) + 'static) {
    let callback = Closure::<dyn Fn(Event)>::new(then).into_js_value();
    if let Err(error) = target.add_event_listener_with_callback(event, callback.unchecked_ref()) {
        web_sys::console::error_1(&error);
    }
}

/// Takes away what `index.html` showed while the program was loading.
pub fn remove_skeleton() {
    if let Some(skeleton) = document().get_element_by_id("boot") {
        skeleton.remove();
    }
}

/// Puts the focus on the first element that matches the selector, after what has just changed is in the document.
pub fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    super::clock::after(std::time::Duration::ZERO, move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok())
            && let Err(error) = element.focus()
        {
            web_sys::console::warn_1(&error);
        }
    });
}

/// Puts the focus on the first element that matches the selector, should no other have it.
pub fn focus_if_lost(selector: &'static str) {
    super::clock::after(std::time::Duration::ZERO, move || {
        let document = document();
        if document
            .active_element()
            .is_none_or(|element| element.tag_name() == "BODY")
        {
            focus_soon(selector);
        }
    });
}

/// Calls back when the keys for "undo" are pressed where the browser itself has nothing to undo: outside of fields, and not
/// under an open dialog.
pub fn on_undo_key(then: impl Fn() + 'static) {
    listen(&window(), "keydown", move |event| {
        let event: web_sys::KeyboardEvent = event.unchecked_into();
        let is_undo = (event.ctrl_key() || event.meta_key())
            && !event.shift_key()
            && !event.alt_key()
            && event.key().eq_ignore_ascii_case("z");
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let elsewhere = ["input:not([type=checkbox]), textarea, select", "dialog"];
        let is_elsewhere = |target: &Element| {
            let inside = |selector| target.closest(selector).ok().flatten().is_some();
            elsewhere.into_iter().any(inside)
        };
        if is_undo && !target.as_ref().is_some_and(is_elsewhere) {
            event.prevent_default();
            then();
        }
    });
}

/// Shows a check box as checked, clear or, with none, as mixed.
pub fn set_checked(input: &HtmlInputElement, checked: Option<bool>) {
    input.set_checked(checked == Some(true));
    input.set_indeterminate(checked.is_none());
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the document's root element; `None` takes it off.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let done = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    if let Err(error) = done {
        web_sys::console::error_1(&error);
    }
}

/// Opens a dialog over the page, or closes it.
pub fn show_modal(dialog: &web_sys::HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        if let Err(error) = dialog.show_modal() {
            web_sys::console::error_1(&error);
        }
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// An id that no other element has.
pub fn unique_id(prefix: &str) -> String {
    use std::cell::Cell;
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    format!("{prefix}-{number}")
}
