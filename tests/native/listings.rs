//! What a list shows: search, filter, order and page, and how each changes the others.

use seatwork::domain::UserFilter;
use seatwork::domain::catalogue::products;
use seatwork::session::address::listing::{
    Column, CustomerColumn, DeletedColumn, Filter, Listing, PageSize, ShownUsers, UserColumn,
};

/// The default listing with one change.
pub fn listing<C: Column>(change: impl FnOnce(&mut Listing<C>)) -> Listing<C> {
    let mut listing = Listing::default();
    change(&mut listing);
    listing
}

/// Every filter of the list of users.
pub fn filters() -> Vec<ShownUsers> {
    let of_products = products::ALL
        .iter()
        .flat_map(|sku| [UserFilter::Holding(*sku), UserFilter::NotHolding(*sku)]);
    let all = [
        UserFilter::Unlicensed,
        UserFilter::Licensed,
        UserFilter::Administrators,
        UserFilter::WithoutLocation,
    ];
    let only = all.into_iter().chain(of_products).map(ShownUsers::Only);
    [ShownUsers::All, ShownUsers::Selected]
        .into_iter()
        .chain(only)
        .collect()
}

#[test]
fn a_column_chosen_again_sorts_the_other_way_round() {
    let at_page = listing(|listing: &mut Listing<UserColumn>| listing.page = 3);
    let down = at_page.sorted_by(UserColumn::DisplayName);
    assert!(down.descending && down.page == 0);
    let up = down.sorted_by(UserColumn::DisplayName);
    assert!(!up.descending);
    let other = listing(|listing| listing.descending = true).sorted_by(UserColumn::Licenses);
    assert_eq!(
        (other.sort, other.descending),
        (UserColumn::Licenses, false)
    );
}

#[test]
fn a_new_search_begins_at_the_first_page() {
    let before = listing(|listing: &mut Listing<CustomerColumn>| {
        listing.page = 3;
        listing.size = PageSize::Rows50;
        listing.descending = true;
    });
    let after = before.clone().searching(" jo ".to_owned());
    let expected = Listing {
        search: " jo ".to_owned(),
        page: 0,
        ..before
    };
    assert_eq!(after, expected);
}

#[test]
fn another_filter_begins_at_the_first_page_and_keeps_the_search() {
    let before = listing(|listing: &mut Listing<UserColumn>| {
        listing.search = "jo".to_owned();
        listing.page = 3;
        listing.size = PageSize::Rows50;
    });
    let filter = ShownUsers::Only(UserFilter::WithoutLocation);
    let expected = Listing {
        filter,
        page: 0,
        ..before.clone()
    };
    assert_eq!(before.filtered(filter), expected);
}

#[test]
fn another_page_size_keeps_the_first_row_in_sight() {
    use PageSize::{Rows25, Rows50, Rows100, Rows250};
    for (page, from, to, expected) in [
        (0, Rows25, Rows250, 0),
        (5, Rows25, Rows50, 2),
        (3, Rows100, Rows25, 12),
        (7, Rows25, Rows250, 0),
        (10, Rows25, Rows250, 1),
        (1, Rows250, Rows100, 2),
        (9, Rows50, Rows50, 9),
    ] {
        let before = listing(|listing: &mut Listing<UserColumn>| {
            listing.page = page;
            listing.size = from;
        });
        let after = before.with_size(to);
        assert_eq!(
            (after.page, after.size),
            (expected, to),
            "page {page} of {from:?} to {to:?}"
        );
        let first = page * from.rows();
        assert!((after.page * to.rows()..(after.page + 1) * to.rows()).contains(&first));
    }
    let huge =
        listing(|listing: &mut Listing<UserColumn>| listing.page = usize::MAX).with_size(Rows100);
    assert!(huge.page <= usize::MAX / 100, "and nothing overflows");
}

#[test]
fn sizes_and_columns_are_found_by_what_stands_in_the_address() {
    for size in PageSize::ALL {
        assert_eq!(PageSize::from_rows(size.rows()), Some(size));
    }
    assert_eq!(PageSize::from_rows(24), None);
    fn codes<C: Column>() -> Vec<&'static str> {
        let mut codes: Vec<_> = C::ALL.iter().map(|column| column.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
    assert_eq!(codes::<CustomerColumn>().len(), CustomerColumn::ALL.len());
    assert_eq!(codes::<UserColumn>().len(), UserColumn::ALL.len());
    assert_eq!(codes::<DeletedColumn>().len(), DeletedColumn::ALL.len());
}

/// People look for users deleted last; the fewest days left are the opposite order.
#[test]
fn the_list_of_deleted_users_begins_with_those_deleted_last() {
    let plain: Listing<DeletedColumn> = Listing::default();
    assert_eq!(plain.sort, DeletedColumn::DeletedOn);
    let other = plain.clone().sorted_by(DeletedColumn::DaysLeft);
    assert_eq!(
        (other.sort, other.descending),
        (DeletedColumn::DaysLeft, false)
    );
    assert!(plain.sorted_by(DeletedColumn::DeletedOn).descending);
}

#[test]
fn every_filter_is_found_by_its_name_in_the_address() {
    for filter in filters() {
        let code = filter.code().unwrap_or_default();
        assert_eq!(ShownUsers::from_code(&code), filter, "{code}");
        assert_eq!(code.is_empty(), filter == ShownUsers::All);
    }
}
