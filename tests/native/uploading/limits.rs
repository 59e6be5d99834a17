//! How many users a file may have.

use seatwork::domain::upload::RecordLimit;
use seatwork::domain::{Command, Event, ProblemKind, Refusal, WorkspaceCommand, WorkspaceEvent};

use super::limit;
use crate::support::{at, carry_out, company, decided, only};

#[test]
fn a_limit_is_typed_in_digits_only() {
    for (text, expected) in [
        ("100", Ok(100)),
        ("101", Ok(101)),
        (" 500 ", Ok(500)),
        ("50000", Ok(50_000)),
        ("00100", Ok(100)),
        ("", Err(ProblemKind::Required)),
        (" \t", Err(ProblemKind::Required)),
        ("99", Err(ProblemKind::NotARecordLimit)),
        ("0", Err(ProblemKind::NotARecordLimit)),
        ("50001", Err(ProblemKind::NotARecordLimit)),
        ("99999999999999999999", Err(ProblemKind::NotARecordLimit)),
        ("1.000", Err(ProblemKind::NotARecordLimit)),
        ("1,000", Err(ProblemKind::NotARecordLimit)),
        ("1 000", Err(ProblemKind::NotARecordLimit)),
        ("1e3", Err(ProblemKind::NotARecordLimit)),
        ("+500", Err(ProblemKind::NotARecordLimit)),
        ("-500", Err(ProblemKind::NotARecordLimit)),
        ("500.0", Err(ProblemKind::NotARecordLimit)),
        ("٥٠٠", Err(ProblemKind::NotARecordLimit)),
        ("five hundred", Err(ProblemKind::NotARecordLimit)),
    ] {
        assert_eq!(
            RecordLimit::parse(text).map(RecordLimit::get),
            expected,
            "{text:?}"
        );
    }
    for (number, is_one) in [(99, false), (100, true), (50_000, true), (50_001, false)] {
        assert_eq!(RecordLimit::new(number).is_some(), is_one, "{number}");
    }
}

#[test]
fn a_workspace_begins_with_the_limit_of_the_real_service() {
    let workspace = only(company(vec![]));
    assert_eq!(workspace.record_limit(), RecordLimit::REAL);
    assert_eq!(RecordLimit::default().get(), 100);
}

#[test]
fn the_limit_is_changed_and_changed_back() {
    let mut workspace = only(company(vec![]));
    let before = workspace.clone();
    let raise = Command::Workspace(WorkspaceCommand::SetRecordLimit(limit(500)));
    let decision = carry_out(&mut workspace, &raise, at(1));
    let Event::Workspace(WorkspaceEvent::RecordLimitChanged { before: was, limit }) =
        decision.change.event
    else {
        panic!("{decision:?}");
    };
    assert_eq!((was.get(), limit.get()), (100, 500));
    assert_eq!(workspace.record_limit(), limit);
    assert_eq!(
        decided(&workspace, &raise, at(2)),
        Err(Refusal::NothingToChange)
    );

    let undo = decision.undo.expect("it can be taken back");
    assert_eq!(
        undo,
        Command::Workspace(WorkspaceCommand::SetRecordLimit(RecordLimit::REAL))
    );
    let back = carry_out(&mut workspace, &undo, at(3));
    assert_eq!(workspace.record_limit(), before.record_limit());
    assert!(workspace.customers().eq(before.customers()));
    let again = back.undo.expect("and that as well");
    carry_out(&mut workspace, &again, at(4));
    assert_eq!(workspace.record_limit(), limit);
}
