//! The learning management system that has started the program.

use leptos::prelude::*;

use crate::browser::lms::Lms;
use crate::live::RwSignal;
use crate::results::CourseProgress;

/// The session with the system, and what it has kept of earlier ones.
#[derive(Clone, Copy)]
pub struct LmsSession {
    pub(in crate::session) system: StoredValue<Option<Lms>, LocalStorage>,
    /// Whether the program was started by a system.
    pub(in crate::session) is_there: RwSignal<bool>,
    pub(in crate::session) kept: RwSignal<Option<CourseProgress>>,
    /// Whether the course counted as passed before: it stays so.
    pub(in crate::session) was_passed: RwSignal<bool>,
}

impl LmsSession {
    pub(in crate::session) fn new() -> Self {
        Self {
            system: StoredValue::new_local(None),
            is_there: RwSignal::new(false),
            kept: RwSignal::new(None),
            was_passed: RwSignal::new(false),
        }
    }
}
