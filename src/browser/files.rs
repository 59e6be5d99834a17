//! Files out, clipboard, print, e-mail.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, Url};

use super::{document, window};

/// The browser did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotDone;

/// Hands a text to the browser as a file to be saved.
///
/// # Errors
/// When the browser refuses.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), NotDone> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
        .map_err(|_| NotDone)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| NotDone)?;
    let clicked = click_link(&address, Some(name));
    // Not at once: some browsers read the file only after the click has been handled.
    super::clock::after(std::time::Duration::from_secs(60), move || {
        if let Err(error) = Url::revoke_object_url(&address) {
            web_sys::console::warn_1(&error);
        }
    });
    clicked
}

/// Texts under their keys as a JSON object.
pub fn json(pairs: &[(String, String)]) -> String {
    let object = js_sys::Object::new();
    for (key, text) in pairs {
        if let Err(error) = js_sys::Reflect::set(&object, &key.into(), &text.into()) {
            web_sys::console::error_1(&error);
        }
    }
    js_sys::JSON::stringify(&object).map_or_else(|_| String::new(), String::from)
}

/// Opens a draft in the person's e-mail program.
///
/// # Errors
/// When the browser refuses.
pub fn open_mail(address: &str) -> Result<(), NotDone> {
    click_link(address, None)
}

/// A `mailto:` address for a draft without an addressee.
pub fn mail_address(subject: &str, body: &str) -> String {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    format!("mailto:?subject={}&body={}", encode(subject), encode(body))
}

/// Prints the page.
///
/// # Errors
/// When the browser refuses.
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
        if let Err(error) = window.add_event_listener_with_callback(event, callback) {
            web_sys::console::error_1(&error);
        }
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
            if let Err(error) = window.remove_event_listener_with_callback(event, callback) {
                web_sys::console::error_1(&error);
            }
        }
    }
}

/// Copies a text to the clipboard.
///
/// # Errors
/// When the browser refuses, for example because the page is not secure.
pub async fn copy(text: &str) -> Result<(), NotDone> {
    let clipboard =
        js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).map_err(|_| NotDone)?;
    if clipboard.is_undefined() {
        return Err(NotDone);
    }
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| NotDone)
}

fn click_link(address: &str, download: Option<&str>) -> Result<(), NotDone> {
    let link: HtmlAnchorElement = document()
        .create_element("a")
        .map_err(|_| NotDone)?
        .unchecked_into();
    link.set_href(address);
    if let Some(name) = download {
        link.set_download(name);
    }
    link.click();
    Ok(())
}
