//! A message in the page.

use crate::live::Signal;
use leptos::prelude::*;

use super::{Glyph, Icon, dynamic};

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageTone {
    /// Something was done.
    Success,
    /// Something to know.
    Warning,
    /// Something was not done.
    Error,
}

/// A warning for as long as there is something to warn of.
pub fn warning(why: Signal<Option<String>>) -> AnyView {
    dynamic(move || {
        let message = |text| view! { <Message tone=MessageTone::Warning text /> }.into_any();
        why.get().map(message).into_any()
    })
}

/// A message with its icon; what can be done about it stands in the children.
#[component]
pub fn Message(
    /// How it is meant.
    tone: MessageTone,
    /// What it says.
    #[prop(into)]
    text: String,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, glyph) = match tone {
        MessageTone::Success => ("message success", Glyph::Success),
        MessageTone::Warning => ("message warning", Glyph::Warning),
        MessageTone::Error => ("message error", Glyph::Error),
    };
    view! {
        <div class=class>
            <Icon glyph />
            <p>{text}</p>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </div>
    }
}
