//! The query of an address: what makes no sense in it, and what is the same view.

use seatwork::domain::{CustomerId, Guid, UserFilter};
use seatwork::session::address::listing::{Listing, PageSize, ShownUsers, UserColumn};
use seatwork::session::address::route::Route;

use crate::listings::listing;
use crate::support::MAIL;

use super::{ID, customer, user};

#[test]
fn what_makes_no_sense_in_a_query_is_as_at_the_beginning() {
    let plain = Listing::default();
    for (query, expected) in [
        ("page=0", plain.clone()),
        ("page=1", plain.clone()),
        ("page=-3", plain.clone()),
        ("page=NaN", plain.clone()),
        ("page=1.5", plain.clone()),
        ("page=", plain.clone()),
        ("page", plain.clone()),
        ("page=99999999999999999999999999", plain.clone()),
        (
            "page=4294967295",
            listing(|listing| listing.page = 4_294_967_294),
        ),
        ("page=+2", plain.clone()),
        ("rows=0", plain.clone()),
        ("rows=26", plain.clone()),
        ("rows=-25", plain.clone()),
        ("rows=1e2", plain.clone()),
        (
            "rows=250",
            listing(|listing| listing.size = PageSize::Rows250),
        ),
        ("sort=nothing", plain.clone()),
        ("sort=", plain.clone()),
        ("sort=-", plain.clone()),
        ("sort=--user", plain.clone()),
        ("sort=domain", plain.clone()),
        (
            "sort=user",
            listing(|listing| listing.sort = UserColumn::UserName),
        ),
        ("filter=", plain.clone()),
        ("filter=all", plain.clone()),
        ("filter=Licensed", plain.clone()),
        ("filter=with-", plain.clone()),
        ("filter=with-nothing", plain.clone()),
        ("filter=without-enterprisepack", plain.clone()),
        (
            "filter=licensed&filter=administrators",
            listing(|listing| listing.filter = ShownUsers::Only(UserFilter::Administrators)),
        ),
        ("filter=licensed&filter=nothing", plain.clone()),
        ("search=", plain.clone()),
        (
            "search=%",
            listing(|listing| listing.search = "%".to_owned()),
        ),
        (
            "search=%zz",
            listing(|listing| listing.search = "%zz".to_owned()),
        ),
        (
            "search=%ff",
            listing(|listing| listing.search = "\u{fffd}".to_owned()),
        ),
        (
            "search=a?b",
            listing(|listing| listing.search = "a?b".to_owned()),
        ),
        (
            "search=a=b",
            listing(|listing| listing.search = "a=b".to_owned()),
        ),
        (
            "search=a&search=b",
            listing(|listing| listing.search = "b".to_owned()),
        ),
        ("other=1&&=&?&page=2", listing(|listing| listing.page = 1)),
    ] {
        let address = format!("#/customers/{ID}/users?{query}");
        assert_eq!(
            Route::parse(&address),
            Route::Users(customer(), expected),
            "{query}"
        );
    }
}

#[test]
fn a_view_stays_the_same_when_its_list_moves_on() {
    let other = CustomerId(Guid::from_u128(1));
    let moved = |customer| Route::Users(customer, listing(|listing| listing.page = 4));
    for (one, another, same) in [
        (Route::users(customer()), moved(customer()), true),
        (Route::users(customer()), moved(other), false),
        (
            Route::customers(),
            Route::Customers(listing(|listing| listing.page = 4)),
            true,
        ),
        (Route::Account(customer()), Route::Account(customer()), true),
        (
            Route::Account(customer()),
            Route::Subscriptions(customer(), None),
            false,
        ),
        (
            Route::Subscriptions(customer(), Some(MAIL)),
            Route::Subscriptions(customer(), None),
            true,
        ),
        (
            Route::Subscriptions(customer(), None),
            Route::Subscriptions(other, None),
            false,
        ),
        (
            Route::ManageLicenses(customer(), None),
            Route::ManageLicenses(customer(), Some(user())),
            false,
        ),
        (
            Route::users(customer()),
            Route::deleted_users(customer()),
            false,
        ),
        (
            Route::upload_users(customer()),
            Route::UploadUsers(customer(), listing(|listing| listing.page = 4)),
            true,
        ),
        (
            Route::upload_users(customer()),
            Route::UsersUploaded(customer()),
            false,
        ),
        (
            Route::deleted_users(customer()),
            Route::DeletedUsers(customer(), listing(|listing| listing.page = 4)),
            true,
        ),
        (
            Route::deleted_users(customer()),
            Route::deleted_users(other),
            false,
        ),
        (
            Route::deleted_users(customer()),
            Route::UsersRestored(customer()),
            false,
        ),
        (
            Route::UsersRestored(customer()),
            Route::PasswordsReset(customer()),
            false,
        ),
    ] {
        assert_eq!(one.is_same_view(&another), same, "{one} {another}");
        assert_eq!(another.is_same_view(&one), same, "{another} {one}");
    }
    assert_eq!(moved(other).customer(), Some(other));
    assert_eq!(Route::User(other, user()).customer(), Some(other));
}
