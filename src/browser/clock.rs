//! The browser's clock and timers.

use std::time::Duration;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::{document, log_error, window};
use crate::domain::Moment;

/// How long the browser has to draw.
const TIME_TO_DRAW: Duration = Duration::from_millis(20);

/// Returns the current time, to the millisecond.
pub fn now() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds, far below 2^53"
    )]
    let millis = js_sys::Date::now() as i64;
    Moment::from_timestamp_millis(millis).unwrap_or_default()
}

/// Calls `work` after a delay.
pub fn after(delay: Duration, work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    log_error(
        window().set_timeout_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            whole_millis(delay),
        ),
    );
}

/// Calls `work` before the next frame is drawn.
pub fn next_frame(work: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(work);
    log_error(window().request_animation_frame(callback.unchecked_ref()));
}

/// Resolves before the next frame is drawn.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        next_frame(move || log_error(resolve.call0(&JsValue::UNDEFINED)));
    });
    log_error(JsFuture::from(promise).await);
}

/// Resolves after a delay.
pub async fn sleep(delay: Duration) {
    let promise = Promise::new(&mut |resolve, _| {
        after(delay, move || log_error(resolve.call0(&JsValue::UNDEFINED)));
    });
    log_error(JsFuture::from(promise).await);
}

/// Lets the browser draw. Returns at once in a hidden page, whose timers are slow.
pub async fn let_draw() {
    if !document().hidden() {
        sleep(TIME_TO_DRAW).await;
    }
}

/// Lets the browser react to what happened meanwhile. Needs no timer, since those of a hidden page
/// are slow.
pub async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        let posted = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        if posted.is_err() {
            log_error(resolve.call0(&JsValue::UNDEFINED));
        }
    });
    log_error(JsFuture::from(promise).await);
}

/// Calls `work` again and again until the page is closed.
pub fn every(interval: Duration, work: impl Fn() + 'static) {
    let callback = Closure::<dyn Fn()>::new(work).into_js_value();
    log_error(
        window().set_interval_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            whole_millis(interval),
        ),
    );
}

fn whole_millis(duration: Duration) -> i32 {
    i32::try_from(duration.as_millis()).unwrap_or(i32::MAX)
}
