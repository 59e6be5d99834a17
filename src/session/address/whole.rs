//! A whole address: the view, in which workspace, and what is shown beside it.

use std::fmt;

use super::follow::Follow;
use super::route::Route;
use super::scope::Scope;

/// The name of what is followed, in the query.
const FOLLOW: &str = "follow=";

/// The view, in which workspace, and what is shown beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub scope: Scope,
    pub route: Route,
    pub follow: Option<Follow>,
}

impl Address {
    /// Returns the address of a view, within the workspace unless it is never part of another one
    /// than the person's own.
    pub fn new(scope: impl Into<Scope>, route: Route, follow: Option<Follow>) -> Self {
        Self {
            scope: scope.into().around(&route),
            route,
            follow,
        }
    }

    /// Parses the part of an address from the `#` on.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let pairs = || query.split('&');
        let mut follow = None;
        for text in pairs().filter_map(|pair| pair.strip_prefix(FOLLOW)) {
            follow = Follow::parse(text);
        }
        let (scope, path) = Scope::split(path);
        let rest: Vec<&str> = pairs().filter(|pair| !pair.starts_with(FOLLOW)).collect();
        let route = if hash.contains('?') && !rest.is_empty() {
            Route::parse(&format!("{path}?{}", rest.join("&")))
        } else {
            Route::parse(path)
        };
        Self::new(scope, route, follow)
    }
}

impl fmt::Display for Address {
    /// Writes the address from the `#` on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = self.route.to_string();
        let route = route.strip_prefix('#').unwrap_or(&route);
        write!(f, "#{}{route}", self.scope)?;
        let Some(follow) = self.follow else {
            return Ok(());
        };
        let sign = if route.contains('?') { '&' } else { '?' };
        write!(f, "{sign}{FOLLOW}{follow}")
    }
}
