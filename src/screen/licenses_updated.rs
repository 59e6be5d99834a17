//! Licenses updated: what became of every single user.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;

use super::customer;
use super::export;
use super::list::pager;
use super::named::{Named, in_order, user_name};
use crate::browser::element;
use crate::domain::{CustomerId, LicenseOutcome, LicenseResult, UserId};
use crate::session::Session;
use crate::session::listing::PageSize;
use crate::session::route::Route;
use crate::ui::{
    ActionButton, Cell, CheckField, Glyph, Head, Message, MessageTone, Row, Table, when,
};

/// Rows to a page at first.
const ROWS: usize = PageSize::Rows50.rows();

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
    summary.tell(session);
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
