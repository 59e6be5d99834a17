//! Deleted users: who can still be restored, and for how long.

use crate::live::Signal;
use leptos::prelude::*;

use super::customer;
use super::users::{UsersTabs, license_names};
use crate::browser::{element, intl};
use crate::domain::{Customer, CustomerId, positions};
use crate::session::Session;
use crate::ui::{Cell, Head, Row, Table, when};

/// The tab "Deleted users (n)".
#[component]
pub fn DeletedUsers(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.deleted_users));
    let rows = Signal::memo(move |_| {
        let now = session.now();
        let read = |customer: &Customer| {
            let deleted: Vec<_> = customer.users.deleted_at(now).collect();
            let deleted_at = |at: usize| deleted.get(at).map(|one| one.deleted_at);
            // The latest first.
            let order = positions(deleted.len(), &mut |one, other| {
                deleted_at(other).cmp(&deleted_at(one))
            });
            let cells = |deleted: &crate::domain::DeletedUser| {
                let licenses = license_names(&deleted.user);
                vec![
                    deleted.user.details.display_name.as_str().to_owned().into(),
                    deleted.user.details.user_name.as_str().to_owned().into(),
                    intl::moment(words.language_tag, deleted.deleted_at).into(),
                    session.number(deleted.days_left_at(now)).into(),
                    if licenses.is_empty() {
                        Cell::quiet(words.none)
                    } else {
                        licenses.into()
                    },
                ]
            };
            order
                .into_iter()
                .filter_map(|at| deleted.get(at))
                .map(|deleted| Row {
                    link: None,
                    cells: cells(deleted),
                })
                .collect::<Vec<_>>()
        };
        session.with_customer(customer, read).unwrap_or_default()
    });
    let head = |label, is_number| Head {
        is_number,
        ..Head::plain(label)
    };
    let heads = vec![
        head(words.display_name, false),
        head(words.user_name, false),
        head(words.deleted_on, false),
        head(words.days_left, true),
        head(words.licenses_before, false),
    ];
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.users_and_licenses}</h1>
        </div>
        <UsersTabs customer />
        <div hidden=when(move || rows.read().is_empty())>
            <Table caption=words.deleted_users heads rows />
        </div>
        <div class="empty" hidden=when(move || !rows.read().is_empty())>
            <p>{words.no_deleted_users}</p>
            <p class="note">{words.no_deleted_users_hint}</p>
        </div>
    }
}
