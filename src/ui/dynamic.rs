//! Parts of a view that follow what they read.

use crate::live::reactive;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// A part of a view that is made anew whenever something that it reads changes.
///
/// The closure is boxed: whatever carries it out is compiled once, not once for every place it stands in, which is a third
/// of the whole program otherwise.
pub fn dynamic(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    erased(Box::new(part))
}

fn erased(part: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || part()).into_any()
}

/// A text that follows what it reads.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> SharedReactiveFunction<String> {
    reactive(text)
}

/// The attribute `true` of a state (`aria-disabled`, `aria-invalid`); without the state there is no attribute.
pub fn state(
    holds: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || holds().then_some("true"))
}

/// The attribute `aria-expanded`, which says no as well: that there is something to unfold.
pub fn expanded(
    is_open: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || Some(if is_open() { "true" } else { "false" }))
}

/// A condition that follows what it reads.
pub fn when(holds: impl Fn() -> bool + Send + Sync + 'static) -> SharedReactiveFunction<bool> {
    reactive(holds)
}

/// The attribute `page` of a link to where one is (`aria-current`).
pub fn current(
    is_here: impl Fn() -> bool + Send + Sync + 'static,
) -> SharedReactiveFunction<Option<&'static str>> {
    reactive(move || is_here().then_some("page"))
}
