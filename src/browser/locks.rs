//! One tab at a time: the Web Locks API.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::window;

#[wasm_bindgen]
extern "C" {
    // Not in web-sys' stable part, though every browser has had it since 2022.
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, callback: &Function) -> Promise;
}

const NAME: &str = "seatwork";

fn manager() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// Has the browser locks for this page? It has not where the address is not secure (plain http, except localhost).
pub fn are_available() -> bool {
    manager().is_some()
}

/// Does the work while no other tab does. Without Web Locks it is just done: the person was told to use one tab only.
pub async fn exclusive<T: 'static>(work: impl FnOnce() -> T + 'static) -> Option<T> {
    let Some(manager) = manager() else {
        return Some(work());
    };
    let result = std::rc::Rc::new(std::cell::RefCell::new(None));
    let slot = std::rc::Rc::clone(&result);
    let callback = Closure::once(move || *slot.borrow_mut() = Some(work()));
    let held = JsFuture::from(manager.request(NAME, callback.as_ref().unchecked_ref())).await;
    if let Err(error) = held {
        // The page is going away: nobody is left to be told but the console.
        web_sys::console::warn_1(&error);
    }
    result.borrow_mut().take()
}
