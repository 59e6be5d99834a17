//! The only place that writes to the terminal. A reader that went away (`cargo xtask help | head`) is no error.

use std::io::{self, Write};
use std::time::Duration;

/// Writes one paragraph to the standard output.
pub fn say(text: &str) {
    let mut out = io::stdout().lock();
    // Nobody is left to be told when the terminal is gone.
    let _gone = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Announces a step.
pub fn announce(title: &str) {
    say(&format!("\n── {title} ──"));
}

/// Writes what went wrong to the standard error.
pub fn complain(text: &str) {
    let _gone = writeln!(io::stderr().lock(), "\n{text}");
}

/// A duration for people: `0.4 s`, `12 s`, `2 min 5 s`.
pub fn duration(taken: Duration) -> String {
    let seconds = taken.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else if seconds >= 10 {
        format!("{seconds} s")
    } else {
        format!("{:.1} s", taken.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_at_a_glance() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_millis(12_900)), "12 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 5 s");
    }
}
