//! Leptos' signals, compiled once for all types of values.
//!
//! Leptos compiles what keeps a signal up to date once for each type of value, about 3 KB each, and
//! Seatwork has some thirty. Here every value has one type underneath. Names and signatures are
//! Leptos' own. `docs/benchmarks.md` has the sizes with and without this module.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use ::leptos::tachys::reactive_graph::SharedReactiveFunction;
use leptos::prelude as leptos;
use leptos::{
    IntoAttributeValue, IntoRender, Read as _, ReadUntracked as _, Track as _, Update as _,
};

/// A value of any type, with the comparison of its type.
struct AnyValue {
    value: Box<dyn Any + Send + Sync>,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
}

impl AnyValue {
    /// A value that never equals another, so that every change notifies.
    fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            is_equal: |_, _| false,
        }
    }

    fn comparable<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            is_equal: |left, right| {
                let pair = left.downcast_ref::<T>().zip(right.downcast_ref::<T>());
                pair.is_some_and(|(left, right)| left == right)
            },
        }
    }
}

impl PartialEq for AnyValue {
    fn eq(&self, other: &Self) -> bool {
        (self.is_equal)(&*self.value, &*other.value)
    }
}

/// See [`leptos::prelude::Signal`](leptos::Signal).
pub struct Signal<T>(leptos::Signal<AnyValue>, PhantomData<fn() -> T>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Computes the value each time it is read.
    pub fn derive(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(
            derive(Box::new(move || AnyValue::new(compute()))),
            PhantomData,
        )
    }

    /// A value that never changes.
    pub fn stored(value: T) -> Self {
        Self(leptos::Signal::stored(AnyValue::new(value)), PhantomData)
    }

    /// Borrows the value, and tracks it.
    pub fn read(self) -> ReadGuard<T> {
        ReadGuard(self.0.read(), PhantomData)
    }

    /// Borrows the value without tracking it.
    pub fn read_untracked(self) -> ReadGuard<T> {
        ReadGuard(self.0.read_untracked(), PhantomData)
    }

    /// Applies a function to the value, and tracks it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.read())
    }

    /// Applies a function to the value without tracking it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.read_untracked())
    }

    /// Clones the value, and tracks it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.read().clone()
    }

    /// Clones the value without tracking it.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.read_untracked().clone()
    }

    /// Tracks the value without reading it.
    pub fn track(self) {
        self.0.track();
    }
}

fn derive(compute: Box<dyn Fn() -> AnyValue + Send + Sync>) -> leptos::Signal<AnyValue> {
    leptos::Signal::derive(compute)
}

/// A borrowed value.
pub struct ReadGuard<T>(
    <leptos::Signal<AnyValue> as leptos::ReadUntracked>::Value,
    PhantomData<fn() -> T>,
);

impl<T: 'static> Deref for ReadGuard<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.0.value.downcast_ref() {
            Some(value) => value,
            None => wrong_type(),
        }
    }
}

#[cold]
fn wrong_type() -> ! {
    unreachable!("a signal keeps the type that it was made with")
}

/// See [`leptos::prelude::Memo`](leptos::Memo). Dereferences to the signal that reads it.
pub struct Memo<T>(Signal<T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Computes the value when something that it reads has changed, from the previous value.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |previous: Option<&AnyValue>| {
            let previous = previous.and_then(|previous| previous.value.downcast_ref());
            AnyValue::comparable(compute(previous))
        };
        Self(Signal(memo(Box::new(compute)), PhantomData))
    }
}

type Compute = dyn Fn(Option<&AnyValue>) -> AnyValue + Send + Sync;

fn memo(compute: Box<Compute>) -> leptos::Signal<AnyValue> {
    leptos::Memo::new(move |previous: Option<&AnyValue>| compute(previous)).into()
}

impl<T> Deref for Memo<T> {
    type Target = Signal<T>;

    fn deref(&self) -> &Signal<T> {
        &self.0
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        memo.0
    }
}

/// See [`leptos::prelude::RwSignal`](leptos::RwSignal). Dereferences to the signal that reads it.
pub struct RwSignal<T> {
    writer: leptos::RwSignal<AnyValue>,
    reader: Signal<T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// Creates a signal with its first value.
    pub fn new(value: T) -> Self {
        let writer = leptos::RwSignal::new(AnyValue::new(value));
        let reader = Signal(writer.into(), PhantomData);
        Self { writer, reader }
    }

    /// Changes the value, and notifies if `change` returns `true`. Does nothing once the signal is
    /// disposed.
    pub fn maybe_update(self, change: impl FnOnce(&mut T) -> bool) {
        let mut change = Some(change);
        maybe_update(self.writer, &mut |value| {
            let pair = value.downcast_mut().zip(change.take());
            pair.is_some_and(|(value, change)| change(value))
        });
    }

    /// Changes the value, and notifies.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.maybe_update(|value| {
            change(value);
            true
        });
    }

    /// Replaces the value, and notifies.
    pub fn set(self, value: T) {
        self.update(|current| *current = value);
    }

    /// Whether the signal is gone with the part of the screen that owned it. It can no longer be
    /// read then.
    pub fn is_disposed(self) -> bool {
        leptos::IsDisposed::is_disposed(&self.writer)
    }
}

fn maybe_update(signal: leptos::RwSignal<AnyValue>, change: &mut dyn FnMut(&mut dyn Any) -> bool) {
    let _disposed = signal.try_maybe_update(|any| (change(&mut *any.value), ()));
}

impl<T> Deref for RwSignal<T> {
    type Target = Signal<T>;

    fn deref(&self) -> &Signal<T> {
        &self.reader
    }
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        signal.reader
    }
}

impl From<String> for Signal<String> {
    fn from(text: String) -> Self {
        Self::stored(text)
    }
}

impl From<bool> for Signal<bool> {
    fn from(value: bool) -> Self {
        Self::stored(value)
    }
}

impl From<&'static str> for Signal<&'static str> {
    fn from(text: &'static str) -> Self {
        Self::stored(text)
    }
}

/// See [`leptos::prelude::Effect`](leptos::Effect).
pub struct Effect;

impl Effect {
    /// Runs a function now, and again whenever something that it reads has changed.
    pub fn new(run: impl Fn(Option<()>) + 'static) -> Self {
        let _owned_by_the_current_owner = effect(Box::new(run));
        Self
    }
}

fn effect(run: Box<dyn Fn(Option<()>)>) -> leptos::Effect<leptos::LocalStorage> {
    leptos::Effect::new(run)
}

/// A reactive part of a view – a text, an attribute's value – that is compiled once for its type.
pub fn reactive<T>(part: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(part))
}

/// Implements what lets a signal stand in a view by itself.
macro_rules! in_views {
    ($($signal:ident),*) => {$(
        impl<T: Clone + Send + Sync + 'static> IntoRender for $signal<T> {
            type Output = SharedReactiveFunction<T>;

            fn into_render(self) -> Self::Output {
                reactive(move || self.get())
            }
        }

        impl<T: Clone + Send + Sync + 'static> IntoAttributeValue for $signal<T>
        where
            SharedReactiveFunction<T>: ::leptos::attr::AttributeValue,
        {
            type Output = SharedReactiveFunction<T>;

            fn into_attribute_value(self) -> Self::Output {
                reactive(move || self.get())
            }
        }
    )*};
}

in_views!(Signal, Memo, RwSignal);
