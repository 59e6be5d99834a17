//! Fields of a form: a label, the native control, help, and what is wrong with it.

use crate::live::{Signal, reactive};
use leptos::prelude::*;

use super::{CheckBox, Glyph, Icon, dynamic, state, when};
use crate::browser::element;

/// What is wrong with a field: one sentence each.
pub type Problems = Signal<Vec<String>>;

/// The sentences under a control, tied to it by `aria-describedby`.
#[component]
pub fn ProblemList(
    /// Its id in the document.
    id: String,
    /// The sentences.
    problems: Problems,
) -> impl IntoView {
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

/// So that a year has four digits.
const LAST_DAY: &str = "9999-12-31";

fn described_by(id: &str, has_help: bool) -> String {
    if has_help {
        format!("{id}-help {id}-problems")
    } else {
        format!("{id}-problems")
    }
}

/// A line of text.
#[component]
pub fn TextField(
    /// Its id in the document, by which a list of mistakes links to it.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(into)]
    problems: Problems,
    /// Must it be filled?
    #[prop(optional)]
    required: bool,
    /// Shown behind the label of a field that may stay empty.
    #[prop(optional)]
    note: &'static str,
    /// Help under the field.
    #[prop(into, optional)]
    help: Option<Signal<String>>,
    /// May it not be changed?
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Is it for a whole number? Phones show digits then; what is typed stays a text.
    #[prop(optional)]
    digits: bool,
    /// Has it the focus when its dialog opens?
    #[prop(optional)]
    autofocus: bool,
    /// Is it for a day? What is chosen is a text such as `2026-11-22`.
    #[prop(optional)]
    day: bool,
) -> impl IntoView {
    view! {
        <div class="field" class:wrong=when(move || !problems.read().is_empty())>
            <label for=id>
                {label}
                // Not part of the name: that a field is required is said by the field itself.
                {(!note.is_empty()).then(|| view! { <span class="note" aria-hidden="true">" ("{note}")"</span> })}
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

/// One of several.
#[component]
pub fn SelectField(
    /// Its id in the document.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What can be chosen: value and words.
    options: Vec<(String, String)>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every choice.
    #[prop(into)]
    on_change: Callback<String>,
    /// What is wrong with it.
    #[prop(into, default = Signal::stored(Vec::new()))]
    problems: Problems,
    /// Help under the field.
    #[prop(optional)]
    help: &'static str,
    /// May it not be changed?
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
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
            {(!help.is_empty()).then(|| view! { <p class="help" id=format!("{id}-help")>{help}</p> })}
            <ProblemList id=format!("{id}-problems") problems />
        </div>
    }
}

/// A check box with its words.
#[component]
pub fn CheckField(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Is it checked?
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with every change.
    #[prop(into)]
    on_change: Callback<bool>,
    /// May it not be changed?
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Help behind the words.
    #[prop(optional)]
    help: &'static str,
) -> impl IntoView {
    // The help describes the box and is kept out of its name, which is the label alone.
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

/// Fields that belong together, under a heading.
#[component]
pub fn FieldGroup(
    /// The heading.
    legend: &'static str,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {children()}
        </fieldset>
    }
}
