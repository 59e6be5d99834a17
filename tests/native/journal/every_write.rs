//! Every write failing in turn, in every way: what is opened afterwards is exactly what was
//! acknowledged, the activity log included.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRng, TestRunner};
use seatwork::domain::{Action, Change, Command, CustomerId, Workspace, evolve};
use seatwork::journal::{Journal, LogEntry, MemoryStorage, NotSaved};

use super::faulty::{Fault, FaultyStorage};
use super::{Tab, create_workspace, record_key};
use crate::moves::{Move, moves};
use crate::support::is_same;

/// The least number of commands in the scenario.
const COMMANDS: usize = 500;
/// A compaction comes after this many commands.
const COMMANDS_BETWEEN_COMPACTIONS: usize = 40;

/// One step of the scenario, with what is stored before it.
struct Step {
    texts: BTreeMap<String, String>,
    /// The change to store; `None` for a compaction.
    change: Option<Change>,
    before: Workspace,
    after: Workspace,
    /// How many changes were acknowledged before it.
    count: u64,
}

/// Returns commands of every kind that are not refused, with compactions between them.
fn scenario() -> &'static [Step] {
    static STEPS: OnceLock<Vec<Step>> = OnceLock::new();
    STEPS.get_or_init(make_scenario)
}

fn make_scenario() -> Vec<Step> {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let start = tab.workspace.clone();
    let customers: Vec<CustomerId> = start.customers().map(|customer| customer.id).collect();
    let rng = TestRng::from_seed(proptest::test_runner::RngAlgorithm::ChaCha, &[12; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut steps, mut undos, mut count) = (Vec::new(), Vec::new(), 0);
    let mut kinds = BTreeSet::new();
    while count < COMMANDS as u64 || kinds.len() < Action::ALL.len() {
        let tree = moves(1).new_tree(&mut runner).expect("moves are generated");
        let Some(change) = decide(
            &tree.current()[0],
            &customers,
            &start,
            &tab.workspace,
            &mut undos,
        ) else {
            continue;
        };
        kinds.insert(change.event.action());
        let (before, texts) = (tab.workspace.clone(), storage.texts());
        tab.store(&change).expect("it is stored");
        steps.push(Step {
            texts,
            change: Some(change),
            before,
            after: tab.workspace.clone(),
            count,
        });
        count += 1;
        if steps.len() % COMMANDS_BETWEEN_COMPACTIONS == 0 {
            steps.push(Step {
                texts: storage.texts(),
                change: None,
                before: tab.workspace.clone(),
                after: tab.workspace.clone(),
                count,
            });
            tab.compact();
        }
        assert!(steps.len() < 20 * COMMANDS, "kinds are missing: {kinds:?}");
    }
    steps
}

/// Decides a move, unless the form or the rules refuse it.
fn decide(
    attempt: &Move,
    customers: &[CustomerId],
    start: &Workspace,
    now: &Workspace,
    undos: &mut Vec<Command>,
) -> Option<Change> {
    let command = attempt.command(customers, start, now, undos)?;
    let decision = attempt.decide(now, &command).ok()?;
    undos.extend(decision.undo);
    Some(decision.change)
}

/// Carries out a step. Returns whether it was acknowledged.
fn carry_out(step: &Step, tab: &mut Tab<FaultyStorage>) -> bool {
    match &step.change {
        Some(change) => tab.store(change).is_ok(),
        None => tab.journal.compact(&tab.workspace).is_ok(),
    }
}

fn log_numbers<S: seatwork::journal::Storage>(journal: &Journal<S>) -> Vec<u64> {
    let log = journal.log().expect("it can be read");
    assert_eq!(log.unreadable, 0);
    log.entries.iter().map(LogEntry::number).collect()
}

/// Carries out a step with a fault, and checks what a tab opens afterwards, unless it is one of
/// the texts that were opened before.
fn check(step: &Step, number: usize, fault: Fault, opened: &mut Vec<BTreeMap<String, String>>) {
    let storage = MemoryStorage::with(step.texts.clone());
    // Opening writes nothing.
    let mut tab = Tab::open(&FaultyStorage::new(storage.clone(), Some((number, fault))));
    let is_acknowledged = carry_out(step, &mut tab);
    let context = || format!("write {number} of {:?}: {fault:?}", step.change);
    // A killed tab acknowledges nothing, but its last write may have been the record.
    let seq = record_key(step.count + 1);
    let is_stored = step.change.is_some() && storage.texts().contains_key(&seq);
    if fault != Fault::Killed && !is_acknowledged {
        assert_eq!(storage.texts(), step.texts, "{}", context());
    }
    if fault != Fault::Killed && step.change.is_some() {
        assert_eq!(is_acknowledged, is_stored, "{}", context());
    }
    let expected = if is_stored { &step.after } else { &step.before };
    let texts = storage.texts();
    if !opened.contains(&texts) {
        let again = Tab::open(&storage);
        assert_eq!(again.findings, [], "{}", context());
        assert!(is_same(&again.workspace, expected), "{}", context());
        let count = step.count + u64::from(is_stored);
        let all: Vec<u64> = (1..=count).collect();
        assert_eq!(log_numbers(&again.journal), all, "{}", context());
        opened.push(texts);
    }
    if fault != Fault::Killed {
        assert!(is_same(&tab.workspace, expected), "{}", context());
    }
    if fault == Fault::Blocked && number.is_multiple_of(7) {
        check_goes_on(step, tab, is_stored, &context());
    }
}

/// The tab whose write went wrong carries out the step after all.
fn check_goes_on(step: &Step, mut tab: Tab<FaultyStorage>, is_stored: bool, context: &str) {
    tab.follow().expect("it is readable");
    let done: Result<(), NotSaved> = match &step.change {
        Some(change) if !is_stored => tab.store(change),
        Some(_) => Ok(()),
        None => tab
            .journal
            .compact(&tab.workspace)
            .map_err(NotSaved::Storage),
    };
    assert_eq!(done, Ok(()), "{context}");
    assert!(is_same(&tab.workspace, &step.after), "{context}");
    let again = Tab::open(&tab.storage);
    assert!(is_same(&again.workspace, &step.after), "{context}");
}

#[test]
#[allow(clippy::print_stdout, reason = "the count is the point of the test")]
fn every_write_failing_in_turn_leaves_exactly_what_was_acknowledged() {
    let steps = scenario();
    let (mut writes, mut faults) = (0, 0);
    for step in steps {
        let storage = MemoryStorage::with(step.texts.clone());
        let mut tab = Tab::open(&FaultyStorage::new(storage, None));
        assert_eq!(tab.storage.writes(), 0);
        assert!(carry_out(step, &mut tab));
        let count = tab.storage.writes();
        let mut opened = Vec::new();
        for number in 0..count {
            for fault in Fault::ALL {
                check(step, number, fault, &mut opened);
                faults += 1;
            }
        }
        writes += count;
    }
    let commands = steps.iter().filter(|step| step.change.is_some()).count();
    println!(
        "{commands} commands and {} compactions: {writes} writes, {faults} faults",
        steps.len() - commands
    );
    assert!(commands >= COMMANDS);
}

/// Opening writes as well: it mends what was cut off and what is damaged.
#[test]
#[allow(clippy::print_stdout, reason = "the count is the point of the test")]
fn every_write_of_opening_failing_in_turn_loses_nothing() {
    let mut faults = 0;
    let steps = scenario();
    let mut compactions = steps.iter().filter(|step| step.change.is_none());
    let step = compactions.nth(2).expect("there are as many");
    let mut opened = Vec::new();
    for cut in 0..200 {
        let storage = MemoryStorage::with(step.texts.clone());
        storage.die_after(Some(cut));
        let mut tab = Tab::open(&storage);
        let is_through = tab.journal.compact(&tab.workspace).is_ok();
        storage.die_after(None);
        faults += check_opening(&storage, step, &mut opened);
        if is_through {
            break;
        }
        assert!(cut < 199, "it never gets through");
    }
    println!("{faults} faults while opening");
    assert!(faults > 100);
}

/// Opens a storage with each write failing in turn, and then as it is, unless it is one of the texts
/// that were opened before. Returns the number of faults.
fn check_opening(
    storage: &MemoryStorage,
    step: &Step,
    opened: &mut Vec<BTreeMap<String, String>>,
) -> usize {
    let whole = FaultyStorage::new(MemoryStorage::with(storage.texts()), None);
    Tab::open(&whole);
    for number in 0..whole.writes() {
        for fault in Fault::ALL {
            let storage = MemoryStorage::with(storage.texts());
            let broken = FaultyStorage::new(storage.clone(), Some((number, fault)));
            Tab::try_open(&broken, crate::support::at(1)).ok();
            let texts = storage.texts();
            if opened.contains(&texts) {
                continue;
            }
            opened.push(texts);
            let again = Tab::open(&storage);
            assert!(is_same(&again.workspace, &step.after), "{number} {fault:?}");
            let all: Vec<u64> = (1..=step.count).collect();
            assert_eq!(log_numbers(&again.journal), all, "{number} {fault:?}");
        }
    }
    4 * whole.writes()
}

/// The scenario ends in a state that replaying its changes gives as well.
#[test]
fn the_scenario_is_what_its_changes_make() {
    let steps = scenario();
    let mut replayed = steps[0].before.clone();
    for change in steps.iter().filter_map(|step| step.change.as_ref()) {
        evolve(&mut replayed, change).expect("it fits");
    }
    assert!(is_same(&replayed, &steps[steps.len() - 1].after));
}
