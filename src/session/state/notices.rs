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
    /// How long it stays.
    pub stay: Stay,
}

/// How long a message stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// Until another screen is shown, or something else was done.
    Passing,
    /// Until it is taken away.
    UntilDismissed,
    /// It offers to take a change back, with a button of this label: until it was, something else can be, or the customer
    /// is left.
    Undoable(&'static str),
}

/// The messages that are shown now.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    next: RwSignal<u32>,
}

impl Notices {
    pub(in crate::session) fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: RwSignal::new(0),
        }
    }

    /// The messages, oldest first.
    pub fn shown(self) -> Signal<Vec<Notice>> {
        self.shown.into()
    }

    /// Shows a message. A success passes; anything else stays until it is taken away.
    pub fn show(self, tone: Tone, text: impl Into<String>) {
        let stay = match tone {
            Tone::Success => Stay::Passing,
            Tone::Warning | Tone::Error => Stay::UntilDismissed,
        };
        self.push(tone, text.into(), stay);
    }

    /// Shows a message that is of interest only here and now.
    pub fn show_passing(self, tone: Tone, text: impl Into<String>) {
        self.push(tone, text.into(), Stay::Passing);
    }

    /// Shows that something was done which can be taken back, with a button of this label.
    pub fn show_undoable(self, tone: Tone, text: impl Into<String>, label: &'static str) {
        self.push(tone, text.into(), Stay::Undoable(label));
    }

    /// What passes makes room for it; what can be taken back does so only for something else that can.
    fn push(self, tone: Tone, text: String, stay: Stay) {
        let id = self.next.get_untracked();
        self.next.set(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.retain(|notice| {
                let is_old = match notice.stay {
                    Stay::Passing => true,
                    Stay::Undoable(_) => matches!(stay, Stay::Undoable(_)),
                    Stay::UntilDismissed => false,
                };
                notice.text != text && !is_old
            });
            shown.push(Notice {
                id,
                tone,
                text,
                stay,
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
        self.clear(|notice| matches!(notice.stay, Stay::Undoable(_)));
    }

    /// Takes away what is old news on another screen.
    pub fn clear_passing(self) {
        self.clear(|notice| notice.stay == Stay::Passing);
    }

    /// Takes away what was not done: it is old news once something was.
    pub fn clear_errors(self) {
        self.clear(|notice| notice.tone == Tone::Error);
    }

    fn clear(self, is_old: fn(&Notice) -> bool) {
        if self.shown.with_untracked(|shown| shown.iter().any(is_old)) {
            self.shown
                .update(|shown| shown.retain(|notice| !is_old(notice)));
        }
    }
}
