//! The document and its elements.

use std::cell::Cell;
use std::time::Duration;

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{clock, document, log_error, log_warning, window};

/// Listens until the page is closed.
pub fn listen(target: &EventTarget, event: &str, then: impl Fn(Event) + 'static) {
    let callback = Closure::<dyn Fn(Event)>::new(then).into_js_value();
    log_error(target.add_event_listener_with_callback(event, callback.unchecked_ref()));
}

/// Listens until the page is closed, before the elements to which the event goes.
pub fn listen_first(target: &EventTarget, event: &str, then: impl Fn(Event) + 'static) {
    let callback = Closure::<dyn Fn(Event)>::new(then).into_js_value();
    let (listener, captures) = (callback.unchecked_ref(), true);
    log_error(target.add_event_listener_with_callback_and_bool(event, listener, captures));
}

/// Listens in the document, before the elements to which the event goes, as long as it is kept.
pub struct Listening {
    event: &'static str,
    callback: Closure<dyn Fn(Event)>,
}

impl Listening {
    /// Begins to listen.
    pub fn new(event: &'static str, then: impl Fn(Event) + 'static) -> Self {
        let callback = Closure::<dyn Fn(Event)>::new(then);
        let (listener, captures) = (callback.as_ref().unchecked_ref(), true);
        let target = document();
        log_error(target.add_event_listener_with_callback_and_bool(event, listener, captures));
        Self { event, callback }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let (listener, captured) = (self.callback.as_ref().unchecked_ref(), true);
        let target = document();
        log_error(
            target.remove_event_listener_with_callback_and_bool(self.event, listener, captured),
        );
    }
}

/// Calls back when there is a new version of the site, of which `boot.js` tells, perhaps already.
pub fn on_update(then: impl Fn() + 'static) {
    let root = document().document_element();
    if root.is_some_and(|root| root.has_attribute("data-update")) {
        then();
    }
    listen(&window(), "seatwork-update", move |_| then());
}

/// Calls back when the page is left. It may come back from the browser's back/forward cache.
pub fn on_page_hide(then: impl Fn() + 'static) {
    listen(&window(), "pagehide", move |_| then());
}

/// Returns whether the person sees the page, or at least its tab is in front.
pub fn is_page_visible() -> bool {
    !document().hidden()
}

/// Removes what `index.html` shows while the program is loading.
pub fn remove_skeleton() {
    if let Some(skeleton) = document().get_element_by_id("boot") {
        skeleton.remove();
    }
}

/// Focuses the first element that matches the selector, once pending changes are in the document.
pub fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    clock::after(Duration::ZERO, move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            log_warning(element.focus());
        }
    });
}

/// Focuses the first element that matches the selector if no other element has the focus.
pub fn focus_if_lost(selector: &'static str) {
    clock::after(Duration::ZERO, move || {
        let focused = document().active_element();
        if focused.is_none_or(|element| element.tag_name() == "BODY") {
            focus_soon(selector);
        }
    });
}

/// Returns whether the first element that matches the selector is pointed at or has the focus.
pub fn is_in_use(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let is_used = |element: Element| element.matches(":hover, :focus-within");
    found.is_some_and(|element| is_used(element).unwrap_or(false))
}

/// Where Ctrl+Z belongs to the browser or to a dialog.
const OWN_UNDO: &str = "input:not([type=checkbox]), textarea, select, dialog";

/// Calls back when Ctrl+Z or ⌘Z is pressed outside fields and dialogs.
pub fn on_undo_key(then: impl Fn() + 'static) {
    listen(&window(), "keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        let is_undo = (event.ctrl_key() || event.meta_key())
            && !event.shift_key()
            && !event.alt_key()
            && event.key().eq_ignore_ascii_case("z");
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let has_own_undo =
            target.is_some_and(|target| target.closest(OWN_UNDO).ok().flatten().is_some());
        if is_undo && !has_own_undo {
            event.prevent_default();
            then();
        }
    });
}

/// Shows a check box as checked, unchecked, or mixed for `None`.
pub fn set_checked(input: &HtmlInputElement, checked: Option<bool>) {
    input.set_checked(checked == Some(true));
    input.set_indeterminate(checked.is_none());
}

/// Scrolls to the first element that matches the selector, no further than needed, once pending
/// changes are in the document.
pub fn scroll_to_soon(selector: &'static str) {
    clock::after(Duration::ZERO, move || {
        if let Some(element) = document().query_selector(selector).ok().flatten() {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Returns what an element `meta` of the page with this name says.
pub fn meta(name: &str) -> Option<String> {
    let element = document().query_selector(&format!("meta[name={name}]"));
    element.ok()??.get_attribute("content")
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the root element, or removes it for `None`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    log_error(match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    });
}

/// Returns whether the dialog of an event is open.
pub fn is_open(event: &Event) -> bool {
    let dialog = event.target();
    dialog.is_some_and(|dialog| dialog.unchecked_into::<HtmlDialogElement>().open())
}

/// Opens or closes a modal dialog.
pub fn show_modal(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        log_error(dialog.show_modal());
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Closes the popover with this id.
pub fn hide_popover(id: &str) {
    let popover = document().get_element_by_id(id);
    if let Some(popover) = popover.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        log_warning(popover.hide_popover());
    }
}

/// Returns an id that no other element has.
pub fn unique_id(prefix: &str) -> String {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let number = NEXT.get();
    NEXT.set(number.wrapping_add(1));
    format!("{prefix}-{number}")
}
