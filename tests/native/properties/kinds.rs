//! The moves that the properties are about: how many of them come to what.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use seatwork::domain::{
    CustomerEvent, Decision, Event, LicenseResult, Refusal, RestoreResult, WorkspaceEvent,
};

use super::{Made, few_customers, make};
use crate::moves::moves;

/// Is it over problems, this kind among them?
fn is_problem(refusal: &Refusal, kind: &str) -> bool {
    match refusal {
        Refusal::Problems(problems) => problems
            .iter()
            .any(|problem| format!("{:?}", problem.kind).starts_with(kind)),
        _ => false,
    }
}

/// Properties over moves that are all refused, or none, would say little.
#[test]
fn the_moves_are_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let moves = moves(7000)
        .new_tree(&mut runner)
        .expect("they can be made")
        .current();
    let mut workspace = few_customers();
    let Made {
        decisions,
        refusals,
        undone,
        over_assigned,
        invalid,
        ..
    } = make(&moves, &mut workspace);
    let done = |is_meant: fn(&Decision) -> bool| {
        decisions
            .iter()
            .filter(|decision| is_meant(decision))
            .count()
    };
    let told = |is_meant: fn(&LicenseResult) -> bool| {
        let is_told = |decision: &&Decision| {
            let mut outcomes = decision.outcomes.iter();
            outcomes.any(|outcome| is_meant(&outcome.result))
        };
        decisions.iter().filter(is_told).count()
    };
    let refused = |is_meant: fn(&Refusal) -> bool| {
        refusals.iter().filter(|refusal| is_meant(refusal)).count()
    };
    let counts = [
        ("invalid", invalid),
        ("undone", undone),
        ("over-assigned", over_assigned),
        (
            "created",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersCreated { .. })
                )
            }),
        ),
        (
            "uploaded",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersUploaded { .. })
                )
            }),
        ),
        (
            "upload undone",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UploadUndone { .. })
                )
            }),
        ),
        (
            "limit changed",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Workspace(WorkspaceEvent::RecordLimitChanged { .. })
                )
            }),
        ),
        (
            "upload too late",
            refused(|one| matches!(one, Refusal::Upload(_))),
        ),
        (
            "undo of an upload too late",
            refused(|one| matches!(one, Refusal::ChangedSince(_))),
        ),
        (
            "edited",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UserEdited { .. })
                )
            }),
        ),
        (
            "licensed",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::LicensesChanged { .. })
                )
            }),
        ),
        (
            "bought",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::SubscriptionAdded { .. })
                )
            }),
        ),
        (
            "resized",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::QuantityChanged { .. })
                )
            }),
        ),
        (
            "suspended or reactivated",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::StatusChanged { .. })
                )
            }),
        ),
        (
            "renamed or moved",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::CustomerEdited { .. })
                )
            }),
        ),
        (
            "reset",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::PasswordsReset { .. })
                )
            }),
        ),
        (
            "deleted",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersDeleted { .. })
                )
            }),
        ),
        (
            "restored",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersRestored { .. })
                )
            }),
        ),
        (
            "restored under another name",
            done(
                |one| matches!(&one.change.event, Event::Customer(_, CustomerEvent::UsersRestored { renamed, .. }) if !renamed.is_empty()),
            ),
        ),
        (
            "restored without a license",
            done(|one| {
                let mut results = one.restored.iter().map(|outcome| &outcome.result);
                results.any(|result| {
                    matches!(result, RestoreResult::Restored { lost, .. } if !lost.is_empty())
                })
            }),
        ),
        (
            "purged",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersPurged { .. })
                )
            }),
        ),
        (
            "advanced",
            done(|one| {
                matches!(
                    one.change.event,
                    Event::Workspace(WorkspaceEvent::ClockAdvanced { .. })
                )
            }),
        ),
        (
            "nobody restored",
            refused(|one| matches!(one, Refusal::NobodyRestored(_))),
        ),
        ("name taken", refused(|one| is_problem(one, "NameTaken"))),
        ("not later", refused(|one| is_problem(one, "NotLater"))),
        (
            "with somebody refused",
            told(|result| matches!(result, LicenseResult::Refused(_))),
        ),
        (
            "with somebody gone",
            told(|result| *result == LicenseResult::Gone),
        ),
        (
            "with somebody unchanged",
            told(|result| *result == LicenseResult::Unchanged),
        ),
        (
            "not allowed",
            refused(|one| matches!(one, Refusal::NotAllowed { .. })),
        ),
        (
            "nothing to change",
            refused(|one| *one == Refusal::NothingToChange),
        ),
        (
            "nobody changed",
            refused(|one| matches!(one, Refusal::NobodyChanged(_))),
        ),
        ("no seat", refused(|one| is_problem(one, "NoSeat"))),
        (
            "not entitled",
            refused(|one| is_problem(one, "NotEntitled")),
        ),
        ("in use", refused(|one| is_problem(one, "SeatsInUse"))),
        (
            "changed meanwhile",
            refused(|one| is_problem(one, "ChangedMeanwhile")),
        ),
    ];
    assert!(counts.iter().all(|(_, count)| *count >= 5), "{counts:?}");
}
