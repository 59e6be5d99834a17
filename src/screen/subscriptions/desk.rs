//! What the parts of the screen "Subscriptions" share: the open dialog and the marked product.

use crate::live::{Memo, RwSignal, Signal};
use leptos::task::spawn_local;

use crate::browser::element;
use crate::domain::{
    Customer, CustomerCommand, CustomerId, Entitlement, Right, Sku, Subscription, SubscriptionId,
    SubscriptionStatus,
};
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::SubscriptionWords;

/// The dialog in front of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubscriptionDialog {
    /// A new subscription, of this product if the person came for it.
    Add(Option<Sku>),
    Quantity(SubscriptionId),
    Suspend(SubscriptionId),
}

/// A subscription, with the seats of its product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bought {
    pub subscription: Subscription,
    pub seats: Entitlement,
    /// The fewest seats it can be reduced to.
    pub least: Option<u32>,
    /// Whether there are others to the same product.
    has_others: bool,
}

impl Bought {
    fn of(customer: &Customer, id: SubscriptionId) -> Option<Self> {
        let subscription = customer.subscription(id)?.clone();
        let same = |other: &&Subscription| other.sku == subscription.sku;
        Some(Self {
            seats: customer.entitlement(subscription.sku)?,
            least: customer.fewest_seats(&subscription),
            has_others: customer.subscriptions.iter().filter(same).count() > 1,
            subscription,
        })
    }

    pub fn is_suspended(&self) -> bool {
        self.subscription.status == SubscriptionStatus::Suspended
    }
}

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub struct SubscriptionDesk {
    pub session: Session,
    pub customer: CustomerId,
    pub dialog: RwSignal<Option<SubscriptionDialog>>,
    /// The product that the person came for or changed last.
    pub marked: RwSignal<Option<Sku>>,
}

impl SubscriptionDesk {
    /// Returns why nothing may be changed, if so.
    pub fn may_not(self) -> Option<String> {
        self.session.why_not(Right::ManageSubscriptions)
    }

    /// Reads a subscription, and tracks it.
    pub fn bought(self, id: SubscriptionId) -> Signal<Option<Bought>> {
        Memo::new(move |_| {
            self.session
                .read_customer(self.customer, |customer| Bought::of(customer, id))
        })
        .into()
    }

    /// Returns the subscriptions in catalogue order, those to the same product together.
    pub fn ids(self) -> Vec<SubscriptionId> {
        let ids = |customer: &Customer| {
            let of_product = |seats: Entitlement| {
                let all = customer.subscriptions.iter();
                all.filter(move |subscription| subscription.sku == seats.sku)
            };
            let by_product = customer.entitlements().into_iter();
            let subscriptions = by_product.flat_map(of_product);
            subscriptions.map(|subscription| subscription.id).collect()
        };
        self.session.read_customer(self.customer, ids)
    }

    pub fn close(self) {
        self.dialog.set(None);
    }

    /// Closes the dialog after saving. After a purchase, a waiting form gets the focus.
    pub fn finish(self, dialog: Option<SubscriptionDialog>, purchased: Option<Sku>) {
        if self.dialog.is_disposed() {
            // The screen was left while saving.
            return;
        }
        if dialog == self.dialog.get_untracked() {
            self.close();
        }
        if purchased.is_some() {
            self.marked.set(purchased);
            element::focus_soon(".waiting a[href]");
        }
    }

    /// Opens what is needed to buy more of this product.
    pub fn begin(self, sku: Sku) {
        self.marked.set(Some(sku));
        let find = |customer: &Customer| {
            let mut own = customer.subscriptions.iter();
            let is_active =
                |subscription: &&Subscription| subscription.status == SubscriptionStatus::Active;
            let active =
                own.find(|subscription| subscription.sku == sku && is_active(subscription));
            match (active, customer.entitlement(sku)) {
                (Some(active), _) => Some(SubscriptionDialog::Quantity(active.id)),
                (None, None) => Some(SubscriptionDialog::Add(Some(sku))),
                (None, Some(_)) => None,
            }
        };
        let found = self.session.read_customer(self.customer, find);
        match found {
            None => element::focus_soon("tr[aria-current] td:last-child .action:last-child button"),
            Some(dialog) if self.may_not().is_none() => self.dialog.set(Some(dialog)),
            Some(_) => {}
        }
    }

    /// Says why a product is marked of which somebody wanted to buy more: all of it is suspended.
    pub fn why_marked(self) -> Option<String> {
        let sku = self.marked.get()?;
        let seats = |customer: &Customer| customer.entitlement(sku);
        let seats = self.session.read_customer(self.customer, seats)?;
        let text = self.session.texts::<SubscriptionWords>().product_suspended;
        (seats.total == 0).then(|| format!("{}: {text}", sku.name))
    }

    /// Handles closing of the dialog: the address no longer names a product.
    pub fn closed(self) {
        self.close();
        let plain = Route::Subscriptions(self.customer, None);
        let here = self.session.navigation.route();
        if here.with_untracked(|here| here.is_same_view(&plain) && *here != plain) {
            self.session.navigation.adjust(plain);
        }
        // The row with the button that opened the dialog may be gone.
        element::focus_if_lost("main h1");
    }

    pub fn reactivate(self, id: SubscriptionId, sku: Sku) {
        let session = self.session;
        let command = CustomerCommand::ChangeStatus {
            subscription: id,
            status: SubscriptionStatus::Active,
        }
        .about(self.customer);
        spawn_local(async move {
            match session.dispatch(command).await {
                Ok(decision) => {
                    let message = session.sentences().status_changed(sku.name, false);
                    session.say_done(&decision, message);
                    self.finish(None, Some(sku));
                }
                Err(failure) => session.notices.show(Tone::Error, session.reason(&failure)),
            }
        });
    }
}

/// Returns the name of the status.
pub fn status(desk: SubscriptionDesk, is_suspended: bool) -> &'static str {
    let words = desk.session.words();
    if is_suspended {
        words.suspended
    } else {
        words.active
    }
}

/// Returns the product, with quantity and status if there are several subscriptions to it.
pub fn name_of(desk: SubscriptionDesk, bought: &Bought) -> String {
    let (session, one) = (desk.session, &bought.subscription);
    if !bought.has_others {
        return one.sku.name.to_owned();
    }
    let quantity = session.number(one.quantity);
    let status = status(desk, bought.is_suspended());
    session
        .sentences()
        .one_subscription(one.sku.name, &quantity, status)
}
