//! Users and licenses: the list of a customer's users.

use crate::live::Signal;
use leptos::prelude::*;

use super::export::export_users;
use super::selection_bar::{FilterField, SelectionBar, kept};
use crate::browser::{element, intl};
use crate::domain::{Customer, CustomerId, Right, Sku, User};
use crate::screen::shared::customer_page;
use crate::screen::shared::list::List;
use crate::screen::shared::row_selection::Choice;
use crate::session::Session;
use crate::session::address::listing::{Listing, UserColumn, Users as Shown};
use crate::session::address::route::Route;
use crate::text::Language;
use crate::ui::{ActionButton, Cell, Glyph, Row, current, text};

/// The list of users.
#[component]
pub fn Users(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let language = untrack(|| session.language());
    element::set_title(&customer_page::title(
        session,
        customer,
        words.users_and_licenses,
    ));
    let of_users = move |read: &dyn Fn(&User) -> String| -> Vec<String> {
        session
            .with_customer(customer, |customer| {
                customer.users.active().map(read).collect()
            })
            .unwrap_or_default()
    };
    let numbers = Signal::memo(move |_| {
        let read = |customer: &Customer| {
            customer
                .users
                .active()
                .map(|user| user.number)
                .collect::<Vec<_>>()
        };
        session.with_customer(customer, read).unwrap_or_default()
    });
    let searched = Signal::memo(move |_| of_users(&searched_text));
    let filter = Signal::memo(move |before: Option<&Shown>| {
        let route = session.navigation.route().read();
        let listing = listing_of(&route);
        listing.map_or_else(
            || before.copied().unwrap_or_default(),
            |listing| listing.filter,
        )
    });
    let kept = Signal::memo(move |_| kept(session, customer, filter.get()));
    let sorted = move |column| of_users(&|user| cell(language, column, user));
    let list = List::new(
        session,
        listing_of,
        move |listing| Route::Users(customer, listing),
        searched,
        kept,
        sorted,
    );
    let choice = Choice::new(session, session.selection, list, numbers);
    let rows = Signal::memo(move |_| {
        let (numbers, page) = (numbers.read(), list.page());
        let read = |of: &Customer| {
            let users = page
                .iter()
                .filter_map(|at| numbers.get(*at))
                .filter_map(|number| of.users.get(*number));
            let over = over_assigned(of);
            users
                .map(|user| row(language, customer, user, &over))
                .collect::<Vec<_>>()
        };
        session.with_customer(customer, read).unwrap_or_default()
    });
    let heads = vec![
        list.head(UserColumn::DisplayName, words.display_name),
        list.head(UserColumn::UserName, words.user_name),
        list.head(UserColumn::Licenses, words.licenses),
        list.head(UserColumn::Permissions, words.permissions),
    ];
    let add = move || {
        view! {
            <ActionButton
                label=words.add_user
                glyph=Glyph::Add
                primary=true
                why_not=Signal::derive(move || session.why_not(Right::ManageUsers))
                on_press=move || session.navigation.go(Route::AddUser(customer))
            />
            <ActionButton
                label=words.upload_users
                glyph=Glyph::Upload
                why_not=Signal::derive(move || session.why_not(Right::ManageUsers))
                on_press=move || session.navigation.go(Route::upload_users(customer))
            />
        }
    };
    let empty = move || {
        view! {
            <div class="empty">
                <p>{words.no_users}</p>
                <p class="note">{words.no_users_hint}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.users_and_licenses}</h1>
            <div class="head-actions">{add()} {export_users(session, customer, choice)}</div>
        </div>
        <UsersTabs customer />
        <div class="tools">
            {list.search_box(words.search_users, words.search_users_hint)}
            <FilterField customer filter />
        </div>
        <SelectionBar customer choice />
        {list.table(words.users, heads, rows, choice.checks().into(), empty)}
    }
}

/// The tabs "Users" and "Deleted users (n)": links, since each has an address of its own.
#[component]
pub fn UsersTabs(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let route = session.navigation.route();
    let deleted = Signal::memo(move |_| {
        let now = session.now();
        session
            .with_customer(customer, |customer| customer.users.deleted_at(now).count())
            .unwrap_or_default()
    });
    let is_deleted = move || matches!(*route.read(), Route::DeletedUsers(..));
    view! {
        <nav class="tabs" aria-label=words.users_views>
            <a href=Route::users(customer).to_string() aria-current=current(move || !is_deleted())>
                {words.users}
            </a>
            <a href=Route::deleted_users(customer).to_string() aria-current=current(is_deleted)>
                {text(move || session.sentences().deleted_users(&session.number(deleted.get())))}
            </a>
        </nav>
    }
}

pub fn listing_of(route: &Route) -> Option<&Listing<UserColumn>> {
    match route {
        Route::Users(_, listing) => Some(listing),
        _ => None,
    }
}

pub fn searched_text(user: &User) -> String {
    let details = &user.details;
    let name = |name: &Option<crate::domain::PersonName>| {
        name.as_ref().map_or("", |name| name.as_str()).to_owned()
    };
    let (first, last) = (name(&details.first_name), name(&details.last_name));
    let (display, user) = (details.display_name.as_str(), details.user_name.as_str());
    intl::folded(&format!("{display}\n{user}\n{first}\n{last}"))
}

/// The products a user holds, in catalogue order.
pub fn license_names(user: &User) -> String {
    user.licenses
        .products()
        .map(|sku| sku.name)
        .collect::<Vec<_>>()
        .join(", ")
}

fn cell(language: Language, column: UserColumn, user: &User) -> String {
    match column {
        UserColumn::DisplayName => user.details.display_name.as_str().to_owned(),
        UserColumn::UserName => user.details.user_name.as_str().to_owned(),
        UserColumn::Licenses => license_names(user),
        UserColumn::Permissions => {
            let roles = user
                .details
                .roles
                .iter()
                .map(|role| language.sentences().admin_role(*role));
            roles.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The products of which more is assigned than there is.
fn over_assigned(customer: &Customer) -> Vec<Sku> {
    let over = customer.entitlements().into_iter();
    over.filter(|seats| seats.available() < 0)
        .map(|seats| seats.sku)
        .collect()
}

fn row(language: Language, customer: CustomerId, user: &User, over: &[Sku]) -> Row {
    let words = language.words();
    let licenses: Vec<String> = user
        .licenses
        .products()
        .map(|sku| {
            let mark = over.contains(&sku);
            let mark = mark.then(|| format!(" ({})", words.over_assigned));
            format!("{}{}", sku.name, mark.unwrap_or_default())
        })
        .collect();
    let or = |text: String, instead: &str| {
        if text.is_empty() {
            Cell::quiet(instead)
        } else {
            text.into()
        }
    };
    Row {
        link: Some(Route::User(customer, user.id).to_string()),
        cells: vec![
            cell(language, UserColumn::DisplayName, user).into(),
            cell(language, UserColumn::UserName, user).into(),
            or(licenses.join(", "), words.none),
            or(cell(language, UserColumn::Permissions, user), words.can_use),
        ],
    }
}
