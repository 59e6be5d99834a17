//! All users of one customer.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::dense::{are_all_in, change_each};
use crate::domain::{
    DeletedUser, LicenseChange, Licenses, Misfit, Moment, PasswordState, Sku, User, UserId,
    UserName, UserNumber,
};

/// The users of a customer, active and deleted. A method that fails has changed nothing.
///
/// Invariants: a number stands for one user only; no two active users share a user name;
/// `holders` counts, per product, the active users who hold it, and `unlicensed` those who hold none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Users {
    pub(super) active: BTreeMap<UserNumber, Box<User>>,
    pub(super) deleted: BTreeMap<UserNumber, Box<DeletedUser>>,
    /// The numbers of the active users by their folded user names.
    pub(super) names: FxHashMap<String, u32>,
    holders: BTreeMap<Sku, u32>,
    unlicensed: u32,
    highest: u32,
}

impl Users {
    /// Returns the active users, in the order in which they were created.
    pub fn active(&self) -> impl ExactSizeIterator<Item = &User> {
        self.active.values().map(|user| &**user)
    }

    /// Returns the deleted users who can still be restored at this moment.
    pub fn deleted_at(&self, now: Moment) -> impl Iterator<Item = &DeletedUser> {
        self.deleted()
            .filter(move |deleted| deleted.window().is_open_at(now))
    }

    /// Returns the deleted users who can no longer be restored at this moment.
    pub fn expired_at(&self, now: Moment) -> impl Iterator<Item = &DeletedUser> {
        self.deleted()
            .filter(move |deleted| !deleted.window().is_open_at(now))
    }

    /// Returns every deleted user who is still kept, restorable or not.
    pub fn deleted(&self) -> impl Iterator<Item = &DeletedUser> {
        self.deleted.values().map(|deleted| &**deleted)
    }

    /// Returns every user who is kept, active users first.
    pub fn active_and_deleted(&self) -> impl Iterator<Item = &User> {
        self.active()
            .chain(self.deleted().map(|deleted| &deleted.user))
    }

    pub fn len(&self) -> usize {
        self.active.len()
    }

    pub fn is_empty(&self) -> bool {
        self.active.is_empty()
    }

    /// Returns an active user.
    pub fn get(&self, number: UserNumber) -> Option<&User> {
        self.active.get(&number).map(|user| &**user)
    }

    /// Returns a deleted user, restorable or not.
    pub fn get_deleted(&self, number: UserNumber) -> Option<&DeletedUser> {
        self.deleted.get(&number).map(|deleted| &**deleted)
    }

    /// Returns a user, active or deleted.
    pub fn get_any(&self, number: UserNumber) -> Option<&User> {
        let deleted = || self.get_deleted(number).map(|deleted| &deleted.user);
        self.get(number).or_else(deleted)
    }

    /// Returns the active user with this identifier.
    pub fn with_id(&self, id: UserId) -> Option<&User> {
        self.active().find(|user| user.id == id)
    }

    /// Returns the active user with this user name, in any case.
    pub fn with_name(&self, name: &UserName) -> Option<&User> {
        let number = self.names.get(&name.folded_text())?;
        self.get(UserNumber(*number))
    }

    /// Returns the number of active users who hold the product: the seats it consumes.
    pub fn holder_count(&self, sku: Sku) -> u32 {
        self.holders.get(&sku).copied().unwrap_or(0)
    }

    /// Returns the number of active users who hold no license.
    pub fn unlicensed_count(&self) -> u32 {
        self.unlicensed
    }

    /// Returns the highest number ever given.
    pub fn highest_number(&self) -> u32 {
        self.highest
    }

    /// Returns the number for the next user, or `None` after four billion users.
    pub fn next_number(&self) -> Option<UserNumber> {
        self.highest.checked_add(1).map(UserNumber)
    }

    /// Takes the numbers up to this one, also for users who are gone.
    pub fn reserve_numbers(&mut self, highest: u32) {
        self.highest = self.highest.max(highest);
    }

    /// Adds an active user, unless the number or the user name is taken.
    pub fn insert(&mut self, user: User) -> Result<(), Misfit> {
        self.check_number(user.number)?;
        let name = user.details.user_name.folded_text();
        if self.names.contains_key(&name) {
            return Err(Misfit::NameTaken);
        }
        self.reserve_numbers(user.number.0);
        self.activate_as(name, Box::new(user));
        Ok(())
    }

    /// Adds active users, all of them or none.
    pub fn insert_all(&mut self, users: Vec<User>) -> Result<(), Misfit> {
        let highest = self.highest;
        self.names.reserve(users.len());
        let mut inserted = Vec::with_capacity(users.len());
        for user in users {
            let number = user.number;
            if let Err(misfit) = self.insert(user) {
                inserted.into_iter().for_each(|number| self.forget(number));
                self.highest = highest;
                return Err(misfit);
            }
            inserted.push(number);
        }
        Ok(())
    }

    /// Adds a user who is already deleted, unless the number is taken.
    pub fn insert_deleted(&mut self, deleted: DeletedUser) -> Result<(), Misfit> {
        let number = deleted.user.number;
        self.check_number(number)?;
        self.reserve_numbers(number.0);
        self.deleted.insert(number, Box::new(deleted));
        Ok(())
    }

    /// Replaces the active user with the same number, unless another has the user name.
    pub fn replace(&mut self, user: User) -> Result<(), Misfit> {
        let holder = self.with_name(&user.details.user_name);
        if holder.is_some_and(|holder| holder.number != user.number) {
            return Err(Misfit::NameTaken);
        }
        let before = self.active.remove(&user.number);
        self.unindex(&*before.ok_or(Misfit::UnknownUser)?);
        self.activate(Box::new(user));
        Ok(())
    }

    /// Changes licenses, for all of these users or for none.
    pub fn change_licenses(&mut self, changes: &[LicenseChange]) -> Result<(), Misfit> {
        changes
            .iter()
            .try_for_each(|change| self.check_active(&change.users))?;
        for LicenseChange { users, update } in changes {
            change_each(&mut self.active, users, |user| {
                self.unlicensed = self.unlicensed.saturating_sub(one_if_none(&user.licenses));
                for sku in update.products() {
                    match (user.licenses.holds(sku), update.hold(sku)) {
                        (false, Some(true)) => add_holder(&mut self.holders, sku),
                        (true, Some(false)) => remove_holder(&mut self.holders, sku),
                        _ => {}
                    }
                }
                update.apply(&mut user.licenses);
                self.unlicensed = self.unlicensed.saturating_add(one_if_none(&user.licenses));
            });
        }
        Ok(())
    }

    /// Replaces the licenses of an active user.
    pub fn set_licenses(&mut self, number: UserNumber, licenses: &Licenses) -> Result<(), Misfit> {
        let user = self.active.get_mut(&number).ok_or(Misfit::UnknownUser)?;
        for sku in user.licenses.products() {
            remove_holder(&mut self.holders, sku);
        }
        for sku in licenses.products() {
            add_holder(&mut self.holders, sku);
        }
        self.unlicensed = self.unlicensed.saturating_sub(one_if_none(&user.licenses));
        self.unlicensed = self.unlicensed.saturating_add(one_if_none(licenses));
        user.licenses = licenses.clone();
        Ok(())
    }

    /// Replaces the state of an active user's password.
    pub fn set_password(
        &mut self,
        number: UserNumber,
        password: PasswordState,
    ) -> Result<(), Misfit> {
        let user = self.active.get_mut(&number).ok_or(Misfit::UnknownUser)?;
        user.password = password;
        Ok(())
    }

    /// Records that new passwords were set, for all of these users or for none.
    pub fn set_passwords(
        &mut self,
        users: &BTreeSet<UserNumber>,
        at: Moment,
    ) -> Result<(), Misfit> {
        self.check_active(users)?;
        change_each(&mut self.active, users, |user| {
            user.password = PasswordState::new(at);
        });
        Ok(())
    }

    /// Removes a user, active or deleted.
    pub fn forget(&mut self, number: UserNumber) {
        if let Some(user) = self.active.remove(&number) {
            self.unindex(&user);
        }
        self.deleted.remove(&number);
    }

    fn check_number(&self, number: UserNumber) -> Result<(), Misfit> {
        match self.get_any(number) {
            Some(_) => Err(Misfit::NumberTaken),
            None => Ok(()),
        }
    }

    pub(super) fn check_active(&self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        are_all_in(&self.active, users)
            .then_some(())
            .ok_or(Misfit::UnknownUser)
    }

    /// Adds a user whose number and user name are free.
    pub(super) fn activate(&mut self, user: Box<User>) {
        self.activate_as(user.details.user_name.folded_text(), user);
    }

    /// Adds a user whose number is free, under their folded user name, which is free.
    fn activate_as(&mut self, name: String, user: Box<User>) {
        self.names.insert(name, user.number.0);
        for sku in user.licenses.products() {
            add_holder(&mut self.holders, sku);
        }
        self.unlicensed = self.unlicensed.saturating_add(one_if_none(&user.licenses));
        self.active.insert(user.number, user);
    }

    pub(super) fn unindex(&mut self, user: &User) {
        self.names.remove(&user.details.user_name.folded_text());
        for sku in user.licenses.products() {
            remove_holder(&mut self.holders, sku);
        }
        self.unlicensed = self.unlicensed.saturating_sub(one_if_none(&user.licenses));
    }
}

fn one_if_none(licenses: &Licenses) -> u32 {
    licenses.is_empty().into()
}

fn add_holder(holders: &mut BTreeMap<Sku, u32>, sku: Sku) {
    let count = holders.entry(sku).or_default();
    *count = count.saturating_add(1);
}

fn remove_holder(holders: &mut BTreeMap<Sku, u32>, sku: Sku) {
    if let Some(count) = holders.get_mut(&sku) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            holders.remove(&sku);
        }
    }
}
