//! Another user name for deleted users whose own is taken, one user after the other.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{
    Customer, CustomerCommand, CustomerId, DomainName, Field, Problem, ProblemKind, RestoreOutcome,
    RestoreResult, Restoring, Right, UserName, UserNumber,
};
use crate::screen::shared::details_form::domains;
use crate::screen::shared::form_problems::problems_at;
use crate::screen::shared::named_users::Named;
use crate::screen::shared::saving_form::{Saving, focus_mistake};
use crate::session::Session;
use crate::text::OutcomeWords;
use crate::ui::{Dialog, SelectField, TextField, dynamic, warning};

/// The focus when the dialog opens or continues with the next user.
const FIRST_FIELD: &str = "dialog[open] #user-name";

/// The users whose user name is taken, and the one in the dialog.
#[derive(Clone, Copy)]
pub struct Renaming {
    session: Session,
    customer: CustomerId,
    outcomes: Signal<Vec<RestoreOutcome>>,
    /// In the order of the page; only those who can still be restored.
    users: Signal<Vec<UserNumber>>,
    asked: RwSignal<Option<UserNumber>>,
}

/// A user whose user name is taken.
struct Clash {
    user: UserNumber,
    /// Their former user name.
    taken: UserName,
    by: String,
    suggestion: UserName,
}

impl Renaming {
    pub fn new(
        session: Session,
        customer: CustomerId,
        outcomes: Signal<Vec<RestoreOutcome>>,
        everybody: Signal<Vec<Named>>,
    ) -> Self {
        let users = Memo::new(move |_| {
            let (outcomes, everybody, now) = (outcomes.read(), everybody.read(), session.now());
            let is_clash = |named: &&Named| {
                let outcome = outcomes.get(named.tag);
                outcome.is_some_and(|outcome| {
                    matches!(outcome.result, RestoreResult::NameTaken { .. })
                })
            };
            let read = |customer: &Customer| {
                let is_there = |number: &UserNumber| {
                    let deleted = customer.users.get_deleted(*number);
                    deleted.is_some_and(|deleted| deleted.window().is_open_at(now))
                };
                let clashes = everybody.iter().filter(is_clash).map(|named| named.number);
                clashes.filter(is_there).collect::<Vec<_>>()
            };
            session.read_customer(customer, read)
        });
        Self {
            session,
            customer,
            outcomes,
            users: users.into(),
            asked: RwSignal::new(None),
        }
    }

    /// Returns the users who need another user name.
    pub fn users(self) -> Signal<Vec<UserNumber>> {
        self.users
    }

    /// Asks for the first user if the results are shown for the first time.
    pub fn begin(self) {
        let mut is_first = false;
        let restored = self.session.forms.restored;
        restored.maybe_update(|results| {
            if let Some(results) = results {
                is_first = !std::mem::replace(&mut results.asked, true);
            }
            false
        });
        let first = self.users.with_untracked(|users| users.first().copied());
        if let Some(user) = first.filter(|_| is_first) {
            self.ask(user);
        }
    }

    /// Asks for a user name for this user.
    pub fn ask(self, user: UserNumber) {
        self.asked.set(Some(user));
        element::focus_soon(FIRST_FIELD);
    }

    fn close(self) {
        self.asked.set(None);
        // The button that opened the dialog may be gone.
        element::focus_if_lost("main h1");
    }

    /// Asks for the user after the one just restored, in the previous order.
    fn go_on(self, user: UserNumber, before: &[UserNumber]) {
        if self.asked.get_untracked() != Some(user) {
            return;
        }
        let later = before.iter().skip_while(|other| **other != user).skip(1);
        let left = self.users.get_untracked();
        match later.copied().find(|other| left.contains(other)) {
            Some(next) => self.ask(next),
            None => self.close(),
        }
    }

    /// Returns the clash of this user.
    fn clash(self, user: UserNumber) -> Option<Clash> {
        let outcomes = self.outcomes.read_untracked();
        let result = outcomes
            .iter()
            .find(|outcome| outcome.users.contains(&user));
        let RestoreResult::NameTaken { by, suggestion } = &result?.result else {
            return None;
        };
        let name = |customer: &Customer| {
            let deleted = customer.users.get_deleted(user);
            deleted.map(|deleted| deleted.user.details.user_name.clone())
        };
        let taken = untrack(|| self.session.read_customer(self.customer, name))?;
        Some(Clash {
            user,
            by: by.as_str().to_owned(),
            suggestion: suggestion.clone().unwrap_or_else(|| taken.clone()),
            taken,
        })
    }

    fn title(self) -> String {
        let name = |customer: &Customer| {
            let deleted = customer.users.get_deleted(self.asked.get()?)?;
            Some(deleted.user.details.display_name.as_str().to_owned())
        };
        let name = self.session.read_customer(self.customer, name);
        let name = name.unwrap_or_default();
        self.session.sentences().rename_title(&name)
    }

    /// Returns why the user cannot be restored, if so.
    fn why_not(self, user: UserNumber) -> Option<String> {
        let is_there = self.users.with(|users| users.contains(&user));
        let gone = || {
            (!is_there).then(|| {
                self.session
                    .texts::<OutcomeWords>()
                    .gone_deleted_user
                    .to_owned()
            })
        };
        self.session.why_not(Right::ManageUsers).or_else(gone)
    }
}

/// The dialog, open while a user is asked for.
#[component]
pub fn RestoreDialog(renaming: Renaming) -> impl IntoView {
    view! {
        <Dialog
            open=Signal::derive(move || renaming.asked.read().is_some())
            title=Memo::new(move |_| renaming.title())
            on_close=move || renaming.close()
        >
            {dynamic(move || {
                let clash = renaming.asked.get().and_then(|user| renaming.clash(user));
                clash.map(|clash| RenameForm::new(renaming, &clash).view(&clash)).into_any()
            })}
        </Dialog>
    }
}

/// The form for one user's other name.
#[derive(Clone, Copy)]
struct RenameForm {
    renaming: Renaming,
    user: UserNumber,
    local: RwSignal<String>,
    domain: RwSignal<String>,
    tried: RwSignal<bool>,
    saving: Saving,
}

impl RenameForm {
    fn new(renaming: Renaming, clash: &Clash) -> Self {
        Self {
            renaming,
            user: clash.user,
            local: RwSignal::new(clash.suggestion.local().to_owned()),
            domain: RwSignal::new(clash.suggestion.domain().to_owned()),
            tried: RwSignal::new(false),
            saving: Saving::new(renaming.session),
        }
    }

    fn user_name(self) -> Result<UserName, Vec<Problem>> {
        let domain = DomainName::parse(&self.domain.read())
            .ok_or_else(|| vec![ProblemKind::NotADomainOfTheCustomer.at(Field::Domain)])?;
        UserName::new(&self.local.read(), &domain).map_err(|kinds| {
            let problems = kinds.into_iter().map(|kind| kind.at(Field::UserName));
            problems.collect()
        })
    }

    fn problems(self) -> Signal<Vec<Problem>> {
        Memo::new(move |_| {
            let mistakes = self.tried.get().then(|| self.user_name().err());
            mistakes.flatten().unwrap_or_else(|| self.saving.refused())
        })
        .into()
    }

    fn edit(self, field: RwSignal<String>, text: String) {
        self.saving.forget_refused();
        field.set(text);
    }

    fn save(self) {
        self.tried.set(true);
        let Ok(name) = untrack(|| self.user_name()) else {
            return focus_mistake();
        };
        let Renaming {
            session, customer, ..
        } = self.renaming;
        let before = self.renaming.users.get_untracked();
        let users = vec![Restoring {
            user: self.user,
            user_name: Some(name),
        }];
        self.saving.carry_out(
            CustomerCommand::RestoreUsers { users }.about(customer),
            move |decision| {
                let outcomes = decision.map(|decision| decision.restored);
                session.show_restored(customer, outcomes.unwrap_or_default());
                self.renaming.go_on(self.user, &before);
            },
        );
    }

    fn view(self, clash: &Clash) -> AnyView {
        let Renaming {
            session, customer, ..
        } = self.renaming;
        let words = session.words();
        let problems = self.problems();
        let why_not = Memo::new(move |_| self.renaming.why_not(self.user));
        let content = view! {
            <p>{session.sentences().name_has_gone(clash.taken.as_str(), &clash.by)}</p>
            {warning(why_not.into())}
            <div class="pair user-name">
                <TextField
                    id="user-name"
                    label=words.user_name
                    required=true
                    autofocus=true
                    value=self.local
                    on_input=move |text| self.edit(self.local, text)
                    problems=problems_at(session, problems, Field::UserName)
                />
                <span class="at" aria-hidden="true">
                    "@"
                </span>
                <SelectField
                    id="domain"
                    label=words.domain
                    options=domains(session, customer)
                    value=self.domain
                    on_change=move |name| self.edit(self.domain, name)
                    problems=problems_at(session, problems, Field::Domain)
                />
            </div>
        };
        self.saving.form(
            content.into_any(),
            words.restore,
            false,
            Signal::derive(move || why_not.read().is_some()),
            move || self.save(),
            move || self.renaming.close(),
        )
    }
}
