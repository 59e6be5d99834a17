//! Subscriptions: what a customer has bought, and how much of it is used.

use crate::live::Signal;
use leptos::prelude::*;

use super::customer;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, Entitlement, Subscription, SubscriptionStatus};
use crate::session::Session;
use crate::session::route::Route;
use crate::ui::{Meter, dynamic, when};

/// The list of subscriptions.
#[component]
pub fn Subscriptions(
    /// Whose subscriptions.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.subscriptions));
    let all = Signal::derive(move || {
        let with_seats = |customer: &Customer| {
            // In catalogue order; several to the same product one after the other.
            let of = |seats: Entitlement| {
                let own = customer
                    .subscriptions
                    .iter()
                    .filter(move |one| one.sku == seats.sku);
                own.map(move |one| (one.clone(), seats))
            };
            let entitlements = customer.entitlements().into_iter();
            entitlements
                .flat_map(of)
                .collect::<Vec<(Subscription, Entitlement)>>()
        };
        session
            .with_customer(customer, with_seats)
            .unwrap_or_default()
    });
    // A form that was left to look for seats is one click away.
    let unfinished = move || {
        session.with_customer(customer, |customer| {
            session.forms.add_user.with(|form| {
                form.as_ref()
                    .is_some_and(|form| form.customer == customer.id && form.is_begun(customer))
            })
        })
    };
    view! {
           <div class="head">
               <h1 tabindex="-1">{words.subscriptions}</h1>
           </div>
           <p hidden=when(move || !unfinished().unwrap_or_default())>
               <a href=Route::AddUser(customer).to_string()>{words.back_to_form}</a>
           </p>
           <div class="empty" hidden=when(move || !all.read().is_empty())>
               <p>{words.no_subscriptions}</p>
               <p class="note">{words.no_subscriptions_hint}</p>
           </div>
           <div hidden=when(move || all.read().is_empty())>
               <div class="table" role="region" aria-label=words.subscriptions tabindex="0">
                   <table>
                       <thead>
                           <tr>
                               <th scope="col">{words.subscription}</th>
                               <th scope="col" class="number">
                                   {words.quantity}
                               </th>
                               <th scope="col" class="number">
                                   {words.assigned}
                               </th>
                               <th scope="col" class="number">
                                   {words.available}
                               </th>
                               <th scope="col">{words.status}</th>
                           </tr>
                       </thead>
                       <tbody>
                           {dynamic(move || {
    all.get().into_iter().map(|(one, seats)| row(session, one, seats)).collect_view().into_any() })}
                       </tbody>
                   </table>
               </div>
               <p class="note">{words.per_product}</p>
           </div>
       }
}

fn row(session: Session, subscription: Subscription, seats: Entitlement) -> impl IntoView {
    let words = session.words();
    let (consumed, total, available) = (seats.consumed, seats.total, seats.available());
    let (status, class) = match subscription.status {
        SubscriptionStatus::Active => (words.active, "status active"),
        SubscriptionStatus::Suspended => (words.suspended, "status suspended"),
    };
    view! {
        <tr>
            <th scope="row">{subscription.sku.name}</th>
            <td class="number">{session.number(subscription.quantity)}</td>
            <td class="number">
                <span class="use">
                    {session.number(consumed)} <Meter label=words.assigned used=consumed total />
                </span>
            </td>
            <td class="number" class:over=available < 0>
                {session.number(available)}
                {(available < 0).then(|| view! { <span class="note">{words.over_assigned}</span> })}
            </td>
            <td>
                <span class=class>{status}</span>
            </td>
        </tr>
    }
}
