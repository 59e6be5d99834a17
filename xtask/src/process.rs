//! Starting other programs, and what is said when that fails.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// What went wrong, and what a person can do about it, in words.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

/// The result of every step.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure that is told in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Runs a program to its end in the terminal. `what` names it where something goes wrong.
pub fn run(command: &mut Command, what: &str) -> Outcome {
    let status = status(command, what)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{what} did not succeed ({status}). What it says about it stands above."
    )))
}

/// Runs a program to its end in the terminal and gives whether it succeeded. One that was stopped from outside counts as
/// a failure: whoever stopped it does not want the next thing tried.
pub fn succeeds(command: &mut Command, what: &str) -> Outcome<bool> {
    let status = status(command, what)?;
    match status.code() {
        Some(_) => Ok(status.success()),
        None => Err(Failure::new(format!("{what} was stopped ({status})."))),
    }
}

fn status(command: &mut Command, what: &str) -> Outcome<ExitStatus> {
    command
        .status()
        .map_err(|error| Failure::new(format!("{what} could not be started: {error}.")))
}

/// Runs a program quietly and gives what it wrote, trimmed; nothing when it is missing or does not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The cargo that started this program: the same toolchain for everything it starts in turn.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The file of a program that can be started by its bare name.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(executable(name)))
        .find(|file| file.is_file())
}

/// The file name of a program on this system: `trunk`, or `trunk.exe` on Windows.
pub fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// The program search path with these folders in front.
pub fn path_with(folders: &[PathBuf], path: Option<&OsStr>) -> Outcome<OsString> {
    let rest = path.map(env::split_paths).into_iter().flatten();
    env::join_paths(folders.iter().cloned().chain(rest)).map_err(|error| {
        Failure::new(format!("A folder with a separator in its name cannot stand on the program search path: {error}."))
    })
}

/// A command in a folder; short for the two calls it takes everywhere.
pub fn command_in(folder: &Path, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_go_in_front_of_the_path() {
        let before = env::join_paths(["a", "b"]).unwrap();
        let after = path_with(&[PathBuf::from("x")], Some(&before)).unwrap();
        assert_eq!(
            env::split_paths(&after).collect::<Vec<_>>(),
            ["x", "a", "b"].map(PathBuf::from)
        );
    }

    #[test]
    fn a_missing_program_answers_nothing() {
        assert_eq!(
            answer(&mut Command::new("seatwork-has-no-such-program")),
            None
        );
        assert_eq!(on_path("seatwork-has-no-such-program"), None);
    }

    #[test]
    fn a_program_that_cannot_be_started_is_named() {
        let failure = run(
            &mut Command::new("seatwork-has-no-such-program"),
            "The search",
        )
        .unwrap_err();
        assert!(
            failure
                .to_string()
                .starts_with("The search could not be started"),
            "{failure}"
        );
    }
}
