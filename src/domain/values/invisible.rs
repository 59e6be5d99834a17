//! Characters that nobody sees, or that only change the direction of others.

use std::borrow::Cow;

/// Returns whether a character is invisible: nobody who reads the text knows that it is there.
pub(in crate::domain) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
    )
}

/// Returns whether a character is invisible and has no meaning in a name. The two joiners have one:
/// they join letters in Persian and Indic names, and the parts of emoji.
pub(in crate::domain) fn is_invisible_in_name(c: char) -> bool {
    is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}')
}

/// Returns the characters to remove from a text, each once, in order of appearance, and the text
/// without them, trimmed.
pub(in crate::domain) fn without(
    text: &str,
    is_removed: fn(char) -> bool,
) -> (Vec<char>, Cow<'_, str>) {
    // Almost every text is ASCII.
    if text.is_ascii() || !text.contains(is_removed) {
        return (Vec::new(), Cow::Borrowed(text));
    }
    let mut removed = Vec::new();
    for c in text.chars().filter(|c| is_removed(*c)) {
        if !removed.contains(&c) {
            removed.push(c);
        }
    }
    let rest = text.replace(is_removed, "");
    (removed, Cow::Owned(rest.trim().to_owned()))
}
