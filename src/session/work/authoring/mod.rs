//! Making exercises: drafts, and the workspaces in which their authors record and try them.

mod drafts;
mod making;
mod stop;
