//! Short messages to the person, read out by screen readers as well.

use crate::live::{RwSignal, Signal};

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Success,
    /// Something to know.
    Warning,
    /// Something was not done.
    Error,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Different for every notice.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// It tells of a change that can be taken back.
    pub offers_undo: bool,
}

/// The messages that are shown now.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    next: RwSignal<u32>,
}

impl Notices {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: RwSignal::new(0),
        }
    }

    /// The messages, oldest first.
    pub fn shown(self) -> Signal<Vec<Notice>> {
        self.shown.read_only()
    }

    /// Shows a message. A success takes the place of the one before it: only the latest is of interest – but what can be
    /// taken back stays until something else can.
    pub fn show(self, tone: Tone, text: impl Into<String>) {
        self.push(tone, text.into(), false);
    }

    /// Shows that something was done which can be taken back.
    pub fn show_undoable(self, text: impl Into<String>) {
        self.push(Tone::Success, text.into(), true);
    }

    fn push(self, tone: Tone, text: String, offers_undo: bool) {
        let id = self.next.get_untracked();
        self.next.set(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.retain(|notice| {
                let is_old = notice.tone == Tone::Success && (offers_undo || !notice.offers_undo);
                notice.text != text && !is_old
            });
            shown.push(Notice {
                id,
                tone,
                text,
                offers_undo,
            });
        });
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.shown
            .update(|shown| shown.retain(|notice| notice.id != id));
    }

    /// Takes away the offer to take something back.
    pub fn clear_undoable(self) {
        self.shown
            .update(|shown| shown.retain(|notice| !notice.offers_undo));
    }

    /// Takes away what has been done: it is old news on another screen.
    pub fn clear_successes(self) {
        self.clear(Tone::Success);
    }

    /// Takes away what was not done: it is old news once something was.
    pub fn clear_errors(self) {
        self.clear(Tone::Error);
    }

    fn clear(self, tone: Tone) {
        let is_shown = |shown: &Vec<Notice>| shown.iter().any(|notice| notice.tone == tone);
        if self.shown.with_untracked(is_shown) {
            self.shown
                .update(|shown| shown.retain(|notice| notice.tone != tone));
        }
    }
}
