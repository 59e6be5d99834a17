//! Texts of procedures and exercises, with the names of controls in bold.

use leptos::prelude::*;

use crate::session::Session;
use crate::training::{Bilingual, Part, parts};

/// Returns the text with its labels in bold.
pub fn marked(session: Session, text: &Bilingual) -> AnyView {
    let words = session.words();
    let text = untrack(|| session.language()).of(text);
    let part = |part| match part {
        Part::Plain(text) => text.to_owned().into_any(),
        Part::Label(name) => view! { <strong>{words.label(name)}</strong> }.into_any(),
    };
    parts(text).map(part).collect_view().into_any()
}
