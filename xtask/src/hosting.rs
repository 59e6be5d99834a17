//! What hosts want beside the files of the site: compressed copies and headers.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::offline::write;
use crate::places::Root;
use crate::process::{Failure, Outcome};
use crate::sizes;

const HEADERS: &str = "_headers";

/// The endings of files that compression makes smaller.
const TEXTS: [&str; 6] = [".css", ".html", ".js", ".svg", ".wasm", ".webmanifest"];

/// Writes a `.br` and a `.gz` beside each file, and the headers for hosts that read them there.
pub fn prepare(root: &Root, folder: &Path) -> Outcome {
    for (name, content) in sizes::read_all(folder)? {
        if TEXTS.iter().any(|ending| name.ends_with(ending)) {
            let brotli = sizes::brotli(&content)?;
            write(&folder.join(format!("{name}.br")), brotli)?;
            write(&folder.join(format!("{name}.gz")), gzip(&content)?)?;
        }
    }
    write(
        &folder.join(HEADERS),
        root.read(&format!("docs/hosting/{HEADERS}"))?,
    )
}

/// Returns the content as gzip has it at its best.
pub fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .map_err(|error| Failure::new(format!("A file cannot be compressed: {error}.")))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_compressed_copy_is_the_same_file() {
        let content = b"abc".repeat(1_000);
        let mut unpacked = Vec::new();
        let packed = gzip(&content).unwrap();
        flate2::read::GzDecoder::new(&*packed)
            .read_to_end(&mut unpacked)
            .unwrap();
        assert!(packed.len() < 100 && unpacked == content);
    }

    #[test]
    fn every_host_sends_the_same_headers() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/hosting");
        for file in ["nginx.conf", "Caddyfile", "web.config", HEADERS] {
            let text = fs::read_to_string(folder.join(file)).unwrap();
            for (name, value) in [
                ("Content-Security-Policy", "frame-ancestors 'self'"),
                (
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=()",
                ),
                ("Referrer-Policy", "no-referrer"),
                ("X-Content-Type-Options", "nosniff"),
            ] {
                let is_there = |line: &str| line.contains(name) && line.contains(value);
                assert!(text.lines().any(is_there), "{file}: {name}");
            }
        }
    }
}
