//! Account: what is known of a customer, at a glance.

use leptos::prelude::*;

use super::customer;
use crate::browser::{element, intl};
use crate::domain::{Customer, CustomerId, DomainName};
use crate::session::Session;
use crate::session::route::Route;
use crate::ui::dynamic;

/// Company data, users and seats.
#[component]
pub fn Account(
    /// Whose account.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.account));
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.account}</h1>
        </div>
        {dynamic(move || session.with_customer(customer, |customer| overview(session, customer).into_any()).into_any())}
    }
}

fn overview(session: Session, customer: &Customer) -> impl IntoView + use<> {
    let words = session.words();
    let now = session.now();
    let seats = customer
        .entitlements()
        .iter()
        .fold((0, 0), |(consumed, total), seats| {
            (
                consumed + i64::from(seats.consumed),
                total + i64::from(seats.total),
            )
        });
    let deleted = customer.users.deleted_at(now).count();
    let domain = |domain: &DomainName| {
        let primary =
            (*domain == customer.domains.primary).then(|| format!(" ({})", words.primary));
        view! {
            <li>
                {domain.as_str().to_owned()} <span class="note">{primary}</span>
            </li>
        }
    };
    view! {
        <section class="panel">
            <h2>{words.company_data}</h2>
            <dl class="facts">
                <dt>{words.company_name}</dt>
                <dd>{customer.company.as_str().to_owned()}</dd>
                <dt>{words.microsoft_id}</dt>
                <dd>
                    <code>{customer.id.0.to_string()}</code>
                </dd>
                <dt>{words.domains}</dt>
                <dd>
                    <ul class="plain">{customer.domains.iter().map(domain).collect_view()}</ul>
                </dd>
                <dt>{words.location}</dt>
                <dd>{intl::location(words.language_tag, customer.location)}</dd>
                <dt>{words.relationship}</dt>
                <dd>{words.reseller}</dd>
            </dl>
        </section>
        <section class="panel">
            <h2>{words.users_and_licenses}</h2>
            <dl class="facts">
                <dt>{words.users}</dt>
                <dd>
                    <a href=Route::users(customer.id).to_string()>{session.number(customer.users.len())}</a>
                </dd>
                <dt>{words.deleted_users}</dt>
                <dd>
                    <a href=Route::DeletedUsers(customer.id).to_string()>{session.number(deleted)}</a>
                </dd>
                <dt>{words.seats}</dt>
                <dd>
                    <a href=Route::Subscriptions(customer.id)
                        .to_string()>
                        {session.sentences().seats_assigned(&session.number(seats.0), &session.number(seats.1))}
                    </a>
                </dd>
            </dl>
        </section>
    }
}
