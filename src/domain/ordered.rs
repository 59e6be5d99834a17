//! Filling ordered collections.

/// Puts everything into the collection, one by one. `collect` into a `BTreeMap` or `BTreeSet` sorts first, and that sort is
/// 5 KB of program for every type it is used with – too much for sets of a handful of things.
pub(crate) fn gathered<C: Default + Extend<T>, T>(things: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    collection.extend(things);
    collection
}
