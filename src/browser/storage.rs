//! The browser's `localStorage`.

use gloo_storage::{LocalStorage as Gloo, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::element::listen;
use super::window;
use crate::journal::{Storage, StorageError};

/// The `localStorage` of the page's origin, as the journal's storage.
#[derive(Debug, Clone)]
pub struct LocalStorage(web_sys::Storage);

impl LocalStorage {
    /// Opens the storage.
    ///
    /// # Errors
    /// When the browser blocks it.
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
        self.0.get_item(key).map_err(error)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.set_item(key, text).map_err(error)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(error)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let length = self.0.length().map_err(error)?;
        let mut keys = Vec::new();
        for at in 0..length {
            keys.extend(
                self.0
                    .key(at)
                    .map_err(error)?
                    .filter(|key| key.starts_with(prefix)),
            );
        }
        keys.sort_unstable();
        Ok(keys)
    }
}

fn error(thrown: JsValue) -> StorageError {
    match thrown
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .as_deref()
    {
        // The second is Firefox's name.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Blocked,
        Some(name) => StorageError::Failed(name.to_owned()),
        None => StorageError::Failed(js_sys::Error::from(thrown).message().into()),
    }
}

/// Calls back when another tab has changed the storage, and when the page returns from the
/// browser's back/forward cache.
pub fn on_change_elsewhere(then: impl Fn() + Clone + 'static) {
    let window = window();
    let on_show = then.clone();
    listen(&window, "storage", move |_| then());
    listen(&window, "pageshow", move |_| on_show());
}
