//! Delete user account: asks first, and says which licenses become free and until when the account
//! can be restored. Source: "Delete a user account".

use std::collections::BTreeSet;

use crate::live::Memo;
use leptos::prelude::*;

use crate::browser::intl;
use crate::domain::{
    Customer, CustomerCommand, CustomerEvent, Decision, Entitlement, Event, Moment, RESTORE_WINDOW,
    Right, Sku, UserNumber,
};
use crate::screen::shared::user_listing;
use crate::screen::shared::user_question::{QuestionForm, UserAction, UserQuestion};
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::Sentences;

/// "Delete user account", for one user and for many.
pub fn delete_action(session: Session) -> UserAction {
    UserAction {
        label: session.words().delete_user,
        right: Right::ManageUsers,
        is_dangerous: true,
        form,
    }
}

/// The question in the dialog.
fn form(question: UserQuestion) -> AnyView {
    let session = question.session;
    let (words, sentences) = (session.words(), session.sentences());
    let freed = Memo::new(move |before: Option<&Vec<(Sku, usize)>>| match before {
        Some(before) if question.saving.is_busy() => before.clone(),
        _ => freed(question),
    });
    let until = Memo::new(move |_| {
        let until = session.now().checked_add_signed(RESTORE_WINDOW);
        intl::moment(words.language_tag, until.unwrap_or(Moment::MAX_UTC))
    });
    let follows = move |count| {
        let item = |(sku, count): (Sku, usize)| {
            let text = format!("{}:\u{a0}{}", sku.name, session.number(count));
            view! { <li>{text}</li> }
        };
        let freed = freed.get();
        let licenses = if freed.is_empty() {
            view! { <p>{words.no_licenses_freed}</p> }.into_any()
        } else {
            let items = freed.into_iter().map(item).collect_view();
            view! {
                <div>
                    <p>{words.licenses_freed}</p>
                    <ul class="whom">{items}</ul>
                </div>
            }
            .into_any()
        };
        view! {
            {licenses}
            <p>{sentences.delete_follows(count, &until.get())}</p>
        }
        .into_any()
    };
    question.form(QuestionForm {
        action: delete_action(session),
        heading: Sentences::delete_for,
        follows: Box::new(follows),
        confirm: Box::new(move || delete(question)),
    })
}

/// Returns the seats that become free per product, in catalogue order.
fn freed(question: UserQuestion) -> Vec<(Sku, usize)> {
    let users = question.users.read();
    let count = |customer: &Customer| {
        let freed = |Entitlement { sku, .. }| {
            let there = users
                .iter()
                .filter_map(|number| customer.users.get(*number));
            let count = there.filter(|user| user.licenses.holds(sku)).count();
            (count > 0).then_some((sku, count))
        };
        customer
            .entitlements()
            .into_iter()
            .filter_map(freed)
            .collect()
    };
    question.session.read_customer(question.customer, count)
}

fn delete(question: UserQuestion) {
    let users = question.users.get_untracked();
    let command = CustomerCommand::DeleteUsers {
        users: users.clone(),
    }
    .about(question.customer);
    question.saving.carry_out(command, move |decision| {
        if let Some(decision) = decision {
            finish(question, users, &decision);
        }
    });
}

/// Leaves the page of a deleted user and removes the deleted from the selection.
fn finish(question: UserQuestion, asked: BTreeSet<UserNumber>, decision: &Decision) {
    let (session, customer) = (question.session, question.customer);
    let text = message_text(question, asked.len(), decision);
    let is_left = question.saving.is_disposed();
    question.close();
    session.selection.set(asked, false);
    if is_left {
        // The person is already elsewhere.
    } else if question.page.is_some() {
        session.navigation.go(Route::users(customer));
    } else {
        user_listing::leave_empty_selection(session, customer);
    }
    let restore = session.words().restore;
    session.notices.show_undoable(Tone::Success, text, restore);
}

/// Returns who was deleted, and how many had been deleted before.
fn message_text(question: UserQuestion, asked: usize, decision: &Decision) -> String {
    let (session, sentences) = (question.session, question.session.sentences());
    let Event::Customer(_, CustomerEvent::UsersDeleted { users }) = &decision.change.event else {
        return session.words().saved.to_owned();
    };
    let count = users.len();
    let name = |customer: &Customer| {
        let only = users.iter().next().filter(|_| count == 1)?;
        let deleted = customer.users.get_deleted(*only)?;
        Some(deleted.user.details.display_name.as_str().to_owned())
    };
    let name = untrack(|| session.read_customer(question.customer, name));
    let who = name.unwrap_or_else(|| sentences.users(count, &session.number(count)));
    let gone = asked.saturating_sub(count);
    let before = (gone > 0).then(|| sentences.already_deleted(gone, &session.number(gone)));
    let texts: Vec<String> = [Some(sentences.deleted(&who)), before]
        .into_iter()
        .flatten()
        .collect();
    texts.join(" ")
}
