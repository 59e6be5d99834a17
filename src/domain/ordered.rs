//! Order, with as little program as can be: the standard library's sorts and ordered collections are compiled anew, several
//! KB each time, for every type that they are used with.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Numbers by texts, where the order does not matter and there may be many.
pub(crate) type ByText = HashMap<String, u32, BuildHasherDefault<Fnv>>;

/// FNV-1a: a tenth of the program that the standard library's hasher is. What it would withstand, keys chosen so that they
/// collide, only slows down the browser of whoever chose them.
#[derive(Clone)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The table looks at the highest bits and at the lowest.
        self.0 ^ (self.0 >> 32)
    }
}

/// Puts everything into the collection, one by one. (`collect` into a `BTreeMap` or `BTreeSet` sorts first.)
pub(crate) fn gathered<C: Default + Extend<T>, T>(things: impl IntoIterator<Item = T>) -> C {
    let mut collection = C::default();
    collection.extend(things);
    collection
}

/// The positions from 0 to `count`, in the order that `compare` gives to what stands at them; equals keep their order.
pub fn positions(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    // Runs that are in order, each of two merged into one: of 1 at first, then of 2, of 4 …
    let mut run = 1_usize;
    while run < count {
        let both = run.saturating_mul(2);
        for pair in positions.chunks(both) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([one, later @ ..], [other, others_later @ ..]) = (left, right) {
                if compare(*other, *one) == Ordering::Less {
                    merged.push(*other);
                    right = others_later;
                } else {
                    merged.push(*one);
                    left = later;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut positions, &mut merged);
        merged.clear();
        run = both;
    }
    positions
}

/// A set in order. For small ones, and for those that are filled in order: adding in front of others moves them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderedSet<T>(Vec<T>);

impl<T: Ord> OrderedSet<T> {
    /// An empty set.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds it; is it new?
    pub fn insert(&mut self, one: T) -> bool {
        let Err(at) = self.0.binary_search(&one) else {
            return false;
        };
        self.0.insert(at, one);
        true
    }

    /// Takes it out.
    pub fn remove(&mut self, one: &T) {
        if let Ok(at) = self.0.binary_search(one) {
            self.0.remove(at);
        }
    }

    /// Is it in?
    pub fn contains(&self, one: &T) -> bool {
        self.0.binary_search(one).is_ok()
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all of them out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What is in one of the two only.
    pub fn symmetric_difference<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        let own = self.iter().filter(|one| !other.contains(one));
        own.chain(other.iter().filter(|one| !self.contains(one)))
    }
}

impl<T> Default for OrderedSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Extend<T> for OrderedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, all: I) {
        for one in all {
            self.insert(one);
        }
    }
}

impl<T: Ord> FromIterator<T> for OrderedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        gathered(all)
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for OrderedSet<T> {
    fn from(all: [T; N]) -> Self {
        gathered(all)
    }
}

impl<T> IntoIterator for OrderedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a OrderedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A map in order of its keys. For small ones, and for those that are filled in order: adding in front of others moves
/// them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrderedMap<K, V>(Vec<(K, V)>);

impl<K: Ord, V> OrderedMap<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(key))
    }

    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => {
                if let Some(there) = self.0.get_mut(at) {
                    there.1 = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        let at = self.place(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let at = self.place(key).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    pub(crate) fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn keys(&self) -> impl ExactSizeIterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl ExactSizeIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, all: I) {
        for (key, value) in all {
            self.insert(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_in_order_and_equals_keep_theirs() {
        for count in 0..40 {
            let values: Vec<usize> = (0..count).map(|at| at * 7 % 5).collect();
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|at| values[*at]);
            let by_value = &mut |one: usize, other: usize| values[one].cmp(&values[other]);
            assert_eq!(positions(count, by_value), expected);
        }
    }

    #[test]
    fn a_set_is_in_order_and_has_everything_once() {
        let mut set = OrderedSet::from([3, 1, 2, 3]);
        assert!(set.iter().eq(&[1, 2, 3]));
        assert!(!set.insert(2));
        assert!(set.insert(0));
        set.remove(&2);
        set.remove(&7);
        assert_eq!(set, [0, 1, 3].into_iter().collect());
        assert!(set.contains(&3) && !set.contains(&2));
        assert_eq!((set.len(), set.is_empty()), (3, false));
        let other = OrderedSet::from([1, 4]);
        let mut difference: Vec<_> = set.symmetric_difference(&other).copied().collect();
        difference.sort_unstable();
        assert_eq!(difference, [0, 3, 4]);
        set.clear();
        assert_eq!(set, OrderedSet::new());
    }

    #[test]
    fn a_map_is_in_order_and_has_every_key_once() {
        let mut map: OrderedMap<u8, char> = gathered([(2, 'b'), (1, 'a'), (2, 'c')]);
        assert!(map.iter().eq([(&1, &'a'), (&2, &'c')]));
        assert_eq!((map.get(&2), map.get(&3)), (Some(&'c'), None));
        if let Some(value) = map.get_mut(&1) {
            *value = 'z';
        }
        assert_eq!(map.remove(&2), Some('c'));
        assert_eq!(map.remove(&2), None);
        assert!(map.contains_key(&1) && map.keys().eq(&[1]) && map.values().eq(&['z']));
        assert_eq!((map.len(), map.is_empty()), (1, false));
    }
}
