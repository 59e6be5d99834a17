//! One tab at a time: the Web Locks API.
//!
//! Locks alone are not enough. Browsers keep a copy of `localStorage` in every tab's process and bring it up to date a moment
//! later, so that the next tab may get the lock before it gets what the last one wrote. Therefore a tab that has written
//! leaves a mark – a lock whose name says how far it has written, and which is held in common – before it lets go, and the
//! next one waits until its own copy reaches all marks.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::{clock, window};

#[wasm_bindgen]
extern "C" {
    // Not in web-sys' stable part, though every browser has had it since 2022.
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, callback: &Function) -> Promise;

    #[wasm_bindgen(method, js_name = request)]
    fn request_with(
        this: &LockManager,
        name: &str,
        options: &Object,
        callback: &Function,
    ) -> Promise;

    #[wasm_bindgen(method)]
    fn query(this: &LockManager) -> Promise;
}

const NAME: &str = "seatwork";
/// What the names of marks begin with.
const MARKS: &str = "seatwork/at/";
/// How long it is waited for what another tab has written, in steps of so many milliseconds. Usually it takes one.
const STEPS: u32 = 200;
const STEP: u64 = 5;

fn manager() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// Has the browser locks for this page? It has not where the address is not secure (plain http, except localhost).
pub fn are_available() -> bool {
    manager().is_some()
}

/// Does the work while no other tab does. Without Web Locks it is just done: the person was told to use one tab only.
pub async fn exclusive<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    let result = Rc::new(RefCell::new(None));
    let slot = Rc::clone(&result);
    hold(Box::pin(async move {
        let done = work.await;
        *slot.borrow_mut() = Some(done);
    }))
    .await;
    result.borrow_mut().take()
}

async fn hold(work: Pin<Box<dyn Future<Output = ()>>>) {
    let Some(manager) = manager() else {
        return work.await;
    };
    let callback = Closure::once(move || {
        future_to_promise(async move {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let held = JsFuture::from(manager.request(NAME, callback.as_ref().unchecked_ref())).await;
    if let Err(error) = held {
        // The page is going away: nobody is left to be told but the console.
        web_sys::console::warn_1(&error);
    }
}

/// Waits until this tab sees what the tabs before it have written, as far as their marks say; a second at most.
pub async fn wait_for_marks(reaches: impl Fn(&str) -> bool) {
    let Some(manager) = manager() else {
        return;
    };
    let marks = marks(&manager).await;
    for _ in 0..STEPS {
        if marks.iter().all(|mark| reaches(mark)) {
            return;
        }
        clock::sleep(Duration::from_millis(STEP)).await;
    }
}

async fn marks(manager: &LockManager) -> Vec<String> {
    let Ok(state) = JsFuture::from(manager.query()).await else {
        return Vec::new();
    };
    let held = Reflect::get(&state, &"held".into()).unwrap_or_default();
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Array::from(&held)
        .iter()
        .filter_map(name)
        .filter_map(|name| name.strip_prefix(MARKS).map(str::to_owned))
        .collect()
}

thread_local! {
    /// Takes the mark away that this tab has left.
    static MARK: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Leaves a mark in the place of the one that this tab has left before; it is there when this returns.
pub async fn leave_mark(mark: &str) {
    let Some(manager) = manager() else {
        return;
    };
    let name = format!("{MARKS}{mark}");
    let options = Object::new();
    if let Err(error) = Reflect::set(&options, &"mode".into(), &"shared".into()) {
        return web_sys::console::warn_1(&error);
    }
    let left = Promise::new(&mut |left, _| {
        // A lock is held until the promise that its callback returns is kept: that is when the next mark is there.
        let callback = Closure::once_into_js(move || {
            Promise::new(&mut |remove, _| {
                remove_mark();
                MARK.set(Some(remove));
                call(&left);
            })
        });
        // The promise of the whole is kept when the mark goes; nobody waits for that.
        let _held = manager.request_with(&name, &options, callback.unchecked_ref());
    });
    if let Err(error) = JsFuture::from(left).await {
        web_sys::console::warn_1(&error);
    }
}

/// Takes the mark away that this tab has left: another workspace has taken the place of the one that it tells of.
pub fn remove_mark() {
    if let Some(remove) = MARK.take() {
        call(&remove);
    }
}

fn call(function: &Function) {
    if let Err(error) = function.call0(&JsValue::UNDEFINED) {
        web_sys::console::warn_1(&error);
    }
}
