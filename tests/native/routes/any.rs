//! Whatever view there is, and whatever text: what is printed reads back.

use chrono::TimeDelta;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use seatwork::domain::catalogue::products;
use seatwork::domain::{Action, CustomerId, Guid, Moment, UserId, day};
use seatwork::session::address::listing::{Column, Filter, Listing, PageSize, ShownDeleted};
use seatwork::session::address::log_listing::LogListing;
use seatwork::session::address::problem_listing::ShownProblems;
use seatwork::session::address::result_listing::ShownCourse;
use seatwork::session::address::route::Route;

use crate::listings::filters;
use crate::support::cases;

fn listings<C: Column<Filter = F> + std::fmt::Debug, F: Filter + std::fmt::Debug>(
    filters: Vec<F>,
) -> impl Strategy<Value = Listing<C>> {
    let search = prop_oneof!["[ a-zé%&#+=?/🦀]{0,12}", any::<String>()];
    // The last page of all has no number of its own to print.
    let page = prop_oneof![0..20_usize, 0..usize::MAX];
    (
        search,
        select(filters),
        select(C::ALL),
        any::<bool>(),
        page,
        select(&PageSize::ALL[..]),
    )
        .prop_map(|(search, filter, sort, descending, page, size)| Listing {
            search,
            filter,
            sort,
            descending,
            page,
            size,
        })
}

fn log_listings(customer: BoxedStrategy<CustomerId>) -> impl Strategy<Value = LogListing> {
    // Every day that can be typed.
    let day = || (0..3_652_059_i64).prop_map(|number| first_day() + TimeDelta::days(number));
    (
        option::of(day()),
        option::of(day()),
        option::of(customer),
        option::of(select(&Action::ALL[..])),
        prop_oneof![0..20_usize, 0..usize::MAX],
        select(&PageSize::ALL[..]),
    )
        .prop_map(|(from, to, customer, action, page, size)| LogListing {
            from,
            to,
            customer,
            action,
            page,
            size,
        })
}

fn first_day() -> Moment {
    day("0001-01-01").expect("it is a day")
}

fn routes() -> impl Strategy<Value = Route> {
    let id = || any::<u128>().prop_map(Guid::from_u128);
    let customer = move || id().prop_map(CustomerId);
    prop_oneof![
        listings(vec![()]).prop_map(Route::Customers),
        (customer(), listings(filters())).prop_map(|(id, listing)| Route::Users(id, listing)),
        (customer(), option::of(select(products::ALL)))
            .prop_map(|(id, sku)| Route::Subscriptions(id, sku)),
        (customer(), option::of(id().prop_map(UserId)))
            .prop_map(|(id, user)| Route::ManageLicenses(id, user)),
        (
            customer(),
            listings(vec![ShownDeleted::All, ShownDeleted::EndingSoon])
        )
            .prop_map(|(id, listing)| Route::DeletedUsers(id, listing)),
        customer().prop_map(Route::UsersRestored),
        customer().prop_map(Route::PasswordsReset),
        (customer(), listings(ShownProblems::ALL.to_vec()))
            .prop_map(|(id, listing)| Route::UploadUsers(id, listing)),
        customer().prop_map(Route::UsersUploaded),
        (option::of(customer()), log_listings(customer().boxed()))
            .prop_map(|(id, listing)| Route::Activity(id, listing)),
        customer().prop_map(Route::AddUser),
        customer().prop_map(Route::Account),
        Just(Route::Workspace),
        Just(Route::Dashboard),
        Just(Route::Welcome),
        Just(Route::Training),
        Just(Route::Result),
        ("[a-z-]{1,9}", "[a-z-]{1,9}")
            .prop_map(|(course, exercise)| Route::Exercise(course, exercise)),
        any::<String>().prop_map(Route::Open),
        listings((0..=254).map(ShownCourse).collect()).prop_map(Route::Results),
        any::<String>().prop_map(Route::Trainee),
        (customer(), id()).prop_map(|(customer, user)| Route::User(customer, UserId(user))),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_printed_address_reads_back_as_the_same_view(route in routes()) {
        let address = route.to_string();
        prop_assert!(address.is_ascii() && !address[1..].contains('#'), "{}", address);
        prop_assert_eq!(Route::parse(&address), route);
    }

    #[test]
    fn any_text_is_an_address(text in prop_oneof![any::<String>(), "#?/customers/[0-9a-f/?&=%-]{0,50}"]) {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}
