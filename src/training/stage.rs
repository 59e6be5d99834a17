//! Carrying out the instructions of a course on a workspace, as a person would in the program.

use super::instruction::{Instruction, NoCommand, Order};
use super::trace::Trace;
use crate::domain::sample::SplitMix;
use crate::domain::{
    Change, Command, Context, CustomerCommand, Misfit, Moment, PartnerUser, Refusal, Workspace,
    decide, evolve,
};
use crate::training::check::customer_at;

/// A workspace on which instructions are carried out.
pub struct Stage {
    pub workspace: Workspace,
    /// The browser's time at which everything happens.
    pub clock: Moment,
    /// Who acts, unless an instruction says another role.
    pub actor: PartnerUser,
    /// Where identifiers come from, the same ones each time. Passwords are made as well, and shown
    /// to nobody.
    pub random: SplitMix,
}

/// Why an instruction could not be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuck {
    NoCommand(NoCommand),
    Refused(Refusal),
    Misfit(Misfit),
}

/// What carrying out an instruction came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Played {
    /// The changes, of which those after the first are what time does.
    pub changes: Vec<Change>,
    pub traces: Vec<Trace>,
}

impl Stage {
    /// Returns the time of the workspace.
    pub fn now(&self) -> Moment {
        self.workspace.now(self.clock)
    }

    /// Carries out all instructions, one after the other.
    ///
    /// # Errors
    /// When one cannot be carried out: its number, from 0, and why.
    pub fn play_all(&mut self, instructions: &[Instruction]) -> Result<Played, (usize, Stuck)> {
        let mut all = Played::default();
        for (at, instruction) in instructions.iter().enumerate() {
            let played = self.play(instruction).map_err(|stuck| (at, stuck))?;
            all.changes.extend(played.changes);
            all.traces.extend(played.traces);
        }
        Ok(all)
    }

    /// Carries out an instruction, then what time does.
    ///
    /// # Errors
    /// When the workspace does not have what it names, or the rules refuse it.
    pub fn play(&mut self, instruction: &Instruction) -> Result<Played, Stuck> {
        let actor = PartnerUser {
            name: self.actor.name.clone(),
            role: instruction.role.unwrap_or(self.actor.role),
        };
        let mut played = Played::default();
        let command = instruction.what.command(&self.workspace, self.now());
        match (command.map_err(Stuck::NoCommand)?, &instruction.what) {
            (Some(command), _) => self.carry_out(&command, &actor, &mut played)?,
            (None, Order::Act { act, customer }) => {
                let customer = customer.as_ref();
                let customer =
                    customer.and_then(|domain| customer_at(&self.workspace, domain.as_str()));
                let customer = customer.map(|customer| customer.id);
                played.traces.push(Trace::of_act(*act, customer));
            }
            (None, _) => {}
        }
        for customer in self.workspace.to_purge_at(self.now()) {
            let purge = CustomerCommand::PurgeUsers.about(customer);
            self.carry_out(&purge, &actor, &mut played)?;
        }
        Ok(played)
    }

    fn carry_out(
        &mut self,
        command: &Command,
        actor: &PartnerUser,
        played: &mut Played,
    ) -> Result<(), Stuck> {
        let mut context = Context {
            now: self.clock,
            actor,
            random: &mut self.random,
        };
        let decision = decide(&self.workspace, command, &mut context).map_err(Stuck::Refused)?;
        evolve(&mut self.workspace, &decision.change).map_err(Stuck::Misfit)?;
        let trace = Trace::of_change(&decision.change.event, &self.workspace);
        played.traces.push(trace);
        played.changes.push(decision.change);
        Ok(())
    }
}
