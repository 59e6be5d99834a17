//! All users of one customer.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::domain::{
    DeletedUser, LicenseChange, Licenses, Misfit, Moment, PasswordState, Restored, Sku, User,
    UserId, UserName, UserNumber,
};

/// The users of a customer, active and deleted.
///
/// Invariants, kept by every method: a number stands for one user only; no two active users share a user name;
/// `holders` counts, per product, the active users that hold it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Users {
    active: BTreeMap<UserNumber, Box<User>>,
    deleted: BTreeMap<UserNumber, Box<DeletedUser>>,
    /// Their numbers by their folded user names.
    names: FxHashMap<String, u32>,
    holders: BTreeMap<Sku, u32>,
    highest: u32,
}

impl Users {
    /// The active users, in the order in which they were created.
    pub fn active(&self) -> impl ExactSizeIterator<Item = &User> {
        self.active.values().map(|user| &**user)
    }

    /// The deleted users that can still be restored at this moment.
    pub fn deleted_at(&self, now: Moment) -> impl Iterator<Item = &DeletedUser> {
        self.deleted()
            .filter(move |deleted| deleted.is_restorable_at(now))
    }

    /// The deleted users that can no longer be restored at this moment.
    pub fn expired_at(&self, now: Moment) -> impl Iterator<Item = &DeletedUser> {
        self.deleted()
            .filter(move |deleted| !deleted.is_restorable_at(now))
    }

    /// Every deleted user that is still kept, restorable or not.
    pub fn deleted(&self) -> impl Iterator<Item = &DeletedUser> {
        self.deleted.values().map(|deleted| &**deleted)
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
        self.active.get(&number).map(|user| &**user)
    }

    /// The active user with this identifier.
    pub fn with_id(&self, id: UserId) -> Option<&User> {
        self.active().find(|user| user.id == id)
    }

    /// The active user with this user name, in any case.
    pub fn with_name(&self, name: &UserName) -> Option<&User> {
        let number = self.names.get(&name.folded_text())?;
        self.get(UserNumber(*number))
    }

    /// How many active users hold the product (the seats it consumes).
    pub fn holder_count(&self, sku: Sku) -> u32 {
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
        if self.with_name(&user.details.user_name).is_some() {
            return Err(Misfit::NameTaken);
        }
        self.index(&user);
        self.reserve_numbers(user.number.0);
        self.active.insert(user.number, Box::new(user));
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
            .with_name(&user.details.user_name)
            .is_some_and(|other| other.number != user.number)
        {
            return Err(Misfit::NameTaken);
        }
        let before = self
            .active
            .remove(&user.number)
            .ok_or(Misfit::UnknownUser)?;
        self.unindex(&before);
        self.index(&user);
        self.active.insert(user.number, Box::new(user));
        Ok(())
    }

    /// Changes licenses, for all of these users or for none.
    ///
    /// # Errors
    /// When one of them is not there. Nothing is changed then.
    pub fn change_licenses(&mut self, changes: &[LicenseChange]) -> Result<(), Misfit> {
        changes
            .iter()
            .try_for_each(|change| self.all_active(&change.users))?;
        let Self {
            active, holders, ..
        } = self;
        for LicenseChange { users, update } in changes {
            change_each(active, users, |user| {
                for sku in update.products() {
                    match (user.licenses.holds(sku), update.hold(sku)) {
                        (false, Some(true)) => add_holder(holders, sku),
                        (true, Some(false)) => remove_holder(holders, sku),
                        _ => {}
                    }
                }
                update.apply(&mut user.licenses);
            });
        }
        Ok(())
    }

    /// Puts other licenses in the place of those of an active user.
    ///
    /// # Errors
    /// When there is no such user. Nothing is changed then.
    pub fn set_licenses(&mut self, number: UserNumber, licenses: &Licenses) -> Result<(), Misfit> {
        let user = self.active.get_mut(&number).ok_or(Misfit::UnknownUser)?;
        for sku in user.licenses.products() {
            remove_holder(&mut self.holders, sku);
        }
        for sku in licenses.products() {
            add_holder(&mut self.holders, sku);
        }
        user.licenses = licenses.clone();
        Ok(())
    }

    /// Puts another state in the place of that of an active user's password.
    ///
    /// # Errors
    /// When there is no such user. Nothing is changed then.
    pub fn set_password(
        &mut self,
        number: UserNumber,
        password: PasswordState,
    ) -> Result<(), Misfit> {
        let user = self.active.get_mut(&number).ok_or(Misfit::UnknownUser)?;
        user.password = password;
        Ok(())
    }

    /// New passwords were set for these users, to be changed at the next sign-in; for all of them or for none.
    ///
    /// # Errors
    /// When one of them is not there. Nothing is changed then.
    pub fn set_passwords(
        &mut self,
        users: &BTreeSet<UserNumber>,
        at: Moment,
    ) -> Result<(), Misfit> {
        self.all_active(users)?;
        change_each(&mut self.active, users, |user| {
            user.password = PasswordState::new(at);
        });
        Ok(())
    }

    /// Deletes active users, all of them or none: their seats and user names are free.
    ///
    /// # Errors
    /// When one of them is not there. Nothing is changed then.
    pub fn delete(&mut self, users: &BTreeSet<UserNumber>, at: Moment) -> Result<(), Misfit> {
        self.all_active(users)?;
        for number in users {
            let Some(user) = self.active.remove(number) else {
                continue;
            };
            self.unindex(&user);
            let deleted = DeletedUser {
                user: *user,
                deleted_at: at,
            };
            self.deleted.insert(*number, Box::new(deleted));
        }
        Ok(())
    }

    /// Restores deleted users, all of them or none.
    ///
    /// # Errors
    /// When one of them is not there, or named twice, or their user name is taken. Nothing is changed then.
    pub fn restore(
        &mut self,
        restored: &[Restored],
        renamed: &[(UserNumber, UserName)],
    ) -> Result<(), Misfit> {
        let renamed: BTreeMap<UserNumber, &UserName> = renamed
            .iter()
            .map(|(number, name)| (*number, name))
            .collect();
        let mut numbers: BTreeMap<UserNumber, &BTreeSet<Sku>> = BTreeMap::default();
        let mut names = FxHashSet::default();
        for Restored { users, without } in restored {
            for number in users {
                let deleted = self.deleted.get(number).ok_or(Misfit::UnknownUser)?;
                if numbers.contains_key(number) {
                    return Err(Misfit::UnknownUser);
                }
                numbers.insert(*number, without);
                let own = &deleted.user.details.user_name;
                let name = renamed.get(number).copied().unwrap_or(own).folded_text();
                if self.names.contains_key(&name) || !names.insert(name) {
                    return Err(Misfit::NameTaken);
                }
            }
        }
        let out: BTreeSet<UserNumber> = numbers.keys().copied().collect();
        for deleted in self.take_deleted(&out) {
            let mut user = deleted.user;
            if let Some(name) = renamed.get(&user.number) {
                user.details.user_name = (*name).clone();
            }
            for sku in numbers
                .get(&user.number)
                .into_iter()
                .flat_map(|all| all.iter())
            {
                user.licenses.revoke(*sku);
            }
            self.index(&user);
            self.active.insert(user.number, Box::new(user));
        }
        Ok(())
    }

    /// Forgets deleted users, all of them or none.
    ///
    /// # Errors
    /// When one of them is not there. Nothing is changed then.
    pub fn purge(&mut self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        if users
            .iter()
            .any(|number| !self.deleted.contains_key(number))
        {
            return Err(Misfit::UnknownUser);
        }
        self.take_deleted(users);
        Ok(())
    }

    /// Takes active users out as if they had never been, all of them or none; their numbers are not given again.
    ///
    /// # Errors
    /// When one of them is not there. Nothing is changed then.
    pub fn undo_creating(&mut self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        self.all_active(users)?;
        users.iter().for_each(|number| self.forget(*number));
        Ok(())
    }

    fn take_deleted(&mut self, users: &BTreeSet<UserNumber>) -> Vec<DeletedUser> {
        users
            .iter()
            .filter_map(|number| self.deleted.remove(number))
            .map(|deleted| *deleted)
            .collect()
    }

    fn all_active(&self, users: &BTreeSet<UserNumber>) -> Result<(), Misfit> {
        let are_there = match users.first().filter(|_| is_dense(users)) {
            Some(first) => {
                let mut there = self.active.range(first..).map(|(number, _)| number);
                // Both are sorted: each search goes on where the one before has ended.
                users
                    .iter()
                    .all(|number| there.find(|active| *active >= number) == Some(number))
            }
            None => users.iter().all(|number| self.active.contains_key(number)),
        };
        are_there.then_some(()).ok_or(Misfit::UnknownUser)
    }

    /// The user with this number, active or deleted.
    pub fn get_any(&self, number: UserNumber) -> Option<&User> {
        let deleted = || self.get_deleted(number).map(|deleted| &deleted.user);
        self.get(number).or_else(deleted)
    }

    /// The deleted user with this number, restorable or not.
    pub fn get_deleted(&self, number: UserNumber) -> Option<&DeletedUser> {
        self.deleted.get(&number).map(|deleted| &**deleted)
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
        self.deleted.insert(number, Box::new(deleted));
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
            .insert(user.details.user_name.folded_text(), user.number.0);
        for sku in user.licenses.products() {
            add_holder(&mut self.holders, sku);
        }
    }

    fn unindex(&mut self, user: &User) {
        self.names.remove(&user.details.user_name.folded_text());
        for sku in user.licenses.products() {
            remove_holder(&mut self.holders, sku);
        }
    }
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

/// Returns whether so many of the users between the first and the last number are meant that
/// walking over all of them takes less time than looking up each.
fn is_dense(numbers: &BTreeSet<UserNumber>) -> bool {
    let (first, last) = (numbers.first(), numbers.last());
    let span = last
        .zip(first)
        .map(|(last, first)| last.0.abs_diff(first.0));
    let span = span.and_then(|span| usize::try_from(span).ok());
    span.is_some_and(|span| span / 4 < numbers.len())
}

/// Changes the users with these numbers, as far as they are there.
fn change_each(
    users: &mut BTreeMap<UserNumber, Box<User>>,
    numbers: &BTreeSet<UserNumber>,
    mut change: impl FnMut(&mut User),
) {
    if let Some(first) = numbers.first().filter(|_| is_dense(numbers)) {
        let mut numbers = numbers.iter().peekable();
        for (number, user) in users.range_mut(first..) {
            while numbers.next_if(|wanted| *wanted < number).is_some() {}
            if numbers.next_if_eq(&number).is_some() {
                change(user);
            }
            if numbers.peek().is_none() {
                break;
            }
        }
    } else {
        for number in numbers {
            if let Some(user) = users.get_mut(number) {
                change(user);
            }
        }
    }
}
