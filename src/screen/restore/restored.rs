//! Users restored: the result for each user, and other user names.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::rename::{Renaming, RestoreDialog};
use crate::browser::element;
use crate::domain::{
    CustomerId, Field, Problem, RestoreOutcome, RestoreResult, Right, Sku, UserNumber,
};
use crate::screen::shared::customer_page;
use crate::screen::shared::named_users::in_order;
use crate::screen::shared::outcome_table::{Kind, Results, ToDo, Verdict, no_results};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::text::{OutcomeWords, RestoreWords};
use crate::ui::{ActionButton, Message, MessageTone, dynamic, when};

/// The results of the latest restore, one row per user, until the customer is left.
#[component]
pub fn UsersRestored(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<RestoreWords>();
    let outcome_texts = session.texts::<OutcomeWords>();
    customer_page::set_title(session, customer, words.users_restored);
    let outcomes = Memo::new(move |_| {
        let results = session.forms.restored.read();
        let own = results.as_ref().filter(|own| own.customer == customer);
        own.map(|results| results.outcomes.clone())
    });
    let is_there = Memo::new(move |_| outcomes.read().is_some());
    dynamic(move || {
        if is_there.get() {
            let outcomes = Signal::derive(move || outcomes.get().unwrap_or_default());
            page(session, customer, outcomes)
        } else {
            let back = (Route::deleted_users(customer), texts.back_to_deleted);
            no_results(words.users_restored, outcome_texts.no_restore_results, back)
        }
    })
}

fn page(session: Session, customer: CustomerId, outcomes: Signal<Vec<RestoreOutcome>>) -> AnyView {
    let words = session.words();
    let texts = session.texts::<RestoreWords>();
    let outcome_texts = session.texts::<OutcomeWords>();
    // Names are read with the outcomes: a user may be purged later.
    let everybody = Memo::new(move |_| {
        let outcomes = outcomes.read();
        let all = outcomes.iter().enumerate();
        let mut all =
            all.flat_map(|(at, outcome)| outcome.users.iter().map(move |user| (*user, at)));
        untrack(|| in_order(session, customer, &mut all))
    });
    let verdicts = Memo::new(move |_| {
        let outcomes = outcomes.read();
        let verdict = |outcome: &RestoreOutcome| Verdict {
            text: session.sentences().restore_result(&outcome.result),
            kind: match &outcome.result {
                RestoreResult::Restored { lost, .. } if lost.is_empty() => Kind::Done,
                RestoreResult::Restored { .. } => Kind::Partly,
                RestoreResult::NameTaken { .. } | RestoreResult::Gone => Kind::Failed,
            },
        };
        outcomes.iter().map(verdict).collect::<Vec<_>>()
    });
    let renaming = Renaming::new(session, customer, outcomes, everybody.into());
    renaming.begin();
    let to_do = ToDo {
        label: texts.choose_user_name,
        users: renaming.users(),
        on_press: Callback::new(move |user| renaming.ask(user)),
    };
    let results = Results {
        session,
        customer,
        title: words.users_restored,
        file: outcome_texts.file_restore_results,
        everybody: everybody.into(),
        verdicts: verdicts.into(),
        kinds: &[
            (Kind::Done, |texts| texts.results_restored),
            (Kind::Partly, |texts| texts.results_partly),
            (Kind::Failed, |texts| texts.results_not_restored),
        ],
        to_do: Some(to_do),
    };
    let summary = view! {
        <div role="status">
            {dynamic(move || Summary::of(&outcomes.read()).message(session))}
        </div>
        {dynamic(move || not_given_back(session, customer, &outcomes.read()))}
        <RestoreDialog renaming />
    };
    results.page(summary.into_any(), ways_on(session, customer, outcomes))
}

/// The numbers of users restored, restored without all licenses, and not restored.
#[derive(Clone, Copy, Default)]
struct Summary {
    restored: usize,
    partly: usize,
    not_restored: usize,
}

impl Summary {
    fn of(outcomes: &[RestoreOutcome]) -> Self {
        let mut summary = Self::default();
        for RestoreOutcome { users, result } in outcomes {
            match result {
                RestoreResult::Restored { lost, .. } => {
                    summary.restored += users.len();
                    summary.partly += if lost.is_empty() { 0 } else { users.len() };
                }
                RestoreResult::NameTaken { .. } | RestoreResult::Gone => {
                    summary.not_restored += users.len();
                }
            }
        }
        summary
    }

    fn message(self, session: Session) -> AnyView {
        let tone = match (self.restored, self.partly + self.not_restored) {
            (_, 0) => MessageTone::Success,
            (0, _) => MessageTone::Error,
            _ => MessageTone::Warning,
        };
        let counts = [self.restored, self.partly, self.not_restored];
        let number = |count| session.number(count);
        let text = session.sentences().restore_summary(counts, &number);
        let text = if self.restored == 0 {
            format!("{} {text}", session.words().nobody_restored)
        } else {
            text
        };
        view! { <Message tone text /> }.into_any()
    }
}

/// The products without seats, with the number of users who miss them and links to buy more.
fn not_given_back(session: Session, customer: CustomerId, outcomes: &[RestoreOutcome]) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<OutcomeWords>();
    let mut missing: Vec<(Sku, usize)> = Vec::new();
    for RestoreOutcome { users, result } in outcomes {
        let RestoreResult::Restored { lost, .. } = result else {
            continue;
        };
        for Problem { field, kind } in lost {
            let Field::License(sku) = *field else {
                continue;
            };
            match missing.iter_mut().find(|(other, _)| *other == sku) {
                _ if !kind.is_about_seats() => {}
                Some((_, count)) => *count += users.len(),
                None => missing.push((sku, users.len())),
            }
        }
    }
    if missing.is_empty() {
        return ().into_any();
    }
    let item = |(sku, count): (Sku, usize)| {
        let text = sentences.missing_for(sku.name, count, &session.number(count));
        let id = element::unique_id("missing");
        view! {
            <li>
                <span id=id.clone()>{text}</span>
                " "
                <a
                    href=session.link(&Route::Subscriptions(customer, Some(sku)))
                    aria-describedby=id
                >
                    {words.buy_more}
                </a>
            </li>
        }
    };
    let heading = element::unique_id("missing");
    let labelled_by = heading.clone();
    view! {
        <section class="not-given-back" aria-labelledby=labelled_by>
            <h2 id=heading>{texts.licenses_not_back}</h2>
            <ul>{missing.into_iter().map(item).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Links to the licenses of the restored users, and back.
fn ways_on(
    session: Session,
    customer: CustomerId,
    outcomes: Signal<Vec<RestoreOutcome>>,
) -> AnyView {
    let words = session.words();
    let texts = session.texts::<RestoreWords>();
    // Users who miss a license, if there are any, because they need work.
    let restored = move || {
        let outcomes = outcomes.read();
        let users_with = |is_match: fn(&RestoreResult) -> bool| {
            let matching = outcomes.iter().filter(|outcome| is_match(&outcome.result));
            let users = matching.flat_map(|outcome| outcome.users.clone());
            users.collect::<Vec<UserNumber>>()
        };
        let partly = users_with(
            |result| matches!(result, RestoreResult::Restored { lost, .. } if !lost.is_empty()),
        );
        if partly.is_empty() {
            users_with(|result| matches!(result, RestoreResult::Restored { .. }))
        } else {
            partly
        }
    };
    let manage = move || {
        session.selection.clear();
        session.selection.set(untrack(restored), true);
        session.navigation.go(Route::ManageLicenses(customer, None));
    };
    view! {
        <span hidden=when(move || restored().is_empty())>
            <ActionButton
                label=words.manage_licenses
                why_not=Signal::derive(move || session.why_not(Right::AssignLicenses))
                on_press=manage
            />
        </span>
        <a href=session.link(&Route::deleted_users(customer))>{texts.back_to_deleted}</a>
        <a href=session.link(&Route::users(customer))>{words.back_to_users}</a>
    }
    .into_any()
}
