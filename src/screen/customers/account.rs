//! Account: a customer at a glance.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::company_form::CompanyForm;
use crate::domain::{Customer, CustomerId, DomainName, Entitlement, UserFilter};
use crate::screen::shared::customer_page;
use crate::session::Session;
use crate::session::address::listing::{Listing, ShownUsers};
use crate::session::address::route::Route;
use crate::text::DetailsWords;
use crate::ui::{Meter, dynamic, text};

/// Company data, users and seats.
#[component]
pub fn Account(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    customer_page::set_title(session, customer, words.account);
    let opened = untrack(|| {
        session.with_customer(customer, |customer| {
            (customer.details(), facts(session, customer))
        })
    });
    let form = |(opened, facts)| view! { <CompanyForm customer opened>{facts}</CompanyForm> };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.account}</h1>
        </div>
        {opened.map(form)}
        {users(session, customer)}
        {licenses(session, customer)}
    }
}

/// The facts that cannot be changed.
fn facts(session: Session, customer: &Customer) -> AnyView {
    let words = session.words();
    let texts = session.texts::<DetailsWords>();
    let domain = |domain: &DomainName| {
        let primary =
            (*domain == customer.domains.primary).then(|| format!(" ({})", texts.primary));
        view! {
            <li>
                {domain.as_str().to_owned()} <span class="note">{primary}</span>
            </li>
        }
    };
    view! {
        <dl class="facts">
            <dt>{words.microsoft_id}</dt>
            <dd>
                <code>{customer.id.0.to_string()}</code>
            </dd>
            <dt>{texts.domains}</dt>
            <dd>
                <ul class="plain">{customer.domains.iter().map(domain).collect_view()}</ul>
            </dd>
            <dt>{words.relationship}</dt>
            <dd>{words.reseller}</dd>
        </dl>
    }
    .into_any()
}

/// The numbers of users, each linked to them.
fn users(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let only = |filter| {
        Route::Users(
            customer,
            Listing::default().filtered(ShownUsers::Only(filter)),
        )
    };
    let count = move |filter: Option<UserFilter>| {
        session.with_customer(customer, |customer| {
            let all = customer.users.active();
            match filter {
                None => all.len(),
                Some(filter) => all.filter(|user| filter.matches(user)).count(),
            }
        })
    };
    let fact = move |label: &'static str, route: Route, count: Signal<Option<usize>>| {
        view! {
            <dt>{label}</dt>
            <dd>
                <a href=session.link(&route)>
                    {text(move || session.number(count.get().unwrap_or(0)))}
                </a>
            </dd>
        }
    };
    let with = move |filter| Memo::new(move |_| count(filter));
    let deleted = Memo::new(move |_| {
        let now = session.now();
        session.with_customer(customer, |customer| customer.users.deleted_at(now).count())
    });
    let (unlicensed, administrators) = (UserFilter::Unlicensed, UserFilter::Administrators);
    view! {
        <section class="panel">
            <h2>{words.users}</h2>
            <dl class="facts">
                {fact(words.filter_all, Route::users(customer), with(None).into())}
                {fact(words.filter_unlicensed, only(unlicensed), with(Some(unlicensed)).into())}
                {fact(
                    words.filter_administrators,
                    only(administrators),
                    with(Some(administrators)).into(),
                )}
                {fact(words.deleted_users, Route::deleted_users(customer), deleted.into())}
            </dl>
        </section>
    }
    .into_any()
}

/// The seats of each product.
fn licenses(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let all = Memo::new(move |_| session.read_customer(customer, Customer::entitlements));
    let rows = move || {
        if all.read().is_empty() {
            return view! { <p class="note">{words.no_subscriptions}</p> }.into_any();
        }
        let rows = all
            .get()
            .into_iter()
            .map(|seats| product(session, customer, seats));
        view! { <ul class="usage">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="panel">
            <h2>{words.licenses}</h2>
            {dynamic(rows)}
            <p>
                <a href=session.link(&Route::Subscriptions(customer, None))>{words.subscriptions}</a>
            </p>
        </section>
    }
    .into_any()
}

/// A product: holders, seats, and problems.
fn product(session: Session, customer: CustomerId, seats: Entitlement) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let Entitlement {
        sku,
        total,
        consumed,
    } = seats;
    let holders = Listing::default().filtered(ShownUsers::Only(UserFilter::Holding(sku)));
    let available = seats.available();
    let assigned = match total {
        0 => sentences.assigned(&session.number(consumed)),
        _ => sentences.seats_assigned(&session.number(consumed), &session.number(total)),
    };
    let left = match (available, total) {
        (..0, _) => sentences.over_assigned_by(&session.number(-available)),
        (_, 0) => String::new(),
        _ => sentences.seats_left(&session.number(available)),
    };
    let left = (!left.is_empty()).then(|| view! { <span class:over=available < 0>{left}</span> });
    let suspended = view! { <span class="status suspended">{words.suspended}</span> };
    view! {
        <li>
            <a href=session.link(&Route::Users(customer, holders))>{sku.name}</a>
            <Meter label=format!("{} – {}", words.assigned, sku.name) used=consumed total />
            <span>{assigned}</span>
            {left}
            {(total == 0).then_some(suspended)}
        </li>
    }
    .into_any()
}
