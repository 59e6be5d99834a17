//! Finds a control by its role and accessible name, and keeps a marker around it.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

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
/// What is not of the page.
const APART: &str = "aside, dialog, footer, .notices";
/// What lies over the page, at the top and at the bottom of the window.
const BANNER: &str = ".simulation";
const NOTICES: &str = ".notices";
/// How far the marker reaches beyond a control, in pixels.
const RIM: f64 = 8.0;
/// The arrow in `style/ui/side_panel.css`, in pixels: half its width, and from where to where it is
/// beside a control.
const ARROW: (f64, f64, f64) = (14.0, 12.0, 54.0);
/// From where to where the small arrow is above a control.
const SMALL_ARROW: (f64, f64) = (26.0, 8.0);
/// The space that is left above a large control for the arrow, in pixels.
const ROOM_FOR_ARROW: f64 = 64.0;

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
        let is_press = matches!(sought.role, Role::Button | Role::Link | Role::Table);
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
            // What leads on is a link in a row.
            Role::Table => is_in(&target, "tbody a") && table_of(&target) == table_of(&found),
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

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}

/// Calls back before anything is pressed, chosen or typed, and at Escape.
pub fn on_action(then: impl Fn() + Clone + 'static) {
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

/// A part of the window, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// Returns where the page is seen in the window.
fn edges() -> Frame {
    let rect = |selector: &str| {
        let found = document().query_selector(selector).ok().flatten();
        found.map(|element| element.get_bounding_client_rect())
    };
    let size = |size: Result<wasm_bindgen::JsValue, _>| size.ok()?.as_f64();
    let (width, height) = (window().inner_width(), window().inner_height());
    let mut edges = Frame {
        left: 0.0,
        top: rect(BANNER).map_or(0.0, |banner| banner.bottom()),
        right: size(width).unwrap_or_default(),
        bottom: size(height).unwrap_or_default(),
    };
    if let Some(panel) = rect(".side").filter(|panel| panel.width() > 0.0) {
        if panel.left() > 0.0 {
            edges.right = edges.right.min(panel.left());
        } else {
            edges.bottom = edges.bottom.min(panel.top());
        }
    }
    if let Some(notices) = rect(NOTICES).filter(|notices| notices.height() > 0.0) {
        edges.bottom = edges.bottom.min(notices.top());
    }
    edges
}

/// Returns the part of a control that is seen.
fn seen_part(element: &Element) -> Frame {
    let (place, edges) = (element.get_bounding_client_rect(), edges());
    // The menu at the top is beside the banner at most.
    let top = if is_in(element, "header") {
        place.top()
    } else {
        edges.top
    };
    Frame {
        left: place.left().max(edges.left + RIM),
        top: place.top().max(top),
        right: place.right().min(edges.right - RIM),
        bottom: place.bottom().min(edges.bottom - RIM),
    }
}

/// Returns where the arrow covers least: its side, or "none" where there is no room for it, and how
/// far it is from the left edge of the control.
fn place_for_arrow(place: Frame) -> (&'static str, f64) {
    let (half, near, far) = ARROW;
    let (near_top, near_bottom) = SMALL_ARROW;
    let width = place.right - place.left;
    let start = f64::min(width / 2.0, 32.0);
    let y = place.top + f64::min((place.bottom - place.top) / 2.0, 32.0);
    let upright = |x: f64, top: f64, bottom: f64| Frame {
        left: place.left + x - half,
        top,
        right: place.left + x + half,
        bottom,
    };
    let lying = |left: f64, right: f64| Frame {
        left,
        top: y - half,
        right,
        bottom: y + half,
    };
    let (middle, end) = (width / 2.0, width - start);
    let along = [start, middle / 2.0, middle, width - middle / 2.0, end];
    let upright = along.map(|x| {
        let (above, below) = (place.top, place.bottom);
        [
            ("above", x, upright(x, above - far, above - near)),
            ("below", x, upright(x, below + near, below + far)),
            // A small one, as above the menu at the top.
            ("near", x, upright(x, above - near_top, above - near_bottom)),
        ]
    });
    let lying = [
        ("right", start, lying(place.right + near, place.right + far)),
        ("left", start, lying(place.left - far, place.left - near)),
    ];
    let all = upright.into_iter().flatten().chain(lying);
    let costs = all.filter_map(|(side, x, frame)| Some((side, x, cost_of_covering(frame)?)));
    let best = costs.min_by_key(|(_, _, cost)| *cost);
    best.map_or(("none", start), |(side, x, _)| (side, x))
}

/// Returns how much would be covered there: controls count more than texts. `None` if it is not
/// all in the window, or over what is no part of the page.
fn cost_of_covering(frame: Frame) -> Option<u32> {
    let (x, y) = (
        (frame.left + frame.right) / 2.0,
        (frame.top + frame.bottom) / 2.0,
    );
    let corners = [
        (frame.left, frame.top),
        (frame.right, frame.top),
        (x, y),
        (frame.left, frame.bottom),
        (frame.right, frame.bottom),
    ];
    let mut cost = 0;
    for (x, y) in corners {
        #[expect(clippy::cast_possible_truncation, reason = "a place in the window")]
        let found = document().element_from_point(x as f32, y as f32)?;
        cost += if is_in(&found, APART) {
            return None;
        } else if is_in(&found, "a, button, input, select, textarea, label, summary") {
            10
        } else if is_in(&found, "p, h1, h2, h3, td, th, li, legend, dt, dd") {
            1
        } else {
            0
        };
    }
    Some(cost)
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
