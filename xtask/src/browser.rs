//! Finds the browser for tests, benchmarks and screenshots, and starts the scripts that drive it.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;
use crate::npm;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::terminal;

/// The variable that names the browser's executable: set by the user, or here for every script.
const CHROME: &str = "SEATWORK_CHROME";

/// The variable for the port of the scripts' web server. It differs, so that runs can overlap.
const PORT: &str = "SEATWORK_PORT";

/// The folder of the browser tests and their packages.
const TESTS: &str = "tests/e2e";

/// Chromium without windows. In tests it takes less than half of the processor time of Chromium
/// itself, which sets up an invisible window with its toolbar for each test.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

/// The variable that names Firefox's executable: set by the user, or here for the script.
const FIREFOX: &str = "SEATWORK_FIREFOX";

/// Firefox's names on Linux, and its package on Debian.
const FIREFOX_NAMES: [&str; 2] = ["firefox", FIREFOX_ESR];
const FIREFOX_ESR: &str = "firefox-esr";

/// The usual places of Firefox elsewhere.
const FIREFOX_PLACES: [&str; 2] = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/// The browser's names on Linux, in order of preference.
const NAMES: [&str; 6] = [
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
];

const LINUX: [&str; 3] = [
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
];

const MACOS: [&str; 3] = [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS: [&str; 3] = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// What a browser is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Tests prefer the browser that starts fastest.
    Tests,
    /// Measurements and pictures need the browser that people use.
    Measurements,
}

/// A browser and the installed packages that drive it.
pub struct Browser {
    chrome: PathBuf,
    tests: PathBuf,
}

impl Browser {
    /// Finds the browser and installs the packages.
    pub fn prepare(root: &Root, purpose: Purpose) -> Outcome<Self> {
        let tests = root.at(TESTS);
        npm::prepare(&tests)?;
        Ok(Self {
            chrome: chrome(purpose)?,
            tests,
        })
    }

    /// Playwright's test runner, in the folder of the browser tests.
    ///
    /// Not started with `npx`: on Windows that is a batch file, which changes some characters
    /// in its arguments.
    pub fn playwright(&self) -> Outcome<Command> {
        let program: PathBuf = ["node_modules", "@playwright", "test", "cli.js"]
            .iter()
            .collect();
        self.node(&self.tests, &self.tests.join(program))
    }

    /// A Node script that runs in `folder` and finds browser and port in its environment.
    pub fn node(&self, folder: &Path, script: &Path) -> Outcome<Command> {
        let mut command = process::command_in(folder, "node");
        command
            .arg(script)
            .env(CHROME, &self.chrome)
            .env(PORT, free_port()?.to_string());
        Ok(command)
    }
}

/// Finds Firefox.
pub fn find_firefox() -> Option<PathBuf> {
    let named = env::var_os(FIREFOX).map(PathBuf::from);
    named
        .filter(|file| file.is_file())
        .or_else(|| {
            FIREFOX_NAMES
                .iter()
                .find_map(|name| process::find_on_path(name))
        })
        .or_else(|| {
            FIREFOX_PLACES
                .iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
}

/// Finds Firefox, and installs it where that is possible without asking.
pub fn firefox() -> Outcome<PathBuf> {
    if let Some(found) = find_firefox() {
        return Ok(found);
    }
    if debian::can_install_on_debian() {
        debian::install(&[FIREFOX_ESR])?;
    }
    find_firefox().ok_or_else(|| {
        Failure::new(format!(
            "Firefox was not found. Install it, or set the environment variable {FIREFOX} to its \
             executable."
        ))
    })
}

/// The main procedures in Firefox, to be run in the folder of the browser tests.
pub fn firefox_tests(root: &Root) -> Outcome<Command> {
    let tests = root.at(TESTS);
    npm::prepare(&tests)?;
    let mut command = process::command_in(&tests, "node");
    command
        .args(["--test", "firefox.mjs"])
        .env(FIREFOX, firefox()?)
        .env(PORT, free_port()?.to_string());
    Ok(command)
}

fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::new(format!("No port is free for the test server: {error}.")))
}

/// Finds the browser's executable, and installs one where that is possible without asking.
fn chrome(purpose: Purpose) -> Outcome<PathBuf> {
    if let Some(named) = env::var_os(CHROME)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    {
        return if named.is_file() {
            Ok(named)
        } else {
            Err(Failure::new(format!(
                "{CHROME} names {}, and there is no such program.",
                named.display()
            )))
        };
    }
    if purpose == Purpose::Tests
        && let Some(shell) = headless_shell()
    {
        return Ok(shell);
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if debian::can_install() {
        debian::install(&["chromium"])?;
    }
    installed().ok_or_else(|| {
        Failure::new(format!(
            "The browser tests need Chrome or Chromium, and none was found. Install one (Debian \
             and Ubuntu: sudo apt install chromium; macOS: brew install --cask google-chrome; \
             Windows: winget install Google.Chrome), or set the environment variable {CHROME} to \
             its executable."
        ))
    })
}

/// Finds the headless shell, and installs it where that is possible without asking. Nothing when
/// that fails: the other browsers do as well.
fn headless_shell() -> Option<PathBuf> {
    let find = || process::find_on_path(HEADLESS_SHELL);
    find().or_else(|| {
        if debian::can_install_on_debian() && debian::install(&[HEADLESS_SHELL]).is_err() {
            terminal::say("The tests run in another browser, which takes longer.");
        }
        find()
    })
}

fn installed() -> Option<PathBuf> {
    if cfg!(any(windows, target_os = "macos")) {
        None
    } else {
        NAMES.iter().find_map(|name| process::find_on_path(name))
    }
    .or_else(|| {
        usual_places(env::consts::OS, |name| env::var_os(name).map(PathBuf::from))
            .into_iter()
            .find(|file| file.is_file())
    })
}

/// The usual paths of the browser's executable on a system.
fn usual_places(system: &str, variable: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    let (folders, files): (Vec<PathBuf>, &[&str]) = match system {
        "windows" => (
            ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
                .iter()
                .filter_map(|name| variable(name))
                .collect(),
            &WINDOWS,
        ),
        "macos" => {
            let own = variable("HOME").map(|home| home.join("Applications"));
            (
                [PathBuf::from("/Applications")]
                    .into_iter()
                    .chain(own)
                    .collect(),
                &MACOS,
            )
        }
        _ => (vec![PathBuf::from("/")], &LINUX),
    };
    files
        .iter()
        .flat_map(|file| folders.iter().map(move |folder| folder.join(file)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_places_differ_by_system() {
        let variable = |name: &str| match name {
            "HOME" => Some(PathBuf::from("/Users/mia")),
            "ProgramFiles" => Some(PathBuf::from("/Program Files")),
            _ => None,
        };
        let places = |system: &str| usual_places(system, variable);
        assert_eq!(
            places("linux").last(),
            Some(&PathBuf::from("/snap/bin/chromium"))
        );
        assert_eq!(
            places("macos").get(1),
            Some(&PathBuf::from(
                "/Users/mia/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
            ))
        );
        assert_eq!(
            places("windows").first(),
            Some(&PathBuf::from(
                "/Program Files/Google/Chrome/Application/chrome.exe"
            ))
        );
        assert_eq!(places("windows").len(), 3);
    }
}
