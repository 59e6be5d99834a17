//! Lines of cells.

use std::str::{FromStr, Split};

use crate::domain::Moment;

/// The cells of one line, read one after the other. Every reader ends with [`Cells::end`], so that a line with more cells than
/// expected is not taken for one that was understood.
pub(super) struct Cells<'a>(Split<'a, char>);

impl<'a> Cells<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Self(line.split('\t'))
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    pub(super) fn parsed<T: FromStr>(&mut self) -> Option<T> {
        self.text()?.parse().ok()
    }

    pub(super) fn moment(&mut self) -> Option<Moment> {
        Moment::from_timestamp_millis(self.parsed()?)
    }

    /// A moment that may be left out: the inner `None` is an empty cell.
    pub(super) fn optional_moment(&mut self) -> Option<Option<Moment>> {
        match self.text()? {
            "" => Some(None),
            millis => Moment::from_timestamp_millis(millis.parse().ok()?).map(Some),
        }
    }

    /// A number in a cell that may be empty, or not be there at all: the inner `None`.
    pub(super) fn number_if_there(&mut self) -> Option<Option<i64>> {
        match self.text() {
            None | Some("") => Some(None),
            Some(number) => number.parse().ok().map(Some),
        }
    }

    pub(super) fn end(mut self) -> Option<()> {
        self.0.next().is_none().then_some(())
    }
}

/// Milliseconds since 1970, UTC.
pub(super) fn millis(moment: Moment) -> String {
    moment.timestamp_millis().to_string()
}

/// Puts cells into a line. A control character, which no value should have, becomes a space rather than a border.
pub(super) fn line(cells: &[&str]) -> String {
    let mut line = cells.join("\t");
    if cells.iter().any(|cell| cell.contains(char::is_control)) {
        let clean: Vec<String> = cells
            .iter()
            .map(|cell| cell.replace(char::is_control, " "))
            .collect();
        line = clean.join("\t");
    }
    line
}
