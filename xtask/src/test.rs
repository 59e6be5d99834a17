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
        let verdict = Verdict {
            runner,
            passed: outcome.is_ok(),
            taken: begun.elapsed(),
        };
        match outcome {
            Ok(()) => terminal::say(&format!(
                "{runner}: passed in {}",
                terminal::duration(verdict.taken)
            )),
            Err(failure) => terminal::say(&format!("{runner}: FAILED. {failure}")),
        }
        let passed = verdict.passed;
        self.0.push(verdict);
        passed
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
    fn the_last_line_counts_the_runners() {
        let mut tally = Tally::default();
        for (runner, passed) in [("formatting", true), ("native tests", false)] {
            tally.0.push(Verdict {
                runner,
                passed,
                taken: Duration::from_secs(1),
            });
        }
        assert_eq!(
            tally.summary(),
            "passed  formatting                    1.0 s\n\
             FAILED  native tests                  1.0 s\n\n\
             1 passed, 1 failed"
        );
    }

    #[test]
    fn a_failure_is_counted_and_the_next_one_runs() {
        let mut tally = Tally::default();
        assert!(!tally.run("first", || Err(Failure::new("It failed."))));
        assert!(tally.run("second", || Ok(())));
        assert!(tally.summary().ends_with("1 passed, 1 failed"));
    }
}
