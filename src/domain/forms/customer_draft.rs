//! The form of a customer's account.

use serde::{Deserialize, Serialize};

use crate::domain::{CompanyName, CustomerDetails, Field, Location, Problem, ProblemKind};

/// Company name and location as typed. Only [`CustomerDraft::validate`] trims and checks them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDraft {
    pub company: String,
    /// Code of the location.
    pub location: String,
}

impl From<&CustomerDetails> for CustomerDraft {
    fn from(details: &CustomerDetails) -> Self {
        Self {
            company: details.company.as_str().to_owned(),
            location: details.location.code().to_owned(),
        }
    }
}

impl CustomerDraft {
    /// Validates each value.
    pub fn validate(&self) -> Result<CustomerDetails, Vec<Problem>> {
        let company = CompanyName::parse(&self.company);
        let location = Location::parse(self.location.trim());
        match (company, location) {
            (Ok(company), Some(location)) => Ok(CustomerDetails { company, location }),
            (company, location) => {
                let kinds = company.err().unwrap_or_default();
                let mut problems: Vec<_> = kinds
                    .into_iter()
                    .map(|kind| kind.at(Field::Company))
                    .collect();
                if location.is_none() {
                    problems.push(ProblemKind::UnknownLocation.at(Field::Location));
                }
                Err(problems)
            }
        }
    }

    /// Adopts what was changed elsewhere, except where the person has changed the same value.
    pub fn rebase(&mut self, before: &CustomerDetails, now: &CustomerDetails) {
        let (before, now) = (Self::from(before), Self::from(now));
        if self.company == before.company {
            self.company = now.company;
        }
        if self.location == before.location {
            self.location = now.location;
        }
    }
}
