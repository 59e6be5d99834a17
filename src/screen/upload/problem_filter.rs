//! Which problems of a file are shown: those in a column, or in none.

use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::domain::upload::RowProblem;
use crate::live::Signal;
use crate::session::Session;
use crate::session::address::listing::Filter;
use crate::session::address::problem_listing::ShownProblems;
use crate::session::address::route::Route;
use crate::text::UploadWords;
use crate::ui::{text, when};

/// Returns whether each of the first problems passes the filter, or `None` if all do.
pub fn kept(session: Session, problems: &[RowProblem], most: usize) -> Option<Vec<bool>> {
    let filter = filter(session);
    let is_kept = |problem: &RowProblem| match filter {
        ShownProblems::All => true,
        ShownProblems::In(column) => problem.column == Some(column),
        ShownProblems::Elsewhere => problem.column.is_none(),
    };
    let kept = || problems.iter().take(most).map(is_kept).collect();
    (filter != ShownProblems::All).then(kept)
}

fn filter(session: Session) -> ShownProblems {
    let route = session.navigation.route().read();
    route
        .upload_problems_listing()
        .map(|listing| listing.filter)
        .unwrap_or_default()
}

/// The filter by column. Columns are called as in the file.
pub fn filter_field(
    session: Session,
    customer: CustomerId,
    headings: Signal<Vec<String>>,
) -> AnyView {
    let texts = session.texts::<UploadWords>();
    let option = |filter_of: ShownProblems| {
        let label = move || match filter_of {
            ShownProblems::All => texts.all_columns.to_owned(),
            ShownProblems::In(column) => {
                let headings = headings.read();
                headings.get(column as usize).cloned().unwrap_or_default()
            }
            ShownProblems::Elsewhere => texts.whole_rows.to_owned(),
        };
        view! {
            <option
                value=filter_of.code().unwrap_or_default()
                selected=when(move || filter(session) == filter_of)
            >
                {text(label)}
            </option>
        }
    };
    let choose = move |event| {
        let route = session.navigation.route();
        let listing = route
            .read_untracked()
            .upload_problems_listing()
            .cloned()
            .unwrap_or_default();
        let listing = listing.filtered(ShownProblems::from_code(&event_target_value(&event)));
        session
            .navigation
            .adjust(Route::UploadUsers(customer, listing));
    };
    view! {
        <div class="filter">
            <label for="problem-column">{texts.column}</label>
            <select id="problem-column" on:change=choose>
                {ShownProblems::ALL.map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
