//! Changes that do not fit the state.

/// A change that does not fit the state. A change that was decided on this state always fits; one read back after
/// others were lost may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// No such customer.
    UnknownCustomer,
    /// No such active user, or no such deleted one.
    UnknownUser,
    /// No such subscription.
    UnknownSubscription,
    /// Another user has this number.
    NumberTaken,
    /// Another active user has this user name.
    NameTaken,
    /// Another subscription has this identifier.
    SubscriptionTaken,
}
