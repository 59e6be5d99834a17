//! Fields of a form: label, native control, help, and problems.

use crate::live::{Signal, reactive};
use leptos::prelude::*;

use super::{CheckBox, Glyph, Icon, dynamic, state, when};
use crate::browser::element;

/// The problems of a field, one sentence each.
pub type Problems = Signal<Vec<String>>;

/// The sentences under a control, connected by `aria-describedby`.
#[component]
pub fn ProblemList(id: String, problems: Problems) -> impl IntoView {
    view! {
        <ul class="problems" id=id hidden=when(move || problems.read().is_empty())>
            {dynamic(move || {
                let item = |text| {
                    view! {
                        <li>
                            <Icon glyph=Glyph::Error />
                            <span>{text}</span>
                        </li>
                    }
                };
                problems.get().into_iter().map(item).collect_view().into_any()
            })}
        </ul>
    }
}

/// Limits years to four digits.
const LAST_DAY: &str = "9999-12-31";

fn described_by(id: &str, has_help: bool) -> String {
    if has_help {
        format!("{id}-help {id}-problems")
    } else {
        format!("{id}-problems")
    }
}

/// A text field.
#[component]
pub fn TextField(
    id: &'static str,
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(into)] problems: Problems,
    #[prop(optional)] required: bool,
    /// A remark behind the label of an optional field.
    #[prop(optional)]
    note: &'static str,
    #[prop(into, optional)] help: Option<Signal<String>>,
    #[prop(into, default = Signal::stored(false))] disabled: Signal<bool>,
    #[prop(default = "off")] autocomplete: &'static str,
    /// Whether it is for a whole number, so that phones show digits. Any text can be typed.
    #[prop(optional)]
    digits: bool,
    #[prop(optional)] autofocus: bool,
    /// Whether it is for a day, such as `2026-11-22`.
    #[prop(optional)]
    day: bool,
) -> impl IntoView {
    view! {
        <div class="field" class:wrong=when(move || !problems.read().is_empty())>
            <label for=id>
                {label}
                // Not part of the name, because the field itself says that it is required.
                {(!note.is_empty())
                    .then(|| view! { <span class="note" aria-hidden="true">" ("{note}")"</span> })}
            </label>
            <input
                id=id
                type=if day { "date" } else { "text" }
                max=day.then_some(LAST_DAY)
                dir="auto"
                autocomplete=autocomplete
                spellcheck="false"
                autocapitalize="off"
                required=required
                disabled=disabled
                inputmode=digits.then_some("numeric")
                autofocus=autofocus
                aria-invalid=state(move || !problems.read().is_empty())
                aria-describedby=described_by(id, help.is_some())
                prop:value=reactive(move || value.get())
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {help.map(|help| view! { <p class="help" id=format!("{id}-help")>{help}</p> })}
            <ProblemList id=format!("{id}-problems") problems />
        </div>
    }
}

/// A choice.
#[component]
pub fn SelectField(
    id: &'static str,
    label: &'static str,
    /// Values and their labels.
    options: Vec<(String, String)>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(into, default = Signal::stored(Vec::new()))] problems: Problems,
    #[prop(optional)] help: &'static str,
    #[prop(into, default = Signal::stored(false))] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <div class="field" class:wrong=when(move || !problems.read().is_empty())>
            <label for=id>{label}</label>
            <select
                id=id
                disabled=disabled
                aria-invalid=state(move || !problems.read().is_empty())
                aria-describedby=described_by(id, !help.is_empty())
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options
                    .into_iter()
                    .map(|(option, words)| {
                        let own = option.clone();
                        view! {
                            <option value=option selected=when(move || *value.read() == own)>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            {(!help.is_empty())
                .then(|| view! { <p class="help" id=format!("{id}-help")>{help}</p> })}
            <ProblemList id=format!("{id}-problems") problems />
        </div>
    }
}

/// A check box with a label.
#[component]
pub fn CheckField(
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(into, default = Signal::stored(false))] disabled: Signal<bool>,
    #[prop(optional)] help: &'static str,
) -> impl IntoView {
    // The help describes the box but is not part of its name.
    let help = (!help.is_empty()).then(|| (element::unique_id("help"), help));
    let described_by = help.as_ref().map(|(id, _)| id.clone());
    view! {
        <label class="check">
            <CheckBox
                checked=Signal::derive(move || Some(checked.get()))
                on_press=on_change
                disabled
                described_by=described_by.unwrap_or_default()
            />
            <span>{label}</span>
            {help
                .map(|(id, help)| {
                    view! {
                        <span class="note" id=id aria-hidden="true">
                            {help}
                        </span>
                    }
                })}
        </label>
    }
}

/// A group of fields with a heading.
#[component]
pub fn FieldGroup(legend: &'static str, children: Children) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
}
