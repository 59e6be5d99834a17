//! Saving the users of a file: all or none, with passwords that are stored nowhere, and undoing it.

mod creating;
mod limits;
mod secrets;
mod undoing;

use std::sync::Arc;

use seatwork::domain::upload::{RecordLimit, Rows, UploadPlan, validate};
use seatwork::domain::{Command, Customer, CustomerCommand};

use crate::support::location;

const HEADINGS: [&str; 4] = ["First name", "Last name", "Display name", "Email"];

/// A file with the usual headings.
pub struct Sheet(Vec<[String; 4]>);

impl Sheet {
    /// First name, last name, display name and address of each user.
    pub fn of(rows: impl IntoIterator<Item = [String; 4]>) -> Self {
        Self(rows.into_iter().collect())
    }
}

impl Rows for Sheet {
    fn count(&self) -> usize {
        self.0.len() + 1
    }

    fn line(&self, row: usize) -> usize {
        row + 1
    }

    fn width(&self, _row: usize) -> usize {
        HEADINGS.len()
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        match row.checked_sub(1) {
            None => HEADINGS[column],
            Some(record) => &self.0[record][column],
        }
    }
}

/// Returns the plan of these rows, which have no problems.
pub fn plan(customer: &Customer, rows: impl IntoIterator<Item = [String; 4]>) -> Arc<UploadPlan> {
    let sheet = Sheet::of(rows);
    let plan = validate(&sheet, customer, RecordLimit::MAX.count());
    Arc::new(plan.unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Users whose local part is also the display name.
pub fn plan_of(customer: &Customer, locals: &[&str]) -> Arc<UploadPlan> {
    let domain = customer.domains.primary.as_str();
    let row = |local: &&str| {
        let address = format!("{local}@{domain}");
        [String::new(), String::new(), (*local).to_owned(), address]
    };
    plan(customer, locals.iter().map(row))
}

/// Generates users with common names, no two alike.
pub fn many(customer: &Customer, count: usize) -> Arc<UploadPlan> {
    const FIRST: [&str; 9] = [
        "Anna",
        "Jürgen",
        "Maria",
        "Sebastian",
        "Li",
        "Charlotte",
        "Noah",
        "Zoë",
        "Franziska",
    ];
    const LAST: [&str; 7] = [
        "Müller",
        "Schmidt",
        "Fischer",
        "Wagner-Hoffmann",
        "Berg",
        "O'Neil",
        "de la Tour",
    ];
    const ASCII: [&str; 7] = [
        "mueller",
        "schmidt",
        "fischer",
        "wagner-hoffmann",
        "berg",
        "oneil",
        "delatour",
    ];
    let domain = customer.domains.primary.as_str();
    let row = |number: usize| {
        let (first, last) = (FIRST[number % FIRST.len()], LAST[number % LAST.len()]);
        let initial = first.chars().next().map_or('x', |c| c.to_ascii_lowercase());
        let local = format!("{initial}.{}{number}", ASCII[number % ASCII.len()]);
        [
            first.to_owned(),
            last.to_owned(),
            format!("{first} {last}"),
            format!("{local}@{domain}"),
        ]
    };
    plan(customer, (1..=count).map(row))
}

/// The command that creates the users of the file in Germany.
pub fn upload(customer: &Customer, plan: &Arc<UploadPlan>) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::UploadUsers {
            plan: Arc::clone(plan),
            location: location("DE"),
        },
    )
}

/// A limit for the number of users in a file.
pub fn limit(number: u32) -> RecordLimit {
    RecordLimit::new(number).unwrap_or_else(|| panic!("{number} is a limit"))
}
