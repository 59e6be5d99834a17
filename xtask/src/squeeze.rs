//! Makes the built site smaller without changing what it does: one style sheet instead of many, no
//! comments and white space, shorter names between WebAssembly and JavaScript.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

use crate::glue;
use crate::process::{Failure, Outcome};

const PAGE: &str = "index.html";
const STARTER: &str = "boot.js";

/// Squeezes a folder that Trunk has built.
pub fn squeeze(folder: &Path) -> Outcome {
    let mut page = read(&folder.join(PAGE))?;
    let style = squeeze_styles(folder, &page)?;
    page = squeeze_html(&page, &style);
    page = squeeze_program(folder, &page)?;
    let starter = squeeze_script(&read(&folder.join(STARTER))?);
    remove(&folder.join(STARTER))?;
    let starter_name = format!("boot-{}.js", fingerprint(starter.as_bytes()));
    write(&folder.join(&starter_name), &starter)?;
    write(
        &folder.join(PAGE),
        replace_file(&page, STARTER, &starter_name, starter.as_bytes()),
    )
}

/// Replaces the style sheets by one, and returns its name.
fn squeeze_styles(folder: &Path, page: &str) -> Outcome<String> {
    let mut style = String::new();
    for sheet in sheets(page) {
        let path = folder.join(sheet);
        style += &squeeze_css(&read(&path)?);
        remove(&path)?;
    }
    let name = format!("style-{}.css", fingerprint(style.as_bytes()));
    write(&folder.join(&name), &style)?;
    Ok(name)
}

/// Shortens the names between the program and its glue, squeezes the glue, and returns the page
/// with the new files.
fn squeeze_program(folder: &Path, page: &str) -> Outcome<String> {
    let [glue_path, program_path] = program_files(page)?.map(|name| folder.join(name));
    let mut glue = read(&glue_path)?;
    let mut program = fs::read(&program_path).map_err(|error| failed(&program_path, &error))?;
    glue::shorten_names(&mut glue, &mut program);
    with_program(folder, page, &squeeze_script(&glue), &program)
}

/// Writes another program and its glue in place of those of the finished page.
pub fn replace_program(folder: &Path, glue: &str, program: &[u8]) -> Outcome {
    let path = folder.join(PAGE);
    let page = with_program(folder, &read(&path)?, glue, program)?;
    write(&path, page)
}

/// Replaces program and glue in the folder, under new names, so that no browser combines files of
/// different builds. Returns the page with them.
fn with_program(folder: &Path, page: &str, glue: &str, program: &[u8]) -> Outcome<String> {
    let [old_glue, old_program] = program_files(page)?;
    remove(&folder.join(old_glue))?;
    remove(&folder.join(old_program))?;
    let new_glue = format!("seatwork-{}.js", fingerprint(glue.as_bytes()));
    let new_program = format!("seatwork-{}.wasm", fingerprint(program));
    write(&folder.join(&new_glue), glue)?;
    write(&folder.join(&new_program), program)?;
    let page = replace_file(page, old_glue, &new_glue, glue.as_bytes());
    Ok(replace_file(&page, old_program, &new_program, program))
}

/// Returns the names of the glue and the program in the page.
fn program_files(page: &str) -> Outcome<[&str; 2]> {
    let missing = || Failure::new(format!("{PAGE} does not name the program's files."));
    let file = |name| attribute(page, name).ok_or_else(missing);
    Ok([file("data-js")?, file("data-wasm")?])
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!(
        "{} cannot be made smaller: {error}.",
        path.display()
    ))
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed(path, &error))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content).map_err(|error| failed(path, &error))
}

fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| failed(path, &error))
}

/// Returns a text that differs for different content: part of a file's name, so that no browser
/// uses an old file.
pub fn fingerprint(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    format!("{:016x}", hasher.finish())
}

/// Returns the checksum that browsers verify (Subresource Integrity).
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

fn is_sheet(line: &str) -> bool {
    line.trim_start()
        .starts_with("<link rel=\"stylesheet\" href=\"./")
}

/// Returns the style sheets of the page in order. Trunk writes one per line.
fn sheets(page: &str) -> Vec<&str> {
    page.lines()
        .filter(|line| is_sheet(line))
        .filter_map(|line| attribute(line, "href"))
        .collect()
}

/// Returns the first relative address in an attribute of this name.
fn attribute<'page>(page: &'page str, name: &str) -> Option<&'page str> {
    let (_, value) = page.split_once(&format!("{name}=\"./"))?;
    value.split('"').next()
}

/// Returns the page with another name and checksum for one of its files.
fn replace_file(page: &str, old: &str, new: &str, content: &[u8]) -> String {
    let replace_in = |tag: &str| {
        let tag = tag.replace(old, new);
        match tag.split_once("integrity=\"") {
            Some((before, value)) => {
                let after = value.split_once('"').map_or("", |(_, after)| after);
                format!("{before}integrity=\"{}\"{after}", integrity(content))
            }
            None => tag,
        }
    };
    page.split_inclusive('>')
        .map(|tag| {
            if tag.contains(old) {
                replace_in(tag)
            } else {
                tag.to_owned()
            }
        })
        .collect()
}

/// Returns the page with `style` as its only style sheet, without comments, indentation and empty
/// lines.
fn squeeze_html(page: &str, style: &str) -> String {
    let mut rest = page;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        bare += before;
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    bare += rest;
    let mut lines: Vec<String> = Vec::new();
    let mut has_style = false;
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !is_sheet(line) {
            lines.push(line.to_owned());
        } else if !has_style {
            has_style = true;
            lines.push(format!("<link rel=\"stylesheet\" href=\"./{style}\">"));
        }
    }
    lines.join("\n") + "\n"
}

/// Removes comments on lines of their own, indentation and empty lines from a script.
pub fn squeeze_script(text: &str) -> String {
    let mut is_comment = false;
    let mut squeezed = String::new();
    for line in text.lines().map(str::trim) {
        let is_only_comment = line
            .split_once("*/")
            .is_none_or(|(_, code)| code.is_empty());
        is_comment |= line.starts_with("/*") && is_only_comment;
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            squeezed += line;
            squeezed.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    squeezed
}

/// Removes comments and unneeded white space from a style sheet, but not inside quotes.
fn squeeze_css(text: &str) -> String {
    let mut squeezed = String::new();
    let mut rest = text;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("/*") => {
                space = true;
                rest.find("*/").map_or(rest.len(), |at| at + 2)
            }
            '"' | '\'' => quoted(rest, c),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if piece.starts_with("/*") {
            continue;
        }
        if c.is_ascii_whitespace() {
            space = true;
            continue;
        }
        // White space matters before a colon (`a :hover`), but not after one.
        let is_needed = space
            && !"{};,".contains(c)
            && !squeezed.is_empty()
            && !squeezed.ends_with(['{', '}', ';', ',', ':']);
        if is_needed {
            squeezed.push(' ');
        }
        space = false;
        if c == '}' && squeezed.ends_with(';') {
            squeezed.pop();
        }
        squeezed += piece;
    }
    squeezed
}

/// Returns the length of the string at the start of the text, with its quotes.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_loses_only_comments_and_white_space() {
        assert_eq!(
            squeeze_css(
                "/* head */\n@layer ui {\n  a :is(b), .b > c {\n    color: red; /* why */\n    \
                 margin: 0 calc(1px + 2px);\n  }\n}\n"
            ),
            "@layer ui{a :is(b),.b > c{color:red;margin:0 calc(1px + 2px)}}"
        );
        assert_eq!(
            squeeze_css(
                "a::before { content: \" /* x */ ; \\\" } \"; }\nb { background: url('a ; b') }"
            ),
            "a::before{content:\" /* x */ ; \\\" } \"}b{background:url('a ; b')}"
        );
        assert_eq!(
            squeeze_css("a/* x */b {}\n@media (width >= 4rem) and (x: y) {}"),
            "a b{}@media (width >= 4rem) and (x:y){}"
        );
        assert_eq!(squeeze_css("a { --x: \"unfinished"), "a{--x:\"unfinished");
        assert_eq!(squeeze_css("a { } /* unfinished"), "a{}");
    }

    #[test]
    fn a_page_has_one_style_sheet_in_place_of_the_first() {
        let page = "<head>\n  <!-- a\n b -->\n  \
                    <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n\n  \
                    <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n  <p>text\n  more</p>\n";
        assert_eq!(sheets(page), ["a-1.css", "b-2.css"]);
        assert_eq!(
            squeeze_html(page, "style-3.css"),
            "<head>\n<link rel=\"stylesheet\" href=\"./style-3.css\">\n<p>text\nmore</p>\n"
        );
    }

    #[test]
    fn a_script_loses_only_lines_of_comments_and_indentation() {
        assert_eq!(
            squeeze_script(
                "// head\n\"use strict\";\n\n  const a = \"// b\"; // c\n    // d\n  \
                 /**\n   * e\n   */\n  f(); /* g */\n  /* h */\n  /* i */ j();\n"
            ),
            "\"use strict\";\nconst a = \"// b\"; // c\nf(); /* g */\n/* i */ j();\n"
        );
    }

    #[test]
    fn a_replaced_file_has_a_new_name_and_checksum() {
        let page = "<script src=\"./boot.js\" data-js=\"./a-1.js\" data-wasm=\"./a-1_bg.wasm\">\
                    </script><link href=\"./a-1.js\" integrity=\"sha384-old\">\
                    <link href=\"./a-1_bg.wasm\" integrity=\"sha384-old\" as=\"fetch\">";
        assert_eq!(attribute(page, "data-wasm"), Some("a-1_bg.wasm"));
        // SHA-384 of no bytes, as in its specification.
        let empty = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(
            replace_file(page, "a-1_bg.wasm", "b-2.wasm", b""),
            format!(
                "<script src=\"./boot.js\" data-js=\"./a-1.js\" data-wasm=\"./b-2.wasm\">\
                 </script><link href=\"./a-1.js\" integrity=\"sha384-old\">\
                 <link href=\"./b-2.wasm\" integrity=\"sha384-{empty}\" as=\"fetch\">"
            )
        );
    }

    #[test]
    fn different_content_has_a_different_fingerprint() {
        assert_ne!(fingerprint(b"a"), fingerprint(b"b"));
        assert_eq!(fingerprint(b"a").len(), 16);
    }
}
