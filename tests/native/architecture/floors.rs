//! The floors of the house and who may know whom, as in `ARCHITECTURE.md`.

use super::source::{Path, Role, read};

struct Floor {
    /// The folder or file under `src/`.
    name: &'static str,
    /// The floors below that it may know.
    knows: &'static [&'static str],
    crates: Crates,
}

enum Crates {
    /// No others than these.
    Only(&'static [&'static str]),
    /// Any that belong neither to the browser nor to the screen, and these.
    Plain(&'static [&'static str]),
}

/// What only the floor `browser` may touch; names that begin like this.
const BROWSERS: &[&str] = &["web_sys", "js_sys", "gloo", "wasm_bindgen"];
/// What only session, controls and screens may touch; names that begin like this.
const SCREENS: &[&str] = &["leptos", "reactive_graph", "tachys"];
/// Parts of the standard library through which the world would come into the domain.
const DOORS: &[&str] = &["env", "fs", "io", "net", "process", "thread", "time"];
/// The name under which `main.rs` knows the library.
const LIBRARY: &str = "seatwork";

#[rustfmt::skip]
const FLOORS: &[Floor] = &[
    Floor { name: "domain", knows: &[], crates: Crates::Only(&["std", "core", "alloc", "rustc_hash", "serde", "chrono", "zeroize"]) },
    Floor { name: "partner_center", knows: &["domain"], crates: Crates::Plain(&[]) },
    Floor { name: "sheet", knows: &[], crates: Crates::Plain(&[]) },
    Floor { name: "journal", knows: &["domain"], crates: Crates::Plain(&[]) },
    Floor { name: "training", knows: &["domain"], crates: Crates::Plain(&[]) },
    // Words for reasons need to know the reasons.
    Floor { name: "text", knows: &["domain", "journal", "sheet", "partner_center"], crates: Crates::Plain(&[]) },
    Floor { name: "browser", knows: &["domain", "journal", "training", "sheet"], crates: Crates::Plain(BROWSERS) },
    // The signals that session, controls and screens are made of.
    Floor { name: "live", knows: &[], crates: Crates::Plain(SCREENS) },
    Floor { name: "session", knows: &["live", "browser", "journal", "partner_center", "domain", "text", "training", "sheet"], crates: Crates::Plain(SCREENS) },
    Floor { name: "ui", knows: &["live", "text", "browser"], crates: Crates::Plain(SCREENS) },
    Floor { name: "screen", knows: &["ui", "session", "live", "text", "browser", "journal", "partner_center", "training", "sheet", "domain"], crates: Crates::Plain(SCREENS) },
    // The executor has to be asked directly: that of the screen is not there yet when the program starts.
    Floor { name: "main", knows: &["browser", "session", "screen", "live"], crates: Crates::Plain(&["leptos", "wasm_bindgen_futures"]) },
];

/// What the file may not know, each with file and line. The file is named from the root of the package on, with `/`.
pub fn violations(file: &str, source: &str, dependencies: &[String]) -> Vec<String> {
    let module = module_of(file);
    let name = if file == "src/main.rs" {
        "main"
    } else {
        module.first().map_or("lib", |name| name)
    };
    if name == "lib" {
        return Vec::new();
    }
    let Some(floor) = FLOORS.iter().find(|floor| floor.name == name) else {
        return vec![format!("{file}: there is no floor {name}")];
    };
    let source = match read(source) {
        Ok(source) => source,
        Err(error) => return vec![format!("{file}: {error}")],
    };
    source
        .paths
        .iter()
        .filter(|path| path.segments.len() > 1 || matches!(path.role, Role::Import { .. }))
        .filter_map(|path| {
            let why = floor.objection(path, &module, dependencies)?;
            Some(format!("{file}:{}: {name} may not know {why}", path.line))
        })
        .collect()
}

fn module_of(file: &str) -> Vec<String> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/')
        .filter(|part| !["mod", "lib", "main"].contains(part))
        .map(str::to_owned)
        .collect()
}

impl Floor {
    fn objection(&self, path: &Path, module: &[String], dependencies: &[String]) -> Option<String> {
        let written = path.segments.join("::");
        match own_path(path, module) {
            Some(own) => {
                let other = own.first()?;
                let is_fine = other == self.name || self.knows.contains(&other.as_str());
                (!is_fine).then(|| format!("the floor {other} ({written})"))
            }
            None => self
                .objection_to_crate(&path.segments, dependencies)
                .map(|of| format!("{of} ({written})")),
        }
    }

    fn objection_to_crate(&self, segments: &[String], dependencies: &[String]) -> Option<String> {
        let root = segments.first()?;
        let begins = |with: &[&str], name: &str| with.iter().any(|with| name.starts_with(with));
        match self.crates {
            Crates::Only(allowed) => {
                let is_crate = ["std", "core", "alloc"].contains(&root.as_str())
                    || dependencies.contains(root);
                let is_door = root == "std"
                    && segments
                        .get(1)
                        .is_some_and(|part| DOORS.contains(&part.as_str()));
                (is_door || is_crate && !allowed.contains(&root.as_str())).then(|| root.clone())
            }
            // Also what another crate hands on, such as `leptos::web_sys`.
            Crates::Plain(more) => segments
                .iter()
                .find(|name| {
                    (begins(BROWSERS, name) || begins(SCREENS, name)) && !begins(more, name)
                })
                .cloned(),
        }
    }
}

/// The path from the root of this package on; none where it is of another one or of names in scope.
fn own_path(path: &Path, module: &[String]) -> Option<Vec<String>> {
    let (root, rest) = path.segments.split_first()?;
    let here = || {
        module
            .iter()
            .chain(&path.within)
            .cloned()
            .collect::<Vec<_>>()
    };
    match root.as_str() {
        "crate" | LIBRARY => Some(rest.to_vec()),
        "self" => Some([&here(), rest].concat()),
        "super" => {
            let ups = path
                .segments
                .iter()
                .take_while(|part| *part == "super")
                .count();
            let mut from = here();
            from.truncate(from.len().saturating_sub(ups));
            Some([&from, &path.segments[ups..]].concat())
        }
        _ => None,
    }
}
