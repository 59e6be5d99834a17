//! Manage licenses: assign and revoke for one user or many.
//! Source: "Assign or revoke licenses to multiple users".

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::live::{Effect, Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::product_table::ProductTable;
use super::selected_users::{Holders, SelectedUsers};
use super::updated::show_summary;
use crate::browser::element;
use crate::domain::{
    Customer, CustomerCommand, CustomerId, Forecast, LicenseChange, LicenseUpdate, Plan, Problem,
    Refusal, Right, SeatForecast, Share, Sku, Survey, UserFilter, UserId, UserNumber,
};
use crate::screen::shared::customer_page;
use crate::screen::shared::saving_form::submit;
use crate::session::address::listing::{Listing, ShownUsers};
use crate::session::address::route::Route;
use crate::session::{Failure, LicenseForm, LicenseResults, Session, Tone};
use crate::text::LicenseWords;
use crate::ui::{SaveButton, dynamic, text, warning, when};

/// The form, or a message that nobody is selected.
#[component]
pub fn ManageLicenses(customer: CustomerId, user: Option<UserId>) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    customer_page::set_title(session, customer, words.manage_licenses);
    let users = Memo::new(move |_| match user {
        None => session.selection.users().get(),
        Some(id) => {
            let number = session.read_customer(customer, |customer| {
                customer.users.with_id(id).map(|user| user.number)
            });
            number.into_iter().collect()
        }
    });
    session
        .forms
        .open_licenses(customer, user, users.get_untracked());
    // A user removed from the selection leaves the form; the rest of it stays.
    Effect::new(move |_| {
        let users = users.get();
        change(session, |form| form.users = users);
    });
    let is_empty = Memo::new(move |_| users.read().is_empty());
    dynamic(move || {
        if is_empty.get() {
            nobody(session, customer).into_any()
        } else {
            UpdateForm::new(session, customer, user, users.into()).view()
        }
    })
}

/// Reads the open form.
fn read<T>(session: Session, read: impl FnOnce(&LicenseForm) -> T) -> Option<T> {
    session.forms.licenses.with(|form| form.as_ref().map(read))
}

pub(super) fn change(session: Session, change: impl FnOnce(&mut LicenseForm)) {
    session.forms.licenses.update(|form| {
        if let Some(form) = form {
            change(form);
        }
    });
}

/// The page shown when nobody is selected, such as after a reload.
fn nobody(session: Session, customer: CustomerId) -> impl IntoView {
    let words = session.words();
    let texts = session.texts::<LicenseWords>();
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.manage_licenses}</h1>
        </div>
        <div class="empty">
            <p>{texts.nobody_selected}</p>
            <p class="note">{words.select_first}</p>
            <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
        </div>
    }
}

/// The form, derived from the selected users and the chosen changes.
#[derive(Clone, Copy)]
pub(super) struct UpdateForm {
    pub(super) session: Session,
    customer: CustomerId,
    user: Option<UserId>,
    users: Signal<BTreeSet<UserNumber>>,
    pub(super) survey: Signal<Survey>,
    pub(super) update: Signal<LicenseUpdate>,
    pub(super) forecast: Signal<Forecast>,
    /// The product whose holders are listed.
    pub(super) holders: RwSignal<Option<Sku>>,
}

impl UpdateForm {
    fn new(
        session: Session,
        customer: CustomerId,
        user: Option<UserId>,
        users: Signal<BTreeSet<UserNumber>>,
    ) -> Self {
        let survey = Memo::new(move |_| {
            let survey =
                |customer: &Customer| Survey::of(&customer.users, users.read().iter().copied());
            session.read_customer(customer, survey)
        });
        let update =
            Memo::new(move |_| read(session, |form| form.update.clone()).unwrap_or_default());
        let forecast = Memo::new(move |_| {
            let forecast = |customer: &Customer| survey.read().forecast(customer, &update.read());
            session.read_customer(customer, forecast)
        });
        Self {
            session,
            customer,
            user,
            users,
            survey: survey.into(),
            update: update.into(),
            forecast: forecast.into(),
            holders: RwSignal::new(None),
        }
    }

    fn view(self) -> AnyView {
        let Self {
            session,
            customer,
            users,
            ..
        } = self;
        let words = session.words();
        let texts = session.texts::<LicenseWords>();
        let may_not = Signal::derive(move || session.why_not(Right::AssignLicenses));
        let saving = RwSignal::new(false);
        let on_submit = move |event| submit(&event, saving, may_not, self.save());
        view! {
            <div class="head">
                <h1 tabindex="-1">{words.manage_licenses}</h1>
            </div>
            {warning(may_not)}
            <SelectedUsers customer users removable=self.user.is_none() />
            <form
                class="form licenses"
                novalidate
                aria-label=words.assign_and_revoke
                on:submit=on_submit
            >
                <h2>{words.assign_and_revoke}</h2>
                <p class="note" hidden=when(move || !self.is_any_mixed())>
                    {texts.mixed_boxes}
                </p>
                <ProductTable
                    customer
                    form=Arc::new(self)
                    has_assigned=true
                    disabled=Signal::derive(move || may_not.read().is_some())
                />
                <div class="forecast" role="status">
                    {dynamic(move || self.forecast_lines())}
                </div>
                <p class="mistakes" role="alert">
                    {text(move || self.mistakes())}
                </p>
                <div class="buttons">
                    <SaveButton
                        label=words.save
                        busy_label=words.saving
                        busy=saving
                        why_not=may_not
                    />
                    <button type="button" on:click=move |_| self.cancel()>
                        {words.cancel}
                    </button>
                </div>
            </form>
            <Holders customer survey=self.survey product=self.holders />
        }
        .into_any()
    }

    fn cancel(self) {
        change(self.session, |form| form.update = LicenseUpdate::default());
        self.session.navigation.go(match self.user {
            Some(user) => Route::User(self.customer, user),
            None => Route::users(self.customer),
        });
    }

    pub(super) fn share(self, sku: Sku) -> Share {
        self.survey
            .with(|survey| Share::of(survey.holder_count(sku), survey.len()))
    }

    /// Returns whether only some of the users hold a product.
    fn is_any_mixed(self) -> bool {
        let mut products = self
            .session
            .read_customer(self.customer, Customer::entitlements);
        products.retain(|seats| self.share(seats.sku) == Share::Some);
        !products.is_empty()
    }

    pub(super) fn share_of_plan(self, sku: Sku, plan: Plan) -> Share {
        let update = self.update.read();
        self.survey
            .with(|survey| survey.share_of_plan(sku, plan, &update))
    }

    pub(super) fn shortages(self) -> Vec<Problem> {
        let shortages = |customer: &Customer| self.forecast.read().shortages(customer);
        self.session.read_customer(self.customer, shortages)
    }

    /// Describes what saving will do, one line per affected product. What there are too few seats
    /// for is said at the product.
    fn forecast_lines(self) -> AnyView {
        let (session, sentences) = (self.session, self.session.sentences());
        let forecast = self.forecast.get();
        if self.update.read().is_empty() {
            return ().into_any();
        }
        let line = |(sku, seats): &(Sku, SeatForecast)| {
            let [gained, lost] = [seats.gained, seats.lost].map(|count| session.number(count));
            let left = session.number(seats.left().abs());
            view! { <li>{sentences.seat_forecast(sku.name, *seats, [&gained, &lost, &left])}</li> }
        };
        let enough = forecast
            .products
            .iter()
            .filter(|(_, seats)| !seats.is_short());
        let lines = enough.map(line).collect_view();
        let is_short = forecast.products.iter().any(|(_, seats)| seats.is_short());
        let changed = sentences.users_changed(&session.number(forecast.changed));
        let plans = sentences.plan_forecast(&self.update.read());
        view! {
            <ul>{lines}</ul>
            <p hidden=plans.is_empty()>{plans.clone()}</p>
            <p hidden=is_short>{changed}</p>
            {self.refused(&forecast)}
        }
        .into_any()
    }

    /// Says who cannot be changed, and leads to those without a location.
    fn refused(self, forecast: &Forecast) -> AnyView {
        let (session, sentences) = (self.session, self.session.sentences());
        let all = session.number(self.survey.with(Survey::len));
        let nowhere = (forecast.nowhere > 0).then(|| {
            let text = sentences.without_location(&session.number(forecast.nowhere), &all);
            let filter = ShownUsers::Only(UserFilter::WithoutLocation);
            let address = Route::Users(self.customer, Listing::default().filtered(filter));
            let show = session.texts::<LicenseWords>().show_without_location;
            view! {
                <p class="exhausted">
                    {text} " " <a href=session.link(&address)>{show}</a>
                </p>
            }
        });
        let others = forecast.refused.saturating_sub(forecast.nowhere);
        let others = (others > 0).then(|| {
            let text = sentences.cannot_change(&session.number(others), &all);
            view! { <p class="exhausted">{text}</p> }
        });
        view! { {nowhere} {others} }.into_any()
    }

    /// Says after the first attempt to save that nothing is chosen. Other mistakes are said at
    /// their products.
    fn mistakes(self) -> String {
        let is_tried = read(self.session, |form| form.tried).unwrap_or(false);
        if is_tried && self.update.read().is_empty() {
            self.session
                .texts::<LicenseWords>()
                .choose_something
                .to_owned()
        } else {
            String::new()
        }
    }

    async fn save(self) {
        let session = self.session;
        let users = self.users.get_untracked();
        let update = self.update.get_untracked();
        change(session, |form| form.tried = true);
        if update.is_empty() {
            return element::focus_soon("table.products input:not(:disabled)");
        }
        let command = CustomerCommand::ChangeLicenses {
            changes: vec![LicenseChange { users, update }],
        }
        .about(self.customer);
        let outcomes = match session.dispatch(command).await {
            Ok(decision) => decision.outcomes,
            Err(Failure::Refused(Refusal::NobodyChanged(outcomes))) => outcomes,
            // The form shows the problems at their products, if the latest state still has them.
            Err(Failure::Refused(Refusal::Problems(problems))) => {
                if untrack(|| self.shortages()).is_empty() {
                    let text = session.reason(&Failure::Refused(Refusal::Problems(problems)));
                    session.notices.show(Tone::Error, text);
                }
                return element::focus_soon("main [aria-invalid=true]");
            }
            Err(failure) => return session.notices.show(Tone::Error, session.reason(&failure)),
        };
        show_summary(session, &outcomes);
        session.forms.licenses.set(None);
        session.forms.results.set(Some(LicenseResults {
            customer: self.customer,
            user: self.user,
            outcomes,
        }));
        let results = Route::LicensesUpdated(self.customer);
        session.navigation.go(results);
    }
}
