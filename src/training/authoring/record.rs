//! What was recorded, as instructions that do the same from the same start.

use super::orders::{orders, row};
use crate::domain::sample::SplitMix;
use crate::domain::{
    Action, Change, CustomerEvent, Event, Moment, PartnerRole, PartnerUser, User, Workspace, evolve,
};
use crate::training::attempt::Acted;
use crate::training::instruction::{Instruction, Order};
use crate::training::stage::Stage;

/// The identifiers of what is made while a recording is tried only have to differ.
const SEED: u64 = 1_603;

/// Instructions that were recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub steps: Vec<Instruction>,
    /// Changes that a course cannot say, or that could not be made from its start.
    pub left_out: Vec<Action>,
}

/// Returns what was done as instructions. `actual` is the workspace before the first change, each
/// change has its number, and `start` is the workspace in which the instructions will be carried
/// out. Each is tried there, so that they can be.
pub fn record(
    actual: Workspace,
    changes: &[(u64, Change)],
    acts: &[Acted],
    start: Workspace,
    role: PartnerRole,
    clock: Moment,
) -> Recorded {
    let mut recorder = Recorder {
        actual,
        stage: Stage {
            workspace: start,
            clock,
            actor: PartnerUser {
                name: String::new(),
                role,
            },
            random: SplitMix::seeded(SEED),
        },
        recorded: Recorded {
            steps: Vec::new(),
            left_out: Vec::new(),
        },
    };
    let mut acts = acts.iter().peekable();
    for (number, change) in changes {
        while let Some(act) = acts.next_if(|act| act.after < *number) {
            recorder.note_act(act);
        }
        recorder.note(change);
    }
    acts.for_each(|act| recorder.note_act(act));
    recorder.recorded
}

struct Recorder {
    actual: Workspace,
    stage: Stage,
    recorded: Recorded,
}

impl Recorder {
    fn note(&mut self, change: &Change) {
        let action = change.event.action();
        let is_done = match orders(&change.event, &self.actual) {
            Some(orders) => self.play_all(orders, change.by.role),
            None => self.take_back(&change.event),
        };
        if !is_done {
            self.recorded.left_out.push(action);
        }
        // What does not fit is left out when the workspace is opened as well.
        let _misfit = evolve(&mut self.actual, change);
    }

    fn note_act(&mut self, acted: &Acted) {
        let customer = acted.customer.and_then(|id| self.actual.customer(id));
        let customer = customer.map(|customer| customer.domains.primary.clone());
        let act = acted.act;
        self.play(Order::Act { act, customer }, self.stage.actor.role);
    }

    /// Carries orders out, as far as that works. Returns whether it did for all of them.
    fn play_all(&mut self, orders: Vec<Order>, by: PartnerRole) -> bool {
        let mut are_done = true;
        for order in orders {
            are_done &= self.play(order, by);
        }
        are_done
    }

    /// Carries an order out, and keeps it if that works. Returns whether it did.
    fn play(&mut self, what: Order, by: PartnerRole) -> bool {
        let role = Some(by).filter(|role| *role != self.stage.actor.role);
        let instruction = Instruction { what, role };
        let is_done = self.stage.play(&instruction).is_ok();
        if is_done {
            self.recorded.steps.push(instruction);
        }
        is_done
    }

    /// Takes back the upload that was undone, with what was recorded of it. Returns whether it was
    /// the latest step.
    fn take_back(&mut self, event: &Event) -> bool {
        let Event::Customer(id, CustomerEvent::UploadUndone { users }) = event else {
            return false;
        };
        let Some(customer) = self.actual.customer(*id) else {
            return false;
        };
        let undone = users
            .iter()
            .filter_map(|number| customer.users.get(*number));
        let undone: Vec<&User> = undone.collect();
        let is_undone = |rows: &[[String; 4]]| {
            rows.len() == undone.len() && undone.iter().all(|user| rows.contains(&row(user)))
        };
        let is_latest = matches!(
            self.recorded.steps.last(),
            Some(Instruction { what: Order::Upload { rows, .. }, .. }) if is_undone(rows)
        );
        if is_latest {
            self.recorded.steps.pop();
            let change = Change {
                at: self.stage.now(),
                by: self.stage.actor.clone(),
                event: event.clone(),
            };
            // The users have the same numbers on the stage, where the same was done.
            return evolve(&mut self.stage.workspace, &change).is_ok();
        }
        false
    }
}
