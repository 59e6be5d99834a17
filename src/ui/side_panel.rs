//! The panel beside the work: at the right, or at the bottom of a narrow window.

use crate::live::{Effect, Signal};
use leptos::prelude::*;

use super::{Glyph, Icon, expanded, text, when};
use crate::browser::element;
use crate::text::Words;

/// A panel that is not modal: the page beside it stays usable. Escape collapses it, and it is never
/// printed.
#[component]
pub fn SidePanel(
    words: &'static Words,
    #[prop(into)] title: Signal<String>,
    /// Whether there is anything to show.
    #[prop(into)]
    open: Signal<bool>,
    #[prop(into)] collapsed: Signal<bool>,
    /// What is said politely, and shown at the bottom.
    #[prop(into)]
    said: Signal<String>,
    /// Called with `true` to collapse the panel.
    #[prop(into)]
    on_collapse: Callback<bool>,
    #[prop(into)] on_close: Callback<()>,
    /// Whether it may only be collapsed, not closed.
    #[prop(into)]
    is_fixed: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !collapsed.get_untracked() {
            on_collapse.run(true);
            element::focus_soon(".side-toggle");
        }
    };
    // What is said takes room at the bottom: the step and the button in use stay in sight.
    Effect::new(move |_| {
        if !said.read().is_empty() {
            element::scroll_to_soon(".side-body :is([aria-current], :focus)");
        }
    });
    view! {
        // Outside, since it is there before the panel opens.
        <p class="unseen" role="status" aria-label=words.side_panel>
            {text(move || said.get())}
        </p>
        <aside
            class="side"
            class:collapsed=when(move || collapsed.get())
            aria-label=words.side_panel
            hidden=when(move || !open.get())
            on:keydown=escape
        >
            <div class="side-head">
                <h2 tabindex="-1">{title}</h2>
                <button
                    type="button"
                    class="quiet side-toggle"
                    aria-label=words.side_panel
                    aria-expanded=expanded(move || !collapsed.get())
                    aria-controls="side-body"
                    on:click=move |_| on_collapse.run(!collapsed.get_untracked())
                >
                    <Icon glyph=Glyph::Chevron />
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-label=words.close_panel
                    hidden=when(move || is_fixed.get())
                    on:click=move |_| on_close.run(())
                >
                    <Icon glyph=Glyph::Dismiss />
                </button>
            </div>
            <div class="side-body" id="side-body" hidden=when(move || collapsed.get())>
                {children()}
            </div>
            <p
                class="said"
                aria-hidden="true"
                hidden=when(move || collapsed.get() || said.read().is_empty())
            >
                {text(move || said.get())}
            </p>
        </aside>
    }
}
