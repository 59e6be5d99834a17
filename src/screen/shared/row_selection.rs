//! The selection in a list of users.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::list::List;
use crate::browser::element;
use crate::domain::UserNumber;
use crate::session::{Selection, Session};
use crate::ui::{RowChecks, text, when};

/// A list of users, with the selection that its check boxes show.
#[derive(Clone, Copy)]
pub struct RowSelection {
    session: Session,
    selection: Selection,
    list: List,
    /// The users by their position in the list.
    numbers: Signal<Vec<UserNumber>>,
}

impl RowSelection {
    pub fn new(
        session: Session,
        selection: Selection,
        list: List,
        numbers: Signal<Vec<UserNumber>>,
    ) -> Self {
        Self {
            session,
            selection,
            list,
            numbers,
        }
    }

    fn at(self, positions: &[usize]) -> Vec<UserNumber> {
        let numbers = self.numbers.read();
        let at = positions.iter().filter_map(|at| numbers.get(*at));
        at.copied().collect()
    }

    /// Returns how many of the listed users are selected.
    pub fn count(self) -> Signal<usize> {
        Memo::new(move |_| {
            let (selected, numbers) = (self.selection.users().read(), self.numbers.read());
            if selected.is_empty() {
                return 0;
            }
            let all = numbers.iter();
            all.filter(|number| selected.contains(number)).count()
        })
        .into()
    }

    /// Returns whether nobody is selected and nobody matches.
    pub fn is_nobody(self) -> Signal<bool> {
        let count = self.count();
        Memo::new(move |_| self.list.matching.read().is_empty() && count.get() == 0).into()
    }

    /// Returns the users who match, on all pages, in the list's order.
    pub fn matching(self) -> Vec<UserNumber> {
        untrack(|| self.at(&self.list.matching.read()))
    }

    /// Returns the selected users in the list's order; those hidden by the search come last.
    pub fn in_order(self) -> Vec<UserNumber> {
        untrack(|| {
            let selected = self.selection.users().read();
            let mut matching = self.list.matching.get();
            let mut is_shown = vec![false; self.numbers.read().len()];
            for at in &matching {
                if let Some(is_shown) = is_shown.get_mut(*at) {
                    *is_shown = true;
                }
            }
            let ordered = self.list.ordered.read();
            let hidden = ordered.iter().copied();
            matching.extend(hidden.filter(|at| is_shown.get(*at) == Some(&false)));
            let mut all = self.at(&matching);
            all.retain(|number| selected.contains(number));
            all
        })
    }

    /// Returns the rows' check boxes.
    pub fn checks(self) -> RowChecks {
        let page = Memo::new(move |_| self.at(&self.list.page()));
        let checked = Memo::new(move |_| {
            let selected = self.selection.users().read();
            let page = page.read();
            page.iter()
                .map(|number| selected.contains(number))
                .collect()
        });
        let on_row = move |(at, selected): (usize, bool)| {
            let user = page.read_untracked().get(at).copied();
            self.selection.set(user, selected);
        };
        let on_all = move |selected| {
            self.selection.set(page.get_untracked(), selected);
        };
        RowChecks {
            all_label: self.session.words().select_page,
            row_label: self.session.sentences().select_user(),
            checked: checked.into(),
            on_row: Callback::new(on_row),
            on_all: Callback::new(on_all),
        }
    }

    /// Returns "Select all n users" and, while anyone is selected, "Clear selection".
    pub fn buttons(
        self,
        count: Signal<usize>,
        on_clear: impl Fn() + Send + Sync + 'static,
    ) -> AnyView {
        let (words, sentences) = (self.session.words(), self.session.sentences());
        let matching = Memo::new(move |_| self.list.matching.read().len());
        let are_all_selected = Memo::new(move |_| {
            let (selected, numbers) = (self.selection.users().read(), self.numbers.read());
            let is_selected = |at: &usize| {
                let number = numbers.get(*at);
                number.is_some_and(|number| selected.contains(number))
            };
            // Most often somebody is missing among the first.
            selected.len() >= matching.get() && self.list.matching.read().iter().all(is_selected)
        });
        let select_all = move |_| {
            self.selection.set(self.matching(), true);
            // The button disappears.
            element::focus_soon(".selection a:not([hidden]), .selection .quiet:not([hidden])");
        };
        let clear = move |_| {
            self.selection.clear();
            on_clear();
        };
        view! {
            <button
                type="button"
                class="quiet"
                hidden=when(move || matching.get() == 0 || are_all_selected.get())
                on:click=select_all
            >
                {text(move || {
                    sentences.select_matching(&self.session.number(matching.get()))
                })}
            </button>
            <button
                type="button"
                class="quiet"
                hidden=when(move || count.get() == 0)
                on:click=clear
            >
                {words.clear_selection}
            </button>
        }
        .into_any()
    }
}
