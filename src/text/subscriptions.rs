//! Sentences about subscriptions and their seats.

use super::language::Language;
use super::sentences::Sentences;

impl Sentences {
    /// "Power BI Pro (5, Active)": one of several subscriptions to a product.
    pub fn one_subscription(self, product: &str, quantity: &str, status: &str) -> String {
        format!("{product} ({quantity}, {status})")
    }

    /// "Bought: 45".
    pub fn seats_bought(self, total: &str) -> String {
        format!("{}: {total}", self.pick("Bought", "Erworben"))
    }

    /// "38 assigned".
    pub fn assigned(self, count: &str) -> String {
        format!("{count} {}", self.pick("assigned", "zugewiesen"))
    }

    /// "13 available".
    pub fn seats_left(self, available: &str) -> String {
        format!("{available} {}", self.pick("available", "verfügbar"))
    }

    /// "Over-assigned by 3".
    pub fn over_assigned_by(self, count: &str) -> String {
        match self.0 {
            Language::English => format!("Over-assigned by {count}"),
            Language::German => format!("Überbelegt um {count}"),
        }
    }

    /// Says how many seats are assigned, and how many the subscription needs.
    pub fn quantity_bounds(self, assigned: &str, total: &str, least: &str) -> String {
        let assigned = self.seats_assigned(assigned, total);
        match self.0 {
            Language::English => format!("{assigned}. This subscription needs at least {least}."),
            Language::German => {
                format!("{assigned}. Dieses Abonnement braucht mindestens {least}.")
            }
        }
    }

    /// Says that a subscription was added.
    pub fn subscription_added(self, product: &str, quantity: &str) -> String {
        match self.0 {
            Language::English => format!("Subscription added: {product}, quantity {quantity}."),
            Language::German => format!("Abonnement hinzugefügt: {product}, Menge {quantity}."),
        }
    }

    /// Says that the quantity of a subscription was changed.
    pub fn quantity_changed(self, product: &str, quantity: &str) -> String {
        match self.0 {
            Language::English => format!("Quantity changed: {product}, now {quantity}."),
            Language::German => format!("Menge geändert: {product}, jetzt {quantity}."),
        }
    }

    /// Says that a subscription was suspended or reactivated.
    pub fn status_changed(self, product: &str, is_suspended: bool) -> String {
        let what = if is_suspended {
            self.pick("Suspended", "Ausgesetzt")
        } else {
            self.pick("Reactivated", "Reaktiviert")
        };
        format!("{what}: {product}.")
    }

    /// Asks whether to suspend a subscription.
    pub fn suspend_title(self, product: &str) -> String {
        match self.0 {
            Language::English => format!("Suspend {product}?"),
            Language::German => format!("{product} aussetzen?"),
        }
    }

    /// Says how many users hold a product.
    pub fn holders(self, count: u32, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 0) => "Nobody holds this product.".to_owned(),
            (Language::English, 1) => "1 user holds this product.".to_owned(),
            (Language::English, _) => format!("{number} users hold this product."),
            (Language::German, 0) => "Dieses Produkt hat niemand.".to_owned(),
            (Language::German, 1) => "1 Benutzer hat dieses Produkt.".to_owned(),
            (Language::German, _) => format!("{number} Benutzer haben dieses Produkt."),
        }
    }

    /// Says how many seats are left after suspending.
    pub fn left_after_suspending(self, available: &str) -> String {
        match self.0 {
            Language::English => format!("Available afterwards: {available}."),
            Language::German => format!("Danach verfügbar: {available}."),
        }
    }

    /// Says how many seats are missing after suspending.
    pub fn over_after_suspending(self, count: &str) -> String {
        match self.0 {
            Language::English => format!(
                "It will be over-assigned by {count}: nobody loses a license, but no more can be \
                 assigned until there are \
                 enough seats again."
            ),
            Language::German => format!(
                "Es wird um {count} überbelegt: Niemand verliert eine Lizenz, aber es lässt sich \
                 keine mehr zuweisen, bis es \
                 wieder genug Plätze gibt."
            ),
        }
    }
}
