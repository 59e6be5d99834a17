//! Starts other programs and reports their failures.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// An error message that says what went wrong and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure(String);

/// The result of every step.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Creates a failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Runs a program in the terminal until it exits. `what` names it in error messages.
pub fn run(command: &mut Command, what: &str) -> Outcome {
    let status = status(command, what)?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{what} failed ({status}); its own output is above."
    )))
}

/// Runs a program in the terminal and returns whether it succeeded.
///
/// # Errors
/// When a signal stopped it: then the user does not want an alternative tried.
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

/// Runs a program quietly and returns its trimmed output, or `None` when it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The cargo that started this program, so that every step uses the same toolchain.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Finds a program on the PATH.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(executable(name)))
        .find(|file| file.is_file())
}

/// The file name of a program on this system: `trunk`, or `trunk.exe` on Windows.
pub fn executable(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

/// The PATH with these folders in front.
pub fn path_with(folders: &[PathBuf], path: Option<&OsStr>) -> Outcome<OsString> {
    let rest = path.map(env::split_paths).into_iter().flatten();
    env::join_paths(folders.iter().cloned().chain(rest)).map_err(|error| {
        Failure::new(format!(
            "A folder whose name contains a path separator cannot be on the PATH: {error}."
        ))
    })
}

/// A command that runs in `folder`.
pub fn command_in(folder: &Path, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_put_in_front_of_the_path() {
        let before = env::join_paths(["a", "b"]).unwrap();
        let after = path_with(&[PathBuf::from("x")], Some(&before)).unwrap();
        assert_eq!(
            env::split_paths(&after).collect::<Vec<_>>(),
            ["x", "a", "b"].map(PathBuf::from)
        );
    }

    #[test]
    fn a_missing_program_has_no_answer() {
        assert_eq!(
            answer(&mut Command::new("seatwork-has-no-such-program")),
            None
        );
        assert_eq!(find_on_path("seatwork-has-no-such-program"), None);
    }

    #[test]
    fn a_failure_to_start_names_the_program() {
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
