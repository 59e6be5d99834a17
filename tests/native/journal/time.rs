//! The clock of a stored workspace stays ahead, whatever happens to tabs and texts.

use seatwork::domain::{Advance, Command, Moment, Workspace, WorkspaceCommand};
use seatwork::journal::{Finding, MemoryStorage};

use super::{
    COPY, ORIGIN, Tab, check_goes_on, copy_of, create_workspace, find_customer, reopen, with_text,
};
use crate::support::{DAY, at, deletion};

fn advance(tab: &mut Tab, days: u16, clock: Moment) {
    tab.attempt(
        |_| Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(days))),
        clock,
    )
    .expect("it is stored");
}

fn delete(tab: &mut Tab, company: &str, user: u32, clock: Moment) {
    let command = |workspace: &Workspace| deletion(find_customer(workspace, company), &[user]);
    tab.attempt(command, clock).expect("it is stored");
}

#[test]
fn it_is_as_far_ahead_after_reloading_and_after_compaction() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let mut ahead = 0;
    for days in [1_u16, 7, 30] {
        advance(&mut tab, days, at(0));
        ahead += i64::from(days);
        assert_eq!(tab.workspace.now(at(5)), at(ahead * DAY + 5));
        assert!(reopen(&storage) == tab.workspace);
        tab.compact();
        assert!(reopen(&storage) == tab.workspace);
        assert_eq!(reopen(&storage).now(at(5)), at(ahead * DAY + 5));
        // The browser's clock was put back since: it stands still.
        assert_eq!(reopen(&storage).now(at(-DAY)), at(ahead * DAY));
    }
    check_goes_on(&storage);
}

#[test]
fn other_tabs_follow() {
    let storage = create_workspace();
    let (mut one, mut other) = (Tab::open(&storage), Tab::open(&storage));
    advance(&mut one, 30, at(0));
    other.follow().expect("it is readable");
    assert_eq!(other.workspace.now(at(0)), at(30 * DAY));
    advance(&mut other, 1, at(1));
    one.follow().expect("it is readable");
    assert_eq!(one.workspace.now(at(1)), at(31 * DAY + 1));
    one.compact();
    other.follow().expect("it is readable");
    assert!(other.workspace == one.workspace);
}

/// Creates a workspace with a deletion and a clock advance, compacted after each.
fn create_compacted() -> (MemoryStorage, Tab) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    delete(&mut tab, "Café", 1, at(0));
    tab.compact();
    advance(&mut tab, 20, at(0));
    tab.compact();
    (storage, tab)
}

fn without_origin(storage: &MemoryStorage) -> MemoryStorage {
    with_text(&with_text(storage, ORIGIN, None), COPY, None)
}

#[test]
fn it_outlives_the_loss_of_the_origin() {
    let (storage, mut tab) = create_compacted();
    for more in 0..3 {
        if more > 0 {
            delete(&mut tab, "Lanterna", more, at(9));
            tab.compact();
        }
        let storage = without_origin(&storage);
        let mut rebuilt = Tab::open(&storage);
        assert_eq!(rebuilt.findings, [Finding::OriginRebuilt]);
        assert!(rebuilt.workspace == tab.workspace, "{more}");
        assert_eq!(rebuilt.workspace.now(at(9)), at(20 * DAY + 9));
        let log = tab.journal.log().expect("it can be read");
        assert_eq!(rebuilt.journal.log().as_ref(), Ok(&log), "{more}");
        rebuilt.create("Café", "next").expect("it is stored");
        let next = rebuilt.journal.log().expect("it can be read");
        let number = |log: &seatwork::journal::Log| log.entries.last().map(|entry| entry.number());
        assert_eq!(number(&next), number(&log).map(|last| last + 1));
        check_goes_on(&storage);
    }
}

/// Only the clock was ever changed.
#[test]
fn it_outlives_the_loss_of_the_origin_without_any_other_change() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    advance(&mut tab, 20, at(0));
    let rebuilt = Tab::open(&without_origin(&storage)).workspace;
    assert_eq!(rebuilt.now(at(5)), at(20 * DAY + 5), "from the record");
    tab.compact();
    let rebuilt = Tab::open(&without_origin(&storage));
    assert_eq!(rebuilt.workspace.now(at(5)), at(20 * DAY + 5));
    assert!(rebuilt.workspace == tab.workspace);
}

#[test]
fn a_compaction_that_is_cut_off_never_puts_it_back() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    delete(&mut tab, "Café", 1, at(0));
    tab.compact();
    advance(&mut tab, 20, at(0));
    delete(&mut tab, "Glasgow", 1, at(7));
    advance(&mut tab, 3, at(8));
    let before = tab.workspace;
    for writes in 0..20 {
        let storage = copy_of(&storage);
        let mut tab = Tab::open(&storage);
        storage.die_after(Some(writes));
        let is_through = tab.journal.compact(&tab.workspace).is_ok();
        storage.die_after(None);
        assert!(reopen(&storage) == before, "after {writes} writes");
        let rebuilt = Tab::open(&without_origin(&storage)).workspace;
        assert!(
            rebuilt == before,
            "after {writes} writes, and without origin"
        );
        if is_through {
            return;
        }
    }
    panic!("it never gets through");
}

/// A user who can no longer be restored must not become restorable by opening again.
#[test]
fn a_deleted_user_has_the_same_days_left_after_everything() {
    let (storage, tab) = create_compacted();
    for storage in [copy_of(&storage), without_origin(&storage)] {
        let again = Tab::open(&storage);
        let days = |tab: &Tab| {
            let users = &find_customer(&tab.workspace, "Café").users;
            let one = users.get_deleted(seatwork::domain::UserNumber(1));
            one.map(|one| one.window().days_left_at(tab.workspace.now(at(0))))
        };
        assert_eq!(days(&again), Some(10));
        assert_eq!(days(&tab), Some(10));
    }
}
