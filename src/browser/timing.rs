//! Measures in the browser's own timeline (User Timing), for DevTools and the benchmarks.

use super::window;

/// A measure that has begun.
pub struct Timing {
    name: &'static str,
    start: f64,
}

/// Begins a measure.
pub fn start(name: &'static str) -> Timing {
    Timing { name, start: now() }
}

impl Timing {
    /// Ends the measure; it stands in the timeline under its name from then on.
    pub fn end(self) {
        let Some(performance) = window().performance() else { return };
        let options = web_sys::PerformanceMeasureOptions::new();
        options.set_start(&self.start.into());
        options.set_end(&now().into());
        // Only the timeline would miss it.
        drop(performance.measure_with_measure_options(self.name, &options));
    }
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
