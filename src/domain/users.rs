//! All users of one customer.

use std::collections::BTreeMap;

use super::{DeletedUser, Misfit, Moment, Sku, User, UserId, UserName, UserNumber};

/// The users of a customer, active and deleted.
///
/// Invariants, kept by every method: a number stands for one user only; no two active users share a user name;
/// `holders` counts, per product, the active users that hold it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Users {
    active: BTreeMap<UserNumber, User>,
    deleted: BTreeMap<UserNumber, DeletedUser>,
    names: BTreeMap<UserName, UserNumber>,
    holders: BTreeMap<Sku, u32>,
    highest: u32,
}

impl Users {
    /// The active users, in the order in which they were created.
    pub fn active(&self) -> impl ExactSizeIterator<Item = &User> {
        self.active.values()
    }

    /// The deleted users that can still be restored at this moment.
    pub fn deleted_at(&self, now: Moment) -> impl Iterator<Item = &DeletedUser> {
        self.deleted
            .values()
            .filter(move |deleted| deleted.is_restorable_at(now))
    }

    /// Every deleted user that is still kept, restorable or not.
    pub fn deleted(&self) -> impl Iterator<Item = &DeletedUser> {
        self.deleted.values()
    }

    /// How many active users there are.
    pub fn len(&self) -> usize {
        self.active.len()
    }

    /// Is there no active user?
    pub fn is_empty(&self) -> bool {
        self.active.is_empty()
    }

    /// The active user with this number.
    pub fn get(&self, number: UserNumber) -> Option<&User> {
        self.active.get(&number)
    }

    /// The active user with this identifier.
    pub fn with_id(&self, id: UserId) -> Option<&User> {
        self.active.values().find(|user| user.id == id)
    }

    /// The active user with this user name, in any case.
    pub fn named(&self, name: &UserName) -> Option<&User> {
        self.names
            .get(name)
            .and_then(|number| self.active.get(number))
    }

    /// How many active users hold the product (the seats it consumes).
    pub fn holding(&self, sku: Sku) -> u32 {
        self.holders.get(&sku).copied().unwrap_or(0)
    }

    /// The highest number ever given.
    pub fn highest_number(&self) -> u32 {
        self.highest
    }

    /// The number for the next user; none after four billion users.
    pub fn next_number(&self) -> Option<UserNumber> {
        self.highest.checked_add(1).map(UserNumber)
    }

    /// Numbers up to this one are taken, also by users that are gone.
    pub fn reserve_numbers(&mut self, highest: u32) {
        self.highest = self.highest.max(highest);
    }

    /// Adds an active user.
    ///
    /// # Errors
    /// When the number or the user name is taken. Nothing is changed then.
    pub fn insert(&mut self, user: User) -> Result<(), Misfit> {
        if self.active.contains_key(&user.number) || self.deleted.contains_key(&user.number) {
            return Err(Misfit::NumberTaken);
        }
        if self.names.contains_key(&user.details.user_name) {
            return Err(Misfit::NameTaken);
        }
        self.index(&user);
        self.reserve_numbers(user.number.0);
        self.active.insert(user.number, user);
        Ok(())
    }

    /// Adds active users, all of them or none.
    ///
    /// # Errors
    /// When a number or a user name is taken or comes twice. Nothing is changed then.
    pub fn insert_all(&mut self, users: Vec<User>) -> Result<(), Misfit> {
        let highest = self.highest;
        let mut done = Vec::with_capacity(users.len());
        for user in users {
            let number = user.number;
            if let Err(misfit) = self.insert(user) {
                done.into_iter().for_each(|number| self.forget(number));
                self.highest = highest;
                return Err(misfit);
            }
            done.push(number);
        }
        Ok(())
    }

    /// Puts the user in the place of the one with the same number.
    ///
    /// # Errors
    /// When there is none, or another user has the user name. Nothing is changed then.
    pub fn replace(&mut self, user: User) -> Result<(), Misfit> {
        if self
            .names
            .get(&user.details.user_name)
            .is_some_and(|number| *number != user.number)
        {
            return Err(Misfit::NameTaken);
        }
        let before = self
            .active
            .remove(&user.number)
            .ok_or(Misfit::UnknownUser)?;
        self.unindex(&before);
        self.index(&user);
        self.active.insert(user.number, user);
        Ok(())
    }

    /// Adds a user who is already deleted.
    ///
    /// # Errors
    /// When the number is taken. Nothing is changed then.
    pub fn insert_deleted(&mut self, deleted: DeletedUser) -> Result<(), Misfit> {
        let number = deleted.user.number;
        if self.active.contains_key(&number) || self.deleted.contains_key(&number) {
            return Err(Misfit::NumberTaken);
        }
        self.reserve_numbers(number.0);
        self.deleted.insert(number, deleted);
        Ok(())
    }

    /// Takes a user out of both lists, whether active or deleted.
    pub fn forget(&mut self, number: UserNumber) {
        if let Some(user) = self.active.remove(&number) {
            self.unindex(&user);
        }
        self.deleted.remove(&number);
    }

    fn index(&mut self, user: &User) {
        self.names
            .insert(user.details.user_name.clone(), user.number);
        for sku in user.licenses.products() {
            let count = self.holders.entry(sku).or_insert(0);
            *count = count.saturating_add(1);
        }
    }

    fn unindex(&mut self, user: &User) {
        self.names.remove(&user.details.user_name);
        for sku in user.licenses.products() {
            if let Some(count) = self.holders.get_mut(&sku) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.holders.remove(&sku);
                }
            }
        }
    }
}
