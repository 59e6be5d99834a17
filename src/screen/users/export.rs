//! Export users: the selected ones, or all that match, in a file that can be uploaded again.

use leptos::prelude::*;

use crate::domain::upload::Column;
use crate::domain::{CustomerId, User};
use crate::screen::shared::download;
use crate::screen::shared::row_selection::RowSelection;
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
    let head = Column::ALL.map(|column| sentences.column(column).to_owned());
    let row = |user: &User| {
        let cell = |column: Column| column.value(&user.details).to_owned();
        Column::ALL.map(cell).to_vec()
    };
    let name = download::name(session, "users", Some(customer));
    session.with_customer(customer, |customer| {
        let users = users
            .iter()
            .filter_map(|number| customer.users.get(*number));
        let rows = std::iter::once(head.to_vec()).chain(users.map(row));
        download::save(
            session,
            &name,
            &mut { rows },
            &message,
            Some(Act::UsersExported),
        );
    });
}
