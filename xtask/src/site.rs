//! Builds the site into `dist/`.

use std::path::Path;
use std::process::Command;

use crate::hosting;
use crate::offline;
use crate::one_file::{self, ONE_FILE};
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::scorm;
use crate::sizes;
use crate::split;
use crate::squeeze;
use crate::terminal;
use crate::tools::Toolbox;

/// The folder the finished site is built into.
pub const DIST: &str = "dist";

/// How many files the program of the finished site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// One, as small as it is without being divided.
    Whole,
    /// One for what everybody needs at once, others for what is done later.
    Divided,
}

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast; takes minutes for the first build.
    Release(Parts),
    /// Unoptimized; takes seconds after a change.
    Dev,
}

/// Builds the release site into `dist/`.
pub fn build(root: &Root, tools: &Toolbox, parts: Parts) -> Outcome {
    build_into(root, tools, &root.at(DIST), Profile::Release(parts))
}

/// Prints what a first visit of `dist/` loads, and fails when that exceeds the budget.
pub fn weigh(root: &Root) -> Outcome {
    sizes::report(&root.at(DIST))
}

/// Builds the site into `folder`.
pub fn build_into(root: &Root, tools: &Toolbox, folder: &Path, profile: Profile) -> Outcome {
    terminal::announce(match profile {
        Profile::Release(_) => "building the site (about four minutes at first, then seconds)",
        Profile::Dev => "building the site, unoptimized",
    });
    fetch_dependencies(root)?;
    let mut trunk = tools.trunk(root);
    trunk.args(["--quiet", "build"]);
    add_options(&mut trunk, folder, profile);
    process::run(&mut trunk, "The build")?;
    if let Profile::Release(parts) = profile {
        squeeze::squeeze(folder)?;
        let one_file = one_file::make(folder)?;
        if parts == Parts::Divided {
            split::divide(root, tools, folder)?;
        }
        offline::make_installable(root, folder)?;
        offline::write(&folder.join(ONE_FILE), one_file)?;
        scorm::pack(root, folder)?;
        hosting::prepare(root, folder)?;
    }
    Ok(())
}

/// Fetches the pinned dependencies: Trunk builds offline.
fn fetch_dependencies(root: &Root) -> Outcome {
    let mut cargo = process::cargo();
    cargo.current_dir(root.folder()).args(["fetch", "--locked"]);
    process::run(&mut cargo, "cargo fetch").map_err(|_printed_above| {
        Failure::new(
            "The dependencies could not be fetched. Either there is no network, or Cargo.toml was \
             changed and Cargo.lock was not: then `cargo check` updates it.",
        )
    })
}

/// Adds the options that `trunk build` and `trunk serve` share.
pub fn add_options(trunk: &mut Command, folder: &Path, profile: Profile) {
    trunk.arg("--dist").arg(folder);
    if let Profile::Release(_) = profile {
        trunk.arg("--release");
    }
}
