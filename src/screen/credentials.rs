//! Sign-in details, shown once: to be e-mailed, printed, copied or downloaded before they are gone.

use crate::live::{Signal, spawn};
use leptos::prelude::*;

use crate::browser::files;
use crate::domain::Credential;
use crate::session::{Session, Tone};
use crate::sheet;
use crate::ui::{ActionButton, Glyph, Message, MessageTone, dynamic};

/// Longest `mailto:` address that e-mail programs take, in characters.
const LONGEST_MAIL: usize = 2_000;

/// Names and temporary passwords, with what can be done with them.
#[component]
pub(super) fn Credentials(
    /// Name of the company, for the printed cards and the e-mail.
    company: String,
    /// Who was created.
    created: Signal<Vec<Credential>>,
    /// Called when the details were taken along in one way or other.
    on_handed_over: Callback<()>,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let subject = StoredValue::new(session.sentences().mail_subject(&company));
    // A button tells at once what came of it; what is read out is the notice.
    let tell = move |done: Result<(), files::NotDone>, success: &'static str| match done {
        Ok(()) => {
            on_handed_over.run(());
            session.notices.show(Tone::Success, success);
        }
        Err(files::NotDone) => session.notices.show(Tone::Error, words.copy_failed),
    };
    let email = move || {
        let address = files::mail_address(
            &subject.read_value(),
            &lines(session, &created.read_untracked(), ": "),
        );
        if address.chars().count() > LONGEST_MAIL {
            session.notices.show(Tone::Warning, words.email_too_long);
        } else {
            // First, or the browser would ask whether to leave the page.
            on_handed_over.run(());
            tell(files::open_mail(&address), words.email_opened);
        }
    };
    let copy = move || {
        let text = lines(session, &created.read_untracked(), "\t");
        spawn(async move { tell(files::copy(&text).await, words.copied) });
    };
    let download = move || {
        let text = csv(session, &created.read_untracked());
        tell(
            files::download("temporary-passwords.csv", "text/csv;charset=utf-8", &text),
            words.downloaded,
        );
    };
    let print = move || {
        if files::print().is_ok() {
            on_handed_over.run(());
        }
    };
    view! {
        <Message tone=MessageTone::Warning text=format!("{} {}", words.once_only, words.must_change) />
        <div class="table" role="region" aria-label=words.credentials_title tabindex="0">
            <table class="credentials">
                <thead>
                    <tr>
                        <th scope="col">{words.display_name}</th>
                        <th scope="col">{words.user_name}</th>
                        <th scope="col">{words.temporary_password}</th>
                    </tr>
                </thead>
                <tbody>
                    {dynamic(move || created.get().into_iter().map(credential_row).collect_view().into_any())}
                </tbody>
            </table>
        </div>
        <div class="buttons">
            <ActionButton label=words.email glyph=Glyph::Mail on_press=email />
            <ActionButton label=words.print glyph=Glyph::Print on_press=print />
            <ActionButton label=words.copy glyph=Glyph::Copy on_press=copy />
            <ActionButton label=words.download glyph=Glyph::Download on_press=download />
        </div>
        <Cards company created />
    }
}

fn credential_row(credential: Credential) -> impl IntoView {
    view! {
        <tr>
            <th scope="row" dir="auto">
                {credential.display_name.as_str().to_owned()}
            </th>
            <td>{credential.user_name.as_str().to_owned()}</td>
            <td class="password">
                <code>{credential.password.reveal().to_owned()}</code>
            </td>
        </tr>
    }
}

/// For the printer only: one card for each user, to be cut apart.
#[component]
fn Cards(company: String, created: Signal<Vec<Credential>>) -> impl IntoView {
    let words = Session::get().words();
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
                    <dt>{words.temporary_password}</dt>
                    <dd>
                        <code>{credential.password.reveal().to_owned()}</code>
                    </dd>
                </dl>
                <p class="note">{words.must_change} " " {words.simulation}</p>
            </li>
        }
    };
    view! { <ul class="cards">{dynamic(move || created.get().into_iter().map(card.clone()).collect_view().into_any())}</ul> }
}

/// User name and password of everybody, a line each.
fn lines(session: Session, created: &[Credential], between: &str) -> String {
    let words = session.words();
    let head = format!("{}{between}{}", words.user_name, words.temporary_password);
    let rows = created.iter().map(|one| {
        format!(
            "{}{between}{}",
            one.user_name.as_str(),
            one.password.reveal()
        )
    });
    let mut lines: Vec<String> = std::iter::once(head).chain(rows).collect();
    lines.push(String::new());
    lines.join("\r\n")
}

fn csv(session: Session, created: &[Credential]) -> String {
    let words = session.words();
    let head = [
        words.display_name,
        words.user_name,
        words.temporary_password,
    ];
    let rows = created.iter().map(|one| {
        [
            one.display_name.as_str(),
            one.user_name.as_str(),
            one.password.reveal(),
        ]
    });
    sheet::write(std::iter::once(head).chain(rows))
}
