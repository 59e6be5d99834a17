//! Files that a person chooses or drops, and their text.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DragEvent, Event, File, HtmlInputElement, TextDecoder, TextDecoderOptions,
};

use super::element::listen;
use super::{document, window};

/// A file as it was when it was chosen.
pub struct ChosenFile(File);

/// What was chosen or dropped.
pub enum Chosen {
    /// One file.
    File(ChosenFile),
    /// More than one.
    Several,
    /// A folder.
    Folder,
}

/// A file cannot be read: it was moved, deleted or changed since it was chosen, or the system does not let anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotReadable;

impl ChosenFile {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole bytes, far below 2^53"
        )]
        let size = self.0.size() as u64;
        size
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// When it cannot be read any more.
    pub async fn read(&self) -> Result<Vec<u8>, NotReadable> {
        let read = JsFuture::from(self.0.array_buffer()).await;
        let buffer = read.map_err(|_| NotReadable)?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// What was chosen in a file field; nothing if the person thought better of it. The field is empty from then on, so that the
/// same file can be chosen again once it was corrected.
pub fn chosen(event: &Event) -> Option<Chosen> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    field.set_value("");
    Some(Chosen::File(ChosenFile(file)))
}

/// Calls back when something is dropped on the page, and tells whether something is being dragged over it; `is_over` says whether
/// it is wanted there. Under an open dialog, nothing is. Without this, the browser would leave the page and show the file.
pub fn on_drop(is_over: impl Fn(bool) -> bool + Clone + 'static, then: impl Fn(Chosen) + 'static) {
    let over = is_over.clone();
    listen(&window(), "dragover", move |event| {
        if let Some(transfer) = files_of(&event) {
            event.prevent_default();
            let is_wanted = over(!is_under_dialog());
            transfer.set_drop_effect(if is_wanted { "copy" } else { "none" });
        }
    });
    let left = is_over.clone();
    listen(&window(), "dragleave", move |event| {
        let event: DragEvent = event.unchecked_into();
        if event.related_target().is_none() {
            left(false);
        }
    });
    listen(&window(), "drop", move |event| {
        if let Some(transfer) = files_of(&event) {
            event.prevent_default();
            is_over(false);
            if let Some(chosen) = dropped(&transfer).filter(|_| !is_under_dialog()) {
                then(chosen);
            }
        }
    });
}

fn is_under_dialog() -> bool {
    let open = document().query_selector("dialog[open]");
    open.ok().flatten().is_some()
}

/// What is dragged, if it is files: texts that are dragged into a field are none of our business.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let event: &DragEvent = event.unchecked_ref();
    let transfer = event.data_transfer()?;
    let is_files = transfer.types().includes(&"Files".into(), 0);
    is_files.then_some(transfer)
}

fn dropped(transfer: &DataTransfer) -> Option<Chosen> {
    let files = transfer.files()?;
    if transfer.items().length() > 1 || files.length() > 1 {
        return Some(Chosen::Several);
    }
    let entry = transfer.items().get(0);
    let entry = entry.and_then(|item| item.webkit_get_as_entry().ok().flatten());
    if entry.is_some_and(|entry| entry.is_directory()) {
        return Some(Chosen::Folder);
    }
    let file = files.get(0)?;
    Some(Chosen::File(ChosenFile(file)))
}

/// The text that these bytes are in an encoding, named as in the WHATWG Encoding Standard; nothing where they are none, not even
/// a text with replacement characters. A byte order mark is no part of it.
pub fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
