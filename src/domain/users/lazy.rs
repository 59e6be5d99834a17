//! Users who are made when somebody asks for more than their figures.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

use super::collection::Users;
use super::user::{DeletedUser, RestoreWindow};
use crate::domain::{Moment, Sku};

/// What lists of customers show of users.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserFigures {
    /// How many active users there are.
    pub count: usize,
    /// How many of them hold no license.
    pub unlicensed: u32,
    /// How many of them hold each product.
    pub holders: Vec<(Sku, u32)>,
    /// When each deleted user was deleted.
    pub deleted_at: Vec<Moment>,
}

/// The users of a customer. Those of a sample are made when they are first read or changed; until
/// they change, their figures answer what this type has methods for, and everything else is
/// answered by [`Users`].
#[derive(Clone, Default)]
pub struct LazyUsers {
    /// The users, unless those of the sample are unchanged.
    users: Users,
    sample: Option<SampleUsers>,
}

/// Unchanged users of a sample.
#[derive(Clone)]
struct SampleUsers {
    figures: Arc<UserFigures>,
    make: Arc<dyn Fn() -> Users + Send + Sync>,
    made: OnceLock<Users>,
}

impl LazyUsers {
    /// Creates users whom `make` makes when they are needed. `figures` are theirs.
    pub fn new(figures: UserFigures, make: impl Fn() -> Users + Send + Sync + 'static) -> Self {
        Self {
            users: Users::default(),
            sample: Some(SampleUsers {
                figures: Arc::new(figures),
                make: Arc::new(make),
                made: OnceLock::new(),
            }),
        }
    }

    fn figures(&self) -> Option<&UserFigures> {
        self.sample.as_ref().map(|sample| &*sample.figures)
    }

    /// Returns the number of active users.
    pub fn len(&self) -> usize {
        self.figures()
            .map_or_else(|| self.users.len(), |figures| figures.count)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of active users who hold the product: the seats it consumes.
    pub fn holder_count(&self, sku: Sku) -> u32 {
        let Some(figures) = self.figures() else {
            return self.users.holder_count(sku);
        };
        let holders = figures.holders.iter().find(|(held, _)| *held == sku);
        holders.map_or(0, |(_, count)| *count)
    }

    /// Returns the number of active users who hold no license.
    pub fn unlicensed_count(&self) -> u32 {
        self.figures().map_or_else(
            || self.users.unlicensed_count(),
            |figures| figures.unlicensed,
        )
    }

    /// Returns the time in which each deleted user can be restored, including those for whom it is
    /// over.
    pub fn windows(&self) -> Box<dyn Iterator<Item = RestoreWindow> + '_> {
        match self.figures() {
            Some(figures) => Box::new(figures.deleted_at.iter().copied().map(RestoreWindow::after)),
            None => Box::new(self.users.deleted().map(DeletedUser::window)),
        }
    }
}

impl SampleUsers {
    fn make(&self) -> &Users {
        self.made.get_or_init(|| (self.make)())
    }
}

impl From<Users> for LazyUsers {
    fn from(users: Users) -> Self {
        Self {
            users,
            sample: None,
        }
    }
}

impl Deref for LazyUsers {
    type Target = Users;

    fn deref(&self) -> &Users {
        self.sample.as_ref().map_or(&self.users, SampleUsers::make)
    }
}

impl DerefMut for LazyUsers {
    fn deref_mut(&mut self) -> &mut Users {
        if let Some(mut sample) = self.sample.take() {
            sample.make();
            self.users = sample.made.take().unwrap_or_default();
        }
        &mut self.users
    }
}

impl PartialEq for LazyUsers {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for LazyUsers {}

impl fmt::Debug for LazyUsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
