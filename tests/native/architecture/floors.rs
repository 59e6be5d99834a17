//! The floors of the house and what each may know, as in `ARCHITECTURE.md`.

use super::names::{begin, module_of};
use super::source::{Path, Role, Source, read};

struct Floor {
    /// The folder or file under `src/`.
    name: &'static str,
    level: u8,
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
use Crates::{Only, Plain};

const FLOORS: &[Floor] = &[
    Floor {
        name: "domain",
        level: 1,
        knows: &[],
        crates: Only(&[
            "std",
            "core",
            "alloc",
            "serde",
            "chrono",
            "zeroize",
            "rustc_hash",
        ]),
    },
    Floor {
        name: "sheet",
        level: 2,
        knows: &[],
        crates: Plain(&[]),
    },
    Floor {
        name: "journal",
        level: 2,
        knows: &["domain"],
        crates: Plain(&[]),
    },
    Floor {
        name: "training",
        level: 2,
        knows: &["domain"],
        crates: Plain(&[]),
    },
    // What attempts came to, found out again from their journals.
    Floor {
        name: "results",
        level: 3,
        knows: &["domain", "journal", "training"],
        crates: Plain(&[]),
    },
    Floor {
        name: "partner_center",
        level: 3,
        knows: &["domain"],
        crates: Plain(&[]),
    },
    Floor {
        name: "browser",
        level: 3,
        // The `Storage` trait is the journal's.
        knows: &["domain", "journal", "training", "sheet"],
        crates: Plain(BROWSER),
    },
    Floor {
        name: "text",
        level: 4,
        // Words for reasons need to know the reasons.
        knows: &[
            "domain",
            "journal",
            "sheet",
            "training",
            "results",
            "partner_center",
        ],
        crates: Plain(&[]),
    },
    // Code that is loaded when it is first needed.
    Floor {
        name: "later",
        level: 4,
        knows: &[],
        crates: Plain(&["wasm_split_helpers"]),
    },
    // The signals that session, controls and screens are made of.
    Floor {
        name: "live",
        level: 4,
        knows: &[],
        crates: Plain(SCREEN),
    },
    Floor {
        name: "session",
        level: 5,
        knows: &[
            "domain",
            "sheet",
            "journal",
            "training",
            "results",
            "partner_center",
            "browser",
            "text",
            "later",
            "live",
        ],
        crates: Plain(SCREEN),
    },
    Floor {
        name: "ui",
        level: 5,
        knows: &["browser", "text", "live"],
        crates: Plain(SCREEN),
    },
    Floor {
        name: "screen",
        level: 6,
        knows: &[
            "domain",
            "sheet",
            "journal",
            "training",
            "results",
            "partner_center",
            "browser",
            "text",
            "later",
            "live",
            "session",
            "ui",
        ],
        crates: Plain(SCREEN),
    },
    Floor {
        name: "main",
        level: 7,
        knows: &["browser", "live", "session", "screen"],
        // The executor has to be asked directly: that of the screen is not there yet when the
        // program starts.
        crates: Plain(&["leptos", "wasm_bindgen_futures"]),
    },
];

/// What only the floor `browser` may touch; names that begin like this.
const BROWSER: &[&str] = &[
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "getrandom",
    "leptos_dom",
    "leptos_use",
];
/// What only session, controls and screens may touch; names that begin like this.
const SCREEN: &[&str] = &["leptos", "reactive_graph", "tachys"];
/// The functions in Leptos' prelude that touch the browser. Not `event_target_value` and the like:
/// they read what an event brings along.
const BROWSER_FUNCTIONS: &[&str] = &[
    "body",
    "debounce",
    "document",
    "get_property",
    "location",
    "location_hash",
    "location_pathname",
    "queue_microtask",
    "request_animation_frame",
    "request_animation_frame_with_handle",
    "request_idle_callback",
    "request_idle_callback_with_handle",
    "set_interval",
    "set_interval_with_handle",
    "set_property",
    "set_timeout",
    "set_timeout_with_handle",
    "window",
    "window_event_listener",
    "window_event_listener_untyped",
];
/// Paths through which time, randomness or anything else of the world would come into the domain.
const DOORS: &[&[&str]] = &[
    &["std", "env"],
    &["std", "fs"],
    &["std", "io"],
    &["std", "net"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "time"],
    &["chrono", "Local"],
    &["Utc", "now"],
];

/// Returns what the file may not know, each with file and line. The file is named by its path from
/// the package's folder, with `/`.
pub fn violations(file: &str, source: &str, dependencies: &[String]) -> Vec<String> {
    let module = module_of(file);
    let Some(name) = module.first().map(|name| name.trim_end_matches(".rs")) else {
        // The library's root, which names every floor.
        return Vec::new();
    };
    let Some(floor) = FLOORS.iter().find(|floor| floor.name == name) else {
        return vec![format!("{file}: there is no floor {name}")];
    };
    let source = match read(source) {
        Ok(source) => source,
        Err(error) => return vec![format!("{file}: {error}")],
    };
    let found = source.paths.iter().filter_map(|path| {
        let module = [&module[..], &path.within].concat();
        let what = floor.objection(path, &module, &source, dependencies)?;
        let (line, written) = (path.line, path.segments.join("::"));
        Some(format!(
            "{file}:{line}: {name} may not know {what} ({written})"
        ))
    });
    found.collect()
}

/// Returns the arrows of the table that do not point to a floor further down.
pub fn arrows_not_down() -> Vec<String> {
    let is_below = |floor: &Floor, known: &str| {
        let mut below = FLOORS.iter().filter(|other| other.level < floor.level);
        below.any(|other| other.name == known)
    };
    let arrows = FLOORS
        .iter()
        .flat_map(|floor| floor.knows.iter().map(move |known| (floor, *known)));
    arrows
        .filter(|(floor, known)| !is_below(floor, known))
        .map(|(floor, known)| format!("{} → {known}", floor.name))
        .collect()
}

impl Floor {
    fn objection(
        &self,
        path: &Path,
        module: &[String],
        source: &Source,
        dependencies: &[String],
    ) -> Option<String> {
        let is_import = matches!(path.role, Role::Import { .. });
        if path.segments.len() == 1 && !is_import {
            return self.objection_to_call(path, source);
        }
        if let (Some(start), rest) = begin(module, &path.segments) {
            let other = start.iter().chain(rest).next()?;
            let is_fine = other == self.name || self.knows.contains(&other.as_str());
            return (!is_fine).then(|| format!("the floor {other}"));
        }
        self.objection_to_crate(&path.segments, dependencies)
    }

    /// Objects to a function that can only come from Leptos' prelude.
    fn objection_to_call(&self, path: &Path, source: &Source) -> Option<String> {
        let [name] = path.segments.as_slice() else {
            return None;
        };
        let knows_leptos = matches!(self.crates, Plain(crates) if crates.contains(&"leptos"));
        let is_found = knows_leptos
            && path.role == Role::Call
            && BROWSER_FUNCTIONS.contains(&name.as_str())
            && !source.brings_into_scope(name);
        is_found.then(|| name.clone())
    }

    fn objection_to_crate(&self, segments: &[String], dependencies: &[String]) -> Option<String> {
        let root = segments.first()?;
        match self.crates {
            Only(allowed) => {
                let is_crate = ["std", "core", "alloc"].contains(&root.as_str())
                    || dependencies.contains(root);
                let is_door = DOORS.iter().any(|door| contains(segments, door));
                (is_door || is_crate && !allowed.contains(&root.as_str())).then(|| root.clone())
            }
            Plain(more) => {
                // Also what another crate re-exports, such as `leptos::web_sys`.
                let is_kept_away = |name: &&String| {
                    begin_of(name, BROWSER).max(begin_of(name, SCREEN)) > begin_of(name, more)
                };
                let last = segments.last().filter(|last| {
                    let is_from_leptos = begin_of(root, SCREEN) > 0;
                    is_from_leptos && BROWSER_FUNCTIONS.contains(&last.as_str())
                });
                let dom = || contains(segments, &["tachys", "dom"]).then(|| "dom".to_owned());
                let found = segments.iter().find(is_kept_away).or(last).cloned();
                found.or_else(dom)
            }
        }
    }
}

/// The length of the longest entry that the name begins with.
fn begin_of(name: &str, entries: &[&str]) -> usize {
    let begins = entries.iter().filter(|entry| name.starts_with(**entry));
    begins.map(|entry| entry.len()).max().unwrap_or_default()
}

fn contains(segments: &[String], part: &[&str]) -> bool {
    segments.windows(part.len()).any(|window| window == part)
}
