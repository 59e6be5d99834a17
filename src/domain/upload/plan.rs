//! The users of a file without mistakes.

use super::{ExtraColumn, RecordLimit, RowProblem, RowProblemKind};
use crate::domain::rules::{domain_problem, name_problem};
use crate::domain::{Customer, Location, ProblemKind, UserDetails};

/// Users that could be created when their file was validated: without licenses, and without a
/// location until one is given. Only [`validate`](super::validate()) makes one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UploadPlan {
    users: Vec<PlannedUser>,
    status_count: usize,
    ignored: Vec<ExtraColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct PlannedUser {
    line: usize,
    details: Box<UserDetails>,
}

impl UploadPlan {
    pub fn len(&self) -> usize {
        self.users.len()
    }

    /// Returns whether there are no users, which is never so in a validated plan.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty()
    }

    /// Returns the users in the order of the file, each with the line, from 1, in which their row
    /// begins.
    pub fn users(&self) -> impl ExactSizeIterator<Item = (usize, &UserDetails)> {
        self.users.iter().map(|user| (user.line, &*user.details))
    }

    /// Returns the users in the order of the file, all in this location.
    pub fn users_in(&self, location: Location) -> impl ExactSizeIterator<Item = UserDetails> {
        self.users.iter().map(move |user| UserDetails {
            location: Some(location),
            ..(*user.details).clone()
        })
    }

    /// Returns how many rows have a value in the column Status update, which is ignored.
    pub fn status_count(&self) -> usize {
        self.status_count
    }

    /// Returns the columns of an export that are ignored.
    pub fn ignored(&self) -> &[ExtraColumn] {
        &self.ignored
    }

    /// Returns what prevents creating these users in the customer as it is now: names taken and
    /// domains removed since the validation.
    pub fn problems(&self, customer: &Customer) -> Vec<RowProblem> {
        let mut problems = Vec::new();
        for (line, details) in self.users() {
            let name = &details.user_name;
            let taken = name_problem(customer, name, None);
            let foreign = domain_problem(customer, name);
            for problem in taken.into_iter().chain(foreign) {
                let kind = match problem.kind {
                    ProblemKind::NotADomainOfTheCustomer => {
                        RowProblemKind::ForeignDomain { meant: None }
                    }
                    kind => RowProblemKind::Value(kind),
                };
                problems.push(RowProblem {
                    line,
                    column: Some(super::Column::Email),
                    cell: None,
                    value: name.as_str().into(),
                    kind,
                    suggestion: None,
                });
            }
        }
        problems
    }

    /// Returns the problem that there are more users than the limit, if there are.
    pub fn limit_problem(&self, limit: RecordLimit) -> Option<RowProblem> {
        let first_beyond = self.users.get(limit.count())?;
        let kind = RowProblemKind::TooManyRecords {
            count: self.len(),
            limit: limit.count(),
        };
        Some(RowProblem::of_row(first_beyond.line, kind))
    }

    pub(super) fn add(&mut self, line: usize, details: UserDetails) {
        let details = Box::new(details);
        self.users.push(PlannedUser { line, details });
    }

    pub(super) fn ignore(&mut self, columns: impl Iterator<Item = ExtraColumn>) {
        self.ignored.extend(columns);
    }

    pub(super) fn count_status(&mut self) {
        self.status_count = self.status_count.saturating_add(1);
    }
}
