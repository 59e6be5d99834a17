//! Licenses updated: the result for each user.

use crate::live::Signal;
use leptos::prelude::*;

use crate::domain::{CustomerId, LicenseOutcome, LicenseResult, UserId};
use crate::screen::shared::customer_page;
use crate::screen::shared::named_users::{Named, in_order};
use crate::screen::shared::outcome_table::{Kind, Results, Verdict, no_results};
use crate::session::address::route::Route;
use crate::session::{LicenseResults, Session, Tone};
use crate::text::OutcomeWords;
use crate::ui::{ActionButton, Message, MessageTone, dynamic};

/// The results of the latest save, one row per user, until the customer is left.
#[component]
pub fn LicensesUpdated(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<OutcomeWords>();
    customer_page::set_title(session, customer, words.licenses_updated);
    // Another save or undo changes the address or the results.
    let results = session.forms.results;
    dynamic(move || match results.get() {
        Some(results) => page(session, results),
        None => {
            let back = (Route::users(customer), words.back_to_users);
            no_results(words.licenses_updated, texts.no_results, back)
        }
    })
}

fn page(session: Session, results: LicenseResults) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<OutcomeWords>();
    let LicenseResults {
        customer,
        user,
        outcomes,
    } = results;
    let verdict = |outcome: &LicenseOutcome| Verdict {
        text: sentences.license_result(&outcome.result),
        kind: match outcome.result {
            LicenseResult::Changed(_) => Kind::Done,
            LicenseResult::Unchanged => Kind::Unchanged,
            LicenseResult::Refused(_) | LicenseResult::Gone => Kind::Failed,
        },
    };
    let results = Results {
        session,
        customer,
        title: words.licenses_updated,
        file: texts.file_license_results,
        everybody: Signal::stored(untrack(|| everybody(session, customer, &outcomes))),
        verdicts: Signal::stored(outcomes.iter().map(verdict).collect()),
        kinds: &[
            (Kind::Done, |texts| texts.results_changed),
            (Kind::Unchanged, |texts| texts.results_unchanged),
            (Kind::Failed, |texts| texts.results_errors),
        ],
        to_do: None,
    };
    let summary = Summary::of(&outcomes).message(session).into_any();
    results.page(summary, ways_on(session, customer, user).into_any())
}

/// Links back, and to the form with the same users.
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
        <a href=session.link(&back)>{label}</a>
    }
}

/// Returns all users, each tagged with the position of the outcome.
fn everybody(session: Session, customer: CustomerId, outcomes: &[LicenseOutcome]) -> Vec<Named> {
    let all = outcomes.iter().enumerate();
    let mut all = all.flat_map(|(at, outcome)| outcome.users.iter().map(move |user| (*user, at)));
    in_order(session, customer, &mut all)
}

/// The numbers of users changed, failed, and unchanged.
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

/// Shows the summary as a message, with Undo if anything changed.
pub fn show_summary(session: Session, outcomes: &[LicenseOutcome]) {
    let summary = Summary::of(outcomes);
    let (words, text) = (session.words(), summary.text(session));
    let notices = session.notices;
    match (summary.changed, summary.errors) {
        // The page says it.
        (0, _) => {}
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
