//! What stands between the cells.

use super::read::Reading;

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`: spreadsheets in English.
    Comma,
    /// `;`: spreadsheets in languages that write 1,5.
    Semicolon,
    /// Tab: "Unicode text" of Excel.
    Tab,
}

/// How much of a file is looked at to find out what separates its cells, in bytes: not more than a row may have cells.
const SAMPLE: usize = 16_000;
/// How many rows of it.
const SAMPLE_ROWS: usize = 50;

impl Separator {
    /// Every separator, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// What separates the cells of the text: what a first line `sep=;` says; else what gives the most headings that are known;
/// where that does not decide, what gives rows of the same width.
pub fn separator(text: &str, is_heading: &dyn Fn(&str) -> bool) -> Separator {
    if let Some((sign, _)) = note(text)
        && let Some(noted) = Separator::ALL.into_iter().find(|one| one.sign() == sign)
    {
        return noted;
    }
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let mut best = (Separator::Comma, (0, 0));
    for candidate in Separator::ALL {
        let mut reading = Reading::new(sample, candidate);
        reading.advance(SAMPLE_ROWS);
        let mut table = reading.into_table();
        if sample.len() < text.len() && table.len() > 1 && table.len() < SAMPLE_ROWS {
            // It is cut off.
            table.pop_row();
        }
        let headings = table.cells(0).filter(|cell| is_heading(cell)).count();
        let width = table.width(0);
        let alike = (0..table.len()).filter(|row| width > 1 && table.width(*row) == width);
        let score = (headings, alike.count());
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The separator that a first line `sep=;` names, and where the next line begins.
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
