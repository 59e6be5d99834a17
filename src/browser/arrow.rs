//! What of a control is seen, and where the arrow that points at it covers least.

use web_sys::Element;

use super::{document, window};

/// What is in front of the page, or beside it.
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
pub(super) const ROOM_FOR_ARROW: f64 = 64.0;

/// A part of the window, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Returns where the page is seen in the window.
pub(super) fn edges() -> Frame {
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
pub(super) fn seen_part(element: &Element) -> Frame {
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
pub(super) fn place_for_arrow(place: Frame) -> (&'static str, f64) {
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

/// Returns whether an element is in one that is selected.
pub(super) fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}
