//! Changes that do not fit the state.

/// Why a change does not fit the state. A change that was decided on a state always fits it; a
/// stored one may not if changes before it were lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    UnknownCustomer,
    /// No such active or deleted user.
    UnknownUser,
    UnknownSubscription,
    NumberTaken,
    /// Another active user has this user name.
    NameTaken,
    SubscriptionTaken,
}
