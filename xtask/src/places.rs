//! The repository's folder, and the per-user folder for built tools.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::process::{Failure, Outcome};

/// The repository's root folder.
pub struct Root(PathBuf);

impl Root {
    /// Finds the folder above this crate's, which cargo names in the environment.
    pub fn find() -> Outcome<Self> {
        env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .and_then(|folder| folder.parent().map(Path::to_owned))
            .filter(|root| root.join("Trunk.toml").is_file())
            .map(Self)
            .ok_or_else(|| {
                Failure::new("Start this with `cargo xtask …` inside the Seatwork repository.")
            })
    }

    /// The root folder itself.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// The path of a file or folder in the repository.
    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Reads a text file of the repository.
    pub fn read(&self, name: &str) -> Outcome<String> {
        fs::read_to_string(self.at(name))
            .map_err(|error| Failure::new(format!("{name} cannot be read: {error}.")))
    }
}

/// The per-user folder for tools, or one in `target/` on systems without a cache folder.
pub fn tools_folder(root: &Root) -> PathBuf {
    cache_folder(env::consts::OS, |name| env::var_os(name)).map_or_else(
        || root.at("target").join("tools"),
        |cache| cache.join("seatwork").join("tools"),
    )
}

/// The user's cache folder by the conventions of the operating system. Relative paths are ignored.
fn cache_folder(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| {
        variable(name)
            .map(PathBuf::from)
            .filter(|path| path.has_root())
    };
    match system {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library").join("Caches")),
        _ => folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(system: &str, variables: &[(&str, &str)], expected: Option<&str>) {
        let find = |name: &str| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| OsString::from(value))
        };
        assert_eq!(
            cache_folder(system, find),
            expected.map(PathBuf::from),
            "{system} {variables:?}"
        );
    }

    #[test]
    fn every_system_has_its_own_cache_folder() {
        check("linux", &[("HOME", "/home/mia")], Some("/home/mia/.cache"));
        check(
            "linux",
            &[("HOME", "/home/mia"), ("XDG_CACHE_HOME", "/var/mia")],
            Some("/var/mia"),
        );
        check(
            "linux",
            &[("HOME", "/home/mia"), ("XDG_CACHE_HOME", "relative")],
            Some("/home/mia/.cache"),
        );
        check(
            "linux",
            &[("HOME", "/home/mia"), ("XDG_CACHE_HOME", "")],
            Some("/home/mia/.cache"),
        );
        check(
            "macos",
            &[("HOME", "/Users/mia")],
            Some("/Users/mia/Library/Caches"),
        );
        check(
            "windows",
            &[("LOCALAPPDATA", "/Users/mia/AppData/Local")],
            Some("/Users/mia/AppData/Local"),
        );
        check("linux", &[], None);
        check("windows", &[("HOME", "/home/mia")], None);
    }
}
