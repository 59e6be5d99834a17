//! Encodings older than Unicode: which one a country uses, and which bytes are characters.

use super::encoding::Encoding;

/// How many bytes are searched for letters.
const SEARCHED: usize = 256 * 1024;

/// Countries whose Windows has another encoding than Windows-1252. Source: Microsoft's table of
/// locales and their ANSI code pages.
const COUNTRIES: [(Encoding, &[&str]); 9] = [
    (
        Encoding::Windows1250,
        &[
            "AL", "BA", "CZ", "HR", "HU", "MD", "ME", "PL", "RO", "RS", "SI", "SK",
        ],
    ),
    (
        Encoding::Windows1251,
        &["BG", "BY", "KG", "KZ", "MK", "MN", "RU", "TJ", "UA"],
    ),
    (Encoding::Windows1253, &["CY", "GR"]),
    (Encoding::Windows1254, &["AZ", "TR", "UZ"]),
    (Encoding::Windows1257, &["EE", "LT", "LV"]),
    (Encoding::ShiftJis, &["JP"]),
    (Encoding::Gb18030, &["CN", "SG"]),
    (Encoding::Big5, &["HK", "MO", "TW"]),
    (Encoding::EucKr, &["KR"]),
];

impl Encoding {
    /// Returns the encoding in which Excel saves CSV in a country (ISO 3166-1 alpha-2).
    fn of_country(country: &str) -> Self {
        let has_country = |(_, countries): &&(Self, &[&str])| countries.contains(&country);
        let found = COUNTRIES.iter().find(has_country);
        found.map_or(Self::Windows1252, |(encoding, _)| *encoding)
    }

    /// Guesses the encoding of a file that is not Unicode: that of the country, unless the file is
    /// rather Windows-1252.
    pub(super) fn guess_legacy(bytes: &[u8], country: &str) -> Self {
        let own = Self::of_country(country);
        let is_valid = |encoding: Self| encoding.first_invalid(bytes).is_none();
        let is_western = match own {
            Self::Windows1250 | Self::Windows1254 | Self::Windows1257 => false,
            _ => own.is_mixed(bytes),
        };
        if (is_western || !is_valid(own)) && is_valid(Self::Windows1252) {
            Self::Windows1252
        } else {
            own
        }
    }

    /// Returns whether most characters beyond ASCII would stand beside Latin letters, which they do
    /// in no name of the encoding's language.
    fn is_mixed(self, bytes: &[u8]) -> bool {
        let mut rest = bytes.get(..SEARCHED).unwrap_or(bytes);
        let (mut foreign, mut mixed) = (0_usize, 0_usize);
        let mut before = b' ';
        while let Some(length) = self.character_length(rest) {
            let (character, after) = rest.split_at(length.min(rest.len()));
            let first = character.first().copied().unwrap_or_default();
            if !first.is_ascii() {
                let next = after.first().copied().unwrap_or_default();
                foreign += 1;
                mixed += usize::from(before.is_ascii_alphabetic() || next.is_ascii_alphabetic());
            }
            before = first;
            rest = after;
        }
        foreign > 0 && mixed * 2 >= foreign
    }

    /// Returns the offset of the first byte that begins no character.
    pub(super) fn first_invalid(self, bytes: &[u8]) -> Option<usize> {
        let mut rest = bytes;
        loop {
            let ascii = rest.iter().take_while(|byte| byte.is_ascii()).count();
            rest = rest.get(ascii..)?;
            match self.character_length(rest) {
                Some(length) => rest = rest.get(length..)?,
                None if rest.is_empty() => return None,
                None => return Some(bytes.len() - rest.len()),
            }
        }
    }

    /// Returns how many bytes the character at the beginning has, or `None` if there is none.
    /// Source: WHATWG, Encoding Standard.
    fn character_length(self, bytes: &[u8]) -> Option<usize> {
        let length = match (self, bytes) {
            (_, []) => return None,
            (_, [0..=0x7f, ..]) => 1,
            (Self::ShiftJis, [0x80 | 0xa1..=0xdf, ..]) => 1,
            (Self::ShiftJis, [_, 0x40..=0x7e | 0x80..=0xfc, ..])
            | (Self::Big5, [_, 0x40..=0x7e | 0xa1..=0xfe, ..])
            | (Self::EucKr, [_, 0x41..=0xfe, ..]) => 2,
            (Self::Gb18030, [0x80, ..]) => 1,
            (Self::Gb18030, [_, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, ..]) => 4,
            (Self::Gb18030, [_, 0x40..=0x7e | 0x80..=0xfe, ..]) => 2,
            (Self::ShiftJis | Self::Big5 | Self::EucKr | Self::Gb18030, _) => return None,
            (_, [byte, ..]) => {
                return (!self.unused_bytes().contains(byte)).then_some(1);
            }
        };
        let is_lead = match self {
            Self::ShiftJis => |byte| matches!(byte, 0x81..=0x9f | 0xe0..=0xfc),
            _ => |byte| matches!(byte, 0x81..=0xfe),
        };
        let first = bytes.first().copied().unwrap_or_default();
        (length == 1 || is_lead(first)).then_some(length)
    }

    /// Returns the bytes of an encoding of single bytes that are no character. Source: Microsoft's
    /// code pages.
    const fn unused_bytes(self) -> &'static [u8] {
        match self {
            Self::Windows1250 => &[0x81, 0x83, 0x88, 0x90, 0x98],
            Self::Windows1251 => &[0x98],
            Self::Windows1252 => &[0x81, 0x8d, 0x8f, 0x90, 0x9d],
            Self::Windows1253 => &[
                0x81, 0x88, 0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f,
                0xaa, 0xd2, 0xff,
            ],
            Self::Windows1254 => &[0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e],
            Self::Windows1257 => &[
                0x81, 0x83, 0x88, 0x8a, 0x8c, 0x90, 0x98, 0x9a, 0x9c, 0x9f, 0xa1, 0xa5,
            ],
            _ => &[],
        }
    }
}
