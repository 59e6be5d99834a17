//! The program's source keeps to its architecture: floors know only lower ones, files do not use
//! each other in a circle, and tasks use of each other only what a table names.

mod circles;
mod documented;
mod floor_cases;
mod floors;
mod name_cases;
mod names;
mod source;
mod state;
mod task_cases;
mod tasks;

use std::fs;
use std::path::{Path, PathBuf};

use circles::circles;
use documented::undocumented;
use floors::violations;
use names::uses;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under the folder, by its name from the root of the package on.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root()).expect("it is under the root");
            let name = name.to_string_lossy().replace('\\', "/");
            found.push((
                name,
                fs::read_to_string(&path).expect("the file can be read"),
            ));
        }
    }
    found.sort();
    found
}

/// The packages in `Cargo.toml`, as they are named in paths.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut in_dependencies = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if let (true, Some((name, _))) = (in_dependencies, line.split_once('=')) {
            names.push(name.trim().replace('-', "_"));
        }
    }
    names
}

#[test]
fn every_floor_knows_only_the_floors_below_it() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("it can be read");
    let dependencies = dependencies(&manifest);
    let sources = sources(&root().join("src"));
    assert!(sources.len() > 40, "the program is not where it was");
    let found: Vec<String> = sources
        .iter()
        .flat_map(|(file, source)| violations(file, source, &dependencies))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_start_of_the_program_stays_under_20_lines() {
    let main = fs::read_to_string(root().join("src/main.rs")).expect("it can be read");
    assert!(main.lines().count() < 20);
}

#[test]
fn dependencies_are_found_in_every_section() {
    let manifest = "[package]\nname = \"x\"\n[dependencies]\nserde = \"1\"\n\
                    [target.'cfg(a)'.dependencies]\njs-sys = \"0\"\n\
                    web-sys = { features = [\n  \"A\",\n] }\n[lints]\nx = 1\n\
                    [dev-dependencies]\nproptest = \"1\"\n";
    assert_eq!(
        dependencies(manifest),
        ["serde", "js_sys", "web_sys", "proptest"]
    );
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let uses = uses(&sources(&root().join("src")));
    assert!(uses.len() > 1_000, "names are not found: {}", uses.len());
    let circles = circles(&uses);
    assert!(circles.is_empty(), "\n{}\n", circles.join("\n\n"));
}

#[test]
fn task_folders_know_what_they_share_and_the_frame_knows_them() {
    let uses = uses(&sources(&root().join("src/screen")));
    let found = [tasks::violations(&uses), tasks::unused_pieces(&uses)].concat();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn links_are_made_where_the_attempt_of_the_tab_is_known() {
    let own = |source: &str| {
        source.contains("Route::") && {
            let hrefs = source.split("href=").skip(1);
            hrefs.clone().any(|rest| {
                let value = rest.split(['>', '\n']).next().unwrap_or_default();
                value.contains("to_string") || value.contains("format!")
            })
        }
    };
    let found: Vec<String> = sources(&root().join("src/screen"))
        .into_iter()
        .filter(|(_, source)| own(source))
        .map(|(file, _)| file)
        .collect();
    assert!(
        found.is_empty(),
        "use Session::link in {}",
        found.join(", ")
    );
}

#[test]
fn every_file_and_every_public_item_says_what_it_is() {
    let found: Vec<String> = sources(&root().join("src"))
        .iter()
        .flat_map(|(file, source)| undocumented(file, source))
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
