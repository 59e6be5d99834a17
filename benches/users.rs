//! Resetting passwords, deleting, restoring and uploading many users, and reading a long activity
//! log, natively with the browser's build options on the sample's customer with 10,000 users.
//! Prints rows for `docs/benchmarks.md` and never fails.
#![allow(
    clippy::print_stdout,
    reason = "what was measured goes to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]

mod measure;

use std::collections::BTreeSet;
use std::sync::Arc;

use measure::{carried_out, decided, largest, measured, moment, row, tried};
use seatwork::domain::sample::{self, Edition};
use seatwork::domain::upload::{RecordLimit, Rows, UploadPlan, validate};
use seatwork::domain::{
    Advance, Command, Customer, CustomerCommand, CustomerId, Moment, Restoring, UserNumber,
    Workspace, WorkspaceCommand, evolve,
};
use seatwork::journal::{Journal, MemoryStorage, Opened};
use seatwork::journal::{StoredOrigin, StoredRecord, StoredSnapshot};

/// Entries of a full activity log.
const ENTRIES: u64 = 10_000;

/// Prints the times of deciding, applying and storing a command, and of a snapshot.
fn measure_command(what: &str, workspace: &Workspace, customer: CustomerId, command: &Command) {
    let change = decided(workspace, command).change;
    let record = StoredRecord::write(&change, 1, 0)
        .expect("it has JSON")
        .len();
    let (after, _) = carried_out(workspace, command);
    let origin = StoredOrigin::new(moment());
    let base = origin.sample_customer(customer);
    let base = base.expect("it is in the sample");
    let now = || after.customer(customer).expect("it is there");
    let snapshot = || StoredSnapshot::write(now(), &base, &origin, 1, &after).expect("it has JSON");
    println!(
        "| *{what}: a record of {record} bytes, a snapshot of {}* | | | | |",
        snapshot().len()
    );
    row(
        &format!("{what}: decide"),
        measured(|| (), |()| decided(workspace, command)),
        "",
    );
    row(
        &format!("{what}: apply"),
        measured(
            || workspace.clone(),
            |workspace| evolve(workspace, &change).is_ok(),
        ),
        "",
    );
    row(
        &format!("{what}: write the snapshot"),
        measured(|| (), |()| snapshot()),
        "",
    );
    let text = snapshot();
    row(
        &format!("{what}: read the snapshot"),
        measured(
            || Some(base.clone()),
            |base| base.take().map(|base| StoredSnapshot::read(&text, base)),
        ),
        "",
    );
}

/// A file of users with different names.
struct File {
    rows: Vec<[String; 4]>,
}

impl Rows for File {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn line(&self, row: usize) -> usize {
        row + 1
    }

    fn width(&self, _row: usize) -> usize {
        4
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        &self.rows[row][column]
    }
}

/// The plan of a file of users with these user names.
fn plan(customer: &Customer, names: impl ExactSizeIterator<Item = String>) -> Arc<UploadPlan> {
    let head = ["First name", "Last name", "Display name", "Email"].map(str::to_owned);
    let users = names.len();
    let row = |(number, name): (usize, String)| {
        [
            "Jürgen".to_owned(),
            format!("Müller{number}"),
            format!("Jürgen Müller{number}"),
            name,
        ]
    };
    let rows = std::iter::once(head)
        .chain((1..).zip(names).map(row))
        .collect();
    let plan = validate(&File { rows }, customer, users);
    Arc::new(plan.expect("nothing is wrong in it"))
}

/// The plan of a file of this many new users.
fn plan_of_new(customer: &Customer, users: usize) -> Arc<UploadPlan> {
    let domain = customer.domains.primary.as_str();
    let name = |number: usize| format!("new.user{}@{domain}", number + 1);
    plan(customer, (0..users).map(name))
}

/// Restores users whose names were all given to others since.
fn measure_conflicts(deleted: &Workspace, customer: CustomerId, restore: &Command) {
    let raise = Command::Workspace(WorkspaceCommand::SetRecordLimit(RecordLimit::MAX));
    let (deleted, _) = carried_out(deleted, &raise);
    let customer = deleted.customer(customer).expect("it is there");
    let names: Vec<String> = customer
        .users
        .deleted()
        .map(|deleted| deleted.user.details.user_name.as_str().to_owned())
        .collect();
    let count = names.len();
    let upload = Command::Customer(
        customer.id,
        CustomerCommand::UploadUsers {
            plan: plan(customer, names.into_iter()),
            location: customer.location,
        },
    );
    let (taken, _) = carried_out(&deleted, &upload);
    row(
        &format!("restore {count} users whose names are all taken: decide"),
        measured(|| (), |()| tried(&taken, restore).is_err()),
        "≤ 100 ms",
    );
}

/// Uploads 10,000 and 50,000 users, and undoes it.
fn measure_uploads(workspace: &Workspace) {
    let customer = largest(workspace);
    let raise = Command::Workspace(WorkspaceCommand::SetRecordLimit(RecordLimit::MAX));
    let (workspace, _) = carried_out(workspace, &raise);
    for users in [10_000, 50_000] {
        let upload = Command::Customer(
            customer.id,
            CustomerCommand::UploadUsers {
                plan: plan_of_new(customer, users),
                location: customer.location,
            },
        );
        let what = format!("upload {users}");
        measure_command(&what, &workspace, customer.id, &upload);
        let (after, decision) = carried_out(&workspace, &upload);
        row(
            &format!("{what}: write the record"),
            measured(|| (), |()| StoredRecord::write(&decision.change, 1, 0)),
            "",
        );
        let undo = decision.undo.expect("it can be taken back");
        measure_command(&format!("undo it ({users})"), &after, customer.id, &undo);
    }
}

/// A journal with a full log of clock changes, compacted as the program does.
fn full_log() -> Journal<MemoryStorage> {
    let opened = Journal::open(MemoryStorage::default(), moment());
    let Opened {
        mut journal,
        mut workspace,
        ..
    } = opened.expect("it opens");
    for number in 1..=ENTRIES {
        let later = moment().timestamp_millis() + i64::try_from(number).expect("it is small");
        let later = Moment::from_timestamp_millis(later).expect("it is a moment");
        let advance = Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::To(later)));
        let change = decided(&workspace, &advance).change;
        journal.append(&change, &workspace).expect("there is room");
        evolve(&mut workspace, &change).expect("it fits");
        if journal.wants_compaction() {
            journal.compact(&workspace).expect("there is room");
        }
    }
    journal
}

fn main() {
    let workspace = sample::workspace(Edition::First, moment());
    let largest = largest(&workspace);
    let customer = largest.id;
    let users: BTreeSet<UserNumber> = largest.users.active().map(|user| user.number).collect();
    println!("| what | median | worst | rounds | target |");
    println!("|---|--:|--:|--:|---|");
    let reset = Command::Customer(
        customer,
        CustomerCommand::ResetPasswords {
            users: users.clone(),
        },
    );
    measure_command("reset all passwords", &workspace, customer, &reset);
    let restore = Command::Customer(
        customer,
        CustomerCommand::RestoreUsers {
            users: users.iter().copied().map(Restoring::from).collect(),
        },
    );
    let delete = Command::Customer(customer, CustomerCommand::DeleteUsers { users });
    measure_command("delete all", &workspace, customer, &delete);
    let (deleted, _) = carried_out(&workspace, &delete);
    measure_command("restore all", &deleted, customer, &restore);
    measure_conflicts(&deleted, customer, &restore);
    measure_uploads(&workspace);
    let journal = full_log();
    row(
        &format!("read an activity log of {ENTRIES} entries"),
        measured(|| (), |()| journal.log().map(|log| log.entries.len())),
        "",
    );
}
