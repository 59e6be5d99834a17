//! Presenting: larger type, a quieter frame, and presses and keys to be seen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{parts, presenting};
use crate::session::Session;
use crate::session::state::notices::Tone;

impl Session {
    /// Begins or ends presenting.
    pub fn present(self, present: bool) {
        self.prefer(|preferences| preferences.present = present);
        let words = self.words();
        let text = if present {
            words.present_on
        } else {
            words.present_off
        };
        self.notices.show_passing(Tone::Success, text);
    }

    /// Lets the key p begin and end presenting, and shows presses and keys meanwhile. In an
    /// exercise, r restarts it and n opens the next one then.
    pub(in crate::session) fn watch_presenting(self) {
        let is_presenting = move || untrack(|| self.preferences()).present;
        parts::on_key("p", false, move || self.present(!is_presenting()));
        presenting::show_presses(is_presenting);
        let in_exercise = move || is_presenting() && untrack(|| self.attempt()).is_some();
        parts::on_key("r", false, move || {
            if in_exercise() {
                spawn_local(self.restart_by_key());
            }
        });
        parts::on_key("n", false, move || {
            if in_exercise() {
                spawn_local(self.go_on_by_key());
            }
        });
    }
}
