//! Suggests a domain for a mistyped one.

use crate::domain::{Customer, DomainName};

/// Returns the customer's domain that was probably meant: the nearest one within two edits, or
/// within one if its name is very short.
pub(super) fn nearest_domain(customer: &Customer, text: &str) -> Option<DomainName> {
    let text = text.as_bytes();
    let mut best: Option<(usize, &DomainName)> = None;
    for domain in customer.domains.iter() {
        let own = domain.as_str().as_bytes();
        let name = own
            .split(|byte| *byte == b'.')
            .next()
            .map_or(0, <[u8]>::len);
        let limit = if name <= 4 { 1 } else { 2 };
        let limit = best.map_or(limit, |(distance, _)| limit.min(distance.saturating_sub(1)));
        if let Some(distance) = distance_within(own, text, limit) {
            best = Some((distance, domain));
        }
    }
    best.map(|(_, domain)| domain.clone())
}

/// Returns the Levenshtein distance of two texts in bytes, ignoring case, if it is at most `limit`.
fn distance_within(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
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
