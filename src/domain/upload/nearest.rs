//! Suggests a domain for a mistyped one.

use crate::domain::{Customer, DomainName, distance_within};

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
