//! Role, language, appearance and separator.

use crate::live::Signal;
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::PartnerRole;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::preferences::{ExportSeparator, Theme};
use crate::text::Language;
use crate::ui::{CheckField, SelectField};

/// The fields of the preferences.
pub fn preferences(session: Session) -> AnyView {
    let words = session.words();
    view! {
        {role(session)}
        {language(session)}
        {theme(session)}
        {separator(session)}
        <CheckField
            label=words.present
            help=words.present_help
            checked=Signal::derive(move || session.preferences().present)
            on_change=move |present| session.present(present)
        />
        <a
            href=session.link(&Route::Workspace)
            on:click=|_| element::hide_popover("settings")
        >
            {words.workspace}
        </a>
    }
    .into_any()
}

fn role(session: Session) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let option = |role: PartnerRole| {
        let name = sentences.partner_role(role);
        (role.code().to_owned(), name.to_owned())
    };
    view! {
        <SelectField
            id="role"
            label=words.role
            help=words.role_help
            options=PartnerRole::ALL.map(option).to_vec()
            value=Signal::derive(move || session.role().code().to_owned())
            on_change=move |code: String| {
                if let Some(role) = PartnerRole::from_code(&code) {
                    session.set_role(role);
                }
            }
        />
    }
    .into_any()
}

fn language(session: Session) -> AnyView {
    let option = |language: Language| (language.tag().to_owned(), language.own_name().to_owned());
    view! {
        <SelectField
            id="language"
            label=session.words().language
            options=Language::ALL.map(option).to_vec()
            value=Signal::derive(move || session.language().tag().to_owned())
            on_change=move |tag: String| {
                session
                    .prefer(|preferences| preferences.language = Language::from_tag(&tag));
                // The screen is rebuilt, so the focused field is gone.
                element::focus_soon("[popovertarget=settings]");
            }
        />
    }
    .into_any()
}

fn theme(session: Session) -> AnyView {
    let words = session.words();
    let code = |theme: Theme| theme.code().unwrap_or("system").to_owned();
    let option = |theme| {
        let name = match theme {
            Theme::System => words.theme_system,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        (code(theme), name.to_owned())
    };
    view! {
        <SelectField
            id="theme"
            label=words.theme
            options=Theme::ALL.map(option).to_vec()
            value=Signal::derive(move || code(session.preferences().theme))
            on_change=move |chosen: String| {
                let theme = Theme::ALL.into_iter().find(|theme| code(*theme) == chosen);
                session.prefer(|preferences| preferences.theme = theme.unwrap_or_default());
            }
        />
    }
    .into_any()
}

fn separator(session: Session) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let code = |chosen: ExportSeparator| chosen.code().unwrap_or("language").to_owned();
    let option = |chosen: ExportSeparator| {
        let separator = chosen.in_language(untrack(|| session.language()));
        let name = sentences.separator(separator);
        let name = match chosen {
            ExportSeparator::ByLanguage => format!("{} ({name})", words.by_language),
            ExportSeparator::Always(_) => name.to_owned(),
        };
        (code(chosen), name)
    };
    view! {
        <SelectField
            id="export-separator"
            label=words.export_separator
            options=ExportSeparator::ALL.map(option).to_vec()
            value=Signal::derive(move || code(session.preferences().separator))
            on_change=move |code: String| {
                session
                    .prefer(|preferences| {
                        preferences.separator = ExportSeparator::from_code(Some(&code));
                    });
            }
        />
    }
    .into_any()
}
