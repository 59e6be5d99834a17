//! Licenses updated: what became of every single user.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;

use super::customer;
use super::export;
use super::list::pager;
use crate::browser::{element, intl};
use crate::domain::{CustomerId, LicenseOutcome, LicenseResult, UserId, UserNumber};
use crate::session::Session;
use crate::session::route::{PageSize, Route};
use crate::ui::{
    ActionButton, Cell, CheckField, Glyph, Head, Message, MessageTone, Row, Table, when,
};

/// Rows to a page at first.
const ROWS: usize = PageSize::Rows50.rows();

/// A user and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    display_name: String,
    user_name: String,
    /// Their page; none where there is no such active user.
    link: Option<String>,
    /// Position of the outcome.
    outcome: usize,
    is_error: bool,
}

/// The results of the save, a row for each user.
#[component]
pub(super) fn LicensesUpdated(
    /// Whose users.
    customer: CustomerId,
    /// The one user, from whose page it was opened; none for those selected in the list.
    user: Option<UserId>,
) -> impl IntoView {
    let session = Session::get();
    let (words, sentences) = (session.words(), session.sentences());
    element::set_title(&customer::title(session, customer, words.licenses_updated));
    let outcomes = untrack(|| {
        session.forms.licenses.with(|form| {
            let form = form.as_ref();
            form.and_then(|form| form.outcomes.clone())
                .unwrap_or_default()
        })
    });
    let summary = Summary::of(&outcomes);
    let texts: Vec<String> = outcomes
        .iter()
        .map(|outcome| sentences.license_result(&outcome.result))
        .collect();
    let lines = untrack(|| lines(session, customer, &outcomes));
    let shown = Signal::stored(lines);
    let errors_only = RwSignal::new(false);
    let (page, size) = (RwSignal::new(0), RwSignal::new(ROWS));
    let matching = Signal::memo(move |_| {
        let lines = shown.read();
        let is_shown =
            |at: &usize| !errors_only.get() || lines.get(*at).is_some_and(|line| line.is_error);
        (0..lines.len()).filter(is_shown).collect::<Vec<_>>()
    });
    let texts = Signal::stored(texts);
    let rows = Signal::memo(move |_| {
        let (matching, lines, texts) = (matching.read(), shown.read(), texts.read());
        let on_page = matching
            .iter()
            .skip(page.get() * size.get())
            .take(size.get());
        on_page
            .filter_map(|at| lines.get(*at))
            .map(|line| row(line, &texts))
            .collect::<Vec<_>>()
    });
    summary.tell(session);
    let download = move || download(session, &shown.read_untracked(), &texts.read_untracked());
    let turn = Callback::new(move |(to, rows)| {
        size.set(rows);
        page.set(to);
    });
    let is_empty = when(move || matching.read().is_empty());
    let has_none = when(move || !matching.read().is_empty());
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.licenses_updated}</h1>
            <ActionButton label=words.download_results glyph=Glyph::Download on_press=download />
        </div>
        {summary.message(session)}
        <div class="tools">
            <CheckField
                label=words.errors_only
                checked=errors_only
                on_change=move |checked| {
                    page.set(0);
                    errors_only.set(checked);
                }
            />
        </div>
        <div hidden=is_empty>
            <Table caption=words.licenses_updated heads=heads(session) rows />
            {pager(session, Signal::derive(move || matching.read().len()), page.into(), size.into(), turn)}
        </div>
        <p class="empty" hidden=has_none>
            {words.no_errors}
        </p>
        <div class="buttons">{ways_on(session, customer, user)}</div>
    }
}

/// Back to where one came from, or on with the same users.
fn ways_on(session: Session, customer: CustomerId, user: Option<UserId>) -> impl IntoView {
    let words = session.words();
    let again = move || {
        session.forms.licenses.set(None);
        session.notices.clear_successes();
        let users = untrack(|| match user {
            None => session.selection.users().get(),
            Some(id) => session
                .with_customer(customer, |of| of.users.with_id(id).map(|user| user.number))
                .flatten()
                .into_iter()
                .collect(),
        });
        session.forms.open_licenses(customer, user, users);
        element::focus_soon("main h1");
    };
    let (back, label) = match user {
        Some(user) => (Route::User(customer, user), words.back_to_user),
        None => (Route::users(customer), words.back_to_users),
    };
    view! {
        <ActionButton label=words.manage_licenses on_press=again />
        <a href=back.to_string()>{label}</a>
    }
}

fn lines(session: Session, customer: CustomerId, outcomes: &[LicenseOutcome]) -> Vec<Line> {
    let line = |number: UserNumber, at: usize, outcome: &LicenseOutcome| {
        let known = session.with_customer(customer, |of| {
            let gone = || of.users.get_deleted(number).map(|deleted| &deleted.user);
            let active = of.users.get(number);
            active.or_else(gone).map(|user| {
                let details = &user.details;
                let names = [details.display_name.as_str(), details.user_name.as_str()];
                let link = active.map(|user| Route::User(customer, user.id).to_string());
                (names.map(str::to_owned), link)
            })
        });
        let ([display_name, user_name], link) = known.flatten().unwrap_or_else(|| {
            let unknown = session.words().unknown_user.to_owned();
            ([unknown, String::new()], None)
        });
        Line {
            display_name,
            user_name,
            link,
            outcome: at,
            is_error: is_error(&outcome.result),
        }
    };
    let all: Vec<Line> = outcomes
        .iter()
        .enumerate()
        .flat_map(|(at, outcome)| {
            outcome
                .users
                .iter()
                .map(move |number| (*number, at, outcome))
        })
        .map(|(number, at, outcome)| line(number, at, outcome))
        .collect();
    let names: Vec<String> = all.iter().map(|line| line.display_name.clone()).collect();
    let order = intl::order(session.words().language_tag, &names);
    order
        .into_iter()
        .filter_map(|at| all.get(at).cloned())
        .collect()
}

const fn is_error(result: &LicenseResult) -> bool {
    matches!(result, LicenseResult::Refused(_) | LicenseResult::Gone)
}

fn row(line: &Line, texts: &[String]) -> Row {
    let text = texts.get(line.outcome).cloned().unwrap_or_default();
    Row {
        link: line.link.clone(),
        cells: vec![
            line.display_name.clone().into(),
            line.user_name.clone().into(),
            Cell {
                text,
                is_quiet: false,
                is_wrong: line.is_error,
            },
        ],
    }
}

fn heads(session: Session) -> Vec<Head> {
    let words = session.words();
    [words.display_name, words.user_name, words.result]
        .map(Head::plain)
        .into()
}

/// How many users changed, failed, or had nothing to change.
#[derive(Clone, Copy, Default)]
struct Summary {
    changed: usize,
    errors: usize,
    unchanged: usize,
}

impl Summary {
    fn of(outcomes: &[LicenseOutcome]) -> Self {
        let mut summary = Self::default();
        for LicenseOutcome { users, result } in outcomes {
            let count = match result {
                LicenseResult::Changed(_) => &mut summary.changed,
                LicenseResult::Unchanged => &mut summary.unchanged,
                LicenseResult::Refused(_) | LicenseResult::Gone => &mut summary.errors,
            };
            *count += users.len();
        }
        summary
    }

    /// The notice that offers to take it back.
    fn tell(self, session: Session) {
        if self.changed > 0 {
            let text = session
                .sentences()
                .licenses_saved(&session.number(self.changed));
            session.notices.show_undoable(text);
        }
    }

    fn message(self, session: Session) -> impl IntoView {
        let [changed, errors, unchanged] =
            [self.changed, self.errors, self.unchanged].map(|count| session.number(count));
        let mut text = session
            .sentences()
            .license_summary(&changed, &errors, &unchanged);
        let tone = match (self.changed, self.errors) {
            (_, 0) => MessageTone::Success,
            (0, _) => MessageTone::Error,
            _ => MessageTone::Warning,
        };
        if self.changed == 0 {
            text = format!("{} {text}", session.words().nobody_changed);
        }
        view! { <Message tone text /> }
    }
}

fn download(session: Session, lines: &[Line], texts: &[String]) {
    let words = session.words();
    let head = [words.display_name, words.user_name, words.result].map(str::to_owned);
    let rows = lines.iter().map(|line| {
        let result = texts.get(line.outcome).cloned().unwrap_or_default();
        [line.display_name.clone(), line.user_name.clone(), result]
    });
    export::csv(
        session,
        "license-results.csv",
        std::iter::once(head).chain(rows),
    );
}
