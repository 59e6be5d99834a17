//! An entry of the activity log, folded and unfolded.

use crate::live::Memo;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::ActivityDesk;
use crate::browser::{element, files, intl};
use crate::domain::{Action, Event};
use crate::journal::LogEntry;
use crate::partner_center::{Call, Calls, calls};
use crate::screen::shared::{download, headline::headline};
use crate::session::address::route::Route;
use crate::session::{Session, Tone};
use crate::text::{CallWords, LogWords};
use crate::training::Act;
use crate::ui::{Glyph, Icon, dynamic, expanded, when};

/// Users of an entry for whom the calls are shown.
const MAX_USERS: usize = 3;

/// The texts of an entry.
pub struct EntryText {
    moment: String,
    company: String,
    action: &'static str,
    by: String,
    details: Vec<(&'static str, String)>,
}

impl EntryText {
    /// Returns the entry for a file, with its details.
    pub fn of(desk: ActivityDesk, entry: &LogEntry) -> Self {
        Self {
            moment: download::moment(entry.at()),
            details: details(desk.session, entry, event(desk.session, entry).as_ref()),
            ..Self::in_short(desk, entry)
        }
    }

    fn in_short(desk: ActivityDesk, entry: &LogEntry) -> Self {
        let session = desk.session;
        let (words, sentences) = (session.words(), session.sentences());
        let texts = session.texts::<LogWords>();
        let company = match entry.customer() {
            Some(id) => session.with_customer(id, |customer| customer.company.as_str().to_owned()),
            None => Some(texts.all_customers.to_owned()),
        };
        let by = entry.by();
        Self {
            moment: intl::exact_moment(words.language_tag, entry.at()),
            company: company.unwrap_or_default(),
            action: sentences.action(entry.action()),
            by: match entry.action() {
                Action::PurgeUsers => texts.by_itself.to_owned(),
                _ => format!("{} ({})", by.name, sentences.partner_role(by.role)),
            },
            details: Vec::new(),
        }
    }

    /// The cells of a row of the exported file.
    pub fn cells(self) -> [String; 5] {
        let details: Vec<String> = self
            .details
            .into_iter()
            .map(|(label, text)| format!("{label}: {text}"))
            .collect();
        [
            self.moment,
            self.company,
            self.action.to_owned(),
            self.by,
            details.join("; "),
        ]
    }
}

fn details(
    session: Session,
    entry: &LogEntry,
    event: Option<&Event>,
) -> Vec<(&'static str, String)> {
    let Some(event) = event else {
        return vec![(
            session.words().users,
            session.texts::<LogWords>().log_purged.to_owned(),
        )];
    };
    session.workspace().with(|workspace| {
        let customer = entry.customer().and_then(|id| workspace.customer(id));
        let shown = |count| session.number(count);
        session.sentences().log_details(event, customer, &shown)
    })
}

fn event(session: Session, entry: &LogEntry) -> Option<Event> {
    session
        .workspace()
        .with(|workspace| entry.event_in(workspace))
}

/// An entry's row, and the one that unfolds below it.
pub fn row(desk: ActivityDesk, entry: LogEntry) -> AnyView {
    let texts = desk.session.texts::<LogWords>();
    let entry_text = untrack(|| EntryText::in_short(desk, &entry));
    let headline = untrack(|| headline(desk.session, &entry));
    let number = entry.number();
    let id = format!("entry-{number}");
    let is_unfolded = Memo::new(move |_| desk.unfolded.read().contains(&number));
    let name = desk
        .session
        .sentences()
        .details_of(entry_text.action, &entry_text.moment);
    let company = match entry.customer() {
        Some(customer) if desk.customer.is_none() => {
            let link = desk.session.link(&Route::activity(Some(customer)));
            view! { <a href=link>{entry_text.company}</a> }.into_any()
        }
        Some(_) => entry_text.company.into_any(),
        None => view! { <span class="quiet">{entry_text.company}</span> }.into_any(),
    };
    let fold = move |_| {
        desk.unfolded.update(|all| {
            if !all.insert(number) {
                all.remove(&number);
            }
        });
    };
    let unfolded = move || {
        is_unfolded
            .get()
            .then(|| unfolded(desk.session, &entry))
            .into_any()
    };
    view! {
        <tbody>
            <tr>
                <th scope="row">{entry_text.moment}</th>
                <td dir="auto">{company}</td>
                <td>{headline}</td>
                <td>{entry_text.by}</td>
                <td>
                    <button
                        type="button"
                        class="quiet fold"
                        aria-label=name
                        aria-expanded=expanded(move || is_unfolded.get())
                        aria-controls=id.clone()
                        on:click=fold
                    >
                        <Icon glyph=Glyph::Chevron />
                        <span>{texts.details}</span>
                    </button>
                </td>
            </tr>
            <tr id=id class="unfolded" hidden=when(move || !is_unfolded.get())>
                <td colspan="5">{dynamic(unfolded)}</td>
            </tr>
        </tbody>
    }
    .into_any()
}

/// The details of the entry, and the equivalent calls.
fn unfolded(session: Session, entry: &LogEntry) -> AnyView {
    let texts = session.texts::<CallWords>();
    let event = event(session, entry);
    let item = |(label, text): (&'static str, String)| {
        view! {
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
        }
    };
    let facts = details(session, entry, event.as_ref());
    let made = event.map(|event| {
        let workspace = session.workspace();
        let made = workspace.with(|workspace| calls(workspace, &event, MAX_USERS));
        (event, made)
    });
    let shown = match made {
        Some((event, made)) if !made.calls.is_empty() => both(session, &event, &made),
        Some(_) => view! { <p class="note">{texts.no_call}</p> }.into_any(),
        // The details above say it.
        None => ().into_any(),
    };
    view! {
        <dl class="facts">{facts.into_iter().map(item).collect_view()}</dl>
        {shown}
    }
    .into_any()
}

fn both(session: Session, event: &Event, made: &Calls) -> AnyView {
    let texts = session.texts::<CallWords>();
    let more = (made.more_users > 0).then(|| {
        let count = session.number(made.more_users);
        view! { <p class="note">{session.sentences().more_calls(&count)}</p> }
    });
    let rest = Way {
        title: texts.rest_request,
        copy: texts.copy_rest,
        text: Call::rest,
    };
    let powershell = Way {
        title: texts.powershell_command,
        copy: texts.copy_powershell,
        text: |call| call.powershell.clone(),
    };
    view! {
        <div class="calls">
            {rest.block(session, event, made)} {powershell.block(session, event, made)}
        </div>
        {more}
        <p class="note">{texts.calls_note}</p>
    }
    .into_any()
}

/// A call as REST or PowerShell.
#[derive(Clone, Copy)]
struct Way {
    title: &'static str,
    copy: &'static str,
    text: fn(&Call) -> String,
}

impl Way {
    fn texts(self, made: &Calls) -> String {
        let texts: Vec<String> = made.calls.iter().map(self.text).collect();
        texts.join("\n\n")
    }

    /// The text on the screen. The copied one has the calls for every user.
    fn block(self, session: Session, event: &Event, made: &Calls) -> AnyView {
        let words = session.words();
        let texts = session.texts::<CallWords>();
        let id = element::unique_id("call");
        let labelled_by = id.clone();
        let event = event.clone();
        let press = move |_| {
            let workspace = session.workspace();
            let all = workspace.with_untracked(|workspace| calls(workspace, &event, usize::MAX));
            let text = self.texts(&all);
            spawn_local(async move {
                match files::copy(&text).await {
                    Ok(()) => {
                        session.act(Act::CallCopied);
                        session.notices.show_passing(Tone::Success, words.copied);
                    }
                    Err(files::NotDone) => session.notices.show(Tone::Error, texts.call_not_copied),
                }
            });
        };
        view! {
            <section aria-labelledby=labelled_by>
                <div class="call-head">
                    <h2 id=id>{self.title}</h2>
                    <button type="button" class="quiet" aria-label=self.copy on:click=press>
                        <Icon glyph=Glyph::Copy />
                        <span>{words.copy}</span>
                    </button>
                </div>
                <pre tabindex="0" aria-label=self.title>
                    <code>{self.texts(made)}</code>
                </pre>
            </section>
        }
        .into_any()
    }
}
