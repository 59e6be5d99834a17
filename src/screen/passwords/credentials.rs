//! Sign-in details, shown once: to be e-mailed, printed, copied or downloaded.

use std::time::Duration;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::email::{Email, EmailPreview};
use crate::browser::{clock, files};
use crate::domain::{Credential, Customer, CustomerId};
use crate::screen::shared::download;
use crate::screen::shared::paging::Paging;
use crate::session::address::listing::PageSize;
use crate::session::{Session, Tone};
use crate::text::PasswordWords;
use crate::training::Act;
use crate::ui::{ActionButton, Glyph, Message, MessageTone, breaks, dynamic, when};

/// Initial rows per page. With more users, the cards are rendered only for printing.
const ROWS: usize = PageSize::Rows250.rows();

/// The sign-in at which users must choose a password of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SignIn {
    /// The first one of a new user.
    First,
    /// The next one after a reset.
    Next,
}

impl SignIn {
    fn for_partner(self, texts: &'static PasswordWords) -> &'static str {
        match self {
            Self::First => texts.must_change,
            Self::Next => texts.must_change_next,
        }
    }

    fn for_user(self, texts: &'static PasswordWords) -> &'static str {
        match self {
            Self::First => texts.choose_at_first,
            Self::Next => texts.choose_at_next,
        }
    }
}

/// Names and temporary passwords, with the ways to pass them on.
#[component]
pub fn Credentials(
    customer: CustomerId,
    /// The sign-in at which the users must choose their own password.
    sign_in: SignIn,
    created: Signal<Vec<Credential>>,
    /// Called when the details were printed, copied or downloaded.
    on_handed_over: Callback<()>,
    /// Whether downloading is offered first, as for many users.
    #[prop(optional)]
    download_first: bool,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    let company = |customer: &Customer| customer.company.as_str().to_owned();
    let company = untrack(|| session.read_customer(customer, company));
    let subject = StoredValue::new(session.sentences().mail_subject(&company));
    let email = Callback::new(move |()| Email {
        subject: subject.get_value(),
        text: letter(session, &created.read_untracked(), sign_in),
    });
    let hand_over = HandOver {
        session,
        customer,
        email,
        preview: EmailPreview::new(session, email, on_handed_over),
        created,
        on_handed_over,
        printing: printing(),
    };
    let count = Memo::new(move |_| created.with(Vec::len));
    let paging = Paging::new(ROWS);
    let shown = Memo::new(move |_| {
        let created = created.read();
        let on_page = created.get(paging.rows(created.len()));
        on_page.unwrap_or_default().to_vec()
    });
    let has_cards = Memo::new(move |_| count.get() <= ROWS || hand_over.printing.get());
    let must_change = sign_in.for_partner(texts);
    let warning = if download_first {
        texts.download_first
    } else {
        texts.once_only
    };
    view! {
        <Message tone=MessageTone::Warning text=format!("{warning} {must_change}") />
        {download_first.then(|| hand_over.buttons(true))}
        <div class="table" role="region" aria-label=texts.credentials_title tabindex="0">
            <table class="credentials">
                <thead>
                    <tr>
                        <th scope="col">{words.display_name}</th>
                        <th scope="col">{words.user_name}</th>
                        <th scope="col">{texts.temporary_password}</th>
                    </tr>
                </thead>
                <tbody>
                    {dynamic(move || {
                        shown.get().into_iter().map(credential_row).collect_view().into_any()
                    })}
                </tbody>
            </table>
        </div>
        <div hidden=when(move || count.get() <= ROWS)>{paging.view(session, count.into())}</div>
        {(!download_first).then(|| hand_over.buttons(false))}
        {hand_over.preview.dialog()}
        <Cards company sign_in created shown=has_cards.into() />
    }
}

/// The ways to hand the details over.
#[derive(Clone, Copy)]
struct HandOver {
    session: Session,
    customer: CustomerId,
    email: Callback<(), Email>,
    preview: EmailPreview,
    created: Signal<Vec<Credential>>,
    on_handed_over: Callback<()>,
    printing: RwSignal<bool>,
}

impl HandOver {
    fn buttons(self, download_first: bool) -> AnyView {
        let words = self.session.words();
        let texts = self.session.texts::<PasswordWords>();
        let download = |primary| {
            view! {
                <ActionButton
                    label=words.download
                    glyph=Glyph::Download
                    primary
                    on_press=move || self.download()
                />
            }
        };
        let first = download_first.then(|| download(true));
        let last = (!download_first).then(|| download(false));
        view! {
            <div class="buttons">
                {first}
                <ActionButton
                    label=words.email
                    glyph=Glyph::Mail
                    described_by="email-note"
                    on_press=move || self.email.run(()).open_draft(self.session)
                />
                <ActionButton
                    label=texts.preview_email
                    glyph=Glyph::Preview
                    on_press=move || self.preview.open()
                />
                <ActionButton
                    label=words.print
                    glyph=Glyph::Print
                    on_press=move || self.print()
                />
                <ActionButton label=words.copy glyph=Glyph::Copy on_press=move || self.copy() />
                {last}
                <p class="note" id="email-note">
                    {texts.email_note}
                </p>
            </div>
        }
        .into_any()
    }

    fn copy(self) {
        let text = lines(self.session, &self.created.read_untracked());
        spawn_local(async move {
            let words = self.session.words();
            self.show_result(
                files::copy(&text).await,
                words.copied,
                Act::CredentialsCopied,
            );
        });
    }

    fn download(self) {
        let (session, words) = (self.session, self.session.words());
        let texts = self.session.texts::<PasswordWords>();
        let rows = table(session, &self.created.read_untracked());
        let name = download::name(session, texts.file_passwords, Some(self.customer));
        let done = download::file(session, &name, &mut rows.into_iter());
        self.show_result(done, words.downloaded, Act::CredentialsDownloaded);
    }

    fn print(self) {
        self.printing.set(true);
        // After the cards are rendered.
        clock::after(Duration::ZERO, move || {
            if files::print().is_ok() {
                self.on_handed_over.run(());
                self.session.act(Act::CredentialsPrinted);
            }
        });
    }

    /// Shows a message, which screen readers announce.
    fn show_result(self, result: Result<(), files::NotDone>, success: &'static str, act: Act) {
        let (notices, texts) = (self.session.notices, self.session.texts::<PasswordWords>());
        match result {
            Ok(()) => {
                self.on_handed_over.run(());
                self.session.act(act);
                notices.show(Tone::Success, success);
            }
            Err(files::NotDone) => notices.show(Tone::Error, texts.copy_failed),
        }
    }
}

/// Returns whether the page is being printed.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    // Stored, so that it listens until the component is disposed of.
    StoredValue::new_local(files::on_print(move |is_printing| {
        printing.set(is_printing)
    }));
    printing
}

fn credential_row(credential: Credential) -> impl IntoView {
    view! {
        <tr>
            <th scope="row" dir="auto">
                {credential.display_name.as_str().to_owned()}
            </th>
            <td>{breaks(credential.user_name.as_str())}</td>
            <td class="password">
                <code>{credential.password.reveal().to_owned()}</code>
            </td>
        </tr>
    }
}

/// Only printed: a card for each user, to be cut apart.
#[component]
fn Cards(
    company: String,
    sign_in: SignIn,
    created: Signal<Vec<Credential>>,
    shown: Signal<bool>,
) -> impl IntoView {
    let words = Session::get().words();
    let texts = Session::get().texts::<PasswordWords>();
    let card = move |credential: Credential| {
        view! {
            <li class="card">
                <p class="company">{company.clone()}</p>
                <p class="name" dir="auto">
                    {credential.display_name.as_str().to_owned()}
                </p>
                <dl>
                    <dt>{words.user_name}</dt>
                    <dd>{credential.user_name.as_str().to_owned()}</dd>
                    <dt>{texts.temporary_password}</dt>
                    <dd>
                        <code>{credential.password.reveal().to_owned()}</code>
                    </dd>
                </dl>
                <p class="note">{sign_in.for_user(texts)} " " {words.simulation}</p>
            </li>
        }
    };
    let cards = move || {
        let created = if shown.get() {
            created.get()
        } else {
            Vec::new()
        };
        let cards = created.into_iter().map(card.clone());
        cards.collect_view().into_any()
    };
    view! { <ul class="cards">{dynamic(cards)}</ul> }
}

/// Returns the text of the e-mail: user name and password of each user, and what comes next.
fn letter(session: Session, created: &[Credential], sign_in: SignIn) -> String {
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    let mut lines = Vec::new();
    for credential in created {
        let (name, password) = (&credential.user_name, &credential.password);
        lines.push(format!("{}: {}", words.user_name, name.as_str()));
        lines.push(format!(
            "{}: {}",
            texts.temporary_password,
            password.reveal()
        ));
        lines.push(String::new());
    }
    lines.push(sign_in.for_user(texts).to_owned());
    lines.push(String::new());
    lines.join("\r\n")
}

/// Returns user names and passwords, one user per line, to be pasted into a table.
fn lines(session: Session, created: &[Credential]) -> String {
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    let head = format!("{}\t{}", words.user_name, texts.temporary_password);
    let rows = created.iter().map(|credential| {
        format!(
            "{}\t{}",
            credential.user_name.as_str(),
            credential.password.reveal()
        )
    });
    let mut lines: Vec<String> = std::iter::once(head).chain(rows).collect();
    lines.push(String::new());
    lines.join("\r\n")
}

/// Returns the table of the file.
fn table(session: Session, created: &[Credential]) -> Vec<Vec<String>> {
    let words = session.words();
    let texts = session.texts::<PasswordWords>();
    let head = [
        words.display_name,
        words.user_name,
        texts.temporary_password,
    ];
    let rows = created.iter().map(|credential| {
        [
            credential.display_name.as_str(),
            credential.user_name.as_str(),
            credential.password.reveal(),
        ]
    });
    let rows = std::iter::once(head).chain(rows);
    rows.map(|row| row.map(str::to_owned).to_vec()).collect()
}
