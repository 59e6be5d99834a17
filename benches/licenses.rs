//! Changing the licenses of many users, natively with the browser's build options on the sample's
//! customer with 10,000 users. Prints rows for `docs/benchmarks.md` and never fails.
#![allow(
    clippy::print_stdout,
    reason = "what was measured goes to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]

mod measure;

use measure::{Times, carried_out, decided, largest, measured, moment, row};
use seatwork::domain::catalogue::products;
use seatwork::domain::sample::{self, Edition};
use seatwork::domain::{
    Change, Command, Customer, CustomerCommand, LicenseChange, LicenseUpdate, Quantity, Sku,
    Survey, UserNumber, Workspace, evolve,
};
use seatwork::journal::{StoredOrigin, StoredRecord, StoredSnapshot};

/// A product that everybody with a location may hold.
const PRODUCT: Sku = products::VISIOCLIENT;

/// The sample, with as many seats of [`PRODUCT`] as the customer has users.
fn workspace() -> Workspace {
    let sample = sample::workspace(Edition::First, moment());
    let buy = Command::Customer(
        largest(&sample).id,
        CustomerCommand::AddSubscription {
            sku: PRODUCT,
            quantity: Quantity::new(Quantity::MAX).expect("it is one"),
        },
    );
    carried_out(&sample, &buy).0
}

fn for_all(customer: &Customer, users: &[UserNumber], update: LicenseUpdate) -> Command {
    Command::Customer(
        customer.id,
        CustomerCommand::ChangeLicenses {
            changes: vec![LicenseChange {
                users: users.iter().copied().collect(),
                update,
            }],
        },
    )
}

/// Prints the times of deciding, applying and storing a command, in all and per user.
fn measure_command(what: &str, workspace: &Workspace, command: &Command, target: &str) -> f64 {
    let change = decided(workspace, command).change;
    let deciding = measured(|| (), |()| decided(workspace, command));
    let applying = measured(|| workspace.clone(), |after| evolve(after, &change).is_ok());
    let writing = measured(|| (), |()| StoredRecord::write(&change, 1, 0));
    let users = named(&change);
    let record = StoredRecord::write(&change, 1, 0)
        .expect("it has JSON")
        .len();
    println!("| *{what}: {users} users, a record of {record} bytes* | | | | |");
    row(&format!("{what}: decide"), deciding, "");
    row(&format!("{what}: apply"), applying, "");
    row(&format!("{what}: write the record"), writing, "");
    let all = [deciding, applying, writing];
    let sum = Times {
        median: all.iter().map(|times| times.median).sum(),
        worst: all.iter().map(|times| times.worst).sum(),
    };
    row(&format!("{what}: all three"), sum, target);
    sum.median.as_secs_f64() * 1_000_000.0 / users as f64
}

fn named(change: &Change) -> usize {
    match &change.event {
        seatwork::domain::Event::Customer(
            _,
            seatwork::domain::CustomerEvent::LicensesChanged { changes },
        ) => changes.iter().map(|change| change.users.len()).sum(),
        _ => 1,
    }
}

fn main() {
    let workspace = workspace();
    let customer = largest(&workspace);
    let all: Vec<UserNumber> = customer.users.active().map(|user| user.number).collect();
    let some: Vec<UserNumber> = all.iter().copied().step_by(all.len() / 100).collect();
    let mut assign = LicenseUpdate::default();
    assign.set(PRODUCT, Some(true));
    let mut revoke = LicenseUpdate::default();
    for seats in customer.entitlements() {
        revoke.set(seats.sku, Some(false));
    }

    println!("| what | median | worst | rounds | target |");
    println!("|---|--:|--:|--:|---|");
    let to_some = for_all(customer, &some, assign.clone());
    let per_some = measure_command("assign to 100", &workspace, &to_some, "");
    let to_all = for_all(customer, &all, assign.clone());
    let per_all = measure_command(
        "assign to all",
        &workspace,
        &to_all,
        "≤ 60 ms in the browser",
    );
    let from_all = for_all(customer, &all, revoke);
    measure_command("revoke everything from all", &workspace, &from_all, "");
    let (without, decision) = carried_out(&workspace, &from_all);
    let undo = decision.undo.expect("it can be taken back");
    measure_command("take that back", &without, &undo, "");

    let numbers = || all.iter().copied();
    row(
        "look at the licenses of all (survey)",
        measured(|| (), |()| Survey::of(&customer.users, numbers())),
        "",
    );
    let survey = Survey::of(&customer.users, numbers());
    row(
        "foretell what assigning to all comes to",
        measured(|| (), |()| survey.forecast(customer, &assign)),
        "",
    );

    let (after, _) = carried_out(&workspace, &to_all);
    let origin = StoredOrigin::new(moment());
    let base = origin
        .sample_customer(customer.id)
        .expect("it is in the sample");
    let write =
        || StoredSnapshot::write(largest(&after), &base, &origin, 2, &after).expect("it has JSON");
    let text = write();
    println!(
        "| *snapshot after assigning to all: {} bytes* | | | | |",
        text.len()
    );
    row("write the snapshot", measured(|| (), |()| write()), "");
    row(
        "read the snapshot",
        measured(
            || Some(base.clone()),
            |base| base.take().map(|base| StoredSnapshot::read(&text, base)),
        ),
        "",
    );
    println!();
    println!(
        "A user among all takes {per_all:.2} µs, one among a hundred {per_some:.2} µs: {:.2} times as much (target ≤ 2).",
        per_all / per_some
    );
}
