//! Users and licenses: the list of a customer's users.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::export::export_users;
use super::filter::{FilterField, kept};
use super::selection_bar::SelectionBar;
use super::tabs::UsersTabs;
use crate::domain::{Customer, CustomerId, Right, Sku, User};
use crate::screen::shared::concerned::{concerned, mark};
use crate::screen::shared::customer_page;
use crate::screen::shared::list::List;
use crate::screen::shared::row_selection::RowSelection;
use crate::screen::shared::user_columns::{license_names, permission_names, searched_text};
use crate::session::Session;
use crate::session::address::listing::{ShownUsers, UserColumn};
use crate::session::address::route::Route;
use crate::text::{Language, Words};
use crate::ui::{ActionButton, Cell, Glyph, Row};

/// The list of users.
#[component]
pub fn UserList(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let language = untrack(|| session.language());
    customer_page::set_title(session, customer, words.users_and_licenses);
    let of_users = move |read: &dyn Fn(&User) -> String| -> Vec<String> {
        session.read_customer(customer, |customer| {
            customer.users.active().map(read).collect()
        })
    };
    let numbers = Memo::new(move |_| {
        let read = |customer: &Customer| {
            customer
                .users
                .active()
                .map(|user| user.number)
                .collect::<Vec<_>>()
        };
        session.read_customer(customer, read)
    });
    let filter = Memo::new(move |before: Option<&ShownUsers>| {
        let route = session.navigation.route().read();
        let listing = route.users_listing();
        listing.map_or_else(
            || before.copied().unwrap_or_default(),
            |listing| listing.filter,
        )
    });
    let kept = Memo::new(move |_| kept(session, customer, filter.get()));
    let sorted = move |column| of_users(&|user| cell(language, column, user));
    let list = List::new(
        session,
        Route::users_listing,
        move |listing| Route::Users(customer, listing),
        move || of_users(&searched_text),
        kept.into(),
        sorted,
    );
    let selection = RowSelection::new(session, session.selection, list, numbers.into());
    let concerned = concerned(session, customer, list, numbers.into());
    let rows = Memo::new(move |_| {
        let (numbers, page, concerned) = (numbers.read(), list.page(), concerned.read());
        let read = |record: &Customer| {
            let users = page
                .iter()
                .filter_map(|at| numbers.get(*at))
                .filter_map(|number| record.users.get(*number));
            let over = over_assigned(record);
            users
                .map(|user| {
                    let is_concerned = concerned.contains(&user.number);
                    row(session, customer, user, &over, is_concerned)
                })
                .collect::<Vec<_>>()
        };
        session.read_customer(customer, read)
    });
    let heads = UserColumn::ALL.map(|column| list.head(column, heading(words, column)));
    let add = move || {
        view! {
            <ActionButton
                label=words.add_user
                glyph=Glyph::Add
                primary=Memo::new(move |_| session.selection.users().read().is_empty())
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
    let empty = move || nobody(session, customer);
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.users_and_licenses}</h1>
            <div class="head-actions">{add()} {export_users(session, customer, selection)}</div>
        </div>
        <UsersTabs customer />
        <div class="tools">
            {list.search_box(words.search_users, words.search_users_hint)}
            <FilterField customer filter=filter.into() />
        </div>
        <SelectionBar customer list rows=selection />
        {list.table(words.users, heads.into(), rows.into(), selection.checks().into(), empty)}
    }
}

/// What is shown when the customer has no users: nobody yet, or all were deleted.
fn nobody(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let now = session.now();
    let count = |customer: &Customer| customer.users.deleted_at(now).count();
    let (text, hint) = match session.read_customer(customer, count) {
        0 => (
            words.no_users,
            view! { <p class="note">{words.no_users_hint}</p> }.into_any(),
        ),
        count => {
            let deleted = session.sentences().deleted_users(&session.number(count));
            let address = session.link(&Route::deleted_users(customer));
            (
                words.all_deleted,
                view! { <a href=address>{deleted}</a> }.into_any(),
            )
        }
    };
    view! {
        <div class="empty">
            <p>{text}</p>
            {hint}
        </div>
    }
    .into_any()
}

fn heading(words: &Words, column: UserColumn) -> &'static str {
    match column {
        UserColumn::DisplayName => words.display_name,
        UserColumn::UserName => words.user_name,
        UserColumn::Licenses => words.licenses,
        UserColumn::Permissions => words.permissions,
    }
}

/// Returns the text that the column shows and is sorted by.
fn cell(language: Language, column: UserColumn, user: &User) -> String {
    match column {
        UserColumn::DisplayName => user.details.display_name.as_str().to_owned(),
        UserColumn::UserName => user.details.user_name.as_str().to_owned(),
        UserColumn::Licenses => license_names(user),
        UserColumn::Permissions => permission_names(language, user),
    }
}

/// Returns the over-assigned products.
fn over_assigned(customer: &Customer) -> Vec<Sku> {
    let over = customer.entitlements().into_iter();
    over.filter(|seats| seats.available() < 0)
        .map(|seats| seats.sku)
        .collect()
}

fn row(
    session: Session,
    customer: CustomerId,
    user: &User,
    over: &[Sku],
    is_concerned: bool,
) -> Row {
    let language = untrack(|| session.language());
    let words = language.words();
    let shown = |column| match (column, cell(language, column, user)) {
        (UserColumn::Licenses, text) if text.is_empty() => Cell::quiet(words.none),
        (UserColumn::Permissions, text) if text.is_empty() => Cell::quiet(words.can_use),
        (UserColumn::Licenses, _) => marked_licenses(words, user, over).into(),
        (UserColumn::UserName, text) if is_concerned => mark(session, &text.into()),
        (_, text) => text.into(),
    };
    Row {
        link: Some(session.link(&Route::User(customer, user.id))),
        cells: UserColumn::ALL.map(shown).into(),
    }
}

/// Returns the names of the user's products, with a mark at over-assigned ones.
fn marked_licenses(words: &Words, user: &User, over: &[Sku]) -> String {
    let names = user.licenses.products().map(|sku| {
        let mark = over.contains(&sku);
        let mark = mark.then(|| format!(" ({})", words.over_assigned));
        format!("{}{}", sku.name, mark.unwrap_or_default())
    });
    names.collect::<Vec<_>>().join(", ")
}
