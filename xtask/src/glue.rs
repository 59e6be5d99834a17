//! Shortens the names that WebAssembly and its JavaScript glue call each other by.

use std::collections::BTreeSet;

/// The number of hexadecimal digits at the end of a name.
const DIGITS: usize = 16;

/// Replaces the hashes in the names of imports by numbers, in the glue and in the program.
///
/// wasm-bindgen makes each name unique with a hash, which does not compress. The numbers have the
/// same length, so that nothing else in the program has to change.
pub fn shorten_names(glue: &mut String, program: &mut [u8]) {
    for (number, name) in hashed_names(glue).into_iter().enumerate() {
        let short = name.split_at(name.len() - DIGITS).0.to_owned() + &format!("{number:0DIGITS$}");
        *glue = glue.replace(&name, &short);
        replace(program, name.as_bytes(), short.as_bytes());
    }
}

/// Returns the identifiers such as `__wbg_focus_0123456789abcdef`.
fn hashed_names(glue: &str) -> BTreeSet<String> {
    let is_hash = |text: &str| {
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        text.len() == DIGITS && text.chars().all(is_digit)
    };
    glue.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|name| name.starts_with("__wb"))
        .filter(|name| name.rsplit('_').next().is_some_and(is_hash))
        .map(str::to_owned)
        .collect()
}

/// Replaces each occurrence of `old` by `new`, which has the same length.
fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut rest = bytes;
    while let Some(at) = rest.windows(old.len()).position(|window| window == old) {
        let (found, after) = rest.split_at_mut(at + old.len());
        for (byte, replacement) in found.iter_mut().rev().zip(new.iter().rev()) {
            *byte = *replacement;
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_in_both_files() {
        let mut glue = "__wbg_set_0123456789abcdef: function() {}, __wbg_set_fedcba9876543210: 1, \
                        __wbindgen_malloc, __wbg_get_0123456789ABCDEF, set_0123456789abcdef"
            .to_owned();
        let mut program =
            *b"\0\x1a__wbg_set_0123456789abcdef\0\x1a__wbg_set_fedcba9876543210\0__wbindgen_malloc";
        shorten_names(&mut glue, &mut program);
        assert_eq!(
            glue,
            "__wbg_set_0000000000000000: function() {}, __wbg_set_0000000000000001: 1, \
             __wbindgen_malloc, __wbg_get_0123456789ABCDEF, set_0123456789abcdef"
        );
        assert_eq!(
            &program,
            b"\0\x1a__wbg_set_0000000000000000\0\x1a__wbg_set_0000000000000001\0__wbindgen_malloc"
        );
    }

    #[test]
    fn every_occurrence_is_replaced() {
        let mut bytes = *b"abXabab";
        replace(&mut bytes, b"ab", b"cd");
        assert_eq!(&bytes, b"cdXcdcd");
    }
}
