//! Packs the built site for people who have no tools: one archive to unpack, with the one file for a
//! double click, the site for a host, the licenses of everything in it, and checksums.

use std::fmt::Write as _;
use std::fs::File;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::one_file::ONE_FILE;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::scorm::PACKAGE;
use crate::tools::{self, WASM};
use crate::{site, sizes, terminal, versions, zipped};

const READ_ME: &str = "\
Seatwork {version}
================

Try it: double-click seatwork.html. It is the whole program in one file, runs in a current
Chrome, Edge, Firefox or Safari, and keeps what you do in that browser. You can send it by email.

For a class: copy what is in the folder site/ to any folder of a static host, and open that address.

For a learning management system: upload seatwork-scorm12.zip as it is (SCORM 1.2).

SHA256SUMS lists the checksums of all files: sha256sum --check SHA256SUMS.
LICENSE is Seatwork's license; LICENSES.html has those of everything it is made of.
";

/// The tool's text of a license that a package names without having a file for it.
const NOT_FOUND: &str = "NOT FOUND";

/// A package in the program, as the license tool lists it.
#[derive(Deserialize)]
struct Package {
    package_name: String,
    package_version: String,
    repository: String,
    license: String,
    licenses: Vec<LicenseText>,
}

#[derive(Deserialize)]
struct LicenseText {
    license: String,
    text: String,
}

#[derive(Deserialize)]
struct Listing {
    third_party_libraries: Vec<Package>,
}

/// Writes `target/seatwork-<version>.zip` from the built site.
pub fn pack(root: &Root) -> Outcome {
    let version = versions::locked(&root.read("Cargo.lock")?, "seatwork")
        .ok_or_else(|| Failure::new("Cargo.lock names no version of the package."))?;
    let name = format!("seatwork-{version}");
    let dist = root.at(site::DIST);
    let mut files: Vec<(String, Vec<u8>)> = sizes::read_all(&dist)?
        .into_iter()
        .map(|(path, content)| match path.as_str() {
            ONE_FILE | PACKAGE => (path, content),
            _ => (format!("site/{path}"), content),
        })
        .collect();
    let texts = [
        ("README.txt", READ_ME.replace("{version}", &version)),
        ("LICENSE", root.read("LICENSE")?),
        ("LICENSES.html", license_page(&listed_packages(root)?)),
    ];
    files.extend(texts.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    files.push(("SHA256SUMS".to_owned(), checksums(&files).into_bytes()));
    let path = root.at("target").join(format!("{name}.zip"));
    let failed = |reason: String| Failure::new(format!("{name}.zip cannot be made: {reason}."));
    let archive = File::create(&path).map_err(|error| failed(error.to_string()))?;
    let named = files.iter();
    let named = named.map(|(path, content)| (format!("{name}/{path}"), &**content));
    let size = zipped::write(archive, named).map_err(|error| failed(error.to_string()))?;
    terminal::say(&format!(
        "{}: {} bytes, {} files",
        path.display(),
        sizes::grouped(size),
        files.len()
    ));
    Ok(())
}

/// Returns a line per file, as `sha256sum` writes and checks it.
fn checksums(files: &[(String, Vec<u8>)]) -> String {
    files
        .iter()
        .fold(String::new(), |mut list, (path, content)| {
            for byte in Sha256::digest(content) {
                let _infallible = write!(list, "{byte:02x}");
            }
            list + "  " + path + "\n"
        })
}

/// Returns the packages that are compiled into the program, without those of tests and tools.
fn listed_packages(root: &Root) -> Outcome<Vec<Package>> {
    let listing = root.at("target").join("licenses.json");
    process::run(
        tools::license_lister(root)?
            .current_dir(root.folder())
            .args(["--format", "json", "--output"])
            .arg(&listing),
        "cargo bundle-licenses",
    )?;
    let unreadable =
        |error: String| Failure::new(format!("{} cannot be read: {error}.", listing.display()));
    let text = std::fs::read_to_string(&listing).map_err(|error| unreadable(error.to_string()))?;
    let listing: Listing =
        serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    let tree = process::answer(process::cargo().current_dir(root.folder()).args([
        "tree",
        "--package",
        "seatwork",
        "--target",
        WASM,
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))
    .ok_or_else(|| Failure::new("cargo tree could not list the packages of the program."))?;
    let in_program = packages_of(&tree);
    let mut packages = listing.third_party_libraries;
    packages.retain(|package| {
        in_program.contains(&(
            package.package_name.as_str(),
            package.package_version.as_str(),
        ))
    });
    if let Some(package) = packages.iter().find(|package| package.license.is_empty()) {
        return Err(Failure::new(format!(
            "{} names no license, so it may not be given away.",
            package.package_name
        )));
    }
    Ok(packages)
}

/// Returns names and versions from the lines of `cargo tree`: "serde v1.0.0 (proc-macro)".
fn packages_of(tree: &str) -> Vec<(&str, &str)> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect()
}

/// Returns a page with the license of each package.
fn license_page(packages: &[Package]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Licenses</title>\n\
         <style>body{font:1rem/1.5 system-ui;max-width:45rem;margin:2rem auto;padding:0 1rem}\
         pre{white-space:pre-wrap}</style>\n</head>\n<body>\n<h1>What Seatwork is made of</h1>\n",
    );
    for package in packages {
        let (name, version) = (
            escape(&package.package_name),
            escape(&package.package_version),
        );
        let (license, source) = (escape(&package.license), escape(&package.repository));
        page += &format!(
            "<h2>{name} {version}</h2>\n<p>{license}. <a href=\"{source}\">{source}</a></p>\n"
        );
        let found = |text: &&LicenseText| text.text != NOT_FOUND;
        if !package.licenses.iter().any(|text| found(&text)) {
            page += "<p>The package comes without a license file; the license named above applies.</p>\n";
        }
        for text in package.licenses.iter().filter(found) {
            page += &format!(
                "<details>\n<summary>{}</summary>\n<pre>{}</pre>\n</details>\n",
                escape(&text.license),
                escape(&text.text)
            );
        }
    }
    page + "</body>\n</html>\n"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_written_as_sha256sum_reads_them() {
        assert_eq!(
            checksums(&[("site/empty".to_owned(), Vec::new())]),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  site/empty\n"
        );
    }

    #[test]
    fn packages_are_found_in_the_tree() {
        assert_eq!(
            packages_of(
                "seatwork v0.1.0 (/home/me)\nserde v1.0.0\nserde_derive v1.0.1 (proc-macro)\n"
            ),
            [
                ("seatwork", "0.1.0"),
                ("serde", "1.0.0"),
                ("serde_derive", "1.0.1")
            ]
        );
    }

    #[test]
    fn license_texts_are_shown_as_they_are() {
        let page = license_page(&[Package {
            package_name: "a".to_owned(),
            package_version: "1.0.0".to_owned(),
            repository: "https://a.example".to_owned(),
            license: "MIT".to_owned(),
            licenses: vec![LicenseText {
                license: "MIT".to_owned(),
                text: "Copyright <me@a.example> & others".to_owned(),
            }],
        }]);
        assert!(page.contains("<h2>a 1.0.0</h2>"), "{page}");
        assert!(
            page.contains("Copyright &lt;me@a.example&gt; &amp; others"),
            "{page}"
        );
    }
}
