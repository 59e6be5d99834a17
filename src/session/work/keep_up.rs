//! Keeps up with a person who does the steps of a procedure without being shown.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::pointing::{Use, is_there, on_use};
use crate::live::Effect;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::training::{Procedure, ProcedureId, Target};

/// How long to wait between two looks for the control of the next step.
const LOOK: Duration = Duration::from_millis(100);
/// How many looks to take: saving may last.
const LOOKS: u32 = 100;

impl Session {
    /// Marks the step that comes next whenever a person uses the control of a step, or comes to the
    /// screen of another one. Lasts as long as the present owner.
    pub fn keep_up(self, id: ProcedureId) {
        let Ok(procedure) = id.read() else {
            return;
        };
        let procedure = Rc::new(procedure);
        let of_effect = Rc::clone(&procedure);
        let known = Cell::new(None);
        let route = self.navigation.route();
        Effect::new(move |_| {
            let place = route.read().place();
            let step = self.followed_step(id);
            // Whoever names a step, by an address or "Show me", is at that step.
            let before = known.replace(Some((place, step)));
            let is_moved = before.is_some_and(|(was_on, was_at)| was_on != place && was_at == step);
            if let Some(step) = step.filter(|_| is_moved) {
                let is_here = |place| route.read_untracked().has(place);
                self.mark_step(id, of_effect.step_on_screen(step, is_here));
            }
        });
        let note = move |done: Use| self.note_use(id, &procedure, &done);
        StoredValue::new_local(on_use(note));
    }

    /// Returns the step of this procedure that is followed, and tracks it.
    fn followed_step(self, id: ProcedureId) -> Option<usize> {
        match self.navigation.followed().get() {
            Some(Follow::Step(followed, step)) if followed == id => Some(step),
            _ => None,
        }
    }

    fn mark_step(self, id: ProcedureId, step: usize) {
        if untrack(|| self.followed_step(id)) != Some(step) {
            self.navigation.follow(Some(Follow::Step(id, step)));
        }
    }

    /// Marks the step whose control was used, and then the next one: at once where the control of
    /// that one is there already, or as soon as it is. Who has made a mistake stays at the step.
    fn note_use(self, id: ProcedureId, procedure: &Procedure, done: &Use) {
        let Some(present) = untrack(|| self.followed_step(id)) else {
            return;
        };
        let is_at = |target: &Target| {
            let is_here = self.navigation.route().read_untracked().has(target.on);
            let sought = self.sought(target).filter(|_| is_here);
            sought.is_some_and(|sought| done.is_of(&sought))
        };
        let Some(step) = procedure.step_at(present, is_at) else {
            return;
        };
        self.mark_step(id, step);
        let [used, next] = [step.saturating_sub(1), step].map(|at| procedure.steps.get(at));
        let is_done = used.is_some_and(|step| step.show.role.is_done_at_once());
        if let Some(next) = next.filter(|_| is_done) {
            spawn_local(self.mark_when_there(id, step, next.show.clone()));
        }
    }

    /// Marks the step after this one once its control is there, unless another is marked by then.
    async fn mark_when_there(self, id: ProcedureId, step: usize, next: Target) {
        clock::frame().await;
        for _ in 0..LOOKS {
            if untrack(|| self.followed_step(id)) != Some(step) {
                return;
            }
            let is_here = self.navigation.route().read_untracked().has(next.on);
            let sought = self.sought(&next).filter(|_| is_here);
            if sought.is_some_and(|sought| is_there(&sought)) {
                return self.mark_step(id, step + 1);
            }
            clock::sleep(LOOK).await;
        }
    }
}
