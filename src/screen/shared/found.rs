//! What a search finds in a list, while one types.

use std::sync::Arc;

/// The texts that are searched, [folded](crate::browser::intl::folded), one per item.
pub type Searched = Arc<Vec<String>>;

/// The items that a search finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    search: String,
    texts: Searched,
    /// The positions of the items, in ascending order.
    items: Vec<usize>,
}

impl Found {
    /// Searches the texts for all words of the search. What the search before has found is enough
    /// if this one goes on from it.
    pub fn new(search: &str, texts: &Searched, before: Option<&Self>) -> Self {
        let words: Vec<&str> = search.split_whitespace().collect();
        let is_match = |at: &usize| {
            let text = texts.get(*at);
            text.is_some_and(|text| words.iter().all(|word| text.contains(word)))
        };
        let before = before.filter(|before| {
            Arc::ptr_eq(&before.texts, texts) && search.starts_with(&before.search)
        });
        let items = match before {
            Some(before) => before.items.iter().copied().filter(is_match).collect(),
            None => (0..texts.len()).filter(is_match).collect(),
        };
        Self {
            search: search.to_owned(),
            texts: Arc::clone(texts),
            items,
        }
    }

    /// Returns the items in the order of these positions.
    pub fn in_order(&self, mut order: Vec<usize>) -> Vec<usize> {
        let mut is_found = vec![false; self.texts.len()];
        for at in &self.items {
            if let Some(is_found) = is_found.get_mut(*at) {
                *is_found = true;
            }
        }
        order.retain(|at| is_found.get(*at) == Some(&true));
        order
    }
}
