//! Subscriptions: what a customer has bought, its use, and changing it.

use crate::live::{Effect, Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::add::add_subscription;
use super::change_quantity::change_quantity;
use super::desk::{Bought, SubscriptionDesk, SubscriptionDialog, name_of, status};
use super::suspend::suspend_subscription;
use crate::domain::{CustomerId, Sku, SubscriptionId};
use crate::screen::shared::customer_page;
use crate::screen::shared::download;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::SubscriptionWords;
use crate::training::Act;
use crate::ui::{ActionButton, Dialog, Glyph, Meter, current, dynamic, text, warning, when};

/// The list of subscriptions.
#[component]
pub fn Subscriptions(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<SubscriptionWords>();
    customer_page::set_title(session, customer, words.subscriptions);
    let desk = SubscriptionDesk {
        session,
        customer,
        dialog: RwSignal::new(None),
        marked: RwSignal::new(None),
    };
    let ids = Memo::new(move |_| desk.ids());
    let is_empty = Memo::new(move |_| ids.read().is_empty());
    let screen = view! {
        <div class="head">
            <h1 tabindex="-1">{words.subscriptions}</h1>
            <div class="head-actions">
                <ActionButton
                    label=texts.add_subscription
                    glyph=Glyph::Add
                    primary=true
                    why_not=Signal::derive(move || desk.may_not())
                    on_press=move || desk.dialog.set(Some(SubscriptionDialog::Add(None)))
                />
                <ActionButton
                    label=texts.export_subscriptions
                    glyph=Glyph::Download
                    why_not=download::why_not(session, is_empty.into())
                    on_press=move || export_all(desk)
                />
            </div>
        </div>
        {warning(Signal::derive(move || desk.may_not()))}
        {warning(Signal::derive(move || desk.why_marked()))}
        <div class="empty" hidden=when(move || !is_empty.get())>
            <p>{words.no_subscriptions}</p>
            <p class="note">{words.no_subscriptions_hint}</p>
        </div>
        <div hidden=when(move || is_empty.get())>
            {table(desk, ids.into())}
            <p class="note">{texts.per_product}</p>
        </div>
        <DeskDialog desk />
    };
    // After the dialog exists, which takes the focus when it opens.
    let route = session.navigation.route();
    Effect::new(move |_| {
        if let Route::Subscriptions(_, Some(sku)) = *route.read() {
            untrack(|| desk.begin(sku));
        }
    });
    screen
}

fn table(desk: SubscriptionDesk, ids: Signal<Vec<SubscriptionId>>) -> AnyView {
    let words = desk.session.words();
    let texts = desk.session.texts::<SubscriptionWords>();
    let head = |label: &'static str, class: &'static str| {
        view! {
            <th scope="col" class=class>
                {label}
            </th>
        }
    };
    view! {
        <div class="table subscriptions" role="region" aria-label=words.subscriptions tabindex="0">
            <table>
                <thead>
                    <tr>
                        {head(texts.subscription, "")} {head(words.quantity, "number")}
                        {head(words.assigned, "number")} {head(texts.available, "number")}
                        {head(words.status, "")} {head(words.actions, "")}
                    </tr>
                </thead>
                // Rebuilt only when subscriptions come or go, so that other changes keep the focus.
                <tbody>
                    {dynamic(move || {
                        ids.get().into_iter().map(|id| row(desk, id)).collect_view().into_any()
                    })}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(desk: SubscriptionDesk, id: SubscriptionId) -> AnyView {
    let (session, bought) = (desk.session, desk.bought(id));
    let words = session.words();
    let texts = session.texts::<SubscriptionWords>();
    let Some(sku) =
        bought.with_untracked(|bought| bought.as_ref().map(|bought| bought.subscription.sku))
    else {
        return ().into_any();
    };
    let read = move |read: fn(&Bought) -> i64| {
        Signal::derive(move || bought.with(|bought| bought.as_ref().map_or(0, read)))
    };
    let number = move |count: Signal<i64>| text(move || session.number(count.get()));
    let (consumed, available) = (
        read(|bought| bought.seats.consumed.into()),
        read(|bought| bought.seats.available()),
    );
    let is_suspended = Signal::derive(move || {
        bought.with(|bought| bought.as_ref().is_some_and(Bought::is_suspended))
    });
    let meter = move || {
        let seats = bought.with(|bought| {
            bought
                .as_ref()
                .map(|bought| (bought.seats.consumed, bought.seats.total))
        });
        let (used, total) = seats.unwrap_or_default();
        view! { <Meter label=format!("{} – {}", words.assigned, sku.name) used total /> }.into_any()
    };
    // What a step of a replay has changed.
    let customer = desk.customer;
    let is_concerned = move || session.concerned_subscription(customer) == Some(id);
    let concerned = move || match is_concerned() {
        true => format!(" · {}", session.concerned_word()),
        false => String::new(),
    };
    view! {
        <tr
            class:marked=when(is_concerned)
            aria-current=current(move || *desk.marked.read() == Some(sku))
        >
            <th scope="row">{sku.name} {text(concerned)}</th>
            <td class="number" data-label=words.quantity>
                {number(read(|bought| bought.subscription.quantity.into()))}
            </td>
            <td class="number" data-label=words.assigned>
                <span class="use">{number(consumed)} {dynamic(meter)}</span>
            </td>
            <td class="number" data-label=texts.available class:over=when(move || available.get() < 0)>
                {number(available)}
                <span class="note" hidden=when(move || available.get() >= 0)>
                    {words.over_assigned}
                </span>
            </td>
            <td>
                <span class="status" class:suspended=when(move || is_suspended.get())>
                    {text(move || status(desk, is_suspended.get()).to_owned())}
                </span>
            </td>
            <td>{buttons(desk, id, sku, bought, is_suspended)}</td>
        </tr>
    }
    .into_any()
}

fn buttons(
    desk: SubscriptionDesk,
    id: SubscriptionId,
    sku: Sku,
    bought: Signal<Option<Bought>>,
    is_suspended: Signal<bool>,
) -> AnyView {
    let words = desk.session.words();
    let texts = desk.session.texts::<SubscriptionWords>();
    let switch = Signal::derive(move || {
        if is_suspended.get() {
            texts.reactivate
        } else {
            texts.suspend
        }
    });
    // The action of the button, and its subscription.
    let name = move |label: Signal<&'static str>| {
        let which = move |bought: &Bought| name_of(desk, bought);
        Signal::derive(move || {
            let which = bought.with(|bought| bought.as_ref().map(which));
            which.map(|which| format!("{} – {which}", label.get()))
        })
    };
    let change = Signal::stored(words.change_quantity);
    let why_not = Signal::derive(move || desk.may_not());
    let press = move || {
        if is_suspended.get_untracked() {
            desk.reactivate(id, sku);
        } else {
            desk.dialog.set(Some(SubscriptionDialog::Suspend(id)));
        }
    };
    view! {
        <ActionButton
            label=change
            name=name(change)
            why_not
            on_press=move || desk.dialog.set(Some(SubscriptionDialog::Quantity(id)))
        />
        <ActionButton label=switch name=name(switch) why_not on_press=press />
    }
    .into_any()
}

/// The dialog. Its content is rebuilt each time.
#[component]
fn DeskDialog(desk: SubscriptionDesk) -> impl IntoView {
    let session = desk.session;
    let words = session.words();
    let texts = session.texts::<SubscriptionWords>();
    let which = move |id| {
        let name = desk
            .bought(id)
            .with(|bought| bought.as_ref().map(|bought| name_of(desk, bought)));
        name.unwrap_or_default()
    };
    let title = move || match desk.dialog.get() {
        None => String::new(),
        Some(SubscriptionDialog::Add(_)) => texts.add_subscription.to_owned(),
        Some(SubscriptionDialog::Quantity(id)) => {
            format!("{} – {}", words.change_quantity, which(id))
        }
        Some(SubscriptionDialog::Suspend(id)) => session.sentences().suspend_title(&which(id)),
    };
    let content = move || match desk.dialog.get() {
        None => ().into_any(),
        Some(SubscriptionDialog::Add(wanted)) => add_subscription(desk, wanted),
        Some(SubscriptionDialog::Quantity(id)) => change_quantity(desk, id),
        Some(SubscriptionDialog::Suspend(id)) => suspend_subscription(desk, id),
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.dialog.read().is_some())
            title=Signal::derive(title)
            on_close=move || desk.closed()
        >
            {dynamic(content)}
        </Dialog>
    }
}

/// Every subscription, in the order shown.
fn export_all(desk: SubscriptionDesk) {
    let (session, words) = (desk.session, desk.session.words());
    let texts = desk.session.texts::<SubscriptionWords>();
    let head = [
        texts.subscription_id,
        texts.subscription,
        words.quantity,
        words.status,
    ]
    .map(str::to_owned);
    let ids = untrack(|| desk.ids());
    let row = |id: &SubscriptionId| {
        let bought = untrack(|| desk.bought(*id).get())?;
        let subscription = &bought.subscription;
        Some([
            subscription.id.0.to_string(),
            subscription.sku.name.to_owned(),
            subscription.quantity.to_string(),
            status(desk, bought.is_suspended()).to_owned(),
        ])
    };
    let rows = std::iter::once(head).chain(ids.iter().filter_map(row));
    let name = download::name(session, texts.file_subscriptions, Some(desk.customer));
    download::csv(session, &name, rows, Some(Act::SubscriptionsExported));
}
