//! The browser's `localStorage`, and a storage in memory with the same type.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use gloo_storage::errors::StorageError as GlooError;
use gloo_storage::{LocalStorage as Gloo, Storage as _};
use js_sys::{Function, JsString, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AddEventListenerOptions, DomException};

use super::element::listen;
use super::{address, clock, log_warning, window};
use crate::journal::{AttemptId, MemoryStorage, PREFIX, Places, Room, Storage, StorageError};

/// Returns a name of the program for the copy of it in this folder: two copies at one address are
/// two workspaces. In the topmost folder, the name stays as it is.
///
/// `seatwork/workspace` becomes `seatwork:/training/workspace`. `boot.js` does the same.
pub(super) fn of_this_folder(name: &str) -> String {
    match (address::folder().as_str(), name.strip_prefix(PREFIX)) {
        ("/", _) | (_, None) => name.to_owned(),
        (folder, Some(rest)) => format!("{}:{folder}{rest}", PREFIX.trim_end_matches('/')),
    }
}

/// Loads a value stored as JSON, or returns `None` when it is missing or cannot be read.
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    // gloo panics where storage is blocked or fails, so try to read the text first.
    LocalStorage::open().ok()?.get(key).ok()??;
    Gloo::get(of_this_folder(key)).ok()
}

/// Stores a value as JSON.
pub fn save<T: Serialize>(key: &str, value: &T) -> Result<(), StorageError> {
    // gloo panics where storage is blocked, so probe first.
    LocalStorage::open()?;
    Gloo::set(of_this_folder(key), value).map_err(|error| match error {
        GlooError::JsError(error) => named_error(error.name),
        other => StorageError::Failed(other.to_string()),
    })
}

/// Loads what this tab has stored as JSON, or returns `None` when it is missing or cannot be read.
pub fn load_for_tab<T: DeserializeOwned>(key: &str) -> Option<T> {
    let storage = window().session_storage().ok()??;
    let text = storage.get_item(&of_this_folder(key)).ok()??;
    serde_json::from_str(&text).ok()
}

/// Returns whether this tab has stored something.
pub fn has_for_tab(key: &str) -> bool {
    let storage = window().session_storage().ok().flatten();
    storage.is_some_and(|storage| {
        let text = storage.get_item(&of_this_folder(key));
        matches!(text, Ok(Some(_)))
    })
}

/// Stores a value as JSON for this tab, until it is closed. Without room or permission for it,
/// nothing is stored.
pub fn save_for_tab<T: Serialize>(key: &str, value: &T) {
    if let (Ok(Some(storage)), Ok(text)) =
        (window().session_storage(), serde_json::to_string(value))
    {
        log_warning(storage.set_item(&of_this_folder(key), &text));
    }
}

/// What a workspace is stored in.
pub type Disk = Places<Room<BrowserStorage>>;

thread_local! {
    /// What stands in for `localStorage` where the browser blocks it.
    static STAND_IN: RefCell<Option<MemoryStorage>> = const { RefCell::new(None) };
}

impl BrowserStorage {
    /// Opens the storage of the program, or what stands in for it.
    ///
    /// # Errors
    /// When the browser blocks it, and nothing stands in.
    pub fn open() -> Result<Self, StorageError> {
        if let Some(memory) = STAND_IN.with_borrow(Clone::clone) {
            return Ok(Self::Memory(memory));
        }
        LocalStorage::open().map(Self::Local)
    }
}

impl Disk {
    /// Opens the storage of the person's own workspace, or that of an attempt.
    ///
    /// # Errors
    /// When the browser blocks it, and nothing stands in.
    pub fn open(attempt: Option<AttemptId>) -> Result<Self, StorageError> {
        let storage = BrowserStorage::open()?;
        Ok(Self::new(match attempt {
            Some(attempt) => Room::of_attempt(storage, attempt),
            None => Room::own(storage),
        }))
    }

    /// Opens the person's own storage at the start of the program. Where the browser blocks it,
    /// memory stands in for it until the page is closed.
    pub fn open_or_stand_in() -> Self {
        Self::open(None).unwrap_or_else(|_blocked| {
            let memory = MemoryStorage::default();
            STAND_IN.set(Some(memory.clone()));
            Self::new(Room::own(BrowserStorage::Memory(memory)))
        })
    }

    /// Returns an empty storage in memory.
    pub fn in_memory() -> Self {
        Self::new(Room::own(BrowserStorage::Memory(MemoryStorage::default())))
    }
}

/// Whether nothing outlives the page, because the browser blocks its storage.
pub fn is_in_memory_only() -> bool {
    STAND_IN.with_borrow(Option::is_some)
}

/// Asks the browser not to delete what is stored when room is short, and returns its answer, or
/// `None` if it gives none.
pub async fn ask_to_persist() -> Option<bool> {
    ask_manager("persist").await
}

/// Returns whether the browser has promised not to delete what is stored, if it says.
pub async fn is_persistent() -> Option<bool> {
    ask_manager("persisted").await
}

/// Calls a method of the storage manager, which pages over http do not have.
async fn ask_manager(method: &str) -> Option<bool> {
    let manager = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let method = Reflect::get(&manager, &method.into()).ok()?;
    let promise = method.dyn_ref::<Function>()?.call0(&manager).ok()?;
    let answer = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
    answer.ok()?.as_bool()
}

/// The characters that everything stored at the address of the page takes, and about how many
/// browsers allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageUse {
    pub used: u32,
    pub total: u32,
}

/// Measures what is stored at the address of the page, by whichever program.
pub fn measure() -> Option<StorageUse> {
    let local = LocalStorage::open().ok()?.0;
    let mut used = 0;
    for at in 0..local.length().ok()? {
        let key = local.key(at).ok()??;
        // The length alone, without copying the text.
        let text = Reflect::get(&local, &key.as_str().into()).ok()?;
        let length = text.dyn_ref::<JsString>().map_or(0, JsString::length);
        used += length.saturating_add(u32::try_from(key.len()).unwrap_or(u32::MAX));
    }
    Some(StorageUse {
        used,
        total: 5 * 1024 * 1024,
    })
}

/// `localStorage`, or memory. One type for both, so that what uses it is compiled once.
#[derive(Debug, Clone)]
pub enum BrowserStorage {
    Local(LocalStorage),
    Memory(MemoryStorage),
}

impl Storage for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Self::Local(local) => local.get(key),
            Self::Memory(memory) => memory.get(key),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(local) => local.set(key, text),
            Self::Memory(memory) => memory.set(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(local) => local.remove(key),
            Self::Memory(memory) => memory.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Local(local) => local.keys(prefix),
            Self::Memory(memory) => memory.keys(prefix),
        }
    }
}

/// The `localStorage` of the page's origin, as the journal's storage.
///
/// Keys are those [of this folder](of_this_folder). The journal's values are text with a version
/// and a checksum. gloo's own functions would encode them as JSON strings once more.
#[derive(Debug, Clone)]
pub struct LocalStorage(web_sys::Storage);

impl LocalStorage {
    pub fn open() -> Result<Self, StorageError> {
        // gloo panics where storage is blocked, so ask first.
        match window().local_storage() {
            Ok(Some(_)) => Ok(Self(Gloo::raw())),
            Ok(None) | Err(_) => Err(StorageError::Blocked),
        }
    }
}

impl Storage for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(&of_this_folder(key)).map_err(error)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.set_item(&of_this_folder(key), text).map_err(error)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(&of_this_folder(key)).map_err(error)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let own_prefix = of_this_folder(prefix);
        let length = self.0.length().map_err(error)?;
        let mut keys = Vec::new();
        for at in 0..length {
            let key = self.0.key(at).map_err(error)?;
            let rest = key.as_ref().and_then(|key| key.strip_prefix(&own_prefix));
            keys.extend(rest.map(|rest| format!("{prefix}{rest}")));
        }
        keys.sort_unstable();
        Ok(keys)
    }
}

fn error(thrown: JsValue) -> StorageError {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => named_error(exception.name()),
        None => StorageError::Failed(js_sys::Error::from(thrown).message().into()),
    }
}

fn named_error(name: String) -> StorageError {
    match name.as_str() {
        // The second is Firefox's name.
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Blocked,
        _ => StorageError::Failed(name),
    }
}

/// Runs `follow` when another tab has changed the storage, and when the page returns from the
/// browser's back/forward cache. Changes that come while it runs are gathered: it runs once more.
pub fn on_change_elsewhere(follow: impl Fn() -> Pin<Box<dyn Future<Output = ()>>> + 'static) {
    let follow = Rc::new(follow);
    let (is_wanted, is_running) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let on_change = Rc::new(move || {
        is_wanted.set(true);
        if is_running.replace(true) {
            return;
        }
        let (follow, is_wanted) = (Rc::clone(&follow), Rc::clone(&is_wanted));
        let is_running = Rc::clone(&is_running);
        spawn_local(async move {
            while is_wanted.replace(false) {
                follow().await;
            }
            is_running.set(false);
        });
    });
    for event in ["storage", "pageshow"] {
        let on_change = Rc::clone(&on_change);
        listen(&window(), event, move |_| on_change());
    }
}

/// Resolves when another tab has changed the storage, and at the latest after this time. Unlike
/// timers, the event is not throttled in a hidden tab.
pub async fn change_elsewhere(at_most: Duration) {
    let changed = Promise::new(&mut |resolve, _| {
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        let listening = window().add_event_listener_with_callback_and_add_event_listener_options(
            "storage", &resolve, &once,
        );
        log_warning(listening);
        clock::after(at_most, move || {
            log_warning(resolve.call0(&JsValue::UNDEFINED));
        });
    });
    log_warning(JsFuture::from(changed).await);
}
