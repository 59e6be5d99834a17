//! Pages of tables.

use std::ops::Range;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::session::Session;
use crate::session::address::listing::PageSize;
use crate::ui::Pager;

/// The page and its size of a table that does not have them in the address.
#[derive(Clone, Copy)]
pub struct Paging {
    page: RwSignal<usize>,
    size: RwSignal<usize>,
}

impl Paging {
    /// Starts on the first page, with this number of rows per page.
    pub fn new(size: usize) -> Self {
        Self {
            page: RwSignal::new(0),
            size: RwSignal::new(size),
        }
    }

    /// Goes to the first page.
    pub fn restart(self) {
        self.page.set(0);
    }

    /// Returns the current page, or the last one if there are only `count` rows now.
    fn current(self, count: usize) -> usize {
        let last = count.div_ceil(self.size.get()).saturating_sub(1);
        self.page.get().min(last)
    }

    /// Returns which of `count` rows are on the current page.
    pub fn rows(self, count: usize) -> Range<usize> {
        let size = self.size.get();
        let first = self.current(count) * size;
        first..count.min(first + size)
    }

    /// Returns the pager.
    pub fn view(self, session: Session, count: Signal<usize>) -> AnyView {
        let page = Memo::new(move |_| self.current(count.get()));
        let turn = Callback::new(move |(page, size)| {
            self.size.set(size);
            self.page.set(page);
        });
        pager(session, count, page.into(), self.size.into(), turn)
    }
}

/// Returns the pager of a table with `count` rows.
///
/// `turn` gets the new page and rows per page; a new size goes back to the first page.
pub fn pager(
    session: Session,
    count: Signal<usize>,
    page: Signal<usize>,
    size: Signal<usize>,
    turn: Callback<(usize, usize)>,
) -> AnyView {
    let words = session.words();
    let pages = Memo::new(move |_| count.get().div_ceil(size.get()).max(1));
    let range = Signal::derive(move || {
        let (all, first) = (count.get(), page.get() * size.get());
        let last = (first + size.get()).min(all);
        let [first, last, all] = [first + 1, last, all].map(|number| session.number(number));
        session.sentences().range(&first, &last, &all)
    });
    let position = Signal::derive(move || {
        let [page, pages] = [page.get() + 1, pages.get()].map(|number| session.number(number));
        session.sentences().page_of(&page, &pages)
    });
    view! {
        <Pager
            words
            page
            pages
            range
            position
            sizes=PageSize::ALL.map(PageSize::rows).to_vec()
            size
            on_page=move |page| turn.run((page, size.get_untracked()))
            on_size=move |rows| turn.run((0, rows))
        />
    }
    .into_any()
}
