//! A whole address: the view, and what is shown beside it.

use std::fmt;

use super::follow::Follow;
use super::route::Route;

/// The name of what is followed, in the query.
const FOLLOW: &str = "follow=";

/// The view, and what is shown beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub route: Route,
    pub follow: Option<Follow>,
}

impl Address {
    /// Parses the part of an address from the `#` on.
    pub fn parse(hash: &str) -> Self {
        let Some((path, query)) = hash.split_once('?') else {
            let route = Route::parse(hash);
            return Self {
                route,
                follow: None,
            };
        };
        let pairs = || query.split('&');
        let mut follow = None;
        for text in pairs().filter_map(|pair| pair.strip_prefix(FOLLOW)) {
            follow = Follow::parse(text);
        }
        let rest: Vec<&str> = pairs().filter(|pair| !pair.starts_with(FOLLOW)).collect();
        let route = if rest.is_empty() {
            Route::parse(path)
        } else {
            Route::parse(&format!("{path}?{}", rest.join("&")))
        };
        Self { route, follow }
    }
}

impl fmt::Display for Address {
    /// Writes the address from the `#` on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = self.route.to_string();
        f.write_str(&route)?;
        let Some(follow) = self.follow else {
            return Ok(());
        };
        let sign = if route.contains('?') { '&' } else { '?' };
        write!(f, "{sign}{FOLLOW}{follow}")
    }
}
