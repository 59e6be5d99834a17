//! One change.

use super::cells::{Cells, line, millis};
use super::user;
use crate::domain::{Change, CustomerId, Event, PartnerRole, PartnerUser, User, UserNumber};
use crate::journal::envelope::{self, Damage};

const USERS_CREATED: &str = "users-created";
const USER_EDITED: &str = "user-edited";

/// A change as it is stored. The first line: sequence number (as in the key), time, name and role of the person, what
/// happened, the customer; the lines after it belong to what happened.
#[derive(Debug, Clone, Copy)]
pub struct StoredRecord;

impl StoredRecord {
    /// The text to store.
    pub fn write(change: &Change, seq: u64) -> String {
        let (code, rest) = match &change.event {
            Event::UsersCreated { users, .. } => {
                (USERS_CREATED, users.iter().map(user::write).collect())
            }
            Event::UserEdited { user, details, .. } => {
                let line = format!("{}\t{}", user.0, user::write_details(details));
                (USER_EDITED, vec![line])
            }
        };
        let head = line(&[
            &seq.to_string(),
            &millis(change.at),
            &change.by.name,
            change.by.role.code(),
            code,
            &change.event.customer().0.to_string(),
        ]);
        let mut lines = vec![head];
        lines.extend(rest);
        envelope::seal(&lines.join("\n"))
    }

    /// The change in a stored text that stands under the key of this sequence number.
    ///
    /// # Errors
    /// When it is damaged, newer, or another record.
    pub fn read(text: &str, seq: u64) -> Result<Change, Damage> {
        change(envelope::open(text)?, seq).ok_or(Damage::Content)
    }
}

fn change(content: &str, seq: u64) -> Option<Change> {
    let mut lines = content.split('\n');
    let mut head = Cells::of(lines.next()?);
    if head.parsed::<u64>()? != seq {
        return None;
    }
    let at = head.moment()?;
    let by = PartnerUser {
        name: head.text()?.to_owned(),
        role: PartnerRole::from_code(head.text()?)?,
    };
    let code = head.text()?;
    let customer = CustomerId(head.parsed()?);
    head.end()?;
    let event = match code {
        USERS_CREATED => {
            let users: Vec<User> = lines
                .map(|line| user::read(Cells::of(line)))
                .collect::<Option<_>>()?;
            Event::UsersCreated { customer, users }
        }
        USER_EDITED => {
            let mut cells = Cells::of(lines.next()?);
            let number = UserNumber(cells.parsed()?);
            let details = Box::new(user::read_details(cells)?);
            if lines.next().is_some() {
                return None;
            }
            Event::UserEdited {
                customer,
                user: number,
                details,
            }
        }
        _ => return None,
    };
    Some(Change { at, by, event })
}
