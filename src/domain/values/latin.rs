//! Latin letters in ASCII.

/// Latin letters, small and capital, and what replaces them in ASCII: digraphs for umlauts, as in
/// German, and the bare letter for the rest. Both cases are listed because the standard library's
/// case tables add 15 KB to the download.
#[rustfmt::skip]
const LATIN: &[(&str, &str, &str)] = &[
    ("äæ", "ÄÆ", "ae"),
    ("öœø", "ÖŒØ", "oe"),
    ("ü", "Ü", "ue"),
    ("ß", "ẞ", "ss"),
    ("þ", "Þ", "th"),
    ("àáâãåāăą", "ÀÁÂÃÅĀĂĄ", "a"),
    ("çćĉċč", "ÇĆĈĊČ", "c"),
    ("ďđð", "ĎĐÐ", "d"),
    ("èéêëēĕėęě", "ÈÉÊËĒĔĖĘĚ", "e"),
    ("ĝğġģ", "ĜĞĠĢ", "g"),
    ("ĥħ", "ĤĦ", "h"),
    ("ìíîïĩīĭįı", "ÌÍÎÏĨĪĬĮİ", "i"),
    ("ĵ", "Ĵ", "j"),
    ("ķ", "Ķ", "k"),
    ("ĺļľł", "ĹĻĽŁ", "l"),
    ("ñńņňŋ", "ÑŃŅŇŊ", "n"),
    ("òóôõōŏő", "ÒÓÔÕŌŎŐ", "o"),
    ("ŕŗř", "ŔŖŘ", "r"),
    ("śŝşšș", "ŚŜŞŠȘ", "s"),
    ("ţťŧț", "ŢŤŦȚ", "t"),
    ("ùúûũūŭůűų", "ÙÚÛŨŪŬŮŰŲ", "u"),
    ("ŵ", "Ŵ", "w"),
    ("ýÿŷ", "ÝŸŶ", "y"),
    ("źżž", "ŹŻŽ", "z"),
    ("’‘", "", "'"),
    ("–—", "", "-"),
    (" ", "", "."),
];

/// Replaces Latin letters by ASCII and drops combining marks; other characters stay.
pub fn to_ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && c != ' ' {
            ascii.push(c);
        } else if c == '\u{308}' {
            // A combining diaeresis, as macOS writes umlauts in file names, makes a digraph.
            if ascii.ends_with(['a', 'o', 'u', 'A', 'O', 'U']) {
                ascii.push('e');
            }
        } else if !is_combining_mark(c) {
            push_latin(&mut ascii, c);
        }
    }
    ascii
}

fn is_combining_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn push_latin(ascii: &mut String, c: char) {
    for (small, capital, plain) in LATIN {
        if small.contains(c) {
            ascii.push_str(plain);
            return;
        }
        if capital.contains(c) {
            let mut letters = plain.chars();
            ascii.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            ascii.extend(letters);
            return;
        }
    }
    ascii.push(c);
}
