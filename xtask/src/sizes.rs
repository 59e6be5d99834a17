//! The size of a first visit: every file that the page loads, raw and compressed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::offline::{MANIFEST, WORKER};
use crate::one_file::ONE_FILE;
use crate::process::{Failure, Outcome};
use crate::split::PART;
use crate::terminal;

/// The most bytes, compressed with brotli, that a first visit may load before its first screen:
/// 260 KiB.
///
/// It was 640 KiB before the program was divided: what a task needs is loaded later (see `split`),
/// and so is what reads and writes a stored workspace. What is left is Leptos, the frame, the
/// Dashboard, the sample, and the words of these in two languages.
const BUDGET: usize = 266_240;

/// The most bytes, compressed with brotli, of the whole site: what a first visit loads and what is
/// loaded after its first screen.
const WHOLE_BUDGET: usize = 1_003_520;

/// The file that a visit starts with.
const PAGE: &str = "index.html";

/// The size of a file that a first visit loads.
struct Weight {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the table of sizes and fails when the budget is exceeded.
pub fn report(dist: &Path) -> Outcome {
    let files = read_all(dist)?;
    let weights = weigh(first_visit(&files).into_iter())?;
    terminal::announce("what a first visit loads, in bytes");
    terminal::say(&table(&weights));
    let first: usize = weights.iter().map(|weight| weight.brotli).sum();
    let parts = weigh(files.iter().filter(|(name, _)| is_part(name)).map(named))?;
    terminal::announce("what is loaded after the first screen, in bytes");
    let all = first + parts.iter().map(|part| part.brotli).sum::<usize>();
    terminal::say(&parts_table(&parts, all));
    within_budget(first, BUDGET, "A first visit loads")?;
    within_budget(all, WHOLE_BUDGET, "All of it is")
}

fn named<'a>((name, content): (&'a String, &'a Vec<u8>)) -> (&'a str, &'a [u8]) {
    (name, content)
}

/// Whether a file is a part of the program that is loaded later.
fn is_part(name: &str) -> bool {
    name.starts_with(PART) && name.ends_with(".wasm")
}

fn weigh<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Outcome<Vec<Weight>> {
    files
        .map(|(name, content)| {
            Ok(Weight {
                name: name.to_owned(),
                raw: content.len(),
                brotli: brotli(content)?.len(),
            })
        })
        .collect()
}

fn within_budget(total: usize, budget: usize, what: &str) -> Outcome {
    match total.checked_sub(budget) {
        Some(over) if over > 0 => Err(Failure::new(format!(
            "{what} {} bytes (brotli), {} more than the budget of {}. The tables above show which \
             file has grown. The budget is set in xtask/src/sizes.rs.",
            grouped(total),
            grouped(over),
            grouped(budget)
        ))),
        _ => Ok(()),
    }
}

/// Reads every file below a folder, by its path relative to it, with `/` on every system.
pub fn read_all(dist: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let unreadable =
        |path: &Path, error| Failure::new(format!("{} cannot be read: {error}.", path.display()));
    let mut files = BTreeMap::new();
    let mut folders: Vec<(PathBuf, String)> = vec![(dist.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))? {
            let path = entry.map_err(|error| unreadable(&folder, error))?.path();
            let name = format!(
                "{prefix}{}",
                path.file_name().unwrap_or_default().to_string_lossy()
            );
            if path.is_dir() {
                folders.push((path, format!("{name}/")));
            } else {
                let content = fs::read(&path).map_err(|error| unreadable(&path, error))?;
                files.insert(name, content);
            }
        }
    }
    Ok(files)
}

/// The page, and every file that it or a loaded file names. Errs on the side of counting too much.
fn first_visit(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, &[u8]> {
    let mut loaded = BTreeMap::new();
    let mut waiting: Vec<&str> = vec![PAGE];
    while let Some(name) = waiting.pop() {
        let Some((name, content)) = files.get_key_value(name) else {
            continue;
        };
        if loaded.insert(name.as_str(), content.as_slice()).is_some() || is_closed(name) {
            continue;
        }
        let text = String::from_utf8_lossy(content);
        waiting.extend(
            files
                .keys()
                .map(String::as_str)
                .filter(|other| !loaded.contains_key(other) && text.contains(last_part(other)))
                // A message names it.
                .filter(|other| {
                    *other != ONE_FILE
                        && !is_part(other)
                        && !other.ends_with(".br")
                        && !other.ends_with(".gz")
                }),
        );
    }
    loaded
}

/// Whether the names in a file are not those of files that the page loads: the service worker
/// fetches the same files once more, from the browser's own cache, and the icons of the manifest
/// are for installing.
fn is_closed(name: &str) -> bool {
    name.ends_with(".wasm") || [WORKER, MANIFEST].contains(&name)
}

fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Returns the content after brotli at its highest quality, as hosts send static files.
pub fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)
        .map_err(|error| Failure::new(format!("A file cannot be compressed: {error}.")))?;
    Ok(compressed)
}

fn table(weights: &[Weight]) -> String {
    let width = weights
        .iter()
        .map(|weight| weight.name.len())
        .chain([24])
        .max()
        .unwrap_or_default();
    let line =
        |name: &str, raw: &str, brotli: &str| format!("{name:<width$}  {raw:>10}  {brotli:>10}\n");
    let mut text = line("file", "raw", "brotli 11");
    for weight in weights {
        text += &line(&weight.name, &grouped(weight.raw), &grouped(weight.brotli));
    }
    let raw = weights.iter().map(|weight| weight.raw).sum();
    let brotli = weights.iter().map(|weight| weight.brotli).sum();
    text += &line("total", &grouped(raw), &grouped(brotli));
    text += line("budget", "", &grouped(BUDGET)).trim_end();
    text
}

/// Lists the parts by size, and the sum with the first visit.
fn parts_table(parts: &[Weight], all: usize) -> String {
    let mut sorted: Vec<&Weight> = parts.iter().collect();
    sorted.sort_by_key(|part| std::cmp::Reverse(part.brotli));
    let mut text = String::new();
    for part in sorted {
        let (raw, brotli) = (grouped(part.raw), grouped(part.brotli));
        text += &format!("{:<32}  {raw:>10}  {brotli:>10}\n", part.name);
    }
    let (all, budget) = (grouped(all), grouped(WHOLE_BUDGET));
    text + &format!(
        "{:<44}  {all:>10}\n{:<44}  {budget:>10}",
        "all of it", "budget"
    )
}

/// Formats a number with separated thousands: `1,234,567`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn a_first_visit_loads_only_named_files() {
        let files = site(&[
            ("app-1.js", "import './snippets/a/inline0.js'"),
            ("app-1_bg.wasm", "\0asm inline9.js"),
            ("icon.svg", "<svg/>"),
            (
                "index.html",
                "<link href=./icon.svg><script src=./boot.js data-js=./app-1.js data-wasm=./app-1_bg.wasm>",
            ),
            ("boot.js", "index.html"),
            ("later.js", ""),
            ("snippets/a/inline0.js", ""),
            ("snippets/a/inline9.js", ""),
        ]);
        let names: Vec<_> = first_visit(&files).into_keys().collect();
        assert_eq!(
            names,
            [
                "app-1.js",
                "app-1_bg.wasm",
                "boot.js",
                "icon.svg",
                "index.html",
                "snippets/a/inline0.js"
            ]
        );
    }

    #[test]
    fn the_budget_is_exact_to_the_byte() {
        let check = |total| within_budget(total, BUDGET, "A first visit loads");
        assert_eq!(check(BUDGET), Ok(()));
        let message = check(BUDGET + 1).unwrap_err().to_string();
        assert!(
            message.contains("266,241 bytes (brotli), 1 more than the budget of 266,240"),
            "{message}"
        );
    }

    #[test]
    fn the_table_is_aligned_and_summed() {
        let weights = [
            ("index.html", 4_211, 1_512),
            ("app.wasm", 1_000_000, 96_900),
        ]
        .map(|(name, raw, brotli)| Weight {
            name: name.to_owned(),
            raw,
            brotli,
        });
        assert_eq!(
            table(&weights),
            "file                             raw   brotli 11\n\
             index.html                     4,211       1,512\n\
             app.wasm                   1,000,000      96,900\n\
             total                      1,004,211      98,412\n\
             budget                                   266,240"
        );
    }

    #[test]
    fn parts_are_listed_by_size_and_no_part_of_a_first_visit() {
        let weight = |name: &str, brotli| Weight {
            name: name.to_owned(),
            raw: 3_000,
            brotli,
        };
        assert_eq!(
            parts_table(
                &[weight("part-1.wasm", 900), weight("part-2.wasm", 1_900)],
                98_412
            ),
            "part-2.wasm                            3,000       1,900\n\
             part-1.wasm                            3,000         900\n\
             all of it                                         98,412\n\
             budget                                         1,003,520"
        );
        let files = site(&[
            ("index.html", "data-js=./app-1.js"),
            ("app-1.js", "fetchPart(\"./part-1.wasm\")"),
            ("part-1.wasm", ""),
        ]);
        let names: Vec<_> = first_visit(&files).into_keys().collect();
        assert_eq!(names, ["app-1.js", "index.html"]);
    }

    #[test]
    fn repetitive_content_compresses_well() {
        assert!(brotli(&[b'a'; 10_000]).unwrap().len() < 100);
        assert!(brotli(&[]).unwrap().len() <= 1);
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
    }
}
