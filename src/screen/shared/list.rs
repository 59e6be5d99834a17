//! Search, order and pages of the long lists, all of it kept in the address.

use std::sync::Arc;

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::found::{Found, Searched};
use super::paging::pager;
use crate::browser::{element, intl};
use crate::session::Session;
use crate::session::address::listing::{Column, Filter, Listing, PageSize};
use crate::session::address::route::Route;
use crate::ui::{Head, Row, RowControls, SearchBox, Table, dynamic, text};

/// A list in the state given by the address. Columns are known by position, so that the code is
/// compiled once for every kind of list.
#[derive(Clone, Copy)]
pub struct List {
    session: Session,
    shown: Signal<Shown>,
    adjust: Callback<Adjustment>,
    /// Positions of all items, sorted.
    pub ordered: Signal<Vec<usize>>,
    /// Positions of the items that match search and filter, sorted.
    pub matching: Signal<Vec<usize>>,
    searched: Signal<Searched>,
}

/// The list's state in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    search: String,
    is_filtered: bool,
    column: usize,
    descending: bool,
    page: usize,
    rows: usize,
}

/// A change to the list's state.
enum Adjustment {
    Search(String),
    /// Clears search and filter.
    Everything,
    SortBy(usize),
    Page(usize),
    Size(PageSize),
}

/// Returns the texts of a column, one per item.
type Texts = StoredValue<Box<dyn Fn(usize) -> Vec<String> + Send + Sync>>;

fn position_of<C: Column>(column: C) -> usize {
    C::ALL
        .iter()
        .position(|other| *other == column)
        .unwrap_or(0)
}

fn column_at<C: Column>(position: usize) -> C {
    C::ALL.get(position).copied().unwrap_or_default()
}

impl List {
    /// Creates a list of items known by their position.
    ///
    /// `searched` returns the texts that a search looks through, one per item, when there is one;
    /// `kept` tells which items pass the filter (`None`: all do); `sorted` returns a column's
    /// texts, one per item. It runs when that column is first sorted by, and again when the
    /// workspace changes.
    pub fn new<C: Column>(
        session: Session,
        listing_in: fn(&Route) -> Option<&Listing<C>>,
        route_of: impl Fn(Listing<C>) -> Route + Send + Sync + 'static,
        searched: impl Fn() -> Vec<String> + Send + Sync + 'static,
        kept: Signal<Option<Vec<bool>>>,
        sorted: impl Fn(C) -> Vec<String> + Send + Sync + 'static,
    ) -> Self {
        let route = session.navigation.route();
        let shown = Memo::new(move |before: Option<&Shown>| {
            let route = route.read();
            let listing = listing_in(&route);
            // On the way to another view the list keeps its state until it is disposed of.
            if let (None, Some(before)) = (listing, before) {
                return before.clone();
            }
            let listing = listing.cloned().unwrap_or_default();
            Shown {
                search: listing.search,
                is_filtered: listing.filter.code().is_some(),
                column: position_of(listing.sort),
                descending: listing.descending,
                page: listing.page,
                rows: listing.size.rows(),
            }
        });
        let adjust = Callback::new(move |adjustment| {
            let listing = listing_in(&route.read_untracked())
                .cloned()
                .unwrap_or_default();
            session.navigation.adjust(route_of(match adjustment {
                Adjustment::Search(text) => listing.searching(text),
                Adjustment::Everything => listing
                    .searching(String::new())
                    .filtered(C::Filter::default()),
                Adjustment::SortBy(column) => listing.sorted_by(column_at(column)),
                Adjustment::Page(page) => listing.at_page(page),
                Adjustment::Size(size) => listing.with_size(size),
            }));
        });
        let searched = Memo::new(move |_| Arc::new(intl::folded_all(&searched())));
        let texts: Texts = StoredValue::new(Box::new(move |column| sorted(column_at(column))));
        Self::assemble(
            session,
            shown.into(),
            adjust,
            (searched.into(), kept),
            (C::ALL.len(), texts),
        )
    }

    fn assemble(
        session: Session,
        shown: Signal<Shown>,
        adjust: Callback<Adjustment>,
        (searched, kept): (Signal<Searched>, Signal<Option<Vec<bool>>>),
        (columns, texts): (usize, Texts),
    ) -> Self {
        let tag = session.words().language_tag;
        let order_by =
            |column| Memo::new(move |_| intl::order(tag, &texts.with_value(|texts| texts(column))));
        let orders: Vec<Memo<Vec<usize>>> = (0..columns).map(order_by).collect();
        let column = Memo::new(move |_| shown.with(|shown| shown.column));
        let descending = Memo::new(move |_| shown.with(|shown| shown.descending));
        let ordered = Memo::new(move |_| {
            let order = orders.get(column.get()).map(|order| order.get());
            let mut order = order.unwrap_or_default();
            if descending.get() {
                order.reverse();
            }
            order
        });
        let search = Memo::new(move |_| shown.with(|shown| intl::folded(shown.search.trim())));
        let found = Memo::new(move |before: Option<&Option<Found>>| {
            let search = search.read();
            let before = before.and_then(Option::as_ref);
            (!search.is_empty()).then(|| Found::new(&search, &searched.read(), before))
        });
        let matching = Memo::new(move |_| {
            let mut all = ordered.get();
            if let Some(kept) = &*kept.read() {
                all.retain(|at| kept.get(*at) == Some(&true));
            }
            match &*found.read() {
                Some(found) => found.in_order(all),
                None => all,
            }
        });
        Self {
            session,
            shown,
            adjust,
            ordered: ordered.into(),
            matching: matching.into(),
            searched,
        }
    }

    /// Returns the positions of the items on the current page.
    pub fn page(self) -> Vec<usize> {
        let (page, size) = (self.page_number(), self.shown.with(|shown| shown.rows));
        self.matching.with(|all| {
            all.iter()
                .skip(page.saturating_mul(size))
                .take(size)
                .copied()
                .collect()
        })
    }

    /// Turns to the page that has the row at this place of the matching ones.
    pub fn turn_to(self, place: usize) {
        let rows = self.shown.with_untracked(|shown| shown.rows);
        let page = place / rows.max(1);
        if page != untrack(|| self.page_number()) {
            self.adjust.run(Adjustment::Page(page));
        }
    }

    /// Returns whether the list is searched or filtered.
    pub fn is_narrowed(self) -> bool {
        self.shown
            .with(|shown| shown.is_filtered || !shown.search.trim().is_empty())
    }

    fn is_filtered(self) -> bool {
        self.shown.with(|shown| shown.is_filtered)
    }

    pub fn search_box(self, label: &'static str, hint: &'static str) -> impl IntoView {
        let value = Signal::derive(move || self.shown.with(|shown| shown.search.clone()));
        let on_input = move |text| self.adjust.run(Adjustment::Search(text));
        // Before the first key, so that typing never waits.
        let on_focus = move |()| self.searched.with_untracked(|_| ());
        view! { <SearchBox label hint value on_input on_focus /> }
    }

    /// Returns the number of matches, while the list is searched or filtered.
    pub fn found(self) -> impl IntoView {
        let found = move || {
            let count = self.matching.read().len();
            if !self.is_narrowed() {
                return String::new();
            }
            self.session
                .sentences()
                .found(count, &self.session.number(count))
        };
        view! {
            <p class="found" role="status">
                {text(found)}
            </p>
        }
    }

    /// Returns the head of a sortable column.
    pub fn head(self, column: impl Column, label: &'static str) -> Head {
        let column = position_of(column);
        let sorted = Signal::derive(move || {
            self.shown
                .with(|shown| (shown.column == column).then_some(shown.descending))
        });
        let on_sort = Callback::new(move |()| self.adjust.run(Adjustment::SortBy(column)));
        Head {
            label,
            sorted: Some(sorted),
            on_sort: Some(on_sort),
            is_number: false,
        }
    }

    /// Returns the table with its pager, or `empty` if there are no items.
    pub fn table(
        self,
        caption: &'static str,
        heads: Vec<Head>,
        rows: Signal<Vec<Row>>,
        controls: RowControls,
        empty: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> impl IntoView {
        let words = self.session.words();
        let is_empty = Memo::new(move |_| self.matching.read().is_empty());
        let nothing_found = move || {
            view! {
                <div class="empty">
                    <p>
                        {if self.is_filtered() {
                            words.nothing_filtered
                        } else {
                            words.nothing_found
                        }}
                    </p>
                    <button
                        type="button"
                        on:click=move |_| {
                            self.adjust.run(Adjustment::Everything);
                            // The button disappears with the empty list.
                            element::focus_soon("main [type=search]");
                        }
                    >
                        {if self.is_filtered() { words.show_all } else { words.clear_search }}
                    </button>
                </div>
            }
        };
        view! {
            <div hidden=is_empty>
                <Table caption heads rows controls />
                {self.pager()}
            </div>
            {dynamic(move || match (is_empty.get(), self.is_narrowed()) {
                (false, _) => ().into_any(),
                (true, true) => nothing_found().into_any(),
                (true, false) => empty(),
            })}
        }
    }

    fn pager(self) -> impl IntoView {
        let size = Signal::derive(move || self.shown.with(|shown| shown.rows));
        let count = Signal::derive(move || self.matching.read().len());
        let page = Memo::new(move |_| self.page_number());
        let turn = Callback::new(move |(page, rows)| {
            if rows == size.get_untracked() {
                self.adjust.run(Adjustment::Page(page));
            } else if let Some(size) = PageSize::from_rows(rows) {
                self.adjust.run(Adjustment::Size(size));
            }
        });
        pager(self.session, count, page.into(), size, turn)
    }

    fn pages(self) -> usize {
        let size = self.shown.with(|shown| shown.rows);
        self.matching.read().len().div_ceil(size).max(1)
    }

    /// Returns the page in the address, or the last one if it is beyond the end.
    fn page_number(self) -> usize {
        self.shown
            .with(|shown| shown.page)
            .min(self.pages().saturating_sub(1))
    }
}
