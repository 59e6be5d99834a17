//! What the long lists have in common: search, order, pages – all of it in the address.

use std::collections::{BTreeSet, HashMap};

use leptos::prelude::*;

use crate::browser::{element, intl};
use crate::session::Session;
use crate::session::route::{Column, Listing, PageSize, Route};
use crate::ui::{Head, Pager, PagerWords, Row, SearchBox, Table};

/// The part of a list that its address asks for.
pub(super) struct List<C: Column> {
    session: Session,
    listing: Memo<Listing<C>>,
    route_of: Callback<Listing<C>, Route>,
    /// Positions of all that match, in order.
    pub(super) matching: Memo<Vec<u32>>,
}

impl<C: Column> Clone for List<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: Column> Copy for List<C> {}

impl<C: Column> List<C> {
    /// A list of things that are known by their position.
    ///
    /// `searched` has one [folded](intl::folded) text per thing; `sorted` makes the texts of a column, one per thing, when that
    /// column is first asked for; both are read again when the workspace changes.
    pub(super) fn new(
        session: Session,
        listing_in: fn(&Route) -> Option<&Listing<C>>,
        route_of: impl Fn(Listing<C>) -> Route + Send + Sync + 'static,
        searched: Memo<Vec<String>>,
        sorted: impl Fn(C) -> Vec<String> + Copy + Send + Sync + 'static,
    ) -> Self {
        let route = session.navigation.route();
        // On the way to another view the list stays as it was until it is gone.
        let listing = Memo::new(move |before: Option<&Listing<C>>| {
            listing_in(&route.read())
                .or(before)
                .cloned()
                .unwrap_or_default()
        });
        let tag = session.words().language_tag;
        let orders: Vec<(C, Memo<Vec<u32>>)> = C::ALL
            .iter()
            .map(|column| (*column, Memo::new(move |_| order(tag, &sorted(*column)))))
            .collect();
        let shown = Memo::new(move |_| listing.with(|listing| (listing.sort, listing.descending)));
        let ordered = Memo::new(move |_| {
            let (column, descending) = shown.get();
            let order = orders.iter().find(|(other, _)| *other == column);
            let mut order = order.map(|(_, order)| order.get()).unwrap_or_default();
            if descending {
                order.reverse();
            }
            order
        });
        let search =
            Memo::new(move |_| listing.with(|listing| intl::folded(listing.search.trim())));
        let matching = Memo::new(move |_| {
            let (search, searched) = (search.read(), searched.read());
            let parts: Vec<&str> = search.split_whitespace().collect();
            let is_match = |at: &u32| {
                let text = usize::try_from(*at).ok().and_then(|at| searched.get(at));
                text.is_some_and(|text| parts.iter().all(|part| text.contains(part)))
            };
            let mut all = ordered.get();
            if !parts.is_empty() {
                all.retain(is_match);
            }
            all
        });
        Self {
            session,
            listing,
            route_of: Callback::new(route_of),
            matching,
        }
    }

    /// Positions of what is on the page shown.
    pub(super) fn page(self) -> Vec<u32> {
        let (page, size) = (
            self.page_number(),
            self.listing.with(|listing| listing.size.rows()),
        );
        self.matching.with(|all| {
            all.iter()
                .skip(page.saturating_mul(size))
                .take(size)
                .copied()
                .collect()
        })
    }

    /// Is anything searched for?
    pub(super) fn is_searching(self) -> bool {
        self.listing
            .with(|listing| !listing.search.trim().is_empty())
    }

    /// The search box.
    pub(super) fn search_box(self, label: &'static str, hint: &'static str) -> impl IntoView {
        let value = Signal::derive(move || self.listing.with(|listing| listing.search.clone()));
        let on_input = move |text| self.adjust(|listing| listing.searching(text));
        let found = move || {
            let count = self.matching.read().len();
            self.is_searching().then(|| {
                self.session
                    .sentences()
                    .found(count, &self.session.number(count))
            })
        };
        view! {
            <SearchBox label hint value on_input />
            <p class="found" role="status">
                {found}
            </p>
        }
    }

    /// The head of a column that can be sorted by.
    pub(super) fn head(self, column: C, label: &'static str) -> Head {
        let sorted = Signal::derive(move || {
            self.listing
                .with(|listing| (listing.sort == column).then_some(listing.descending))
        });
        let on_sort = Callback::new(move |()| self.adjust(|listing| listing.sorted_by(column)));
        Head {
            label,
            sorted: Some(sorted),
            on_sort: Some(on_sort),
            is_number: false,
        }
    }

    /// The table with its pager, or `empty` where nothing is in it.
    pub(super) fn table(
        self,
        caption: &'static str,
        heads: Vec<Head>,
        rows: Signal<Vec<Row>>,
        empty: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> impl IntoView {
        let words = self.session.words();
        let is_empty = Memo::new(move |_| self.matching.read().is_empty());
        let nothing_found = move || {
            view! {
                <div class="empty">
                    <p>{words.nothing_found}</p>
                    <button
                        type="button"
                        on:click=move |_| {
                            self.adjust(|listing| listing.searching(String::new()));
                            // The button is gone with the empty list.
                            element::focus_soon("main [type=search]");
                        }
                    >
                        {words.clear_search}
                    </button>
                </div>
            }
        };
        view! {
            <div hidden=move || is_empty.get()>
                <Table caption heads rows />
                {self.pager()}
            </div>
            <Show when=move || is_empty.get()>
                {if self.is_searching() { nothing_found().into_any() } else { empty() }}
            </Show>
        }
    }

    fn pager(self) -> impl IntoView {
        let (session, words) = (self.session, self.session.words());
        let size = Signal::derive(move || self.listing.with(|listing| listing.size.rows()));
        let pages = Memo::new(move |_| self.pages());
        let page = Memo::new(move |_| self.page_number());
        let range = Signal::derive(move || {
            let (all, first) = (self.matching.read().len(), page.get() * size.get());
            let last = (first + size.get()).min(all);
            session.sentences().range(
                &session.number(first + 1),
                &session.number(last),
                &session.number(all),
            )
        });
        let position = Signal::derive(move || {
            session.sentences().page_of(
                &session.number(page.get() + 1),
                &session.number(pages.get()),
            )
        });
        let pager_words = PagerWords {
            pages: words.pages,
            first: words.first,
            previous: words.previous,
            next: words.next,
            last: words.last,
            rows_per_page: words.rows_per_page,
        };
        let on_size = move |rows| {
            if let Some(size) = PageSize::from_rows(rows) {
                self.adjust(|listing| listing.with_size(size));
            }
        };
        view! {
            <Pager
                words=pager_words
                page
                pages
                range
                position
                sizes=PageSize::ALL.map(PageSize::rows).to_vec()
                size
                on_page=move |page| self.adjust(|listing| listing.at_page(page))
                on_size
            />
        }
    }

    fn pages(self) -> usize {
        let size = self.listing.with(|listing| listing.size.rows());
        self.matching.read().len().div_ceil(size).max(1)
    }

    /// The page asked for, or the last one there is.
    fn page_number(self) -> usize {
        self.listing
            .with(|listing| listing.page)
            .min(self.pages().saturating_sub(1))
    }

    fn adjust(self, change: impl FnOnce(Listing<C>) -> Listing<C>) {
        let listing = change(self.listing.get_untracked());
        self.session.navigation.adjust(self.route_of.run(listing));
    }
}

/// Positions of the texts in the natural order of the language.
fn order(tag: &str, texts: &[String]) -> Vec<u32> {
    let mut different: Vec<String> = texts
        .iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .cloned()
        .collect();
    intl::sort(tag, &mut different);
    let ranks: HashMap<&str, usize> = different
        .iter()
        .enumerate()
        .map(|(rank, text)| (text.as_str(), rank))
        .collect();
    let mut order: Vec<u32> = (0..u32::try_from(texts.len()).unwrap_or(u32::MAX)).collect();
    order.sort_by_key(|at| {
        usize::try_from(*at)
            .ok()
            .and_then(|at| texts.get(at))
            .and_then(|text| ranks.get(&**text))
    });
    order
}
