//! Suspend: asks first, and says what it means for the holders of the product.

use crate::live::Signal;
use leptos::prelude::*;

use super::desk::{Bought, SubscriptionDesk, SubscriptionDialog};
use crate::domain::{CustomerCommand, SubscriptionId, SubscriptionStatus};
use crate::screen::shared::saving_form::Saving;
use crate::text::SubscriptionWords;
use crate::ui::text;

/// The question in the dialog.
pub fn suspend_subscription(desk: SubscriptionDesk, id: SubscriptionId) -> AnyView {
    let (session, customer) = (desk.session, desk.customer);
    let bought = desk.bought(id);
    let saving = Saving::new(session);
    let what_follows = move || {
        let text = bought.with(|bought| bought.as_ref().map(|bought| consequences(desk, bought)));
        text.unwrap_or_default()
    };
    let may_not = Signal::derive(move || desk.may_not().is_some());
    let suspend = move || {
        let sku =
            bought.with_untracked(|bought| bought.as_ref().map(|bought| bought.subscription.sku));
        let name = sku.map_or("", |sku| sku.name);
        let message = session.sentences().status_changed(name, true);
        let command = CustomerCommand::ChangeStatus {
            subscription: id,
            status: SubscriptionStatus::Suspended,
        }
        .about(customer);
        saving.send(command, message, move || {
            desk.finish(Some(SubscriptionDialog::Suspend(id)), None)
        });
    };
    let content = view! { <p>{text(what_follows)}</p> }.into_any();
    let label = session.texts::<SubscriptionWords>().suspend;
    saving.form(content, label, true, may_not, suspend, move || desk.close())
}

/// Says how many users hold the product, and how many seats will be left or missing.
fn consequences(desk: SubscriptionDesk, bought: &Bought) -> String {
    let (session, seats) = (desk.session, bought.seats);
    let sentences = session.sentences();
    let holders = sentences.holders(seats.consumed, &session.number(seats.consumed));
    let own = match bought.subscription.status {
        SubscriptionStatus::Active => i64::from(bought.subscription.quantity),
        SubscriptionStatus::Suspended => 0,
    };
    let left = seats.available().saturating_sub(own);
    let then = if left < 0 {
        sentences.over_after_suspending(&session.number(-left))
    } else {
        sentences.left_after_suspending(&session.number(left))
    };
    format!("{holders} {then}")
}
