//! What was asked for on the command line.

use crate::process::{Failure, Outcome};

/// The text of `cargo xtask help`.
pub const USAGE: &str = "\
Seatwork: set up, build, serve, test and measure

    cargo xtask serve           build and serve at http://localhost:8080/; rebuilds after every change
          --port N              at another port
          --open                and open it in the browser
          --dev                 built fast instead of small (for work on the program)
    cargo xtask test            formatting, clippy, native tests, build, browser tests
          --native              only what needs no browser
          --browser             only the build and the browser tests
          -- ARGUMENTS          passed to the browser tests (-g TITLE, --headed, --ui …)
    cargo xtask dist            build the site into dist/, for any static host and any folder on it; prints the sizes
    cargo xtask bench           build, then measure
    cargo xtask screenshots     build, then take the pictures for the documentation
    cargo xtask help            this text

Whatever is missing is installed on first use: the wasm32 target, Trunk and the wasm-bindgen CLI (about five minutes,
once per machine). Browser tests need Node 20 or newer, and Chrome or Chromium; SEATWORK_CHROME names another one.";

/// The port that is used when none is named.
pub const USUAL_PORT: u16 = 8080;

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage text.
    Help,
    /// Build and serve.
    Serve(Serving),
    /// Build the site for a host.
    Dist,
    /// Run the tests.
    Test(Testing),
    /// Measure.
    Bench,
    /// Take the pictures for the documentation.
    Screenshots,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serving {
    /// The port on this machine.
    pub port: u16,
    /// Whether to open the page in the browser.
    pub open: bool,
    /// Whether to build fast instead of small.
    pub dev: bool,
}

/// What to test.
#[derive(Debug, PartialEq, Eq)]
pub struct Testing {
    /// Whether to run what needs no browser.
    pub native: bool,
    /// Whether to build the site and run the browser tests.
    pub browser: bool,
    /// Arguments for the browser tests.
    pub passed_on: Vec<String>,
}

/// Reads the arguments after `cargo xtask`.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Outcome<Task> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next();
    match command.as_deref() {
        None | Some("help" | "--help" | "-h") => Ok(Task::Help),
        Some("serve") => serving(arguments),
        Some("test") => testing(arguments),
        Some("dist") => alone(arguments, Task::Dist),
        Some("bench") => alone(arguments, Task::Bench),
        Some("screenshots") => alone(arguments, Task::Screenshots),
        Some(unknown) => Err(Failure::new(format!(
            "There is no command “{unknown}”.\n\n{USAGE}"
        ))),
    }
}

fn serving(mut arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut how = Serving {
        port: USUAL_PORT,
        open: false,
        dev: false,
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => how.open = true,
            "--dev" => how.dev = true,
            "--port" => how.port = port(arguments.next().as_deref())?,
            "--help" | "-h" => return Ok(Task::Help),
            other => match other.strip_prefix("--port=") {
                Some(number) => how.port = port(Some(number))?,
                None => return unknown(other),
            },
        }
    }
    Ok(Task::Serve(how))
}

fn port(number: Option<&str>) -> Outcome<u16> {
    number
        .and_then(|text| text.parse().ok())
        .filter(|port| *port != 0)
        .ok_or_else(|| {
            Failure::new("--port needs a number from 1 to 65535, for example --port 9000.")
        })
}

fn testing(mut arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let (mut native, mut browser) = (false, false);
    for argument in arguments.by_ref() {
        match argument.as_str() {
            "--native" => native = true,
            "--browser" => browser = true,
            "--help" | "-h" => return Ok(Task::Help),
            "--" => break,
            other => return unknown(other),
        }
    }
    let both = native == browser;
    Ok(Task::Test(Testing {
        native: native || both,
        browser: browser || both,
        passed_on: arguments.collect(),
    }))
}

fn alone(mut arguments: impl Iterator<Item = String>, task: Task) -> Outcome<Task> {
    match arguments.next().as_deref() {
        None => Ok(task),
        Some("--help" | "-h") => Ok(Task::Help),
        Some(other) => unknown(other),
    }
}

fn unknown(argument: &str) -> Outcome<Task> {
    Err(Failure::new(format!(
        "There is no option “{argument}” here. `cargo xtask help` lists them."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    fn check(line: &str, expected: Task) {
        assert_eq!(read(line), Ok(expected), "{line}");
    }

    fn refused(line: &str, because: &str) {
        let words = read(line).unwrap_err().to_string();
        assert!(words.contains(because), "{line}: {words}");
    }

    fn tested(native: bool, browser: bool, passed_on: &[&str]) -> Task {
        Task::Test(Testing {
            native,
            browser,
            passed_on: passed_on.iter().map(|word| (*word).to_owned()).collect(),
        })
    }

    #[test]
    fn commands_are_read() {
        check("", Task::Help);
        check("help", Task::Help);
        check("serve --help", Task::Help);
        check("dist", Task::Dist);
        check("bench", Task::Bench);
        check("screenshots", Task::Screenshots);
        check(
            "serve",
            Task::Serve(Serving {
                port: 8080,
                open: false,
                dev: false,
            }),
        );
        check(
            "serve --open --dev --port 9000",
            Task::Serve(Serving {
                port: 9000,
                open: true,
                dev: true,
            }),
        );
        check(
            "serve --port=9000",
            Task::Serve(Serving {
                port: 9000,
                open: false,
                dev: false,
            }),
        );
    }

    #[test]
    fn tests_run_whole_or_in_parts() {
        check("test", tested(true, true, &[]));
        check("test --native", tested(true, false, &[]));
        check(
            "test --browser -- -g name --native",
            tested(false, true, &["-g", "name", "--native"]),
        );
        check("test --native --browser", tested(true, true, &[]));
    }

    #[test]
    fn what_is_not_understood_is_refused_in_words() {
        refused("sevre", "There is no command “sevre”");
        refused("dist --fast", "There is no option “--fast”");
        refused("test -g name", "There is no option “-g”");
        refused("serve --port", "from 1 to 65535");
        refused("serve --port 70000", "from 1 to 65535");
        refused("serve --port 0", "from 1 to 65535");
    }
}
