//! Changes that do not fit the state.

/// Why a change does not fit the state. A change that was decided on a state always fits it; a
/// stored one may not if changes before it were lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// No such customer.
    UnknownCustomer,
    /// No such active or deleted user.
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
