//! Reads pinned and installed versions of tools.

/// Returns the version of a package in a `Cargo.lock`.
pub fn locked(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    lines
        .take_while(|line| !line.starts_with('['))
        .find_map(|line| quoted(line, "version"))
        .map(str::to_owned)
}

/// Returns the exact version in a `Trunk.toml`: 0.21.14 for `trunk-version = "=0.21.14"`.
pub fn trunk(configuration: &str) -> Option<String> {
    configuration.lines().find_map(|line| {
        quoted(line, "trunk-version")?
            .strip_prefix('=')
            .map(|version| version.trim().to_owned())
    })
}

/// Returns the version in a tool's output of `--version`: its last word that starts with a digit.
pub fn in_answer(answer: &str) -> Option<&str> {
    answer
        .lines()
        .next()?
        .split([' ', ':'])
        .rev()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Returns the major version in the output of `node --version`: 20 for `v20.20.2`.
pub fn node_major(answer: &str) -> Option<u32> {
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Returns the text in `key = "text"`.
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

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "broken"

[[package]]
name = "last"
version = "1.0.0"
"#;

    #[test]
    fn a_package_is_found_by_its_full_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(
            locked(LOCK, "wasm-bindgen-futures").as_deref(),
            Some("0.4.80")
        );
        assert_eq!(locked(LOCK, "last").as_deref(), Some("1.0.0"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn a_package_without_a_version_does_not_take_the_next_ones() {
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
    fn versions_are_read_from_the_output_of_tools() {
        assert_eq!(in_answer("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(in_answer("wasm-bindgen 0.2.130 (abcdef0)"), Some("0.2.130"));
        assert_eq!(
            in_answer("cargo-bundle-licenses cargo:5.0.0"),
            Some("5.0.0")
        );
        assert_eq!(in_answer(""), None);
        assert_eq!(node_major("v20.20.2"), Some(20));
        assert_eq!(node_major("20"), None);
    }
}
