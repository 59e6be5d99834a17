//! Choices with a name for each variant.

/// A choice whose variants each have a name in stored text and in addresses.
pub trait Coded: Copy + PartialEq + 'static {
    /// Every variant, in the order in which the screens list them.
    const ALL: &'static [Self];

    /// Returns the name.
    fn code(self) -> &'static str;
}

/// Defines an enum whose variants each have a name in stored text and in addresses.
macro_rules! coded {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$of_variant:meta])* $variant:ident = $code:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        $visibility enum $name {
            $($(#[$of_variant])* $variant,)*
        }

        impl $name {
            /// Every variant, in the order in which the screens list them.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// Returns the name in stored text and in addresses.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// Returns the variant with this name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|variant| variant.code() == code)
            }
        }

        impl $crate::domain::Coded for $name {
            const ALL: &'static [Self] = &Self::ALL;

            fn code(self) -> &'static str {
                self.code()
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(code: String) -> Result<Self, Self::Error> {
                Self::from_code(&code).ok_or("an unknown name")
            }
        }

        impl From<$name> for &'static str {
            fn from(variant: $name) -> Self {
                variant.code()
            }
        }
    };
}
pub(crate) use coded;
