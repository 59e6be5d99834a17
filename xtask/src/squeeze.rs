//! Makes the built site smaller without changing what it does: one style sheet instead of a file for each, and no comments
//! or indentation in what people do not read.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::process::{Failure, Outcome};

const PAGE: &str = "index.html";
const STARTER: &str = "boot.js";

/// Squeezes a folder that Trunk has just built.
pub fn squeeze(folder: &Path) -> Outcome {
    let page = read(&folder.join(PAGE))?;
    let sheets = sheets(&page);
    let mut style = String::new();
    for sheet in &sheets {
        style += &css(&read(&folder.join(sheet))?);
    }
    let name = format!("style-{}.css", fingerprint(&style));
    write(&folder.join(&name), &style)?;
    write(&folder.join(PAGE), &html(&page, &name))?;
    for sheet in &sheets {
        let path = folder.join(sheet);
        fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
    }
    let starter = folder.join(STARTER);
    write(&starter, &script(&read(&starter)?))
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

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| failed(path, &error))
}

/// Another name for another content, so that no browser keeps an old style sheet.
fn fingerprint(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    format!("{:016x}", hasher.finish())
}

fn is_sheet(line: &str) -> bool {
    line.trim_start()
        .starts_with("<link rel=\"stylesheet\" href=\"./")
}

/// The style sheets of the page, in their order. Trunk writes each into a line of its own.
fn sheets(page: &str) -> Vec<&str> {
    page.lines()
        .filter(|line| is_sheet(line))
        .filter_map(|line| line.split_once("href=\"./")?.1.split('"').next())
        .collect()
}

/// The page with this style sheet in the place of the first, without comments, indentation and empty lines.
fn html(page: &str, style: &str) -> String {
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

/// A script without the lines that are comments, and without indentation.
fn script(text: &str) -> String {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// A style sheet without comments, and with no more white space than it needs. What stands in quotes is left alone.
fn css(text: &str) -> String {
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
        // Before a colon it matters (`a :hover`), after one it does not.
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

/// The length of what stands in quotes, with its quotes.
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
    fn a_style_sheet_loses_comments_and_white_space_only() {
        assert_eq!(
            css(
                "/* head */\n@layer ui {\n  a :hover, .b > c {\n    color: red; /* why */\n    margin: 0 calc(1px + 2px);\n  }\n}\n"
            ),
            "@layer ui{a :hover,.b > c{color:red;margin:0 calc(1px + 2px)}}"
        );
        assert_eq!(
            css("a::before { content: \" /* x */ ; \\\" } \"; }\nb { background: url('a ; b') }"),
            "a::before{content:\" /* x */ ; \\\" } \"}b{background:url('a ; b')}"
        );
        assert_eq!(
            css("a/* x */b {}\n@media (width >= 4rem) and (x: y) {}"),
            "a b{}@media (width >= 4rem) and (x:y){}"
        );
        assert_eq!(css("a { --x: \"unfinished"), "a{--x:\"unfinished");
        assert_eq!(css("a { } /* unfinished"), "a{}");
    }

    #[test]
    fn a_page_has_one_style_sheet_in_the_place_of_the_first() {
        let page = "<head>\n  <!-- a\n b -->\n  <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n\n  \
                    <link rel=\"stylesheet\" href=\"./b-2.css\"/>\n  <p>text\n  more</p>\n";
        assert_eq!(sheets(page), ["a-1.css", "b-2.css"]);
        assert_eq!(
            html(page, "style-3.css"),
            "<head>\n<link rel=\"stylesheet\" href=\"./style-3.css\">\n<p>text\nmore</p>\n"
        );
    }

    #[test]
    fn a_script_loses_lines_of_comments_and_indentation_only() {
        assert_eq!(
            script("// head\n\"use strict\";\n\n  const a = \"// b\"; // c\n    // d\n"),
            "\"use strict\";\nconst a = \"// b\"; // c\n"
        );
    }

    #[test]
    fn another_content_has_another_name() {
        assert_ne!(fingerprint("a"), fingerprint("b"));
        assert_eq!(fingerprint("a").len(), 16);
    }
}
