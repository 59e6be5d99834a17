//! Runs everything that checks the project, one runner after the other. A failure does not keep the next one from running.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::arguments::Testing;
use crate::browser::Browser;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::tools::{self, Toolbox};
use crate::{site, terminal};

/// What the runners said so far.
#[derive(Default)]
struct Tally(Vec<Verdict>);

struct Verdict {
    runner: &'static str,
    passed: bool,
    taken: Duration,
}

/// Runs what was asked for and sums it up; the exit code says whether all of it passed.
pub fn run(root: &Root, what: &Testing) -> ExitCode {
    let mut tally = Tally::default();
    if what.native {
        tally.run("formatting", || cargo(root, &["fmt", "--all", "--check"]));
        tally.run("clippy (this machine)", || {
            cargo(
                root,
                &[
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ],
            )
        });
        tally.run("clippy (browser)", || {
            tools::wasm_target(root)?;
            cargo(
                root,
                &[
                    "clippy",
                    "--lib",
                    "--bins",
                    "--target",
                    tools::WASM,
                    "--",
                    "-D",
                    "warnings",
                ],
            )
        });
        tally.run("native tests", || cargo(root, &["test", "--workspace"]));
    }
    if what.browser {
        let built = tally.run("build", || site::build(root, &Toolbox::prepare(root)?));
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
            let browser = Browser::prepare(root)?;
            process::run(
                browser.playwright()?.arg("test").args(&what.passed_on),
                "Playwright",
            )
        });
    }
    tally.sum_up()
}

fn nothing_built() -> Failure {
    Failure::new("Not run: the site could not be built, see above.")
}

fn cargo(root: &Root, arguments: &[&str]) -> Outcome {
    let mut command: Command = process::cargo();
    process::run(
        command.current_dir(root.folder()).args(arguments),
        &format!("cargo {}", arguments.join(" ")),
    )
}

impl Tally {
    /// Announces and runs one runner, and closes with one line. Gives whether it passed.
    fn run(&mut self, runner: &'static str, check: impl FnOnce() -> Outcome) -> bool {
        terminal::announce(runner);
        let begun = Instant::now();
        let outcome = check();
        terminal::say(&self.record(runner, &outcome, begun.elapsed()));
        outcome.is_ok()
    }

    /// Keeps what a runner said and gives its closing line.
    fn record(&mut self, runner: &'static str, outcome: &Outcome, taken: Duration) -> String {
        self.0.push(Verdict {
            runner,
            passed: outcome.is_ok(),
            taken,
        });
        match outcome {
            Ok(()) => format!("{runner}: passed in {}", terminal::duration(taken)),
            Err(failure) => format!("{runner}: FAILED. {failure}"),
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

    /// A line for every runner; the last line, alone: `N passed, N failed`.
    fn summary(&self) -> String {
        let line = |verdict: &Verdict| {
            let word = if verdict.passed { "passed" } else { "FAILED" };
            format!(
                "{word}  {:<22} {:>12}\n",
                verdict.runner,
                terminal::duration(verdict.taken)
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
    fn every_runner_closes_with_a_line_and_the_last_line_counts_them() {
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
