//! Files that the user chooses or drops, and their text.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement, Response, TextDecoder,
    TextDecoderOptions, Url,
};

use super::element::listen;
use super::{document, window};

/// A chosen file. Reading it fails if it has changed since.
pub struct ChosenFile(File);

/// What the user chose or dropped.
pub enum Chosen {
    File(ChosenFile),
    Several(Vec<ChosenFile>),
    Folder,
}

/// The file was moved, deleted or changed since it was chosen, or the system denies access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotReadable;

impl ChosenFile {
    /// Returns the file's name without its folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    pub fn size(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole bytes, far below 2^53"
        )]
        let size = self.0.size() as u64;
        size
    }

    pub async fn read(&self) -> Result<Vec<u8>, NotReadable> {
        let buffer = JsFuture::from(self.0.array_buffer())
            .await
            .map_err(|_| NotReadable)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// Returns the files of a file field's change event, or `None` when the choice was canceled.
///
/// Empties the field, so that the same file can be chosen again after it was corrected.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let mut files = all(&field.files()?);
    field.set_value("");
    Some(match files.pop() {
        Some(file) if files.is_empty() => Chosen::File(file),
        Some(last) => {
            files.push(last);
            Chosen::Several(files)
        }
        None => return None,
    })
}

fn all(list: &FileList) -> Vec<ChosenFile> {
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.map(ChosenFile).collect()
}

/// Handles files that are dragged over the page and dropped on it. Without this, the browser would
/// leave the page and show the file.
///
/// `set_over` is called with whether files are over the page, and returns whether it accepts them.
/// An open dialog blocks both.
pub fn on_drop(set_over: impl Fn(bool) -> bool + Clone + 'static, then: impl Fn(Chosen) + 'static) {
    let on_over = set_over.clone();
    listen(&window(), "dragover", move |event| {
        if let Some(transfer) = dragged_files(&event) {
            event.prevent_default();
            let is_accepted = on_over(!is_dialog_open());
            transfer.set_drop_effect(if is_accepted { "copy" } else { "none" });
        }
    });
    let on_leave = set_over.clone();
    listen(&window(), "dragleave", move |event| {
        let event: DragEvent = event.unchecked_into();
        if event.related_target().is_none() {
            on_leave(false);
        }
    });
    listen(&window(), "drop", move |event| {
        if let Some(transfer) = dragged_files(&event) {
            event.prevent_default();
            set_over(false);
            if let Some(chosen) = dropped(&transfer).filter(|_| !is_dialog_open()) {
                then(chosen);
            }
        }
    });
}

fn is_dialog_open() -> bool {
    let open = document().query_selector("dialog[open]");
    open.ok().flatten().is_some()
}

/// Returns what is dragged if it is files. The browser handles text that is dragged into a field.
fn dragged_files(event: &Event) -> Option<DataTransfer> {
    let event: &DragEvent = event.unchecked_ref();
    let transfer = event.data_transfer()?;
    let is_files = transfer.types().includes(&"Files".into(), 0);
    is_files.then_some(transfer)
}

fn dropped(transfer: &DataTransfer) -> Option<Chosen> {
    let files = transfer.files()?;
    if transfer.items().length() > 1 || files.length() > 1 {
        return Some(Chosen::Several(all(&files)));
    }
    let entry = transfer.items().get(0);
    let entry = entry.and_then(|item| item.webkit_get_as_entry().ok().flatten());
    if entry.is_some_and(|entry| entry.is_directory()) {
        return Some(Chosen::Folder);
    }
    let file = files.get(0)?;
    Some(Chosen::File(ChosenFile(file)))
}

/// Decodes bytes, or returns `None` when they are malformed. Drops a byte order mark.
///
/// `label` names the encoding as in the WHATWG Encoding Standard.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Why a file of the site was not fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotFetched {
    /// The address is another site's.
    Elsewhere,
    TooLarge,
    /// There is no such file, or no network.
    NotFound,
}

/// Fetches a file of this site. The address may be relative to the page's.
///
/// # Errors
/// When it is another site's, is not there or has more bytes than the limit.
pub async fn fetch(address: &str, limit: u64) -> Result<Vec<u8>, NotFetched> {
    let location = window().location();
    let base = location.href().map_err(|_| NotFetched::Elsewhere)?;
    let url = Url::new_with_base(address, &base).map_err(|_| NotFetched::NotFound)?;
    // A file has no origin of its own.
    if location.origin() != Ok(url.origin()) || !url.protocol().starts_with("http") {
        return Err(NotFetched::Elsewhere);
    }
    let response = JsFuture::from(window().fetch_with_str(&url.href()));
    let response = response.await.map_err(|_| NotFetched::NotFound)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(NotFetched::NotFound);
    }
    let buffer = response.array_buffer().map_err(|_| NotFetched::NotFound)?;
    let buffer = JsFuture::from(buffer)
        .await
        .map_err(|_| NotFetched::NotFound)?;
    let bytes = Uint8Array::new(&buffer);
    if u64::from(bytes.length()) > limit {
        return Err(NotFetched::TooLarge);
    }
    Ok(bytes.to_vec())
}
