//! Order, with as little program as can be: the standard library's sorts and ordered collections are compiled anew, several
//! KB each time, for every type that they are used with.

use std::cmp::Ordering;

/// Puts everything into the collection, one by one. (`collect` into a `BTreeMap` or `BTreeSet` sorts first.)
pub(crate) fn gathered<C: Default + Extend<T>, T>(things: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    collection.extend(things);
    collection
}

/// The positions from 0 to `count`, in the order that `compare` gives to what stands at them; equals keep their order.
pub(crate) fn positions(
    count: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    positions
}
