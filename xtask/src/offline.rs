//! Makes the built site installable, and usable without a network: icons, manifest, and the service
//! worker with the list of files.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::places::Root;
use crate::process::{Failure, Outcome};
use crate::sizes;
use crate::squeeze::{fingerprint, squeeze_script};

/// The file of the service worker.
pub const WORKER: &str = "sw.js";

const PAGE: &str = "index.html";
/// The file that tells systems how to install the site.
pub const MANIFEST: &str = "manifest.webmanifest";
const ICON: &str = "public/icon.svg";

/// Icons: name, width, and how much of it is a margin around the sign. Systems cut maskable icons
/// into shapes of their own.
const ICONS: [(&str, u32, f32); 3] = [
    ("app-192.png", 192, 0.0),
    ("app-512.png", 512, 0.0),
    ("app-maskable.png", 512, 0.1),
];

/// Adds icons, manifest and service worker to the built site.
pub fn make_installable(root: &Root, folder: &Path) -> Outcome {
    let svg = root.read(ICON)?;
    for (name, width, margin) in ICONS {
        write(&folder.join(name), render(&svg, width, margin)?)?;
    }
    write(
        &folder.join(MANIFEST),
        root.read(&format!("public/{MANIFEST}"))?,
    )?;
    let mut files = sizes::read_all(folder)?;
    let mut content = Vec::new();
    for (name, file) in &files {
        content.extend_from_slice(name.as_bytes());
        content.extend_from_slice(file);
    }
    let version = fingerprint(&content);
    let page = files.remove(PAGE).unwrap_or_default();
    let page = with_worker(&String::from_utf8_lossy(&page), &version);
    write(&folder.join(PAGE), page)?;
    let worker = worker(
        &root.read(&format!("public/{WORKER}"))?,
        &version,
        files.keys(),
    );
    write(&folder.join(WORKER), squeeze_script(&worker))
}

/// Returns the page with links to manifest and icon, and the start script with worker and version.
fn with_worker(page: &str, version: &str) -> String {
    let links = format!(
        "<link rel=\"manifest\" href=\"./{MANIFEST}\">\n\
         <link rel=\"apple-touch-icon\" href=\"./app-192.png\">\n</head>"
    );
    page.replacen("</head>", &links, 1).replacen(
        " data-js=",
        &format!(" data-worker=\"./{WORKER}\" data-version=\"{version}\" data-js="),
        1,
    )
}

/// Returns the service worker with the version and the list of files.
fn worker<'a>(template: &str, version: &str, files: impl Iterator<Item = &'a String>) -> String {
    let files: Vec<String> = files.map(|name| format!("\"./{name}\"")).collect();
    template
        .replacen("VERSION = \"\"", &format!("VERSION = \"{version}\""), 1)
        .replacen(
            "FILES = []",
            &format!("FILES = [\"./\", {}]", files.join(", ")),
            1,
        )
}

/// Returns the icon as PNG.
fn render(svg: &str, width: u32, margin: f32) -> Outcome<Vec<u8>> {
    let failed = |reason: String| Failure::new(format!("{ICON} cannot be rendered: {reason}."));
    // A maskable icon has no round corners of its own.
    let svg = if margin > 0.0 {
        svg.replacen(" rx=\"7\"", "", 1)
    } else {
        svg.to_owned()
    };
    let tree =
        Tree::from_str(&svg, &Options::default()).map_err(|error| failed(error.to_string()))?;
    let mut pixels = Pixmap::new(width, width).ok_or_else(|| failed("no pixels".to_owned()))?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let whole = width as f32;
    let scale = whole / tree.size().width();
    if margin > 0.0 {
        // The color of the sign's background, up to the edges.
        resvg::render(
            &tree,
            Transform::from_scale(scale * 9.0, scale * 9.0),
            &mut pixels.as_mut(),
        );
    }
    let inner = scale * (1.0 - 2.0 * margin);
    let transform =
        Transform::from_scale(inner, inner).post_translate(whole * margin, whole * margin);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|error| failed(error.to_string()))
}

/// Writes a file of the site.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, content)
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_worker_version_and_manifest() {
        let page = "<head><script src=\"./boot.js\" data-js=\"./a.js\"></script></head><body>";
        assert_eq!(
            with_worker(page, "12"),
            "<head><script src=\"./boot.js\" data-worker=\"./sw.js\" data-version=\"12\" \
             data-js=\"./a.js\"></script><link rel=\"manifest\" href=\"./manifest.webmanifest\">\n\
             <link rel=\"apple-touch-icon\" href=\"./app-192.png\">\n</head><body>"
        );
    }

    #[test]
    fn the_worker_lists_the_page_and_the_files() {
        let files = ["a.css".to_owned(), "b.js".to_owned()];
        assert_eq!(
            worker(
                "const VERSION = \"\";\nconst FILES = [];\n",
                "12",
                files.iter()
            ),
            "const VERSION = \"12\";\nconst FILES = [\"./\", \"./a.css\", \"./b.js\"];\n"
        );
    }

    #[test]
    fn the_icon_becomes_a_png_with_and_without_round_corners() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">\
                   <rect width=\"32\" height=\"32\" rx=\"7\" fill=\"#0f6cbd\"/></svg>";
        for (margin, is_round) in [(0.0, true), (0.1, false)] {
            let png = render(svg, 192, margin).unwrap();
            let pixels = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixels.width(), pixels.height()), (192, 192));
            assert_eq!(pixels.pixel(0, 0).unwrap().alpha() == 0, is_round);
        }
    }
}
