//! What a list shows – search, filter, order, page – as the part of an address behind the `?`.

use std::borrow::Cow;

use form_urlencoded::{Serializer, parse};

use crate::domain::{Sku, UserFilter};

/// What a list shows: the search, the filter, the order and the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing<C: Column> {
    /// The text searched for, as typed.
    pub search: String,
    /// What is shown at all.
    pub filter: C::Filter,
    /// The column that decides the order.
    pub sort: C,
    /// From the end of the alphabet.
    pub descending: bool,
    /// The page, from 0.
    pub page: usize,
    /// Rows to a page.
    pub size: PageSize,
}

/// Rows to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageSize {
    /// 25.
    #[default]
    Rows25,
    /// 50.
    Rows50,
    /// 100.
    Rows100,
    /// 250.
    Rows250,
}

impl PageSize {
    /// Every size offered.
    pub const ALL: [Self; 4] = [Self::Rows25, Self::Rows50, Self::Rows100, Self::Rows250];

    /// The number of rows.
    pub const fn rows(self) -> usize {
        match self {
            Self::Rows25 => 25,
            Self::Rows50 => 50,
            Self::Rows100 => 100,
            Self::Rows250 => 250,
        }
    }

    /// The size of so many rows, if it is one of those offered.
    pub fn from_rows(rows: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.rows() == rows)
    }
}

/// A column that a list can be sorted by. The default is the one it begins with.
pub trait Column: Copy + PartialEq + Default + Send + Sync + 'static {
    /// What the list can be narrowed down to.
    type Filter: Filter;

    /// Every column, from left to right.
    const ALL: &'static [Self];

    /// Its name in the address.
    fn code(self) -> &'static str;
}

/// What a list can be narrowed down to. The default is everything.
pub trait Filter: Copy + PartialEq + Default + Send + Sync + 'static {
    /// Its name in the address; none for everything.
    fn code(self) -> Option<String>;

    /// The filter with this name; everything where there is none.
    fn from_code(code: &str) -> Self;
}

/// A list that cannot be narrowed down.
impl Filter for () {
    fn code(self) -> Option<String> {
        None
    }

    fn from_code(_: &str) -> Self {}
}

/// What the list of users is narrowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShownUsers {
    /// All of them.
    #[default]
    All,
    /// Those who are selected.
    Selected,
    /// Those of whom something is true.
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

/// Columns of the list of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CustomerColumn {
    /// Company name.
    #[default]
    Company,
    /// Primary domain name.
    Domain,
    /// Relationship.
    Relationship,
    /// Microsoft ID.
    MicrosoftId,
}

impl Column for CustomerColumn {
    type Filter = ();

    const ALL: &'static [Self] = &[
        Self::Company,
        Self::Domain,
        Self::Relationship,
        Self::MicrosoftId,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Domain => "domain",
            Self::Relationship => "relationship",
            Self::MicrosoftId => "id",
        }
    }
}

/// Columns of the list of users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserColumn {
    /// Display name.
    #[default]
    DisplayName,
    /// User name.
    UserName,
    /// Licenses.
    Licenses,
    /// Permissions.
    Permissions,
}

impl Column for UserColumn {
    type Filter = ShownUsers;

    const ALL: &'static [Self] = &[
        Self::DisplayName,
        Self::UserName,
        Self::Licenses,
        Self::Permissions,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::DisplayName => "name",
            Self::UserName => "user",
            Self::Licenses => "licenses",
            Self::Permissions => "permissions",
        }
    }
}

/// Columns of the list of deleted users. It begins with those deleted last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DeletedColumn {
    /// Deleted on, the latest first.
    #[default]
    DeletedOn,
    /// Days left, the fewest first.
    DaysLeft,
    /// Display name.
    DisplayName,
    /// User name.
    UserName,
    /// Licenses held before.
    Licenses,
}

impl Column for DeletedColumn {
    type Filter = ();

    const ALL: &'static [Self] = &[
        Self::DisplayName,
        Self::UserName,
        Self::DeletedOn,
        Self::DaysLeft,
        Self::Licenses,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::DisplayName => "name",
            Self::UserName => "user",
            Self::DeletedOn => "deleted",
            Self::DaysLeft => "left",
            Self::Licenses => "licenses",
        }
    }
}

impl<C: Column> Listing<C> {
    /// The listing in a query; what is missing or makes no sense is as at the beginning.
    pub(in crate::session) fn parse(query: &str) -> Self {
        let mut listing = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            listing.take(&name, value);
        }
        listing
    }

    fn take(&mut self, name: &str, value: Cow<'_, str>) {
        match name {
            "search" => self.search = value.into_owned(),
            "filter" => self.filter = C::Filter::from_code(&value),
            "sort" => {
                let (code, descending) = value
                    .strip_prefix('-')
                    .map_or((&*value, false), |code| (code, true));
                if let Some(column) = C::ALL.iter().find(|column| column.code() == code) {
                    (self.sort, self.descending) = (*column, descending);
                }
            }
            "page" => self.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
            "rows" => {
                self.size = value
                    .parse()
                    .ok()
                    .and_then(PageSize::from_rows)
                    .unwrap_or_default()
            }
            _ => {}
        }
    }

    /// The query, without what is as at the beginning.
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

    /// The same listing, sorted by this column: the other way round if it already is.
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

    /// The same listing with another search, from its first page.
    #[must_use]
    pub fn searching(self, search: String) -> Self {
        Self {
            search,
            page: 0,
            ..self
        }
    }

    /// The same listing narrowed down to something else, from its first page.
    #[must_use]
    pub fn filtered(self, filter: C::Filter) -> Self {
        Self {
            filter,
            page: 0,
            ..self
        }
    }

    /// The same listing at another page.
    #[must_use]
    pub fn at_page(self, page: usize) -> Self {
        Self { page, ..self }
    }

    /// The same listing with pages of another size, at the page where its first row now is.
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
