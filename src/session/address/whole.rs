//! A whole address: the view, in which attempt, and what is shown beside it.

use std::fmt;

use super::follow::Follow;
use super::route::Route;
use crate::journal::AttemptId;

/// The name of what is followed, in the query.
const FOLLOW: &str = "follow=";
/// What the addresses of attempts begin with, after the `#`.
const ATTEMPT: &str = "/exercise/";

/// The view, in which attempt at an exercise, and what is shown beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The attempt, or `None` for the person's own workspace.
    pub attempt: Option<AttemptId>,
    pub route: Route,
    pub follow: Option<Follow>,
}

impl Address {
    /// Returns the address of a view, within the attempt unless it is never part of one.
    pub fn new(attempt: Option<AttemptId>, route: Route, follow: Option<Follow>) -> Self {
        Self {
            attempt: attempt.filter(|_| !route.is_outside_attempts()),
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
        let (attempt, path) = in_attempt(path).unwrap_or((None, path));
        let rest: Vec<&str> = pairs().filter(|pair| !pair.starts_with(FOLLOW)).collect();
        let route = if hash.contains('?') && !rest.is_empty() {
            Route::parse(&format!("{path}?{}", rest.join("&")))
        } else {
            Route::parse(path)
        };
        Self::new(attempt, route, follow)
    }
}

/// Returns the attempt and the path in it.
fn in_attempt(path: &str) -> Option<(Option<AttemptId>, &str)> {
    let rest = path.strip_prefix(ATTEMPT)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let (name, path) = rest.split_at_checked(end)?;
    Some((Some(AttemptId::parse(name)?), path))
}

impl fmt::Display for Address {
    /// Writes the address from the `#` on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = self.route.to_string();
        let route = route.strip_prefix('#').unwrap_or(&route);
        f.write_str("#")?;
        if let Some(attempt) = self.attempt {
            write!(f, "{ATTEMPT}{attempt}")?;
        }
        f.write_str(route)?;
        let Some(follow) = self.follow else {
            return Ok(());
        };
        let sign = if route.contains('?') { '&' } else { '?' };
        write!(f, "{sign}{FOLLOW}{follow}")
    }
}
