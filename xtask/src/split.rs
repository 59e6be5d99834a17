//! Divides the program into files that are loaded when they are needed.
//!
//! The program is compiled once more, with `split` functions and relocations;
//! `wasm_split_cli_support` moves what only a split function reaches into files of their own, and
//! wasm-bindgen makes the glue. ARCHITECTURE says why.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};
use wasmparser::{CustomSectionReader, Parser};

use crate::glue;
use crate::offline::write;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::squeeze::{self, fingerprint, integrity, squeeze_script};
use crate::tools::{self, Toolbox};

/// What the names of the files with parts of the program begin with.
pub const PART: &str = "part-";

/// The script that the divided program imports the loading of its parts from.
const LINK: &str = "__wasm_split.js";

/// Which parts stand in a file together, in the order in which people need them. What several
/// parts reach stands in the first of their files.
///
/// A file for each of the seven would be 4 % more to load in all, with what they share in files of
/// its own 11 %; all of them in one file would be 4 % less, and nobody could begin before the last.
const FILES: [&[&str]; 3] = [
    &["lists", "saving"],
    &["work", "log"],
    &["training", "upload", "teaching"],
];

/// How the glue fetches a part, from a file with several. What was changed on the way never runs.
const LOADING: &str = r#"
const files = new Map();
async function fetchFile(path, integrity) {
const response = await fetch(new URL(path, import.meta.url), { integrity });
if (!response.ok) throw new Error(`${response.status} ${path}`);
return response.arrayBuffer();
}
async function fetchPart(path, integrity, start, end) {
if (!files.has(path)) {
const file = fetchFile(path, integrity);
file.catch(() => { files.delete(path); });
files.set(path, file);
}
return (await files.get(path)).slice(start, end);
}
"#;

/// Replaces the whole program in a finished folder by the divided one.
pub fn divide(root: &Root, tools: &Toolbox, folder: &Path) -> Outcome {
    let work = root.at("target/split");
    match fs::remove_dir_all(&work) {
        Err(error) if work.exists() => return Err(failed(&error.to_string())),
        _ => {}
    }
    compile(root)?;
    let compiled = root.at(&format!("target/{}/release/seatwork.wasm", tools::WASM));
    take_apart(&compiled, &work)?;
    let bound = work.join("bound");
    let mut bindgen = tools.bindgen();
    bindgen
        .args(["--target=web", "--no-typescript", "--keep-lld-exports"])
        .args(["--no-demangle", "--out-name=seatwork", "--out-dir"])
        .args([&bound, &work.join("main.wasm")]);
    process::run(&mut bindgen, "wasm-bindgen")?;
    let mut glue = read(&bound.join("seatwork.js"))?;
    let mut program = compact(&read_bytes(&bound.join("seatwork_bg.wasm"))?)?;
    glue::shorten_names(&mut glue, &mut program);
    let link = read(&work.join(LINK))?;
    let parts = write_parts(&work, folder, &link)?;
    let glue = join(&glue, &link, &parts)? + &ahead(&parts)?;
    squeeze::replace_program(folder, &squeeze_script(&glue), &program)
}

/// Compiles the program with what taking it apart needs to know.
fn compile(root: &Root) -> Outcome {
    let mut cargo = process::cargo();
    cargo
        .current_dir(root.folder())
        .args(["rustc", "--quiet", "--release", "--locked", "--offline"])
        .args(["--bin=seatwork", "--features=split"])
        .arg(format!("--target={}", tools::WASM))
        .args(["--", "-Clink-arg=--emit-relocs", "-Cstrip=none"]);
    tools::forget_flags(&mut cargo);
    process::run(&mut cargo, "The build of the divided program")
}

/// Writes the parts, the program without them, and the script that loads them.
fn take_apart(compiled: &Path, into: &Path) -> Outcome {
    let input = read_bytes(compiled)?;
    let main = into.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = into;
    options.main_out_path = &main;
    wasm_split_cli_support::transform(options)
        .map(drop)
        .map_err(|error| failed(&format!("{error:#}")))
}

/// Writes the parts into the finished folder. Returns the calls that fetch them, by their names
/// before.
fn write_parts(work: &Path, folder: &Path, link: &str) -> Outcome<BTreeMap<String, String>> {
    let mut calls = BTreeMap::new();
    for parts in FILES {
        let mut content = Vec::new();
        let mut places: Vec<(String, usize, usize)> = Vec::new();
        for part in parts {
            for name in needed_by(part, link)? {
                if calls.contains_key(&name) || places.iter().any(|(other, ..)| *other == name) {
                    continue;
                }
                let start = content.len();
                content.extend(compact(&read_bytes(&work.join(&name))?)?);
                places.push((name, start, content.len()));
            }
        }
        let file = format!("{PART}{}.wasm", fingerprint(&content));
        write(&folder.join(&file), &content)?;
        let integrity = integrity(&content);
        calls.extend(places.into_iter().map(|(name, start, end)| {
            let call = format!("fetchPart(\"./{file}\", \"{integrity}\", {start}, {end})");
            (name, call)
        }));
    }
    match names_of_parts(work)?
        .iter()
        .find(|name| !calls.contains_key(*name))
    {
        Some(name) => Err(failed(&format!("no file has {name}"))),
        None => Ok(calls),
    }
}

/// Returns the names of what a part consists of: what it shares with others, then its own.
fn needed_by(part: &str, link: &str) -> Outcome<Vec<String>> {
    let shared = link
        .split_once(&format!("const __wasm_split_load_{part} = "))
        .and_then(|(_, loader)| loader.split_once("\n, ["))
        .and_then(|(_, shared)| shared.split_once(']'))
        .ok_or_else(|| failed(&format!("there is no part {part}")))?
        .0;
    let shared = shared.split(", ").filter(|name| !name.is_empty());
    let names = shared.map(|name| format!("{}.wasm", name.trim_start_matches("__")));
    Ok(names.chain([format!("split_{part}.wasm")]).collect())
}

/// Returns the names of the parts that were taken apart, in order.
fn names_of_parts(work: &Path) -> Outcome<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(work).map_err(|error| failed(&error.to_string()))? {
        let path = entry.map_err(|error| failed(&error.to_string()))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name != "main.wasm" && name.ends_with(".wasm") {
            names.insert(name.to_owned());
        }
    }
    Ok(names)
}

/// Returns the glue with the script that loads the parts in it.
fn join(glue: &str, link: &str, parts: &BTreeMap<String, String>) -> Outcome<String> {
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(LINK);
    let is_link = |line: &str| line.trim_start().starts_with(&format!("\"./{LINK}\":"));
    let mut joined = String::new();
    let mut has_link = false;
    for line in glue.lines().filter(|line| !is_import(line)) {
        if !is_link(line) {
            joined += line;
        } else if !has_link {
            has_link = true;
            joined += &format!("\"./{LINK}\": loaders,");
        }
        joined.push('\n');
    }
    if !has_link {
        return Err(failed("the glue imports no parts"));
    }
    let loaders: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    let link: String = link
        .lines()
        .filter(|line| !line.starts_with("import ") && !line.starts_with("/*"))
        .map(|line| line.strip_prefix("export ").unwrap_or(line).to_owned() + "\n")
        .collect();
    joined += LOADING;
    joined += &with_names(&link, parts)?;
    Ok(joined + &format!("const loaders = {{ {} }};\n", loaders.join(", ")))
}

/// Returns the script that fetches the lists while the program starts, where the address is of one.
fn ahead(parts: &BTreeMap<String, String>) -> Outcome<String> {
    let lists = parts.get("split_lists.wasm");
    let call = lists.ok_or_else(|| failed("there are no lists"))?;
    // Whoever needs them hears of a failure.
    Ok(format!(
        "if (location.hash.startsWith(\"#/customers\")) {call}.catch(() => {{}});\n"
    ))
}

/// Returns the script with the names of the finished parts, and their checksums.
fn with_names(link: &str, parts: &BTreeMap<String, String>) -> Outcome<String> {
    const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
    const WAITING: &str = "src.then((bytes) => WebAssembly.instantiate(bytes, imports))";
    let mut link = link.replace(STREAMING, WAITING);
    for (name, call) in parts {
        let old = format!("fetch(new URL(\"./{name}\", import.meta.url))");
        if !link.contains(&old) {
            return Err(failed(&format!("nothing loads {name}")));
        }
        link = link.replace(&old, call);
    }
    if link.contains("fetch(new URL(\"./") || link.contains("instantiateStreaming") {
        return Err(failed(
            "the script that loads the parts has an unknown form",
        ));
    }
    Ok(link)
}

/// Writes a program anew. The linker leaves room in every number for taking the program apart.
struct Compact;

impl Reencode for Compact {
    type Error = Infallible;

    /// Leaves out names and notes.
    fn parse_custom_section(
        &mut self,
        _module: &mut Module,
        _section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        Ok(())
    }
}

/// Returns a program without names and notes, and without the room that is left in its numbers.
fn compact(program: &[u8]) -> Outcome<Vec<u8>> {
    let mut module = Module::new();
    Compact
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| failed(&error.to_string()))?;
    Ok(module.finish())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed(&format!("{}: {error}", path.display())))
}

fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| failed(&format!("{}: {error}", path.display())))
}

fn failed(reason: &str) -> Failure {
    Failure::new(format!(
        "The program cannot be divided: {reason}. `cargo xtask dist --whole` builds it undivided."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK_SCRIPT: &str = "import { initSync } from \"./main.js\";\n\n\
        function makeLoad() {}\n/* log */\nconst __chunk_5 = makeLoad(() => {\n    \
        const src = fetch(new URL(\"./chunk_5.wasm\", import.meta.url));\n    \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n, []);\n\
        export const __wasm_split_load_log = wrapAsyncCb(__chunk_5);\n";

    fn parts() -> BTreeMap<String, String> {
        let call = "fetchPart(\"./part-1.wasm\", \"sha384-x\", 0, 9)".to_owned();
        BTreeMap::from([("chunk_5.wasm".to_owned(), call)])
    }

    #[test]
    fn a_part_is_its_own_code_after_what_it_shares() {
        let link = "export const __wasm_split_load_log = wrapAsyncCb(makeLoad(() => {\n}\n, \
                    [__chunk_5, __chunk_9]));\nexport const __wasm_split_load_work = \
                    wrapAsyncCb(makeLoad(() => {\n}\n, []));\n";
        let log = ["chunk_5.wasm", "chunk_9.wasm", "split_log.wasm"];
        assert_eq!(needed_by("log", link).unwrap(), log);
        assert_eq!(needed_by("work", link).unwrap(), ["split_work.wasm"]);
        assert!(needed_by("upload", link).is_err());
    }

    #[test]
    fn the_glue_loads_the_parts_itself_and_verifies_them() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\n\
                    import * as import2 from \"./__wasm_split.js\"\nreturn {\n    \
                    \"./__wasm_split.js\": import1,\n    \"./__wasm_split.js\": import2,\n};\n";
        let joined = join(glue, LINK_SCRIPT, &parts()).unwrap();
        assert!(!joined.contains("import "), "{joined}");
        assert_eq!(joined.matches("\"./__wasm_split.js\": loaders,").count(), 1);
        assert!(joined.contains("const src = fetchPart(\"./part-1.wasm\", \"sha384-x\", 0, 9);"));
        assert!(joined.contains("src.then((bytes) => WebAssembly.instantiate(bytes, imports))"));
        assert!(joined.contains("const __wasm_split_load_log = wrapAsyncCb(__chunk_5);"));
        assert!(joined.ends_with("const loaders = { __wasm_split_load_log };\n"));
    }

    #[test]
    fn a_form_that_is_not_known_is_an_error() {
        assert!(join("", LINK_SCRIPT, &parts()).is_err());
        assert!(with_names(LINK_SCRIPT, &BTreeMap::new()).is_err());
        assert!(with_names("", &parts()).is_err());
    }

    #[test]
    fn names_and_the_room_in_numbers_are_left_out() {
        use wasm_encoder::{CodeSection, FunctionSection, RawSection, TypeSection};
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        // A body without locals that calls function 0, whose number takes five bytes or one.
        let with = |call: &[u8]| {
            let body = [&[0, 0x10], call, &[0x0b]].concat();
            let mut code = CodeSection::new();
            code.raw(&body);
            let mut module = Module::new();
            module.section(&types).section(&functions).section(&code);
            module
        };
        let mut module = with(&[0x80, 0x80, 0x80, 0x80, 0]);
        module.section(&wasm_encoder::CustomSection {
            name: "name".into(),
            data: (&[1, 2, 3]).into(),
        });
        let small = with(&[0]).finish();
        assert_eq!(compact(&module.finish()).unwrap(), small);
        assert!(
            compact(
                &Module::new()
                    .section(&RawSection { id: 1, data: &[9] })
                    .clone()
                    .finish()
            )
            .is_err()
        );
    }
}
