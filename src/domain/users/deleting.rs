//! Deleting users, restoring them, and removing them for good. Each method does it for all users
//! that it is given, or for none.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::collection::Users;
use crate::domain::{DeletedUser, Misfit, Moment, Restored, User, UserName, UserNumber};

impl Users {
    /// Deletes active users. Their seats and user names become free.
    pub fn delete(&mut self, users: &BTreeSet<UserNumber>, at: Moment) -> Result<(), Misfit> {
        self.check_active(users)?;
        for number in users {
            if let Some(user) = self.active.remove(number) {
                self.unindex(&user);
                let deleted = DeletedUser {
                    user: *user,
                    deleted_at: at,
                };
                self.deleted.insert(*number, Box::new(deleted));
            }
        }
        Ok(())
    }

    /// Restores deleted users, each named once, whose user names are free.
    pub fn restore(
        &mut self,
        restored: &[Restored],
        renamed: &[(UserNumber, UserName)],
    ) -> Result<(), Misfit> {
        let renamed: FxHashMap<_, _> = renamed.iter().cloned().collect();
        let mut users: BTreeMap<UserNumber, Box<User>> = BTreeMap::new();
        let mut names = FxHashSet::default();
        for group in restored {
            for number in &group.users {
                let deleted = self.get_deleted(*number);
                let deleted = deleted.filter(|_| !users.contains_key(number));
                let mut user = deleted.ok_or(Misfit::UnknownUser)?.user.clone();
                if let Some(name) = renamed.get(number) {
                    user.details.user_name = name.clone();
                }
                for sku in &group.without {
                    user.licenses.revoke(*sku);
                }
                let name = user.details.user_name.folded_text();
                if self.names.contains_key(&name) || !names.insert(name) {
                    return Err(Misfit::NameTaken);
                }
                users.insert(*number, Box::new(user));
            }
        }
        for (number, user) in users {
            self.deleted.remove(&number);
            self.activate(user);
        }
        Ok(())
    }

    /// Removes deleted users for good.
    pub fn purge(&mut self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        if users.iter().any(|user| !self.deleted.contains_key(user)) {
            return Err(Misfit::UnknownUser);
        }
        users.iter().for_each(|number| self.forget(*number));
        Ok(())
    }

    /// Removes active users as if they had never been. Their numbers stay taken.
    pub fn undo_creating(&mut self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        self.check_active(users)?;
        users.iter().for_each(|number| self.forget(*number));
        Ok(())
    }
}
