//! A table of one page with sortable heads. Rows are overwritten, not rebuilt.

use crate::live::{Memo, Signal, reactive};
use leptos::prelude::*;

use super::breaks::pieces;
use super::{CheckBox, Glyph, Icon, dynamic, when};
use crate::browser::element;

/// The head of a column.
#[derive(Clone)]
pub struct Head {
    pub label: &'static str,
    /// `Some(descending)` while the table is sorted by the column; no signal if it cannot be.
    pub sorted: Option<Signal<Option<bool>>>,
    pub on_sort: Option<Callback<()>>,
    pub is_number: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub text: String,
    pub weight: Weight,
}

/// The emphasis of a cell. The text has to say it as well as the color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    #[default]
    Plain,
    Quiet,
    Urgent,
    Wrong,
    /// What has just changed.
    Marked,
}

impl Weight {
    fn class(self, is_number: bool) -> &'static str {
        match (self, is_number) {
            (Self::Wrong, _) => "wrong",
            (Self::Marked, _) => "marked",
            (Self::Urgent, true) => "number urgent",
            (Self::Urgent, false) => "urgent",
            (Self::Quiet, true) => "number quiet",
            (Self::Quiet, false) => "quiet",
            (Self::Plain, true) => "number",
            (Self::Plain, false) => "",
        }
    }
}

impl Head {
    /// Creates the head of a column that cannot be sorted by.
    pub const fn plain(label: &'static str) -> Self {
        Self {
            label,
            sorted: None,
            on_sort: None,
            is_number: false,
        }
    }

    /// Aligns the column as numbers are.
    pub fn of_numbers(self) -> Self {
        Self {
            is_number: true,
            ..self
        }
    }
}

/// Check boxes before the rows, and one for the whole page in the head.
#[derive(Clone, Copy)]
pub struct RowChecks {
    /// The name of the box in the head.
    pub all_label: &'static str,
    /// The words around the first cell's text in the name of a row's box.
    pub row_label: [&'static str; 2],
    /// Whether each row of the page is checked.
    pub checked: Signal<Vec<bool>>,
    /// Called with the row and its new state.
    pub on_row: Callback<(usize, bool)>,
    /// Called with the new state of all rows.
    pub on_all: Callback<bool>,
}

/// A row, named by its first cell, which may be a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The target of the first cell.
    pub link: Option<String>,
    pub cells: Vec<Cell>,
}

impl From<RowChecks> for RowControls {
    fn from(checks: RowChecks) -> Self {
        Self {
            checks: Some(checks),
            ..Self::default()
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl Cell {
    /// Creates a less important text.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::of(Weight::Quiet, text)
    }

    /// Creates a text with this emphasis.
    pub fn of(weight: Weight, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            weight,
        }
    }
}

/// A button in the last cell of rows that need another step.
#[derive(Clone, Copy)]
pub struct RowActions {
    /// The words on the button in each row of the page, and its whole name, which begins with them;
    /// `None` in a row without the button.
    pub names: Signal<Vec<Option<[String; 2]>>>,
    pub on_press: Callback<usize>,
}

/// A field in place of a cell's text, in rows where it can be corrected.
#[derive(Clone, Copy)]
pub struct RowFields {
    pub column: usize,
    /// The text of each row of the page; `None` in a row without a field.
    pub values: Signal<Vec<Option<String>>>,
    pub names: Signal<Vec<String>>,
    /// Called with the row and a changed text.
    pub on_change: Callback<(usize, String)>,
}

/// The controls of the rows.
#[derive(Clone, Copy, Default)]
pub struct RowControls {
    pub checks: Option<RowChecks>,
    pub actions: Option<RowActions>,
    pub fields: Option<RowFields>,
}

/// A table that scrolls sideways where it is too wide. Rows stay and only their texts change, so
/// that paging and searching are fast.
#[component]
pub fn Table(
    /// The name of the table.
    caption: &'static str,
    heads: Vec<Head>,
    #[prop(into)] rows: Signal<Vec<Row>>,
    #[prop(default = RowControls::default())] controls: RowControls,
) -> impl IntoView {
    let checks = controls.checks;
    let numbers: Vec<bool> = heads.iter().map(|head| head.is_number).collect();
    let count = Memo::new(move |_| rows.read().len());
    view! {
        <div class="table" role="region" aria-label=caption tabindex="0">
            {checks.map(label_words)}
            <table>
                <caption class="unseen">{caption}</caption>
                <thead>
                    <tr>{checks.map(check_all)} {heads.into_iter().map(head).collect_view()}</tr>
                </thead>
                <tbody>
                    <For
                        each=move || 0..count.get()
                        key=|at| *at
                        children=move |at| row(at, numbers.clone(), rows, controls)
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
        <th scope="col" class=class aria-sort=reactive(direction)>
            <button
                type="button"
                class="sort"
                class:sorted=when(move || sorted.get().is_some())
                on:click=move |_| on_sort.run(())
            >
                <span>{head.label}</span>
                {icon}
            </button>
        </th>
    }
    .into_any()
}

fn check_all(checks: RowChecks) -> AnyView {
    let checked = move || {
        let checked = checks.checked.read();
        let count = checked.iter().filter(|checked| **checked).count();
        match count {
            0 => Some(false),
            count if count == checked.len() => Some(true),
            _ => None,
        }
    };
    view! {
        <td class="check-cell">
            <CheckBox
                label=Signal::stored(Some(checks.all_label.to_owned()))
                checked=Signal::derive(checked)
                on_press=checks.on_all
            />
        </td>
    }
    .into_any()
}

/// The ids of the words in the names of boxes.
const LABEL_WORDS: [&str; 2] = ["check-before", "check-after"];

/// The hidden words in the names of boxes: once for all, because each reactive part of a row costs
/// time.
fn label_words(checks: RowChecks) -> AnyView {
    let word = |(id, word): (&'static str, &'static str)| view! { <span id=id>{word}</span> };
    let words = LABEL_WORDS.into_iter().zip(checks.row_label);
    view! { <div hidden>{words.map(word).collect_view()}</div> }.into_any()
}

/// The box of a row, named by the first cell and described by the second, since first cells may be
/// equal.
fn check_row(at: usize, checks: RowChecks, [name, second]: [String; 2]) -> AnyView {
    let [before, after] = LABEL_WORDS;
    let checked = move || checks.checked.read().get(at) == Some(&true);
    view! {
        <td class="check-cell">
            <input
                type="checkbox"
                aria-labelledby=format!("{before} {name} {after}")
                aria-describedby=second
                prop:checked=when(checked)
                on:change=move |event| checks.on_row.run((at, event_target_checked(&event)))
            />
        </td>
    }
    .into_any()
}

fn row_field(at: usize, fields: RowFields) -> AnyView {
    let value = move || fields.values.read().get(at).cloned().flatten();
    let name = Signal::derive(move || fields.names.read().get(at).cloned());
    view! {
        <input
            type="text"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            autocapitalize="off"
            aria-label=name
            hidden=when(move || value().is_none())
            prop:value=super::text(move || value().unwrap_or_default())
            on:change=move |event| fields.on_change.run((at, event_target_value(&event)))
        />
    }
    .into_any()
}

fn row_action(at: usize, actions: RowActions) -> AnyView {
    let words = move || actions.names.read().get(at).cloned().flatten();
    let name = Signal::derive(move || words().map(|[_, name]| name));
    view! {
        <button
            type="button"
            aria-label=name
            hidden=when(move || name.read().is_none())
            on:click=move |_| actions.on_press.run(at)
        >
            {super::text(move || words().map_or(String::new(), |[label, _]| label))}
        </button>
    }
    .into_any()
}

/// A text of a row that breaks as names do: user names and domains stand in second columns.
fn breakable(text: impl Fn() -> String + Clone + Send + Sync + 'static) -> impl IntoView {
    let part = |at: usize| {
        let text = text.clone();
        super::text(move || {
            pieces(&text())
                .get(at)
                .copied()
                .unwrap_or_default()
                .to_owned()
        })
    };
    view! {
        {part(0)}
        <wbr />
        {part(1)}
        <wbr />
        {part(2)}
    }
}

fn cell_at(rows: &[Row], at: usize, column: usize) -> Option<&Cell> {
    rows.get(at)?.cells.get(column)
}

fn row(
    at: usize,
    numbers: Vec<bool>,
    rows: Signal<Vec<Row>>,
    controls: RowControls,
) -> impl IntoView {
    let RowControls {
        checks,
        actions,
        fields,
    } = controls;
    let link = move || rows.read().get(at).and_then(|row| row.link.clone());
    // Positions stay, texts change with the page.
    let text = move |column: usize| {
        let rows = rows.read();
        let cell = cell_at(&rows, at, column);
        cell.map(|cell| cell.text.clone()).unwrap_or_default()
    };
    let weight = move |column: usize| {
        let rows = rows.read();
        let cell = cell_at(&rows, at, column);
        cell.map(|cell| cell.weight).unwrap_or_default()
    };
    let name = element::unique_id("row");
    let second = format!("{name}-second");
    let (name_id, id) = (name.clone(), second.clone());
    let last = numbers.len().saturating_sub(1);
    let action = move |column| {
        let actions = actions.filter(|_| column == last);
        actions.map(|actions| row_action(at, actions))
    };
    let field = move |column| {
        let fields = fields.filter(|fields| fields.column == column);
        fields.map(|fields| row_field(at, fields))
    };
    let cells = numbers
        .into_iter()
        .enumerate()
        .skip(1)
        .map(move |(column, is_number)| {
            view! {
                <td
                    id=(column == 1).then(|| id.clone())
                    class=reactive(move || weight(column).class(is_number))
                    dir="auto"
                >
                    {(column == 1).then(|| breakable(move || text(column)))}
                    {(column != 1).then(|| super::text(move || text(column)))} {field(column)}
                    {action(column)}
                </td>
            }
        });
    view! {
        <tr>
            {checks.map(|checks| check_row(at, checks, [name, second]))}
            <th scope="row">
                <a href=reactive(link) id=name_id dir="auto">
                    {super::text(move || text(0))}
                </a>
            </th>
            {cells.collect_view()}
        </tr>
    }
}
