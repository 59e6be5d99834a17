//! Which screen shows what was done.

use super::listing::Listing;
use super::log_listing::LogListing;
use super::route::Route;
use crate::domain::{CustomerEvent, CustomerId, Event, UserNumber, Workspace};
use crate::results::Happened;
use crate::training::Act;

impl Route {
    /// Returns the screen on which something was done, or else the one that shows what it has
    /// changed: a form is empty again once it is saved. `workspace` is the state afterwards.
    pub fn showing(what: &Happened, workspace: &Workspace) -> Self {
        match what {
            Happened::Changed(Event::Workspace(_)) | Happened::Acted(_, None) => Self::customers(),
            Happened::Changed(Event::Customer(customer, event)) => {
                of_event(*customer, event, workspace)
            }
            Happened::Acted(act, Some(customer)) => of_act(*act, *customer),
        }
    }
}

fn of_event(customer: CustomerId, event: &CustomerEvent, workspace: &Workspace) -> Route {
    let only = |users: &[UserNumber]| {
        let [user] = users else { return None };
        let users = &workspace.customer(customer)?.users;
        users.get(*user).map(|user| user.id)
    };
    match event {
        CustomerEvent::UserEdited { user, .. } => {
            only(&[*user]).map_or_else(|| Route::users(customer), |id| Route::User(customer, id))
        }
        CustomerEvent::LicensesChanged { .. } => only(&event.users()).map_or_else(
            || Route::users(customer),
            |id| Route::ManageLicenses(customer, Some(id)),
        ),
        CustomerEvent::UsersCreated { .. }
        | CustomerEvent::UsersUploaded { .. }
        | CustomerEvent::UploadUndone { .. }
        | CustomerEvent::UsersRestored { .. }
        | CustomerEvent::PasswordsReset { .. } => Route::users(customer),
        CustomerEvent::UsersDeleted { .. } | CustomerEvent::UsersPurged { .. } => {
            Route::deleted_users(customer)
        }
        CustomerEvent::SubscriptionAdded { .. }
        | CustomerEvent::QuantityChanged { .. }
        | CustomerEvent::StatusChanged { .. } => Route::Subscriptions(customer, None),
        CustomerEvent::CustomerEdited { .. } => Route::Account(customer),
    }
}

fn of_act(act: Act, customer: CustomerId) -> Route {
    match act {
        Act::CustomersExported => Route::Customers(Listing::default()),
        Act::SubscriptionsExported => Route::Subscriptions(customer, None),
        Act::LogExported | Act::CallCopied => {
            Route::Activity(Some(customer), LogListing::default())
        }
        Act::Uploaded => Route::upload_users(customer),
        Act::CredentialsDelivered
        | Act::CredentialsPrinted
        | Act::CredentialsCopied
        | Act::CredentialsDownloaded
        | Act::EmailDrafted
        | Act::Exported
        | Act::UsersExported
        | Act::Filtered => Route::users(customer),
    }
}
