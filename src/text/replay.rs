//! Sentences of replays: steps, and when they were done.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    /// "Step 3 of 7".
    pub fn step_of(self, step: &str, all: &str) -> String {
        say!(self; "Step {step} of {all}", "Schritt {step} von {all}")
    }

    /// "Attempt of Ann Lee".
    pub fn attempt_of(self, name: &str) -> String {
        say!(self; "Attempt of {name}", "Versuch von {name}")
    }

    /// "2 min 10 s after the beginning".
    pub fn since_beginning(self, seconds: u32) -> String {
        let time = self.time_span(seconds);
        say!(self; "{time} after the start", "{time} nach dem Start")
    }

    /// "Replay: Your first user".
    pub fn replay_of(self, title: &str) -> String {
        say!(self; "Replay: {title}", "Wiedergabe: {title}")
    }
}
