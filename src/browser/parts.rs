//! Two parts of the page, the work and the panel beside it, and the focus in each.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::element::{focus_soon, listen};
use super::{document, log_warning, pointing, window};

/// What can have the focus.
const FOCUSABLE: &str = "a[href], button, input:not(:disabled), select, [tabindex]";
/// Where keys are typed.
const FIELDS: &str = "input:not([type=checkbox]), textarea, select, dialog, [popover]";

/// The parts of the page, each with the element that had the focus when it was left.
#[derive(Default)]
struct Left {
    work: Option<HtmlElement>,
    panel: Option<HtmlElement>,
}

/// Returns whether keys are typed into a field or a dialog.
pub(super) fn is_focus_in_field() -> bool {
    is_focus_in(FIELDS)
}

fn is_focus_in(selector: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// The panel beside the work.
const PANEL: &str = ".side";
/// What gets the focus where none was before: in the work, in the panel, and in the panel while it
/// is collapsed.
const STARTS: [&str; 3] = ["main h1", ".side h2", ".side-toggle"];

/// Returns whether the focus is in the panel.
pub fn is_focus_in_panel() -> bool {
    is_focus_in(PANEL)
}

/// Returns whether the panel is below the work, as `style/ui/side_panel.css` puts it in a narrow
/// window.
pub fn is_panel_below() -> bool {
    is_media("(width < 56.25rem)")
}

/// Returns whether there are probably keys: what is pointed with is not a finger.
pub fn has_keys() -> bool {
    !is_media("(pointer: coarse)")
}

fn is_media(query: &str) -> bool {
    let list = window().match_media(query).ok().flatten();
    list.is_some_and(|list| list.matches())
}

/// Moves the focus from the work to the panel, or back: to what is pointed at, or else to where it
/// was.
pub fn switch(is_collapsed: bool) {
    thread_local!(static LEFT: RefCell<Left> = RefCell::default());
    let active = document().active_element();
    let active = active.and_then(|active| active.dyn_into::<HtmlElement>().ok());
    let is_in_panel = is_focus_in_panel();
    let target = LEFT.with_borrow_mut(|left| {
        let (from, to) = if is_in_panel {
            (&mut left.panel, left.work.take())
        } else {
            (&mut left.work, left.panel.take())
        };
        *from = active;
        to
    });
    let pointed = is_in_panel.then(pointing::pointed).flatten();
    let target = pointed.and_then(focusable_in).or(target);
    let [work, panel, toggle] = STARTS;
    match target.filter(|target| target.offset_height() > 0) {
        Some(target) => log_warning(target.focus()),
        None if is_in_panel => focus_soon(work),
        None => focus_soon(if is_collapsed { toggle } else { panel }),
    }
}

/// Returns the element itself, the control that it labels, or the first one in it.
fn focusable_in(element: Element) -> Option<HtmlElement> {
    let labeled = element.get_attribute("for");
    let found = match labeled.and_then(|id| document().get_element_by_id(&id)) {
        Some(control) => Some(control),
        None if element.matches(FOCUSABLE).unwrap_or(false) => Some(element),
        None => element.query_selector(FOCUSABLE).ok().flatten(),
    };
    found.and_then(|found| found.dyn_into().ok())
}

/// Calls back when this key is pressed alone: wherever the focus is, or only outside of fields and
/// dialogs.
pub fn on_key(key: &'static str, also_in_fields: bool, then: impl Fn() + 'static) {
    listen(&window(), "keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        let is_alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let is_it = is_alone && event.key().eq_ignore_ascii_case(key);
        if is_it && (also_in_fields || !is_focus_in_field()) {
            event.prevent_default();
            then();
        }
    });
}
