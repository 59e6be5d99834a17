//! What a file without mistakes comes to.

use super::{RecordLimit, RowProblem, RowProblemKind};
use crate::domain::rules::{domain_problem, name_problem};
use crate::domain::{Customer, Location, ProblemKind, UserDetails};

/// Users who may be created, as far as it could be known when their file was validated; without licenses, and without a
/// location until one is given. Made only by [`validate`](super::validate()).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UploadPlan {
    users: Vec<PlannedUser>,
    with_status: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct PlannedUser {
    line: usize,
    details: Box<UserDetails>,
}

impl UploadPlan {
    /// How many users there are: one at least.
    pub fn len(&self) -> usize {
        self.users.len()
    }

    /// Is there nobody in it? Never, in a plan that [`validate`](super::validate()) has made.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty()
    }

    /// The users in the order of the file, each with the line of the file, from 1, in which their row begins.
    pub fn users(&self) -> impl ExactSizeIterator<Item = (usize, &UserDetails)> {
        self.users.iter().map(|user| (user.line, &*user.details))
    }

    /// The users in the order of the file, all of them in this location.
    pub fn users_in(&self, location: Location) -> impl ExactSizeIterator<Item = UserDetails> {
        self.users.iter().map(move |user| UserDetails {
            location: Some(location),
            ..(*user.details).clone()
        })
    }

    /// How many rows had something in the column Status update, of which no notice was taken.
    pub fn with_status(&self) -> usize {
        self.with_status
    }

    /// What speaks against creating these users in the customer as it is now: names that were taken meanwhile, domains that are
    /// gone.
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
                });
            }
        }
        problems
    }

    /// That they are more users than a file may have, where they are.
    pub fn too_many(&self, limit: RecordLimit) -> Option<RowProblem> {
        let first_beyond = self.users.get(limit.count())?;
        Some(RowProblem {
            line: first_beyond.line,
            column: None,
            cell: None,
            value: Box::default(),
            kind: RowProblemKind::TooManyRecords {
                count: self.len(),
                limit: limit.count(),
            },
        })
    }

    pub(super) fn add(&mut self, line: usize, details: UserDetails) {
        let details = Box::new(details);
        self.users.push(PlannedUser { line, details });
    }

    pub(super) fn add_status(&mut self) {
        self.with_status = self.with_status.saturating_add(1);
    }
}
