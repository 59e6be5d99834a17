//! Reset password: asks first, then leads to the new temporary passwords.
//! Source: "Reset a user's password".

use leptos::prelude::*;

use crate::browser::intl;
use crate::domain::{CustomerCommand, Decision, Right};
use crate::screen::shared::user_question::{QuestionForm, UserAction, UserQuestion};
use crate::session::address::route::Route;
use crate::session::{Passwords, Session, Tone};
use crate::text::Sentences;

/// "Reset password", for one user and for many.
pub fn reset_action(session: Session) -> UserAction {
    UserAction {
        label: session.words().reset_password,
        right: Right::ResetPasswords,
        is_dangerous: false,
        form,
    }
}

/// The question in the dialog.
fn form(question: UserQuestion) -> AnyView {
    let sentences = question.session.sentences();
    question.form(QuestionForm {
        action: reset_action(question.session),
        heading: Sentences::reset_for,
        follows: Box::new(move |count| {
            view! { <p>{sentences.reset_follows(count)}</p> }.into_any()
        }),
        confirm: Box::new(move || reset(question)),
    })
}

fn reset(question: UserQuestion) {
    let users = question.users.get_untracked();
    let asked = users.len();
    let command = CustomerCommand::ResetPasswords { users }.about(question.customer);
    question.saving.carry_out(command, move |decision| {
        if let Some(decision) = decision {
            finish(question, asked, decision);
        }
    });
}

/// Stores the passwords before navigating: leaving their screen's address wipes them.
fn finish(question: UserQuestion, asked: usize, decision: Decision) {
    let (session, customer) = (question.session, question.customer);
    let gone = asked.saturating_sub(decision.once.len());
    session.forms.passwords.set(Some(Passwords {
        route: Route::PasswordsReset(customer),
        user: question.page,
        once: intl::sort_by_text(session.words().language_tag, decision.once, |credential| {
            credential.display_name.as_str().to_owned()
        }),
        handed_over: false,
    }));
    question.close();
    session.navigation.go(Route::PasswordsReset(customer));
    if gone > 0 {
        let text = session.sentences().not_reset(gone, &session.number(gone));
        session.notices.show(Tone::Warning, text);
    }
}
