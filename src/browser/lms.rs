//! The learning management system that has started the program, if one has: the SCORM 1.2 API, an
//! object that the system puts into one of the windows around the program's.
//!
//! Systems are known to throw, to answer `false`, to leave values out, and to take the object away
//! while the program runs. Whatever they do, the program goes on.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use super::{log_warning, window};

/// How many windows are searched, one around the other. The standard says no more than seven.
const MOST_WINDOWS: usize = 10;

#[wasm_bindgen]
extern "C" {
    /// The system's object `API`.
    type Api;

    #[wasm_bindgen(method, catch, js_name = LMSInitialize)]
    fn initialize(this: &Api, nothing: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = LMSGetValue)]
    fn get_value(this: &Api, element: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = LMSSetValue)]
    fn set_value(this: &Api, element: &str, value: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = LMSCommit)]
    fn commit(this: &Api, nothing: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = LMSFinish)]
    fn finish(this: &Api, nothing: &str) -> Result<JsValue, JsValue>;
}

/// Returns whether there are windows around the program's, in which a system could be.
pub fn may_be_there() -> bool {
    let here = window();
    let is_other = |other: Result<Option<web_sys::Window>, JsValue>| match other {
        Ok(Some(other)) => !js_sys::Object::is(&other, &here),
        Ok(None) => false,
        // One that may not be looked at.
        Err(_) => true,
    };
    is_other(here.parent()) || here.opener().is_ok_and(|opener| !opener.is_null())
}

/// A session with a learning management system.
pub struct Lms(Api);

impl Lms {
    /// Begins a session, if there is a system around the program that agrees.
    pub fn begin() -> Option<Self> {
        let lms = Self(find()?);
        is_accepted(lms.0.initialize("")).then_some(lms)
    }

    /// Returns a value, or nothing where the system has none.
    pub fn get(&self, element: &str) -> Option<String> {
        let value = self.0.get_value(element);
        let text = value.ok()?.as_string()?;
        (!text.is_empty()).then_some(text)
    }

    /// Tells the system values, and to keep them. Returns whether it has accepted all of them.
    pub fn tell(&self, values: &[(&str, &str)]) -> bool {
        let told = values.iter().fold(true, |told, (element, value)| {
            is_accepted(self.0.set_value(element, value)) && told
        });
        is_accepted(self.0.commit("")) && told
    }

    /// Ends the session.
    pub fn end(self) {
        if !is_accepted(self.0.finish("")) {
            log_warning::<()>(Err(
                "The learning management system hasn't ended the session.".into(),
            ));
        }
    }
}

/// Returns whether the system has said yes: `"true"`, and `true` where it does not keep to the
/// standard.
fn is_accepted(answer: Result<JsValue, JsValue>) -> bool {
    match answer {
        Ok(answer) => answer.as_bool().unwrap_or(false) || answer == "true",
        Err(error) => {
            log_warning::<()>(Err(error));
            false
        }
    }
}

/// Searches the windows around this one, then the one that has opened it and those around that.
fn find() -> Option<Api> {
    let own: JsValue = window().into();
    let opener = Reflect::get(&own, &"opener".into()).ok();
    find_around(own).or_else(|| find_around(opener.filter(JsValue::is_object)?))
}

fn find_around(mut here: JsValue) -> Option<Api> {
    for _ in 0..MOST_WINDOWS {
        // A window of another origin refuses to say; those around it may be the same as ours.
        if let Ok(api) = Reflect::get(&here, &"API".into())
            && api.is_object()
        {
            return Some(api.unchecked_into());
        }
        let parent = Reflect::get(&here, &"parent".into()).ok()?;
        if !parent.is_object() || js_sys::Object::is(&parent, &here) {
            return None;
        }
        here = parent;
    }
    None
}
