//! Controls: native elements without domain types.

mod action;
mod area;
mod breaks;
mod check;
mod dialog;
mod drop;
mod dynamic;
mod field;
mod icon;
mod meter;
mod notice;
mod pager;
mod progress;
mod search;
mod side_panel;
mod table;

pub use action::{ActionButton, SaveButton};
pub use area::TextArea;
pub use breaks::breaks;
pub use check::CheckBox;
pub use dialog::Dialog;
pub use drop::FileDrop;
pub use dynamic::{current, dynamic, expanded, state, text, when};
pub use field::{CheckField, FieldGroup, ProblemList, Problems, SelectField, TextField};
pub use icon::{Glyph, Icon};
pub use meter::Meter;
pub use notice::{Message, MessageTone, warning};
pub use pager::Pager;
pub use progress::ProgressBar;
pub use search::SearchBox;
pub use side_panel::SidePanel;
pub use table::{Cell, Head, Row, RowActions, RowChecks, RowControls, RowFields, Table, Weight};
