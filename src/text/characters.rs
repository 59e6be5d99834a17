//! The names of characters that cannot be shown.

use super::sentences::Sentences;

impl Sentences {
    /// Returns the name of a character that cannot be seen, with its code; `None` for others.
    pub(super) fn unseen_character(self, c: char) -> Option<String> {
        let name = match c {
            '\t' => self.pick("tab", "Tabulator"),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => self.pick("line break", "Zeilenumbruch"),
            '\u{a0}' => self.pick("no-break space", "geschütztes Leerzeichen"),
            '\u{ad}' => self.pick("soft hyphen", "weicher Trennstrich"),
            '\u{200b}' => self.pick("zero-width space", "breitenloses Leerzeichen"),
            '\u{200c}' => self.pick("zero-width non-joiner", "breitenloser Nichtverbinder"),
            '\u{200d}' => self.pick("zero-width joiner", "breitenloser Verbinder"),
            '\u{61c}' | '\u{200e}' | '\u{200f}' => self.pick("direction mark", "Richtungszeichen"),
            '\u{202a}' | '\u{202b}' => self.pick("direction embedding", "Richtungseinbettung"),
            '\u{202d}' | '\u{202e}' => self.pick("direction override", "Richtungsumkehr"),
            '\u{202c}' => self.pick("end of direction embedding", "Ende der Richtungseinbettung"),
            '\u{2066}'..='\u{2068}' => self.pick("direction isolate", "Richtungsisolat"),
            '\u{2069}' => self.pick("end of direction isolate", "Ende des Richtungsisolats"),
            '\u{2060}' => self.pick("word joiner", "Wortverbinder"),
            '\u{feff}' => self.pick("byte order mark", "Bytereihenfolge-Marke"),
            c if c.is_control() => self.pick("control character", "Steuerzeichen"),
            '\u{180e}' | '\u{2061}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => {
                self.pick("invisible character", "unsichtbares Zeichen")
            }
            _ => return None,
        };
        Some(format!("{name} (U+{:04X})", u32::from(c)))
    }
}
