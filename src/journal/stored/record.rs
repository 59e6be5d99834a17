//! One change.

use chrono::TimeDelta;

use super::cells::{Cells, line, millis};
use super::change::{read_numbers, write_numbers};
use super::{account, change as licenses, restored, user};
use crate::domain::upload::RecordLimit;
use crate::domain::{
    Action, Change, CustomerEvent, CustomerId, Event, Moment, PartnerRole, PartnerUser,
    SubscriptionId, SubscriptionStatus, User, UserNumber, WorkspaceEvent,
};
use crate::journal::envelope::{self, Damage};

/// A change as it is stored. The first line: sequence number (as in the key), time, name and role of the person, what
/// happened, the customer (empty for the whole workspace); the lines after it belong to what happened.
#[derive(Debug, Clone, Copy)]
pub struct StoredRecord;

impl StoredRecord {
    /// The text to store.
    pub fn write(change: &Change, seq: u64) -> String {
        envelope::seal(&Self::write_content(change, seq))
    }

    /// The text without its envelope.
    pub(crate) fn write_content(change: &Change, seq: u64) -> String {
        let head = Head {
            seq,
            at: change.at,
            by: change.by.clone(),
            action: change.event.action(),
            customer: change.event.customer(),
        };
        let mut lines = vec![head.write()];
        lines.extend(content(&change.event));
        lines.join("\n")
    }

    /// The change in a stored text that stands under the key of this sequence number.
    ///
    /// # Errors
    /// When it is damaged, newer, or another record.
    pub fn read(text: &str, seq: u64) -> Result<Change, Damage> {
        let content = envelope::open(text)?;
        let (head, lines) = Head::read(content).ok_or(Damage::Content)?;
        if head.seq != seq {
            return Err(Damage::Content);
        }
        let event = event(head.action, head.customer, lines).ok_or(Damage::Content)?;
        let Head { at, by, .. } = head;
        Ok(Change { at, by, event })
    }
}

/// What a record says in its first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) at: Moment,
    pub(crate) by: PartnerUser,
    pub(crate) action: Action,
    pub(crate) customer: Option<CustomerId>,
}

impl Head {
    pub(crate) fn write(&self) -> String {
        let customer = self.customer.map(|customer| customer.0.to_string());
        line(&[
            &self.seq.to_string(),
            &millis(self.at),
            &self.by.name,
            self.by.role.code(),
            self.action.code(),
            &customer.unwrap_or_default(),
        ])
    }

    /// The first line, and the lines after it where there are any.
    pub(crate) fn read(content: &str) -> Option<(Self, Option<&str>)> {
        let (first, lines) = match content.split_once('\n') {
            Some((first, lines)) => (first, Some(lines)),
            None => (content, None),
        };
        let mut cells = Cells::of(first);
        let head = Self {
            seq: cells.parsed()?,
            at: cells.moment()?,
            by: PartnerUser {
                name: cells.text()?.to_owned(),
                role: PartnerRole::from_code(cells.text()?)?,
            },
            action: Action::from_code(cells.text()?)?,
            customer: match cells.text()? {
                "" => None,
                id => Some(CustomerId(id.parse().ok()?)),
            },
        };
        cells.end()?;
        Some((head, lines))
    }
}

/// The lines that belong to what happened.
fn content(event: &Event) -> Vec<String> {
    match event {
        Event::Customer(_, CustomerEvent::UsersCreated { users }) => {
            users.iter().map(user::write).collect()
        }
        Event::Customer(_, CustomerEvent::UsersUploaded { users }) => {
            let mut writer = user::Writer::default();
            users.iter().map(|user| writer.write("", user)).collect()
        }
        Event::Workspace(WorkspaceEvent::RecordLimitChanged { before, limit }) => {
            vec![format!("{}\t{}", before.get(), limit.get())]
        }
        Event::Customer(
            _,
            CustomerEvent::UserEdited {
                user,
                details,
                before,
            },
        ) => {
            let mut lines = vec![format!("{}\t{}", user.0, user::write_details(details))];
            lines.push(user::write_details(before));
            lines
        }
        Event::Customer(_, CustomerEvent::PasswordsReset { users })
        | Event::Customer(_, CustomerEvent::UsersDeleted { users })
        | Event::Customer(_, CustomerEvent::UploadUndone { users })
        | Event::Customer(_, CustomerEvent::UsersPurged { users }) => {
            vec![write_numbers(users.iter().copied())]
        }
        Event::Customer(_, CustomerEvent::UsersRestored { users, renamed }) => {
            let mut lines: Vec<String> = users.iter().map(restored::write).collect();
            lines.extend(renamed.iter().map(restored::write_renamed));
            lines
        }
        Event::Customer(_, CustomerEvent::LicensesChanged { changes }) => {
            changes.iter().map(licenses::write).collect()
        }
        Event::Customer(_, CustomerEvent::SubscriptionAdded { subscription }) => {
            vec![account::write(subscription)]
        }
        Event::Customer(
            _,
            CustomerEvent::QuantityChanged {
                subscription,
                quantity,
            },
        ) => vec![format!("{}\t{quantity}", subscription.0)],
        Event::Customer(
            _,
            CustomerEvent::StatusChanged {
                subscription,
                status,
            },
        ) => vec![format!("{}\t{}", subscription.0, status.code())],
        Event::Customer(_, CustomerEvent::CustomerEdited { details }) => {
            vec![account::write_details(details)]
        }
        Event::Workspace(WorkspaceEvent::ClockAdvanced { by, ahead }) => vec![format!(
            "{}\t{}",
            by.num_milliseconds(),
            ahead.num_milliseconds()
        )],
    }
}

/// Reads what [`content`] wrote, to the end.
pub(crate) fn event(
    action: Action,
    customer: Option<CustomerId>,
    lines: Option<&str>,
) -> Option<Event> {
    let mut lines = lines.into_iter().flat_map(|lines| lines.split('\n'));
    let Some(customer) = customer else {
        let event = of_workspace(action, Cells::of(lines.next()?))?;
        return lines.next().is_none().then_some(event);
    };
    let event = match action {
        Action::AdvanceClock | Action::SetRecordLimit => return None,
        Action::UploadUsers => Event::Customer(
            customer,
            CustomerEvent::UsersUploaded {
                users: uploaded(&mut lines)?,
            },
        ),
        Action::CreateUsers => {
            let users = (&mut lines).map(|line| user::read(Cells::of(line)));
            let users = users.collect::<Option<_>>()?;
            Event::Customer(customer, CustomerEvent::UsersCreated { users })
        }
        Action::ChangeLicenses => {
            let changes = (&mut lines).map(licenses::read).collect::<Option<_>>()?;
            Event::Customer(customer, CustomerEvent::LicensesChanged { changes })
        }
        Action::RestoreUsers => {
            let (users, renamed) = restored::read(&mut lines)?;
            Event::Customer(customer, CustomerEvent::UsersRestored { users, renamed })
        }
        Action::EditUser => {
            let mut cells = Cells::of(lines.next()?);
            let user = UserNumber(cells.parsed()?);
            let details = Box::new(user::read_details(cells)?);
            // Version 1 and 2 did not say what it was before.
            let before = match lines.next() {
                Some(line) => Box::new(user::read_details(Cells::of(line))?),
                None => details.clone(),
            };
            Event::Customer(
                customer,
                CustomerEvent::UserEdited {
                    user,
                    details,
                    before,
                },
            )
        }
        _ => single(action, customer, lines.next()?)?,
    };
    lines.next().is_none().then_some(event)
}

/// An event that concerns the whole workspace; it has one line.
fn of_workspace(action: Action, mut cells: Cells<'_>) -> Option<Event> {
    let event = match action {
        Action::AdvanceClock => Event::Workspace(WorkspaceEvent::ClockAdvanced {
            by: TimeDelta::try_milliseconds(cells.parsed()?)?,
            ahead: TimeDelta::try_milliseconds(cells.parsed()?)?,
        }),
        Action::SetRecordLimit => Event::Workspace(WorkspaceEvent::RecordLimitChanged {
            before: RecordLimit::new(cells.parsed()?)?,
            limit: RecordLimit::new(cells.parsed()?)?,
        }),
        _ => return None,
    };
    cells.end()?;
    Some(event)
}

/// Users in lines, each of which may be short.
fn uploaded(lines: &mut dyn Iterator<Item = &str>) -> Option<Vec<User>> {
    let mut users: Vec<User> = Vec::new();
    for line in lines {
        let mut cells = Cells::of(line);
        let user = match user::step_of(cells.text()?) {
            Some(step) => user::read_following(cells, users.last()?, step)?,
            None => user::read(Cells::of(line))?,
        };
        users.push(user);
    }
    Some(users)
}

/// An event that has one line.
fn single(action: Action, customer: CustomerId, line: &str) -> Option<Event> {
    let mut cells = Cells::of(line);
    Some(match action {
        Action::ResetPasswords => Event::Customer(
            customer,
            CustomerEvent::PasswordsReset {
                users: read_numbers(line)?,
            },
        ),
        Action::DeleteUsers => Event::Customer(
            customer,
            CustomerEvent::UsersDeleted {
                users: read_numbers(line)?,
            },
        ),
        Action::UndoUpload => Event::Customer(
            customer,
            CustomerEvent::UploadUndone {
                users: read_numbers(line)?,
            },
        ),
        Action::PurgeUsers => Event::Customer(
            customer,
            CustomerEvent::UsersPurged {
                users: read_numbers(line)?,
            },
        ),
        Action::AddSubscription => Event::Customer(
            customer,
            CustomerEvent::SubscriptionAdded {
                subscription: account::read(cells)?,
            },
        ),
        Action::ChangeQuantity => {
            let subscription = SubscriptionId(cells.parsed()?);
            let quantity = cells.parsed()?;
            cells.end()?;
            Event::Customer(
                customer,
                CustomerEvent::QuantityChanged {
                    subscription,
                    quantity,
                },
            )
        }
        Action::ChangeStatus => {
            let subscription = SubscriptionId(cells.parsed()?);
            let status = SubscriptionStatus::from_code(cells.text()?)?;
            cells.end()?;
            Event::Customer(
                customer,
                CustomerEvent::StatusChanged {
                    subscription,
                    status,
                },
            )
        }
        Action::EditCustomer => Event::Customer(
            customer,
            CustomerEvent::CustomerEdited {
                details: Box::new(account::read_details(cells)?),
            },
        ),
        _ => return None,
    })
}
