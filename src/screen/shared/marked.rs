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
        Part::Label(name) => match words.label(name) {
            Some(label) => view! { <strong>{label}</strong> }.into_any(),
            // A course may have braces that stand for themselves.
            None => format!("{{{name}}}").into_any(),
        },
    };
    parts(text).map(part).collect_view().into_any()
}
