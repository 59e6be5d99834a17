//! What a list shows – search, filter, order, page – as the part of an address behind the `?`.

use form_urlencoded::{Serializer, parse};

use crate::domain::{Coded, Sku, UserFilter, coded};

/// What a list shows: the search, the filter, the order and the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing<C: Column> {
    /// As typed.
    pub search: String,
    pub filter: C::Filter,
    pub sort: C,
    pub descending: bool,
    /// The page, from 0.
    pub page: usize,
    pub size: PageSize,
}

/// Rows per page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageSize {
    #[default]
    Rows25,
    Rows50,
    Rows100,
    Rows250,
}

impl PageSize {
    pub const ALL: [Self; 4] = [Self::Rows25, Self::Rows50, Self::Rows100, Self::Rows250];

    /// Returns the number of rows.
    pub const fn rows(self) -> usize {
        match self {
            Self::Rows25 => 25,
            Self::Rows50 => 50,
            Self::Rows100 => 100,
            Self::Rows250 => 250,
        }
    }

    /// Parses a number of rows. Other numbers give the default.
    pub(super) fn from_text(rows: &str) -> Self {
        let size = rows.parse().ok().and_then(Self::from_rows);
        size.unwrap_or_default()
    }

    /// Returns the size with this number of rows, if it is offered.
    pub fn from_rows(rows: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.rows() == rows)
    }
}

/// The columns that a list can be sorted by, from left to right. A list is first sorted by the
/// default.
pub trait Column: Coded + Default + Send + Sync {
    /// How the list can be filtered.
    type Filter: Filter;
}

/// A filter of a list. The default shows everything.
pub trait Filter: Copy + PartialEq + Default + Send + Sync + 'static {
    /// Returns the name in the address, or `None` for everything.
    fn code(self) -> Option<String>;

    /// Returns the filter with this name, or everything for an unknown name.
    fn from_code(code: &str) -> Self;
}

impl Filter for () {
    fn code(self) -> Option<String> {
        None
    }

    fn from_code(_: &str) -> Self {}
}

/// The filter of the list of users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShownUsers {
    #[default]
    All,
    Selected,
    Only(UserFilter),
}

impl Filter for ShownUsers {
    fn code(self) -> Option<String> {
        let code = match self {
            Self::All => return None,
            Self::Selected => "selected",
            Self::Only(UserFilter::Unlicensed) => "unlicensed",
            Self::Only(UserFilter::Licensed) => "licensed",
            Self::Only(UserFilter::Administrators) => "administrators",
            Self::Only(UserFilter::WithoutLocation) => "no-location",
            Self::Only(UserFilter::Holding(sku)) => {
                return Some(format!("with-{}", sku.part_number));
            }
            Self::Only(UserFilter::NotHolding(sku)) => {
                return Some(format!("without-{}", sku.part_number));
            }
        };
        Some(code.to_owned())
    }

    fn from_code(code: &str) -> Self {
        let of_product = |prefix, filter: fn(Sku) -> UserFilter| {
            let sku = code.strip_prefix(prefix).and_then(Sku::by_part_number);
            sku.map(filter)
        };
        let filter = match code {
            "selected" => return Self::Selected,
            "unlicensed" => Some(UserFilter::Unlicensed),
            "licensed" => Some(UserFilter::Licensed),
            "administrators" => Some(UserFilter::Administrators),
            "no-location" => Some(UserFilter::WithoutLocation),
            _ => of_product("with-", UserFilter::Holding)
                .or_else(|| of_product("without-", UserFilter::NotHolding)),
        };
        filter.map_or(Self::All, Self::Only)
    }
}

/// The filter of the list of deleted users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShownDeleted {
    #[default]
    All,
    /// Those who can be restored, but not for long.
    EndingSoon,
}

/// The name of the filter for those who can be restored, but not for long.
const ENDING_SOON: &str = "soon";

impl Filter for ShownDeleted {
    fn code(self) -> Option<String> {
        (self == Self::EndingSoon).then(|| ENDING_SOON.to_owned())
    }

    fn from_code(code: &str) -> Self {
        if code == ENDING_SOON {
            Self::EndingSoon
        } else {
            Self::All
        }
    }
}

coded! {
    /// Columns of the list of customers.
    #[derive(Default)]
    pub enum CustomerColumn {
        #[default]
        Company = "company",
        Domain = "domain",
        Users = "users",
        Licenses = "licenses",
        Relationship = "relationship",
        MicrosoftId = "id",
    }
}

impl Column for CustomerColumn {
    type Filter = ();
}

coded! {
    /// Columns of the list of users.
    #[derive(Default)]
    pub enum UserColumn {
        #[default]
        DisplayName = "name",
        UserName = "user",
        Licenses = "licenses",
        Permissions = "permissions",
    }
}

impl Column for UserColumn {
    type Filter = ShownUsers;
}

coded! {
    /// Columns of the list of deleted users.
    #[derive(Default)]
    pub enum DeletedColumn {
        DisplayName = "name",
        UserName = "user",
        /// The latest first.
        #[default]
        DeletedOn = "deleted",
        /// The fewest first.
        DaysLeft = "left",
        Licenses = "licenses",
    }
}

impl Column for DeletedColumn {
    type Filter = ShownDeleted;
}

impl<C: Column> Listing<C> {
    /// Parses a query. What is missing or invalid has its default.
    pub(in crate::session) fn parse(query: &str) -> Self {
        let mut listing = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "search" => listing.search = value.into_owned(),
                "filter" => listing.filter = C::Filter::from_code(&value),
                "sort" => {
                    let code = value.strip_prefix('-');
                    let (code, descending) = (code.unwrap_or(&value), code.is_some());
                    if let Some(column) = C::ALL.iter().find(|column| column.code() == code) {
                        (listing.sort, listing.descending) = (*column, descending);
                    }
                }
                "page" => listing.page = page_from(&value),
                "rows" => listing.size = PageSize::from_text(&value),
                _ => {}
            }
        }
        listing
    }

    /// Returns the query, without what has its default.
    pub(in crate::session) fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.search.is_empty() {
            query.append_pair("search", &self.search);
        }
        if let Some(filter) = self.filter.code() {
            query.append_pair("filter", &filter);
        }
        if self.sort != C::default() || self.descending {
            let minus = if self.descending { "-" } else { "" };
            query.append_pair("sort", &format!("{minus}{}", self.sort.code()));
        }
        if self.page > 0 {
            query.append_pair("page", &self.page.saturating_add(1).to_string());
        }
        if self.size != PageSize::default() {
            query.append_pair("rows", &self.size.rows().to_string());
        }
        query.finish()
    }

    /// Sorts by this column, in the opposite order if it already is.
    #[must_use]
    pub fn sorted_by(self, column: C) -> Self {
        let descending = self.sort == column && !self.descending;
        Self {
            sort: column,
            descending,
            page: 0,
            ..self
        }
    }

    /// Changes the search and goes to the first page.
    #[must_use]
    pub fn searching(self, search: String) -> Self {
        Self {
            search,
            page: 0,
            ..self
        }
    }

    /// Changes the filter and goes to the first page.
    #[must_use]
    pub fn filtered(self, filter: C::Filter) -> Self {
        Self {
            filter,
            page: 0,
            ..self
        }
    }

    /// Goes to another page.
    #[must_use]
    pub fn at_page(self, page: usize) -> Self {
        Self { page, ..self }
    }

    /// Changes the size of pages and goes to the page that has the present first row.
    #[must_use]
    pub fn with_size(self, size: PageSize) -> Self {
        let first = self.page.saturating_mul(self.size.rows());
        Self {
            size,
            page: first / size.rows(),
            ..self
        }
    }
}

/// Parses the number of a page, from 1, into one from 0.
pub(super) fn page_from(number: &str) -> usize {
    number.parse::<usize>().unwrap_or(1).saturating_sub(1)
}
