//! Activity log: what was done, when, by whom, and the equivalent calls of the real service.

use std::collections::BTreeSet;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::desk::ActivityDesk;
use super::entry::{EntryText, row};
use super::filter::filters;
use crate::browser::element;
use crate::domain::CustomerId;
use crate::journal::{Log, LogEntry, StorageError};
use crate::screen::shared::customer_page;
use crate::screen::shared::download;
use crate::screen::shared::paging::pager;
use crate::session::address::listing::PageSize;
use crate::session::address::log_listing::LogListing;
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::LogWords;
use crate::training::Act;
use crate::ui::{ActionButton, Glyph, text, warning, when};

/// The log of one customer, or of all.
#[component]
pub fn Activity(customer: Option<CustomerId>) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<LogWords>();
    match customer {
        Some(customer) => customer_page::set_title(session, customer, words.activity_log),
        None => element::set_title(&format!("{} – Seatwork", words.activity_log)),
    }
    let route = session.navigation.route();
    let listing = Memo::new(move |before: Option<&LogListing>| match &*route.read() {
        Route::Activity(_, listing) => listing.clone(),
        // The log stays until it is disposed of.
        _ => before.cloned().unwrap_or_default(),
    });
    let desk = ActivityDesk {
        session,
        customer,
        listing: listing.into(),
        unfolded: RwSignal::new(BTreeSet::new()),
    };
    let log = Memo::new(move |_| session.log());
    // Positions, latest first.
    let matching = Memo::new(move |_| {
        let (log, listing) = (log.read(), listing.read());
        let matching = entries(&log).iter().enumerate().rev();
        let matching = matching.filter(|(_, entry)| desk.matches(&listing, entry));
        matching.map(|(at, _)| at).collect::<Vec<usize>>()
    });
    let count = Memo::new(move |_| matching.read().len());
    let is_empty = Memo::new(move |_| count.get() == 0);
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.activity_log}</h1>
            <ActionButton
                label=words.export_log
                glyph=Glyph::Download
                on_press=move || {
                    untrack(|| download(desk, &entries_at(&log.read(), &matching.read())))
                }
            />
        </div>
        {warning(Signal::derive(move || trouble(session, &log.read())))}
        {filters(desk)}
        <p class="found" role="status">
            {text(move || {
                let count = count.get();
                let found = || session.sentences().found(count, &session.number(count));
                if listing.read().is_everything() { String::new() } else { found() }
            })}
        </p>
        <div class="log" class:of-customer=customer.is_some() hidden=is_empty>
            {pages(desk, log.into(), matching.into())}
            <p class="note">{texts.log_kept}</p>
        </div>
        {nothing(desk, is_empty.into())}
    }
}

fn entries(log: &Result<Log, StorageError>) -> &[LogEntry] {
    log.as_ref().map_or(&[], |log| &log.entries)
}

fn entries_at(log: &Result<Log, StorageError>, positions: &[usize]) -> Vec<LogEntry> {
    let entries = entries(log);
    let at = positions.iter().filter_map(|at| entries.get(*at).cloned());
    at.collect()
}

/// The entries of the current page, and the pager.
fn pages(
    desk: ActivityDesk,
    log: Signal<Result<Log, StorageError>>,
    matching: Signal<Vec<usize>>,
) -> AnyView {
    let listing = desk.listing;
    let size = Signal::derive(move || listing.read().size.rows());
    let page = Signal::derive(move || listing.read().page);
    let count = Signal::derive(move || matching.read().len());
    let on_page = Memo::new(move |_| {
        let matching = matching.read();
        let mut pages = matching.chunks(size.get());
        // Past the end, the last page is shown.
        let last = pages.len().saturating_sub(1);
        let shown = pages.nth(page.get().min(last));
        entries_at(&log.read(), shown.unwrap_or_default())
    });
    let turn = Callback::new(move |(page, rows)| {
        let listing = listing.get_untracked();
        let size = PageSize::from_rows(rows).unwrap_or(listing.size);
        desk.show(LogListing {
            page,
            size,
            ..listing
        });
    });
    view! {
        {table(desk, on_page.into())}
        {pager(desk.session, count, page, size, turn)}
    }
    .into_any()
}

/// Says why there is nothing to show.
fn nothing(desk: ActivityDesk, is_empty: Signal<bool>) -> AnyView {
    let words = desk.session.words();
    let texts = desk.session.texts::<LogWords>();
    let is_everything = move || desk.listing.read().is_everything();
    let is_wrong_way = move || {
        let listing = desk.listing.read();
        listing
            .from
            .zip(listing.to)
            .is_some_and(|(from, to)| from > to)
    };
    let reason = move || {
        let reason = match (is_everything(), is_wrong_way()) {
            (true, _) => words.no_log,
            (_, true) => texts.from_after_to,
            _ => texts.nothing_logged,
        };
        reason.to_owned()
    };
    view! {
        <div class="empty" hidden=when(move || !is_empty.get())>
            <p>{text(reason)}</p>
            <p class="note" hidden=when(move || !is_everything())>
                {texts.no_log_hint}
            </p>
            <button
                type="button"
                hidden=when(is_everything)
                on:click=move |_| {
                    desk.show(LogListing::default());
                    // The button disappears with the empty log.
                    element::focus_soon("#from-day");
                }
            >
                {words.show_all}
            </button>
        </div>
    }
    .into_any()
}

fn table(desk: ActivityDesk, on_page: Signal<Vec<LogEntry>>) -> AnyView {
    let words = desk.session.words();
    let texts = desk.session.texts::<LogWords>();
    let heads = [
        texts.date_time,
        words.affected_customer,
        texts.action,
        texts.partner_user,
        texts.details,
    ];
    view! {
        <div class="table" role="region" aria-label=words.activity_log tabindex="0">
            <table>
                <thead>
                    <tr>
                        {heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                    </tr>
                </thead>
                // Entries never change, so rows are keyed and kept.
                <For
                    each=move || on_page.get()
                    key=LogEntry::number
                    children=move |entry| row(desk, entry)
                />
            </table>
        </div>
    }
    .into_any()
}

/// Returns why the log is incomplete.
fn trouble(session: Session, log: &Result<Log, StorageError>) -> Option<String> {
    match log {
        Ok(log) if log.unreadable == 0 => None,
        Ok(log) => {
            let count = session.number(log.unreadable);
            Some(session.sentences().unreadable_entries(&count))
        }
        Err(error) => {
            let reason = crate::journal::NotSaved::Storage(error.clone());
            Some(session.sentences().storage_trouble(&reason))
        }
    }
}

/// Downloads the matching entries.
fn download(desk: ActivityDesk, entries: &[LogEntry]) {
    let session = desk.session;
    let words = session.words();
    let texts = session.texts::<LogWords>();
    if entries.is_empty() {
        return session
            .notices
            .show_passing(Tone::Warning, texts.nothing_logged);
    }
    let head = [
        texts.date_time_utc,
        words.affected_customer,
        texts.action,
        texts.partner_user,
        texts.details,
    ];
    let rows = entries
        .iter()
        .map(|entry| EntryText::of(desk, entry).cells());
    let head = std::iter::once(head.map(str::to_owned));
    let name = download::name(session, texts.file_activity_log, desk.customer);
    download::csv(session, &name, head.chain(rows), Some(Act::LogExported));
}
