//! What a change means for the room in the storage.

use crate::domain::{Action, Change, CustomerEvent, Event};

/// How much more a change may add to a snapshot than the length of its record.
const PER_CHANGE: usize = 256;
/// The same for each user whom a change names by number only.
const PER_USER: usize = 8;

/// Returns how much longer the snapshots may become by a change with a record of this length.
pub(super) fn growth(change: &Change, record: usize) -> usize {
    let users = match &change.event {
        Event::Customer(_, event) => match event {
            CustomerEvent::UploadUndone { users }
            | CustomerEvent::PasswordsReset { users }
            | CustomerEvent::UsersDeleted { users }
            | CustomerEvent::UsersPurged { users } => users.len(),
            CustomerEvent::UsersRestored { users, .. } => {
                users.iter().map(|group| group.users.len()).sum()
            }
            CustomerEvent::LicensesChanged { changes } => {
                changes.iter().map(|change| change.users.len()).sum()
            }
            _ => 0,
        },
        Event::Workspace(_) => 0,
    };
    record + PER_CHANGE + PER_USER * users
}

/// Returns whether the action gives room back, or is on the way to it: it may use up the reserve.
pub(super) fn makes_room(action: Action) -> bool {
    matches!(
        action,
        Action::DeleteUsers | Action::PurgeUsers | Action::UndoUpload | Action::AdvanceClock
    )
}
