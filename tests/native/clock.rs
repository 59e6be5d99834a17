//! The workspace's clock: ahead of the browser's by what it was advanced, and never back.

use seatwork::domain::{
    Advance, Change, Command, CustomerCommand, END_OF_TIME, Event, Field, Licenses, Moment,
    Problem, ProblemKind, RESTORE_WINDOW, Refusal, UserNumber, Workspace, WorkspaceCommand,
    WorkspaceEvent, day, evolve,
};
use seatwork::journal::StoredRecord;
use seatwork::text::Language;

use crate::support::{
    DAY, HOUR, admin, at, carry_out, company, creation, decided, deletion, only, user, with_users,
};

fn moment(text: &str) -> Moment {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn office() -> Workspace {
    only(with_users(
        company(vec![]),
        [user(1, "ann", Licenses::default())],
    ))
}

fn advance(workspace: &mut Workspace, advance: Advance, clock: Moment) -> Change {
    carry_out(
        workspace,
        &Command::Workspace(WorkspaceCommand::AdvanceClock(advance)),
        clock,
    )
    .change
}

fn refusal_to_advance(
    workspace: &Workspace,
    advance: Advance,
    clock: Moment,
) -> Option<ProblemKind> {
    match decided(
        workspace,
        &Command::Workspace(WorkspaceCommand::AdvanceClock(advance)),
        clock,
    ) {
        Ok(_) => None,
        Err(Refusal::Problems(problems)) => {
            let [Problem { field, kind }] = &problems[..] else {
                panic!("{problems:?}");
            };
            assert_eq!(*field, Field::Day);
            Some(kind.clone())
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn the_time_is_the_browsers_as_long_as_nobody_advances_it() {
    let workspace = office();
    for millis in [-DAY, 0, 1, DAY] {
        assert_eq!(workspace.now(at(millis)), at(millis));
    }
    assert_eq!(workspace.ahead().num_milliseconds(), 0);
}

#[test]
fn days_are_24_hours_from_now_on_and_add_up() {
    let mut workspace = office();
    let mut passed = 0;
    for days in [1_i64, 7, 30, 365] {
        let clock = at(passed);
        let now = workspace.now(clock);
        let days_forward = Advance::Days(u16::try_from(days).expect("it is small"));
        let change = advance(&mut workspace, days_forward, clock);
        let expected = now + chrono::TimeDelta::days(days);
        assert_eq!(change.at, expected, "it is dated with the new time");
        assert_eq!(workspace.now(clock), expected);
        assert_eq!(workspace.latest_change(), Some(expected));
        let Event::Workspace(WorkspaceEvent::ClockAdvanced { by, ahead }) = change.event else {
            panic!("{change:?}");
        };
        assert_eq!((by.num_days(), ahead), (days, workspace.ahead()));
        passed += 3 * HOUR;
        assert_eq!(
            workspace.now(at(passed)),
            expected + chrono::TimeDelta::hours(3),
            "and it goes on"
        );
    }
    assert_eq!(workspace.ahead().num_days(), 1 + 7 + 30 + 365);
}

#[test]
fn a_day_to_advance_to_begins_at_midnight_utc() {
    let mut workspace = office();
    let clock = moment("2026-09-21T14:13:20Z");
    let to = moment("2027-03-01T00:00:00Z");
    let change = advance(&mut workspace, Advance::To(to), clock);
    assert_eq!((change.at, workspace.now(clock)), (to, to));
    assert_eq!(day("2027-03-01"), Ok(to));
}

#[test]
fn the_clock_never_goes_backwards_and_not_beyond_the_year_9999() {
    let (late, back) = (Some(ProblemKind::TooLate), Some(ProblemKind::NotLater));
    let second = |text| Advance::To(moment(text));
    let mut advanced = office();
    advance(&mut advanced, Advance::Days(30), at(0));
    for (to, of_browser, of_advanced) in [
        (Advance::Days(0), back.clone(), back.clone()),
        (Advance::Days(1), None, None),
        (Advance::Days(u16::MAX), None, None),
        (Advance::To(at(-1)), back.clone(), back.clone()),
        (Advance::To(at(0)), back.clone(), back.clone()),
        (Advance::To(at(1)), None, back.clone()),
        (Advance::To(at(30 * DAY)), None, back.clone()),
        (Advance::To(at(30 * DAY + 1)), None, None),
        (Advance::To(Moment::MIN_UTC), back.clone(), back.clone()),
        (second("0000-01-01T00:00:00Z"), back.clone(), back.clone()),
        (second("9999-12-31T00:00:00Z"), None, None),
        (second("9999-12-31T23:59:59.999Z"), None, None),
        (second("+10000-01-01T00:00:00Z"), late.clone(), late.clone()),
        (Advance::To(Moment::MAX_UTC), late.clone(), late),
    ] {
        assert_eq!(
            refusal_to_advance(&office(), to, at(0)),
            of_browser,
            "{to:?}"
        );
        assert_eq!(
            refusal_to_advance(&advanced, to, at(0)),
            of_advanced,
            "{to:?}"
        );
    }
    assert_eq!(END_OF_TIME, moment("9999-12-31T23:59:59.999Z"));
}

#[test]
fn at_the_end_of_time_the_clock_stands_and_everything_else_still_works() {
    let mut workspace = office();
    advance(&mut workspace, Advance::To(END_OF_TIME), at(0));
    for days in [1, u16::MAX] {
        let advance = Advance::Days(days);
        assert_eq!(
            refusal_to_advance(&workspace, advance, at(1)),
            Some(ProblemKind::TooLate)
        );
    }
    let same = Advance::To(END_OF_TIME);
    assert_eq!(
        refusal_to_advance(&workspace, same, at(1)),
        Some(ProblemKind::NotLater)
    );
    let customer = company(vec![]);
    let delete = deletion(&customer, &[1]);
    let change = carry_out(&mut workspace, &delete, at(5)).change;
    assert_eq!(change.at, END_OF_TIME);
    let text = StoredRecord::write(&change, 1, 0).expect("it has JSON");
    assert_eq!(
        StoredRecord::read(&text, 1).map(|record| record.change),
        Ok(change)
    );
    let customer = workspace.customers().next().expect("there is one");
    let deleted = customer.users.get_deleted(UserNumber(1));
    assert_eq!(
        deleted.map(|one| one.window().days_left_at(workspace.now(at(6)))),
        Some(30)
    );
    for later in [at(DAY), at(1_000_000 * DAY), Moment::MAX_UTC] {
        assert_eq!(workspace.now(later), END_OF_TIME);
    }
}

/// The browser's clock is set back, or a laptop wakes up in 1970.
#[test]
fn a_clock_that_jumps_back_does_not_take_the_workspace_with_it() {
    for jump in [-1, -HOUR, -400 * DAY, -20_000 * DAY] {
        let mut workspace = office();
        let create = creation(&company(vec![]), "jo", Licenses::default());
        carry_out(&mut workspace, &create, at(0));
        assert_eq!(workspace.now(at(jump)), at(0), "it stands still");
        assert_eq!(
            workspace.now(at(jump) + chrono::TimeDelta::milliseconds(1)),
            at(0)
        );
        let change = advance(&mut workspace, Advance::Days(1), at(jump));
        assert_eq!(change.at, at(DAY));
        assert_eq!(workspace.now(at(jump)), at(DAY));
        assert_eq!(
            workspace.now(at(jump + 5)),
            at(DAY + 5),
            "and goes on from there"
        );
        assert_eq!(
            refusal_to_advance(&workspace, Advance::To(at(DAY)), at(jump)),
            Some(ProblemKind::NotLater)
        );
        let back = carry_out(
            &mut workspace,
            &deletion(&company(vec![]), &[1]),
            at(jump - 9),
        );
        assert_eq!(back.change.at, at(DAY));
    }
}

/// Of two advances decided on the same clock, the larger one counts.
#[test]
fn a_smaller_lead_does_not_take_back_a_larger_one() {
    let mut workspace = office();
    advance(&mut workspace, Advance::Days(30), at(0));
    let smaller = Change {
        at: at(30 * DAY),
        by: admin(),
        event: Event::Workspace(WorkspaceEvent::ClockAdvanced {
            by: chrono::TimeDelta::days(1),
            ahead: chrono::TimeDelta::days(1),
        }),
    };
    evolve(&mut workspace, &smaller).expect("it fits");
    assert_eq!(workspace.now(at(0)), at(30 * DAY));
    assert_eq!(workspace.ahead().num_days(), 30);
}

/// An advance cannot be undone and changes no user: purging is a change of its own.
#[test]
fn advancing_changes_the_time_and_nothing_else() {
    let mut workspace = office();
    carry_out(&mut workspace, &deletion(&company(vec![]), &[1]), at(0));
    let before = workspace.customers().next().cloned();
    let decision = carry_out(
        &mut workspace,
        &Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31))),
        at(1),
    );
    assert_eq!(decision.undo, None);
    assert!(decision.once.is_empty() && decision.restored.is_empty());
    assert_eq!(workspace.customers().next(), before.as_ref());
    assert_eq!(workspace.to_purge_at(workspace.now(at(1))).len(), 1);
    assert!(workspace.to_purge_at(at(1)).is_empty());
}

#[test]
fn users_to_be_purged_are_counted_beforehand_by_customer() {
    let mut workspace = office();
    let id = workspace.customers().next().expect("an office").id;
    let command = CustomerCommand::DeleteUsers {
        users: [UserNumber(1)].into(),
    };
    carry_out(&mut workspace, &command.about(id), at(1_000));
    let end = at(1_000) + RESTORE_WINDOW;
    let short = end - chrono::TimeDelta::milliseconds(1);
    assert_eq!(workspace.to_purge_between(at(1_000), short), (0, 0));
    assert_eq!(workspace.to_purge_between(at(1_000), end), (1, 1));
    assert_eq!(workspace.to_purge_between(short, end), (1, 1));
    // Whoever is gone already is not counted again.
    assert_eq!(workspace.to_purge_between(end, at(400 * DAY)), (0, 0));
}

#[test]
fn what_advancing_will_purge_is_said_in_both_languages() {
    let [english, german] = [Language::English, Language::German].map(Language::sentences);
    for (users, customers, in_english, in_german) in [
        (
            0,
            0,
            "No deleted users will be purged.",
            "Es werden keine gelöschten Benutzer endgültig entfernt.",
        ),
        (
            1,
            1,
            "1 deleted user of 1 customer will be purged.",
            "1 gelöschter Benutzer von 1 Kunden wird endgültig entfernt.",
        ),
        (
            29,
            6,
            "29 deleted users of 6 customers will be purged.",
            "29 gelöschte Benutzer von 6 Kunden werden endgültig entfernt.",
        ),
    ] {
        let [number, of] = [users, customers].map(|count: usize| count.to_string());
        let counts = [(users, &*number), (customers, &*of)];
        assert_eq!(english.will_purge(counts), in_english);
        assert_eq!(german.will_purge(counts), in_german);
    }
}

#[test]
fn what_advancing_has_purged_is_said_in_both_languages() {
    let [english, german] = [Language::English, Language::German].map(Language::sentences);
    for (purged, in_english, in_german) in [
        (
            1,
            " 1 deleted user can no longer be restored and was purged.",
            " 1 gelöschter Benutzer lässt sich nicht mehr wiederherstellen und wurde endgültig \
             entfernt.",
        ),
        (
            29,
            " 29 deleted users can no longer be restored and were purged.",
            " 29 gelöschte Benutzer lassen sich nicht mehr wiederherstellen und wurden endgültig \
             entfernt.",
        ),
    ] {
        let number = purged.to_string();
        assert!(
            english
                .clock_advanced("", purged, &number)
                .ends_with(in_english)
        );
        assert!(
            german
                .clock_advanced("", purged, &number)
                .ends_with(in_german)
        );
    }
}

#[test]
fn a_day_is_read_as_a_date_field_writes_it() {
    for (text, read) in [
        ("2026-11-22", Ok("2026-11-22T00:00:00Z")),
        (" 2026-11-22\t", Ok("2026-11-22T00:00:00Z")),
        ("2028-02-29", Ok("2028-02-29T00:00:00Z")),
        ("2000-02-29", Ok("2000-02-29T00:00:00Z")),
        ("2026-02-29", Err(ProblemKind::NotADay)),
        ("2100-02-29", Err(ProblemKind::NotADay)),
        ("2026-02-30", Err(ProblemKind::NotADay)),
        ("2026-04-31", Err(ProblemKind::NotADay)),
        ("2026-12-31", Ok("2026-12-31T00:00:00Z")),
        ("9999-12-31", Ok("9999-12-31T00:00:00Z")),
        ("0001-01-01", Ok("0001-01-01T00:00:00Z")),
        ("", Err(ProblemKind::Required)),
        (" \t", Err(ProblemKind::Required)),
        ("2026-13-01", Err(ProblemKind::NotADay)),
        ("2026-00-01", Err(ProblemKind::NotADay)),
        ("2026-01-00", Err(ProblemKind::NotADay)),
        ("2026-1-1", Err(ProblemKind::NotADay)),
        ("26-01-01", Err(ProblemKind::NotADay)),
        ("+2026-01-01", Err(ProblemKind::NotADay)),
        ("-026-01-01", Err(ProblemKind::NotADay)),
        ("10000-01-01", Err(ProblemKind::NotADay)),
        ("2026-01-01T00:00", Err(ProblemKind::NotADay)),
        ("2026-01-01-", Err(ProblemKind::NotADay)),
        ("2026-01-01-01", Err(ProblemKind::NotADay)),
        ("2026-01", Err(ProblemKind::NotADay)),
        ("2026/01/01", Err(ProblemKind::NotADay)),
        ("01.02.2026", Err(ProblemKind::NotADay)),
        ("2026 01 01", Err(ProblemKind::NotADay)),
        ("２０２６-01-01", Err(ProblemKind::NotADay)),
        ("2026-0x-01", Err(ProblemKind::NotADay)),
        ("tomorrow", Err(ProblemKind::NotADay)),
        ("🦀", Err(ProblemKind::NotADay)),
    ] {
        assert_eq!(day(text), read.map(moment), "{text:?}");
    }
}
