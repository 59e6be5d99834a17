//! Add subscription: a product, and the number of seats.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::desk::{SubscriptionDesk, SubscriptionDialog};
use crate::browser::{element, intl};
use crate::domain::{CustomerCommand, Sku};
use crate::screen::shared::saving_form::{QuantityField, Saving, focus_mistake};
use crate::session::Session;
use crate::text::SubscriptionWords;
use crate::ui::{ProblemList, SearchBox, state, text, when};

/// The form in the dialog, with a product chosen if the person came for it.
pub fn add_subscription(desk: SubscriptionDesk, wanted: Option<Sku>) -> AnyView {
    let (session, customer) = (desk.session, desk.customer);
    let words = session.words();
    let texts = session.texts::<SubscriptionWords>();
    let chosen = RwSignal::new(wanted);
    let saving = Saving::new(session);
    let field = QuantityField::new(saving, Signal::stored(String::new()));
    let may_not = Signal::derive(move || desk.may_not().is_some());
    let is_missing = Signal::derive(move || field.is_tried() && chosen.read().is_none());
    let save = move || {
        let (quantity, sku) = (field.take(), chosen.get_untracked());
        let Some((sku, quantity)) = sku.zip(quantity) else {
            return focus_mistake();
        };
        let message = session
            .sentences()
            .subscription_added(sku.name, &session.number(quantity.get()));
        let command = CustomerCommand::AddSubscription { sku, quantity }.about(customer);
        saving.send(command, message, move || {
            desk.finish(Some(SubscriptionDialog::Add(wanted)), Some(sku))
        });
    };
    let search = RwSignal::new(wanted.map_or_else(String::new, |sku| sku.name.to_owned()));
    let matching = matching(search);
    let content = view! {
        {products(desk, chosen, is_missing, matching)}
        {field.view(Signal::stored(texts.quantity_help.to_owned()), wanted.is_some())}
    };
    let content = content.into_any();
    view! {
        // Outside the form, where Enter does not save.
        {product_search(session, search, matching)}
        {saving.form(content, words.save, false, may_not, save, move || desk.close())}
    }
    .into_any()
}

fn product_search(
    session: Session,
    search: RwSignal<String>,
    matching: Signal<Vec<Sku>>,
) -> AnyView {
    let texts = session.texts::<SubscriptionWords>();
    let found = move || {
        let count = matching.read().len();
        let is_searched = !search.read().trim().is_empty();
        let found = || session.sentences().found(count, &session.number(count));
        is_searched.then(found).unwrap_or_default()
    };
    view! {
        <div class="tools">
            <SearchBox
                label=texts.search_products
                hint=texts.search_products_hint
                value=search
                on_input=move |text| search.set(text)
            />
            <p class="found" role="status">
                {text(found)}
            </p>
        </div>
    }
    .into_any()
}

/// The products to choose from, and the reminder to choose one.
fn products(
    desk: SubscriptionDesk,
    chosen: RwSignal<Option<Sku>>,
    is_missing: Signal<bool>,
    matching: Signal<Vec<Sku>>,
) -> AnyView {
    let texts = desk.session.texts::<SubscriptionWords>();
    let reminder = move || is_missing.get().then(|| texts.choose_product.to_owned());
    view! {
        <fieldset
            class="field"
            role="radiogroup"
            aria-required="true"
            aria-invalid=state(move || is_missing.get())
            aria-describedby="product-problems"
        >
            <legend>{desk.session.words().product}</legend>
            <div class="choices">
                {Sku::all().map(|sku| product(desk, sku, chosen, matching)).collect_view()}
            </div>
            <ProblemList
                id="product-problems".to_owned()
                problems=Signal::derive(move || Vec::from_iter(reminder()))
            />
        </fieldset>
    }
    .into_any()
}

/// Returns the products with every part of the search in their name or part number.
fn matching(search: RwSignal<String>) -> Signal<Vec<Sku>> {
    let searched = |sku: Sku| intl::folded(&format!("{}\n{}", sku.name, sku.part_number));
    let all: Vec<(Sku, String)> = Sku::all().map(|sku| (sku, searched(sku))).collect();
    Memo::new(move |_| {
        let search = intl::folded(&search.read());
        let parts: Vec<&str> = search.split_whitespace().collect();
        let is_match = |(_, text): &&(Sku, String)| parts.iter().all(|part| text.contains(part));
        all.iter().filter(is_match).map(|(sku, _)| *sku).collect()
    })
    .into()
}

/// A product. The chosen one stays visible during a search.
fn product(
    desk: SubscriptionDesk,
    sku: Sku,
    chosen: RwSignal<Option<Sku>>,
    matching: Signal<Vec<Sku>>,
) -> AnyView {
    let is_chosen = move || *chosen.read() == Some(sku);
    let id = element::unique_id("product");
    let described_by = id.clone();
    view! {
        <label class="check" hidden=when(move || !is_chosen() && !matching.read().contains(&sku))>
            <input
                type="radio"
                name="product"
                aria-describedby=described_by
                prop:checked=when(is_chosen)
                on:change=move |_| chosen.set(Some(sku))
            />
            <span>{sku.name}</span>
            <span class="note" id=id aria-hidden="true">
                {sku.part_number}
                " "
                <strong>{text(move || seats_bought(desk, sku))}</strong>
            </span>
        </label>
    }
    .into_any()
}

/// Says how many seats of the product there are, if any were bought.
fn seats_bought(desk: SubscriptionDesk, sku: Sku) -> String {
    let session = desk.session;
    let seats = session.read_customer(desk.customer, |customer| customer.entitlement(sku));
    match seats.map(|seats| seats.total) {
        None => String::new(),
        Some(0) => session.words().suspended.to_owned(),
        Some(total) => session.sentences().seats_bought(&session.number(total)),
    }
}
