//! Zip archives that depend on nothing but their files.

use std::io::{Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Writes files, always with the same time, so that the same files in the same order give the same
/// archive. Returns its size in bytes.
pub fn write<'a>(
    target: impl Write + Seek,
    files: impl IntoIterator<Item = (String, &'a [u8])>,
) -> zip::result::ZipResult<usize> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut zip = ZipWriter::new(target);
    for (path, content) in files {
        zip.start_file(path, options)?;
        zip.write_all(content)?;
    }
    let mut target = zip.finish()?;
    Ok(usize::try_from(target.stream_position()?).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    #[test]
    fn the_same_files_give_the_same_archive_and_come_out_as_they_were() {
        let files = [
            ("a.html", b"<!doctype html>".to_vec()),
            ("site/a.wasm", vec![0; 5000]),
        ];
        let pack = || {
            let mut bytes = Cursor::new(Vec::new());
            let named = files
                .iter()
                .map(|(path, content)| ((*path).to_owned(), &**content));
            let size = write(&mut bytes, named).unwrap();
            assert_eq!(size, bytes.get_ref().len());
            bytes.into_inner()
        };
        let bytes = pack();
        assert_eq!(bytes, pack());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (path, content) in &files {
            let mut found = Vec::new();
            archive
                .by_name(path)
                .unwrap()
                .read_to_end(&mut found)
                .unwrap();
            assert_eq!(&found, content);
        }
    }
}
