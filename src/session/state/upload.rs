//! The form "Upload users". Long work is done in turns, so that the page responds and the work can
//! be canceled.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::{clock, timing};
use crate::domain::upload::{RowProblem, UploadPlan};
use crate::domain::{CustomerId, UserNumber};
use crate::live::RwSignal;
use crate::sheet::{BadBytes, Encoding, Fault, NotASheet, Separator, Table};

/// The longest time that work may block the page.
const MAX_TURN: Duration = Duration::from_millis(24);

/// The form "Upload users".
#[derive(Clone, Copy)]
pub struct Upload {
    pub(in crate::session) customer: RwSignal<Option<CustomerId>>,
    pub file: RwSignal<Option<UploadFile>>,
    /// Detected, or chosen by hand.
    pub encoding: RwSignal<Option<Encoding>>,
    /// Guessed, or chosen by hand.
    pub separator: RwSignal<Option<Separator>>,
    /// The rows of the file, or why it cannot be read.
    pub table: RwSignal<Option<Result<Arc<Table>, Trouble>>>,
    pub checked: RwSignal<Option<Checked>>,
    /// The cells (row and column) corrected since the file was validated.
    pub corrected: RwSignal<BTreeSet<(usize, usize)>>,
    /// Whether there are corrections that no file has.
    pub(in crate::session) unsaved: RwSignal<bool>,
    pub progress: RwSignal<Option<Progress>>,
    /// The code of the location of all users, empty until one is chosen.
    pub location: RwSignal<String>,
    pub created: RwSignal<Option<BTreeSet<UserNumber>>>,
    /// Work that would drop the corrections and waits for an answer.
    waiting: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    pub is_asking: RwSignal<bool>,
    pub is_dragged_over: RwSignal<bool>,
    /// The number of the current work. Earlier work has no effect any more.
    run: RwSignal<u32>,
}

/// A chosen file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadFile {
    pub name: String,
    pub size: u64,
    /// Empty until it is read.
    pub(in crate::session) bytes: Arc<[u8]>,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    Several,
    Folder,
    /// The file was moved, deleted or changed.
    NotReadable,
    NotASheet(NotASheet),
    BadBytes(Encoding, Option<BadBytes>),
    Faults(Vec<Fault>),
}

/// The result of validating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    Good(Arc<UploadPlan>),
    Wrong {
        problems: Arc<Vec<RowProblem>>,
        /// The number of users in the file.
        records: usize,
        /// The number of users without problems.
        good: usize,
    },
}

/// The progress of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    /// Bytes, rows or turns done.
    pub done: usize,
    /// Bytes, rows or turns in all.
    pub of: usize,
}

/// A kind of long work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Reading,
    Validating,
    Saving,
}

impl Upload {
    pub(in crate::session) fn new() -> Self {
        Self {
            customer: RwSignal::new(None),
            file: RwSignal::new(None),
            encoding: RwSignal::new(None),
            separator: RwSignal::new(None),
            table: RwSignal::new(None),
            checked: RwSignal::new(None),
            corrected: RwSignal::new(BTreeSet::new()),
            unsaved: RwSignal::new(false),
            progress: RwSignal::new(None),
            location: RwSignal::new(String::new()),
            created: RwSignal::new(None),
            waiting: StoredValue::new_local(None),
            is_asking: RwSignal::new(false),
            is_dragged_over: RwSignal::new(false),
            run: RwSignal::new(0),
        }
    }

    /// Opens the customer's form. A file whose users were created is dropped.
    pub fn open(self, customer: CustomerId) {
        let is_done = self.created.with_untracked(Option::is_some);
        if is_done || self.customer.get_untracked() != Some(customer) {
            self.clear();
            self.customer.set(Some(customer));
        }
    }

    /// Returns whether the form is another customer's.
    pub(in crate::session) fn is_left(self, here: Option<CustomerId>) -> bool {
        let own = self.customer.get_untracked();
        own.is_some() && own != here
    }

    /// Clears the form and cancels work.
    pub fn clear(self) {
        self.forget_file();
        self.customer.set(None);
        self.location.set(String::new());
    }

    /// Drops the file.
    pub fn forget_file(self) {
        self.begin();
        self.file.set(None);
        self.encoding.set(None);
        self.separator.set(None);
        self.forget_table();
    }

    pub(in crate::session) fn forget_table(self) {
        self.table.set(None);
        self.checked.set(None);
        self.corrected.set(BTreeSet::new());
        self.unsaved.set(false);
        self.created.set(None);
    }

    /// Cancels earlier work, and returns the number of the new one.
    pub(in crate::session) fn begin(self) -> u32 {
        let run = self.run.get_untracked().wrapping_add(1);
        self.run.set(run);
        self.progress.set(None);
        run
    }

    pub(in crate::session) fn is_current(self, run: u32) -> bool {
        self.run.get_untracked() == run
    }

    pub fn step(self) -> Option<Step> {
        self.progress.get().map(|progress| progress.step)
    }

    /// Cancels reading, which drops the file, or validating.
    pub fn cancel(self) {
        match untrack(|| self.step()) {
            Some(Step::Reading) => self.forget_file(),
            Some(Step::Validating) => {
                self.begin();
            }
            // Once it is stored, it is done.
            Some(Step::Saving) | None => {}
        }
    }

    pub fn rows(self) -> Option<Arc<Table>> {
        self.table.with(|table| table.clone()?.ok())
    }

    /// Returns whether corrections would be lost with the page.
    pub(in crate::session) fn is_at_risk(self) -> bool {
        self.unsaved.get() && self.created.with(Option::is_none)
    }

    /// Corrects cells (row and column). The corrections count once the file is validated again.
    pub fn correct(self, texts: &[((usize, usize), String)]) {
        self.table.update(|table| {
            if let Some(Ok(table)) = table {
                Arc::make_mut(table).set(texts);
            }
        });
        self.corrected.update(|all| {
            for (place, _) in texts {
                all.insert(*place);
            }
        });
        self.unsaved.set(true);
    }

    /// Returns how many of these problems are about cells that were corrected.
    pub fn corrected_count(self, problems: &[RowProblem]) -> usize {
        let Some(rows) = self.rows() else {
            return 0;
        };
        let corrected = self.corrected.read();
        let is_corrected = |problem: &&RowProblem| {
            let place = rows.row_at(problem.line).zip(problem.cell);
            place.is_some_and(|place| corrected.contains(&place))
        };
        problems.iter().filter(is_corrected).count()
    }

    /// Changes the rows or columns. Validating the file again is up to the caller.
    pub fn edit(self, edit: impl FnOnce(&Table) -> Table) {
        self.table.update(|table| {
            if let Some(Ok(table)) = table {
                *table = Arc::new(edit(table));
            }
        });
        // The places have changed.
        self.corrected.set(BTreeSet::new());
    }

    /// Does work that drops the corrections, after asking if there are any. Does nothing while
    /// users are created.
    pub fn dropping_corrections(self, work: impl FnOnce() + 'static) {
        if untrack(|| self.step()) == Some(Step::Saving) {
            return;
        }
        if self.unsaved.get_untracked() {
            self.waiting.set_value(Some(Box::new(work)));
            self.is_asking.set(true);
        } else {
            work();
        }
    }

    pub fn drop_corrections(self) {
        self.is_asking.set(false);
        let mut work = None;
        self.waiting.update_value(|waiting| work = waiting.take());
        if let Some(work) = work {
            self.unsaved.set(false);
            work();
        }
    }

    pub fn keep_corrections(self) {
        self.is_asking.set(false);
        self.waiting.set_value(None);
    }

    pub(in crate::session) fn fail(self, trouble: Trouble) {
        self.progress.set(None);
        self.table.set(Some(Err(trouble)));
    }

    /// Works in turns until there is no more. Returns `false` if other work was started meanwhile.
    pub(in crate::session) async fn in_turns(
        self,
        run: u32,
        (step, of): (Step, usize),
        work: &mut dyn FnMut() -> (bool, usize),
    ) -> bool {
        loop {
            let start = timing::now();
            loop {
                let (is_more, done) = work();
                if !is_more {
                    return true;
                }
                if timing::now().saturating_sub(start) > MAX_TURN {
                    self.progress.set(Some(Progress { step, done, of }));
                    break;
                }
            }
            clock::sleep(Duration::ZERO).await;
            if !self.is_current(run) {
                return false;
            }
        }
    }
}
