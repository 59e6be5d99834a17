//! What makes a table of texts.

use crate::text::Language;

/// A table of fixed texts.
pub trait WordTable: 'static {
    /// The name of each text, with the English and the German one.
    #[cfg(test)]
    const ALL: &'static [(&'static str, &'static str, &'static str)];

    /// Returns the texts of a language.
    fn of(language: Language) -> &'static Self;
}

/// Makes a table, one row for both languages. Fields are not public, so that the compiler finds texts
/// that nobody says.
macro_rules! words {
    ($table:ident: $($name:ident: $english:literal, $german:literal;)*) => {
        /// Fixed texts of one language. Each field is documented with the English one.
        #[cfg_attr(
            not(target_arch = "wasm32"),
            allow(dead_code, reason = "the screens are built for the browser only")
        )]
        pub struct $table {
            $(#[doc = concat!("`", $english, "`")] pub(crate) $name: &'static str,)*
        }

        impl $crate::text::WordTable for $table {
            #[cfg(test)]
            const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[$((stringify!($name), $english, $german),)*];

            fn of(language: $crate::text::Language) -> &'static Self {
                static ENGLISH: $table = $table { $($name: $english,)* };
                static GERMAN: $table = $table { $($name: $german,)* };
                match language {
                    $crate::text::Language::English => &ENGLISH,
                    $crate::text::Language::German => &GERMAN,
                }
            }
        }
    };
}
pub(super) use words;

impl Language {
    /// Returns the texts of a table.
    pub fn texts<T: WordTable>(self) -> &'static T {
        T::of(self)
    }
}
