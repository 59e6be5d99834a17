//! The Dashboard: the ways in, and what one would look at first.

use std::cmp::Reverse;

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::figures::{Figures, figures};
use super::ways::ways_in;
use crate::browser::{element, intl};
use crate::domain::UserFilter;
use crate::journal::LogEntry;
use crate::later::later;
use crate::screen::shared::headline::headline;
use crate::screen::shared::loading::{Part, Spot, when_loaded};
use crate::session::Session;
use crate::session::address::listing::{DeletedColumn, Listing, ShownDeleted, ShownUsers};
use crate::session::address::log_listing::{LogListing, beginning_of_day};
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::text::DashboardWords;
use crate::ui::{Meter, dynamic};

/// How many of the latest changes are shown.
const CHANGES: usize = 6;

/// The Dashboard.
#[component]
pub fn Dashboard() -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<DashboardWords>();
    element::set_title(&format!("{} – Seatwork", words.dashboard));
    let figures = Memo::new(move |_| {
        let now = session.now();
        let workspace = session.workspace();
        workspace.with(|workspace| figures(workspace, words.language_tag, now))
    });
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.dashboard}</h1>
            <a href=session.link(&Route::Welcome)>{texts.about}</a>
        </div>
        {(untrack(|| session.scope()) == Scope::Own).then(|| ways_in(session))}
        <div class="glance">
            <div>
                {section(texts.seats_used, dynamic(move || seats(session, &figures.read())))}
                {section(texts.latest_changes, changes(session, figures.into()))}
            </div>
            <div>
                {section(
                    texts.without_license,
                    dynamic(move || unlicensed(session, &figures.read())),
                )}
                {section(texts.ending_soon, dynamic(move || ending(session, &figures.read())))}
            </div>
        </div>
    }
}

fn section(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="panel">
            <h2>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// A row: where it leads, and a figure.
fn row(session: Session, label: String, to: &Route, figure: String) -> AnyView {
    view! {
        <li>
            <a href=session.link(to) dir="auto">
                {label}
            </a>
            <span>{figure}</span>
        </li>
    }
    .into_any()
}

/// Returns the rows, or a remark if there are none.
fn rows(rows: Vec<AnyView>, none: &'static str) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="note">{none}</p> }.into_any();
    }
    view! { <ul>{rows}</ul> }.into_any()
}

/// The seats of each customer who has any.
fn seats(session: Session, all: &[Figures]) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<DashboardWords>();
    let bar = |one: &Figures| {
        let (used, total) = one.seats;
        let [used_text, total_text] = [used, total].map(|count| session.number(count));
        let figure = sentences.seats_of_total(&used_text, &total_text, total);
        let label = format!("{} – {}", texts.seats_used, one.company);
        view! {
            <li>
                <a href=session.link(&Route::Subscriptions(one.id, None)) dir="auto">
                    {one.company.clone()}
                </a>
                <Meter label used total />
                <span>{figure}</span>
            </li>
        }
        .into_any()
    };
    let with_seats = all.iter().filter(|one| one.seats != (0, 0));
    rows(with_seats.map(bar).collect(), words.no_subscriptions)
}

/// The customers with users without a license, those with the most first.
fn unlicensed(session: Session, all: &[Figures]) -> AnyView {
    let (texts, sentences) = (session.texts::<DashboardWords>(), session.sentences());
    let mut some: Vec<&Figures> = all.iter().filter(|one| one.unlicensed > 0).collect();
    some.sort_by_key(|one| Reverse(one.unlicensed));
    let to = |one: &Figures| {
        let listing = Listing::default().filtered(ShownUsers::Only(UserFilter::Unlicensed));
        let count = usize::try_from(one.unlicensed).unwrap_or(usize::MAX);
        let figure = sentences.users(count, &session.number(count));
        row(
            session,
            one.company.clone(),
            &Route::Users(one.id, listing),
            figure,
        )
    };
    rows(some.into_iter().map(to).collect(), texts.all_licensed)
}

/// The customers with deleted users who can be restored only for a short time.
fn ending(session: Session, all: &[Figures]) -> AnyView {
    let (texts, sentences) = (session.texts::<DashboardWords>(), session.sentences());
    let to = |one: &Figures| {
        let (count, days) = one.ending?;
        let listing = Listing {
            sort: DeletedColumn::DaysLeft,
            ..Listing::default().filtered(ShownDeleted::EndingSoon)
        };
        let figure = sentences.users_ending(count, &session.number(count), days);
        Some(row(
            session,
            one.company.clone(),
            &Route::DeletedUsers(one.id, listing),
            figure,
        ))
    };
    rows(all.iter().filter_map(to).collect(), texts.none_ending_soon)
}

/// The latest changes. Before the first one, nothing that reads them has to be loaded.
fn changes(session: Session, all: Signal<Vec<Figures>>) -> AnyView {
    let words = session.words();
    let is_any = Memo::new(move |_| session.has_changes());
    dynamic(move || {
        if !is_any.get() {
            return rows(Vec::new(), words.no_log);
        }
        let part = Part {
            load: || Box::pin(latest::load()),
            make: Box::new(move || Box::pin(latest::call(session, all))),
            spot: Spot::Section,
        };
        when_loaded(session, part)
    })
}

later! { in saving:
    /// The latest changes.
    fn latest(session: Session, all: Signal<Vec<Figures>>) -> AnyView {
        latest_changes(session, all)
    }
}

/// The latest changes. What cannot be read is told of in the activity log.
fn latest_changes(session: Session, all: Signal<Vec<Figures>>) -> AnyView {
    let words = session.words();
    let latest = Memo::new(move |_| session.latest_changes(CHANGES).unwrap_or_default());
    dynamic(move || {
        let (latest, all) = (latest.read(), all.read());
        rows(
            latest
                .iter()
                .map(|entry| change(session, entry, &all))
                .collect(),
            words.no_log,
        )
    })
}

fn change(session: Session, entry: &LogEntry, all: &[Figures]) -> AnyView {
    let headline = untrack(|| headline(session, entry));
    let company = all.iter().find(|one| Some(one.id) == entry.customer());
    let day = Some(beginning_of_day(entry.at()));
    let listing = LogListing {
        from: day,
        to: day,
        customer: entry.customer(),
        action: Some(entry.action()),
        ..LogListing::default()
    };
    let at = intl::moment(session.words().language_tag, entry.at());
    let figure = company.map_or(at.clone(), |company| format!("{} · {at}", company.company));
    row(session, headline, &Route::Activity(None, listing), figure)
}
