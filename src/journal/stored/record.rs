//! One change.

use std::str::Split;

use super::cells::{Cells, line, millis};
use super::{account, change as licenses, user};
use crate::domain::{
    Change, CustomerId, Event, PartnerRole, PartnerUser, SubscriptionId, SubscriptionStatus,
    UserNumber,
};
use crate::journal::envelope::{self, Damage};

const USERS_CREATED: &str = "users-created";
const USER_EDITED: &str = "user-edited";
const LICENSES_CHANGED: &str = "licenses-changed";
const SUBSCRIPTION_ADDED: &str = "subscription-added";
const QUANTITY_CHANGED: &str = "quantity-changed";
const STATUS_CHANGED: &str = "status-changed";
const CUSTOMER_EDITED: &str = "customer-edited";

/// A change as it is stored. The first line: sequence number (as in the key), time, name and role of the person, what
/// happened, the customer; the lines after it belong to what happened.
#[derive(Debug, Clone, Copy)]
pub struct StoredRecord;

impl StoredRecord {
    /// The text to store.
    pub fn write(change: &Change, seq: u64) -> String {
        let (code, rest) = content(&change.event);
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
    Some(Change {
        at,
        by,
        event: event(code, customer, &mut lines)?,
    })
}

/// What happened, and the lines that belong to it.
fn content(event: &Event) -> (&'static str, Vec<String>) {
    match event {
        Event::UsersCreated { users, .. } => {
            (USERS_CREATED, users.iter().map(user::write).collect())
        }
        Event::UserEdited { user, details, .. } => {
            let line = format!("{}\t{}", user.0, user::write_details(details));
            (USER_EDITED, vec![line])
        }
        Event::LicensesChanged { changes, .. } => (
            LICENSES_CHANGED,
            changes.iter().map(licenses::write).collect(),
        ),
        Event::SubscriptionAdded { subscription, .. } => {
            (SUBSCRIPTION_ADDED, vec![account::write(subscription)])
        }
        Event::QuantityChanged {
            subscription,
            quantity,
            ..
        } => (
            QUANTITY_CHANGED,
            vec![format!("{}\t{quantity}", subscription.0)],
        ),
        Event::StatusChanged {
            subscription,
            status,
            ..
        } => (
            STATUS_CHANGED,
            vec![format!("{}\t{}", subscription.0, status.code())],
        ),
        Event::CustomerEdited { details, .. } => {
            (CUSTOMER_EDITED, vec![account::write_details(details)])
        }
    }
}

/// Reads what [`content`] wrote, to the end.
fn event(code: &str, customer: CustomerId, lines: &mut Split<'_, char>) -> Option<Event> {
    match code {
        USERS_CREATED => {
            let users = lines.map(|line| user::read(Cells::of(line)));
            let users = users.collect::<Option<_>>()?;
            return Some(Event::UsersCreated { customer, users });
        }
        LICENSES_CHANGED => {
            let changes = lines.map(licenses::read).collect::<Option<_>>()?;
            return Some(Event::LicensesChanged { customer, changes });
        }
        _ => {}
    }
    let mut cells = Cells::of(lines.next()?);
    let event = match code {
        USER_EDITED => Event::UserEdited {
            customer,
            user: UserNumber(cells.parsed()?),
            details: Box::new(user::read_details(cells)?),
        },
        SUBSCRIPTION_ADDED => Event::SubscriptionAdded {
            customer,
            subscription: account::read(cells)?,
        },
        QUANTITY_CHANGED => {
            let subscription = SubscriptionId(cells.parsed()?);
            let quantity = cells.parsed()?;
            cells.end()?;
            Event::QuantityChanged {
                customer,
                subscription,
                quantity,
            }
        }
        STATUS_CHANGED => {
            let subscription = SubscriptionId(cells.parsed()?);
            let status = SubscriptionStatus::from_code(cells.text()?)?;
            cells.end()?;
            Event::StatusChanged {
                customer,
                subscription,
                status,
            }
        }
        CUSTOMER_EDITED => Event::CustomerEdited {
            customer,
            details: Box::new(account::read_details(cells)?),
        },
        _ => return None,
    };
    lines.next().is_none().then_some(event)
}
