//! A message in the page.

use crate::live::Signal;
use leptos::prelude::*;

use super::{Glyph, Icon, dynamic};

/// What a message reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageTone {
    /// Neither good nor bad.
    Info,
    Success,
    Warning,
    Error,
}

/// A warning, shown while there is one.
pub fn warning(why: Signal<Option<String>>) -> AnyView {
    dynamic(move || {
        let message = |text| view! { <Message tone=MessageTone::Warning text /> }.into_any();
        why.get().map(message).into_any()
    })
}

/// A message with an icon.
#[component]
pub fn Message(
    tone: MessageTone,
    #[prop(into)] text: String,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, glyph) = match tone {
        MessageTone::Info => ("message info", Glyph::Info),
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
