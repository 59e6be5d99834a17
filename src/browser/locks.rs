//! One tab at a time: the Web Locks API.
//!
//! Locks alone are not enough. Browsers keep a copy of `localStorage` in each tab's process and
//! update it with a delay, so a tab may get the lock before it sees the last write. Therefore a tab
//! that has written leaves a mark before it releases the lock: a shared lock whose name says how
//! far it has written. The next tab waits until its own copy reaches all marks.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortController, AbortSignal};

use super::storage::of_this_folder;
use super::{clock, log_warning, storage, timing, window};

#[wasm_bindgen]
extern "C" {
    // Still unstable in web-sys, though every browser has had it since 2022.
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Promise;

    #[wasm_bindgen(method)]
    fn query(this: &LockManager) -> Promise;
}

/// The name of the exclusive lock, but for the slash.
const LOCK: &str = "seatwork/";

/// The prefix of the names of marks.
const MARK_PREFIX: &str = "seatwork/at/";

/// How long a tab waits for the writes that the marks of others name.
const LONGEST_LAG: Duration = Duration::from_secs(2);

/// How often it looks, beside when the browser says that something has changed.
const LOOK_INTERVAL: Duration = Duration::from_millis(50);

/// The person is told of a request that waits for longer.
const LONG_WAIT: Duration = Duration::from_secs(3);

/// Returns the browser's locks. Where it blocks storage it refuses them, and no tab sees another's.
fn manager() -> Option<LockManager> {
    if storage::is_in_memory_only() {
        return None;
    }
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

/// Is told whether a request waits for long.
type OnLongWait = Rc<dyn Fn(bool)>;

thread_local! {
    /// Aborts the requests that wait.
    static ABORT: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// How many requests wait.
    static WAITING: Cell<u32> = const { Cell::new(0) };
    /// Counts the requests that were granted or aborted.
    static ENDED: Cell<u32> = const { Cell::new(0) };
    static IS_RETRYING: Cell<bool> = const { Cell::new(false) };
    static ON_LONG_WAIT: RefCell<Option<OnLongWait>> = const { RefCell::new(None) };
}

/// Calls back with `true` when no request was granted for long, and with `false` when one was.
pub fn on_long_wait(then: impl Fn(bool) + 'static) {
    ON_LONG_WAIT.set(Some(Rc::new(then)));
}

/// Aborts all requests that wait. Makes them once more, or gives up their work.
pub fn abort(then_retry: bool) {
    IS_RETRYING.set(then_retry);
    if let Some(controller) = ABORT.take() {
        controller.abort();
    }
}

/// Counts a request among those that wait. Says so when none was granted for long.
fn begin_waiting() {
    WAITING.set(WAITING.get() + 1);
    let ended = ENDED.get();
    clock::after(LONG_WAIT, move || {
        if WAITING.get() > 0 && ENDED.get() == ended {
            say_long_wait(true);
        }
    });
}

fn end_waiting() {
    WAITING.set(WAITING.get().saturating_sub(1));
    ENDED.set(ENDED.get().wrapping_add(1));
    say_long_wait(false);
}

fn say_long_wait(is_long: bool) {
    let told = ON_LONG_WAIT.with_borrow(Clone::clone);
    if let Some(then) = told {
        then(is_long);
    }
}

/// Returns the signal that aborts a request.
fn abort_signal() -> Option<AbortSignal> {
    ABORT.with_borrow_mut(|abort| {
        if abort.is_none() {
            *abort = AbortController::new().ok();
        }
        abort.as_ref().map(AbortController::signal)
    })
}

async fn hold(work: Pin<Box<dyn Future<Output = ()>>>) {
    let Some(manager) = manager() else {
        return work.await;
    };
    let lock = of_this_folder(LOCK);
    let lock = lock.trim_end_matches('/');
    let work = Rc::new(RefCell::new(Some(work)));
    while let Some(signal) = abort_signal() {
        let options = Object::new();
        set(&options, "signal", &signal);
        begin_waiting();
        let granted = Rc::clone(&work);
        let callback = Closure::once(move || {
            end_waiting();
            let work = granted.take();
            future_to_promise(async move {
                if let Some(work) = work {
                    work.await;
                }
                Ok(JsValue::UNDEFINED)
            })
        });
        let function = callback.as_ref().unchecked_ref();
        let held = JsFuture::from(manager.request(lock, &options, function)).await;
        if work.borrow().is_none() {
            // Fails only when the page is closed.
            return log_warning(held);
        }
        end_waiting();
        if !signal.aborted() || !IS_RETRYING.get() {
            return;
        }
    }
}

fn set(options: &Object, name: &str, value: &JsValue) {
    log_warning(Reflect::set(options, &name.into(), value));
}

/// Waits until this tab sees the writes of other tabs up to their marks. Returns whether it does;
/// if not, it must not write.
pub async fn wait_for_marks(reaches: &dyn Fn(&str) -> bool) -> bool {
    let Some(manager) = manager() else {
        return true;
    };
    let marks = marks(&manager).await;
    let start = timing::now();
    while !marks.iter().all(|mark| reaches(mark)) {
        if timing::now().saturating_sub(start) > LONGEST_LAG {
            return false;
        }
        storage::change_elsewhere(LOOK_INTERVAL).await;
    }
    true
}

async fn marks(manager: &LockManager) -> Vec<String> {
    let Ok(state) = JsFuture::from(manager.query()).await else {
        return Vec::new();
    };
    let held = Reflect::get(&state, &"held".into()).unwrap_or_default();
    let prefix = of_this_folder(MARK_PREFIX);
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    // This tab sees its own writes; a mark of a record that was overwritten is never reached.
    let own = OWN_MARK.with_borrow(Clone::clone);
    Array::from(&held)
        .iter()
        .filter_map(name)
        .filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned))
        .filter(|mark| *mark != own)
        .collect()
}

thread_local! {
    /// Removes this tab's current mark.
    static REMOVE_MARK: RefCell<Option<Function>> = const { RefCell::new(None) };
    static OWN_MARK: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Replaces this tab's mark by another one. Returns once that is in place.
pub async fn leave_mark(mark: &str) {
    let Some(manager) = manager() else {
        return;
    };
    if OWN_MARK.with_borrow(|own| own == mark) {
        return;
    }
    let name = format!("{}{mark}", of_this_folder(MARK_PREFIX));
    let options = Object::new();
    set(&options, "mode", &"shared".into());
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
        let _removed = manager.request(&name, &options, callback.unchecked_ref());
    });
    log_warning(JsFuture::from(placed).await);
    OWN_MARK.set(mark.to_owned());
}

/// Removes this tab's mark, when it belongs to a workspace that another one has replaced.
pub fn remove_mark() {
    OWN_MARK.take();
    if let Some(remove) = REMOVE_MARK.take() {
        call(&remove);
    }
}

fn call(function: &Function) {
    log_warning(function.call0(&JsValue::UNDEFINED));
}
