//! What the activity log shows, as an address and as entries.

use seatwork::domain::{
    Action, Advance, Command, CustomerCommand, CustomerId, Moment, WorkspaceCommand, day,
};
use seatwork::journal::{Journal, LogEntry, MemoryStorage, Opened};
use seatwork::session::address::listing::PageSize;
use seatwork::session::address::log_listing::{LogListing, day_text};
use seatwork::session::address::route::Route;
use seatwork::text::Language;

use crate::support::{carry_out, deletion, of_sample};

const ID: &str = "efccb6f7-5641-4e0e-bd10-b4976e1bf68e";

fn customer() -> CustomerId {
    CustomerId(ID.parse().expect("it is a GUID"))
}

fn day_start(text: &str) -> Option<Moment> {
    Some(day(text).unwrap_or_else(|kind| panic!("{text}: {kind:?}")))
}

#[test]
fn every_view_of_the_log_has_an_address() {
    let plain = LogListing::default();
    for (listing, query) in [
        (plain.clone(), String::new()),
        (
            LogListing {
                from: day_start("2026-11-22"),
                ..plain.clone()
            },
            "?from=2026-11-22".to_owned(),
        ),
        (
            LogListing {
                from: day_start("2026-11-22"),
                to: day_start("9999-12-31"),
                customer: Some(customer()),
                action: Some(Action::DeleteUsers),
                page: 1,
                size: PageSize::Rows100,
            },
            format!(
                "?from=2026-11-22&to=9999-12-31&customer={ID}&action=users-deleted&page=2&rows=100"
            ),
        ),
    ] {
        for (of, path) in [
            (None, "#/activity".to_owned()),
            (Some(customer()), format!("#/customers/{ID}/activity")),
        ] {
            let route = Route::Activity(of, listing.clone());
            let address = format!("{path}{query}");
            assert_eq!(route.to_string(), address);
            assert_eq!(Route::parse(&address), route);
            assert_eq!(route.customer(), of);
            assert!(route.is_same_view(&Route::activity(of)), "{address}");
        }
    }
    assert!(!Route::activity(None).is_same_view(&Route::activity(Some(customer()))));
}

#[test]
fn every_action_is_found_by_its_name() {
    for action in Action::ALL {
        let listing = LogListing {
            action: Some(action),
            ..LogListing::default()
        };
        let address = format!("#/activity?action={}", action.code());
        assert_eq!(Route::parse(&address), Route::Activity(None, listing));
        assert_eq!(Action::from_code(action.code()), Some(action));
    }
    let mut codes = Action::ALL.map(Action::code).to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Action::ALL.len());
    assert_eq!(Action::from_code("users_deleted"), None);
}

#[test]
fn what_makes_no_sense_is_as_at_the_beginning() {
    for query in [
        "from=",
        "from=yesterday",
        "from=2026-02-30",
        "to=2026-1-1",
        "to=22.11.2026",
        "customer=",
        "customer=4711",
        "action=",
        "action=Users-Deleted",
        "action=nothing",
        "page=0",
        "page=x",
        "page=-1",
        "rows=26",
        "rows=",
        "other=1",
        "&&=",
    ] {
        let route = Route::parse(&format!("#/activity?{query}"));
        assert_eq!(route, Route::activity(None), "{query}");
    }
    // The last value counts, even an invalid one.
    let route = Route::parse("#/activity?from=2026-11-22&from=nothing");
    assert_eq!(route, Route::activity(None));
}

#[test]
fn days_are_printed_as_they_are_typed() {
    for text in ["2026-11-22", "0001-01-01", "2028-02-29", "9999-12-31"] {
        assert_eq!(day_start(text).map(day_text).as_deref(), Some(text));
    }
    let late: Moment = "2026-11-22T23:59:59.999Z".parse().expect("it is a moment");
    assert_eq!(day_text(late), "2026-11-22");
}

/// Entries of two customers and the clock, a day or a millisecond apart.
fn entries() -> Vec<LogEntry> {
    let storage = MemoryStorage::default();
    let created: Moment = "2026-11-20T00:00:00Z".parse().expect("it is a moment");
    let opened = Journal::open(storage, created).expect("it opens");
    let Opened {
        mut journal,
        mut workspace,
        ..
    } = opened;
    let (lanterna, café) = (of_sample("Lanterna"), of_sample("Café"));
    for (command, now) in [
        (deletion(lanterna, &[1]), "2026-11-21T23:59:59.999Z"),
        (deletion(café, &[1]), "2026-11-22T00:00:00Z"),
        (deletion(lanterna, &[2]), "2026-11-22T23:59:59.999Z"),
        (
            Command::Customer(
                café.id,
                CustomerCommand::ResetPasswords {
                    users: crate::support::numbers(&[2]),
                },
            ),
            "2026-11-23T00:00:00Z",
        ),
        (
            Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(1))),
            "2026-11-23T12:00:00Z",
        ),
    ] {
        let before = workspace.clone();
        let now: Moment = now.parse().expect("it is a moment");
        let change = carry_out(&mut workspace, &command, now).change;
        journal.append(&change, &before).expect("there is room");
    }
    journal.log().expect("it can be read").entries
}

#[test]
fn days_are_whole_and_filters_go_together() {
    let entries = entries();
    let (lanterna, café) = (of_sample("Lanterna").id, of_sample("Café").id);
    let plain = LogListing::default();
    for (from, to, customer, action, expected) in [
        ("", "", None, None, &[1, 2, 3, 4, 5][..]),
        ("2026-11-22", "", None, None, &[2, 3, 4, 5]),
        ("", "2026-11-22", None, None, &[1, 2, 3]),
        ("2026-11-22", "2026-11-22", None, None, &[2, 3]),
        ("2026-11-24", "2026-11-24", None, None, &[5]),
        ("2026-11-25", "", None, None, &[]),
        ("2026-11-23", "2026-11-22", None, None, &[]),
        ("", "9999-12-31", None, None, &[1, 2, 3, 4, 5]),
        ("", "", Some(lanterna), None, &[1, 3]),
        ("", "", Some(café), None, &[2, 4]),
        ("", "", Some(customer()), None, &[]),
        ("", "", None, Some(Action::DeleteUsers), &[1, 2, 3]),
        ("", "", None, Some(Action::AdvanceClock), &[5]),
        ("", "", None, Some(Action::PurgeUsers), &[]),
        (
            "2026-11-22",
            "2026-11-23",
            Some(café),
            Some(Action::ResetPasswords),
            &[4],
        ),
    ] {
        let listing = LogListing {
            from: day(from).ok(),
            to: day(to).ok(),
            customer,
            action,
            ..plain.clone()
        };
        let shown = entries.iter().filter(|entry| listing.matches(entry));
        let shown: Vec<u64> = shown.map(LogEntry::number).collect();
        assert_eq!(shown, expected, "{listing:?}");
        let is_everything = from.is_empty() && to.is_empty() && customer.is_none();
        assert_eq!(listing.is_everything(), is_everything && action.is_none());
    }
}

#[test]
fn several_users_are_counted_in_both_languages() {
    let [english, german] = [Language::English, Language::German].map(Language::sentences);
    for (action, in_english, in_german) in [
        (
            Action::CreateUsers,
            "2 users created",
            "2 Benutzer erstellt",
        ),
        (
            Action::UploadUsers,
            "2 users uploaded",
            "2 Benutzer hochgeladen",
        ),
        (
            Action::UndoUpload,
            "Upload of 2 users undone",
            "Hochladen von 2 Benutzern rückgängig gemacht",
        ),
        (
            Action::ResetPasswords,
            "2 passwords reset",
            "2 Kennwörter zurückgesetzt",
        ),
        (
            Action::DeleteUsers,
            "2 users deleted",
            "2 Benutzer gelöscht",
        ),
        (
            Action::RestoreUsers,
            "2 users restored",
            "2 Benutzer wiederhergestellt",
        ),
        (
            Action::PurgeUsers,
            "2 deleted users purged",
            "2 gelöschte Benutzer endgültig entfernt",
        ),
        (
            Action::ChangeLicenses,
            "Licenses of 2 users changed",
            "Lizenzen von 2 Benutzern geändert",
        ),
    ] {
        assert_eq!(english.done_to_many(action, "2"), in_english);
        assert_eq!(german.done_to_many(action, "2"), in_german);
    }
}
