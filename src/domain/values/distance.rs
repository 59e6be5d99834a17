//! How different two texts are.

/// Returns the Levenshtein distance of two texts in bytes, ignoring case, if it is at most `limit`.
pub fn distance_within(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    // The distances of the part of `one` read so far from every beginning of `other`.
    let mut distances: Vec<usize> = (0..=other.len()).collect();
    for (at, byte) in one.iter().enumerate() {
        let mut before = at;
        let mut left = at.saturating_add(1);
        let (first, rest) = distances.split_first_mut()?;
        *first = left;
        let mut least = left;
        for (place, theirs) in rest.iter_mut().zip(other) {
            let changed = before.saturating_add(usize::from(!byte.eq_ignore_ascii_case(theirs)));
            before = *place;
            left = changed
                .min(before.saturating_add(1))
                .min(left.saturating_add(1));
            *place = left;
            least = least.min(left);
        }
        if least > limit {
            return None;
        }
    }
    distances
        .last()
        .copied()
        .filter(|distance| *distance <= limit)
}
