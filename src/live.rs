//! Signals whose values are all of one type underneath.
//!
//! Leptos compiles all that keeps a signal going once more for every type of value, about three KB each, and Seatwork has
//! some thirty. Here it is there once; a value is seen as what it is only by those who put it in and take it out.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use leptos::prelude as leptos;
use leptos::{IntoAttributeValue, Read as _, ReadUntracked as _, Track as _, Update as _};

/// A value of any type, and how it is compared with another of its type.
struct Anything {
    value: Box<dyn Any + Send + Sync>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Anything {
    /// A value that nobody compares.
    fn told<T: Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            is_same: |_, _| false,
        }
    }

    /// A value that is compared with the one before it.
    fn compared<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            is_same: |one, other| {
                let pair = one.downcast_ref::<T>().zip(other.downcast_ref::<T>());
                pair.is_some_and(|(one, other)| one == other)
            },
        }
    }
}

impl PartialEq for Anything {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

/// A value that can be read; whoever reads it follows it.
pub struct Signal<T>(leptos::Signal<Anything>, PhantomData<fn() -> T>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A value that is made anew each time it is read.
    pub fn derive(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(
            derived(Box::new(move || Anything::told(make()))),
            PhantomData,
        )
    }

    /// A value that is made anew when something that was read for it has changed, out of the value before; whoever follows
    /// it hears of it only when it is another.
    pub fn memo(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        let make = move |before: Option<&Anything>| {
            Anything::compared(make(before.and_then(|before| before.value.downcast_ref())))
        };
        Self(remembered(Box::new(make)), PhantomData)
    }

    /// A value that stays.
    pub fn stored(value: T) -> Self {
        Self(leptos::Signal::stored(Anything::told(value)), PhantomData)
    }

    /// The value, followed.
    pub fn read(self) -> Value<T> {
        Value(self.0.read(), PhantomData)
    }

    /// The value as it is now.
    pub fn read_untracked(self) -> Value<T> {
        Value(self.0.read_untracked(), PhantomData)
    }

    /// Reads the value, followed.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.read())
    }

    /// Reads the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.read_untracked())
    }

    /// A copy of the value, followed.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.read().clone()
    }

    /// A copy of the value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.read_untracked().clone()
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.0.track();
    }

    /// The value as a part of a view that follows it.
    pub fn shown(self) -> Shown<T>
    where
        T: Clone,
    {
        shown(move || self.get())
    }
}

fn derived(make: Box<dyn Fn() -> Anything + Send + Sync>) -> leptos::Signal<Anything> {
    leptos::Signal::derive(make)
}

type Remember = dyn Fn(Option<&Anything>) -> Anything + Send + Sync;

fn remembered(make: Box<Remember>) -> leptos::Signal<Anything> {
    leptos::Memo::new(move |before: Option<&Anything>| make(before)).into()
}

/// A value while it is read.
pub struct Value<T>(
    <leptos::Signal<Anything> as leptos::ReadUntracked>::Value,
    PhantomData<fn() -> T>,
);

impl<T: 'static> Deref for Value<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.0.value.downcast_ref() {
            Some(value) => value,
            None => another_type(),
        }
    }
}

/// Cannot be: a signal keeps the type that it was made with.
#[cold]
fn another_type() -> ! {
    unreachable!("a signal of another type")
}

/// A value that can be read and changed.
pub struct RwSignal<T> {
    told: leptos::RwSignal<Anything>,
    heard: Signal<T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        let told = leptos::RwSignal::new(Anything::told(value));
        let heard = Signal(told.into(), PhantomData);
        Self { told, heard }
    }

    /// The signal for those who only read it.
    pub fn read_only(self) -> Signal<T> {
        self.heard
    }

    /// Changes the value; those who follow it hear of it when `change` says so. Nothing happens once the signal is gone.
    pub fn maybe_update(self, change: impl FnOnce(&mut T) -> bool) {
        let mut change = Some(change);
        update(self.told, &mut |value| {
            let there = value.downcast_mut().zip(change.take());
            there.is_some_and(|(value, change)| change(value))
        });
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.maybe_update(|value| {
            change(value);
            true
        });
    }

    /// Is it gone, with the part of the screen that it belonged to? Then it can no longer be read.
    pub fn is_gone(self) -> bool {
        leptos::IsDisposed::is_disposed(&self.told)
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        self.update(|there| *there = value);
    }
}

impl<T> Deref for RwSignal<T> {
    type Target = Signal<T>;

    fn deref(&self) -> &Signal<T> {
        &self.heard
    }
}

fn update(signal: leptos::RwSignal<Anything>, change: &mut dyn FnMut(&mut dyn Any) -> bool) {
    let _gone = signal.try_maybe_update(|there| (change(&mut *there.value), ()));
}

impl<T: Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        signal.read_only()
    }
}

impl From<String> for Signal<String> {
    fn from(text: String) -> Self {
        Self::stored(text)
    }
}

impl From<&'static str> for Signal<&'static str> {
    fn from(text: &'static str) -> Self {
        Self::stored(text)
    }
}

/// A part of a view – a text, or the value of an attribute – that follows what it reads.
pub type Shown<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// A part of a view that follows what it reads.
pub fn shown<T>(part: impl Fn() -> T + Send + 'static) -> Shown<T> {
    Arc::new(Mutex::new(part))
}

impl<T> IntoAttributeValue for Signal<T>
where
    T: Clone + Send + Sync + 'static,
    Shown<T>: ::leptos::attr::AttributeValue,
{
    type Output = Shown<T>;

    fn into_attribute_value(self) -> Shown<T> {
        self.shown()
    }
}

/// Does something now, and again whenever something that it reads has changed.
pub fn effect(what: impl Fn() + 'static) {
    run(Box::new(what));
}

fn run(what: Box<dyn Fn()>) {
    leptos::Effect::new(move |_| what());
}

/// Does something that takes its time.
pub fn spawn(what: impl Future<Output = ()> + 'static) {
    start(Box::pin(what));
}

fn start(what: Pin<Box<dyn Future<Output = ()>>>) {
    ::leptos::task::spawn_local(what);
}
