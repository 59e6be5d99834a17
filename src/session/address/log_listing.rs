//! What the activity log shows – from when to when, whose, which actions, which page – as the part of an address behind the `?`.

use chrono::TimeDelta;
use form_urlencoded::{Serializer, parse};

use super::listing::PageSize;
use crate::domain::{Action, CustomerId, Guid, Moment, day};
use crate::journal::LogEntry;

/// What the activity log shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogListing {
    /// From the beginning of this day, UTC.
    pub from: Option<Moment>,
    /// To the end of this day, which is told by its beginning, UTC.
    pub to: Option<Moment>,
    /// Only what concerns this customer.
    pub customer: Option<CustomerId>,
    /// Only actions of this kind.
    pub action: Option<Action>,
    /// The page, from 0.
    pub page: usize,
    /// Rows to a page.
    pub size: PageSize,
}

impl LogListing {
    /// The listing in a query; what is missing or makes no sense is as at the beginning.
    pub(in crate::session) fn parse(query: &str) -> Self {
        let mut listing = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "from" => listing.from = day(&value).ok(),
                "to" => listing.to = day(&value).ok(),
                "customer" => listing.customer = value.parse::<Guid>().ok().map(CustomerId),
                "action" => listing.action = Action::from_code(&value),
                "page" => listing.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                "rows" => {
                    let size = value.parse().ok().and_then(PageSize::from_rows);
                    listing.size = size.unwrap_or_default();
                }
                _ => {}
            }
        }
        listing
    }

    /// The query, without what is as at the beginning.
    pub(in crate::session) fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        };
        add("from", self.from.map(day_text));
        add("to", self.to.map(day_text));
        add(
            "customer",
            self.customer.map(|customer| customer.0.to_string()),
        );
        add("action", self.action.map(|action| action.code().to_owned()));
        let page = self.page.saturating_add(1);
        add("page", (self.page > 0).then(|| page.to_string()));
        let is_usual = self.size == PageSize::default();
        add("rows", (!is_usual).then(|| self.size.rows().to_string()));
        query.finish()
    }

    /// Is the entry to be shown?
    pub fn matches(&self, entry: &LogEntry) -> bool {
        let end = |to: Moment| {
            to.checked_add_signed(TimeDelta::days(1))
                .unwrap_or(Moment::MAX_UTC)
        };
        self.from.is_none_or(|from| entry.at() >= from)
            && self.to.is_none_or(|to| entry.at() < end(to))
            && self
                .customer
                .is_none_or(|customer| entry.customer() == Some(customer))
            && self.action.is_none_or(|action| entry.action() == action)
    }

    /// Are all entries shown?
    pub fn is_everything(&self) -> bool {
        (self.from, self.to, self.customer, self.action) == (None, None, None, None)
    }
}

/// Formats a moment's day as date fields and addresses write it: `2026-11-22`.
pub fn day_text(moment: Moment) -> String {
    moment.date_naive().to_string()
}
