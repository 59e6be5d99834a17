//! Whom and what a goal is about, so that a hint for it can point at the right screen.

use super::check::{Check, Who, customer_at};
use super::exercise::Exercise;
use super::goal::Goal;
use crate::domain::{CustomerId, UserId, UserName, Workspace};

/// The customer, and the user, that something is about; nothing where that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Subject {
    pub customer: Option<CustomerId>,
    pub user: Option<UserId>,
}

impl Exercise {
    /// Returns what a goal is about in this workspace. A goal whose check names no customer is
    /// about the one of the goals before it.
    pub fn subject(&self, goal: &Goal, state: &Workspace) -> Subject {
        let until = self.goals.iter().position(|one| one.id == goal.id);
        let goals = self.goals.iter().take(until.map_or(0, |at| at + 1)).rev();
        for goal in goals {
            let mut named = None;
            goal.check.visit(&mut |check| {
                named = named.or_else(|| named_by(check, state));
            });
            if let Some(subject) = named {
                return subject;
            }
        }
        Subject::default()
    }
}

fn named_by(check: &Check, state: &Workspace) -> Option<Subject> {
    let customer = customer_at(state, check.domain()?)?;
    let with_name = |name: &UserName| customer.users.with_name(name);
    let user = match check {
        Check::User(check) => match &check.user {
            Who::User(name) => with_name(name),
            Who::AnyoneAt(_) => {
                let mut all = customer.users.active();
                all.find(|user| Some(&user.details.display_name) == check.display_name.as_ref())
            }
        },
        Check::Deleted(name) => with_name(name),
        Check::Done { user, .. } => user.as_ref().and_then(with_name),
        _ => None,
    };
    Some(Subject {
        customer: Some(customer.id),
        user: user.map(|user| user.id),
    })
}
