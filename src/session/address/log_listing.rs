//! What the activity log shows – days, customer, actions, page – as the query of an address.

use chrono::{NaiveTime, TimeDelta};
use form_urlencoded::{Serializer, parse};

use super::listing::{PageSize, page_from};
use crate::domain::{Action, CustomerId, Guid, Moment, day};
use crate::journal::LogEntry;

/// What the activity log shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogListing {
    /// The beginning (UTC) of the first day.
    pub from: Option<Moment>,
    /// The beginning (UTC) of the last day.
    pub to: Option<Moment>,
    pub customer: Option<CustomerId>,
    pub action: Option<Action>,
    /// The page, from 0.
    pub page: usize,
    pub size: PageSize,
}

impl LogListing {
    /// Parses a query. What is missing or invalid has its default.
    pub(in crate::session) fn parse(query: &str) -> Self {
        let mut listing = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "from" => listing.from = day(&value).ok(),
                "to" => listing.to = day(&value).ok(),
                "customer" => listing.customer = value.parse::<Guid>().ok().map(CustomerId),
                "action" => listing.action = Action::from_code(&value),
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
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        };
        add("from", self.from.map(day_text));
        add("to", self.to.map(day_text));
        add("customer", self.customer.map(|id| id.0.to_string()));
        add("action", self.action.map(|action| action.code().to_owned()));
        let page = self.page.saturating_add(1);
        add("page", (self.page > 0).then(|| page.to_string()));
        let has_own_size = self.size != PageSize::default();
        add("rows", has_own_size.then(|| self.size.rows().to_string()));
        query.finish()
    }

    /// Returns whether the entry is shown.
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

    /// Returns whether all entries are shown.
    pub fn is_everything(&self) -> bool {
        (self.from, self.to, self.customer, self.action) == (None, None, None, None)
    }
}

/// Returns the beginning (UTC) of a moment's day.
pub fn beginning_of_day(moment: Moment) -> Moment {
    moment.date_naive().and_time(NaiveTime::MIN).and_utc()
}

/// Formats a moment's day as date fields and addresses write it: `2026-11-22`.
pub fn day_text(moment: Moment) -> String {
    moment.date_naive().to_string()
}
