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
    let product = move |sku| Product::new(session, customer, sku, form.clone(), disabled).view();
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
struct Product {
    session: Session,
    customer: CustomerId,
    sku: Sku,
    form: Form,
    disabled: Signal<bool>,
    /// The id of its seats, and the beginning of its other ids.
    id: String,
    problems: Signal<Vec<String>>,
    /// Whether the service plans are unfolded.
    is_open: RwSignal<bool>,
}

impl Product {
    fn new(
        session: Session,
        customer: CustomerId,
        sku: Sku,
        form: Form,
        disabled: Signal<bool>,
    ) -> Self {
        let problems = {
            let form = form.clone();
            Signal::derive(move || form.problems(sku))
        };
        Self {
            session,
            customer,
            sku,
            form,
            disabled,
            id: element::unique_id("product"),
            problems,
            is_open: RwSignal::new(false),
        }
    }

    fn id_of(&self, part: &str) -> String {
        format!("{}-{part}", self.id)
    }

    fn view(self) -> AnyView {
        let Self {
            problems, is_open, ..
        } = self;
        let label = self.session.words().assigned;
        let assigned = self.form.assigned(self.sku);
        let columns = if assigned.is_some() { 4 } else { 3 };
        let assigned = assigned.map(|cell| view! { <td data-label=label>{cell}</td> });
        view! {
            <tbody>
                <tr class:wrong=when(move || !problems.read().is_empty())>
                    {self.name()} {assigned} {self.seats()}
                </tr>
                <tr
                    class="more"
                    hidden=when(move || problems.read().is_empty() && !is_open.get())
                >
                    <td colspan=columns>
                        <ProblemList id=self.id_of("problems") problems />
                        {self.plans()}
                    </td>
                </tr>
            </tbody>
        }
        .into_any()
    }

    /// The check box with the product's name, and what saving will do.
    fn name(&self) -> AnyView {
        let Self { sku, problems, .. } = *self;
        let (state, pressed, form) = (self.form.clone(), self.form.clone(), self.form.clone());
        let action = Memo::new(move |_| form.action(sku));
        let action_id = self.id_of("action");
        let described_by = format!("{} {action_id} {}", self.id, self.id_of("problems"));
        view! {
            <th scope="row">
                <label class="check">
                    <CheckBox
                        checked=Signal::derive(move || state.checked(sku))
                        on_press=move |_| pressed.press(sku)
                        disabled=self.disabled
                        wrong=Signal::derive(move || !problems.read().is_empty())
                        described_by
                    />
                    <span id=self.id_of("name")>{sku.name}</span>
                </label>
                <span class="note" id=action_id hidden=when(move || action.get().is_none())>
                    {text(move || action.get().unwrap_or_default().to_owned())}
                </span>
            </th>
        }
        .into_any()
    }

    /// The cells with the seats, and with the links to more seats and to the service plans.
    fn seats(&self) -> AnyView {
        let Self {
            session,
            customer,
            sku,
            ..
        } = *self;
        let seats = Signal::derive(move || {
            session.read_customer(customer, |customer| customer.entitlement(sku))
        });
        let form = self.form.clone();
        let is_short = Signal::derive(move || {
            form.is_short(sku) || seats.get().is_none_or(|seats| seats.available() < 1)
        });
        view! {
            <td class="seats" class:exhausted=when(move || is_short.get()) id=self.id.clone()>
                {text(move || seats_text(session, seats.get()))}
            </td>
            <td class="links">
                <a
                    href=session.link(&Route::Subscriptions(customer, Some(sku)))
                    aria-describedby=self.id_of("name")
                    hidden=when(move || !is_short.get())
                >
                    {session.words().buy_more}
                </a>
                {self.plans_button()}
            </td>
        }
        .into_any()
    }

    fn plans_button(&self) -> AnyView {
        let (words, is_open) = (self.session.words(), self.is_open);
        view! {
            <button
                type="button"
                class="quiet"
                aria-expanded=expanded(move || is_open.get())
                aria-controls=self.id_of("plans")
                aria-label=format!("{} – {}", words.view_plans, self.sku.name)
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {words.view_plans}
            </button>
        }
        .into_any()
    }

    fn plans(self) -> AnyView {
        let id = self.id_of("plans");
        let Self {
            session,
            sku,
            form,
            disabled,
            is_open,
            ..
        } = self;
        let label = session.texts::<LicenseWords>().service_plans;
        view! {
            <ul
                class="plans"
                id=id
                hidden=when(move || !is_open.get())
                aria-label=format!("{label} – {}", sku.name)
            >
                {dynamic(move || is_open.get().then(|| plans(sku, &form, disabled)).into_any())}
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
