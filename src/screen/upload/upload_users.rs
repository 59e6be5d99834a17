//! Upload users: a file, its problems, the location, and saving.
//! Source: "Create multiple users for a customer account".

use std::cell::Cell;

use crate::live::{Effect, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::file;
use super::limit::UploadLimit;
use super::problems::{UploadProblems, are_only_too_many};
use super::progress::step_word;
use super::steps;
use crate::browser::element;
use crate::domain::upload::sample_rows;
use crate::domain::{Customer, CustomerId, Location, Right};
use crate::screen::shared::customer_page;
use crate::screen::shared::details_form::locations;
use crate::screen::shared::download;
use crate::session::address::route::Route;
use crate::session::{Checked, Session, Step};
use crate::text::UploadWords;
use crate::ui::{
    ActionButton, Dialog, Glyph, Message, MessageTone, SaveButton, SelectField, dynamic, warning,
};

/// The form.
#[component]
pub fn UploadUsers(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    customer_page::set_title(session, customer, words.upload_users);
    begin(session, customer);
    let may_not = Signal::derive(move || session.why_not(Right::ManageUsers));
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.upload_users}</h1>
            <ActionButton
                label=words.download_sample
                glyph=Glyph::Download
                on_press=move || download_sample(session, customer)
            />
        </div>
        {steps::of_form(session)}
        {warning(may_not)}
        <div class="upload">
            <section aria-labelledby="upload-info">
                <h2 id="upload-info">{words.upload_info}</h2>
                <UploadLimit />
                {file::field(session, customer)}
                {file::what_was_read(session)}
                <ActionButton
                    label=words.validate
                    primary=Signal::derive(move || !is_good(session))
                    why_not=Signal::derive(move || why_not_validated(session))
                    on_press=move || spawn_local(session.validate_upload())
                />
                <div role="status">{dynamic(move || verdict(session))}</div>
                <UploadProblems customer />
            </section>
            {location_and_save(session, customer, may_not)}
        </div>
        {question(session)}
    }
}

/// Opens the unfinished form, or a new one with the customer's own location.
fn begin(session: Session, customer: CustomerId) {
    let upload = session.forms.upload;
    upload.open(customer);
    if upload.location.with_untracked(String::is_empty) {
        let own = |customer: &Customer| customer.location.code().to_owned();
        upload
            .location
            .set(untrack(|| session.read_customer(customer, own)));
    }
    // A changed limit (also from another tab or by Undo) makes validation outdated.
    let limit = session.record_limit();
    let held = Cell::new(limit.get_untracked());
    Effect::new(move |_| {
        let limit = limit.get();
        if held.replace(limit) != limit {
            spawn_local(session.validate_upload_again());
        }
    });
}

fn download_sample(session: Session, customer: CustomerId) {
    let sentences = session.sentences();
    let rows = session.workspace().with_untracked(|workspace| {
        let domain = &workspace.customer(customer)?.domains.primary;
        Some(sample_rows(domain, &|rule| sentences.column_wording(rule)))
    });
    download::of_customer(
        session,
        session.texts::<UploadWords>().file_sample,
        customer,
        rows.unwrap_or_default(),
    );
}

fn why_not_validated(session: Session) -> Option<String> {
    let texts = session.texts::<UploadWords>();
    let upload = session.forms.upload;
    match (upload.step(), upload.rows()) {
        (Some(step), _) => Some(step_word(session, step).to_owned()),
        (None, None) => Some(texts.choose_file_first.to_owned()),
        (None, Some(_)) => None,
    }
}

/// Returns whether the file was validated and has no problems.
fn is_good(session: Session) -> bool {
    let checked = session.forms.upload.checked;
    checked.with(|checked| matches!(checked, Some(Checked::Good(_))))
}

/// Returns whether values were corrected since the file was validated.
fn has_corrections(session: Session) -> bool {
    !session.forms.upload.corrected.read().is_empty()
}

/// The result of validating, in one sentence, or what comes next.
fn verdict(session: Session) -> AnyView {
    let sentences = session.sentences();
    let upload = session.forms.upload;
    let (tone, text) = match upload.checked.get() {
        None => return ().into_any(),
        Some(Checked::Good(plan)) => {
            let count = plan.len();
            let mut text = sentences.can_be_created(count, &session.number(count));
            let ignored = plan.status_count();
            if ignored > 0 {
                let note = sentences.status_ignored(ignored, &session.number(ignored));
                text = format!("{text} {note}");
            }
            if !plan.ignored().is_empty() {
                text = format!("{text} {}", sentences.not_imported(plan.ignored()));
            }
            (MessageTone::Success, text)
        }
        Some(Checked::Wrong { problems, .. }) if has_corrections(session) => {
            let corrected = upload.corrected_count(&problems);
            let [corrected, count] = [corrected, problems.len()].map(|count| session.number(count));
            let text = sentences.corrected_errors(&corrected, &count);
            (MessageTone::Info, text)
        }
        Some(Checked::Wrong {
            problems,
            records,
            good,
        }) => {
            let limit = session.record_limit().get().count();
            let [good, shown, count, limit] =
                [good, records, problems.len(), limit].map(|count| session.number(count));
            let text = if are_only_too_many(&problems) {
                sentences.too_many_users(&shown, &limit)
            } else {
                sentences.good_rows(&good, &shown, &count)
            };
            (MessageTone::Error, text)
        }
    };
    view! { <Message tone text /> }.into_any()
}

/// Returns why the users cannot be created now, if so.
fn why_not_saved(session: Session, may_not: Signal<Option<String>>) -> Option<String> {
    let texts = session.texts::<UploadWords>();
    let wait = session.forms.upload.checked.with(|checked| match checked {
        None => Some(texts.validate_first.to_owned()),
        Some(Checked::Wrong { .. }) if has_corrections(session) => {
            Some(texts.validate_corrections.to_owned())
        }
        Some(Checked::Wrong { .. }) => Some(texts.correct_first.to_owned()),
        Some(Checked::Good(_)) => None,
    });
    may_not.get().or(wait)
}

fn location_and_save(
    session: Session,
    customer: CustomerId,
    may_not: Signal<Option<String>>,
) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let upload = session.forms.upload;
    let why_not = Signal::derive(move || why_not_saved(session, may_not));
    let is_saving = Signal::derive(move || upload.step() == Some(Step::Saving));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let location = upload.location.with_untracked(|code| Location::parse(code));
        let is_free = why_not.read_untracked().is_none() && !is_saving.get_untracked();
        if let Some(location) = location.filter(|_| is_free) {
            spawn_local(session.save_upload(location));
        }
    };
    view! {
        <form class="form" novalidate on:submit=save>
            <SelectField
                id="location"
                label=words.location
                help=texts.upload_location_help
                options=locations(session)
                value=upload.location
                on_change=move |code| upload.location.set(code)
            />
            <div class="buttons">
                <SaveButton
                    label=words.save
                    busy_label=texts.creating_users
                    busy=is_saving
                    why_not
                />
                <button
                    type="button"
                    on:click=move |_| {
                        upload
                            .dropping_corrections(move || {
                                upload.clear();
                                session.navigation.go(Route::users(customer));
                            })
                    }
                >
                    {words.cancel}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Asks before unsaved corrections are dropped.
fn question(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let upload = session.forms.upload;
    view! {
        <Dialog
            open=upload.is_asking
            title=texts.drop_corrections_title.to_owned()
            on_close=move || {
                upload.keep_corrections();
                element::focus_if_lost("#upload-file");
            }
        >
            <p>{texts.drop_corrections}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="primary"
                    autofocus
                    on:click=move |_| upload.keep_corrections()
                >
                    {texts.keep}
                </button>
                <button type="button" on:click=move |_| upload.drop_corrections()>
                    {words.discard}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
