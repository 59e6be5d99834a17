//! Sentences about subscriptions and their seats.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    /// "Power BI Pro (5, Active)": one of several subscriptions to a product.
    pub fn one_subscription(self, product: &str, quantity: &str, status: &str) -> String {
        format!("{product} ({quantity}, {status})")
    }

    pub fn seats_bought(self, total: &str) -> String {
        say!(self; "Bought: {total}", "Erworben: {total}")
    }

    pub fn assigned(self, count: &str) -> String {
        say!(self; "{count} assigned", "{count} zugewiesen")
    }

    pub fn seats_left(self, available: &str) -> String {
        say!(self; "{available} available", "{available} verfügbar")
    }

    pub fn over_assigned_by(self, count: &str) -> String {
        say!(self; "Over-assigned by {count}", "Überbelegt um {count}")
    }

    pub fn quantity_bounds(self, assigned: &str, total: &str, least: &str) -> String {
        let assigned = self.seats_assigned(assigned, total);
        say!(self;
            "{assigned}. This subscription needs at least {least}.",
            "{assigned}. Dieses Abonnement braucht mindestens {least}."
        )
    }

    pub fn subscription_added(self, product: &str, quantity: &str) -> String {
        say!(self;
            "Subscription added: {product}, quantity {quantity}.",
            "Abonnement hinzugefügt: {product}, Menge {quantity}."
        )
    }

    pub fn quantity_changed(self, product: &str, quantity: &str) -> String {
        say!(self;
            "Quantity changed: {product}, now {quantity}.",
            "Menge geändert: {product}, jetzt {quantity}."
        )
    }

    pub fn status_changed(self, product: &str, is_suspended: bool) -> String {
        let what = if is_suspended {
            self.pick("Suspended", "Ausgesetzt")
        } else {
            self.pick("Reactivated", "Reaktiviert")
        };
        format!("{what}: {product}.")
    }

    pub fn suspend_title(self, product: &str) -> String {
        say!(self; "Suspend {product}?", "{product} aussetzen?")
    }

    pub fn holders(self, count: u32, number: &str) -> String {
        match count {
            0 => say!(self; "No one has this product.", "Niemand hat dieses Produkt."),
            1 => say!(self; "1 user has this product.", "1 Benutzer hat dieses Produkt."),
            _ => say!(self;
                "{number} users have this product.",
                "{number} Benutzer haben dieses Produkt."
            ),
        }
    }

    pub fn left_after_suspending(self, available: &str) -> String {
        say!(self; "Available afterwards: {available}.", "Danach verfügbar: {available}.")
    }

    pub fn over_after_suspending(self, count: &str) -> String {
        say!(self;
            "It will be over-assigned by {count}. No one loses a license, but no more can be \
             assigned until enough are available again.",
            "Es wird um {count} überbelegt. Niemand verliert eine Lizenz, aber weitere lassen sich \
             erst zuweisen, wenn wieder genügend verfügbar sind."
        )
    }
}
