//! Tables as files.

use crate::browser::files;
use crate::session::{Session, Tone};
use crate::sheet;

/// Hands rows to the browser as a CSV file; the first has the names of the columns.
pub(super) fn csv<const N: usize>(
    session: Session,
    name: &str,
    rows: impl Iterator<Item = [String; N]>,
) {
    let words = session.words();
    match files::download(name, "text/csv;charset=utf-8", &sheet::write(rows)) {
        Ok(()) => session.notices.show(Tone::Success, words.downloaded),
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}
