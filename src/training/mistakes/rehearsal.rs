//! Plays an exercise once: whether it can be begun and solved, and what its checks name.

use super::mistake::{Mistake, MistakeKind};
use super::name::{Name, nearest};
use crate::domain::sample;
use crate::domain::{Moment, UserName, Workspace};
use crate::training::check::{Check, Who, customer_at};
use crate::training::exercise::Exercise;
use crate::training::instruction::NoCommand;
use crate::training::progress::Progress;
use crate::training::setting::SAMPLE;
use crate::training::stage::Stuck;

/// Returns what is wrong with an exercise, whose JSON is a file of its own.
pub fn rehearse(exercise: &Exercise, clock: Moment) -> Vec<Mistake> {
    rehearse_at(exercise, clock, "$")
}

/// Returns what is wrong with an exercise at this path.
pub(super) fn rehearse_at(exercise: &Exercise, clock: Moment, path: &str) -> Vec<Mistake> {
    let mut rehearsal = Rehearsal {
        exercise,
        path,
        mistakes: Vec::new(),
    };
    rehearsal.check_goals();
    rehearsal.play(clock);
    rehearsal.mistakes
}

struct Rehearsal<'a> {
    exercise: &'a Exercise,
    path: &'a str,
    mistakes: Vec<Mistake>,
}

impl Rehearsal<'_> {
    fn add(&mut self, kind: MistakeKind, path: &str) {
        self.mistakes.push(kind.at(&format!("{}{path}", self.path)));
    }

    /// Adds that an instruction cannot be carried out; of an unknown name, what was meant.
    fn add_stuck(&mut self, stuck: Stuck, workspace: &Workspace, path: &str) {
        let before = self.mistakes.len();
        match &stuck {
            Stuck::NoCommand(NoCommand::UnknownUser(name)) => {
                self.check_user(name, workspace, workspace, path);
            }
            Stuck::NoCommand(NoCommand::UnknownCustomer(domain)) => {
                self.check_customer(domain, workspace, path);
            }
            _ => {}
        }
        if self.mistakes.len() == before {
            self.add(MistakeKind::Stuck(stuck), path);
        }
    }

    /// Checks the names of goals.
    fn check_goals(&mut self) {
        let goals = &self.exercise.goals;
        for (at, goal) in goals.iter().enumerate() {
            let before: Vec<&str> = goals.iter().take(at).map(|goal| &*goal.id).collect();
            if before.contains(&&*goal.id) {
                let kind = MistakeKind::DoubledName(goal.id.clone());
                self.add(kind, &format!(".goals[{at}].id"));
            }
            let path = format!(".goals[{at}].check");
            visit(&goal.check, &path, &mut |check, path| {
                if let Check::After { goal, .. } = check
                    && !before.contains(&&**goal)
                {
                    let suggestion = nearest(goal, before.iter().copied()).map(str::to_owned);
                    let name = goal.clone();
                    let kind = MistakeKind::NotAGoalBefore { name, suggestion };
                    self.add(kind, &format!("{path}.after"));
                }
            });
        }
    }

    fn play(&mut self, clock: Moment) {
        let begun = match self.exercise.begin(clock) {
            Ok(begun) => begun.workspace,
            Err((at, stuck)) => {
                let sample = sample::workspace(SAMPLE, clock);
                return self.add_stuck(stuck, &sample, &format!(".start[{at}]"));
            }
        };
        let goals = &self.exercise.goals;
        let mut progress = Progress::new(goals, &begun, begun.now(clock));
        for (at, reached) in progress.reached().to_vec().into_iter().enumerate() {
            if reached {
                self.add(
                    MistakeKind::TrueFromTheStart,
                    &format!(".goals[{at}].check"),
                );
            }
        }
        let mut stage = self.exercise.stage(begun.clone(), clock);
        for (at, instruction) in self.exercise.solution.iter().enumerate() {
            let played = match stage.play(instruction) {
                Ok(played) => played,
                Err(stuck) => {
                    let path = format!(".solution[{at}]");
                    return self.add_stuck(stuck, &stage.workspace, &path);
                }
            };
            let now = stage.now();
            for trace in played.traces {
                progress.note(trace, goals, &stage.workspace, now);
            }
        }
        self.check_names(&begun, &stage.workspace);
        for (at, reached) in progress.reached().to_vec().into_iter().enumerate() {
            if !reached {
                self.add(MistakeKind::NotReached, &format!(".goals[{at}].check"));
            }
        }
    }

    /// Checks that there is everybody whom checks name, at the start or in the end.
    fn check_names(&mut self, start: &Workspace, end: &Workspace) {
        for (at, goal) in self.exercise.goals.iter().enumerate() {
            let path = format!(".goals[{at}].check");
            visit(&goal.check, &path, &mut |check, path| match check {
                Check::User(check) => match &check.user {
                    Who::User(name) => self.check_user(name, start, end, &format!("{path}.user")),
                    Who::AnyoneAt(domain) => {
                        self.check_customer(domain.as_str(), end, &format!("{path}.user"));
                    }
                },
                Check::Deleted(name) => {
                    self.check_user(name, start, end, &format!("{path}.deleted"));
                }
                Check::Count(check) => {
                    self.check_customer(check.customer.as_str(), end, &format!("{path}.customer"));
                    if let Some(domain) = &check.domain {
                        self.check_customer(domain.as_str(), end, &format!("{path}.domain"));
                    }
                }
                Check::Seats(check) => {
                    self.check_customer(check.customer.as_str(), end, &format!("{path}.customer"));
                }
                Check::Done { customer, user, .. } => {
                    if let Some(name) = user {
                        self.check_user(name, start, end, &format!("{path}.user"));
                    }
                    if let Some(domain) = customer {
                        self.check_customer(domain.as_str(), end, &format!("{path}.customer"));
                    }
                }
                Check::Act { customer, .. } => {
                    if let Some(domain) = customer {
                        self.check_customer(domain.as_str(), end, &format!("{path}.customer"));
                    }
                }
                Check::All(_) | Check::Any(_) | Check::Not(_) | Check::After { .. } => {}
            });
        }
    }

    fn check_customer(&mut self, domain: &str, end: &Workspace, path: &str) {
        if customer_at(end, domain).is_some() {
            return;
        }
        let domains = end
            .customers()
            .flat_map(|customer| customer.domains.iter().map(|domain| domain.as_str()));
        let kind = MistakeKind::UnknownName {
            what: Name::Domain,
            name: domain.to_owned(),
            suggestion: nearest(domain, domains).map(str::to_owned),
        };
        self.add(kind, path);
    }

    fn check_user(&mut self, name: &UserName, start: &Workspace, end: &Workspace, path: &str) {
        let known: Vec<&UserName> = [start, end]
            .into_iter()
            .filter_map(|workspace| customer_at(workspace, name.domain()))
            .flat_map(|customer| customer.users.active_and_deleted())
            .map(|user| &user.details.user_name)
            .collect();
        if known.is_empty() {
            self.check_customer(name.domain(), end, path);
        } else if !known.contains(&name) {
            let names = known.iter().map(|name| name.as_str());
            let kind = MistakeKind::UnknownName {
                what: Name::User,
                name: name.as_str().to_owned(),
                suggestion: nearest(name.as_str(), names).map(str::to_owned),
            };
            self.add(kind, path);
        }
    }
}

/// Visits a check and those inside it, each with its path.
fn visit(check: &Check, path: &str, then: &mut dyn FnMut(&Check, &str)) {
    then(check, path);
    let mut all = |checks: &[Check], name: &str| {
        for (at, check) in checks.iter().enumerate() {
            visit(check, &format!("{path}.{name}[{at}]"), then);
        }
    };
    match check {
        Check::All(checks) => all(checks, "all"),
        Check::Any(checks) => all(checks, "any"),
        Check::Not(check) => visit(check, &format!("{path}.not"), then),
        Check::After { then: check, .. } => visit(check, &format!("{path}.then"), then),
        _ => {}
    }
}
