//! The fields shared by creating and editing a user: names, user name, location, permissions.

use crate::live::Signal;
use leptos::prelude::*;

use super::form_problems::problems_at;
use crate::browser::{element, intl};
use crate::domain::{AdminRole, Customer, CustomerId, DetailsDraft, Field, Problem};
use crate::session::Session;
use crate::text::DetailsWords;
use crate::ui::{CheckField, FieldGroup, SelectField, TextField, text, when};

/// A change to one field, as typed or chosen.
#[derive(Debug, Clone)]
pub enum Edit {
    FirstName(String),
    LastName(String),
    DisplayName(String),
    LocalPart(String),
    Domain(String),
    Location(String),
    Role(AdminRole, bool),
}

impl Edit {
    pub fn apply(self, draft: &mut DetailsDraft) {
        match self {
            Self::FirstName(text) => draft.first_name = text,
            Self::LastName(text) => draft.last_name = text,
            Self::DisplayName(text) => draft.display_name = text,
            Self::LocalPart(text) => draft.local_part = text,
            Self::Domain(domain) => draft.domain = domain,
            Self::Location(code) => draft.location = code,
            Self::Role(role, true) => {
                draft.roles.insert(role);
            }
            Self::Role(role, false) => {
                draft.roles.remove(&role);
            }
        }
    }
}

/// The fields of a user's details.
#[component]
pub fn DetailsForm(
    customer: CustomerId,
    draft: Signal<DetailsDraft>,
    on_edit: Callback<Edit>,
    problems: Signal<Vec<Problem>>,
    disabled: Signal<bool>,
    /// A user name made of the names, offered while there is none.
    #[prop(into, default = Signal::stored(None))]
    suggested: Signal<Option<String>>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<DetailsWords>();
    let text = move |read: fn(&DetailsDraft) -> &String| {
        Signal::derive(move || read(&draft.read()).clone())
    };
    let at = move |field| problems_at(session, problems, field);
    let none = (String::new(), texts.location_none.to_owned());
    view! {
        <FieldGroup legend=texts.name_group>
            <div class="pair">
                <TextField
                    id="first-name"
                    label=words.first_name
                    note=texts.optional
                    value=text(|draft| &draft.first_name)
                    on_input=move |text| on_edit.run(Edit::FirstName(text))
                    problems=at(Field::FirstName)
                    disabled
                />
                <TextField
                    id="last-name"
                    label=words.last_name
                    note=texts.optional
                    value=text(|draft| &draft.last_name)
                    on_input=move |text| on_edit.run(Edit::LastName(text))
                    problems=at(Field::LastName)
                    disabled
                />
            </div>
            <TextField
                id="display-name"
                label=words.display_name
                required=true
                value=text(|draft| &draft.display_name)
                on_input=move |text| on_edit.run(Edit::DisplayName(text))
                problems=at(Field::DisplayName)
                disabled
            />
            <div class="pair user-name">
                <TextField
                    id="user-name"
                    label=words.user_name
                    required=true
                    value=text(|draft| &draft.local_part)
                    on_input=move |text| on_edit.run(Edit::LocalPart(text))
                    problems=at(Field::UserName)
                    disabled
                />
                <span class="at" aria-hidden="true">
                    "@"
                </span>
                <SelectField
                    id="domain"
                    label=words.domain
                    options=domains(session, customer)
                    value=text(|draft| &draft.domain)
                    on_change=move |domain| on_edit.run(Edit::Domain(domain))
                    problems=at(Field::Domain)
                    disabled
                />
            </div>
            {suggestion(session, suggested, on_edit)}
            <SelectField
                id="location"
                label=words.location
                help=texts.location_help
                options=std::iter::once(none).chain(locations(session)).collect()
                value=text(|draft| &draft.location)
                on_change=move |code| on_edit.run(Edit::Location(code))
                problems=at(Field::Location)
                disabled
            />
        </FieldGroup>
        {permissions(session, draft, on_edit, disabled)}
    }
}

/// The button that takes the suggested user name.
fn suggestion(
    session: Session,
    suggested: Signal<Option<String>>,
    on_edit: Callback<Edit>,
) -> AnyView {
    let take = move |_| {
        if let Some(local_part) = suggested.get_untracked() {
            on_edit.run(Edit::LocalPart(local_part));
            // The button disappears.
            element::focus_soon("#user-name");
        }
    };
    view! {
        <p class="suggestion" hidden=when(move || suggested.read().is_none())>
            <button type="button" class="quiet" on:click=take>
                {text(move || {
                    let local_part = suggested.get().unwrap_or_default();
                    session.sentences().use_this(&local_part)
                })}
            </button>
        </p>
    }
    .into_any()
}

fn permissions(
    session: Session,
    draft: Signal<DetailsDraft>,
    on_edit: Callback<Edit>,
    disabled: Signal<bool>,
) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<DetailsWords>();
    let role = move |role: AdminRole| {
        view! {
            <CheckField
                label=sentences.admin_role(role)
                checked=Signal::derive(move || draft.read().roles.contains(&role))
                disabled
                on_change=move |checked| on_edit.run(Edit::Role(role, checked))
            />
        }
    };
    view! {
        <FieldGroup legend=words.permissions>
            <CheckField
                label=words.can_use
                help=texts.can_use_help
                checked=Signal::stored(true)
                disabled=Signal::stored(true)
                on_change=|_| ()
            />
            {AdminRole::ALL.map(role).collect_view()}
        </FieldGroup>
    }
    .into_any()
}

/// Returns the options for the domain of a user name.
pub fn domains(session: Session, customer: CustomerId) -> Vec<(String, String)> {
    let names = |customer: &Customer| {
        let names = customer.domains.iter().map(|domain| domain.as_str());
        names
            .map(|name| (name.to_owned(), name.to_owned()))
            .collect()
    };
    untrack(|| session.read_customer(customer, names))
}

/// Returns the code and name of every location.
pub fn locations(session: Session) -> Vec<(String, String)> {
    let all = intl::locations(session.words().language_tag).into_iter();
    all.map(|(location, name)| (location.code().to_owned(), name))
        .collect()
}
