//! CSV: tables of texts, without knowing what they are about.
//!
//! What comes from a file takes this way: [`recognise`] says what the bytes are, [`Encoding::first_fault`] whether all of
//! them can be decoded; the browser decodes; [`guess_separator`] says what stands between the cells; [`read`], or [`Reading`]
//! in portions, makes a [`Table`] of it. What goes into a file comes from [`write`], and [`read`] gives back what it was given.

mod apostrophe;
mod content;
mod encoding;
mod guess;
mod lines;
mod quotes;
mod read;
mod separator;
mod table;
mod write;

pub use content::{NotASheet, SIZE_LIMIT, Workbook, recognise};
pub use encoding::{BadBytes, Encoding};
pub use guess::guess_separator;
pub use read::{CELL_LIMIT, COLUMN_LIMIT, FAULT_LIMIT, Fault, FaultKind, Reading, read};
pub use separator::Separator;
pub use table::{Ragged, Table};
pub use write::write;
