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
    let (words, sentences) = (session.words(), session.sentences());
    let theme_name = |theme| match theme {
        Theme::System => words.theme_system,
        Theme::Light => words.theme_light,
        Theme::Dark => words.theme_dark,
    };
    let theme_code = |theme: Theme| theme.code().unwrap_or("system").to_owned();
    let roles = PartnerRole::ALL.map(|role| {
        (
            role.code().to_owned(),
            sentences.partner_role(role).to_owned(),
        )
    });
    let languages =
        Language::ALL.map(|language| (language.tag().to_owned(), language.own_name().to_owned()));
    let themes = Theme::ALL.map(|theme| (theme_code(theme), theme_name(theme).to_owned()));
    let separator_code = |chosen: ExportSeparator| chosen.code().unwrap_or("language").to_owned();
    let separators = ExportSeparator::ALL.map(|chosen| {
        let separator = chosen.in_language(untrack(|| session.language()));
        let name = sentences.separator(separator);
        let name = match chosen {
            ExportSeparator::ByLanguage => format!("{} ({name})", words.by_language),
            ExportSeparator::Always(_) => name.to_owned(),
        };
        (separator_code(chosen), name)
    });
    view! {
        <SelectField
            id="role"
            label=words.role
            help=words.role_help
            options=roles.to_vec()
            value=Signal::derive(move || session.role().code().to_owned())
            on_change=move |code: String| {
                if let Some(role) = PartnerRole::from_code(&code) {
                    session.set_role(role);
                }
            }
        />
        <SelectField
            id="language"
            label=words.language
            options=languages.to_vec()
            value=Signal::derive(move || session.language().tag().to_owned())
            on_change=move |tag: String| {
                session
                    .prefer(|preferences| preferences.language = Language::from_tag(&tag));
                // The screen is rebuilt, so the focused field is gone.
                element::focus_soon("[popovertarget=settings]");
            }
        />
        <SelectField
            id="theme"
            label=words.theme
            options=themes.to_vec()
            value=Signal::derive(move || theme_code(session.preferences().theme))
            on_change=move |code: String| {
                let theme = Theme::ALL.into_iter().find(|theme| theme_code(*theme) == code);
                session.prefer(|preferences| preferences.theme = theme.unwrap_or_default());
            }
        />
        <SelectField
            id="export-separator"
            label=words.export_separator
            options=separators.to_vec()
            value=Signal::derive(move || separator_code(session.preferences().separator))
            on_change=move |code: String| {
                session
                    .prefer(|preferences| {
                        preferences.separator = ExportSeparator::from_code(Some(&code));
                    });
            }
        />
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
