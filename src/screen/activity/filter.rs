//! The filters of the activity log.

use crate::live::{Memo, Signal, reactive};
use leptos::prelude::*;

use super::desk::ActivityDesk;
use crate::browser::intl;
use crate::domain::{Action, CustomerId, Guid, Moment, day};
use crate::session::Session;
use crate::session::address::log_listing::{LogListing, day_text};
use crate::text::LogWords;
use crate::ui::{dynamic, when};

/// The fields From, To, Customer and Action.
pub fn filters(desk: ActivityDesk) -> AnyView {
    let session = desk.session;
    let words = session.words();
    let texts = session.texts::<LogWords>();
    let change = move |change: &dyn Fn(&mut LogListing)| {
        let mut listing = desk.listing.get_untracked();
        listing.page = 0;
        change(&mut listing);
        desk.show(listing);
    };
    let from = Signal::derive(move || desk.listing.read().from);
    let to = Signal::derive(move || desk.listing.read().to);
    let customers = desk.customer.is_none().then(|| {
        let options = Memo::new(move |_| customers(session));
        let chosen = Signal::derive(move || {
            let chosen = desk.listing.read().customer;
            chosen
                .map(|customer| customer.0.to_string())
                .unwrap_or_default()
        });
        select(
            "log-customer",
            words.affected_customer,
            options.into(),
            chosen,
            move |code| {
                let id = code.parse::<Guid>().ok().map(CustomerId);
                change(&|listing| listing.customer = id);
            },
        )
    });
    let actions = Signal::stored(actions(session));
    let action = Signal::derive(move || {
        let action = desk.listing.read().action;
        action.map_or("", Action::code).to_owned()
    });
    let on_action = move |code: String| {
        let action = Action::from_code(&code);
        change(&|listing| listing.action = action);
    };
    view! {
        <div class="tools">
            {date(
                "from-day",
                texts.from_day,
                from,
                move |day| change(&|listing| listing.from = day),
            )}
            {date("to-day", texts.to_day, to, move |day| change(&|listing| listing.to = day))}
            {customers}
            {select("log-action", texts.action, actions, action, on_action)}
        </div>
    }
    .into_any()
}

fn date(
    id: &'static str,
    label: &'static str,
    value: Signal<Option<Moment>>,
    on_change: impl Fn(Option<Moment>) + 'static,
) -> AnyView {
    let text = move || value.get().map(day_text).unwrap_or_default();
    view! {
        <div class="filter">
            <label for=id>{label}</label>
            <input
                type="date"
                id=id
                max="9999-12-31"
                prop:value=reactive(text)
                on:change=move |event| on_change(day(&event_target_value(&event)).ok())
            />
        </div>
    }
    .into_any()
}

fn select(
    id: &'static str,
    label: &'static str,
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    on_change: impl Fn(String) + 'static,
) -> AnyView {
    let option = move |(code, label): (String, String)| {
        let value = code.clone();
        view! {
            <option value=value selected=when(move || *chosen.read() == code)>
                {label}
            </option>
        }
    };
    view! {
        <div class="filter">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| on_change(event_target_value(&event))>
                {dynamic(move || options.get().into_iter().map(option).collect_view().into_any())}
            </select>
        </div>
    }
    .into_any()
}

/// Returns the choices: all customers, then each by name.
fn customers(session: Session) -> Vec<(String, String)> {
    let words = session.words();
    let texts = session.texts::<LogWords>();
    let all: Vec<(String, String)> = session.workspace().with(|workspace| {
        let customers = workspace.customers();
        let named =
            customers.map(|customer| (customer.id.0.to_string(), customer.company.to_string()));
        named.collect()
    });
    let in_order = intl::sort_by_text(words.language_tag, all, |(_, name)| name.clone());
    let everybody = (String::new(), texts.all_customers.to_owned());
    std::iter::once(everybody).chain(in_order).collect()
}

fn actions(session: Session) -> Vec<(String, String)> {
    let sentences = session.sentences();
    let option = |action: Action| {
        (
            action.code().to_owned(),
            sentences.action(action).to_owned(),
        )
    };
    let everything = (
        String::new(),
        session.texts::<LogWords>().all_actions.to_owned(),
    );
    std::iter::once(everything)
        .chain(Action::ALL.map(option))
        .collect()
}
