//! Tabs whose views of the storage lag behind one another, as the processes of a browser do.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;
use seatwork::domain::{Change, CustomerEvent, Event, Licenses};
use seatwork::journal::{
    Finding, LogEntry, MemoryStorage, NotSaved, Storage, StorageError, reaches,
};

use super::{Tab, create_workspace, find_customer};
use crate::support::{at, cases, creation};

/// A write as the browser has it: by which tab, under which key; a removal has no text.
type Write = (usize, String, Option<String>);

/// A tab's view of a storage in which other tabs write. It has all writes of the tab itself at
/// once, and those of the others only once it [receives](LaggingStorage::receive) them. In the end
/// all tabs see the same: the last write under a key counts.
#[derive(Debug, Clone)]
pub struct LaggingStorage {
    tab: usize,
    begun: Rc<BTreeMap<String, String>>,
    writes: Rc<RefCell<Vec<Write>>>,
    view: Rc<RefCell<View>>,
}

#[derive(Debug, Clone, Default)]
struct View {
    texts: BTreeMap<String, String>,
    /// How many of all writes it has seen.
    received: usize,
}

impl LaggingStorage {
    /// Returns the views of this many tabs on a storage that begins with these texts.
    pub fn tabs(count: usize, begun: &MemoryStorage) -> Vec<Self> {
        let begun = Rc::new(begun.texts());
        let writes = Rc::default();
        let view = |tab| Self {
            tab,
            begun: Rc::clone(&begun),
            writes: Rc::clone(&writes),
            view: Rc::new(RefCell::new(View {
                texts: BTreeMap::clone(&begun),
                received: 0,
            })),
        };
        (0..count).map(view).collect()
    }

    /// Receives this many more writes.
    pub fn receive(&self, count: usize) {
        let writes = self.writes.borrow();
        let mut view = self.view.borrow_mut();
        for _ in 0..count {
            let at = view.received;
            let Some((tab, key, text)) = writes.get(at) else {
                return;
            };
            view.received += 1;
            // A write of its own that the others have not received yet hides theirs.
            let mut later = writes[at..].iter();
            let is_hidden = later.any(|(by, other, _)| *by == self.tab && other == key);
            if *tab != self.tab && !is_hidden {
                apply(&mut view.texts, key, text.as_deref());
            }
        }
    }

    /// Receives everything that was written until now.
    pub fn receive_all(&self) {
        self.receive(usize::MAX);
    }

    /// Returns what the browser has, as a tab sees it that is opened later.
    pub fn settled(&self) -> MemoryStorage {
        let mut texts = BTreeMap::clone(&self.begun);
        for (_, key, text) in self.writes.borrow().iter() {
            apply(&mut texts, key, text.as_deref());
        }
        MemoryStorage::with(texts)
    }

    fn write(&self, key: &str, text: Option<&str>) {
        let write = (self.tab, key.to_owned(), text.map(str::to_owned));
        self.writes.borrow_mut().push(write);
        apply(&mut self.view.borrow_mut().texts, key, text);
    }
}

fn apply(texts: &mut BTreeMap<String, String>, key: &str, text: Option<&str>) {
    match text {
        Some(text) => texts.insert(key.to_owned(), text.to_owned()),
        None => texts.remove(key),
    };
}

impl Storage for LaggingStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.view.borrow().texts.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.write(key, Some(text));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(key, None);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let view = self.view.borrow();
        let keys = view.texts.keys().filter(|key| key.starts_with(prefix));
        Ok(keys.cloned().collect())
    }
}

/// The open tabs, with the marks that they have left.
struct Browser {
    tabs: Vec<Tab<LaggingStorage>>,
    marks: Vec<Option<String>>,
    /// Which tab has acknowledged which change, by the name of the user it created.
    acknowledged: Vec<(usize, String)>,
    /// Which tabs were told that changes were overwritten.
    told: Vec<bool>,
}

#[derive(Debug, Clone)]
enum Step {
    /// A tab receives this many more writes of the others.
    Receive(usize),
    /// A tab creates a user.
    Save,
    Compact,
    Reload,
    /// The mark of a tab is lost.
    LoseMark,
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step = prop_oneof![
        6 => (0..12_usize).prop_map(Step::Receive),
        8 => Just(Step::Save),
        1 => Just(Step::Compact),
        1 => Just(Step::Reload),
    ];
    proptest::collection::vec((0..4_usize, step), 0..40)
}

/// Steps between which marks get lost.
fn careless_steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step = prop_oneof![
        6 => (0..12_usize).prop_map(Step::Receive),
        8 => Just(Step::Save),
        3 => Just(Step::LoseMark),
    ];
    proptest::collection::vec((0..4_usize, step), 0..40)
}

impl Browser {
    fn open(count: usize) -> Self {
        let views = LaggingStorage::tabs(count, &create_workspace());
        Self {
            tabs: views.iter().map(Tab::open).collect(),
            marks: vec![None; count],
            acknowledged: Vec::new(),
            told: vec![false; count],
        }
    }

    /// Does what a tab does once it has the lock: work, unless it sees less than the marks of the
    /// others say.
    fn under_lock<T>(
        &mut self,
        which: usize,
        work: impl FnOnce(&mut Tab<LaggingStorage>) -> Result<T, NotSaved>,
    ) -> Result<T, NotSaved> {
        let tab = &mut self.tabs[which];
        let others = self.marks.iter().enumerate().filter(|(by, _)| *by != which);
        let mut marks = others.filter_map(|(_, mark)| mark.as_deref());
        if !marks.all(|mark| reaches(&tab.storage, mark)) {
            return Err(NotSaved::Behind);
        }
        let before = tab.journal.mark();
        let done = tab.follow().and_then(|()| work(tab));
        let is_named = |finding: &Finding| matches!(finding, Finding::Overwritten(_));
        self.told[which] |= tab.findings.iter().any(is_named);
        let after = tab.journal.mark();
        if after != before {
            self.marks[which] = Some(after);
        }
        done
    }

    fn take(&mut self, which: usize, step: &Step, number: usize) -> Result<(), NotSaved> {
        let which = which % self.tabs.len();
        match step {
            Step::Receive(count) => self.tabs[which].storage.receive(*count),
            Step::LoseMark => self.marks[which] = None,
            Step::Save => {
                let name = format!("u{number}");
                let saved = self.under_lock(which, |tab| save(tab, &name));
                if saved? {
                    self.acknowledged.push((which, name));
                }
            }
            Step::Compact => self.under_lock(which, |tab| {
                let compacted = tab.journal.compact(&tab.workspace);
                compacted.map_err(NotSaved::Storage)
            })?,
            Step::Reload => {
                // The new page gets the storage as the browser has it, and leaves a mark at once.
                let tab = &mut self.tabs[which];
                tab.storage.receive_all();
                *tab = Tab::open(&tab.storage);
                self.marks[which] = Some(tab.journal.mark());
            }
        }
        Ok(())
    }

    /// Every tab receives everything, and follows.
    fn settle(&mut self) {
        for which in 0..self.tabs.len() {
            self.tabs[which].storage.receive_all();
        }
        // A tab that has to open anew takes back its mark, which others may wait for.
        for _ in 0..2 {
            for which in 0..self.tabs.len() {
                self.under_lock(which, |_| Ok(())).ok();
            }
        }
    }

    /// Returns the names of the users in the log of the settled storage.
    fn logged(&self) -> Vec<String> {
        let tab = Tab::open(&self.tabs[0].storage.settled());
        let log = tab.journal.log().expect("it can be read");
        let entries = log.entries.iter().filter_map(LogEntry::event);
        let created = entries.filter_map(|event| match event {
            Event::Customer(_, CustomerEvent::UsersCreated { users }) => users.into_iter().next(),
            _ => None,
        });
        created
            .map(|user| user.details.user_name.local().to_owned())
            .collect()
    }

    /// Returns the acknowledged changes that are not stored, with the tab that made them.
    fn lost(&self) -> Vec<(usize, String)> {
        let logged = self.logged();
        let is_lost = |(_, name): &&(usize, String)| !logged.contains(name);
        self.acknowledged.iter().filter(is_lost).cloned().collect()
    }
}

/// Creates a user, unless the rules refuse it.
fn save(tab: &mut Tab<LaggingStorage>, name: &str) -> Result<bool, NotSaved> {
    let customer = find_customer(&tab.workspace, "Café");
    let command = creation(customer, name, Licenses::default());
    let Ok(decision) = crate::support::decided(&tab.workspace, &command, at(5_000)) else {
        return Ok(false);
    };
    let change: Change = decision.change;
    tab.store(&change)?;
    Ok(true)
}

proptest! {
    #![proptest_config(cases(256))]

    /// While the marks are there, a tab that is behind refuses to save, and nothing is lost.
    #[test]
    fn lagging_tabs_lose_nothing(count in 2..=4_usize, steps in steps()) {
        let mut browser = Browser::open(count);
        for (number, (which, step)) in steps.iter().enumerate() {
            let done = browser.take(*which, step, number);
            prop_assert!(matches!(done, Ok(()) | Err(NotSaved::Behind)), "{:?}", done);
        }
        browser.settle();
        prop_assert_eq!(browser.lost(), []);
        prop_assert!(!browser.told.contains(&true));
        let first = browser.tabs[0].workspace.clone();
        for tab in &browser.tabs {
            prop_assert!(tab.workspace == first);
        }
        prop_assert_eq!(browser.logged().len(), browser.acknowledged.len());
    }

    /// Without marks a tab may write in the place of a record that it has not received. One of the
    /// tabs says so as soon as it sees what is stored.
    #[test]
    fn what_a_lagging_tab_overwrites_is_said(count in 2..=4_usize, steps in careless_steps()) {
        let mut browser = Browser::open(count);
        for (number, (which, step)) in steps.iter().enumerate() {
            let done = browser.take(*which, step, number);
            prop_assert!(
                matches!(done, Ok(()) | Err(NotSaved::Behind | NotSaved::Unreadable)),
                "{:?}", done
            );
        }
        browser.settle();
        let lost = browser.lost();
        prop_assert!(lost.is_empty() || browser.told.contains(&true), "{:?}", lost);
    }
}

/// The lag may be long: the tab refuses for as long as it is behind, and saves once it is not.
#[test]
fn a_tab_that_is_behind_refuses_to_save_and_changes_nothing() {
    let mut browser = Browser::open(2);
    browser.take(0, &Step::Save, 1).expect("it is stored");
    let texts = browser.tabs[0].storage.settled().texts();
    for _ in 0..3 {
        let refused = browser.take(1, &Step::Save, 2);
        assert_eq!(refused, Err(NotSaved::Behind));
    }
    assert_eq!(browser.tabs[0].storage.settled().texts(), texts);
    browser.tabs[1].storage.receive_all();
    browser.take(1, &Step::Save, 2).expect("it has caught up");
    browser.settle();
    assert_eq!(browser.lost(), []);
}
