//! What it costs to reset the passwords of many users, to delete and restore them, and to read a long activity log: natively,
//! in the build that the browser gets, on the customer of the sample with 10,000 users. Prints rows for `docs/benchmarks.md`;
//! measures, and never fails.
#![allow(
    clippy::print_stdout,
    reason = "what was measured goes to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, where there is a clock"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use seatwork::domain::sample::{self, Edition};
use seatwork::domain::{
    Advance, Command, Context, Customer, CustomerId, Decision, Moment, NoRandomness, OrderedSet,
    PartnerRole, PartnerUser, Random, Restoring, UserNumber, Workspace, decide, evolve,
};
use seatwork::journal::stored::{StoredOrigin, StoredRecord, StoredSnapshot};
use seatwork::journal::{Journal, MemoryStorage, Opened};

/// How often each is measured.
const ROUNDS: usize = 31;
/// Entries of a full activity log.
const ENTRIES: u64 = 10_000;

/// Bytes for passwords, as random as a benchmark needs them.
struct Counted(u8);

impl Random for Counted {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(37);
            *byte = self.0;
        }
        Ok(())
    }
}

fn moment() -> Moment {
    Moment::from_timestamp_millis(1_790_000_000_000).expect("it is a moment")
}

fn decided(workspace: &Workspace, command: &Command) -> Decision {
    let actor = PartnerUser {
        name: "Robin Ahrens".to_owned(),
        role: PartnerRole::AdminAgent,
    };
    let mut context = Context {
        now: moment(),
        actor: &actor,
        random: &mut Counted(0),
    };
    decide(workspace, command, &mut context).expect("nothing is in the way")
}

fn carried_out(workspace: &Workspace, command: &Command) -> Workspace {
    let decision = decided(workspace, command);
    let mut after = workspace.clone();
    evolve(&mut after, &decision.change).expect("what was decided fits");
    after
}

fn millis(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

/// Measures what `work` does with what `prepare` makes, without the preparation and without throwing the result away; prints
/// the middle one of the times and the longest.
fn row<T, R>(what: &str, prepare: impl Fn() -> T, work: impl Fn(&mut T) -> R) {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let mut thing = prepare();
        let begun = Instant::now();
        let result = black_box(work(black_box(&mut thing)));
        times.push(begun.elapsed());
        drop(result);
    }
    times.sort();
    let (median, worst) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    println!(
        "| {what} | {} | {} | {ROUNDS} | |",
        millis(median),
        millis(worst)
    );
}

/// Times of a command: decided, applied, written as a record, and the customer as a snapshot after it.
fn measure_command(what: &str, workspace: &Workspace, customer: CustomerId, command: &Command) {
    let change = decided(workspace, command).change;
    let record = StoredRecord::write(&change, 1).len();
    let after = carried_out(workspace, command);
    let origin = StoredOrigin::new(moment());
    let base = origin.sample_customer(customer);
    let base = base.expect("it is in the sample");
    let now = || after.customer(customer).expect("it is there");
    let snapshot = || StoredSnapshot::write(now(), &base, &origin, 1, &after);
    println!(
        "| *{what}: a record of {record} bytes, a snapshot of {}* | | | | |",
        snapshot().len()
    );
    row(
        &format!("{what}: decide"),
        || (),
        |()| decided(workspace, command),
    );
    row(
        &format!("{what}: apply"),
        || workspace.clone(),
        |workspace| evolve(workspace, &change).is_ok(),
    );
    row(
        &format!("{what}: write the snapshot"),
        || (),
        |()| snapshot(),
    );
    let text = snapshot();
    row(
        &format!("{what}: read the snapshot"),
        || Some(base.clone()),
        |base| base.take().map(|base| StoredSnapshot::read(&text, base)),
    );
}

/// A journal with a full log of clock changes, compacted every so often, as the program does.
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
        let advance = Command::AdvanceClock(Advance::To(later));
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
    let largest = workspace
        .customers()
        .max_by_key(|customer: &&Customer| customer.users.len())
        .expect("there are customers");
    let customer = largest.id;
    let users: OrderedSet<UserNumber> = largest.users.active().map(|user| user.number).collect();
    println!("| what | median | worst | rounds | target |");
    println!("|---|--:|--:|--:|---|");
    let reset = Command::ResetPasswords {
        customer,
        users: users.clone(),
    };
    measure_command("reset all passwords", &workspace, customer, &reset);
    let restore = Command::RestoreUsers {
        customer,
        users: users.iter().copied().map(Restoring::from).collect(),
    };
    let delete = Command::DeleteUsers { customer, users };
    measure_command("delete all", &workspace, customer, &delete);
    let deleted = carried_out(&workspace, &delete);
    measure_command("restore all", &deleted, customer, &restore);
    let journal = full_log();
    row(
        &format!("read an activity log of {ENTRIES} entries"),
        || (),
        |()| journal.log().map(|log| log.entries.len()),
    );
}
