//! A question with two answers, in a dialog.

use leptos::prelude::*;

use crate::browser::element;
use crate::live::{RwSignal, Signal};
use crate::ui::{Dialog, text, when};

/// What is asked, and the labels of the answers.
#[derive(Clone, Copy)]
pub struct Question {
    pub title: &'static str,
    pub text: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// Whether something is lost after "yes".
    pub is_dangerous: bool,
    /// The selector of what is focused afterwards if nothing has the focus.
    pub focus: &'static str,
}

impl Question {
    /// Asks while `is_open`, and calls back after "yes".
    pub fn view(self, is_open: RwSignal<bool>, then: impl Fn() + Send + Sync + 'static) -> AnyView {
        self.view_about(Signal::from(String::new()), is_open, then)
    }

    /// Asks the same about something with a name, which is shown.
    pub fn view_about(
        self,
        subject: Signal<String>,
        is_open: RwSignal<bool>,
        then: impl Fn() + Send + Sync + 'static,
    ) -> AnyView {
        let confirm = move |_| {
            is_open.set(false);
            then();
        };
        // A closed dialog is in the page as well.
        let subject = Signal::derive(move || match is_open.get() {
            true => subject.get(),
            false => String::new(),
        });
        view! {
            <Dialog
                open=is_open
                title=self.title.to_owned()
                on_close=move || {
                    is_open.set(false);
                    element::focus_if_lost(self.focus);
                }
            >
                <p class="subject" dir="auto" hidden=when(move || subject.get().is_empty())>
                    {text(move || subject.get())}
                </p>
                <p>{self.text}</p>
                <div class="buttons" class:dangerous=self.is_dangerous>
                    <button type="button" class="primary" on:click=confirm>
                        {self.yes}
                    </button>
                    <button type="button" autofocus on:click=move |_| is_open.set(false)>
                        {self.no}
                    </button>
                </div>
            </Dialog>
        }
        .into_any()
    }
}
