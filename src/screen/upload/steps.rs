//! The steps from a file to passwords, the current one marked.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::session::{Checked, Session, Step};
use crate::text::UploadWords;
use crate::ui::{text, when};

/// The step in which passwords are shown, counted from 1.
const PASSWORDS: usize = 5;

/// The steps of the form.
pub fn of_form(session: Session) -> AnyView {
    let upload = session.forms.upload;
    let current = Memo::new(move |_| {
        let is_good = |checked: &Option<Checked>| matches!(checked, Some(Checked::Good(_)));
        match upload.step() {
            Some(Step::Saving) => 4,
            _ if upload.checked.with(is_good) => 3,
            _ if upload.rows().is_some() => 2,
            _ => 1,
        }
    });
    view(session, current.into())
}

/// The steps on the screen with the passwords.
pub fn of_passwords(session: Session) -> AnyView {
    view(session, Signal::stored(PASSWORDS))
}

fn view(session: Session, current: Signal<usize>) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let names = [
        words.file,
        texts.check,
        words.location,
        words.save,
        texts.passwords,
    ];
    let item = |(at, name): (usize, &'static str)| {
        let number = at + 1;
        let is_done = move || number < current.get();
        let done = move || if is_done() { texts.step_done } else { "" };
        view! {
            <li
                class:done=when(is_done)
                aria-current=Signal::derive(move || (number == current.get()).then_some("step"))
            >
                <span>{name}</span>
                <span class="unseen">{text(move || done().to_owned())}</span>
            </li>
        }
    };
    view! {
        <ol class="upload-steps" aria-label=texts.steps>
            {names.into_iter().enumerate().map(item).collect_view()}
        </ol>
    }
    .into_any()
}
