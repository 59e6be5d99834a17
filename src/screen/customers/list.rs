//! Customers: search, sort, choose.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{Customer, Workspace};
use crate::screen::shared::download;
use crate::screen::shared::list::List;
use crate::session::Session;
use crate::session::address::listing::CustomerColumn;
use crate::session::address::route::Route;
use crate::training::Act;
use crate::ui::{ActionButton, Cell, Glyph, Row, RowControls};

/// The list of customers.
#[component]
pub fn Customers() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&format!("{} – Seatwork", words.customers));
    let workspace = session.workspace();
    let searched = move || workspace.with(|all| all.customers().map(searched_text).collect());
    let sorted = move |column| {
        workspace.with(|all| {
            all.customers()
                .map(|customer| cell(column, customer))
                .collect()
        })
    };
    let everything = Signal::stored(None);
    let list = List::new(
        session,
        Route::customers_listing,
        Route::Customers,
        searched,
        everything,
        sorted,
    );
    let rows = Memo::new(move |_| {
        let page = list.page();
        workspace.with(|all| {
            in_order(all, &page)
                .map(|customer| row(session, customer))
                .collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| list.matching.read().is_empty());
    let heads = vec![
        list.head(CustomerColumn::Company, words.company_name),
        list.head(CustomerColumn::Domain, words.primary_domain),
        list.head(CustomerColumn::Users, words.users).of_numbers(),
        list.head(CustomerColumn::Licenses, words.licenses)
            .of_numbers(),
        list.head(CustomerColumn::Relationship, words.relationship),
        list.head(CustomerColumn::MicrosoftId, words.microsoft_id),
    ];
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.customers}</h1>
            <ActionButton
                label=words.export_customers
                glyph=Glyph::Download
                why_not=download::why_not(session, is_empty.into())
                on_press=move || save(session, &list.matching.read_untracked())
            />
        </div>
        <div class="tools">
            {list.search_box(words.search_customers, words.search_customers_hint)} {list.found()}
        </div>
        <div class="customers">
            {list
                .table(words.customers, heads, rows.into(), RowControls::default(), || ().into_any())}
        </div>
    }
}

fn searched_text(customer: &Customer) -> String {
    let domains: Vec<_> = customer
        .domains
        .iter()
        .map(|domain| domain.as_str())
        .collect();
    format!("{}\n{}", customer.company.as_str(), domains.join("\n"))
}

/// Returns the text that the column is sorted by.
fn cell(column: CustomerColumn, customer: &Customer) -> String {
    match column {
        CustomerColumn::Company => customer.company.as_str().to_owned(),
        CustomerColumn::Domain => customer.domains.primary.as_str().to_owned(),
        CustomerColumn::Users => customer.users.len().to_string(),
        CustomerColumn::Licenses => customer.seats().0.to_string(),
        CustomerColumn::Relationship => Session::get().words().reseller.to_owned(),
        CustomerColumn::MicrosoftId => customer.id.0.to_string(),
    }
}

fn row(session: Session, customer: &Customer) -> Row {
    let (words, sentences) = (session.words(), session.sentences());
    let text = |column| cell(column, customer);
    let users = session.number(customer.users.len());
    let users = if customer.is_large() {
        format!("{} · {users}", words.large_customer)
    } else {
        users
    };
    let (used, total) = customer.seats();
    let licenses = sentences.of_total(&session.number(used), &session.number(total));
    Row {
        link: Some(session.link(&Route::users(customer.id))),
        cells: vec![
            text(CustomerColumn::Company).into(),
            text(CustomerColumn::Domain).into(),
            users.into(),
            licenses.into(),
            Cell::quiet(text(CustomerColumn::Relationship)),
            Cell::quiet(text(CustomerColumn::MicrosoftId)),
        ],
    }
}

/// The customers at these positions.
fn in_order<'a>(all: &'a Workspace, positions: &'a [usize]) -> impl Iterator<Item = &'a Customer> {
    positions.iter().filter_map(|at| all.customers().nth(*at))
}

/// The customers that match the search, in the order shown.
fn save(session: Session, matching: &[usize]) {
    let words = session.words();
    let head = [
        words.company_name,
        words.primary_domain,
        words.relationship,
        words.microsoft_id,
    ]
    .map(str::to_owned);
    session.workspace().with_untracked(|all| {
        let rows = in_order(all, matching).map(|customer| {
            [
                customer.company.as_str().to_owned(),
                customer.domains.primary.as_str().to_owned(),
                words.reseller.to_owned(),
                customer.id.0.to_string(),
            ]
        });
        let name = download::name(session, words.file_customers, None);
        let rows = std::iter::once(head).chain(rows);
        download::csv(session, &name, rows, Some(Act::CustomersExported));
    });
}
