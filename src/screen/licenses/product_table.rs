//! A form's table of the customer's products: check box, seats, service plans.

use std::sync::Arc;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{Customer, CustomerId, Entitlement, Plan, Sku};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::LicenseWords;
use crate::ui::{CheckBox, ProblemList, dynamic, expanded, text, when};

/// What a form knows of its products, and its reactions.
pub trait ProductForm: Send + Sync {
    /// Returns whether the product is checked; `None` is mixed.
    fn checked(&self, sku: Sku) -> Option<bool>;

    /// Handles a press on the product's check box.
    fn press(&self, sku: Sku);

    /// Returns whether the plan is checked, if it can be switched at all.
    fn plan(&self, sku: Sku, plan: Plan) -> Option<Option<bool>>;

    /// Handles a press on the plan's check box.
    fn press_plan(&self, sku: Sku, plan: Plan);

    /// Returns the problems at the product.
    fn problems(&self, sku: Sku) -> Vec<String>;

    /// Returns whether it takes more seats than there are.
    fn is_short(&self, sku: Sku) -> bool;

    /// Says what saving will do with the product for all users, such as "assign to all".
    fn action(&self, sku: Sku) -> Option<&'static str>;

    /// Returns the cell of the column "Assigned", if the form has one.
    fn assigned(&self, sku: Sku) -> Option<AnyView>;
}

/// The form, shared by the parts of the table.
type Form = Arc<dyn ProductForm>;

/// The table of products. The rows stay while the form is open; their seats are updated.
#[component]
pub fn ProductTable(
    customer: CustomerId,
    form: Form,
    /// Whether to show the column "Assigned".
    has_assigned: bool,
    disabled: Signal<bool>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let skus = |customer: &Customer| {
        let seats = customer.entitlements().into_iter();
        seats.map(|entitlement| entitlement.sku).collect()
    };
    let skus: Vec<Sku> = untrack(|| session.read_customer(customer, skus));
    if skus.is_empty() {
        return view! {
            <p class="note">
                {words.no_subscriptions}
                " "
                {words.no_subscriptions_hint}
            </p>
        }
        .into_any();
    }
    let product = move |sku| product(session, customer, sku, form.clone(), disabled);
    let assigned = has_assigned.then(|| view! { <th scope="col">{words.assigned}</th> });
    view! {
        <div class="fitted">
            <table class="products">
                <thead>
                    <tr>
                        <th scope="col">{words.product}</th>
                        {assigned}
                        <th scope="col">{words.available_licenses}</th>
                        <td></td>
                    </tr>
                </thead>
                {skus.into_iter().map(product).collect_view()}
            </table>
        </div>
    }
    .into_any()
}

/// A product: a row, and below it problems and service plans.
fn product(
    session: Session,
    customer: CustomerId,
    sku: Sku,
    form: Form,
    disabled: Signal<bool>,
) -> AnyView {
    let words = session.words();
    let id = element::unique_id("product");
    let [problems_id, name_id, action_id] =
        ["problems", "name", "action"].map(|part| format!("{id}-{part}"));
    let seats = Signal::derive(move || {
        session.read_customer(customer, |customer| customer.entitlement(sku))
    });
    let (state, pressed, short) = (form.clone(), form.clone(), form.clone());
    let is_short = Signal::derive(move || {
        short.is_short(sku) || seats.get().is_none_or(|seats| seats.available() < 1)
    });
    let checked = Signal::derive(move || state.checked(sku));
    let assigned = form
        .assigned(sku)
        .map(|assigned| view! { <td data-label=words.assigned>{assigned}</td> });
    let columns = if assigned.is_some() { 4 } else { 3 };
    let open = RwSignal::new(false);
    let more = More {
        session,
        sku,
        open,
        plans_id: format!("{id}-plans"),
    };
    let button = more.button();
    let problems = {
        let form = form.clone();
        Signal::derive(move || form.problems(sku))
    };
    let described_by = format!("{id} {action_id} {problems_id}");
    let action = {
        let form = form.clone();
        Memo::new(move |_| form.action(sku))
    };
    view! {
        <tbody>
            <tr class:wrong=when(move || !problems.read().is_empty())>
                <th scope="row">
                    <label class="check">
                        <CheckBox
                            checked
                            on_press=move |_| pressed.press(sku)
                            disabled
                            wrong=Signal::derive(move || !problems.read().is_empty())
                            described_by
                        />
                        <span id=name_id.clone()>{sku.name}</span>
                    </label>
                    <span class="note" id=action_id hidden=when(move || action.get().is_none())>
                        {text(move || action.get().unwrap_or_default().to_owned())}
                    </span>
                </th>
                {assigned}
                <td class="seats" class:exhausted=when(move || is_short.get()) id=id>
                    {text(move || seats_text(session, seats.get()))}
                </td>
                <td class="links">
                    <a
                        href=session.link(&Route::Subscriptions(customer, Some(sku)))
                        aria-describedby=name_id
                        hidden=when(move || !is_short.get())
                    >
                        {words.buy_more}
                    </a>
                    {button}
                </td>
            </tr>
            <tr class="more" hidden=when(move || problems.read().is_empty() && !open.get())>
                <td colspan=columns>
                    <ProblemList id=problems_id problems />
                    {more.plans(form, disabled)}
                </td>
            </tr>
        </tbody>
    }
    .into_any()
}

/// The service plans of a product, and the button that unfolds them.
struct More {
    session: Session,
    sku: Sku,
    open: RwSignal<bool>,
    plans_id: String,
}

impl More {
    fn button(&self) -> AnyView {
        let (words, open) = (self.session.words(), self.open);
        view! {
            <button
                type="button"
                class="quiet"
                aria-expanded=expanded(move || open.get())
                aria-controls=self.plans_id.clone()
                aria-label=format!("{} – {}", words.view_plans, self.sku.name)
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {words.view_plans}
            </button>
        }
        .into_any()
    }

    fn plans(self, form: Form, disabled: Signal<bool>) -> AnyView {
        let Self {
            session, sku, open, ..
        } = self;
        let label = session.texts::<LicenseWords>().service_plans;
        view! {
            <ul
                class="plans"
                id=self.plans_id
                hidden=when(move || !open.get())
                aria-label=format!("{label} – {}", sku.name)
            >
                {dynamic(move || open.get().then(|| plans(sku, &form, disabled)).into_any())}
            </ul>
        }
        .into_any()
    }
}

/// Returns "3 of 45 available", with a note if all is suspended or too much is assigned.
fn seats_text(session: Session, seats: Option<Entitlement>) -> String {
    let words = session.words();
    let (available, total) = seats.map_or((0, 0), |seats| (seats.available(), seats.total));
    let text = session
        .sentences()
        .seats_available(&session.number(available), &session.number(total));
    match (available, total) {
        (..0, _) => format!("{text} – {}", words.over_assigned),
        (_, 0) => format!("{text} – {}", words.suspended),
        _ => text,
    }
}

/// The service plans of a product; disabled until somebody holds the product.
fn plans(sku: Sku, form: &Form, disabled: Signal<bool>) -> AnyView {
    let plan = |plan: Plan| {
        let (state, pressed) = (form.clone(), form.clone());
        let state = Signal::derive(move || state.plan(sku, plan));
        view! {
            <li>
                <label class="check">
                    <CheckBox
                        checked=Signal::derive(move || state.get().unwrap_or(Some(false)))
                        on_press=move |_| pressed.press_plan(sku, plan)
                        disabled=Signal::derive(move || disabled.get() || state.get().is_none())
                    />
                    <span>{plan.name}</span>
                </label>
            </li>
        }
    };
    sku.plans().map(plan).collect_view().into_any()
}
