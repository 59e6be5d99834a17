//! Parses the command line.

use crate::process::{Failure, Outcome};
use crate::site::Parts;

/// The text of `cargo xtask help`.
pub const USAGE: &str = "\
Seatwork: set up, build, serve, test and measure

    cargo xtask serve           build and serve at http://localhost:8080/, rebuild on change
          --port N              use another port
          --open                open it in the browser
          --dev                 build fast instead of small (for work on the program)
    cargo xtask test            formatting, clippy, native tests, build, browser tests; the main
                                procedures in Firefox too, if it is installed
          --native              only what needs no browser
          --browser             only the build and the browser tests
          --firefox             only the build and the procedures in Firefox
          -- ARGUMENTS          passed to the browser tests (-g TITLE, --headed, --ui …)
    cargo xtask dist            build dist/, for any folder of any static host; print the sizes
          --archive             also pack target/seatwork-VERSION.zip, to be given away
          --whole               leave the program in one file
    cargo xtask bench           build, then measure
    cargo xtask soak            build, then kill pages and browsers while they save (10 minutes)
    cargo xtask lighthouse      build, then print Lighthouse's scores
    cargo xtask screenshots     build, then take the pictures for the documentation
    cargo xtask help            this text

What is missing is installed on first use: the wasm32 target, Trunk and the wasm-bindgen CLI
(about five minutes, once per machine). Browser tests need Node 20 or newer, and Chrome or
Chromium; SEATWORK_CHROME names another one.";

/// The port when none is given.
pub const DEFAULT_PORT: u16 = 8080;

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage text.
    Help,
    /// Build and serve.
    Serve(ServeOptions),
    /// Build the site for a host.
    Dist(DistOptions),
    /// Run the tests.
    Test(TestOptions),
    /// Measure.
    Bench,
    /// Kill pages and browsers while they save.
    Soak,
    /// Print Lighthouse's scores.
    Lighthouse,
    /// Take the pictures for the documentation.
    Screenshots,
}

/// The options of `dist`.
#[derive(Debug, PartialEq, Eq)]
pub struct DistOptions {
    /// Whether to pack an archive as well.
    pub archive: bool,
    /// How many files the program is.
    pub parts: Parts,
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// The port on localhost.
    pub port: u16,
    /// Whether to open the page in the browser.
    pub open: bool,
    /// Whether to build fast instead of small.
    pub dev: bool,
}

/// The options of `test`.
#[derive(Debug, PartialEq, Eq)]
pub struct TestOptions {
    /// Whether to run what needs no browser.
    pub native: bool,
    /// Whether to build the site and run the browser tests.
    pub browser: bool,
    /// Whether to build the site and run the main procedures in Firefox.
    pub firefox: Firefox,
    /// Arguments for Playwright.
    pub playwright: Vec<String>,
}

/// Whether the main procedures run in Firefox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firefox {
    /// They do not.
    No,
    /// They do where Firefox is installed.
    IfInstalled,
    /// They do, and a missing Firefox is installed or reported.
    Yes,
}

/// Parses the arguments after `cargo xtask`.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Outcome<Task> {
    let mut arguments = arguments.into_iter();
    let command = arguments.next();
    match command.as_deref() {
        None | Some("help" | "--help" | "-h") => Ok(Task::Help),
        Some("serve") => parse_serve(arguments),
        Some("test") => parse_test(arguments),
        Some("dist") => parse_dist(arguments),
        Some("bench") => without_options(arguments, Task::Bench),
        Some("soak") => without_options(arguments, Task::Soak),
        Some("lighthouse") => without_options(arguments, Task::Lighthouse),
        Some("screenshots") => without_options(arguments, Task::Screenshots),
        Some(unknown) => Err(Failure::new(format!(
            "There is no command “{unknown}”.\n\n{USAGE}"
        ))),
    }
}

fn parse_serve(mut arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut options = ServeOptions {
        port: DEFAULT_PORT,
        open: false,
        dev: false,
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--open" => options.open = true,
            "--dev" => options.dev = true,
            "--port" => options.port = parse_port(arguments.next().as_deref())?,
            "--help" | "-h" => return Ok(Task::Help),
            other => match other.strip_prefix("--port=") {
                Some(number) => options.port = parse_port(Some(number))?,
                None => return unknown_option(other),
            },
        }
    }
    Ok(Task::Serve(options))
}

fn parse_port(number: Option<&str>) -> Outcome<u16> {
    number
        .and_then(|text| text.parse().ok())
        .filter(|port| *port != 0)
        .ok_or_else(|| {
            Failure::new("--port needs a number from 1 to 65535, for example --port 9000.")
        })
}

fn parse_dist(arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut options = DistOptions {
        archive: false,
        parts: Parts::Divided,
    };
    for argument in arguments {
        match argument.as_str() {
            "--archive" => options.archive = true,
            "--whole" => options.parts = Parts::Whole,
            "--help" | "-h" => return Ok(Task::Help),
            other => return unknown_option(other),
        }
    }
    Ok(Task::Dist(options))
}

fn parse_test(mut arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let (mut native, mut browser, mut firefox) = (false, false, false);
    for argument in arguments.by_ref() {
        match argument.as_str() {
            "--native" => native = true,
            "--browser" => browser = true,
            "--firefox" => firefox = true,
            "--help" | "-h" => return Ok(Task::Help),
            "--" => break,
            other => return unknown_option(other),
        }
    }
    let all = native == browser && native == firefox;
    let playwright: Vec<String> = arguments.collect();
    let firefox = match firefox {
        true => Firefox::Yes,
        // Arguments for Playwright choose among its tests.
        false if all && playwright.is_empty() => Firefox::IfInstalled,
        false => Firefox::No,
    };
    Ok(Task::Test(TestOptions {
        native: native || all,
        browser: browser || all,
        firefox,
        playwright,
    }))
}

fn without_options(mut arguments: impl Iterator<Item = String>, task: Task) -> Outcome<Task> {
    match arguments.next().as_deref() {
        None => Ok(task),
        Some("--help" | "-h") => Ok(Task::Help),
        Some(other) => unknown_option(other),
    }
}

fn unknown_option(argument: &str) -> Outcome<Task> {
    Err(Failure::new(format!(
        "There is no option “{argument}” here. `cargo xtask help` lists them."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Outcome<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    fn check(line: &str, expected: Task) {
        assert_eq!(parse_line(line), Ok(expected), "{line}");
    }

    fn check_refused(line: &str, reason: &str) {
        let message = parse_line(line).unwrap_err().to_string();
        assert!(message.contains(reason), "{line}: {message}");
    }

    fn test_task(native: bool, browser: bool, firefox: Firefox, playwright: &[&str]) -> Task {
        Task::Test(TestOptions {
            native,
            browser,
            firefox,
            playwright: playwright.iter().map(|word| (*word).to_owned()).collect(),
        })
    }

    #[test]
    fn commands_are_parsed() {
        check("", Task::Help);
        check("help", Task::Help);
        check("serve --help", Task::Help);
        let dist = |archive, parts| Task::Dist(DistOptions { archive, parts });
        check("dist", dist(false, Parts::Divided));
        check("dist --archive", dist(true, Parts::Divided));
        check("dist --whole", dist(false, Parts::Whole));
        check("lighthouse", Task::Lighthouse);
        check("bench", Task::Bench);
        check("soak", Task::Soak);
        check("screenshots", Task::Screenshots);
        check(
            "serve",
            Task::Serve(ServeOptions {
                port: 8080,
                open: false,
                dev: false,
            }),
        );
        check(
            "serve --open --dev --port 9000",
            Task::Serve(ServeOptions {
                port: 9000,
                open: true,
                dev: true,
            }),
        );
        check(
            "serve --port=9000",
            Task::Serve(ServeOptions {
                port: 9000,
                open: false,
                dev: false,
            }),
        );
    }

    #[test]
    fn tests_run_completely_or_in_parts() {
        let (no, yes) = (Firefox::No, Firefox::Yes);
        check("test", test_task(true, true, Firefox::IfInstalled, &[]));
        check("test -- licenses", test_task(true, true, no, &["licenses"]));
        check("test --native", test_task(true, false, no, &[]));
        check("test --firefox", test_task(false, false, yes, &[]));
        check(
            "test --browser -- -g name --native",
            test_task(false, true, no, &["-g", "name", "--native"]),
        );
        check(
            "test --native --browser --firefox",
            test_task(true, true, yes, &[]),
        );
    }

    #[test]
    fn unknown_arguments_are_refused_with_a_reason() {
        check_refused("sevre", "There is no command “sevre”");
        check_refused("dist --fast", "There is no option “--fast”");
        check_refused("test -g name", "There is no option “-g”");
        check_refused("serve --port", "from 1 to 65535");
        check_refused("serve --port 70000", "from 1 to 65535");
        check_refused("serve --port 0", "from 1 to 65535");
    }
}
