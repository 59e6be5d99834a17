//! Separators of cells, and the first line of a file that names one.

/// A separator between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`: spreadsheets in English.
    Comma,
    /// `;`: spreadsheets in languages with a decimal comma.
    Semicolon,
    /// Tab: "Unicode text" of Excel.
    Tab,
    /// `|`: databases.
    Pipe,
}

impl Separator {
    /// Every separator, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    pub const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Pipe => '|',
        }
    }

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// Returns the separator that a first line `sep=;` names, and where the next line begins.
pub(super) fn note(text: &str) -> Option<(char, usize)> {
    let line = text.strip_prefix('\u{feff}').unwrap_or(text);
    let begin = text.len() - line.len();
    let sign = line.get(4..)?.chars().next()?;
    let is_note = line.get(..4)?.eq_ignore_ascii_case("sep=") && !['\r', '\n', '"'].contains(&sign);
    let rest = line.get(4 + sign.len_utf8()..)?;
    let end = match rest.as_bytes() {
        [] => 0,
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    is_note.then_some((sign, begin + 4 + sign.len_utf8() + end))
}
