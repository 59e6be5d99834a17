//! How often the moves of the properties have each result.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use seatwork::domain::{
    CustomerEvent, Decision, Event, LicenseResult, Refusal, RestoreResult, WorkspaceEvent,
};

use super::{Made, few_customers, make};
use crate::moves::moves;

/// Returns whether it is refused over a problem of this kind.
fn is_problem(refusal: &Refusal, kind: &str) -> bool {
    match refusal {
        Refusal::Problems(problems) => problems
            .iter()
            .any(|problem| format!("{:?}", problem.kind).starts_with(kind)),
        _ => false,
    }
}

/// Properties say little if all moves are refused, or none.
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
    let count_decisions = |is_meant: fn(&Decision) -> bool| {
        decisions
            .iter()
            .filter(|decision| is_meant(decision))
            .count()
    };
    let count_results = |is_meant: fn(&LicenseResult) -> bool| {
        let has_result = |decision: &&Decision| {
            let mut outcomes = decision.outcomes.iter();
            outcomes.any(|outcome| is_meant(&outcome.result))
        };
        decisions.iter().filter(has_result).count()
    };
    let count_refusals = |is_meant: fn(&Refusal) -> bool| {
        refusals.iter().filter(|refusal| is_meant(refusal)).count()
    };
    let counts = [
        ("invalid", invalid),
        ("undone", undone),
        ("over-assigned", over_assigned),
        (
            "created",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersCreated { .. })
                )
            }),
        ),
        (
            "uploaded",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersUploaded { .. })
                )
            }),
        ),
        (
            "upload undone",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UploadUndone { .. })
                )
            }),
        ),
        (
            "limit changed",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Workspace(WorkspaceEvent::RecordLimitChanged { .. })
                )
            }),
        ),
        (
            "upload too late",
            count_refusals(|one| matches!(one, Refusal::Upload(_))),
        ),
        (
            "undo of an upload too late",
            count_refusals(|one| matches!(one, Refusal::ChangedSince(_))),
        ),
        (
            "edited",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UserEdited { .. })
                )
            }),
        ),
        (
            "licensed",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::LicensesChanged { .. })
                )
            }),
        ),
        (
            "bought",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::SubscriptionAdded { .. })
                )
            }),
        ),
        (
            "resized",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::QuantityChanged { .. })
                )
            }),
        ),
        (
            "suspended or reactivated",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::StatusChanged { .. })
                )
            }),
        ),
        (
            "renamed or moved",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::CustomerEdited { .. })
                )
            }),
        ),
        (
            "reset",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::PasswordsReset { .. })
                )
            }),
        ),
        (
            "deleted",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersDeleted { .. })
                )
            }),
        ),
        (
            "restored",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersRestored { .. })
                )
            }),
        ),
        (
            "restored under another name",
            count_decisions(
                |one| matches!(&one.change.event, Event::Customer(_, CustomerEvent::UsersRestored { renamed, .. }) if !renamed.is_empty()),
            ),
        ),
        (
            "restored without a license",
            count_decisions(|one| {
                let mut results = one.restored.iter().map(|outcome| &outcome.result);
                results.any(|result| {
                    matches!(result, RestoreResult::Restored { lost, .. } if !lost.is_empty())
                })
            }),
        ),
        (
            "purged",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Customer(_, CustomerEvent::UsersPurged { .. })
                )
            }),
        ),
        (
            "advanced",
            count_decisions(|one| {
                matches!(
                    one.change.event,
                    Event::Workspace(WorkspaceEvent::ClockAdvanced { .. })
                )
            }),
        ),
        (
            "nobody restored",
            count_refusals(|one| matches!(one, Refusal::NobodyRestored(_))),
        ),
        (
            "name taken",
            count_refusals(|one| is_problem(one, "NameTaken")),
        ),
        (
            "not later",
            count_refusals(|one| is_problem(one, "NotLater")),
        ),
        (
            "with somebody refused",
            count_results(|result| matches!(result, LicenseResult::Refused(_))),
        ),
        (
            "with somebody gone",
            count_results(|result| *result == LicenseResult::Gone),
        ),
        (
            "with somebody unchanged",
            count_results(|result| *result == LicenseResult::Unchanged),
        ),
        (
            "not allowed",
            count_refusals(|one| matches!(one, Refusal::NotAllowed { .. })),
        ),
        (
            "nothing to change",
            count_refusals(|one| *one == Refusal::NothingToChange),
        ),
        (
            "nobody changed",
            count_refusals(|one| matches!(one, Refusal::NobodyChanged(_))),
        ),
        ("no seat", count_refusals(|one| is_problem(one, "NoSeat"))),
        (
            "not entitled",
            count_refusals(|one| is_problem(one, "NotEntitled")),
        ),
        (
            "in use",
            count_refusals(|one| is_problem(one, "SeatsInUse")),
        ),
        (
            "changed meanwhile",
            count_refusals(|one| is_problem(one, "ChangedMeanwhile")),
        ),
    ];
    assert!(counts.iter().all(|(_, count)| *count >= 5), "{counts:?}");
}
