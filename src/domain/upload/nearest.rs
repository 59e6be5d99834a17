//! "Did you mean …?"

use crate::domain::{Customer, DomainName};

/// The customer's domain that is so near to this one that it was probably meant: that it takes one letter more, less or
/// another one, or two of them where the name is not very short.
pub(super) fn nearest_domain(customer: &Customer, written: &str) -> Option<DomainName> {
    let written = written.as_bytes();
    let mut best: Option<(usize, &DomainName)> = None;
    for domain in customer.domains.iter() {
        let own = domain.as_str().as_bytes();
        let name = own
            .split(|byte| *byte == b'.')
            .next()
            .map_or(0, <[u8]>::len);
        let most = if name <= 4 { 1 } else { 2 };
        let most = best.map_or(most, |(distance, _)| most.min(distance.saturating_sub(1)));
        if let Some(distance) = distance_within(own, written, most) {
            best = Some((distance, domain));
        }
    }
    best.map(|(_, domain)| domain.clone())
}

/// How many bytes have to be put in, taken out or changed to make the one of the other, if it is no more than `most`
/// (Levenshtein's distance); upper and lower case are the same.
fn distance_within(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    // The distances of what was read of `one` from every beginning of `other`.
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
        if least > most {
            return None;
        }
    }
    distances
        .last()
        .copied()
        .filter(|distance| *distance <= most)
}
