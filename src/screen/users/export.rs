//! Export users: the selected ones, or all that match, in a file that can be uploaded again.

use leptos::prelude::*;

use crate::domain::upload::{Column, ExtraColumn};
use crate::domain::{CustomerId, Location, User};
use crate::screen::shared::details_form::locations;
use crate::screen::shared::download;
use crate::screen::shared::row_selection::RowSelection;
use crate::screen::shared::user_columns::{license_names, permission_names};
use crate::session::Session;
use crate::training::Act;
use crate::ui::{ActionButton, Glyph};

/// The button. Every role that sees users may export them.
pub fn export_users(session: Session, customer: CustomerId, selection: RowSelection) -> AnyView {
    view! {
        <ActionButton
            label=session.words().export_users
            glyph=Glyph::Download
            why_not=download::why_not(session, selection.is_nobody())
            on_press=move || untrack(|| save(session, customer, selection))
        />
    }
    .into_any()
}

fn save(session: Session, customer: CustomerId, selection: RowSelection) {
    let sentences = session.sentences();
    let selected = selection.in_order();
    let is_selection = !selected.is_empty();
    let users = if is_selection {
        selected
    } else {
        selection.matching()
    };
    let count = session.number(users.len());
    let message = sentences.users_exported(is_selection, users.len(), &count);
    let heads = Column::ALL.map(|column| sentences.column(column));
    let extra = ExtraColumn::ALL.map(|column| sentences.extra_column(column));
    let head = heads.iter().chain(&extra).map(|text| (*text).to_owned());
    let locations = locations(session);
    let row = |user: &User| {
        let read = Column::ALL.map(|column| column.value(&user.details).to_owned());
        let ignored = ExtraColumn::ALL.map(|column| extra_cell(session, &locations, column, user));
        read.into_iter().chain(ignored).collect()
    };
    let name = download::name(session, session.words().file_users, Some(customer));
    session.with_customer(customer, |customer| {
        let users = users
            .iter()
            .filter_map(|number| customer.users.get(*number));
        let rows = std::iter::once(head.collect()).chain(users.map(row));
        download::save(
            session,
            &name,
            &mut { rows },
            &message,
            Some(Act::UsersExported),
        );
    });
}

/// Returns what an upload ignores, as spreadsheets of every language parse it.
fn extra_cell(
    session: Session,
    locations: &[(String, String)],
    column: ExtraColumn,
    user: &User,
) -> String {
    match column {
        ExtraColumn::Licenses => license_names(user),
        ExtraColumn::Permissions => permission_names(session.language(), user),
        ExtraColumn::Location => {
            let code = user.details.location.map(Location::code);
            let found = locations
                .iter()
                .find(|(known, _)| Some(known.as_str()) == code);
            found.map(|(_, name)| name.clone()).unwrap_or_default()
        }
        ExtraColumn::Created => download::moment(user.created_at),
    }
}
