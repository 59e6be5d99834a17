//! Who was restored, without what, and under which other name.

use std::collections::BTreeSet;

use super::cells::{Cells, line};
use super::change::{read_numbers, write_numbers};
use crate::domain::{Restored, Sku, UserName, UserNumber};

const RESTORED: &str = "back";
const RENAMED: &str = "renamed";

/// Users with another name than before.
type Renamed = Vec<(UserNumber, UserName)>;

/// The users, then the part numbers of the products that they did not get back.
pub(super) fn write(restored: &Restored) -> String {
    let without: Vec<&str> = restored.without.iter().map(|sku| sku.part_number).collect();
    let users = write_numbers(restored.users.iter().copied());
    line(&[RESTORED, &users, &without.join(" ")])
}

/// A user with another name than before.
pub(super) fn write_renamed((user, name): &(UserNumber, UserName)) -> String {
    line(&[RENAMED, &user.0.to_string(), name.as_str()])
}

/// Reads all lines of [`write`] and [`write_renamed`].
pub(super) fn read(lines: &mut dyn Iterator<Item = &str>) -> Option<(Vec<Restored>, Renamed)> {
    let (mut restored, mut renamed) = (Vec::new(), Vec::new());
    for line in lines {
        let mut cells = Cells::of(line);
        match cells.text()? {
            RESTORED => {
                let users = read_numbers(cells.text()?)?;
                let without = cells.text()?.split_terminator(' ');
                let without: BTreeSet<Sku> =
                    without.map(Sku::by_part_number).collect::<Option<_>>()?;
                restored.push(Restored { users, without });
            }
            RENAMED => {
                let user = UserNumber(cells.parsed()?);
                renamed.push((user, UserName::parse(cells.text()?)?));
            }
            _ => return None,
        }
        cells.end()?;
    }
    Some((restored, renamed))
}
