//! The size of a first visit: every file that the page loads, raw and compressed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use crate::offline::{MANIFEST, WORKER};
use crate::one_file::ONE_FILE;
use crate::process::{Failure, Outcome};
use crate::terminal;

/// The most bytes, compressed with brotli, that a first visit may load: 640 KiB.
///
/// Screens and their words in two languages are more than half of it. It was 384 KiB until the
/// stored data moved from a private text format to serde and serde_json, which people can read and
/// change more easily; 448 KiB until there were backups, Reset workspace, prepared workspaces and
/// their pages, what makes the site installable, and records chained to the one before; 480 KiB
/// until the Dashboard, the panel with the documented procedures, forms that survive a reload, and
/// working in memory; and 536 KiB until files of other programs and countries were recognized, and
/// there were exercises that check themselves. Loading the code of screens on demand is meant to
/// lower it again.
const BUDGET: usize = 655_360;

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
    let weights = first_visit(&files)
        .into_iter()
        .map(|(name, content)| {
            Ok(Weight {
                name: name.to_owned(),
                raw: content.len(),
                brotli: brotli(content)?.len(),
            })
        })
        .collect::<Outcome<Vec<_>>>()?;
    terminal::announce("what a first visit loads, in bytes");
    terminal::say(&table(&weights));
    within_budget(weights.iter().map(|weight| weight.brotli).sum())
}

fn within_budget(total: usize) -> Outcome {
    match total.checked_sub(BUDGET) {
        Some(over) if over > 0 => Err(Failure::new(format!(
            "A first visit loads {} bytes (brotli), {} more than the budget of {}. The table above \
             shows which file has grown. The budget is set in xtask/src/sizes.rs.",
            grouped(total),
            grouped(over),
            grouped(BUDGET)
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
                    *other != ONE_FILE && !other.ends_with(".br") && !other.ends_with(".gz")
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
        assert_eq!(within_budget(BUDGET), Ok(()));
        let message = within_budget(BUDGET + 1).unwrap_err().to_string();
        assert!(
            message.contains("655,361 bytes (brotli), 1 more than the budget of 655,360"),
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
             budget                                   655,360"
        );
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
