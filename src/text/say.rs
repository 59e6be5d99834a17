//! Sentences side by side.

/// Formats one of two sentences, the English or the German one.
macro_rules! say {
    ($sentences:expr; $english:literal, $german:literal $(, $argument:expr)*) => {
        match $sentences.0 {
            $crate::text::Language::English => format!($english $(, $argument)*),
            $crate::text::Language::German => format!($german $(, $argument)*),
        }
    };
}
pub(super) use say;
