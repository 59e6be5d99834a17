//! Makes one file of the site, which runs by a double click and can be sent by e-mail.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::hosting::gzip;
use crate::process::{Failure, Outcome};
use crate::sizes;
use crate::terminal;

/// The file.
pub const ONE_FILE: &str = "seatwork.html";

const PAGE: &str = "index.html";

/// Returns the one file of the site in a folder, whose program is undivided.
pub fn make(folder: &Path) -> Outcome<String> {
    let page = read(folder, PAGE)?;
    let find = |start: &str, end: &str| {
        let files = fs::read_dir(folder).ok()?;
        let names = files.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut named = names.filter(|name| name.starts_with(start) && name.ends_with(end));
        named.next()
    };
    let named = |start: &str, end: &str| {
        find(start, end).ok_or_else(|| failed(&format!("there is no {start}…{end}")))
    };
    let parts = Parts {
        style: read(folder, &named("style-", ".css")?)?,
        starter: read(folder, &named("boot-", ".js")?)?,
        glue: read(folder, &named("seatwork-", ".js")?)?,
        icon: read(folder, &named("icon-", ".svg")?)?,
        program: fs::read(folder.join(named("seatwork-", ".wasm")?))
            .map_err(|error| failed(&error.to_string()))?,
    };
    let file = parts.join(&page)?;
    terminal::say(&format!(
        "{ONE_FILE}: {} bytes, for a double click or an e-mail",
        sizes::grouped(file.len())
    ));
    Ok(file)
}

/// What is inlined.
struct Parts {
    style: String,
    starter: String,
    glue: String,
    icon: String,
    program: Vec<u8>,
}

impl Parts {
    /// Returns the page with everything in it, and a policy that allows exactly that.
    fn join(&self, page: &str) -> Outcome<String> {
        // The glue is a module of its own; the starter finds it there.
        let (glue, exports) = self
            .glue
            .rsplit_once("export {")
            .ok_or_else(|| failed("the glue exports nothing"))?;
        let initializer = exports
            .split(',')
            .find_map(|export| export.trim().strip_suffix("as default };").map(str::trim))
            .ok_or_else(|| failed("the glue has no default export"))?;
        let glue = format!("{glue}globalThis.seatworkGlue = {{ default: {initializer} }};\n");
        for text in [&self.style, &self.starter, &glue] {
            if ["</script", "</style", "<!--"]
                .iter()
                .any(|end| text.contains(end))
            {
                return Err(failed("a part would end its own element"));
            }
        }
        let body = page
            .split_once("<body>")
            .map(|(_, body)| body)
            .ok_or_else(|| failed("the page has no body"))?;
        let head: String = page
            .lines()
            .filter(|line| line.starts_with("<meta name=\"") && line.ends_with('>'))
            .fold(String::new(), |head, line| head + line + "\n");
        let policy = format!(
            "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
             base-uri 'none'; form-action 'none'",
            hash(&self.starter),
            hash(&glue),
            hash(&self.style),
        );
        let icon = BASE64_STANDARD.encode(&self.icon);
        let program = BASE64_STANDARD.encode(gzip(&self.program)?);
        Ok(format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{head}\
             <title>Seatwork</title>\n\
             <link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n\
             <style>{}</style>\n<script data-embedded>{}</script>\n</head>\n<body>{}\
             <script type=\"text/plain\" id=\"program\">{program}</script>\n\
             <script type=\"module\">{glue}</script>\n</body>\n</html>\n",
            self.style,
            self.starter,
            body.split("</body>").next().unwrap_or_default(),
        ))
    }
}

/// Returns the source that a policy allows an inlined text by.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn read(folder: &Path, name: &str) -> Outcome<String> {
    fs::read_to_string(folder.join(name)).map_err(|error| failed(&format!("{name}: {error}")))
}

fn failed(reason: &str) -> Failure {
    Failure::new(format!("{ONE_FILE} cannot be made: {reason}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            style: "a{}".to_owned(),
            starter: "start()".to_owned(),
            glue: "const x = 1;\nexport { initSync, __wbg_init as default };\n".to_owned(),
            icon: "<svg/>".to_owned(),
            program: vec![0; 1000],
        }
    }

    const PAGE: &str = "<head>\n<meta name=\"viewport\" content=\"width\">\n<link href=\"./x\">\n\
                        </head>\n<body>\n<p>Loading</p>\n</body>\n</html>\n";

    #[test]
    fn everything_is_in_the_file_and_nothing_else_is_allowed() {
        let file = parts().join(PAGE).unwrap();
        for part in [
            "<style>a{}</style>",
            "<script data-embedded>start()</script>",
            "const x = 1;\nglobalThis.seatworkGlue = { default: __wbg_init };",
            "<meta name=\"viewport\" content=\"width\">",
            "<p>Loading</p>",
            // SHA-256 of `start()` in base64.
            &hash("start()"),
        ] {
            assert!(file.contains(part), "{part}: {file}");
        }
        assert!(!file.contains("./x") && !file.contains("'self'") && !file.contains("export"));
        assert!(file.len() < 2_000, "the program is compressed");
    }

    #[test]
    fn a_part_that_would_end_its_element_is_refused() {
        let bad = Parts {
            starter: "\"</script>\"".to_owned(),
            ..parts()
        };
        assert!(bad.join(PAGE).is_err());
    }
}
