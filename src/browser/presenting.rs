//! Shows presses and keys on the page, for those who watch.

use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::element::listen_first;
use super::{clock, document, log_warning, parts};

/// What covers the page without being in the way, and shows presses and keys.
const STAGE: &str = ".presented";
/// How long a press or a key is shown.
const SHOWN: Duration = Duration::from_millis(1200);
/// Keys that are only shown together with another one.
const MODIFIERS: [&str; 6] = ["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead"];

/// Shows presses as rings and keys by their names while `is_presenting` returns true. What is typed
/// into fields is there to be seen anyway, and is not shown again.
pub fn show_presses(is_presenting: impl Fn() -> bool + Clone + 'static) {
    let is_on = is_presenting.clone();
    listen_first(&document(), "pointerdown", move |event| {
        if let (true, Ok(event)) = (is_on(), event.dyn_into::<MouseEvent>()) {
            show_ring(&event);
        }
    });
    listen_first(&document(), "keydown", move |event| {
        if let (true, Ok(event)) = (is_presenting(), event.dyn_into::<KeyboardEvent>()) {
            show_key(&event);
        }
    });
}

fn show_ring(event: &MouseEvent) {
    let Some(ring) = add("div", "ring") else {
        return;
    };
    let style = ring.style();
    for (property, at) in [("left", event.client_x()), ("top", event.client_y())] {
        log_warning(style.set_property(property, &format!("{at}px")));
    }
}

fn show_key(event: &KeyboardEvent) {
    if let (false, Some(name)) = (event.repeat(), name_of(event))
        && let Some(key) = add("kbd", "key")
    {
        key.set_text_content(Some(&name));
    }
}

/// Returns the name of the pressed keys, or `None` for a letter in a field.
fn name_of(event: &KeyboardEvent) -> Option<String> {
    let key = event.key();
    let is_letter = key.chars().count() == 1 && key != " ";
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    let is_typed = is_letter && !is_command && parts::is_focus_in_field();
    if is_typed || MODIFIERS.contains(&key.as_str()) {
        return None;
    }
    let held = [
        (event.ctrl_key(), "Ctrl+"),
        (event.meta_key(), "⌘"),
        (event.alt_key(), "Alt+"),
        (event.shift_key() && !is_letter, "Shift+"),
    ];
    let mut name: String = held
        .iter()
        .filter(|(held, _)| *held)
        .map(|(_, name)| *name)
        .collect();
    name.push_str(match key.as_str() {
        " " => "␣",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "Escape" => "Esc",
        other => other,
    });
    Some(name)
}

/// Adds an element to the stage, for a while.
fn add(tag: &str, class: &str) -> Option<HtmlElement> {
    let stage = document().query_selector(STAGE).ok().flatten()?;
    let stage: HtmlElement = stage.dyn_into().ok()?;
    if stage.child_element_count() == 0 {
        // Above a dialog that was opened since.
        log_warning(stage.hide_popover());
        log_warning(stage.show_popover());
    }
    let element = document().create_element(tag).ok()?;
    element.set_class_name(class);
    log_warning(stage.append_child(&element));
    let added: Element = element.clone();
    clock::after(SHOWN, move || added.remove());
    element.dyn_into().ok()
}
