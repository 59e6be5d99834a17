//! A command that takes long, carried out in turns under the lock.
//!
//! All or nothing all the same: the one write that stores its event decides. Whoever closes the tab
//! before it has changed nothing; after it, the next start applies the event.

use leptos::prelude::*;

use super::saving::{Done, Failure, OnTurn, Work};
use crate::browser::clock;
use crate::browser::random::BrowserRandom;
use crate::browser::storage::Disk;
use crate::domain::{Command, Context, decide, evolve};
use crate::journal::NotSaved;
use crate::session::Session;

/// The number of turns.
pub const TURNS: usize = 3;

impl Session {
    /// Decides, stores and applies a command, each in a turn of its own.
    pub(super) async fn carry_out_in_turns(
        self,
        command: &Command,
        on_turn: &OnTurn,
        disk: &Disk,
    ) -> Result<Done, Failure> {
        self.under_lock(disk, Work::Follow)?;
        begin_turn(on_turn, 0).await;
        let actor = untrack(|| self.partner_user());
        let mut context = Context {
            now: self.clock(),
            actor: &actor,
            random: &mut BrowserRandom::default(),
        };
        let decided = self
            .workspace
            .with_untracked(|workspace| decide(workspace, command, &mut context));
        let decision = decided.map_err(Failure::Refused)?;
        begin_turn(on_turn, 1).await;
        let mut stored = Err(NotSaved::Gone);
        self.journal.update_value(|journal| {
            stored = self.workspace.with_untracked(|workspace| {
                self.store(command, &decision.change, disk, journal, workspace)
            });
        });
        stored.map_err(Failure::NotSaved)?;
        begin_turn(on_turn, 2).await;
        let mut applied = Ok(());
        self.workspace.update(|workspace| {
            applied = evolve(workspace, &decision.change);
        });
        applied.map_err(|_| Failure::NotSaved(NotSaved::Unreadable))?;
        self.note_generation();
        if let Some(attempt) = self.training.work() {
            attempt.note();
        }
        Ok(Done::Decided(Box::new(decision)))
    }
}

/// Says what is done, and lets the page draw it and answer.
async fn begin_turn(on_turn: &OnTurn, done: usize) {
    on_turn(done);
    clock::let_draw().await;
}
