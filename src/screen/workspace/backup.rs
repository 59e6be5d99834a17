//! Back up, and restore a backup: what is in it is shown before it replaces anything.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{busy, finish};
use crate::browser::{clock, files, intl};
use crate::live::RwSignal;
use crate::session::{BackupTrouble, FoundBackup, Session, Tone};
use crate::text::WorkspaceWords;
use crate::ui::{ActionButton, Dialog, FileDrop, Message, MessageTone, dynamic};

/// Downloads a backup of the workspace.
pub async fn back_up(session: Session) {
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    let content = match session.back_up().await {
        Ok(content) => content,
        Err(failure) => return session.notices.show(Tone::Error, session.reason(&failure)),
    };
    let name = format!("seatwork-backup-{}.json", clock::now().date_naive());
    match files::download(&name, "application/json", &content) {
        Ok(()) => session.notices.show(Tone::Success, texts.backed_up),
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}

/// "Restore backup": choosing a file, and what is in it.
pub fn restore_section(session: Session) -> AnyView {
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    view! {
        <section aria-labelledby="restore-backup">
            <h2 id="restore-backup">{texts.restore_backup}</h2>
            <FileDrop
                id="backup-file"
                label=texts.choose_backup
                hint=texts.backup_hint
                drop_hint=words.drop_here
                is_over=session.replacement.is_dragged_over
                on_choose=move |chosen| spawn_local(session.read_backup(chosen))
            />
            <div role="status">{dynamic(move || found(session))}</div>
        </section>
    }
    .into_any()
}

/// What is in the chosen backup, or why it cannot be restored.
pub fn found(session: Session) -> AnyView {
    let sentences = session.sentences();
    match session.replacement.found.get() {
        None => ().into_any(),
        Some(Ok(found)) => content(session, found),
        Some(Err(trouble)) => {
            let words = session.words();
            let texts = session.texts::<WorkspaceWords>();
            let text = match trouble {
                BackupTrouble::Several => texts.one_backup_only,
                BackupTrouble::Folder => words.no_folder,
                BackupTrouble::NotReadable => words.file_gone,
                BackupTrouble::Bad(bad) => sentences.bad_backup(bad),
                BackupTrouble::Elsewhere => texts.prepared_elsewhere,
                BackupTrouble::NotFound => texts.prepared_not_found,
            };
            view! { <Message tone=MessageTone::Error text /> }.into_any()
        }
    }
}

fn content(session: Session, found: FoundBackup) -> AnyView {
    let words = session.words();
    let texts = session.texts::<WorkspaceWords>();
    let made = intl::moment(words.language_tag, found.backup().made);
    let facts = [
        (words.file, found.name.clone()),
        (texts.backup_made, made),
        (words.customers, session.number(found.customers)),
        (words.users, session.number(found.users)),
        (texts.log_changes, session.number(found.changes)),
    ];
    let facts = facts.map(|(name, value)| {
        view! {
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
        }
    });
    let is_open = RwSignal::new(false);
    let backup = Arc::clone(found.backup());
    let restore = move |_| {
        let backup = Arc::clone(&backup);
        is_open.set(false);
        spawn_local(async move {
            let done = session.restore_backup(backup).await;
            finish(
                session,
                done.map_err(|failure| session.reason(&failure)),
                texts.restored_backup,
            );
        });
    };
    view! {
        <dl class="facts">{facts.into_iter().collect_view()}</dl>
        <ActionButton
            label=texts.replace_workspace
            why_not=busy(session)
            on_press=move || is_open.set(true)
        />
        <Dialog
            open=is_open
            title=texts.replace_title.to_owned()
            on_close=move || is_open.set(false)
        >
            <p>{texts.replace_text}</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=restore>
                    {texts.replace_workspace}
                </button>
                <button type="button" autofocus on:click=move |_| is_open.set(false)>
                    {words.cancel}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
