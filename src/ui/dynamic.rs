//! Reactive parts of a view, compiled once.

use crate::live::reactive;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// A part of a view, rebuilt when something that it reads changes. The closure is boxed, so that
/// the code around it is compiled once: otherwise it is a third of the program.
pub fn dynamic(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    erased(Box::new(part))
}

fn erased(part: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || part()).into_any()
}

/// A reactive text.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> SharedReactiveFunction<String> {
    reactive(text)
}

/// The value `true` of a state such as `aria-disabled`, or no attribute.
pub fn state(
    holds: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || holds().then_some("true"))
}

/// The value of `aria-expanded`, which is also given when it is false.
pub fn expanded(
    is_open: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || Some(if is_open() { "true" } else { "false" }))
}

/// A reactive condition.
pub fn when(holds: impl Fn() -> bool + Send + Sync + 'static) -> SharedReactiveFunction<bool> {
    reactive(holds)
}

/// The value of `aria-current` for a link to the present page.
pub fn current(
    is_here: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || is_here().then_some("page"))
}
