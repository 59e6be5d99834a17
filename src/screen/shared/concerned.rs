//! In a replay: the users whom a step concerns, marked in their list, which turns to their page.

use crate::live::{Effect, Memo, Signal};

use super::list::List;
use crate::browser::element;
use crate::domain::{CustomerId, UserNumber};
use crate::session::Session;
use crate::ui::{Cell, Weight};

/// The rows that are marked.
const MARKED: &str = "tr:has(> td.marked)";

/// Returns whom the step concerns that is shown; nobody outside replays. `numbers` are the users
/// of the list, by their positions.
pub fn concerned(
    session: Session,
    customer: CustomerId,
    list: List,
    numbers: Signal<Vec<UserNumber>>,
) -> Signal<Vec<UserNumber>> {
    let of_step = Memo::new(move |_| {
        let state = session.with_replay(|open| open.state);
        (state, session.concerned_users(customer))
    });
    Effect::new(move |_| {
        let (_, concerned) = of_step.get();
        let numbers = numbers.get_untracked();
        let is_concerned = |at: &usize| numbers.get(*at).is_some_and(|one| concerned.contains(one));
        let first = list
            .matching
            .with_untracked(|all| all.iter().position(is_concerned));
        if let Some(first) = first {
            list.turn_to(first);
            element::scroll_to_soon(MARKED);
        }
    });
    Signal::derive(move || of_step.get().1)
}

/// Marks a cell, in words in a line of their own as well as by its emphasis.
pub fn mark(session: Session, cell: &Cell) -> Cell {
    let text = format!("{}\n{}", cell.text, session.concerned_word());
    Cell::of(Weight::Marked, text)
}
