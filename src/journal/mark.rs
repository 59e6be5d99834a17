//! How far a tab has seen a workspace, for other tabs to wait for.

use std::cmp::Ordering;

use super::envelope::checksum_of;
use super::{Journal, ORIGIN, Position, Storage, StoredOrigin, record_key};

impl<S: Storage> Journal<S> {
    /// Returns how far this journal goes: which workspace, and up to which record. Other tabs
    /// compare it with [`reaches`].
    pub fn mark(&self) -> String {
        let Position {
            origin, last, head, ..
        } = &self.position;
        format!("{}/{last}/{head}", origin.created.timestamp_millis())
    }
}

/// Returns whether the storage, as this tab sees it, goes as far as another tab's
/// [mark](Journal::mark) says. A mark of another workspace, or one that makes no sense, is reached.
pub fn reaches<S: Storage>(storage: &S, mark: &str) -> bool {
    let mut parts = mark.split('/');
    let mut next = || parts.next()?.parse::<u64>().ok();
    let (Some(created), Some(seq), Some(head)) = (next(), next(), next()) else {
        return true;
    };
    let origin = match storage.get(ORIGIN) {
        // The origin is not there yet.
        Ok(None) => return false,
        Err(_) => return true,
        Ok(Some(text)) => StoredOrigin::read(&text),
    };
    let is_head = |sum: u32| sum == 0 || head == 0 || u64::from(sum) == head;
    match origin {
        Ok(origin) if u64::try_from(origin.created.timestamp_millis()) == Ok(created) => {
            match origin.compacted.cmp(&seq) {
                Ordering::Less => storage.get(&record_key(seq)).map_or(true, |text| {
                    text.is_some_and(|text| is_head(checksum_of(&text)))
                }),
                Ordering::Equal => is_head(origin.head),
                Ordering::Greater => true,
            }
        }
        _ => true,
    }
}
