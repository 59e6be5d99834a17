//! Installs what the build needs: the wasm32 target, Trunk and the wasm-bindgen CLI.
//!
//! Tools are kept per user and version, so that a fresh clone finds them. A tool is built into a
//! temporary folder and then renamed, so that an interrupted installation never looks complete.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::places::{self, Root};
use crate::process::{self, Failure, Outcome};
use crate::{terminal, versions};

/// The target of the site's program.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The version of cargo-bundle-licenses.
const LICENSE_LISTER: &str = "5.0.0";

/// A program that is built from source when it is missing.
struct Tool {
    /// The name of the executable.
    command: &'static str,
    /// The package that contains it.
    package: &'static str,
    version: String,
    /// What it is for, and how long building it takes on two cores.
    about: &'static str,
    /// The opt-level with the shortest measured time to a finished site.
    opt_level: &'static str,
    arguments: &'static [&'static str],
}

/// The installed tools.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Finds the tools and installs missing ones.
    pub fn prepare(root: &Root) -> Outcome<Self> {
        install_wasm_target(root)?;
        Self::with(root, pinned_tools(root)?)
    }

    /// Finds these tools and installs missing ones.
    fn with(root: &Root, tools: impl IntoIterator<Item = Tool>) -> Outcome<Self> {
        let home = places::tools_folder(root);
        let mut folders = Vec::new();
        let mut missing = Vec::new();
        for tool in tools {
            match tool.installed_in(&home) {
                Some(folder) => folders.push(folder),
                None if tool.is_version_of(Command::new(tool.command)) => {}
                None => missing.push(tool),
            }
        }
        if !missing.is_empty() {
            install_all(&home, &missing)?;
            folders.extend(missing.iter().map(|tool| tool.folder_in(&home).join("bin")));
        }
        Ok(Self {
            path: process::path_with(&folders, env::var_os("PATH").as_deref())?,
        })
    }

    /// Trunk, run in the repository with exactly these tools and only the project's build flags.
    pub fn trunk(&self, root: &Root) -> Command {
        let mut command = process::command_in(root.folder(), self.find("trunk"));
        command.env("PATH", &self.path).arg("--skip-version-check");
        forget_flags(&mut command);
        // Trunk's own backtrace would scroll the compiler's errors out of sight.
        command.env("RUST_BACKTRACE", "0");
        // Trunk rejects the usual value 1.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }

    /// The wasm-bindgen CLI.
    pub fn bindgen(&self) -> Command {
        Command::new(self.find("wasm-bindgen"))
    }

    /// Finds a tool's executable: on Windows, `Command` ignores a PATH set for the child.
    fn find(&self, name: &str) -> PathBuf {
        let file = process::executable(name);
        env::split_paths(&self.path)
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
            .unwrap_or_else(|| name.into())
    }
}

/// Makes a command use only the project's build flags.
pub fn forget_flags(command: &mut Command) {
    for variable in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
    ] {
        command.env_remove(variable);
    }
}

/// The program that lists the licenses of dependencies, for the archive. Installed on first use.
pub fn license_lister(root: &Root) -> Outcome<Command> {
    let tool = Tool {
        command: "cargo-bundle-licenses",
        package: "cargo-bundle-licenses",
        version: LICENSE_LISTER.to_owned(),
        about: "it lists the licenses of dependencies (a minute on two cores)",
        opt_level: "0",
        arguments: &[],
    };
    let mut command = Command::new(Toolbox::with(root, [tool])?.find("cargo-bundle-licenses"));
    // As a subcommand of cargo, which passes the name.
    command.arg("bundle-licenses");
    Ok(command)
}

impl Tool {
    /// The folder that the tool is installed into.
    fn folder_in(&self, home: &Path) -> PathBuf {
        home.join(format!("{}-{}", self.package, self.version))
    }

    /// The folder with the executable, if that is installed and runs on this machine.
    fn installed_in(&self, home: &Path) -> Option<PathBuf> {
        let folder = self.folder_in(home).join("bin");
        let program = folder.join(process::executable(self.command));
        self.is_version_of(Command::new(program)).then_some(folder)
    }

    /// Whether the program runs and has exactly the pinned version.
    fn is_version_of(&self, mut program: Command) -> bool {
        let answer = process::answer(program.arg("--version"));
        answer.as_deref().and_then(versions::in_answer) == Some(self.version.as_str())
    }

    /// Builds the tool into its folder.
    fn install(&self, home: &Path) -> Outcome {
        let folder = self.folder_in(home);
        let partial = folder.with_added_extension("part");
        terminal::announce(&format!(
            "installing {} {}: {}",
            self.command, self.version, self.about
        ));
        let start = Instant::now();
        self.build_into(home, &partial)?;
        remove(&folder)?;
        fs::rename(&partial, &folder).map_err(|error| {
            Failure::new(format!(
                "{} cannot be moved to {}: {error}.",
                partial.display(),
                folder.display()
            ))
        })?;
        terminal::say(&format!(
            "{} {} is ready after {}.",
            self.command,
            self.version,
            terminal::format_duration(start.elapsed())
        ));
        Ok(())
    }

    /// Builds with the tool's own lock file; some releases only build without it.
    fn build_into(&self, home: &Path, folder: &Path) -> Outcome {
        if process::succeeds(
            &mut self.cargo_install(home, folder, true)?,
            "cargo install",
        )? {
            return Ok(());
        }
        terminal::say("Trying again with the newest versions of its dependencies.");
        if process::succeeds(
            &mut self.cargo_install(home, folder, false)?,
            "cargo install",
        )? {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{} {} could not be built. Cargo's output above says what is missing; the first \
             installation needs a network connection. What was built is kept: the same command \
             continues from there.",
            self.command, self.version
        )))
    }

    fn cargo_install(&self, home: &Path, into: &Path, locked: bool) -> Outcome<Command> {
        let mut command = process::cargo();
        // Outside the repository, whose cargo settings are for the site.
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
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env_remove("CARGO_BUILD_TARGET");
        // Otherwise cargo advises the user to add the folder to the PATH.
        let path = process::path_with(&[into.join("bin")], env::var_os("PATH").as_deref())?;
        command.env("PATH", path);
        Ok(command)
    }
}

/// The tools in the versions that `Trunk.toml` and `Cargo.lock` pin.
fn pinned_tools(root: &Root) -> Outcome<[Tool; 2]> {
    let trunk = versions::trunk(&root.read("Trunk.toml")?).ok_or_else(|| {
        Failure::new("Trunk.toml must name one version of Trunk: trunk-version = \"=…\".")
    })?;
    let bindgen = versions::locked(&root.read("Cargo.lock")?, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "Cargo.lock has no wasm-bindgen: is the file complete? `git checkout Cargo.lock` \
             restores it.",
        )
    })?;
    Ok([
        Tool {
            command: "trunk",
            package: "trunk",
            version: trunk,
            about: "it builds and serves the site (two to three minutes on two cores)",
            opt_level: "0",
            // Leaves out updates and TLS: it downloads nothing and serves only this machine.
            arguments: &["--no-default-features"],
        },
        Tool {
            command: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: bindgen,
            about: "it joins WebAssembly and JavaScript (one to two minutes on two cores)",
            opt_level: "1",
            // Leaves out the test runner, which needs TLS.
            arguments: &["--bin", "wasm-bindgen", "--no-default-features"],
        },
    ])
}

/// Installs the tools under a lock: a second `cargo xtask` waits and then finds them.
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
        "First use on this machine: the tools are built into {}.",
        home.display()
    ));
    if lock.try_lock().is_err() {
        terminal::say("Another process is installing them: waiting for it.");
        // Some file systems cannot lock. There, two installations at once may fail.
        let _unsupported = lock.lock();
    }
    for tool in tools
        .iter()
        .filter(|tool| tool.installed_in(home).is_none())
    {
        tool.install(home)?;
    }
    remove(&build_folder(home))
}

/// The tools' common target directory, so that they share dependencies. Removed at the end.
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

/// Installs the standard library for the browser with rustup when it is missing.
pub fn install_wasm_target(root: &Root) -> Outcome {
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
            "Rust's standard library for the browser ({WASM}) is missing, and so is rustup, which \
             installs it. Install rustup from https://rustup.rs, or that target with the package \
             manager Rust came from, and start again."
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
