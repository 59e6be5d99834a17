//! Which users the list shows, and who of them is selected.

use crate::live::Signal;
use leptos::prelude::*;

use super::list::listing_of;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, Entitlement, Right, UserFilter};
use crate::screen::shared::row_selection::Choice;
use crate::screen::shared::saving_form::Saving;
use crate::screen::shared::user_question::Question;
use crate::session::Session;
use crate::session::address::listing::{Filter, Listing, UserColumn, Users};
use crate::session::address::route::Route;
use crate::ui::{ActionButton, dynamic, text, when};

/// Whether each user passes the filter; none where everybody does.
pub fn kept(session: Session, customer: CustomerId, filter: Users) -> Option<Vec<bool>> {
    let selected = match filter {
        Users::All => return None,
        Users::Selected => Some(session.selection.users().read()),
        Users::Only(_) => None,
    };
    let is_kept = |user: &crate::domain::User| match (filter, &selected) {
        (Users::Only(filter), _) => filter.matches(user),
        (_, Some(selected)) => selected.contains(&user.number),
        _ => true,
    };
    session.with_customer(customer, |of| of.users.active().map(is_kept).collect())
}

/// Shows the list with another filter.
fn show(session: Session, customer: CustomerId, filter: Users) {
    let route = session.navigation.route();
    let listing = listing_of(&route.read_untracked())
        .cloned()
        .unwrap_or_default();
    let adjusted = Route::Users(customer, listing.filtered(filter));
    session.navigation.adjust(adjusted);
}

/// Nobody is selected any more: shows everybody, where only the selected were shown.
pub fn show_others(session: Session, customer: CustomerId) {
    let is_empty = session.selection.users().read_untracked().is_empty();
    let route = session.navigation.route().get_untracked();
    let only = listing_of(&route).is_some_and(|listing| listing.filter == Users::Selected);
    if is_empty && only {
        show(session, customer, Users::All);
    }
}

/// "Filter users by…": every filter with the number of users that it matches.
#[component]
pub fn FilterField(
    /// Whose users.
    customer: CustomerId,
    /// The filter.
    filter: Signal<Users>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let groups = Signal::memo(move |_| {
        let selected = session.selection.users().read().len();
        let read = |of: &Customer| groups(session, of, selected);
        session.with_customer(customer, read).unwrap_or_default()
    });
    let option = move |(value, label): (Users, String)| {
        view! {
            <option value=code(value) selected=when(move || filter.get() == value)>
                {label}
            </option>
        }
    };
    let options = move || {
        let group = |(label, options): (&'static str, Vec<(Users, String)>)| {
            let options = options.into_iter().map(option).collect_view();
            if label.is_empty() {
                options.into_any()
            } else {
                view! { <optgroup label=label>{options}</optgroup> }.into_any()
            }
        };
        groups
            .get()
            .into_iter()
            .map(group)
            .collect_view()
            .into_any()
    };
    view! {
        <div class="filter">
            <label for="filter-users">{words.filter_users}</label>
            <select
                id="filter-users"
                on:change=move |event| {
                    show(session, customer, Users::from_code(&event_target_value(&event)));
                }
            >
                {dynamic(options)}
            </select>
        </div>
    }
}

fn code(filter: Users) -> String {
    filter.code().unwrap_or_default()
}

/// The filters in groups with a heading (the first has none), each with the number of users that it matches.
fn groups(
    session: Session,
    customer: &Customer,
    selected: usize,
) -> Vec<(&'static str, Vec<(Users, String)>)> {
    let (words, sentences) = (session.words(), session.sentences());
    let users = &customer.users;
    let counted = |filter, label: &str, count: usize| {
        (filter, sentences.counted(label, &session.number(count)))
    };
    let matching = |filter: UserFilter, label| {
        let count = users.active().filter(|user| filter.matches(user)).count();
        counted(Users::Only(filter), label, count)
    };
    let products = customer.entitlements();
    let name = |seats: &Entitlement| {
        let mark = (seats.available() < 0).then(|| format!(" – {}", words.over_assigned));
        format!("{}{}", seats.sku.name, mark.unwrap_or_default())
    };
    let holding = |seats: &Entitlement| usize::try_from(seats.consumed).unwrap_or(usize::MAX);
    let with = |seats: &Entitlement| {
        let filter = Users::Only(UserFilter::Holding(seats.sku));
        counted(filter, &name(seats), holding(seats))
    };
    let without = |seats: &Entitlement| {
        let filter = Users::Only(UserFilter::NotHolding(seats.sku));
        counted(
            filter,
            &name(seats),
            users.len().saturating_sub(holding(seats)),
        )
    };
    let mut groups = vec![(
        "",
        vec![
            counted(Users::All, words.filter_all, users.len()),
            counted(Users::Selected, words.filter_selected, selected),
            matching(UserFilter::Unlicensed, words.filter_unlicensed),
            matching(UserFilter::Licensed, words.filter_licensed),
            matching(UserFilter::Administrators, words.filter_administrators),
            matching(UserFilter::WithoutLocation, words.filter_no_location),
        ],
    )];
    if !products.is_empty() {
        groups.push((words.filter_with, products.iter().map(with).collect()));
        groups.push((words.filter_without, products.iter().map(without).collect()));
    }
    groups
}

/// How many are selected, and what can be done with them.
#[component]
pub fn SelectionBar(
    /// Whose users.
    customer: CustomerId,
    /// The list.
    choice: Choice,
) -> impl IntoView {
    let session = Session::get();
    let (words, sentences) = (session.words(), session.sentences());
    let count = Signal::memo(move |_| session.selection.users().read().len());
    let nobody = when(move || count.get() == 0);
    let only_selected = {
        let listing = Listing::<UserColumn>::default().filtered(Users::Selected);
        Route::Users(customer, listing).to_string()
    };
    let select_first =
        Signal::derive(move || (count.get() == 0).then(|| words.select_first.to_owned()));
    let why_not = move || {
        let role = session.why_not(Right::AssignLicenses);
        role.or_else(|| select_first.get())
    };
    let question = Question::new(
        session,
        customer,
        None,
        session.selection.users(),
        Saving::new(session),
    );
    let cleared = move || {
        show_others(session, customer);
        // The button is gone with the selection.
        element::focus_soon("#filter-users");
    };
    view! {
        <div class="selection">
            <p role="status">
                <a href=only_selected hidden=nobody>
                    {text(move || sentences.selected_users(&session.number(count.get())))}
                </a>
            </p>
            {choice.buttons(count, cleared)}
            <div class="work">
                <ActionButton
                    label=words.manage_licenses
                    why_not=Signal::derive(why_not)
                    on_press=move || session.navigation.go(Route::ManageLicenses(customer, None))
                />
                {question.buttons(select_first)}
            </div>
            {question.dialog()}
        </div>
    }
}
