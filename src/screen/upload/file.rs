//! The file of "Upload users": choosing it, how it was read, and its first rows.

use std::sync::Arc;

use crate::live::{Memo, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::progress::progress;
use crate::browser::incoming::Chosen;
use crate::domain::CustomerId;
use crate::domain::upload::{COLUMNS, Column, excerpt};
use crate::session::{Session, Trouble};
use crate::sheet::{Encoding, Separator, Table};
use crate::text::UploadWords;
use crate::ui::{FileDrop, Message, MessageTone, SelectField, dynamic, text, when};

/// Rows (with the headings) and columns of the preview.
const MAX_PREVIEW_ROWS: usize = 6;
const MAX_PREVIEW_COLUMNS: usize = 12;

/// "Browse", and a page to drop a file on.
pub fn field(session: Session, customer: CustomerId) -> AnyView {
    let words = session.words();
    let texts = session.texts::<UploadWords>();
    let upload = session.forms.upload;
    let choose = move |chosen: Chosen| {
        upload.dropping_corrections(move || spawn_local(session.upload(customer, chosen)));
    };
    view! {
        <FileDrop
            id="upload-file"
            label=words.browse
            hint=texts.browse_hint
            drop_hint=words.drop_here
            is_over=upload.is_dragged_over
            is_done=Signal::derive(move || upload.file.with(Option::is_some))
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            on_choose=choose
        />
        <details class="file-columns">
            <summary>{texts.file_columns}</summary>
            <p class="note">{texts.excel_hint}</p>
            {columns(session)}
        </details>
    }
    .into_any()
}

fn columns(session: Session) -> AnyView {
    let (texts, sentences) = (session.texts::<UploadWords>(), session.sentences());
    let row = |column: Column| {
        let own = sentences.column(column);
        let rule = column.rule();
        let both = [rule.english.heading, rule.german.heading];
        let others = both.iter().chain(rule.aliases);
        let others: Vec<&str> = others.copied().filter(|other| *other != own).collect();
        view! {
            <tr>
                <th scope="row">{own}</th>
                <td>{sentences.column_help(column)}</td>
                <td>{others.join(", ")}</td>
            </tr>
        }
    };
    view! {
        <div class="table" role="region" aria-label=texts.file_columns tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{texts.heading}</th>
                        <th scope="col">{texts.meaning}</th>
                        <th scope="col">{texts.also_accepted}</th>
                    </tr>
                </thead>
                <tbody>{COLUMNS.iter().map(|rule| row(rule.column)).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The progress, then what was read and its first rows, or why it cannot be read.
pub fn what_was_read(session: Session) -> AnyView {
    let upload = session.forms.upload;
    let is_recognised = Memo::new(move |_| upload.encoding.with(Option::is_some));
    let summary = move || {
        let rows = upload.rows()?;
        let (name, size) = upload
            .file
            .with(|file| file.as_ref().map(|file| (file.name.clone(), file.size)))?;
        let sentences = session.sentences();
        let size = sentences.size(size, &|number| session.number(number));
        let count = rows.len().saturating_sub(1);
        Some(sentences.file_read(&name, &size, count, &session.number(count)))
    };
    view! {
        {progress(session)}
        <p class="file-read" role="status">
            {text(move || summary().unwrap_or_default())}
        </p>
        <div role="alert">
            {dynamic(move || match upload.table.get() {
                Some(Err(trouble)) => trouble_message(session, &trouble),
                _ => ().into_any(),
            })}
        </div>
        <div class="read-as" hidden=when(move || !is_recognised.get())>
            // Rebuilt after the question, because a select changed by the person ignores
            // `selected`.
            {dynamic(move || if upload.is_asking.get() { ().into_any() } else { read_as(session) })}
        </div>
        {dynamic(move || upload.rows().map(|rows| preview(session, &rows)).into_any())}
    }
    .into_any()
}

/// Says why the file cannot be read.
fn trouble_message(session: Session, trouble: &Trouble) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let texts = session.texts::<UploadWords>();
    let name = session
        .forms
        .upload
        .file
        .with(|file| file.as_ref().map(|file| file.name.clone()));
    let texts = match trouble {
        Trouble::Several => vec![texts.one_file_only.to_owned()],
        Trouble::Folder => vec![words.no_folder.to_owned()],
        Trouble::NotReadable => vec![words.file_gone.to_owned()],
        Trouble::NotASheet(reason) => vec![sentences.not_a_sheet(*reason)],
        Trouble::BadBytes(encoding, bad) => vec![sentences.bad_bytes(*encoding, *bad)],
        Trouble::Faults(faults) => faults
            .iter()
            .map(|fault| sentences.sheet_fault(*fault))
            .collect(),
    };
    let (first, more) = texts
        .split_first()
        .map_or(("", &[][..]), |(first, more)| (first.as_str(), more));
    let text = match name {
        Some(name) => format!("{name}: {first}"),
        None => first.to_owned(),
    };
    let more = more.iter().cloned().map(|text| view! { <li>{text}</li> });
    view! {
        <Message tone=MessageTone::Error text />
        <ul class="faults">{more.collect_view()}</ul>
    }
    .into_any()
}

/// The fields to change encoding and separator.
fn read_as(session: Session) -> AnyView {
    let (texts, sentences) = (session.texts::<UploadWords>(), session.sentences());
    let upload = session.forms.upload;
    let encodings = Encoding::ALL.map(|encoding| {
        (
            encoding.label().to_owned(),
            sentences.encoding_option(encoding),
        )
    });
    let separators = Separator::ALL.map(|separator| {
        (
            separator.sign().to_string(),
            sentences.separator(separator).to_owned(),
        )
    });
    let encoding = Signal::derive(move || {
        let encoding = upload.encoding.get();
        encoding.map_or("", Encoding::label).to_owned()
    });
    let separator = Signal::derive(move || {
        let separator = upload.separator.get();
        separator
            .map(|separator| separator.sign().to_string())
            .unwrap_or_default()
    });
    let by_encoding = move |label: String| {
        let encoding = Encoding::ALL
            .into_iter()
            .find(|encoding| encoding.label() == label);
        upload.dropping_corrections(move || spawn_local(session.read_upload(encoding, None)));
    };
    let by_separator = move |sign: String| {
        let separator = Separator::ALL
            .into_iter()
            .find(|separator| separator.sign().to_string() == sign);
        upload.dropping_corrections(move || spawn_local(session.read_upload(None, separator)));
    };
    view! {
        <SelectField
            id="encoding"
            label=texts.encoding
            help=texts.read_as_help
            options=encodings.to_vec()
            value=encoding
            on_change=by_encoding
        />
        <SelectField
            id="separator"
            label=texts.separator
            options=separators.to_vec()
            value=separator
            on_change=by_separator
        />
    }
    .into_any()
}

/// Returns the rows with letters that are others in another encoding, as many as the preview has.
fn doubtful_rows(session: Session, table: &Table) -> Vec<usize> {
    let encoding = session.forms.upload.encoding.get_untracked();
    if !encoding.is_some_and(Encoding::is_legacy) {
        return Vec::new();
    }
    let is_doubtful = |row: &usize| !table.cells(*row).all(str::is_ascii);
    let rows = (1..table.len()).filter(is_doubtful);
    rows.take(MAX_PREVIEW_ROWS - 1).collect()
}

/// The first rows as parsed, after those whose letters depend on the encoding, in a group of their
/// own.
fn preview(session: Session, table: &Arc<Table>) -> AnyView {
    let texts = session.texts::<UploadWords>();
    let doubtful = doubtful_rows(session, table);
    let is_doubtful = !doubtful.is_empty();
    let others = (1..table.len()).filter(|row| !doubtful.contains(row));
    let others: Vec<usize> = others.take(MAX_PREVIEW_ROWS - 1 - doubtful.len()).collect();
    let cells = |row: usize| {
        let cells = table.cells(row).take(MAX_PREVIEW_COLUMNS);
        cells
            .map(|cell| excerpt(cell).into_string())
            .collect::<Vec<_>>()
    };
    let head = cells(0)
        .into_iter()
        .map(|text| view! { <th scope="col" dir="auto">{text}</th> });
    let row = |row: usize| {
        let cells = cells(row)
            .into_iter()
            .map(|text| view! { <td dir="auto">{text}</td> });
        view! {
            <tr>
                <th scope="row" class="number">{session.number(table.line(row))}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let others_head = (is_doubtful && !others.is_empty()).then(|| {
        let width = table.width(0).min(MAX_PREVIEW_COLUMNS) + 1;
        view! {
            <tr>
                <th scope="rowgroup" colspan=width>
                    {texts.other_rows}
                </th>
            </tr>
        }
    });
    let doubtful = doubtful.into_iter().map(&row).collect_view();
    let doubtful = is_doubtful.then(|| view! { <tbody>{doubtful}</tbody> });
    let more = table.len().saturating_sub(MAX_PREVIEW_ROWS);
    let more = (more > 0).then(|| session.sentences().more_rows(&session.number(more)));
    let check = is_doubtful.then(|| {
        view! {
            <h3>{texts.check_names}</h3>
            <p class="note">{texts.check_names_hint}</p>
        }
    });
    view! {
        {check}
        <div class="table preview" role="region" aria-label=texts.preview tabindex="0">
            <table>
                <caption class="unseen">{texts.preview}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{texts.line}</th>
                        {head.collect_view()}
                    </tr>
                </thead>
                {doubtful}
                <tbody>{others_head} {others.into_iter().map(&row).collect_view()}</tbody>
            </table>
        </div>
        {more.map(|more| view! { <p class="note">{more}</p> })}
    }
    .into_any()
}
