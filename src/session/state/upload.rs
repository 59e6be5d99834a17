//! The form "Upload users": a file on its way to users, and the turns in which long work is done, so that the page stays alive and
//! it can be cancelled.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::{clock, timing};
use crate::domain::upload::{RowProblem, UploadPlan};
use crate::domain::{CustomerId, UserNumber};
use crate::live::RwSignal;
use crate::sheet::{BadBytes, Encoding, Fault, NotASheet, Separator, Table};

/// The longest time that work may keep the page from answering.
const MAX_TURN: Duration = Duration::from_millis(24);

/// A file on its way to users, in this tab.
#[derive(Clone, Copy)]
pub struct Upload {
    pub(in crate::session) customer: RwSignal<Option<CustomerId>>,
    /// The file that was chosen.
    pub file: RwSignal<Option<UploadFile>>,
    /// Recognised, or chosen by hand.
    pub encoding: RwSignal<Option<Encoding>>,
    /// Recognised, or chosen by hand.
    pub separator: RwSignal<Option<Separator>>,
    /// The rows of the file, or why there are none.
    pub table: RwSignal<Option<Result<Arc<Table>, Trouble>>>,
    /// What validating it came to.
    pub checked: RwSignal<Option<Checked>>,
    /// The cells (row and column) that were corrected since the file was validated.
    pub corrected: RwSignal<BTreeSet<(usize, usize)>>,
    /// There are corrections that are nowhere but here.
    pub(in crate::session) unsaved: RwSignal<bool>,
    /// What is being done.
    pub progress: RwSignal<Option<Progress>>,
    /// The code of the location for everybody; empty until one is chosen.
    pub location: RwSignal<String>,
    /// Those who were created.
    pub created: RwSignal<Option<BTreeSet<UserNumber>>>,
    /// What would drop the corrections, until somebody has said whether it shall.
    waiting: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// Is somebody asked that?
    pub is_asking: RwSignal<bool>,
    /// Something is dragged over the page.
    pub is_dragged_over: RwSignal<bool>,
    /// Which work counts: what was begun before has no effect any more.
    run: RwSignal<u32>,
}

/// A file that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// What is in it; empty until it is read.
    pub(in crate::session) bytes: Arc<[u8]>,
}

/// Why there are no rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// More than one file was dropped.
    Several,
    /// A folder was dropped.
    Folder,
    /// The file was moved, deleted or changed.
    NotReadable,
    /// It is no CSV.
    NotASheet(NotASheet),
    /// It is not in this encoding.
    BadBytes(Encoding, Option<BadBytes>),
    /// It cannot be read as it was meant.
    Faults(Vec<Fault>),
}

/// What validating came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// Users who may be created.
    Good(Arc<UploadPlan>),
    /// Everything that is wrong.
    Wrong {
        /// In the order of lines.
        problems: Arc<Vec<RowProblem>>,
        /// Users in the file.
        records: usize,
        /// Those of them with nothing wrong.
        good: usize,
    },
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// So much is done.
    pub done: usize,
    /// Of so much: bytes or rows.
    pub of: usize,
}

/// What takes its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading the file.
    Reading,
    /// Validating its rows.
    Validating,
    /// Creating the users.
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

    /// The form of this customer: the one that was begun, or an empty one. With its users created, a file is done with.
    pub fn open(self, customer: CustomerId) {
        let is_done = self.created.with_untracked(Option::is_some);
        if is_done || self.customer.get_untracked() != Some(customer) {
            self.clear();
            self.customer.set(Some(customer));
        }
    }

    /// Is it the form of another customer than this one?
    pub(in crate::session) fn is_left(self, here: Option<CustomerId>) -> bool {
        let own = self.customer.get_untracked();
        own.is_some() && own != here
    }

    /// Drops the file and everything made of it; what is being done has no effect.
    pub fn clear(self) {
        self.forget_file();
        self.customer.set(None);
        self.location.set(String::new());
    }

    /// Drops the file; the form stays.
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

    /// Something else is done from now on.
    pub(in crate::session) fn begin(self) -> u32 {
        let run = self.run.get_untracked().wrapping_add(1);
        self.run.set(run);
        self.progress.set(None);
        run
    }

    pub(in crate::session) fn is_current(self, run: u32) -> bool {
        self.run.get_untracked() == run
    }

    /// What is being done now.
    pub fn step(self) -> Option<Step> {
        self.progress.get().map(|progress| progress.step)
    }

    /// Stops reading – then there is no file – or validating.
    pub fn cancel(self) {
        match untrack(|| self.step()) {
            Some(Step::Reading) => self.forget_file(),
            Some(Step::Validating) => {
                self.begin();
            }
            // All of it or none: it is done in one go.
            Some(Step::Saving) | None => {}
        }
    }

    /// The rows of the file.
    pub fn rows(self) -> Option<Arc<Table>> {
        self.table.with(|table| table.clone()?.ok())
    }

    /// Are there corrections that are nowhere but here?
    pub(in crate::session) fn is_at_risk(self) -> bool {
        self.unsaved.get() && self.created.with(Option::is_none)
    }

    /// Puts other texts into cells (row and column). They count when the file is validated again.
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

    /// Does what would drop the corrections: at once where there are none, else when the person says so. While users are created,
    /// nothing else is done with the form.
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

    /// The corrections may go.
    pub fn drop_corrections(self) {
        self.is_asking.set(false);
        let mut work = None;
        self.waiting.update_value(|waiting| work = waiting.take());
        if let Some(work) = work {
            self.unsaved.set(false);
            work();
        }
    }

    /// The corrections stay.
    pub fn keep_corrections(self) {
        self.is_asking.set(false);
        self.waiting.set_value(None);
    }

    pub(in crate::session) fn fail(self, trouble: Trouble) {
        self.progress.set(None);
        self.table.set(Some(Err(trouble)));
    }

    /// Does the work turn by turn until there is no more. False if something else was begun meanwhile.
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
