//! Licenses updated: what became of every single user.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;

use super::customer;
use super::export;
use super::list::pager;
use super::named::{Named, in_order, user_name};
use crate::browser::element;
use crate::domain::{CustomerId, LicenseOutcome, LicenseResult, UserId};
use crate::session::listing::PageSize;
use crate::session::route::Route;
use crate::session::{LicenseResults, Session, Tone};
use crate::ui::{
    ActionButton, Cell, CheckField, Glyph, Head, Message, MessageTone, Row, Table, dynamic, text,
    when,
};

/// Rows to a page at first.
const ROWS: usize = PageSize::Rows50.rows();

/// The results of the latest save, a row for each user; they are there until the customer is left.
#[component]
pub fn LicensesUpdated(
    /// Whose users.
    customer: CustomerId,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    element::set_title(&customer::title(session, customer, words.licenses_updated));
    // Another save, or undo, ends with another address or with other results.
    let results = session.forms.results;
    dynamic(move || match results.get() {
        Some(results) => view! { <Results results /> }.into_any(),
        None => no_results(session, customer).into_any(),
    })
}

/// After a reload: what became of whom is not stored.
fn no_results(session: Session, customer: CustomerId) -> impl IntoView {
    let words = session.words();
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.licenses_updated}</h1>
        </div>
        <div class="empty">
            <p>{words.no_results}</p>
            <a href=Route::users(customer).to_string()>{words.back_to_users}</a>
        </div>
    }
}

#[component]
fn Results(results: LicenseResults) -> impl IntoView {
    let session = Session::get();
    let (words, sentences) = (session.words(), session.sentences());
    let LicenseResults {
        customer,
        user,
        outcomes,
    } = results;
    let summary = Summary::of(&outcomes);
    let texts: Vec<String> = outcomes
        .iter()
        .map(|outcome| sentences.license_result(&outcome.result))
        .collect();
    let wrong: Vec<bool> = outcomes.iter().map(|one| is_error(&one.result)).collect();
    let everybody = Signal::stored(untrack(|| everybody(session, customer, &outcomes)));
    let errors_only = RwSignal::new(false);
    let (page, size) = (RwSignal::new(0), RwSignal::new(ROWS));
    let is_wrong = move |user: &Named| wrong.get(user.tag) == Some(&true);
    let matching = {
        let is_wrong = is_wrong.clone();
        Signal::memo(move |_| {
            let everybody = everybody.read();
            let is_shown = |user: &&Named| !errors_only.get() || is_wrong(user);
            everybody
                .iter()
                .filter(is_shown)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let texts = Signal::stored(texts);
    let rows = Signal::memo(move |_| {
        let (matching, texts) = (matching.read(), texts.read());
        let on_page = matching
            .iter()
            .skip(page.get() * size.get())
            .take(size.get());
        on_page
            .map(|user| row(session, customer, user, &texts, is_wrong(user)))
            .collect::<Vec<_>>()
    });
    let download = move || {
        let (everybody, texts) = (everybody.read_untracked(), texts.read_untracked());
        untrack(|| download(session, customer, &everybody, &texts));
    };
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
            <p class="found" role="status">
                {text(move || {
                    let count = matching.read().len();
                    let found = || sentences.found(count, &session.number(count));
                    if errors_only.get() { found() } else { String::new() }
                })}
            </p>
        </div>
        <div class="results" hidden=is_empty>
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
        let form = Route::ManageLicenses(customer, user);
        session.navigation.go(form);
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

/// Everybody who was named, each tagged with the position of the outcome.
fn everybody(session: Session, customer: CustomerId, outcomes: &[LicenseOutcome]) -> Vec<Named> {
    let all = outcomes.iter().enumerate();
    let mut all = all.flat_map(|(at, outcome)| outcome.users.iter().map(move |user| (*user, at)));
    in_order(session, customer, &mut all)
}

const fn is_error(result: &LicenseResult) -> bool {
    matches!(result, LicenseResult::Refused(_) | LicenseResult::Gone)
}

/// Display name, user name and result of a user.
fn cells(session: Session, customer: CustomerId, user: &Named, texts: &[String]) -> [String; 3] {
    let (user_name, _) = user_name(session, customer, user.number);
    let name = if user.name.is_empty() {
        session.words().unknown_user.to_owned()
    } else {
        user.name.clone()
    };
    [
        name,
        user_name,
        texts.get(user.tag).cloned().unwrap_or_default(),
    ]
}

fn row(
    session: Session,
    customer: CustomerId,
    user: &Named,
    texts: &[String],
    is_wrong: bool,
) -> Row {
    let [name, user_name, text] = cells(session, customer, user, texts);
    let (_, id) = self::user_name(session, customer, user.number);
    Row {
        link: id.map(|id| Route::User(customer, id).to_string()),
        cells: vec![
            name.into(),
            user_name.into(),
            Cell {
                text,
                is_quiet: false,
                is_wrong,
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

    /// What came of it in one sentence.
    fn text(self, session: Session) -> String {
        let [changed, errors, unchanged] =
            [self.changed, self.errors, self.unchanged].map(|count| session.number(count));
        let text = session
            .sentences()
            .license_summary(&changed, &errors, &unchanged);
        if self.changed == 0 {
            format!("{} {text}", session.words().nobody_changed)
        } else {
            text
        }
    }

    fn message(self, session: Session) -> impl IntoView {
        let tone = match (self.changed, self.errors) {
            (_, 0) => MessageTone::Success,
            (0, _) => MessageTone::Error,
            _ => MessageTone::Warning,
        };
        view! { <Message tone text=self.text(session) /> }
    }
}

/// Says what came of saving, whatever screen is shown; what was changed can be taken back.
pub(super) fn tell(session: Session, outcomes: &[LicenseOutcome]) {
    let summary = Summary::of(outcomes);
    let (words, text) = (session.words(), summary.text(session));
    let notices = session.notices;
    match (summary.changed, summary.errors) {
        (0, _) => notices.show(Tone::Error, text),
        (_, 0) => notices.show_undoable(
            Tone::Success,
            format!("{}. {text}", words.licenses_updated),
            words.undo,
        ),
        _ => notices.show_undoable(
            Tone::Warning,
            format!("{}. {text}", words.licenses_updated),
            words.undo,
        ),
    }
}

fn download(session: Session, customer: CustomerId, everybody: &[Named], texts: &[String]) {
    let words = session.words();
    let head = [words.display_name, words.user_name, words.result].map(str::to_owned);
    let rows = everybody
        .iter()
        .map(|user| cells(session, customer, user, texts));
    export::csv(
        session,
        "license-results.csv",
        std::iter::once(head).chain(rows),
    );
}
