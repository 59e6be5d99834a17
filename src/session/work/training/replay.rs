//! Shows an attempt again, step by step: each state is a workspace in memory, which nothing can be
//! stored in.

use std::sync::Arc;

use leptos::prelude::untrack;

use super::enter::{not_opened, storage};
use super::stored;
use crate::browser::storage::Disk;
use crate::domain::{CustomerEvent, CustomerId, Event, SubscriptionId, UserNumber};
use crate::journal::{AttemptId, Journal};
use crate::results::{FiledAttempt, Happened, Recording, Step};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::state::training::{AttemptTrouble, OpenReplay};
use crate::text::BesideWords;

impl Session {
    /// Reads the attempt that is shown again, if any, and tracks it.
    pub fn with_replay<T>(self, read: impl FnOnce(&OpenReplay) -> T) -> Option<T> {
        self.training.replay.with(|open| open.as_ref().map(read))
    }

    /// Shows the attempt after so many steps, on the screen of the last one.
    pub fn go_to_step(self, state: usize) {
        let id = untrack(|| self.with_replay(|open| (open.id, open.recording.steps().len())));
        let Some((id, last)) = id else { return };
        let state = state.min(last);
        if let Err(trouble) = self.show_state(id, state) {
            return self.training.trouble.set(Some(trouble));
        }
        let what = |open: &OpenReplay| open.recording.step_to(state).map(|step| step.what.clone());
        let what = untrack(|| self.with_replay(what)).flatten();
        let route = what.map_or_else(Route::customers, |what| {
            self.workspace
                .with_untracked(|workspace| Route::showing(&what, workspace))
        });
        self.navigation
            .replace_in(Scope::Replay(id, Some(state)), route);
        self.say_replay();
    }

    /// Says which step is shown.
    pub(super) fn say_replay(self) {
        let text = untrack(|| self.with_replay(|open| self.step_text(open)));
        if let Some(text) = text {
            self.pointing.say(text);
        }
    }

    /// "Step 3 of 7: User created".
    pub fn step_text(self, open: &OpenReplay) -> String {
        let sentences = self.sentences();
        let [state, all] =
            [open.state, open.recording.steps().len()].map(|count| self.number(count));
        let step = sentences.step_of(&state, &all);
        let what = match open.recording.step_to(open.state).map(|step| &step.what) {
            None => self.texts::<BesideWords>().replay_begins,
            Some(Happened::Changed(event)) => sentences.action(event.action()),
            Some(Happened::Acted(act, _)) => sentences.act(*act),
        };
        format!("{step}: {what}")
    }

    /// Returns the users of this customer whom the step concerns that is shown, and tracks it.
    pub fn concerned_users(self, customer: CustomerId) -> Vec<UserNumber> {
        let users = |open: &OpenReplay| match open.recording.step_to(open.state) {
            Some(Step {
                what: Happened::Changed(Event::Customer(of, event)),
                ..
            }) if *of == customer => event.users(),
            _ => Vec::new(),
        };
        self.with_replay(users).unwrap_or_default()
    }

    /// Returns the word for what the step has done to those whom it concerns, and tracks the step.
    pub fn concerned_word(self) -> &'static str {
        let creates = |open: &OpenReplay| {
            let step = open.recording.step_to(open.state);
            step.is_some_and(|step| match &step.what {
                Happened::Changed(Event::Customer(_, event)) => event.creates(),
                _ => false,
            })
        };
        match self.with_replay(creates) {
            Some(true) => self.words().concerned_new,
            _ => self.words().concerned,
        }
    }

    /// Returns the subscription of this customer that the step concerns that is shown, and tracks
    /// it.
    pub fn concerned_subscription(self, customer: CustomerId) -> Option<SubscriptionId> {
        let subscription = |open: &OpenReplay| {
            let step = open.recording.step_to(open.state)?;
            let Happened::Changed(Event::Customer(of, event)) = &step.what else {
                return None;
            };
            match event {
                _ if *of != customer => None,
                CustomerEvent::SubscriptionAdded { subscription } => Some(subscription.id),
                CustomerEvent::QuantityChanged { subscription, .. }
                | CustomerEvent::StatusChanged { subscription, .. } => Some(*subscription),
                _ => None,
            }
        };
        self.with_replay(subscription).flatten()
    }

    /// Puts the attempt in this state in the place of the workspace that is open.
    pub(super) fn show_state(self, id: AttemptId, state: usize) -> Result<(), AttemptTrouble> {
        let known = self.training.replay.get_untracked();
        let known = known.filter(|open| open.id == id);
        let mut open = match known {
            Some(open) => open,
            None => self.find_replay(id)?,
        };
        let disk = Disk::in_memory();
        open.recording.lay_out(state, &disk).map_err(storage)?;
        let opened = Journal::open(disk.clone(), open.recording.at(state)).map_err(not_opened)?;
        let replay = open.recording.follow(open.exercise, state);
        open.reached = replay.map_or_else(Vec::new, |replay| replay.progress().reached().to_vec());
        open.state = state.min(open.recording.steps().len());
        self.training.replay.set(Some(open));
        self.swap(Scope::Replay(id, Some(state)), None, opened, &disk);
        Ok(())
    }

    /// Finds an attempt among the results of the class, or else those that are stored.
    fn find_replay(self, id: AttemptId) -> Result<OpenReplay, AttemptTrouble> {
        let of_class = self.results.attempt(id);
        let found = of_class.map(|(name, filed)| (Some(name), filed));
        let (name, filed) = match found {
            Some(found) => found,
            None => (None, stored_attempt(id)?),
        };
        let course = self.course_named(&filed.attempt.course);
        let exercise = course.and_then(|course| course.exercise(&filed.attempt.exercise));
        let exercise = exercise.ok_or(AttemptTrouble::NotToReplay)?;
        let recording = Recording::new(&filed, exercise).ok_or(AttemptTrouble::NotToReplay)?;
        Ok(OpenReplay {
            id,
            name,
            exercise,
            recording: Arc::new(recording),
            state: 0,
            reached: Vec::new(),
        })
    }
}

fn stored_attempt(id: AttemptId) -> Result<FiledAttempt, AttemptTrouble> {
    let attempts = stored::attempts().map_err(storage)?;
    let attempt = attempts.read(id).map_err(storage)?;
    let journal = attempts.journal(id).map_err(storage)?;
    let (attempt, (origin, records)) = attempt.zip(journal).ok_or(AttemptTrouble::NotToReplay)?;
    Ok(FiledAttempt {
        id,
        attempt,
        origin,
        records,
    })
}
