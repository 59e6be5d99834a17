//! The only door to the browser: storage, locks, clock, randomness, language, address, files in and out, clipboard, print.

pub mod address;
pub mod clock;
pub mod element;
pub mod files;
pub mod incoming;
pub mod intl;
pub mod locks;
pub mod random;
pub mod storage;
pub mod timing;

use wasm_bindgen::JsCast;

/// The window. The program only ever runs in one.
fn window() -> web_sys::Window {
    js_sys::global().unchecked_into()
}

fn document() -> web_sys::Document {
    js_sys::Reflect::get(&window(), &"document".into())
        .unwrap_or_default()
        .unchecked_into()
}

/// Writes panics to the console; `boot.js` tells the person, and that what was saved is safe.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into())
    }));
}
