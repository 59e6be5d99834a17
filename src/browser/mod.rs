//! The only code that calls the browser: storage, locks, clock, randomness, languages, address,
//! files, clipboard, printing.

pub mod address;
mod arrow;
pub mod clock;
pub mod element;
pub mod files;
pub mod incoming;
pub mod intl;
pub mod lms;
pub mod locks;
pub mod parts;
pub mod pointing;
pub mod presenting;
pub mod random;
pub mod storage;
pub mod timing;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::console;

fn window() -> web_sys::Window {
    js_sys::global().unchecked_into()
}

fn document() -> web_sys::Document {
    js_sys::Reflect::get(&window(), &"document".into())
        .unwrap_or_default()
        .unchecked_into()
}

/// Writes panics to the console. `boot.js` shows the user a message.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| console::error_1(&info.to_string().into())));
}

/// Writes a failure to the console that the program can do nothing about.
fn log_error<T>(result: Result<T, JsValue>) {
    if let Err(error) = result {
        console::error_1(&error);
    }
}

/// Writes a failure to the console that the user does not notice.
fn log_warning<T>(result: Result<T, JsValue>) {
    if let Err(error) = result {
        console::warn_1(&error);
    }
}
