//! Notes in the attempt what a person does that changes nothing: acts, hints, time, the role, and
//! that it is finished.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, element, timing};
use crate::domain::PartnerRole;
use crate::journal::NotSaved;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::state::notices::Tone;
use crate::session::state::training::{Edit, OpenAttempt};
use crate::session::work::saving::{Failure, Work};
use crate::training::{Act, Acted, Attempt};

/// How often the time worked is stored.
const COUNT: Duration = Duration::from_secs(15);
/// The longest time that is counted at once: between two counts of a tab that nobody sees, or of a
/// computer that sleeps, nobody works.
const LONGEST: Duration = Duration::from_secs(30);

impl Session {
    /// Notes that a person has done something that changes nothing, for the customer on the
    /// screen, if this tab is in an attempt.
    pub fn act(self, act: Act) {
        let Some(after) = untrack(|| self.with_attempt(|open| open.replay.last())) else {
            return;
        };
        let customer = self.navigation.route().read_untracked().customer();
        let at = self.clock();
        let acted = Acted {
            act,
            customer,
            at,
            after,
        };
        self.edit_soon(move |attempt| attempt.acts.push(acted));
    }

    /// Notes that another hint for a goal was taken.
    pub fn take_hint(self, goal: &'static str) {
        self.edit_soon(move |attempt| *attempt.hints.entry(goal.to_owned()).or_default() += 1);
    }

    /// Changes the role in which the person works: that of the attempt, or the chosen one.
    pub fn set_role(self, role: PartnerRole) {
        match self.training.room.get_untracked() {
            Scope::Attempt(_) => self.edit_soon(move |attempt| attempt.role = role),
            Scope::Own => self.prefer(|preferences| preferences.role = role),
            Scope::Replay(..) => {
                let text = self.words().replay_refuses;
                self.notices.show(Tone::Error, text);
            }
        }
    }

    /// Finishes the attempt, and shows what it came to.
    pub async fn finish_exercise(self) {
        let clock = self.clock();
        let outcome = |open: &OpenAttempt| open.replay.outcome(open.exercise, &open.attempt, clock);
        let Some(outcome) = untrack(|| self.with_attempt(outcome)) else {
            return;
        };
        let edit = self.edit_attempt(move |attempt| attempt.outcome = Some(outcome));
        if edit.await {
            self.report_to_lms();
            self.navigation.go(Route::Result);
            // The button that was pressed is gone, and with it the focus.
            element::focus_soon("main h1");
        }
    }

    /// Goes on with an attempt that was finished.
    pub async fn resume_exercise(self) {
        self.training.counted.set(timing::now());
        if self.edit_attempt(|attempt| attempt.outcome = None).await {
            self.navigation.go(Route::customers());
        }
    }

    /// Counts the time worked while the tab is seen.
    pub(in crate::session) fn watch_worked_time(self) {
        clock::every(COUNT, move || {
            if element::is_page_visible() {
                spawn_local(self.save_time());
            } else {
                self.training.counted.set(timing::now());
            }
        });
    }

    /// Stores the time worked since it was last stored.
    pub(super) async fn save_time(self) {
        let is_open = |open: &OpenAttempt| open.attempt.outcome.is_none();
        if untrack(|| self.with_attempt(is_open)) == Some(true) {
            self.edit_attempt(|_| {}).await;
        }
    }

    fn edit_soon(self, edit: impl FnOnce(&mut Attempt) + 'static) {
        spawn_local(async move {
            self.edit_attempt(edit).await;
        });
    }

    /// Changes the attempt that this tab is in, and counts the time worked. Returns whether it is
    /// stored, and else says why not.
    async fn edit_attempt(self, edit: impl FnOnce(&mut Attempt) + 'static) -> bool {
        let seconds = self.take_time();
        let edit: Edit = Box::new(move |attempt| {
            if attempt.outcome.is_none() {
                attempt.seconds = attempt.seconds.saturating_add(seconds);
            }
            edit(attempt);
        });
        let done = self.locked(Work::EditAttempt(edit)).await;
        match &done {
            Ok(_) | Err(Failure::NotSaved(NotSaved::Gone)) => {}
            Err(failure) => self.notices.show(Tone::Error, self.reason(failure)),
        }
        done.is_ok()
    }

    /// Takes the whole seconds worked since they were last taken.
    fn take_time(self) -> u32 {
        let now = timing::now();
        let counted = self.training.counted.get_untracked();
        let worked = now.saturating_sub(counted);
        let whole = Duration::from_secs(worked.as_secs());
        self.training.counted.set(counted + whole);
        u32::try_from(whole.min(LONGEST).as_secs()).unwrap_or(0)
    }
}
