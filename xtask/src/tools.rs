//! Sees to it that everything the build needs is installed: the wasm32 target, Trunk and the wasm-bindgen CLI.
//!
//! The tools are kept per user and version, so that a fresh clone finds them. A tool is built next to its place and
//! moved there when it is whole: an interrupted installation is never mistaken for a finished one.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::places::{self, Root};
use crate::process::{self, Failure, Outcome};
use crate::{terminal, versions};

/// The target that runs in browsers.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that is built from its source when it is missing.
struct Tool {
    /// The name it is started by.
    command: &'static str,
    /// The package it comes from.
    package: &'static str,
    version: String,
    /// What it is for, and how long building it takes on two cores.
    about: &'static str,
    /// Measured: which optimisation gives the shortest time to a finished site.
    optimisation: &'static str,
    arguments: &'static [&'static str],
}

/// The tools, ready to be used.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Finds the tools, and installs what is missing.
    pub fn prepare(root: &Root) -> Outcome<Self> {
        wasm_target(root)?;
        let home = places::tools_folder(root);
        let mut folders = Vec::new();
        let mut missing = Vec::new();
        for tool in pinned(root)? {
            match tool.folder_in(&home) {
                Some(folder) => folders.push(folder),
                None if tool.answers(Command::new(tool.command)) => {}
                None => missing.push(tool),
            }
        }
        if !missing.is_empty() {
            install_all(&home, &missing)?;
            folders.extend(missing.iter().map(|tool| tool.place_in(&home).join("bin")));
        }
        Ok(Self {
            path: process::path_with(&folders, env::var_os("PATH").as_deref())?,
        })
    }

    /// Trunk, in the repository, finding exactly these tools, with the project's build flags and no others.
    pub fn trunk(&self, root: &Root) -> Command {
        let mut command = process::command_in(root.folder(), self.find("trunk"));
        command.env("PATH", &self.path).arg("--skip-version-check");
        for variable in [
            "RUSTFLAGS",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_BUILD_RUSTFLAGS",
            "CARGO_BUILD_TARGET",
        ] {
            command.env_remove(variable);
        }
        // A build that fails is explained by the compiler's words; Trunk's own stack would only push them out of sight.
        command.env("RUST_BACKTRACE", "0");
        // Trunk understands only true and false here and stops at the customary 1.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// The file of a tool; on Windows a changed PATH does not take part in the search for the program itself.
    fn find(&self, name: &str) -> PathBuf {
        let file = process::executable(name);
        env::split_paths(&self.path)
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
            .unwrap_or_else(|| name.into())
    }
}

impl Tool {
    /// Where the installed tool stands.
    fn place_in(&self, home: &Path) -> PathBuf {
        home.join(format!("{}-{}", self.package, self.version))
    }

    /// The folder with the program, when it is installed there and runs on this machine.
    fn folder_in(&self, home: &Path) -> Option<PathBuf> {
        let folder = self.place_in(home).join("bin");
        self.answers(Command::new(folder.join(process::executable(self.command))))
            .then_some(folder)
    }

    /// Whether the program runs and is exactly the pinned version.
    fn answers(&self, mut program: Command) -> bool {
        let answer = process::answer(program.arg("--version"));
        answer.as_deref().and_then(versions::answered) == Some(self.version.as_str())
    }

    /// Builds the tool into its place.
    fn install(&self, home: &Path) -> Outcome {
        let (place, part) = (
            self.place_in(home),
            home.join(format!("{}-{}.part", self.package, self.version)),
        );
        terminal::announce(&format!(
            "installing {} {}: {}",
            self.command, self.version, self.about
        ));
        let begun = Instant::now();
        // The versions its author tested are tried first; some releases cannot be built with them.
        if !process::succeeds(&mut self.cargo_install(home, &part, true)?, "cargo install")? {
            terminal::say("Trying again with the newest versions of what it is built from.");
            if !process::succeeds(
                &mut self.cargo_install(home, &part, false)?,
                "cargo install",
            )? {
                return Err(Failure::new(format!(
                    "{} {} could not be built. Cargo says above what is missing; the first installation needs a network \
                     connection. Whatever was built is kept: the same command goes on from there.",
                    self.command, self.version
                )));
            }
        }
        remove(&place)?;
        fs::rename(&part, &place).map_err(|error| {
            Failure::new(format!(
                "{} cannot be moved to {}: {error}.",
                part.display(),
                place.display()
            ))
        })?;
        terminal::say(&format!(
            "{} {} is ready after {}.",
            self.command,
            self.version,
            terminal::duration(begun.elapsed())
        ));
        Ok(())
    }

    fn cargo_install(&self, home: &Path, into: &Path, locked: bool) -> Outcome<Command> {
        let mut command = process::cargo();
        // Started outside of the repository, whose cargo settings are meant for the site and not for its tools.
        command.current_dir(home).args([
            "install",
            self.package,
            "--version",
            &format!("={}", self.version),
            "--force",
        ]);
        command
            .args(self.arguments)
            .arg("--root")
            .arg(into)
            .arg("--target-dir")
            .arg(build_folder(home));
        if locked {
            command.arg("--locked");
        }
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimisation)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env_remove("CARGO_BUILD_TARGET");
        // Else cargo would advise to put the folder on the PATH, which is done here and not by the person.
        let path = process::path_with(&[into.join("bin")], env::var_os("PATH").as_deref())?;
        command.env("PATH", path);
        Ok(command)
    }
}

/// The tools at the versions that the project pins in `Trunk.toml` and `Cargo.lock`.
fn pinned(root: &Root) -> Outcome<[Tool; 2]> {
    let trunk = versions::trunk(&root.read("Trunk.toml")?).ok_or_else(|| {
        Failure::new("Trunk.toml must name one version of Trunk: trunk-version = \"=…\".")
    })?;
    let bindgen = versions::locked(&root.read("Cargo.lock")?, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock has no wasm-bindgen: is the file complete? `git checkout Cargo.lock` brings it back."))?;
    Ok([
        Tool {
            command: "trunk",
            package: "trunk",
            version: trunk,
            about: "it builds and serves the site (two to three minutes on two cores)",
            optimisation: "0",
            // Without updates and TLS: it downloads nothing and serves this machine only.
            arguments: &["--no-default-features"],
        },
        Tool {
            command: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: bindgen,
            about: "it joins WebAssembly and JavaScript (one to two minutes on two cores)",
            optimisation: "1",
            // The rest of the package runs tests over the network, and brings TLS for that.
            arguments: &["--bin", "wasm-bindgen", "--no-default-features"],
        },
    ])
}

/// Installs tools one after the other, alone: a second `cargo xtask` waits and then finds them.
fn install_all(home: &Path, tools: &[Tool]) -> Outcome {
    let failed = |error| {
        Failure::new(format!(
            "The folder for tools, {}, cannot be used: {error}.",
            home.display()
        ))
    };
    fs::create_dir_all(home).map_err(failed)?;
    let lock = File::create(home.join(".lock")).map_err(failed)?;
    terminal::say(&format!(
        "Setting up, once on this machine: tools are built into {}.",
        home.display()
    ));
    if lock.try_lock().is_err() {
        terminal::say("Another set-up is at work there: waiting for it.");
        // Not every file system can lock. Then two set-ups at once may fail, and the next one succeeds.
        let _unlockable = lock.lock();
    }
    for tool in tools.iter().filter(|tool| tool.folder_in(home).is_none()) {
        tool.install(home)?;
    }
    remove(&build_folder(home))
}

/// Where the tools are built, together, so that they share what both need. Removed when all of them stand.
fn build_folder(home: &Path) -> PathBuf {
    home.join("build")
}

fn remove(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(Failure::new(format!(
            "{} cannot be removed: {error}.",
            folder.display()
        ))),
        _ => Ok(()),
    }
}

/// The standard library for the browser, installed by rustup when it is missing.
pub fn wasm_target(root: &Root) -> Outcome {
    let sysroot =
        process::answer(process::command_in(root.folder(), "rustc").args(["--print", "sysroot"]))
            .ok_or_else(|| {
            Failure::new("rustc cannot be started. Install Rust with rustup: https://rustup.rs")
        })?;
    let standard_library = Path::new(&sysroot).join("lib").join("rustlib").join(WASM);
    if standard_library.is_dir() {
        return Ok(());
    }
    if process::answer(Command::new("rustup").arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "Rust's standard library for the browser ({WASM}) is missing, and so is rustup, which installs it. Install rustup \
             from https://rustup.rs, or that target with the package manager Rust came from, and start again."
        )));
    }
    terminal::announce(&format!(
        "installing Rust's standard library for the browser, {WASM} (seconds)"
    ));
    process::run(
        process::command_in(root.folder(), "rustup").args(["target", "add", WASM]),
        "rustup target add",
    )
}
