//! Paging: First, Previous, Next, Last, and rows per page.

use crate::live::Signal;
use leptos::prelude::*;

use super::{state, when};
use crate::text::Words;

/// The pager under a table. Pages count from 0.
#[component]
pub fn Pager(
    words: &'static Words,
    #[prop(into)] page: Signal<usize>,
    /// At least one.
    #[prop(into)]
    pages: Signal<usize>,
    /// "1–25 of 10,000".
    #[prop(into)]
    range: Signal<String>,
    /// "Page 1 of 400".
    #[prop(into)]
    position: Signal<String>,
    sizes: Vec<usize>,
    #[prop(into)] size: Signal<usize>,
    #[prop(into)] on_page: Callback<usize>,
    #[prop(into)] on_size: Callback<usize>,
) -> impl IntoView {
    let last = Signal::derive(move || pages.get().saturating_sub(1));
    let start = Signal::derive(move || page.get() == 0);
    let end = Signal::derive(move || page.get() >= last.get());
    // Not `disabled`, which would take the focus from the button when it reaches the end.
    let step = move |label: &'static str, off: Signal<bool>, to: Signal<usize>| {
        view! {
            <button
                type="button"
                aria-disabled=state(move || off.get())
                on:click=move |_| {
                    if !off.get_untracked() {
                        on_page.run(to.get_untracked());
                    }
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <nav class="pager" aria-label=words.pages>
            <p class="range">{range}</p>
            <div class="steps">
                {step(words.first, start, Signal::stored(0))}
                {step(words.previous, start, Signal::derive(move || page.get().saturating_sub(1)))}
                <span class="position">{position}</span>
                {step(words.next, end, Signal::derive(move || page.get().saturating_add(1)))}
                {step(words.last, end, last)}
            </div>
            {size_choice(words, sizes, size, on_size)}
        </nav>
    }
}

fn size_choice(
    words: &'static Words,
    sizes: Vec<usize>,
    size: Signal<usize>,
    on_size: Callback<usize>,
) -> AnyView {
    let option = move |option: usize| {
        view! {
            <option value=option selected=when(move || size.get() == option)>
                {option}
            </option>
        }
    };
    let change = move |event: leptos::ev::Event| {
        if let Ok(size) = event_target_value(&event).parse() {
            on_size.run(size);
        }
    };
    view! {
        <label class="size">
            <span>{words.rows_per_page}</span>
            <select on:change=change>{sizes.into_iter().map(option).collect_view()}</select>
        </label>
    }
    .into_any()
}
