//! Code that is loaded when it is first needed.
//!
//! The finished site has the program in several files (`cargo xtask dist`, feature `split`): one
//! that every visit begins with, and chunks, each with what [`later!`] names for it and nothing
//! else reaches. Without the feature, everything is there from the beginning.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A file with code could not be loaded: there is no network, the site was replaced by another
/// version, or the file was changed on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unavailable;

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("part of the program could not be loaded")
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Unavailable {
    fn from(_logged: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares functions of a chunk: `later! { in upload: fn name(argument: Type) -> Type { … } }`.
///
/// Each becomes a module with `call`, which loads the chunk and calls the function, and `load`,
/// which loads the chunk. Loading is tried again after a failure.
macro_rules! later {
    (in $chunk:ident: $(
        $(#[$about:meta])*
        fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $output:ty $body:block
    )+) => {$(
        $(#[$about])*
        #[allow(unsafe_code, reason = "links to what stands in another file of the program")]
        #[allow(dead_code, reason = "not every function is loaded ahead")]
        mod $name {
            use super::*;
            use $crate::later::Unavailable;

            #[cfg(feature = "split")]
            #[wasm_split_helpers::wasm_split($chunk, fallible, preload(fetch))]
            fn $name($($argument: $type),*) -> Result<$output, Unavailable> {
                Ok($body)
            }

            #[cfg(not(feature = "split"))]
            async fn $name($($argument: $type),*) -> Result<$output, Unavailable> {
                Ok($body)
            }

            #[cfg(feature = "split")]
            pub(super) async fn load() -> Result<(), Unavailable> {
                Ok(fetch().await?)
            }

            #[cfg(not(feature = "split"))]
            pub(super) async fn load() -> Result<(), Unavailable> {
                Ok(())
            }

            pub(super) async fn call($($argument: $type),*) -> Result<$output, Unavailable> {
                $name($($argument),*).await
            }
        }
    )+};
}
pub(crate) use later;

/// Returns what a future comes to if that is known at once, as it is for code that is loaded.
pub fn at_once<T>(future: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match future.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}
