//! The problems of a file of users: a table to search, sort and correct, and the results file.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::live::{Memo, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::mending::{Mend, mend, mending_text, validate_again};
use super::parts::UploadParts;
use super::problem_filter::{filter_field, kept};
use crate::browser::element;
use crate::domain::CustomerId;
use crate::domain::upload::{Mending, RowProblem, RowProblemKind, Rows};
use crate::screen::shared::download;
use crate::screen::shared::list::List;
use crate::session::address::problem_listing::ProblemColumn;
use crate::session::address::route::Route;
use crate::session::user_file::{Outcome, results};
use crate::session::{Checked, Session};
use crate::text::UploadWords;
use crate::ui::{
    ActionButton, Cell, Glyph, Row, RowActions, RowControls, RowFields, dynamic, when,
};

/// Problems listed in the table.
const MAX_LISTED: usize = 10_000;
/// Longest value that can be corrected in the table, in bytes.
const MAX_LENGTH: usize = 1_000;

/// The button that validates the file.
const VALIDATE: &str = "#upload-info ~ .action button";

/// The problems of the validated file, if there are any.
#[component]
pub fn UploadProblems(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let problems = Memo::new(move |_| match session.forms.upload.checked.get() {
        Some(Checked::Wrong { problems, .. }) => Some(problems),
        _ => None,
    });
    let is_wrong = Memo::new(move |_| problems.read().is_some());
    dynamic(move || {
        is_wrong
            .get()
            .then(|| {
                let problems = Memo::new(move |_| problems.get().unwrap_or_default());
                page(ProblemTable::new(session, customer, problems.into()))
            })
            .into_any()
    })
}

/// The problems, and what is done about them.
#[derive(Clone, Copy)]
struct ProblemTable {
    session: Session,
    customer: CustomerId,
    problems: Signal<Arc<Vec<RowProblem>>>,
    /// The headings of the file.
    headings: Memo<Vec<String>>,
    list: List,
}

impl ProblemTable {
    fn new(session: Session, customer: CustomerId, problems: Signal<Arc<Vec<RowProblem>>>) -> Self {
        let sentences = session.sentences();
        let texts = move |text: &dyn Fn(&RowProblem) -> String| -> Vec<String> {
            problems.with(|all| all.iter().take(MAX_LISTED).map(text).collect())
        };
        let searched = move || {
            texts(&|problem| format!("{}\n{}", problem.value, sentences.row_problem(problem)))
        };
        let headings = Memo::new(move |_| {
            let rows = session.forms.upload.rows();
            sentences.headings(rows.as_deref().map(|rows| rows as &dyn Rows))
        });
        let kept = Memo::new(move |_| kept(session, &problems.read(), MAX_LISTED));
        let sorted = move |column| {
            texts(&|problem| match column {
                // Padded, so that 10 comes after 9.
                ProblemColumn::Line => format!("{:09}", problem.line),
                ProblemColumn::Column => column_of(&headings.read(), problem),
                ProblemColumn::Value => problem.value.to_string(),
                ProblemColumn::Reason => sentences.row_problem(problem),
            })
        };
        let route = move |listing| Route::UploadUsers(customer, listing);
        let list = List::new(
            session,
            Route::upload_problems_listing,
            route,
            searched,
            kept.into(),
            sorted,
        );
        Self {
            session,
            customer,
            problems,
            headings,
            list,
        }
    }

    /// The problems of the page.
    fn shown(self) -> Vec<RowProblem> {
        let page = self.list.page();
        self.problems.with(|all| {
            let shown = page.iter().filter_map(|at| all.get(*at));
            shown.cloned().collect()
        })
    }

    /// Returns the problem's cell and its current text; `None` if it cannot be corrected here.
    fn cell(self, problem: &RowProblem) -> Option<((usize, usize), String)> {
        let table = self.session.forms.upload.rows()?;
        let place = (table.row_at(problem.line)?, problem.cell?);
        let text = table.cell(place.0, place.1)?;
        (text.len() <= MAX_LENGTH).then(|| (place, text.to_owned()))
    }

    fn correct(self, problem: &RowProblem, text: String) {
        let Some((place, _)) = untrack(|| self.cell(problem)) else {
            return;
        };
        // A column whose heading is cleared is one to ignore.
        if place.0 == 0 && text.trim().is_empty() {
            let mending = Mending {
                columns: vec![place.1],
                ..Mending::default()
            };
            mend(self.session, &mending);
        } else {
            self.session.forms.upload.correct(&[(place, text)]);
        }
    }

    /// Returns how the problem is mended in one press, if it can be and is not yet.
    fn mend(self, problem: &RowProblem) -> Option<Mend> {
        let mend = Mend::of(problem, &*self.session.forms.upload.rows()?)?;
        let is_open = match &mend {
            Mend::Text(text) => self.cell(problem).is_some_and(|(_, now)| now != *text),
            Mend::Shape(_) => true,
        };
        is_open.then_some(mend)
    }

    fn is_corrected(self, problem: &RowProblem) -> bool {
        let place = self.cell(problem).map(|(place, _)| place);
        let corrected = self.session.forms.upload.corrected;
        place.is_some_and(|place| corrected.with(|all| all.contains(&place)))
    }

    fn row(self, problem: &RowProblem) -> Row {
        let (session, texts) = (self.session, self.session.texts::<UploadWords>());
        let value = match self.cell(problem) {
            Some(_) => String::new(),
            None => problem.value.to_string(),
        };
        let reason = if self.is_corrected(problem) {
            Cell::quiet(texts.corrected)
        } else {
            session.sentences().row_problem(problem).into()
        };
        Row {
            link: None,
            cells: vec![
                session.number(problem.line).into(),
                column_of(&self.headings.read(), problem).into(),
                value.into(),
                reason,
            ],
        }
    }

    fn controls(self, shown: Signal<Vec<RowProblem>>) -> RowControls {
        let session = self.session;
        let sentences = session.sentences();
        let values = Memo::new(move |_| {
            let cell = |problem: &RowProblem| self.cell(problem).map(|(_, text)| text);
            shown.with(|all| all.iter().map(cell).collect::<Vec<_>>())
        });
        let names = Memo::new(move |_| {
            let name = |problem: &RowProblem| {
                let column = column_of(&self.headings.read(), problem);
                sentences.correct_value(&column, &session.number(problem.line))
            };
            shown.with(|all| all.iter().map(name).collect::<Vec<_>>())
        });
        let at = move |row: usize| shown.with_untracked(|all| all.get(row).cloned());
        let on_change = Callback::new(move |(row, text): (usize, String)| {
            if let Some(problem) = at(row) {
                self.correct(&problem, text);
            }
        });
        let mends = Memo::new(move |_| {
            let words = |problem: &RowProblem| {
                let mend = self.mend(problem)?;
                Some(mend.words(session, problem))
            };
            shown.with(|all| all.iter().map(words).collect::<Vec<_>>())
        });
        let on_press = Callback::new(move |row| {
            if let Some(problem) = at(row)
                && let Some(mend) = untrack(|| self.mend(&problem))
            {
                mend.apply(
                    session,
                    untrack(|| self.cell(&problem)).map(|(place, _)| place),
                );
                // The button disappears with its suggestion.
                if matches!(mend, Mend::Text(_)) {
                    let mut left = mends.get_untracked().into_iter().enumerate().skip(row + 1);
                    let next = left.find(|(_, words)| words.is_some());
                    element::focus_soon(&match next {
                        Some((next, _)) => format!("{} button", row_selector(next)),
                        None => format!("{} input", row_selector(row)),
                    });
                }
            }
        });
        RowControls {
            checks: None,
            fields: Some(RowFields {
                column: 2,
                values: values.into(),
                names: names.into(),
                on_change,
            }),
            actions: Some(RowActions {
                names: mends.into(),
                on_press,
            }),
        }
    }

    /// Applies all suggestions at once, except to cells that the person has corrected.
    fn use_all(self) {
        let problems = self.problems.get_untracked();
        let upload = self.session.forms.upload;
        let mut texts = untrack(|| {
            let open = problems
                .iter()
                .filter(|problem| !self.is_corrected(problem));
            let place = |problem: &RowProblem| {
                let text = problem.suggestion.as_ref()?.to_string();
                Some((self.cell(problem)?.0, text))
            };
            open.filter_map(place).collect::<Vec<_>>()
        });
        // All problems of a cell have the same.
        texts.dedup_by_key(|(place, _)| *place);
        upload.correct(&texts);
        // The button disappears with the suggestions.
        element::focus_soon(VALIDATE);
    }

    /// Corrections are validated first, so that the results are current.
    async fn download(self) {
        let (session, upload) = (self.session, self.session.forms.upload);
        if !upload.corrected.with_untracked(BTreeSet::is_empty) {
            validate_again(session).await;
        }
        match upload.checked.get_untracked() {
            Some(Checked::Wrong { problems, .. }) => {
                download_results(session, self.customer, Outcome::Refused(&problems));
            }
            Some(Checked::Good(_)) => download_results(session, self.customer, Outcome::Right),
            // It was canceled.
            None => {}
        }
    }
}

/// Downloads the file with the outcome of each row.
pub fn download_results(session: Session, customer: CustomerId, outcome: Outcome<'_>) {
    let Some(table) = untrack(|| session.forms.upload.rows()) else {
        return;
    };
    let rows = results(&table, outcome, session.sentences());
    download::of_customer(
        session,
        session.texts::<UploadWords>().file_upload_results,
        customer,
        rows,
    );
}

/// Returns the selector of a row of the page.
fn row_selector(row: usize) -> String {
    format!(".problem-table tbody tr:nth-child({})", row + 1)
}

/// Returns the heading of the problem's column, or a dash if it is about a whole row.
fn column_of(headings: &[String], problem: &RowProblem) -> String {
    let heading = problem
        .column
        .and_then(|column| headings.get(column as usize));
    heading.map_or("–", String::as_str).to_owned()
}

fn page(table: ProblemTable) -> AnyView {
    let session = table.session;
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<UploadWords>();
    let shown = Memo::new(move |_| table.shown());
    let rows = Memo::new(move |_| {
        shown.with(|all| {
            all.iter()
                .map(|problem| table.row(problem))
                .collect::<Vec<_>>()
        })
    });
    let heads = vec![
        table.list.head(ProblemColumn::Line, texts.line),
        table.list.head(ProblemColumn::Column, texts.column),
        table.list.head(ProblemColumn::Value, texts.value),
        table.list.head(ProblemColumn::Reason, texts.reason),
    ];
    let has_suggestions = Memo::new(move |_| {
        let is_open =
            |problem: &RowProblem| problem.suggestion.is_some() && !table.is_corrected(problem);
        table.problems.with(|all| all.iter().any(is_open))
    });
    let mending = Memo::new(move |_| {
        let mending = session.forms.upload.rows().map(|rows| Mending::of(&*rows));
        mending.filter(|mending| mending.len() > 1)
    });
    let are_too_many_to_list = move || table.problems.with(|all| all.len() > MAX_LISTED);
    let controls = table.controls(shown.into());
    view! {
        <p class="note" hidden=when(move || are_only_too_many(&table.problems.read()))>
            {texts.nothing_imported}
        </p>
        <UploadParts customer=table.customer problems=table.problems />
        <div class="buttons">
            <ActionButton
                label=words.download_results
                glyph=Glyph::Download
                on_press=move || spawn_local(table.download())
            />
            <span hidden=when(move || !has_suggestions.get())>
                <ActionButton label=texts.use_all_suggestions on_press=move || table.use_all() />
            </span>
            {dynamic(move || {
                mending.get().map(|mending| mend_all(session, mending)).into_any()
            })}
        </div>
        <div class="tools">
            {table.list.search_box(texts.search_problems, texts.search_problems_hint)}
            {table.list.found()}
            {filter_field(session, table.customer, table.headings.into())}
        </div>
        <p class="note" hidden=when(move || !are_too_many_to_list())>
            {sentences.first_problems(&session.number(MAX_LISTED))}
        </p>
        <div class="problem-table">
            {table.list.table(texts.file_problems, heads, rows.into(), controls, || ().into_any())}
        </div>
    }
    .into_any()
}

/// The button that mends the whole shape of the file.
fn mend_all(session: Session, mending: Mending) -> AnyView {
    let label = mending_text(session, &mending);
    view! {
        <button type="button" on:click=move |_| mend(session, &mending)>
            {label}
        </button>
    }
    .into_any()
}

/// Returns whether the only problem is that there are too many users.
pub fn are_only_too_many(problems: &[RowProblem]) -> bool {
    matches!(problems, [problem] if matches!(problem.kind, RowProblemKind::TooManyRecords { .. }))
}
