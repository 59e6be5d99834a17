//! Builds the site.

use std::path::Path;
use std::process::Command;

use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::sizes;
use crate::squeeze;
use crate::terminal;
use crate::tools::Toolbox;

/// The folder of the finished site.
pub const DIST: &str = "dist";

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For people who use it: small and fast, built in minutes at first.
    Release,
    /// For people who work on it: built in seconds after a change.
    Dev,
}

/// Builds `dist/`, ready for a host.
pub fn build(root: &Root, tools: &Toolbox) -> Outcome {
    build_into(root, tools, &root.at(DIST), Profile::Release)
}

/// Prints what a first visit of `dist/` loads and holds it against the budget.
pub fn weigh(root: &Root) -> Outcome {
    sizes::report(&root.at(DIST))
}

/// Builds the site into a folder.
pub fn build_into(root: &Root, tools: &Toolbox, folder: &Path, profile: Profile) -> Outcome {
    terminal::announce(match profile {
        Profile::Release => "building the site (about two minutes at first, then seconds)",
        Profile::Dev => "building the site, unoptimised",
    });
    // Trunk is kept off the network; what the program is built from is fetched before, exactly as pinned.
    process::run(process::cargo().current_dir(root.folder()).args(["fetch", "--locked"]), "cargo fetch").map_err(|_told_above| {
        Failure::new(
            "What Seatwork is built from could not be fetched. Either there is no network, or Cargo.toml was changed and \
             Cargo.lock was not: then `cargo check` brings it up to date.",
        )
    })?;
    let mut trunk = tools.trunk(root);
    trunk.args(["--quiet", "build"]);
    options(&mut trunk, folder, profile);
    process::run(&mut trunk, "The build")?;
    if profile == Profile::Release {
        squeeze::squeeze(folder)?;
    }
    Ok(())
}

/// What building and serving have in common.
pub fn options(trunk: &mut Command, folder: &Path, profile: Profile) {
    trunk.arg("--dist").arg(folder);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
}
