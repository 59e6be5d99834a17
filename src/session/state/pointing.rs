//! What is pointed at, and what is said about it.

use crate::browser::pointing;
use crate::live::{RwSignal, Signal};

/// What is pointed at, until the next action.
#[derive(Clone, Copy)]
pub struct Pointing {
    /// Counts what was pointed at, so that a search that was overtaken ends.
    turn: RwSignal<u32>,
    said: RwSignal<String>,
}

impl Pointing {
    pub(in crate::session) fn new() -> Self {
        let pointing = Self {
            turn: RwSignal::new(0),
            said: RwSignal::new(String::new()),
        };
        pointing::on_action(move || {
            pointing.begin();
        });
        pointing
    }

    /// Points at nothing any more, and returns the number of what is pointed at next.
    pub(in crate::session) fn begin(self) -> u32 {
        pointing::stop();
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.say(String::new());
        self.turn.get_untracked()
    }

    /// Returns whether nothing else was pointed at since.
    pub(in crate::session) fn is_latest(self, turn: u32) -> bool {
        self.turn.get_untracked() == turn
    }

    /// Says something politely, and shows it in the panel.
    pub fn say(self, text: String) {
        self.said.maybe_update(|said| {
            let is_new = *said != text;
            *said = text;
            is_new
        });
    }

    /// Returns what is said.
    pub fn said(self) -> Signal<String> {
        self.said.into()
    }
}
