//! The stored form, byte for byte: one file for each kind of text, in `tests/fixtures/stored`.
//!
//! A file that differs means that workspaces stored until now may no longer be readable. Where that
//! is intended, write the files anew and look at what has changed:
//!
//! ```sh
//! WRITE_STORED_FIXTURES=1 cargo test --test native journal::golden
//! ```

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use chrono::TimeDelta;
use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::upload::RecordLimit;
use seatwork::domain::{
    Action, AdminRole, Advance, Change, Command, Customer, CustomerCommand, CustomerDetails,
    CustomerEvent, Event, LicenseChange, LicenseUpdate, Licenses, PersonName, Restored,
    SubscriptionStatus, User, UserNumber, WorkspaceCommand, WorkspaceEvent, evolve,
};
use seatwork::journal::{MemoryStorage, StoredOrigin, StoredRecord, StoredSnapshot, envelope};

use super::{Tab, create_workspace, find_customer, snapshot_key};
use crate::support::{
    DAY, admin, at, company, company_name, creation, deletion, edit, is_same, license_change,
    location, numbers, only, quantity, seats, user, user_name, with_users,
};
use crate::uploading::{limit, many, plan_of, upload};

/// Checks that the text equals the file of this name.
fn check(name: &str, text: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stored");
    let file = folder.join(format!("{name}.txt"));
    if env::var_os("WRITE_STORED_FIXTURES").is_some() {
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::write(&file, format!("{text}\n")).expect("the file can be written");
        return;
    }
    let stored = fs::read_to_string(&file).unwrap_or_default();
    let stored = stored.strip_suffix('\n').unwrap_or(&stored);
    assert_eq!(
        text, stored,
        "{name}.txt differs: see the head of this file"
    );
}

fn name(text: &str) -> PersonName {
    PersonName::required(text).expect("it is a name")
}

/// Returns two users who were created together, one of them with everything a user can have.
fn created() -> Vec<User> {
    let plain = user(2, "jo", Licenses::default());
    let mut full = user(7, "Zoe", Licenses::default());
    full.details.first_name = Some(name("Zoë “Z” \"\\"));
    full.details.last_name = Some(name("O’Brien 🦀"));
    full.details.display_name = name("Zoë");
    full.details.roles = BTreeSet::from([AdminRole::Billing, AdminRole::Password]);
    full.details.location = None;
    full.licenses.assign(products::SPB, [plans::TEAMS1]);
    full.licenses.assign(products::VISIOCLIENT, []);
    full.password.set_at = at(5);
    full.password.must_change = false;
    vec![plain, full]
}

/// Returns users as an upload makes them: names of every kind, one at another domain.
fn uploaded() -> Vec<User> {
    let mut id = user(2, "x", Licenses::default()).id;
    let rows = [
        ("jane.doe@probe.example", "Jane", "Doe", "Jane Doe"),
        ("kim@probe.example", "", "", "Kim"),
        ("lee@second.example", "Lee", "", "Lee"),
        ("max@probe.example", "", "Müller", "Max Müller"),
    ];
    let users = (2..)
        .zip(rows)
        .map(|(number, (whole, first, last, display))| {
            let mut user = user(number, "x", Licenses::default());
            user.id = id;
            id.0 = id.0.following();
            user.details.user_name = user_name(whole);
            user.details.first_name = PersonName::optional(first).expect("it is a name");
            user.details.last_name = PersonName::optional(last).expect("it is a name");
            user.details.display_name = name(display);
            user
        });
    users.collect()
}

/// Returns one event of each kind for a customer.
fn customer_events() -> Vec<CustomerEvent> {
    let mut update = LicenseUpdate::default();
    update.set(products::SPB, Some(true));
    update.switch(products::SPB, plans::TEAMS1, Some(false));
    update.set(products::VISIOCLIENT, Some(false));
    let subscription = seats(products::SPB, 25);
    let before = user(2, "jo", Licenses::default()).details;
    let after = created()[1].details.clone();
    vec![
        CustomerEvent::UsersCreated { users: created() },
        CustomerEvent::UsersUploaded { users: uploaded() },
        CustomerEvent::UploadUndone {
            users: numbers(&[2, 3, 4, 5]),
        },
        CustomerEvent::UserEdited {
            user: UserNumber(2),
            details: Box::new(after),
            before: Box::new(before),
        },
        CustomerEvent::PasswordsReset {
            users: numbers(&[1]),
        },
        CustomerEvent::UsersDeleted {
            users: numbers(&[1, 2, 3, 7, 9]),
        },
        CustomerEvent::UsersRestored {
            users: vec![
                Restored {
                    users: numbers(&[1, 2]),
                    without: BTreeSet::new(),
                },
                Restored {
                    users: numbers(&[7]),
                    without: BTreeSet::from([products::SPB]),
                },
            ],
            renamed: vec![(UserNumber(7), user_name("zoe2@probe.example"))],
        },
        CustomerEvent::UsersPurged {
            users: numbers(&[1, 3]),
        },
        CustomerEvent::LicensesChanged {
            changes: vec![LicenseChange {
                users: (1..=10_000).map(UserNumber).collect(),
                update,
            }],
        },
        CustomerEvent::QuantityChanged {
            subscription: subscription.id,
            quantity: 30,
        },
        CustomerEvent::StatusChanged {
            subscription: subscription.id,
            status: SubscriptionStatus::Suspended,
        },
        CustomerEvent::SubscriptionAdded { subscription },
        CustomerEvent::CustomerEdited {
            details: Box::new(CustomerDetails {
                company: company_name("Höfe “Ø” 🦀"),
                location: location("IE"),
            }),
        },
    ]
}

/// Returns one event of each kind for a workspace.
fn workspace_events() -> Vec<WorkspaceEvent> {
    vec![
        WorkspaceEvent::ClockAdvanced {
            by: TimeDelta::days(7),
            ahead: TimeDelta::milliseconds(1_234_567_890),
        },
        WorkspaceEvent::RecordLimitChanged {
            before: RecordLimit::REAL,
            limit: RecordLimit::MAX,
        },
    ]
}

#[test]
fn every_kind_of_record_is_stored_as_before() {
    let id = company(vec![]).id;
    let of_customer = customer_events()
        .into_iter()
        .map(|event| Event::Customer(id, event));
    let of_workspace = workspace_events().into_iter().map(Event::Workspace);
    let events: Vec<Event> = of_customer.chain(of_workspace).collect();
    let kinds: BTreeSet<Action> = events.iter().map(Event::action).collect();
    assert_eq!(kinds, BTreeSet::from(Action::ALL), "each kind has its file");
    for (event, seq) in events.into_iter().zip(1..) {
        let name = format!("record-{}", event.action().code());
        let change = Change {
            at: at(1_000),
            by: admin(),
            event,
        };
        let text = StoredRecord::write(&change, seq, 0).expect("it has JSON");
        check(&name, &text);
        // The spelling of user names counts as well, of which `==` takes no notice.
        let read = StoredRecord::read(&text, seq)
            .expect("it was just written")
            .change;
        assert_eq!(format!("{read:?}"), format!("{change:?}"), "{name}");
        assert_eq!(read, change, "{name}");
    }
}

#[test]
fn the_origin_is_stored_as_before() {
    let new = StoredOrigin::new(at(0));
    let later = StoredOrigin {
        compacted: 42,
        mended: 1,
        ahead: TimeDelta::days(31),
        latest_change: Some(at(1_000)),
        record_limit: limit(500),
        ..new.clone()
    };
    for (name, origin) in [("origin-new", new), ("origin-later", later)] {
        let text = origin.write().expect("it has JSON");
        check(name, &text);
        assert_eq!(StoredOrigin::read(&text), Ok(origin));
    }
}

/// Changes of every kind to one customer, and its snapshot.
#[test]
fn a_snapshot_is_stored_as_before() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    let mut change = |command: &dyn Fn(&Customer) -> Command| {
        tab.change("Lanterna", |customer| command(customer));
    };
    change(&|customer| upload(customer, &plan_of(customer, &["a", "b", "c", "d", "e"])));
    change(&|customer| creation(customer, "jo", Licenses::default()));
    change(&|customer| edit(customer, 1, |details| details.display_name = name("Chloe")));
    change(&|customer| {
        license_change(customer, &[2, 27, 28, 30], |update| {
            update.set(products::O365_BUSINESS_ESSENTIALS, Some(true));
        })
    });
    change(&|customer| {
        let users = numbers(&[4, 5, 6, 28]);
        Command::Customer(customer.id, CustomerCommand::ResetPasswords { users })
    });
    change(&|customer| deletion(customer, &[6, 7, 29, 30]));
    change(&|customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::AddSubscription {
                sku: products::VISIOCLIENT,
                quantity: quantity(3),
            },
        )
    });
    change(&|customer| {
        Command::Customer(
            customer.id,
            CustomerCommand::EditCustomer {
                seen: Box::new(customer.details()),
                wanted: Box::new(CustomerDetails {
                    company: company_name("Lanterna Höfe"),
                    location: location("CH"),
                }),
            },
        )
    });
    change(&|_| Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(500))));
    let purge = |workspace: &_| {
        Command::Customer(
            find_customer(workspace, "Lanterna").id,
            CustomerCommand::PurgeUsers,
        )
    };
    tab.attempt(purge, at(DAY)).expect("it is stored");
    tab.compact();
    let customer = find_customer(&tab.workspace, "Lanterna");
    let text = &storage.texts()[&snapshot_key(customer)];
    check("snapshot", text);
    let origin = StoredSnapshot::read_origin(text).expect("it was just written");
    let base = origin.sample_customer(customer.id).expect("it is there");
    let snapshot = StoredSnapshot::read(text, base).expect("it was just written");
    assert!(
        is_same(&only(snapshot.customer), &only(customer.clone())),
        "it is read back as it was"
    );
    assert_eq!(snapshot.through, 10);
    assert_eq!(snapshot.latest_change, tab.workspace.latest_change());
}

/// Whole entries, an upload of which only a part is kept, and one whose user was purged.
#[test]
fn a_piece_of_the_log_is_stored_as_before() {
    let storage = create_workspace();
    let mut tab = Tab::open(&storage);
    type Step<'a> = (&'a str, &'a dyn Fn(&Customer) -> Command);
    let steps: [Step<'_>; 6] = [
        ("Glasgow", &|_| {
            Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(500)))
        }),
        ("Glasgow", &|customer| {
            upload(customer, &many(customer, 103))
        }),
        ("Lanterna", &|customer| {
            creation(customer, "jo", Licenses::default())
        }),
        ("Lanterna", &|customer| deletion(customer, &[26])),
        ("Lanterna", &|_| {
            Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31)))
        }),
        ("Lanterna", &|customer| {
            Command::Customer(customer.id, CustomerCommand::PurgeUsers)
        }),
    ];
    let mut changes = Vec::new();
    for (company, step) in steps {
        let command = |workspace: &_| step(find_customer(workspace, company));
        let now = at(3_000 + changes.len() as i64);
        changes.push(tab.attempt(command, now).expect("it is stored"));
    }
    tab.compact();
    let text = &storage.texts()["seatwork/l/0000000001"];
    check("log-piece", text);

    // The stored file read back: the log of a workspace that has it.
    let log = Tab::open(&MemoryStorage::with(storage.texts()))
        .journal
        .log()
        .expect("it can be read");
    assert_eq!(log.unreadable, 0);
    let entries: Vec<_> = log.entries.iter().zip(&changes).collect();
    assert_eq!(entries.len(), 6);
    for (entry, change) in entries {
        assert_eq!(entry.at(), change.at);
        assert_eq!(entry.by(), &change.by);
        assert_eq!(entry.action(), change.event.action());
        assert_eq!(entry.customer(), change.event.customer());
        let event = entry.event_in(&tab.workspace);
        let is_forgotten = entry.action() == Action::CreateUsers;
        assert_eq!(event, (!is_forgotten).then(|| change.event.clone()));
    }
}

/// Every stored text with one character changed under a checksum that fits: it is read, or it is
/// damage, and a change that is read fits a workspace or does not.
#[test]
fn whatever_a_text_says_reading_it_does_not_panic() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stored");
    let files = fs::read_dir(folder).expect("the folder is there");
    let customer = company(vec![seats(products::SPB, 3)]);
    let users = (1..=9).map(|number| user(number, &format!("u{number}"), Licenses::default()));
    let workspace = only(with_users(customer.clone(), users));
    for file in files {
        let text = fs::read_to_string(file.expect("it is there").path()).expect("it is text");
        let content = envelope::open(text.trim_end()).expect("it is whole");
        for (at, found) in content.char_indices() {
            for other in ['0', '9', '"', '-', 'x'] {
                let rest = &content[at + found.len_utf8()..];
                let text = envelope::seal(&format!("{}{other}{rest}", &content[..at]));
                if let Ok(StoredRecord { change, .. }) = StoredRecord::read(&text, 3) {
                    let _ = evolve(&mut workspace.clone(), &change);
                }
                let _ = StoredOrigin::read(&text);
                let _ = StoredSnapshot::read(&text, customer.clone());
            }
        }
    }
}
