//! The browser's clock and timers.

use std::time::Duration;

use wasm_bindgen::prelude::*;

use super::window;
use crate::domain::Moment;

/// The time now, to the millisecond.
pub fn now() -> Moment {
    // Milliseconds since 1970 fit an i64 by far, and a f64 exactly.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds, far below 2^53"
    )]
    let millis = js_sys::Date::now() as i64;
    Moment::from_timestamp_millis(millis).unwrap_or_default()
}

/// Does the work after a pause.
pub fn after(pause: Duration, work: impl FnOnce() + 'static) {
    let millis = i32::try_from(pause.as_millis()).unwrap_or(i32::MAX);
    let callback = Closure::once_into_js(work);
    if let Err(error) = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), millis)
    {
        web_sys::console::error_1(&error);
    }
}

/// Passes when the time has.
pub async fn sleep(pause: Duration) {
    let passed = js_sys::Promise::new(&mut |passed, _| {
        after(pause, move || {
            if let Err(error) = passed.call0(&JsValue::UNDEFINED) {
                web_sys::console::error_1(&error);
            }
        });
    });
    if let Err(error) = wasm_bindgen_futures::JsFuture::from(passed).await {
        web_sys::console::error_1(&error);
    }
}

/// Does the work again and again, as long as the page lives.
pub fn every(pause: Duration, work: impl Fn() + 'static) {
    let millis = i32::try_from(pause.as_millis()).unwrap_or(i32::MAX);
    let callback = Closure::<dyn Fn()>::new(work).into_js_value();
    if let Err(error) = window()
        .set_interval_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), millis)
    {
        web_sys::console::error_1(&error);
    }
}
