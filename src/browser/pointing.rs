//! Finds a control by its role and accessible name, and keeps a marker around it.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::arrow::{Frame, ROOM_FOR_ARROW, edges, is_in, place_for_arrow, seen_part};
use super::element::{Listening, listen_first};
use super::{clock, document, log_warning, window};
use crate::training::Role;

/// The attribute of the control that is pointed at.
const POINTED: &str = "data-pointed";
/// The marker around it.
const MARKER: &str = ".marker";
/// Where nothing is ever pointed at: the links of the breadcrumb are called like those of the menus
/// that are meant.
const ELSEWHERE: &str = "aside, dialog, footer, .breadcrumb";

thread_local! {
    /// Where the marker was put last.
    static PLACE: Cell<Option<Frame>> = const { Cell::new(None) };
}

/// What a control is called. Names are compared as screen readers say them.
#[derive(Debug, Clone)]
pub struct Sought {
    pub role: Role,
    pub name: String,
    /// Whether the control's name only begins like this.
    pub begins: bool,
}

/// Points at the first visible control that is sought and can be used, and returns whether there is
/// one.
pub fn point_at(sought: &Sought) -> bool {
    mark(find(sought, true))
}

/// Points at the first visible control that is sought and cannot be used now.
pub fn point_at_blocked(sought: &Sought) -> bool {
    mark(find(sought, false))
}

fn mark(found: Option<Element>) -> bool {
    stop();
    if let Some(element) = &found {
        PLACE.set(None);
        log_warning(element.set_attribute(POINTED, ""));
        scroll_to(element);
        track();
    }
    found.is_some()
}

/// Points at nothing any more.
pub fn stop() {
    if let Some(element) = pointed() {
        log_warning(element.remove_attribute(POINTED));
    }
}

/// Returns whether there is such a control that can be used now.
pub fn is_there(sought: &Sought) -> bool {
    find(sought, true).is_some()
}

/// Returns whether there is such a control, but none that can be used now.
pub fn is_blocked(sought: &Sought) -> bool {
    !is_there(sought) && find(sought, false).is_some()
}

/// What a person has done at a control: pressed it, or changed what it holds.
pub struct Use(Event);

impl Use {
    /// Returns whether it was done at this control.
    pub fn is_of(&self, sought: &Sought) -> bool {
        let is_press = matches!(sought.role, Role::Button | Role::Link);
        if is_press != (self.0.type_() == "click") {
            return false;
        }
        let target = self
            .0
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some((target, found)) = target.zip(find(sought, true)) else {
            return false;
        };
        let table_of = |element: &Element| element.closest("table").ok().flatten();
        match sought.role {
            // Links in rows lead to another screen, which tells; rows without one are selected.
            Role::Table => !has_links(&found) && found.contains(Some(&target)),
            Role::File => label_of(&target).as_ref() == Some(&found),
            // Selecting one row does as well as selecting all.
            Role::CheckBox if is_in(&found, "thead") => table_of(&target) == table_of(&found),
            _ => found.contains(Some(&target)),
        }
    }
}

/// Calls back before a control is used, as long as what is returned is kept.
pub fn on_use(then: impl Fn(Use) + Clone + 'static) -> [Listening; 2] {
    ["click", "change"].map(|event| {
        let then = then.clone();
        Listening::new(event, move |event| then(Use(event)))
    })
}

/// Calls back before anything is pressed, chosen or typed, at Escape, and before the program
/// follows a new address.
pub fn on_action(then: impl Fn() + Clone + 'static) {
    let at_address = then.clone();
    listen_first(&window(), "popstate", move |_| at_address());
    for event in ["click", "input", "change"] {
        let then = then.clone();
        listen_first(&document(), event, move |_| then());
    }
    listen_first(&document(), "keydown", move |event| {
        let key = event.dyn_into::<web_sys::KeyboardEvent>();
        if key.is_ok_and(|key| key.key() == "Escape") {
            then();
        }
    });
}

/// Returns what is pointed at.
pub(super) fn pointed() -> Option<Element> {
    let selector = format!("[{POINTED}]");
    document().query_selector(&selector).ok().flatten()
}

/// Returns whether the rows of a table are links.
fn has_links(table: &Element) -> bool {
    let found = table.query_selector("tbody a[href]");
    found.is_ok_and(|link| link.is_some())
}

fn find(sought: &Sought, usable: bool) -> Option<Element> {
    let all = document().query_selector_all(selector(sought.role)).ok()?;
    let elements = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok());
    let is_sought = |element: &Element| {
        let name = name_of(element);
        let name = name.trim();
        let fits = if sought.begins {
            name.starts_with(&sought.name)
        } else {
            name == sought.name
        };
        let is_meant = fits && is_usable(element) == usable;
        is_meant && is_visible(element) && !is_in(element, ELSEWHERE)
    };
    let found = elements.into_iter().find(is_sought)?;
    Some(match sought.role {
        // The table may be wider than the region in which it scrolls.
        Role::Table => found
            .closest("[role=region]")
            .ok()
            .flatten()
            .unwrap_or(found),
        // The field itself is not seen.
        Role::File => label_of(&found).unwrap_or(found),
        _ => found,
    })
}

const fn selector(role: Role) -> &'static str {
    match role {
        Role::Button => "button",
        Role::CheckBox => "input[type=checkbox]",
        Role::ComboBox => "select",
        Role::File => "input[type=file]",
        Role::Form => "form",
        Role::Group => "fieldset",
        Role::Link => "a[href]",
        Role::SearchBox => "input[type=search]",
        Role::Table => "table",
        Role::TextBox => "input[type=text]",
    }
}

/// Returns the name of a control as far as the program uses the ways to give one.
fn name_of(element: &Element) -> String {
    if let Some(name) = element.get_attribute("aria-label") {
        return name;
    }
    let own = element.query_selector("legend, caption").ok().flatten();
    let named_by = own.or_else(|| label_of(element));
    let mut text = String::new();
    add_text(named_by.as_ref().unwrap_or(element), &mut text);
    text
}

fn label_of(element: &Element) -> Option<Element> {
    let around = || element.closest("label").ok().flatten();
    let id = element.id();
    if id.is_empty() {
        return around();
    }
    let label = document().query_selector(&format!("label[for={id}]"));
    label.ok().flatten().or_else(around)
}

/// Adds the text that screen readers read.
fn add_text(node: &Node, text: &mut String) {
    let mut next = node.first_child();
    while let Some(child) = next {
        match child.dyn_ref::<Element>() {
            Some(element) if is_silent(element) => {}
            Some(element) => add_text(element, text),
            None => text.push_str(&child.node_value().unwrap_or_default()),
        }
        next = child.next_sibling();
    }
}

fn is_silent(element: &Element) -> bool {
    element.has_attribute("hidden") || element.get_attribute("aria-hidden").is_some()
}

fn is_visible(element: &Element) -> bool {
    element.get_bounding_client_rect().width() > 0.0
}

/// Returns whether a control can be used now.
fn is_usable(element: &Element) -> bool {
    let is_disabled = element.matches(":disabled, [aria-disabled=true]");
    !is_disabled.unwrap_or_default()
}

/// Scrolls to the middle of a control, or to the beginning of a large one. The scroll padding
/// keeps it clear of what lies over the page.
fn scroll_to(element: &Element) {
    let height = element.get_bounding_client_rect().height();
    let window_height = window().inner_height().ok();
    let room = window_height.and_then(|height| height.as_f64());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(if height * 3.0 > room.unwrap_or_default() {
        ScrollLogicalPosition::Start
    } else {
        ScrollLogicalPosition::Center
    });
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let lacking = edges().top + ROOM_FOR_ARROW - element.get_bounding_client_rect().top();
    if lacking > 0.0 {
        window().scroll_by_with_x_and_y(0.0, -lacking);
    }
}

/// Keeps the marker around the control, frame by frame, until nothing is pointed at.
fn track() {
    let found = document().query_selector(MARKER).ok().flatten();
    let Some(marker) = found.and_then(|marker| marker.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let Some(element) = pointed().filter(is_visible) else {
        marker.set_hidden(true);
        return stop();
    };
    let place = seen_part(&element);
    let (width, height) = (place.right - place.left, place.bottom - place.top);
    let is_seen = width > 0.0 && height > 0.0;
    // Looking for room at every frame would make the arrow jump.
    let is_new = PLACE.replace(Some(place)) != Some(place);
    if is_seen && is_new {
        let style = marker.style();
        for (property, value) in [
            ("left", place.left),
            ("top", place.top),
            ("width", width),
            ("height", height),
        ] {
            log_warning(style.set_property(property, &format!("{value}px")));
        }
        let (side, x) = place_for_arrow(place);
        log_warning(style.set_property("--arrow", &format!("{x}px")));
        log_warning(marker.set_attribute("data-arrow", side));
    }
    marker.set_hidden(!is_seen);
    clock::next_frame(track);
}
