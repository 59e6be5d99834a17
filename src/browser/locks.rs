//! One tab at a time: the Web Locks API.
//!
//! Locks alone are not enough. Browsers keep a copy of `localStorage` in each tab's process and
//! update it with a delay, so a tab may get the lock before it sees the last write. Therefore a tab
//! that has written leaves a mark before it releases the lock: a shared lock whose name says how
//! far it has written. The next tab waits until its own copy reaches all marks.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::storage::of_this_folder;
use super::{clock, log_warning, window};

#[wasm_bindgen]
extern "C" {
    // Still unstable in web-sys, though every browser has had it since 2022.
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

/// The name of the exclusive lock, but for the slash.
const LOCK: &str = "seatwork/";

/// The prefix of the names of marks.
const MARK_PREFIX: &str = "seatwork/at/";

/// Polls before giving up on another tab's write. Usually one is enough.
const MAX_POLLS: u32 = 200;

const POLL_INTERVAL: Duration = Duration::from_millis(5);

fn manager() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// Whether the page can use locks. Browsers refuse them for http addresses except localhost.
pub fn are_available() -> bool {
    manager().is_some()
}

/// Runs `work` while no other tab does. Without Web Locks, just runs it: the user was told to use
/// only one tab.
pub async fn exclusive<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    let result = Rc::new(RefCell::new(None));
    let slot = Rc::clone(&result);
    hold(Box::pin(async move {
        let output = work.await;
        *slot.borrow_mut() = Some(output);
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
    let held = JsFuture::from(manager.request(
        of_this_folder(LOCK).trim_end_matches('/'),
        callback.as_ref().unchecked_ref(),
    ))
    .await;
    // Fails only when the page is closed.
    log_warning(held);
}

/// Waits until this tab sees the writes of other tabs up to their marks, for at most a second.
pub async fn wait_for_marks(reaches: impl Fn(&str) -> bool) {
    let Some(manager) = manager() else {
        return;
    };
    let marks = marks(&manager).await;
    for _ in 0..MAX_POLLS {
        if marks.iter().all(|mark| reaches(mark)) {
            return;
        }
        clock::sleep(POLL_INTERVAL).await;
    }
}

async fn marks(manager: &LockManager) -> Vec<String> {
    let Ok(state) = JsFuture::from(manager.query()).await else {
        return Vec::new();
    };
    let held = Reflect::get(&state, &"held".into()).unwrap_or_default();
    let prefix = of_this_folder(MARK_PREFIX);
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Array::from(&held)
        .iter()
        .filter_map(name)
        .filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned))
        .collect()
}

thread_local! {
    /// Removes this tab's current mark.
    static REMOVE_MARK: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Replaces this tab's mark. Returns once the new one is in place.
pub async fn leave_mark(mark: &str) {
    let Some(manager) = manager() else {
        return;
    };
    let name = format!("{}{mark}", of_this_folder(MARK_PREFIX));
    let options = Object::new();
    if let Err(error) = Reflect::set(&options, &"mode".into(), &"shared".into()) {
        return web_sys::console::warn_1(&error);
    }
    let placed = Promise::new(&mut |resolve, _| {
        // The lock is held until the promise that its callback returns resolves.
        let callback = Closure::once_into_js(move || {
            Promise::new(&mut |remove, _| {
                remove_mark();
                REMOVE_MARK.set(Some(remove));
                call(&resolve);
            })
        });
        // Resolves when the mark is removed; nobody waits for that.
        let _removed = manager.request_with(&name, &options, callback.unchecked_ref());
    });
    log_warning(JsFuture::from(placed).await);
}

/// Removes this tab's mark, when it belongs to a workspace that another one has replaced.
pub fn remove_mark() {
    if let Some(remove) = REMOVE_MARK.take() {
        call(&remove);
    }
}

fn call(function: &Function) {
    log_warning(function.call0(&JsValue::UNDEFINED));
}
