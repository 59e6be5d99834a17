//! "Filter users by…": which users the list shows.

use crate::live::{Effect, Memo, Signal};
use leptos::prelude::*;

use crate::domain::{Customer, CustomerId, Entitlement, User, UserFilter};
use crate::screen::shared::user_listing;
use crate::session::Session;
use crate::session::address::listing::{Filter, ShownUsers};
use crate::training::Act;
use crate::ui::{dynamic, when};

/// Returns whether each user passes the filter, or `None` if all do.
pub fn kept(session: Session, customer: CustomerId, filter: ShownUsers) -> Option<Vec<bool>> {
    let selected = match filter {
        ShownUsers::All => return None,
        ShownUsers::Selected => Some(session.selection.users().read()),
        ShownUsers::Only(_) => None,
    };
    let is_kept = |user: &User| match (filter, &selected) {
        (ShownUsers::Only(filter), _) => filter.matches(user),
        (_, Some(selected)) => selected.contains(&user.number),
        _ => true,
    };
    session.with_customer(customer, |customer| {
        customer.users.active().map(is_kept).collect()
    })
}

/// "Filter users by…": every filter with the number of users that it matches.
#[component]
pub fn FilterField(customer: CustomerId, filter: Signal<ShownUsers>) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let groups = Memo::new(move |_| {
        let selected = session.selection.users().read().len();
        let read = |customer: &Customer| groups(session, customer, selected);
        session.read_customer(customer, read)
    });
    // By this field or by a link.
    Effect::new(move |_| {
        if matches!(filter.get(), ShownUsers::Only(_)) {
            session.act(Act::Filtered);
        }
    });
    let option = move |(value, label): (ShownUsers, String)| {
        view! {
            <option value=code(value) selected=when(move || filter.get() == value)>
                {label}
            </option>
        }
    };
    let options = move || {
        let group = |(label, options): (&'static str, Vec<(ShownUsers, String)>)| {
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
                    let filter = ShownUsers::from_code(&event_target_value(&event));
                    user_listing::show(session, customer, filter);
                }
            >
                {dynamic(options)}
            </select>
        </div>
    }
}

fn code(filter: ShownUsers) -> String {
    filter.code().unwrap_or_default()
}

/// Returns the filters in groups with a heading (the first has none), with the number of matches.
fn groups(
    session: Session,
    customer: &Customer,
    selected: usize,
) -> Vec<(&'static str, Vec<(ShownUsers, String)>)> {
    let (words, sentences) = (session.words(), session.sentences());
    let users = &customer.users;
    let counted = |filter, label: &str, count: usize| {
        (filter, sentences.counted(label, &session.number(count)))
    };
    let matching = |filter: UserFilter, label| {
        let count = users.active().filter(|user| filter.matches(user)).count();
        counted(ShownUsers::Only(filter), label, count)
    };
    let products = customer.entitlements();
    let name = |seats: &Entitlement| {
        let mark = (seats.available() < 0).then(|| format!(" – {}", words.over_assigned));
        format!("{}{}", seats.sku.name, mark.unwrap_or_default())
    };
    let holding = |seats: &Entitlement| usize::try_from(seats.consumed).unwrap_or(usize::MAX);
    let with = |seats: &Entitlement| {
        let filter = ShownUsers::Only(UserFilter::Holding(seats.sku));
        counted(filter, &name(seats), holding(seats))
    };
    let without = |seats: &Entitlement| {
        let filter = ShownUsers::Only(UserFilter::NotHolding(seats.sku));
        counted(
            filter,
            &name(seats),
            users.len().saturating_sub(holding(seats)),
        )
    };
    let mut groups = vec![(
        "",
        vec![
            counted(ShownUsers::All, words.filter_all, users.len()),
            counted(ShownUsers::Selected, words.filter_selected, selected),
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
