//! Changes the filter of a customer's list of users.

use crate::domain::CustomerId;
use crate::session::Session;
use crate::session::address::listing::ShownUsers;
use crate::session::address::route::Route;

/// Applies another filter to the list.
pub fn show(session: Session, customer: CustomerId, filter: ShownUsers) {
    let route = session.navigation.route();
    let listing = route.read_untracked().users_listing().cloned();
    let adjusted = Route::Users(customer, listing.unwrap_or_default().filtered(filter));
    session.navigation.adjust(adjusted);
}

/// Shows all users if the list shows only selected users and nobody is selected any more.
pub fn leave_empty_selection(session: Session, customer: CustomerId) {
    let is_empty = session.selection.users().read_untracked().is_empty();
    let route = session.navigation.route().get_untracked();
    let listing = route.users_listing();
    if is_empty && listing.is_some_and(|listing| listing.filter == ShownUsers::Selected) {
        show(session, customer, ShownUsers::All);
    }
}
