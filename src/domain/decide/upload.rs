//! Creating the users of a file, and undoing that.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::refusal::Refusal;
use super::ruling::{CustomerRuling, Ruling, WorkspaceRuling};
use super::users::credential;
use crate::domain::upload::{RecordLimit, UploadPlan};
use crate::domain::{
    Command, Customer, CustomerCommand, CustomerEvent, Event, Guid, Licenses, Location, Moment,
    PasswordState, Random, User, UserDetails, UserId, UserNumber, WorkspaceCommand, WorkspaceEvent,
};

/// The users of a file in one location. Source: "Create multiple users for a customer account".
pub(super) struct Upload<'a> {
    customer: &'a Customer,
    plan: &'a Arc<UploadPlan>,
    location: Location,
}

impl<'a> Upload<'a> {
    pub(super) fn new(
        customer: &'a Customer,
        plan: &'a Arc<UploadPlan>,
        location: Location,
    ) -> Self {
        Self {
            customer,
            plan,
            location,
        }
    }

    /// Creates all users. Their numbers follow each other, and so do their identifiers.
    pub(super) fn create(
        &self,
        limit: RecordLimit,
        now: Moment,
        random: &mut dyn Random,
    ) -> Result<CustomerRuling, Refusal> {
        let mut problems = self.plan.problems(self.customer);
        problems.extend(self.plan.limit_problem(limit));
        if !problems.is_empty() {
            return Err(Refusal::Upload(problems));
        }
        let next = self.customer.users.next_number();
        let first = next.ok_or(Refusal::NumbersExhausted)?;
        let users = self.users(first, Guid::generate(random)?, now);
        if users.len() < self.plan.len() {
            return Err(Refusal::NumbersExhausted);
        }
        let once = users.iter().map(|user| credential(user, random));
        let once = once.collect::<Result<_, _>>()?;
        let undo = CustomerCommand::UndoUpload {
            plan: Arc::clone(self.plan),
            location: self.location,
            first,
        };
        Ok(Ruling {
            once,
            undo: Some(undo),
            ..CustomerEvent::UsersUploaded { users }.into()
        })
    }

    /// Returns the users, or as many as there are numbers left.
    fn users(&self, first: UserNumber, id: Guid, now: Moment) -> Vec<User> {
        let numbers = (first.0..=u32::MAX).map(UserNumber);
        let ids = std::iter::successors(Some(id), |id| Some(id.following()));
        let details = self.plan.users_in(self.location);
        let all = numbers.zip(ids).zip(details);
        all.map(|((number, id), details)| User {
            number,
            id: UserId(id),
            details,
            licenses: Licenses::default(),
            created_at: now,
            password: PasswordState::new(now),
        })
        .collect()
    }

    /// Undoes the upload if all users are as they were created.
    pub(super) fn undo(&self, first: UserNumber) -> Result<CustomerRuling, Refusal> {
        let numbers = (first.0..=u32::MAX).map(UserNumber);
        let of_plan = self.plan.users_in(self.location);
        let is_as_created =
            |(number, details): &(UserNumber, UserDetails)| self.is_as_created(*number, details);
        let same = numbers.zip(of_plan).filter(is_as_created);
        let users: BTreeSet<UserNumber> = same.map(|(number, _)| number).collect();
        match self.plan.len().saturating_sub(users.len()) {
            0 => Ok(CustomerEvent::UploadUndone { users }.into()),
            changed => Err(Refusal::ChangedSince(changed)),
        }
    }

    fn is_as_created(&self, number: UserNumber, details: &UserDetails) -> bool {
        let user = self.customer.users.get(number);
        user.is_some_and(|user| {
            user.details.is_exactly(details)
                && user.licenses.is_empty()
                && user.password.set_at == user.created_at
        })
    }
}

pub(super) fn set_record_limit(
    before: RecordLimit,
    limit: RecordLimit,
) -> Result<WorkspaceRuling, Refusal> {
    if limit == before {
        return Err(Refusal::NothingToChange);
    }
    let undo = WorkspaceCommand::SetRecordLimit(before);
    let event = WorkspaceEvent::RecordLimitChanged { before, limit };
    Ok(Ruling {
        undo: Some(Command::Workspace(undo)),
        ..Event::Workspace(event).into()
    })
}
