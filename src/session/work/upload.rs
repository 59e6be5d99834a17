//! The procedures of the form "Upload users": reading a file, validating it, creating its users.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::in_turns::TURNS;
use super::saving::Failure;
use crate::browser::incoming::{Chosen, decode};
use crate::browser::timing;
use crate::domain::upload::{Column, RecordLimit, Validation};
use crate::domain::{
    Customer, CustomerCommand, CustomerEvent, CustomerId, Decision, Event, Location, Refusal,
};
use crate::live::{Memo, Signal};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::state::forms::Passwords;
use crate::session::state::notices::Tone;
use crate::session::state::upload::{Checked, Progress, Step, Trouble, UploadFile};
use crate::session::user_file::good_rows;
use crate::sheet::{self, Encoding, NotASheet, Reading, SIZE_LIMIT, Separator};
use crate::training::Act;
use leptos::prelude::untrack;

/// Rows between two looks at the clock.
const PORTION: usize = 250;

impl Session {
    /// Reads a file chosen for this customer.
    pub async fn upload(self, customer: CustomerId, chosen: Chosen) {
        let upload = self.forms.upload;
        upload.open(customer);
        upload.forget_file();
        let run = upload.begin();
        let file = match chosen {
            Chosen::Several(_) => return upload.fail(Trouble::Several),
            Chosen::Folder => return upload.fail(Trouble::Folder),
            Chosen::File(file) => file,
        };
        let (name, size) = (file.name(), file.size());
        let set_file = |bytes| {
            let name = name.clone();
            upload.file.set(Some(UploadFile { name, size, bytes }));
        };
        set_file(Arc::default());
        if usize::try_from(size).map_or(true, |size| size > SIZE_LIMIT) {
            return upload.fail(Trouble::NotASheet(NotASheet::TooLarge { bytes: size }));
        }
        let of = usize::try_from(size).unwrap_or(usize::MAX);
        upload.progress.set(Some(Progress {
            step: Step::Reading,
            done: 0,
            of,
        }));
        let read = file.read().await;
        if !upload.is_current(run) {
            return;
        }
        match read {
            Err(_) => upload.fail(Trouble::NotReadable),
            Ok(bytes) => {
                set_file(bytes.into());
                self.read_sheet(run, None, None).await;
            }
        }
    }

    /// Reads the file again, with an encoding or separator chosen by hand.
    pub async fn read_upload(self, encoding: Option<Encoding>, separator: Option<Separator>) {
        let upload = self.forms.upload;
        let run = upload.begin();
        let encoding = encoding.or(upload.encoding.get_untracked());
        self.read_sheet(run, encoding, separator).await;
    }

    async fn read_sheet(self, run: u32, encoding: Option<Encoding>, separator: Option<Separator>) {
        let upload = self.forms.upload;
        upload.forget_table();
        let Some(UploadFile { bytes, .. }) = upload.file.get_untracked() else {
            return;
        };
        let timing = timing::start("upload-recognise");
        let detect = || {
            let country = |customer: &Customer| customer.location.code();
            let customer = upload.customer.get_untracked();
            let country = customer.and_then(|id| untrack(|| self.with_customer(id, country)));
            sheet::detect_encoding(&bytes, country.unwrap_or_default())
        };
        let encoding = match encoding.map_or_else(detect, Ok) {
            Ok(encoding) => encoding,
            Err(reason) => return upload.fail(Trouble::NotASheet(reason)),
        };
        upload.encoding.set(Some(encoding));
        if let Some(bad) = encoding.first_fault(&bytes) {
            return upload.fail(Trouble::BadBytes(encoding, Some(bad)));
        }
        timing.end();
        let timing = timing::start("upload-decode");
        let Some(text) = decode(&bytes, encoding.label()) else {
            return upload.fail(Trouble::BadBytes(encoding, None));
        };
        timing.end();
        let timing = timing::start("upload-read");
        let is_heading = |cell: &str| Column::from_heading(cell).is_some();
        let separator = separator.unwrap_or_else(|| sheet::guess_separator(&text, &is_heading));
        upload.separator.set(Some(separator));
        let mut reading = Reading::new(&text, separator);
        let mut read = || (reading.advance(PORTION), reading.position());
        let step = (Step::Reading, text.len());
        if !upload.in_turns(run, step, &mut read).await {
            return;
        }
        let read = reading.finish();
        timing.end();
        match read {
            Ok(table) => {
                upload.progress.set(None);
                upload.table.set(Some(Ok(Arc::new(table))));
            }
            Err(faults) => upload.fail(Trouble::Faults(faults)),
        }
    }

    /// Validates the file in the customer as it is now.
    pub async fn validate_upload(self) {
        let upload = self.forms.upload;
        let run = upload.begin();
        let (table, customer) = (
            upload.table.get_untracked(),
            upload.customer.get_untracked(),
        );
        let (Some(Ok(table)), Some(customer)) = (table, customer) else {
            return;
        };
        upload.checked.set(None);
        let timing = timing::start("upload-validate");
        let limit = self
            .workspace
            .with_untracked(|workspace| workspace.record_limit());
        let mut validation = Validation::new(&*table, limit.count());
        let mut advance = || {
            let is_more = self.workspace.with_untracked(|workspace| {
                let customer = workspace.customer(customer);
                customer.is_some_and(|customer| validation.advance(customer, PORTION))
            });
            (is_more, validation.position())
        };
        let step = (Step::Validating, table.len());
        if !upload.in_turns(run, step, &mut advance).await {
            return;
        }
        let records = validation.records();
        let checked = match validation.finish() {
            Ok(plan) => Checked::Good(Arc::new(plan)),
            Err(problems) => Checked::Wrong {
                good: good_rows(&table, records, &problems),
                problems: Arc::new(problems),
                records,
            },
        };
        timing.end();
        upload.progress.set(None);
        upload.corrected.set(BTreeSet::new());
        upload.checked.set(Some(checked));
        self.act(Act::Uploaded);
    }

    /// Creates the users of the file, all or none, and shows their passwords.
    pub async fn save_upload(self, location: Location) {
        let upload = self.forms.upload;
        let customer = upload.customer.get_untracked();
        let (Some(Checked::Good(plan)), Some(customer)) =
            (upload.checked.get_untracked(), customer)
        else {
            return;
        };
        let on_turn = move |done| {
            upload.progress.set(Some(Progress {
                step: Step::Saving,
                done,
                of: TURNS,
            }));
        };
        on_turn(0);
        let command = CustomerCommand::UploadUsers { plan, location }.about(customer);
        let done = self.dispatch_in_turns(command, Box::new(on_turn)).await;
        upload.progress.set(None);
        match done {
            Ok(decision) => self.uploaded(customer, decision),
            Err(failure) => {
                self.notices.show(Tone::Error, self.reason(&failure));
                if matches!(failure, Failure::Refused(Refusal::Upload(_))) {
                    // The problems may be in other cells now.
                    self.validate_upload().await;
                }
            }
        }
    }

    /// Stores the passwords before navigating: leaving their screen's address wipes them.
    fn uploaded(self, customer: CustomerId, mut decision: Decision) {
        let numbers = match &decision.change.event {
            Event::Customer(_, CustomerEvent::UsersUploaded { users }) => {
                users.iter().map(|user| user.number).collect()
            }
            _ => BTreeSet::new(),
        };
        let count = numbers.len();
        self.forms.upload.created.set(Some(numbers));
        let route = Route::UsersUploaded(customer);
        self.forms.passwords.set(Some(Passwords {
            route: route.clone(),
            user: None,
            once: std::mem::take(&mut decision.once),
            handed_over: false,
        }));
        self.navigation.go(route);
        let text = self.sentences().users_uploaded(count, &self.number(count));
        self.say_done(&decision, text);
    }

    /// Drops the passwords of an undone upload. Its file may be uploaded again.
    pub(in crate::session) fn drop_undone_upload(self, customer: CustomerId) {
        let shown = Route::UsersUploaded(customer);
        if self.navigation.route().get_untracked() == shown {
            self.forms.passwords.set(None);
            self.forms.upload.created.set(None);
            self.navigation.replace(Route::upload_users(customer));
        }
    }

    /// Validates the file again, if it was validated, after the customer or the limit has changed.
    pub async fn validate_upload_again(self) {
        if self.forms.upload.checked.with_untracked(Option::is_some) {
            self.validate_upload().await;
        }
    }

    pub fn record_limit(self) -> Signal<RecordLimit> {
        Memo::new(move |_| self.workspace.with(|workspace| workspace.record_limit())).into()
    }
}
