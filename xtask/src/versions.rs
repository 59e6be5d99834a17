//! Which versions of the tools the project pins. Each is written in one place, and that is not here.

/// The version of a package in the text of a `Cargo.lock`.
pub fn locked(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    lines
        .take_while(|line| !line.starts_with('['))
        .find_map(|line| quoted(line, "version"))
        .map(str::to_owned)
}

/// The exact Trunk version that the text of a `Trunk.toml` asks for: `trunk-version = "=0.21.14"`.
pub fn trunk(configuration: &str) -> Option<String> {
    configuration.lines().find_map(|line| {
        quoted(line, "trunk-version")?
            .strip_prefix('=')
            .map(|version| version.trim().to_owned())
    })
}

/// The version in a tool's answer to `--version`: its last word that begins with a digit (`trunk 0.21.14`).
pub fn answered(answer: &str) -> Option<&str> {
    answer
        .lines()
        .next()?
        .split_whitespace()
        .rev()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The main number in the answer of `node --version`: 20 for `v20.20.2`.
pub fn node_major(answer: &str) -> Option<u32> {
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The text in `key = "text"`.
fn quoted<'line>(line: &'line str, key: &str) -> Option<&'line str> {
    line.strip_prefix(key)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .strip_prefix('"')?
        .split('"')
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n\n\
        [[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\nname = \"broken\"\n\n\
        [[package]]\nname = \"last\"\nversion = \"1.0.0\"\n";

    #[test]
    fn a_package_is_found_by_its_whole_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(
            locked(LOCK, "wasm-bindgen-futures").as_deref(),
            Some("0.4.80")
        );
        assert_eq!(locked(LOCK, "last").as_deref(), Some("1.0.0"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn a_version_is_never_taken_from_the_next_package() {
        assert_eq!(locked(LOCK, "broken"), None);
    }

    #[test]
    fn trunk_must_be_pinned_exactly() {
        assert_eq!(
            trunk("# Trunk\ntrunk-version = \"=0.21.14\"\n[build]").as_deref(),
            Some("0.21.14")
        );
        assert_eq!(trunk("trunk-version=\"=1.2.3\"").as_deref(), Some("1.2.3"));
        assert_eq!(trunk("trunk-version = \"^0.21\""), None);
        assert_eq!(trunk("[build]"), None);
    }

    #[test]
    fn answers_to_version_are_read() {
        assert_eq!(answered("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(answered("wasm-bindgen 0.2.130 (abcdef0)"), Some("0.2.130"));
        assert_eq!(answered(""), None);
        assert_eq!(node_major("v20.20.2"), Some(20));
        assert_eq!(node_major("20"), None);
    }
}
