//! Messages to the person, also announced by screen readers.

use std::time::Duration;

use crate::browser::{clock, element};
use crate::live::{RwSignal, Signal};

/// How long a passing message is shown.
const PASSING: Duration = Duration::from_secs(8);
/// How much longer while it is pointed at or has the focus.
const IN_USE: Duration = Duration::from_secs(2);

/// What a message reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Success,
    Warning,
    Error,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: u32,
    pub tone: Tone,
    pub text: String,
    pub stay: Stay,
}

/// How long a message stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    /// For some seconds, or until another screen or message is shown.
    Passing,
    UntilDismissed,
    /// It offers to undo a change, with a button of this label: until that is done, another change
    /// can be undone, or the customer is left.
    Undoable(&'static str),
    /// Until it is dismissed; a button with this label reloads the page.
    Reload(&'static str),
    /// As long as this tab waits for another one, with a button of this label to ask again.
    Waiting(&'static str),
    /// Until it is dismissed; a button with this label stores the workspace again.
    WriteAgain(&'static str),
}

/// The messages on the screen.
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

    /// Returns the messages, oldest first.
    pub fn shown(self) -> Signal<Vec<Notice>> {
        self.shown.into()
    }

    /// Shows a message. Only a success passes by itself.
    pub fn show(self, tone: Tone, text: impl Into<String>) {
        let stay = match tone {
            Tone::Success => Stay::Passing,
            Tone::Warning | Tone::Error => Stay::UntilDismissed,
        };
        self.push(tone, text.into(), stay);
    }

    /// Shows a message that passes.
    pub fn show_passing(self, tone: Tone, text: impl Into<String>) {
        self.push(tone, text.into(), Stay::Passing);
    }

    /// Shows that something was done, with a button to undo it.
    pub fn show_undoable(self, tone: Tone, text: impl Into<String>, label: &'static str) {
        self.push(tone, text.into(), Stay::Undoable(label));
    }

    /// Shows that something takes effect after reloading, with a button to do so.
    pub fn show_reload(self, tone: Tone, text: impl Into<String>, label: &'static str) {
        self.push(tone, text.into(), Stay::Reload(label));
    }

    /// Replaces passing messages. Only another undoable message replaces an undoable one.
    fn push(self, tone: Tone, text: String, stay: Stay) {
        let id = self.next.get_untracked();
        self.next.set(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.retain(|notice| {
                let is_old = match notice.stay {
                    Stay::Passing => true,
                    Stay::Undoable(_) => matches!(stay, Stay::Undoable(_)),
                    Stay::UntilDismissed
                    | Stay::Reload(_)
                    | Stay::Waiting(_)
                    | Stay::WriteAgain(_) => false,
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
        if stay == Stay::Passing {
            clock::after(PASSING, move || self.pass(id));
        }
    }

    /// Dismisses a message that nobody points at.
    fn pass(self, id: u32) {
        if element::is_in_use(".notices") {
            clock::after(IN_USE, move || self.pass(id));
        } else if self
            .shown
            .with_untracked(|shown| shown.iter().any(|notice| notice.id == id))
        {
            self.dismiss(id);
        }
    }

    pub fn dismiss(self, id: u32) {
        self.shown
            .update(|shown| shown.retain(|notice| notice.id != id));
    }

    /// Shows that this tab waits for another one, with a button of this label to ask again.
    pub fn show_waiting(self, text: &str, label: &'static str) {
        self.push(Tone::Warning, text.to_owned(), Stay::Waiting(label));
    }

    /// Shows that what was stored is gone, with a button of this label to store it again.
    pub fn show_write_again(self, text: &str, label: &'static str) {
        self.push(Tone::Warning, text.to_owned(), Stay::WriteAgain(label));
    }

    /// Takes away the offer to store the workspace again.
    pub fn clear_write_again(self) {
        self.clear(|notice| matches!(notice.stay, Stay::WriteAgain(_)));
    }

    /// Takes away that this tab waits.
    pub fn clear_waiting(self) {
        self.clear(|notice| matches!(notice.stay, Stay::Waiting(_)));
    }

    pub fn clear_undoable(self) {
        self.clear(|notice| matches!(notice.stay, Stay::Undoable(_)));
    }

    /// Dismisses messages that concern the previous screen.
    pub fn clear_passing(self) {
        self.clear(|notice| notice.stay == Stay::Passing);
    }

    /// Dismisses errors, which are old news once something succeeds.
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
