//! The e-mail with sign-in details: a draft in the e-mail program, and a preview in the page for
//! computers that have none. Nobody knows whether a draft is sent, so it delivers nothing.

use crate::live::{RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::session::{Session, Tone};
use crate::text::PasswordWords;
use crate::training::Act;
use crate::ui::{ActionButton, Dialog, Glyph, Message, MessageTone, dynamic, text};

/// Longest `mailto:` address that e-mail programs accept, in characters.
const MAX_ADDRESS: usize = 2_000;

/// An e-mail without a recipient.
pub struct Email {
    pub subject: String,
    /// Its lines end in CR and LF.
    pub text: String,
}

impl Email {
    /// Returns the `mailto:` address, unless it is too long.
    fn address(&self) -> Option<String> {
        let address = files::mail_address(&self.subject, &self.text);
        (address.chars().count() <= MAX_ADDRESS).then_some(address)
    }

    /// Opens a draft in the e-mail program, if there is one.
    pub fn open_draft(&self, session: Session) {
        let (notices, texts) = (session.notices, session.texts::<PasswordWords>());
        match self.address() {
            None => notices.show(Tone::Warning, texts.email_too_long),
            Some(address) => {
                files::open_mail(&address);
                session.act(Act::EmailDrafted);
                notices.show_passing(Tone::Warning, texts.email_opened);
            }
        }
    }
}

/// The preview, while it is open.
#[derive(Clone, Copy)]
pub struct EmailPreview {
    session: Session,
    is_open: RwSignal<bool>,
    /// What became of copying.
    outcome: RwSignal<&'static str>,
    email: Callback<(), Email>,
    on_copied: Callback<()>,
}

impl EmailPreview {
    /// Creates a closed preview of an e-mail, which is composed when the preview is opened.
    pub fn new(session: Session, email: Callback<(), Email>, on_copied: Callback<()>) -> Self {
        Self {
            session,
            is_open: RwSignal::new(false),
            outcome: RwSignal::new(""),
            email,
            on_copied,
        }
    }

    /// Opens the preview.
    pub fn open(self) {
        self.outcome.set("");
        self.is_open.set(true);
    }

    /// Returns the dialog.
    pub fn dialog(self) -> AnyView {
        let title = self.session.texts::<PasswordWords>().preview_email;
        view! {
            <Dialog
                open=self.is_open
                title=title.to_owned()
                on_close=move || self.is_open.set(false)
            >
                {dynamic(move || self.is_open.get().then(|| self.content()).into_any())}
            </Dialog>
        }
        .into_any()
    }

    fn content(self) -> AnyView {
        let words = self.session.words();
        let texts = self.session.texts::<PasswordWords>();
        let email = untrack(|| self.email.run(()));
        let address = email.address();
        let why_not = address.is_none().then(|| texts.email_too_long.to_owned());
        let open = move || {
            if let Some(address) = &address {
                files::open_mail(address);
                self.session.act(Act::EmailDrafted);
            }
        };
        let body = email.text.clone();
        let copy = move || self.copy(body.clone());
        view! {
            <div class="email">
                <div class="field">
                    <label for="email-subject">{texts.email_subject}</label>
                    <input id="email-subject" type="text" readonly value=email.subject />
                </div>
                <div class="field">
                    <label for="email-text">{texts.email_text}</label>
                    <textarea id="email-text" readonly rows="8" prop:value=email.text></textarea>
                </div>
                <Message tone=MessageTone::Warning text=texts.email_webmail />
                <p class="found" role="status">
                    {text(move || self.outcome.get().to_owned())}
                </p>
                <div class="buttons">
                    <ActionButton
                        label=words.copy
                        glyph=Glyph::Copy
                        primary=true
                        on_press=copy
                    />
                    <ActionButton
                        label=texts.open_in_email
                        glyph=Glyph::Mail
                        why_not=Signal::stored(why_not)
                        on_press=open
                    />
                    <button type="button" on:click=move |_| self.is_open.set(false)>
                        {words.close}
                    </button>
                </div>
            </div>
        }
        .into_any()
    }

    fn copy(self, text: String) {
        let words = self.session.words();
        let texts = self.session.texts::<PasswordWords>();
        spawn_local(async move {
            let copied = files::copy(&text).await;
            self.outcome.set(match copied {
                Ok(()) => words.copied,
                Err(files::NotDone) => texts.copy_failed,
            });
            if copied.is_ok() {
                self.on_copied.run(());
                self.session.act(Act::CredentialsCopied);
            }
        });
    }
}
