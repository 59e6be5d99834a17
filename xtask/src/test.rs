//! Runs all checks of the project, one after the other. A failure does not stop the next check.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::arguments::{Firefox, TestOptions};
use crate::browser::{self, Browser, Purpose};
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::site::Parts;
use crate::tools::{self, Toolbox};
use crate::{nginx, site, terminal};

/// The results so far.
#[derive(Default)]
struct Tally(Vec<Verdict>);

struct Verdict {
    check: &'static str,
    passed: bool,
    duration: Duration,
}

/// Runs the chosen checks and prints a summary. The exit code says whether all passed.
pub fn run(root: &Root, options: &TestOptions) -> ExitCode {
    let mut tally = Tally::default();
    if options.native {
        run_native(&mut tally, root);
    }
    let firefox = match options.firefox {
        Firefox::No => false,
        Firefox::IfInstalled => browser::find_firefox().is_some(),
        Firefox::Yes => true,
    };
    if options.browser || firefox {
        let built = build(&mut tally, root);
        if firefox {
            run_firefox(&mut tally, root, built);
        }
        // Last, so that the list of the tests that failed stands right above the summary.
        if options.browser {
            run_browser(&mut tally, root, built, &options.playwright);
        }
    }
    tally.sum_up()
}

fn run_native(tally: &mut Tally, root: &Root) {
    tally.run("formatting", || cargo(root, "fmt --all --check"));
    tally.run("clippy (this machine)", || {
        cargo(root, "clippy --workspace --all-targets -- -D warnings")
    });
    tally.run("clippy (browser)", || {
        tools::install_wasm_target(root)?;
        let target = tools::WASM;
        cargo(
            root,
            &format!("clippy --lib --bins --features split --target {target} -- -D warnings"),
        )
    });
    tally.run("native tests", || cargo(root, "test --workspace"));
}

fn build(tally: &mut Tally, root: &Root) -> bool {
    tally.run("build", || {
        site::build(root, &Toolbox::prepare(root)?, Parts::Divided)
    })
}

fn run_firefox(tally: &mut Tally, root: &Root, built: bool) {
    tally.run("procedures in Firefox", || {
        if !built {
            return Err(nothing_built());
        }
        process::run(&mut browser::firefox_tests(root)?, "The tests in Firefox")
    });
}

fn run_browser(tally: &mut Tally, root: &Root, built: bool, arguments: &[String]) {
    tally.run("size", || {
        if built {
            site::weigh(root)
        } else {
            Err(nothing_built())
        }
    });
    tally.run("browser tests", || {
        if !built {
            return Err(nothing_built());
        }
        let browser = Browser::prepare(root, Purpose::Tests)?;
        nginx::prepare();
        process::run(
            browser.playwright()?.arg("test").args(arguments),
            "Playwright",
        )
    });
}

fn nothing_built() -> Failure {
    Failure::new("Not run: the site could not be built, see above.")
}

fn cargo(root: &Root, arguments: &str) -> Outcome {
    let mut command: Command = process::cargo();
    process::run(
        command
            .current_dir(root.folder())
            .args(arguments.split_whitespace()),
        &format!("cargo {arguments}"),
    )
}

impl Tally {
    /// Runs a check between a heading and a line with its result. Returns whether it passed.
    fn run(&mut self, check: &'static str, work: impl FnOnce() -> Outcome) -> bool {
        terminal::announce(check);
        let start = Instant::now();
        let outcome = work();
        terminal::say(&self.record(check, &outcome, start.elapsed()));
        outcome.is_ok()
    }

    /// Records a result and returns the line that reports it.
    fn record(&mut self, check: &'static str, outcome: &Outcome, duration: Duration) -> String {
        self.0.push(Verdict {
            check,
            passed: outcome.is_ok(),
            duration,
        });
        match outcome {
            Ok(()) => format!("{check}: passed in {}", terminal::format_duration(duration)),
            Err(failure) => format!("{check}: FAILED. {failure}"),
        }
    }

    fn sum_up(&self) -> ExitCode {
        terminal::announce("summary");
        terminal::say(&self.summary());
        if self.0.iter().all(|verdict| verdict.passed) {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    /// A line per check, then a last line of the form `N passed, N failed`.
    fn summary(&self) -> String {
        let line = |verdict: &Verdict| {
            let word = if verdict.passed { "passed" } else { "FAILED" };
            format!(
                "{word}  {:<22} {:>12}\n",
                verdict.check,
                terminal::format_duration(verdict.duration)
            )
        };
        let passed = self.0.iter().filter(|verdict| verdict.passed).count();
        let lines: String = self.0.iter().map(line).collect();
        format!("{lines}\n{passed} passed, {} failed", self.0.len() - passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_line_and_the_last_line_counts_them() {
        let mut tally = Tally::default();
        let second = Duration::from_secs(1);
        let failed = Err(Failure::new("It is broken."));
        assert_eq!(
            tally.record("formatting", &Ok(()), second),
            "formatting: passed in 1.0 s"
        );
        assert_eq!(
            tally.record("native tests", &failed, second),
            "native tests: FAILED. It is broken."
        );
        assert_eq!(
            tally.summary(),
            "passed  formatting                    1.0 s\n\
             FAILED  native tests                  1.0 s\n\n\
             1 passed, 1 failed"
        );
    }
}
