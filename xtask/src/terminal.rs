//! Terminal output. A closed pipe (`cargo xtask help | head`) is not an error.

use std::io::{self, Write};
use std::time::Duration;

/// Writes a paragraph to standard output.
pub fn say(text: &str) {
    let mut out = io::stdout().lock();
    let _closed = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Writes the heading of a step.
pub fn announce(title: &str) {
    say(&format!("\n── {title} ──"));
}

/// Writes an error message to standard error.
pub fn complain(text: &str) {
    let _closed = writeln!(io::stderr().lock(), "\n{text}");
}

/// Formats a duration: `0.4 s`, `12 s`, `2 min 5 s`.
pub fn format_duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {} s", seconds / 60, seconds % 60)
    } else if seconds >= 10 {
        format!("{seconds} s")
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_readable_unit() {
        assert_eq!(format_duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(format_duration(Duration::from_millis(12_900)), "12 s");
        assert_eq!(format_duration(Duration::from_secs(125)), "2 min 5 s");
    }
}
