//! Change quantity: more or fewer seats of one subscription.

use crate::live::Signal;
use leptos::prelude::*;

use super::desk::{Bought, SubscriptionDesk, SubscriptionDialog};
use crate::domain::{CustomerCommand, SubscriptionId, SubscriptionStatus};
use crate::screen::shared::saving_form::{QuantityField, Saving, focus_mistake};
use crate::text::SubscriptionWords;

/// The form in the dialog.
pub fn change_quantity(desk: SubscriptionDesk, id: SubscriptionId) -> AnyView {
    let (session, customer) = (desk.session, desk.customer);
    let words = session.words();
    let bought = desk.bought(id);
    let stored = Signal::derive(move || {
        bought.with(|bought| {
            bought
                .as_ref()
                .map(|bought| bought.subscription.quantity.to_string())
        })
    });
    let stored = Signal::derive(move || stored.get().unwrap_or_default());
    let saving = Saving::new(session);
    let field = QuantityField::new(saving, stored);
    let help = Signal::derive(move || {
        let text = bought.with(|bought| bought.as_ref().map(|bought| bounds(desk, bought)));
        text.unwrap_or_default()
    });
    let may_not = Signal::derive(move || desk.may_not().is_some());
    let save = move || {
        let Some(quantity) = field.take() else {
            return focus_mistake();
        };
        let sku =
            bought.with_untracked(|bought| bought.as_ref().map(|bought| bought.subscription.sku));
        let name = sku.map_or("", |sku| sku.name);
        let message = session
            .sentences()
            .quantity_changed(name, &session.number(quantity.get()));
        let command = CustomerCommand::ChangeQuantity {
            subscription: id,
            quantity,
        }
        .about(customer);
        saving.send(command, message, move || {
            desk.finish(Some(SubscriptionDialog::Quantity(id)), sku)
        });
    };
    let content = field.view(help, true);
    saving.form(content, words.save, false, may_not, save, move || {
        desk.close();
    })
}

/// Says how many seats are in use, and how far the quantity can be reduced.
fn bounds(desk: SubscriptionDesk, bought: &Bought) -> String {
    let (session, seats) = (desk.session, bought.seats);
    let sentences = session.sentences();
    let (assigned, total) = (session.number(seats.consumed), session.number(seats.total));
    match (bought.subscription.status, bought.least) {
        (SubscriptionStatus::Suspended, _) => session
            .texts::<SubscriptionWords>()
            .seats_do_not_count
            .to_owned(),
        (_, Some(least)) if least > 1 => {
            sentences.quantity_bounds(&assigned, &total, &session.number(least))
        }
        _ => format!("{}.", sentences.seats_assigned(&assigned, &total)),
    }
}
