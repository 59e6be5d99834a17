//! A table of one page: sortable heads, rows that are written over rather than made anew.

use crate::live::{Signal, shown};
use leptos::prelude::*;

use super::{Glyph, Icon, dynamic, when};

/// The head of a column.
#[derive(Clone)]
pub struct Head {
    /// Its words.
    pub label: &'static str,
    /// Sorted by it? `Some(true)` from the end of the alphabet. None of it for a column that cannot be sorted.
    pub sorted: Option<Signal<Option<bool>>>,
    /// Called when its button is pressed.
    pub on_sort: Option<Callback<()>>,
    /// Holds numbers.
    pub is_number: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Is it of less importance?
    pub is_quiet: bool,
}

/// A row: the first cell names it and may be a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Where the first cell leads.
    pub link: Option<String>,
    /// The cells, from left to right.
    pub cells: Vec<Cell>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            is_quiet: false,
        }
    }
}

impl Cell {
    /// A text of less importance.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_quiet: true,
        }
    }
}

/// A table in a region of its own, which scrolls sideways where it is too wide.
///
/// A row stays in its place and only its texts change, so that paging and searching cost as little as can be.
#[component]
pub fn Table(
    /// What the table shows; names it.
    caption: &'static str,
    /// The heads.
    heads: Vec<Head>,
    /// The rows of this page.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
) -> impl IntoView {
    let numbers: Vec<bool> = heads.iter().map(|head| head.is_number).collect();
    let count = Signal::memo(move |_| rows.read().len());
    view! {
        <div class="table" role="region" aria-label=caption tabindex="0">
            <table>
                <caption class="unseen">{caption}</caption>
                <thead>
                    <tr>{heads.into_iter().map(head).collect_view()}</tr>
                </thead>
                <tbody>
                    <For
                        each=move || 0..count.get()
                        key=|at| *at
                        children=move |at| row(at, numbers.clone(), rows)
                    />
                </tbody>
            </table>
        </div>
    }
}

fn head(head: Head) -> impl IntoView {
    let class = if head.is_number { "number" } else { "" };
    let Some((sorted, on_sort)) = head.sorted.zip(head.on_sort) else {
        return view! { <th scope="col" class=class>{head.label}</th> }.into_any();
    };
    let direction = move || match sorted.get() {
        Some(true) => Some("descending"),
        Some(false) => Some("ascending"),
        None => None,
    };
    let icon = dynamic(move || {
        let glyph = if sorted.get() == Some(true) {
            Glyph::Descending
        } else {
            Glyph::Ascending
        };
        view! { <Icon glyph /> }.into_any()
    });
    view! {
        <th scope="col" class=class aria-sort=shown(direction)>
            <button type="button" class="sort" class:sorted=when(move || sorted.get().is_some()) on:click=move |_| on_sort.run(())>
                <span>{head.label}</span>
                {icon}
            </button>
        </th>
    }
    .into_any()
}

fn row(at: usize, numbers: Vec<bool>, rows: Signal<Vec<Row>>) -> impl IntoView {
    let link = move || rows.read().get(at).and_then(|row| row.link.clone());
    let text = move |column: usize| {
        rows.read()
            .get(at)
            .and_then(|row| row.cells.get(column))
            .map(|cell| cell.text.clone())
            .unwrap_or_default()
    };
    let is_quiet = move |column: usize| {
        rows.read()
            .get(at)
            .and_then(|row| row.cells.get(column))
            .is_some_and(|cell| cell.is_quiet)
    };
    let cells = numbers
        .into_iter()
        .enumerate()
        .skip(1)
        .map(|(column, is_number)| {
            view! {
                <td class:number=is_number class:quiet=when(move || is_quiet(column)) dir="auto">
                    {super::text(move || text(column))}
                </td>
            }
        });
    view! {
        <tr>
            <th scope="row">
                <a href=shown(link) dir="auto">
                    {super::text(move || text(0))}
                </a>
            </th>
            {cells.collect_view()}
        </tr>
    }
}
