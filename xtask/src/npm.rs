//! Node and the packages of the browser tests and of Lighthouse. The product needs neither.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, Failure, Outcome};
use crate::{terminal, versions};

/// The oldest Node that the test packages support.
const MIN_NODE: u32 = 20;

/// A copy, in `node_modules`, of the lock file that the packages were installed from.
const STAMP: &str = "installed-from.json";

/// Installs the packages of the folder's `package-lock.json` unless they are installed.
pub fn prepare(folder: &Path) -> Outcome {
    check_node()?;
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", lock.display())))?;
    let stamp = folder.join("node_modules").join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    terminal::announce("installing packages from npm (seconds)");
    let mut npm = process::command_in(folder, if cfg!(windows) { "npm.cmd" } else { "npm" });
    // The tests use the machine's browser.
    npm.args(["ci", "--no-fund", "--no-audit"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut npm, "npm ci")?;
    fs::write(&stamp, wanted)
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", stamp.display())))
}

fn check_node() -> Outcome {
    let advice = format!(
        "Install Node {MIN_NODE} or newer (https://nodejs.org) and start again; everything but the \
         browser tests, bench and screenshots works without it."
    );
    let answer = process::answer(Command::new("node").arg("--version")).ok_or_else(|| {
        Failure::new(format!(
            "The browser tests need Node, which is not installed or not on the PATH. {advice}"
        ))
    })?;
    match versions::node_major(&answer) {
        Some(major) if major >= MIN_NODE => Ok(()),
        _ => Err(Failure::new(format!(
            "The browser tests need a newer Node than {answer}. {advice}"
        ))),
    }
}
