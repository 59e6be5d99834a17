//! Icons: outlines on a grid of 20, in the color of the text.

use leptos::prelude::*;

/// The icons, named for their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Add,
    Search,
    Dismiss,
    Info,
    Success,
    Warning,
    Error,
    Mail,
    Preview,
    Print,
    Copy,
    Download,
    Upload,
    Settings,
    Ascending,
    Descending,
    Chevron,
    Person,
    Clock,
    Help,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Add => "M10 4v12M4 10h12",
            Self::Search => "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M13 13l4 4",
            Self::Dismiss => "M5 5l10 10M15 5L5 15",
            Self::Info => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 9v5M10 6v.3",
            Self::Success => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M6.5 10.3l2.4 2.4l4.6-5",
            Self::Warning => "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.3",
            Self::Error => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 6v5M10 13.7v.3",
            Self::Mail => "M2.5 5h15v10.5h-15zM3 5.5l7 5.5l7-5.5",
            Self::Preview => {
                "M2 10c3-7 13-7 16 0c-3 7-13 7-16 0M10 7.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5"
            }
            Self::Print => "M5.5 7V3h9v4M5.5 14h-3V7h15v7h-3M5.5 11.5h9V17h-9z",
            Self::Copy => "M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7",
            Self::Download => "M10 3v9M6 8.5l4 4l4-4M3.5 16.5h13",
            Self::Upload => "M10 12.5V3M6 7l4-4l4 4M3.5 16.5h13",
            Self::Settings => "M3 6h6M13 6h4M9 4v4h4V4zM3 14h2M9 14h8M5 12v4h4v-4z",
            Self::Ascending => "M10 16V4M5.5 8.5L10 4l4.5 4.5",
            Self::Descending => "M10 4v12M5.5 11.5L10 16l4.5-4.5",
            Self::Chevron => "M7.5 4.5L13 10l-5.5 5.5",
            Self::Help => {
                "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.600M10 13.900v.2"
            }
            Self::Clock => "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 5.5V10l3 2",
            Self::Person => {
                "M10 3a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4M3.5 17c.6-3.6 3-5.2 6.5-5.2s5.9 1.600 6.5 5.2"
            }
        }
    }
}

/// An icon beside a label, hidden from screen readers.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=glyph.path() />
        </svg>
    }
}
