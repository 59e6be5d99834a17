//! Measures in the browser's own timeline (User Timing), for DevTools and the benchmarks.

use super::window;

/// A measure that has begun.
pub struct Timing {
    name: &'static str,
}

/// Begins a measure.
pub fn start(name: &'static str) -> Timing {
    if let Some(performance) = window().performance()
        && let Err(error) = performance.mark(name)
    {
        web_sys::console::warn_1(&error);
    }
    Timing { name }
}

/// Milliseconds since the page was opened, with fractions; 0 where the browser does not tell.
pub fn now() -> f64 {
    window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}

impl Timing {
    /// Ends the measure; it stands in the timeline under its name from then on.
    pub fn end(self) {
        if let Some(performance) = window().performance()
            && let Err(error) = performance.measure_with_start_mark(self.name, self.name)
        {
            web_sys::console::warn_1(&error);
        }
    }
}
