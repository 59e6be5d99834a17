//! Parts of a view that follow what they read.

use leptos::prelude::*;

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
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// The attribute `true` of a state (`aria-disabled`, `aria-invalid`); without the state there is no attribute.
pub fn state(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<Option<&'static str>> {
    Signal::derive(move || holds().then_some("true"))
}

/// A condition that follows what it reads.
pub fn when(holds: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(holds)
}
