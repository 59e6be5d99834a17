//! Benchmarks and screenshots of the finished site.

use std::fs;
use std::path::PathBuf;

use crate::browser::{Browser, Purpose};
use crate::npm;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::site::{self, Parts, Profile};
use crate::terminal;
use crate::tools::Toolbox;

/// Runs the native benchmarks, then measures the screens and the size of the finished site.
pub fn bench(root: &Root) -> Outcome {
    if has_native_benchmarks(root) {
        terminal::announce("measuring the rules");
        process::run(
            process::cargo().current_dir(root.folder()).arg("bench"),
            "cargo bench",
        )?;
    }
    run_on_the_site(root, "benches/screen.mjs", "measuring the screens")?;
    run_on_the_site(root, "benches/upload.mjs", "measuring Upload users")?;
    compare_with_whole(root)?;
    site::weigh(root)
}

/// Measures the site, which is there, beside one that is not divided into parts.
fn compare_with_whole(root: &Root) -> Outcome {
    let browser = Browser::prepare(root, Purpose::Measurements)?;
    let whole = root.at("target/whole");
    let profile = Profile::Release(Parts::Whole);
    site::build_into(root, &Toolbox::prepare(root)?, &whole, profile)?;
    terminal::announce("measuring the site in parts beside the whole one");
    let script = root.at("benches/parts.mjs");
    let mut comparison = browser.node(root.folder(), &script)?;
    comparison.arg(root.at(site::DIST)).arg(whole);
    process::run(&mut comparison, "benches/parts.mjs")
}

/// Runs the tests that kill pages and browsers, far more often than `cargo xtask test` does.
pub fn soak(root: &Root) -> Outcome {
    site::build(root, &Toolbox::prepare(root)?, Parts::Divided)?;
    let browser = Browser::prepare(root, Purpose::Measurements)?;
    terminal::announce("killing pages and browsers while they save");
    let mut playwright = browser.playwright()?;
    playwright
        .args(["test", "soak", "--workers", "1"])
        .env("SEATWORK_KILLS", "200")
        .env("SEATWORK_CHANGES", "250")
        .env("SEATWORK_POWER_CUTS", "5");
    process::run(&mut playwright, "Playwright")
}

/// Prints Lighthouse's scores. Its packages are installed only for this.
pub fn lighthouse(root: &Root) -> Outcome {
    npm::prepare(&root.at("benches"))?;
    run_on_the_site(root, "benches/lighthouse.mjs", "running Lighthouse")
}

/// Takes the screenshots for the documentation.
pub fn screenshots(root: &Root) -> Outcome {
    run_on_the_site(root, "tests/e2e/screenshots.mjs", "taking pictures")
}

fn run_on_the_site(root: &Root, script: &str, title: &str) -> Outcome {
    let file = root.at(script);
    if !file.is_file() {
        return Err(Failure::new(format!(
            "{script} is missing: there is nothing to run."
        )));
    }
    // A missing browser should be reported before minutes of building.
    let browser = Browser::prepare(root, Purpose::Measurements)?;
    site::build(root, &Toolbox::prepare(root)?, Parts::Divided)?;
    terminal::announce(title);
    process::run(&mut browser.node(root.folder(), &file)?, script)
}

/// Whether there are benchmarks in Rust.
fn has_native_benchmarks(root: &Root) -> bool {
    let files = fs::read_dir(root.at("benches"))
        .into_iter()
        .flatten()
        .flatten();
    files
        .map(|entry| entry.path())
        .any(|path: PathBuf| path.extension().is_some_and(|extension| extension == "rs"))
}
