//! Putting the workspace's clock forward.

use chrono::TimeDelta;

use super::refusal::Refusal;
use super::ruling::{Ruling, WorkspaceRuling};
use crate::domain::{Advance, END_OF_TIME, Event, Field, Moment, ProblemKind, WorkspaceEvent};

/// Puts the clock forward. `clock` is the time of the browser, `now` that of the workspace.
pub(super) fn advance(
    clock: Moment,
    now: Moment,
    advance: Advance,
) -> Result<WorkspaceRuling, Refusal> {
    let to = match advance {
        Advance::Days(days) => now.checked_add_signed(TimeDelta::days(days.into())),
        Advance::To(moment) => Some(moment),
    };
    let to = to.unwrap_or(Moment::MAX_UTC);
    let wrong = |kind: ProblemKind| Err(Refusal::Problems(vec![kind.at(Field::Day)]));
    if to > END_OF_TIME {
        return wrong(ProblemKind::TooLate);
    }
    if to <= now {
        return wrong(ProblemKind::NotLater);
    }
    let event = WorkspaceEvent::ClockAdvanced {
        by: to.signed_duration_since(now),
        ahead: to.signed_duration_since(clock),
    };
    Ok(Ruling {
        // Dated with the new time, so that time does not go back whatever the browser's clock does.
        at: Some(to),
        ..Event::Workspace(event).into()
    })
}
