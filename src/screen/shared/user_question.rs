//! The question before passwords are reset or users deleted: on the page of one user, and for
//! the users selected in the list.

use std::collections::BTreeSet;

use crate::live::{Effect, Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::named_users::{in_order, user_name};
use super::saving_form::Saving;
use crate::browser::element;
use crate::domain::{Customer, CustomerId, Right, UserId, UserNumber};
use crate::session::Session;
use crate::text::Sentences;
use crate::ui::{ActionButton, Dialog, Message, MessageTone, dynamic, text, when};

/// Users listed by name; the others are only counted.
const MAX_NAMES: usize = 3;

/// An action on users that asks for confirmation.
#[derive(Debug, Clone, Copy)]
pub struct UserAction {
    pub label: &'static str,
    pub right: Right,
    pub is_dangerous: bool,
    pub form: fn(UserQuestion) -> AnyView,
}

/// The question, with what its parts share.
#[derive(Clone, Copy)]
pub struct UserQuestion {
    pub session: Session,
    pub customer: CustomerId,
    /// The user on whose page it is asked, or `None` for the selected users.
    pub page: Option<UserId>,
    /// Some may have been deleted since.
    pub users: Signal<BTreeSet<UserNumber>>,
    pub saving: Saving,
    asked: RwSignal<Option<UserAction>>,
}

/// The users in question who still exist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Affected {
    count: usize,
    /// Display names and user names of the first ones.
    first: Vec<[String; 2]>,
    /// How many were deleted since.
    gone: usize,
}

/// The parts of the form that are different for each action.
pub struct QuestionForm {
    pub action: UserAction,
    /// Introduces the names, given the users' count and that count in words.
    pub heading: fn(Sentences, usize, &str) -> String,
    /// Describes the consequences for a number of users.
    pub follows: Box<dyn Fn(usize) -> AnyView + Send>,
    pub confirm: Box<dyn Fn() + Send>,
}

impl UserQuestion {
    pub fn new(
        session: Session,
        customer: CustomerId,
        page: Option<UserId>,
        users: Signal<BTreeSet<UserNumber>>,
        saving: Saving,
    ) -> Self {
        Self {
            session,
            customer,
            page,
            users,
            saving,
            asked: RwSignal::new(None),
        }
    }

    /// Returns the buttons that ask. `why_not` disables all of them, in addition to the person's
    /// role.
    pub fn buttons<const N: usize>(
        self,
        actions: [UserAction; N],
        why_not: Signal<Option<String>>,
    ) -> AnyView {
        let button = move |action: UserAction| {
            let why_not = move || {
                let role = self.session.why_not(action.right);
                role.or_else(|| why_not.get())
            };
            let ask = move || {
                self.saving.forget();
                self.asked.set(Some(action));
            };
            let button = view! {
                <ActionButton label=action.label why_not=Signal::derive(why_not) on_press=ask />
            };
            if action.is_dangerous {
                view! { <span class="dangerous">{button}</span> }.into_any()
            } else {
                button.into_any()
            }
        };
        actions.map(button).collect_view().into_any()
    }

    pub fn dialog(self) -> AnyView {
        let title = move || self.asked.get().map_or("", |action| action.label);
        let content = move || {
            let action = self.asked.get();
            action.map_or_else(|| ().into_any(), |action| (action.form)(self))
        };
        view! {
            <Dialog
                open=Signal::derive(move || self.asked.read().is_some())
                title=Signal::derive(move || title().to_owned())
                on_close=move || {
                    self.close();
                    // The element that had the focus may be gone.
                    element::focus_if_lost("main h1");
                }
            >
                {dynamic(content)}
            </Dialog>
        }
        .into_any()
    }

    pub fn close(self) {
        self.asked.set(None);
    }

    /// Returns the users who still exist. Waits while the action is carried out, which may delete
    /// them.
    fn affected(self) -> Signal<Affected> {
        let affected = move || {
            let asked = self.users.read();
            let there = |customer: &Customer| {
                let all = asked.iter().copied();
                let there = all.filter(|number| customer.users.get(*number).is_some());
                there.map(|number| (number, 0)).collect::<Vec<_>>()
            };
            let there = self.session.read_customer(self.customer, there);
            let mut there = there.into_iter();
            let named = in_order(self.session, self.customer, &mut there);
            let first = named.iter().take(MAX_NAMES).map(|named| {
                let (user_name, _) = user_name(self.session, self.customer, named.number);
                [named.name.clone(), user_name]
            });
            Affected {
                count: named.len(),
                first: first.collect(),
                gone: asked.len() - named.len(),
            }
        };
        Memo::new(move |before: Option<&Affected>| match before {
            Some(before) if self.saving.is_busy() => before.clone(),
            _ => affected(),
        })
        .into()
    }

    /// Returns the question: the names, the consequences and the buttons, or a message if none of
    /// the users is left.
    pub fn form(self, form: QuestionForm) -> AnyView {
        let QuestionForm {
            action: UserAction { label, right, .. },
            heading,
            follows,
            confirm,
        } = form;
        let session = self.session;
        let (words, sentences) = (session.words(), session.sentences());
        let is_dangerous = |action: UserAction| action.is_dangerous;
        let class = if self.asked.get_untracked().is_some_and(is_dangerous) {
            "form question dangerous"
        } else {
            "form question"
        };
        let affected = self.affected();
        let count = Memo::new(move |_| affected.with(|affected| affected.count));
        let is_nobody = Memo::new(move |_| count.get() == 0);
        let may_not = Signal::derive(move || is_nobody.get() || session.why_not(right).is_some());
        Effect::new(move |_| {
            if is_nobody.get() {
                element::focus_soon("dialog[open] button:not([hidden] *)");
            }
        });
        view! {
            {deleted_meanwhile(session, affected)}
            <form
                class=class
                hidden=is_nobody
                on:submit=move |event| {
                    event.prevent_default();
                    if !may_not.get_untracked() {
                        confirm();
                    }
                }
            >
                <div>
                    <p>
                        {text(move || {
                            let count = count.get();
                            heading(sentences, count, &session.number(count))
                        })}
                    </p>
                    {dynamic(move || names(session, &affected.read()))}
                </div>
                {dynamic(move || follows(count.get()))}
                {self.saving.buttons(label, true, may_not, move || self.close())}
            </form>
            <div class="buttons" hidden=when(move || !is_nobody.get())>
                <button type="button" on:click=move |_| self.close()>
                    {words.close}
                </button>
            </div>
        }
        .into_any()
    }
}

/// Says how many users were deleted since they were selected.
fn deleted_meanwhile(session: Session, affected: Signal<Affected>) -> AnyView {
    let gone = Memo::new(move |_| affected.with(|affected| affected.gone));
    let message = move |gone| {
        let text = session
            .sentences()
            .deleted_meanwhile(gone, &session.number(gone));
        view! { <Message tone=MessageTone::Warning text /> }
    };
    let message = move || {
        let gone = Some(gone.get()).filter(|gone| *gone > 0);
        gone.map(message).into_any()
    };
    view! { <div role="alert">{dynamic(message)}</div> }.into_any()
}

/// Lists the first users by name, and counts the others.
fn names(session: Session, affected: &Affected) -> AnyView {
    let item = |[name, user_name]: [String; 2]| {
        view! {
            <li>
                <strong dir="auto">{name}</strong>
                " "
                <span class="note" dir="auto">
                    {user_name}
                </span>
            </li>
        }
    };
    let more = affected.count - affected.first.len();
    let more = (more > 0).then(|| {
        let text = session.sentences().and_more(&session.number(more));
        view! { <li class="note">{text}</li> }
    });
    let first = affected.first.clone().into_iter().map(item).collect_view();
    view! { <ul class="whom">{first} {more}</ul> }.into_any()
}
