//! Finds the e-mail address in a cell that has more than it.

/// Quotation marks that programs and people put around an address.
const QUOTES: [char; 16] = [
    '\'', '"', '`', '´', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›',
];
/// What programs write before an address.
const SCHEMES: [&str; 2] = ["mailto:", "smtp:"];

/// Returns the one address in a text such as `mailto:lia@kern.example`,
/// `Lia Kern <lia@kern.example>`, or one in quotation marks. Returns `None` if nothing is around
/// the address, or if it is uncertain which one is meant.
pub(super) fn wrapped_address(text: &str) -> Option<&str> {
    let mut inner = text;
    while let Some(more_inner) = unwrapped(inner) {
        inner = more_inner.trim();
    }
    // An apostrophe may be part of a name.
    let is_bare = |c: char| {
        matches!(c, '\'' | '’')
            || !(c.is_whitespace() || QUOTES.contains(&c) || "<>:,;".contains(c))
    };
    let is_certain = inner != text && inner.matches('@').count() == 1 && inner.chars().all(is_bare);
    is_certain.then_some(inner)
}

/// Removes one layer around an address.
fn unwrapped(text: &str) -> Option<&str> {
    for scheme in SCHEMES {
        if let Some((start, rest)) = text.split_at_checked(scheme.len())
            && start.eq_ignore_ascii_case(scheme)
        {
            // The address ends where a subject or a text begins.
            return Some(rest.split_once('?').map_or(rest, |(address, _)| address));
        }
    }
    if let Some((name, address)) = text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'))
    {
        let name = name.trim_matches(|c: char| c.is_whitespace() || QUOTES.contains(&c));
        let is_name = !name.contains(['@', '<', '>']) || name.eq_ignore_ascii_case(address);
        return is_name.then_some(address);
    }
    text.strip_prefix(QUOTES)?.strip_suffix(QUOTES)
}
