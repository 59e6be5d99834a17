//! The drafts of courses that this browser has.

use leptos::prelude::*;

use crate::live::RwSignal;
use crate::training::{Course, Draft};

/// What the tab knows of drafts.
#[derive(Clone, Copy)]
pub struct Authoring {
    /// All drafts, in the order of their names.
    pub(in crate::session) drafts: RwSignal<Vec<Draft>>,
    /// Courses that were made of drafts for recordings and trials. They stay in memory until the
    /// page goes: attempts refer to them.
    pub(in crate::session) made: StoredValue<Vec<&'static Course>, LocalStorage>,
}

impl Authoring {
    pub(in crate::session) fn new() -> Self {
        Self {
            drafts: RwSignal::new(Vec::new()),
            made: StoredValue::new_local(Vec::new()),
        }
    }
}
