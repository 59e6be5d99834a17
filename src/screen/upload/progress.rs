//! The progress of reading or validating a file, and canceling it.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::session::{Session, Step, Tone};
use crate::text::UploadWords;
use crate::ui::{ProgressBar, text, when};

/// The button "Validate".
const VALIDATE: &str = ".upload .action button";

/// Returns the name of the step.
pub fn step_word(session: Session, step: Step) -> &'static str {
    let texts = session.texts::<UploadWords>();
    match step {
        Step::Reading => texts.reading_file,
        Step::Validating => texts.validating_rows,
        Step::Saving => texts.creating_users,
    }
}

/// Returns the current step and its progress in words.
fn progress_text(session: Session) -> String {
    let Some(progress) = session.forms.upload.progress.get() else {
        return String::new();
    };
    let what = step_word(session, progress.step);
    // In steps of ten, so that screen readers do not announce every change.
    let percent = (progress.done * 10 / progress.of.max(1) * 10).min(100);
    let percent = u32::try_from(percent).unwrap_or(100);
    session.sentences().percent_done(what, percent)
}

/// Shown in place of what is being read or validated.
pub fn progress(session: Session) -> AnyView {
    let texts = session.texts::<UploadWords>();
    let upload = session.forms.upload;
    let is_busy = Memo::new(move |_| upload.progress.with(Option::is_some));
    let can_cancel = move || upload.step().is_some_and(|step| step != Step::Saving);
    let percent = Signal::derive(move || {
        let progress = upload.progress.get()?;
        let percent = progress.done * 100 / progress.of.max(1);
        Some(u32::try_from(percent).unwrap_or(100))
    });
    let message = Memo::new(move |_| progress_text(session));
    let cancel = move |_| {
        let step = untrack(|| upload.step());
        upload.cancel();
        let stopped = texts.stopped;
        session.notices.show_passing(Tone::Warning, stopped);
        // The button has disappeared.
        element::focus_soon(match step {
            Some(Step::Validating) => VALIDATE,
            _ => "#upload-file",
        });
    };
    view! {
        <div class="progress" hidden=when(move || !is_busy.get())>
            <ProgressBar label=message.into() percent />
            <button type="button" hidden=when(move || !can_cancel()) on:click=cancel>
                {texts.stop}
            </button>
        </div>
        <p class="note" role="status">
            {text(move || message.get())}
        </p>
    }
    .into_any()
}
