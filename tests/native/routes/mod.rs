//! Addresses: every view prints as one and reads back from it; nonsense stays what it is.

mod any;
mod queries;
mod whole;

use seatwork::domain::upload::Column;
use seatwork::domain::{CustomerId, UserFilter, UserId};
use seatwork::session::address::listing::{
    CustomerColumn, DeletedColumn, Listing, PageSize, ShownDeleted, ShownUsers, UserColumn,
};
use seatwork::session::address::problem_listing::{ProblemColumn, ShownProblems};
use seatwork::session::address::route::Route;

use crate::listings::listing;
use crate::support::{MAIL, SUITE};

const ID: &str = "efccb6f7-5641-4e0e-bd10-b4976e1bf68e";
const USER: &str = "00000000-0000-4000-8000-00000000002a";

fn customer() -> CustomerId {
    CustomerId(ID.parse().expect("it is a GUID"))
}

fn user() -> UserId {
    UserId(USER.parse().expect("it is a GUID"))
}

#[test]
fn a_prepared_workspace_is_found_by_its_name_or_by_a_link() {
    let state = Route::Open("state.json".to_owned());
    for link in [
        "state.json",
        "https://host.example/training/#/open?url=state.json",
    ] {
        assert_eq!(Route::prepared(link), state);
    }
    for link in ["https://host.example/state.json", "a#b", "#/customers"] {
        assert_eq!(Route::prepared(link), Route::Open(link.to_owned()));
    }
}

#[test]
fn every_view_has_an_address() {
    let searching =
        |text: &str| listing(|listing: &mut Listing<_>| listing.search = text.to_owned());
    for (route, address) in [
        (Route::Dashboard, "#/".to_owned()),
        (Route::Welcome, "#/welcome".to_owned()),
        (Route::customers(), "#/customers".to_owned()),
        (Route::Workspace, "#/workspace".to_owned()),
        (
            Route::Open("states/day 2.json".to_owned()),
            "#/open?url=states%2Fday+2.json".to_owned(),
        ),
        (
            Route::Customers(listing(|listing| {
                listing.sort = CustomerColumn::Domain;
                listing.descending = true;
                listing.page = 2;
                listing.size = PageSize::Rows100;
            })),
            "#/customers?sort=-domain&page=3&rows=100".to_owned(),
        ),
        (
            Route::Customers(listing(|listing| listing.descending = true)),
            "#/customers?sort=-company".to_owned(),
        ),
        (
            Route::Subscriptions(customer(), None),
            format!("#/customers/{ID}/subscriptions"),
        ),
        (
            Route::Subscriptions(customer(), Some(SUITE)),
            format!("#/customers/{ID}/subscriptions?product=ENTERPRISEPACK"),
        ),
        (
            Route::ManageLicenses(customer(), None),
            format!("#/customers/{ID}/users/licenses"),
        ),
        (
            Route::LicensesUpdated(customer()),
            format!("#/customers/{ID}/users/licenses/updated"),
        ),
        (
            Route::ManageLicenses(customer(), Some(user())),
            format!("#/customers/{ID}/users/{USER}/licenses"),
        ),
        (
            Route::Users(
                customer(),
                listing(|listing| {
                    listing.search = "jo".to_owned();
                    listing.filter = ShownUsers::Only(UserFilter::NotHolding(MAIL));
                    listing.page = 1;
                }),
            ),
            format!("#/customers/{ID}/users?search=jo&filter=without-EXCHANGESTANDARD&page=2"),
        ),
        (
            Route::Users(
                customer(),
                listing(|listing| listing.filter = ShownUsers::Selected),
            ),
            format!("#/customers/{ID}/users?filter=selected"),
        ),
        (Route::users(customer()), format!("#/customers/{ID}/users")),
        (
            Route::Users(customer(), searching("a&b=c #d 100% +é")),
            format!("#/customers/{ID}/users?search=a%26b%3Dc+%23d+100%25+%2B%C3%A9"),
        ),
        (
            Route::Users(
                customer(),
                listing(|listing| listing.sort = UserColumn::Licenses),
            ),
            format!("#/customers/{ID}/users?sort=licenses"),
        ),
        (
            Route::deleted_users(customer()),
            format!("#/customers/{ID}/users/deleted"),
        ),
        (
            Route::DeletedUsers(
                customer(),
                listing(|listing| {
                    listing.search = "jo".to_owned();
                    listing.sort = DeletedColumn::DaysLeft;
                    listing.descending = true;
                    listing.page = 1;
                }),
            ),
            format!("#/customers/{ID}/users/deleted?search=jo&sort=-left&page=2"),
        ),
        (
            Route::DeletedUsers(
                customer(),
                listing(|listing| listing.filter = ShownDeleted::EndingSoon),
            ),
            format!("#/customers/{ID}/users/deleted?filter=soon"),
        ),
        (
            Route::DeletedUsers(customer(), listing(|listing| listing.descending = true)),
            format!("#/customers/{ID}/users/deleted?sort=-deleted"),
        ),
        (
            Route::UsersRestored(customer()),
            format!("#/customers/{ID}/users/deleted/restored"),
        ),
        (
            Route::PasswordsReset(customer()),
            format!("#/customers/{ID}/users/passwords"),
        ),
        (
            Route::upload_users(customer()),
            format!("#/customers/{ID}/users/upload"),
        ),
        (
            Route::UploadUsers(
                customer(),
                Listing {
                    search: "ö".to_owned(),
                    filter: ShownProblems::In(Column::Email),
                    sort: ProblemColumn::Reason,
                    descending: true,
                    page: 1,
                    ..Listing::default()
                },
            ),
            format!("#/customers/{ID}/users/upload?search=%C3%B6&filter=email&sort=-reason&page=2"),
        ),
        (
            Route::UsersUploaded(customer()),
            format!("#/customers/{ID}/users/upload/created"),
        ),
        (Route::activity(None), "#/activity".to_owned()),
        (
            Route::activity(Some(customer())),
            format!("#/customers/{ID}/activity"),
        ),
        (
            Route::AddUser(customer()),
            format!("#/customers/{ID}/users/new"),
        ),
        (
            Route::User(customer(), user()),
            format!("#/customers/{ID}/users/{USER}"),
        ),
        (
            Route::Account(customer()),
            format!("#/customers/{ID}/account"),
        ),
    ] {
        assert_eq!(route.to_string(), address);
        assert_eq!(Route::parse(&address), route, "{address}");
        assert_eq!(
            Route::parse(address.trim_start_matches('#')),
            route,
            "{address} without its sign"
        );
    }
}

#[test]
fn an_address_may_be_written_in_other_ways() {
    for (address, route) in [
        ("", Route::Dashboard),
        ("#", Route::Dashboard),
        ("#/", Route::Dashboard),
        ("#/?page=7", Route::Dashboard),
        ("#/customers/", Route::customers()),
        ("#customers", Route::customers()),
        ("#//customers?", Route::customers()),
        (&format!("#/customers/{ID}"), Route::users(customer())),
        (
            &format!("#/customers/{}/users/", ID.to_uppercase()),
            Route::users(customer()),
        ),
        (
            &format!("#/customers/{ID}/account?page=7"),
            Route::Account(customer()),
        ),
        (
            &format!("#/customers/{ID}/subscriptions?product=nothing"),
            Route::Subscriptions(customer(), None),
        ),
        (
            &format!("#/customers/{ID}/subscriptions?a=b&product=ENTERPRISEPACK&product="),
            Route::Subscriptions(customer(), Some(SUITE)),
        ),
        ("#/customers?filter=licensed", Route::customers()),
        (
            &format!("#/customers/{ID}/users/deleted?filter=licensed"),
            Route::deleted_users(customer()),
        ),
    ] {
        assert_eq!(Route::parse(address), route, "{address}");
    }
}

#[test]
fn no_view_has_a_nonsense_address_and_it_is_kept() {
    for address in [
        "#/nowhere",
        "#/customers/4711",
        "#/customers/4711/users",
        &format!("#/customers/{ID}/nowhere"),
        &format!("#/customers/{ID}/users/nobody"),
        &format!("#/customers/{ID}/users/{USER}/more"),
        &format!("#/customers/{ID}/users/{USER}/licenses/more"),
        &format!("#/customers/{ID}/users/nobody/licenses"),
        &format!("#/customers/{ID}/licenses"),
        &format!("#/customers/{ID}/users/deleted/restored/more"),
        &format!("#/customers/{ID}/users/deleted/more"),
        &format!("#/customers/{ID}/users/passwords/more"),
        &format!("#/customers/{ID}/activity/more"),
        "#/customers/4711/users/deleted",
        "#/customers/4711/activity",
        "#/activity/more",
        &format!("#/customers/{ID}x/users"),
        "##/customers",
        "#/Customers",
        "#/%63ustomers",
        "#/../../etc/passwd",
        "#<script>alert(1)</script>",
        "#/customers\u{0}",
        "#🦀?search=1",
    ] {
        let route = Route::parse(address);
        assert_eq!(route, Route::Unknown(address[1..].to_owned()));
        assert_eq!(route.to_string(), address);
        assert_eq!(route.customer(), None);
    }
}
