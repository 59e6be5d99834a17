//! Two places for a workspace in one storage, so that a single write replaces one workspace by
//! another and the one before is kept.

use super::{ORIGIN, PREFIX, RECORDS, Storage, StorageError, reaches};

/// How often the workspace was replaced. Without it, never. It tells the place as well.
const GENERATION: &str = "seatwork/generation";

/// The prefix of the second place. The first one has that of the program.
const SECOND: &str = "seatwork/b/";

/// A storage with two places, of which one is in use: a [`Journal`](super::Journal) works in it.
///
/// Even generations are in the first place, odd ones in the second. The origin is written last and
/// removed first, so that a place with an origin is complete.
#[derive(Debug, Clone)]
pub struct Places<S>(S);

impl<S: Storage> Places<S> {
    /// Returns the places of a storage.
    pub fn new(storage: S) -> Self {
        Self(storage)
    }

    /// Returns how often the workspace was replaced.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn generation(&self) -> Result<u64, StorageError> {
        let text = self.0.get(GENERATION)?;
        Ok(text.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    /// Uses the other place if only that one has a workspace, as after the number was damaged.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn mend(&self) -> Result<(), StorageError> {
        let generation = self.generation()?;
        let other = generation.wrapping_add(1);
        let has = |generation| {
            let origin = self.0.get(&key_in(generation, ORIGIN))?;
            let records = self.0.keys(&key_in(generation, RECORDS))?;
            Ok(origin.is_some() || !records.is_empty())
        };
        if !has(generation)? && has(other)? {
            self.0.set(GENERATION, &other.to_string())?;
        }
        Ok(())
    }

    /// Replaces the workspace by these texts, by their keys, and keeps the one before in the other
    /// place. Call it under the lock.
    ///
    /// # Errors
    /// When the storage refuses, for example because there is no room for both. Nothing has changed
    /// then.
    pub fn replace(&self, texts: &[(String, String)]) -> Result<(), StorageError> {
        let next = self.generation()?.wrapping_add(1);
        self.clear(next)?;
        let (origins, others): (Vec<_>, Vec<_>) =
            texts.iter().partition(|(key, _)| key.starts_with(ORIGIN));
        let written = others
            .into_iter()
            .chain(origins)
            .try_for_each(|(key, text)| self.0.set(&key_in(next, key), text));
        let replaced = written.and_then(|()| self.0.set(GENERATION, &next.to_string()));
        if replaced.is_err() {
            self.clear(next)?;
        }
        replaced
    }

    /// Returns whether there is no workspace, because the site's data was cleared.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn is_gone(&self) -> Result<bool, StorageError> {
        Ok(self.get(ORIGIN)?.is_none())
    }

    /// Returns whether the workspace before the present one is kept.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn has_previous(&self) -> Result<bool, StorageError> {
        let other = self.generation()?.wrapping_add(1);
        Ok(self.0.get(&key_in(other, ORIGIN))?.is_some())
    }

    /// Changes places: the workspace before is the present one again. Returns whether there was
    /// one. Call it under the lock.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn go_back(&self) -> Result<bool, StorageError> {
        let has_previous = self.has_previous()?;
        if has_previous {
            let next = self.generation()?.wrapping_add(1);
            self.0.set(GENERATION, &next.to_string())?;
        }
        Ok(has_previous)
    }

    /// Deletes the workspace before, if it is kept, and returns its texts by their keys.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn take_previous(&self) -> Result<Vec<(String, String)>, StorageError> {
        let previous = self.generation()?.wrapping_add(1);
        let mut texts = Vec::new();
        for key in self.0.keys(PREFIX)? {
            if is_in(previous, &key) {
                let text = self.0.get(&key)?;
                texts.extend(text.map(|text| (key, text)));
            }
        }
        // The origin comes last, since a place with an origin is complete.
        let origin = key_in(previous, ORIGIN);
        texts.sort_by_key(|(key, _)| key.starts_with(&origin));
        if let Some((key, text)) = texts.last() {
            // Where not even the same text can be written, removing it would be for good.
            self.0.set(key, text)?;
        }
        self.clear(previous)?;
        Ok(texts)
    }

    /// Puts back what [`Places::take_previous`] has returned.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn put_back(&self, texts: &[(String, String)]) -> Result<(), StorageError> {
        texts
            .iter()
            .try_for_each(|(key, text)| self.0.set(key, text))
    }

    fn clear(&self, generation: u64) -> Result<(), StorageError> {
        self.0.remove(&key_in(generation, ORIGIN))?;
        for key in self.0.keys(PREFIX)? {
            if is_in(generation, &key) {
                self.0.remove(&key)?;
            }
        }
        Ok(())
    }

    /// Returns a journal's [mark](super::Journal::mark) for other tabs, with the generation if the
    /// workspace was ever replaced.
    pub fn mark(&self, of_journal: &str) -> String {
        match self.generation() {
            Ok(generation @ 1..) => format!("{generation}:{of_journal}"),
            _ => of_journal.to_owned(),
        }
    }

    /// Returns whether the storage, as this tab sees it, goes as far as the mark of another tab
    /// says. Marks of workspaces that were replaced are reached.
    pub fn reaches(&self, mark: &str) -> bool {
        let parts = mark.split_once(':');
        let parts = parts.and_then(|(theirs, rest)| Some((theirs.parse::<u64>().ok()?, rest)));
        let (theirs, rest) = parts.unwrap_or((0, mark));
        match self.generation() {
            Ok(ours) if theirs == ours => reaches(self, rest),
            Ok(ours) => theirs < ours,
            Err(_) => true,
        }
    }
}

impl<S: Storage> Storage for Places<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get(&key_in(self.generation()?, key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.set(&key_in(self.generation()?, key), text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(&key_in(self.generation()?, key))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let generation = self.generation()?;
        let mut keys = self.0.keys(&key_in(generation, prefix))?;
        if is_second(generation) {
            for key in &mut keys {
                key.replace_range(..SECOND.len(), PREFIX);
            }
        }
        Ok(keys)
    }
}

fn is_second(generation: u64) -> bool {
    generation % 2 == 1
}

fn key_in(generation: u64, key: &str) -> String {
    match key.strip_prefix(PREFIX) {
        Some(rest) if is_second(generation) => format!("{SECOND}{rest}"),
        _ => key.to_owned(),
    }
}

/// Returns whether the key belongs to a workspace in the place of this generation.
fn is_in(generation: u64, key: &str) -> bool {
    if is_second(generation) {
        return key.starts_with(SECOND);
    }
    const OF_A_WORKSPACE: [&str; 6] = ["workspace", "r/", "s/", "l/", "aside/", "reserve"];
    let rest = key.strip_prefix(PREFIX).unwrap_or_default();
    OF_A_WORKSPACE.iter().any(|part| rest.starts_with(part))
}
