//! CSV: tables of texts, whatever they are about.
//!
//! A file is read in these steps: [`detect_encoding`] looks at the bytes; [`Encoding::first_fault`]
//! checks whether they can be decoded; the browser decodes them; [`guess_separator`] looks at the
//! text; [`read`], or [`Reading`] in portions, returns a [`Table`]. [`write()`] writes a file that
//! [`read`] reads back.

mod apostrophe;
mod content;
mod encoding;
mod guess;
mod legacy;
mod lines;
mod quotes;
mod read;
mod separator;
mod table;
mod write;

pub use content::{Markup, NotASheet, SIZE_LIMIT, Workbook, detect_encoding};
pub use encoding::{BadBytes, Encoding};
pub use guess::guess_separator;
pub use read::{CELL_LIMIT, COLUMN_LIMIT, FAULT_LIMIT, Fault, FaultKind, Reading, read};
pub use separator::Separator;
pub use table::Table;
pub use write::write;
