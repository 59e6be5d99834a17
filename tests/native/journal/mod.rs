//! The journal: whatever happens to a tab or to the storage, every acknowledged change is there,
//! once.

mod attempts;
mod backups;
mod batches;
mod cut_off;
mod damage;
mod every_write;
mod faulty;
mod following;
mod forgetting;
mod full;
mod golden;
mod lagging;
mod limits;
mod log;
mod newer;
mod origin;
mod overwritten;
mod places;
mod reserve;
mod sizes;
mod starting;
mod stray;
mod tabs;
mod time;
mod turmoil;
mod upload_sizes;
mod uploads;

use std::collections::BTreeMap;

use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::sample::Edition;
use seatwork::domain::{
    Change, Command, Customer, CustomerCommand, CustomerDetails, LicenseChange, LicenseUpdate,
    Licenses, Moment, PersonName, SubscriptionStatus, UserNumber, Workspace, evolve,
};
use seatwork::journal::{
    CaughtUp, Finding, Journal, MemoryStorage, NotSaved, OpenError, Opened, Storage, StoredOrigin,
};

use crate::support::{
    at, company_name, creation, decided, edit, license_change, location, quantity,
};

const ORIGIN: &str = "seatwork/workspace";
const COPY: &str = "seatwork/workspace.copy";
const RESERVE: &str = "seatwork/reserve";

fn record_key(seq: u64) -> String {
    format!("seatwork/r/{seq:010}")
}

fn snapshot_key(customer: &Customer) -> String {
    format!("seatwork/s/{}", customer.id.0)
}

/// Returns a storage with a new workspace of the small sample.
fn create_workspace() -> MemoryStorage {
    let origin = StoredOrigin {
        sample: Edition::Excerpt.number(),
        ..StoredOrigin::new(at(0))
    };
    let text = origin.write().expect("it has JSON");
    let texts = [ORIGIN, COPY].map(|key| (key.to_owned(), text.clone()));
    let storage = MemoryStorage::with(BTreeMap::from(texts));
    // The first start also reserves room for compaction.
    Tab::open(&storage);
    storage
}

/// Returns the number of stored bytes without the reserve.
fn used_bytes(storage: &MemoryStorage) -> usize {
    let reserve = storage.texts().remove(RESERVE);
    storage.bytes() - reserve.map_or(0, |text| RESERVE.len() + text.len())
}

/// Returns an independent storage with the same texts.
fn copy_of(storage: &MemoryStorage) -> MemoryStorage {
    MemoryStorage::with(storage.texts())
}

/// Returns an independent storage with one text changed or removed.
fn with_text(storage: &MemoryStorage, key: &str, text: Option<&str>) -> MemoryStorage {
    let mut texts = storage.texts();
    texts.remove(key);
    texts.extend(text.map(|text| (key.to_owned(), text.to_owned())));
    MemoryStorage::with(texts)
}

/// An open tab. It does what the program does: catch up, decide, store, apply.
struct Tab<S = MemoryStorage> {
    storage: S,
    journal: Journal<S>,
    workspace: Workspace,
    findings: Vec<Finding>,
}

impl<S: Storage + Clone> Tab<S> {
    fn open(storage: &S) -> Self {
        Self::try_open(storage, at(1)).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn try_open(storage: &S, now: Moment) -> Result<Self, OpenError> {
        let opened = Journal::open(storage.clone(), now)?;
        let Opened {
            journal,
            workspace,
            findings,
        } = opened;
        Ok(Self {
            storage: storage.clone(),
            journal,
            workspace,
            findings,
        })
    }

    fn follow(&mut self) -> Result<(), NotSaved> {
        let is_behind = self.journal.is_behind();
        let caught_up = self.journal.catch_up(&mut self.workspace)?;
        assert_eq!(is_behind, Ok(caught_up != CaughtUp::Applied(0)));
        match caught_up {
            CaughtUp::Applied(_) => {}
            CaughtUp::Reopen => *self = Self::open(&self.storage),
            CaughtUp::Overwritten => {
                *self = Self::open(&self.storage);
                let is_named = |finding: &Finding| matches!(finding, Finding::Overwritten(_));
                if !self.findings.iter().any(is_named) {
                    self.findings.push(Finding::Overwritten(1));
                }
            }
        }
        Ok(())
    }

    fn store(&mut self, change: &Change) -> Result<(), NotSaved> {
        self.journal.append(change, &self.workspace)?;
        evolve(&mut self.workspace, change).expect("what was decided fits");
        Ok(())
    }

    /// Carries out a command that depends on the state and is not refused.
    fn attempt(
        &mut self,
        command: impl FnOnce(&Workspace) -> Command,
        now: Moment,
    ) -> Result<Change, NotSaved> {
        self.follow()?;
        let command = command(&self.workspace);
        let decision =
            decided(&self.workspace, &command, now).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        self.store(&decision.change)?;
        Ok(decision.change)
    }

    fn create(&mut self, company: &str, local: &str) -> Result<Change, NotSaved> {
        let now = at(1000 + i64::from(local.bytes().last().unwrap_or(0)));
        self.attempt(
            |workspace| {
                creation(
                    find_customer(workspace, company),
                    local,
                    Licenses::default(),
                )
            },
            now,
        )
    }

    fn rename(&mut self, company: &str, number: u32, to: &str) -> Result<Change, NotSaved> {
        let name = PersonName::required(to).expect("it is a name");
        let change = |workspace: &Workspace| {
            edit(find_customer(workspace, company), number, |details| {
                details.display_name = name
            })
        };
        self.attempt(change, at(2000))
    }

    fn compact(&mut self) {
        self.journal
            .compact(&self.workspace)
            .expect("there is room");
    }

    /// Returns the display name of a user, if there is one with this number.
    fn name_of(&self, company: &str, number: u32) -> Option<&str> {
        let user = find_customer(&self.workspace, company)
            .users
            .get(UserNumber(number))?;
        Some(user.details.display_name.as_str())
    }

    /// Returns whether there is a user with this local part.
    fn has(&self, company: &str, local: &str) -> bool {
        let mut users = find_customer(&self.workspace, company).users.active();
        users.any(|user| user.details.user_name.local() == local)
    }
}

impl Tab {
    /// Carries out a command on a customer.
    fn change(&mut self, company: &str, command: impl FnOnce(&Customer) -> Command) {
        let now = at(3000 + self.storage.texts().len() as i64);
        self.attempt(|workspace| command(find_customer(workspace, company)), now)
            .expect("it is stored");
    }
}

/// Returns the customer whose company name begins with this.
fn find_customer<'a>(workspace: &'a Workspace, company: &str) -> &'a Customer {
    workspace
        .customers()
        .find(|customer| customer.company.as_str().starts_with(company))
        .unwrap_or_else(|| panic!("{company} is in the workspace"))
}

/// Returns the workspace that a new tab opens without findings.
fn reopen(storage: &MemoryStorage) -> Workspace {
    let tab = Tab::open(&copy_of(storage));
    assert_eq!(tab.findings, []);
    tab.workspace
}

/// Checks that the workspace takes another change and has it after opening again.
fn check_goes_on(storage: &MemoryStorage) {
    let storage = copy_of(storage);
    let mut tab = Tab::open(&storage);
    tab.create("Café", "afterwards").expect("it can be stored");
    let again = Tab::open(&storage);
    assert!(
        again.workspace == tab.workspace,
        "the change is not found again"
    );
    assert!(again.has("Café", "afterwards"));
    assert_eq!(again.findings, []);
}

/// The number of the first user created at Lanterna.
const JO: u32 = 26;

/// Returns a storage with changes to three customers in five records. The third record builds on
/// the first.
fn with_records() -> (MemoryStorage, Workspace) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    tab.create("Lanterna", "jo").expect("it is stored");
    tab.create("Café", "kim").expect("it is stored");
    tab.rename("Lanterna", JO, "Jo Bianchi")
        .expect("it is stored");
    tab.rename("Glasgow", 1, "Chloe").expect("it is stored");
    tab.create("Lanterna", "ann").expect("it is stored");
    assert!(tab.has("Lanterna", "ann"));
    (storage, tab.workspace)
}

/// Returns a storage with changes to licenses, subscriptions and company details of the same
/// customers, in seven records. The third builds on the second.
fn with_license_records() -> (MemoryStorage, Workspace) {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    tab.change("Lanterna", |customer| {
        let mut assigned = LicenseUpdate::default();
        assigned.set(products::O365_BUSINESS_ESSENTIALS, Some(true));
        let mut switched = LicenseUpdate::default();
        switched.switch(products::SPB, plans::TEAMS1, Some(false));
        let change = |users: &[u32], update| LicenseChange {
            users: users.iter().copied().map(UserNumber).collect(),
            update,
        };
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeLicenses {
                changes: vec![change(&[2, 21], assigned), change(&[1, 3, 4, 6], switched)],
            },
        )
    });
    tab.change("Café", |customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::AddSubscription {
                sku: products::VISIOCLIENT,
                quantity: quantity(3),
            },
        )
    });
    tab.change("Café", |customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeQuantity {
                subscription: customer.subscriptions[1].id,
                quantity: quantity(4),
            },
        )
    });
    tab.change("Café", |customer| {
        license_change(customer, &[1, 2, 3, 5], |update| {
            update.set(products::VISIOCLIENT, Some(true))
        })
    });
    tab.change("Glasgow", |customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::ChangeStatus {
                subscription: customer.subscriptions[0].id,
                status: SubscriptionStatus::Suspended,
            },
        )
    });
    tab.change("Glasgow", |customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::EditCustomer {
                seen: Box::new(customer.details()),
                wanted: Box::new(CustomerDetails {
                    company: company_name("Glasgow Höfe “Ø” 🦀"),
                    location: location("IE"),
                }),
            },
        )
    });
    tab.change("Lanterna", |customer| {
        license_change(customer, &[19, 20, 3], |update| {
            update.set(products::VISIOCLIENT, Some(false));
            update.set(products::O365_BUSINESS_ESSENTIALS, Some(false));
        })
    });
    (storage, tab.workspace)
}
