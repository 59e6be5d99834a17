//! Two tabs on one storage, in any order, compacting, reloading and dying: the storage holds
//! exactly what was acknowledged.

use proptest::prelude::*;
use seatwork::domain::{Command, CustomerId, Workspace, evolve};
use seatwork::journal::NotSaved;

use super::{Tab, create_workspace, reopen};
use crate::moves::{Move, moves};
use crate::support::{cases, is_same};

#[derive(Debug, Clone)]
enum Event {
    Attempt(Box<Move>),
    Compact,
    Reload,
    /// The tab is killed after this many writes, and opened again.
    DieIn(usize, Box<Move>),
    DieCompacting(usize),
    /// The storage has room for this many more bytes during the attempt.
    Tight(usize, Box<Move>),
}

fn events() -> impl Strategy<Value = Vec<(bool, Event)>> {
    let one = || moves(1).prop_map(|mut moves| Box::new(moves.remove(0)));
    let event = prop_oneof![
        12 => one().prop_map(Event::Attempt),
        1 => Just(Event::Compact),
        1 => Just(Event::Reload),
        1 => (0..3_usize, one()).prop_map(|(writes, one)| Event::DieIn(writes, one)),
        1 => (0..9_usize).prop_map(Event::DieCompacting),
        2 => (0..600_usize, one()).prop_map(|(room, one)| Event::Tight(room, one)),
    ];
    proptest::collection::vec((any::<bool>(), event), 0..30)
}

#[derive(Debug)]
enum Failure {
    Invalid,
    Refused,
    NotSaved(NotSaved),
}

/// Carries out a command as the program does, if rules and storage allow it.
fn attempt(
    tab: &mut Tab,
    one: &Move,
    customers: &[CustomerId],
    begun: &Workspace,
    acknowledged: &mut Workspace,
    undos: &mut Vec<Command>,
) -> Result<(), Failure> {
    tab.follow().map_err(Failure::NotSaved)?;
    let command = one
        .command(customers, begun, &tab.workspace, undos)
        .ok_or(Failure::Invalid)?;
    let decision = one
        .decide(&tab.workspace, &command)
        .map_err(|_| Failure::Refused)?;
    tab.store(&decision.change).map_err(Failure::NotSaved)?;
    for credential in &decision.once {
        for text in tab.storage.texts().values() {
            assert!(!text.contains(credential.password.reveal()));
        }
    }
    evolve(acknowledged, &decision.change).expect("it fits what was acknowledged before");
    undos.extend(decision.undo);
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_storage_holds_exactly_what_was_acknowledged(events in events()) {
        let storage = create_workspace();
        let mut tabs = [Tab::open(&storage), Tab::open(&storage)];
        let start = tabs[0].workspace.clone();
        let customers: Vec<_> = start.customers().map(|customer| customer.id).collect();
        let mut acknowledged = start.clone();
        let mut undos = Vec::new();
        for (which, event) in events {
            let tab = &mut tabs[usize::from(which)];
            let texts = storage.texts();
            let mut tried = |tab: &mut Tab, one: &Move| {
                attempt(tab, one, &customers, &start, &mut acknowledged, &mut undos)
            };
            match event {
                Event::Attempt(one) => match tried(tab, &one) {
                    Ok(()) => {}
                    Err(Failure::Invalid | Failure::Refused) => prop_assert_eq!(storage.texts(), texts),
                    Err(Failure::NotSaved(reason)) => prop_assert!(false, "{:?}", reason),
                },
                Event::Compact => {
                    tab.follow().expect("it is readable");
                    tab.compact();
                }
                Event::Reload => *tab = Tab::open(&storage),
                Event::DieIn(writes, one) => {
                    tab.follow().expect("it is readable");
                    storage.die_after(Some(writes));
                    tried(tab, &one).ok();
                    storage.die_after(None);
                    *tab = Tab::open(&storage);
                }
                Event::DieCompacting(writes) => {
                    tab.follow().expect("it is readable");
                    storage.die_after(Some(writes));
                    tab.journal.compact(&tab.workspace).ok();
                    storage.die_after(None);
                    *tab = Tab::open(&storage);
                }
                Event::Tight(room, one) => {
                    tab.follow().expect("it is readable");
                    storage.limit_to(Some(storage.bytes() + room));
                    tried(tab, &one).ok();
                    storage.limit_to(None);
                }
            }
        }
        prop_assert!(is_same(&reopen(&storage), &acknowledged));
        for tab in &mut tabs {
            tab.follow().expect("it is readable");
            prop_assert!(is_same(&tab.workspace, &acknowledged));
        }
    }
}
