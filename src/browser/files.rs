//! Downloads, clipboard, printing, e-mail drafts.

use std::time::Duration;

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, Event, HtmlAnchorElement, Url};

use super::{clock, document, log_error, log_warning, window};

/// How long a downloaded file stays in memory: some browsers read it after the click.
const DOWNLOAD_LIFETIME: Duration = Duration::from_secs(60);

/// The browser refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDone;

/// Saves a text as a file in the user's downloads.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), NotDone> {
    save(name, media_type, &text.into())
}

/// Saves bytes as a file in the user's downloads.
pub fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), NotDone> {
    save(name, media_type, &Uint8Array::from(bytes))
}

fn save(name: &str, media_type: &str, content: &JsValue) -> Result<(), NotDone> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_blob_sequence_and_options(&Array::of1(content), &options)
        .map_err(|_| NotDone)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| NotDone)?;
    let link = new_link(&address).map(|link| {
        link.set_download(name);
        link.click();
    });
    clock::after(DOWNLOAD_LIFETIME, move || {
        log_warning(Url::revoke_object_url(&address));
    });
    link
}

/// Formats keys and texts as a JSON object.
pub fn json(pairs: &[(String, String)]) -> String {
    let object = Object::new();
    for (key, text) in pairs {
        log_error(Reflect::set(&object, &key.into(), &text.into()));
    }
    JSON::stringify(&object).map_or_else(|_| String::new(), String::from)
}

/// Opens a `mailto:` address in the user's e-mail program.
///
/// It is opened like a new tab, which browsers close at once: in this one, the browser would ask
/// whether to leave the page, and webmail would replace it.
pub fn open_mail(address: &str) {
    if let Ok(link) = new_link(address) {
        link.set_target("_blank");
        link.set_rel("noreferrer");
        link.click();
    }
}

/// Returns the `mailto:` address of a draft without a recipient.
pub fn mail_address(subject: &str, body: &str) -> String {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    format!("mailto:?subject={}&body={}", encode(subject), encode(body))
}

/// Prints the page.
pub fn print() -> Result<(), NotDone> {
    window().print().map_err(|_| NotDone)
}

/// Calls back with `true` before the page is printed and with `false` afterwards, whoever started
/// the printing, until the listener is dropped.
pub fn on_print(then: impl Fn(bool) + 'static) -> PrintListener {
    let then = move |event: Event| then(event.type_() == BEFORE_PRINT);
    let listener = PrintListener(Closure::new(then));
    let window = window();
    for event in PRINT_EVENTS {
        let callback = listener.0.as_ref().unchecked_ref();
        log_error(window.add_event_listener_with_callback(event, callback));
    }
    listener
}

const BEFORE_PRINT: &str = "beforeprint";
const PRINT_EVENTS: [&str; 2] = [BEFORE_PRINT, "afterprint"];

/// Listens for printing until it is dropped.
pub struct PrintListener(Closure<dyn Fn(Event)>);

impl Drop for PrintListener {
    fn drop(&mut self) {
        let window = window();
        for event in PRINT_EVENTS {
            let callback = self.0.as_ref().unchecked_ref();
            log_error(window.remove_event_listener_with_callback(event, callback));
        }
    }
}

/// Copies a text to the clipboard.
///
/// # Errors
/// When the browser refuses, or has no clipboard for pages that are not secure.
pub async fn copy(text: &str) -> Result<(), NotDone> {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).map_err(|_| NotDone)?;
    if clipboard.is_undefined() {
        return Err(NotDone);
    }
    let clipboard: Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| NotDone)
}

fn new_link(address: &str) -> Result<HtmlAnchorElement, NotDone> {
    let link: HtmlAnchorElement = document()
        .create_element("a")
        .map_err(|_| NotDone)?
        .unchecked_into();
    link.set_href(address);
    Ok(link)
}
