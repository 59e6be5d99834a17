//! What benchmarks share: the sample, decisions, and rows of times.

use std::hint::black_box;
use std::time::{Duration, Instant};

use seatwork::domain::{
    Command, Context, Customer, Decision, Moment, NoRandomness, PartnerRole, PartnerUser, Random,
    Refusal, Workspace, decide, evolve,
};

const ROUNDS: usize = 51;

/// Bytes for identifiers and passwords.
struct Counted(u8);

impl Random for Counted {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            // Every byte value occurs.
            self.0 = self.0.wrapping_add(37);
            *byte = self.0;
        }
        Ok(())
    }
}

pub fn moment() -> Moment {
    Moment::from_timestamp_millis(1_790_000_000_000).expect("it is a moment")
}

/// Decides an admin agent's command, which may be refused.
pub fn tried(workspace: &Workspace, command: &Command) -> Result<Decision, Refusal> {
    let actor = PartnerUser {
        name: "Robin Ahrens".to_owned(),
        role: PartnerRole::AdminAgent,
    };
    let mut context = Context {
        now: moment(),
        actor: &actor,
        random: &mut Counted(0),
    };
    decide(workspace, command, &mut context)
}

/// Decides an admin agent's command.
pub fn decided(workspace: &Workspace, command: &Command) -> Decision {
    tried(workspace, command).expect("nothing is in the way")
}

/// Returns the workspace after a command, and the decision.
pub fn carried_out(workspace: &Workspace, command: &Command) -> (Workspace, Decision) {
    let decision = decided(workspace, command);
    let mut after = workspace.clone();
    evolve(&mut after, &decision.change).expect("what was decided fits");
    (after, decision)
}

/// The customer with the most users.
pub fn largest(workspace: &Workspace) -> &Customer {
    workspace
        .customers()
        .max_by_key(|customer| customer.users.len())
        .expect("there are customers")
}

/// Returns the median and the longest time.
#[derive(Clone, Copy)]
pub struct Times {
    pub median: Duration,
    pub worst: Duration,
}

/// Measures `work` on what `prepare` returns, without preparing and without dropping the result.
pub fn measured<T, R>(prepare: impl Fn() -> T, work: impl Fn(&mut T) -> R) -> Times {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let mut thing = prepare();
        let start = Instant::now();
        let result = black_box(work(black_box(&mut thing)));
        times.push(start.elapsed());
        drop(result);
    }
    times.sort();
    Times {
        median: times[ROUNDS / 2],
        worst: times[ROUNDS - 1],
    }
}

/// A time in milliseconds.
fn millis(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}

/// Prints a row of the table of results.
pub fn row(what: &str, times: Times, target: &str) {
    let Times { median, worst } = times;
    println!(
        "| {what} | {} | {} | {ROUNDS} | {target} |",
        millis(median),
        millis(worst)
    );
}
