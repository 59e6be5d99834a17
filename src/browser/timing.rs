//! Measures in the browser's timeline (User Timing), for DevTools and the benchmarks.

use std::time::Duration;

use super::{log_warning, window};

/// A measure that has started.
pub struct Timing {
    name: &'static str,
}

/// Starts a measure.
pub fn start(name: &'static str) -> Timing {
    if let Some(performance) = window().performance() {
        log_warning(performance.mark(name));
    }
    Timing { name }
}

/// Returns the time since the page was opened, or zero where the browser does not tell.
pub fn now() -> Duration {
    let millis = window()
        .performance()
        .map_or(0.0, |performance| performance.now());
    Duration::try_from_secs_f64(millis / 1000.0).unwrap_or_default()
}

impl Timing {
    /// Ends the measure and adds it to the timeline.
    pub fn end(self) {
        if let Some(performance) = window().performance() {
            log_warning(performance.measure_with_start_mark(self.name, self.name));
        }
    }
}
