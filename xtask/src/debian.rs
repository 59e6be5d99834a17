//! Installs packages of Debian's where that is possible without asking.

use std::fs;
use std::process::Command;

use crate::process::{self, Outcome};
use crate::terminal;

/// Installs packages.
pub fn install(packages: &[&str]) -> Outcome {
    terminal::announce(&format!(
        "installing {} (half a minute)",
        packages.join(", ")
    ));
    process::run(Command::new("apt-get").arg("update"), "apt-get update")?;
    process::run(
        Command::new("apt-get")
            .args(["install", "-y"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        "apt-get install",
    )
}

/// Whether a package can be installed without asking: as root on Debian or a derivative.
pub fn can_install() -> bool {
    is_debian(&os_release()) && is_root()
}

/// Whether a package that derivatives do not have can be installed without asking.
pub fn can_install_on_debian() -> bool {
    os_release().lines().any(|line| line == "ID=debian") && is_root()
}

fn os_release() -> String {
    fs::read_to_string("/etc/os-release").unwrap_or_default()
}

fn is_root() -> bool {
    process::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|id| id == "debian" || id == "ubuntu")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_derivatives_are_recognized() {
        assert!(is_debian(
            "PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"
        ));
        assert!(is_debian("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_debian(
            "ID=fedora\nVERSION_ID=42\nHOME_URL=https://debian.example\n"
        ));
        assert!(!is_debian(""));
    }
}
