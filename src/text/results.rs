//! Sentences of results: files, figures, and what speaks against an attempt.

use super::say::say;
use super::sentences::Sentences;
use crate::results::{BadResults, Doubt};

impl Sentences {
    /// "At most 80 characters."
    pub fn name_too_long(self, limit: usize) -> String {
        say!(self; "At most {limit} characters.", "Höchstens {limit} Zeichen.")
    }

    /// "4 min 35 s", "1 h 4 min".
    pub fn time_span(self, seconds: u32) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match (hours, minutes, rest) {
            (0, 0, _) => say!(self; "{rest} s", "{rest} Sek."),
            (0, _, 0) => say!(self; "{minutes} min", "{minutes} Min."),
            (0, _, _) => say!(self; "{minutes} min {rest} s", "{minutes} Min. {rest} Sek."),
            _ => say!(self; "{hours} h {minutes} min", "{hours} Std. {minutes} Min."),
        }
    }

    pub fn hints(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 hint", "{number} Tipp"),
            _ => say!(self; "{number} hints", "{number} Tipps"),
        }
    }

    pub fn differences(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 difference", "{number} Unterschied"),
            _ => say!(self; "{number} differences", "{number} Unterschiede"),
        }
    }

    /// "36 of 40 done".
    pub fn trainees_done(self, done: &str, all: &str) -> String {
        say!(self; "{done} of {all} done", "{done} von {all} geschafft")
    }

    /// "Half of them: 11 min to 29 min".
    pub fn half_between(self, lower: &str, upper: &str) -> String {
        say!(self; "Half: {lower} to {upper}", "Die Hälfte: {lower} bis {upper}")
    }

    /// "All: 1 min to 39 min".
    pub fn all_between(self, least: &str, most: &str) -> String {
        say!(self; "All: {least} to {most}", "Alle: {least} bis {most}")
    }

    pub fn median(self, median: &str) -> String {
        say!(self; "Median: {median}", "Median: {median}")
    }

    /// "Also deleted: Anna Jäger (4 trainees)".
    pub fn common_difference(self, what: &str, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "{what} (1 trainee)", "{what} ({number} Person)"),
            _ => say!(self; "{what} ({number} trainees)", "{what} ({number} Personen)"),
        }
    }

    /// "All times are drawn on one scale (0 to 12 min)."
    pub fn time_scale(self, longest: &str) -> String {
        say!(self;
            "All times are drawn on one scale (0 to {longest}). Time and hints are those of \
             trainees who have done the exercise.",
            "Alle Zeiten haben denselben Maßstab (0 bis {longest}). Zeit und Tipps beziehen \
             sich auf Personen, die die Übung geschafft haben."
        )
    }

    /// "3 attempts".
    pub fn attempts(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 attempt", "{number} Versuch"),
            _ => say!(self; "{number} attempts", "{number} Versuche"),
        }
    }

    /// "“Free a seat”: changes are missing or damaged."
    pub fn about_exercise(self, title: &str, text: &str) -> String {
        say!(self; "“{title}”: {text}", "„{title}“: {text}")
    }

    pub fn bad_results(self, bad: BadResults) -> &'static str {
        match bad {
            BadResults::TooLarge => self.pick(
                "It's too large to be a file with results.",
                "Sie ist zu groß für eine Datei mit Ergebnissen.",
            ),
            BadResults::Foreign => self.pick(
                "This isn't a Seatwork results file.",
                "Das ist keine Datei mit Ergebnissen von Seatwork.",
            ),
            BadResults::CutOff => self.pick(
                "It ends too early. Ask for it again.",
                "Sie endet zu früh. Bitten Sie noch einmal darum.",
            ),
            BadResults::Damaged => self.pick(
                "It was changed or damaged, and can't be read any more.",
                "Sie wurde verändert oder beschädigt und lässt sich nicht mehr lesen.",
            ),
            BadResults::Newer => self.pick(
                "A later version of Seatwork created it. Reload to get that version.",
                "Eine neuere Version von Seatwork hat sie erstellt. Laden Sie neu, um die neuere \
                 Version zu erhalten.",
            ),
        }
    }

    pub fn file_not_readable(self) -> &'static str {
        self.pick(
            "It can't be read: it was moved, deleted or changed, or it's a folder.",
            "Sie lässt sich nicht lesen: Sie wurde verschoben, gelöscht oder verändert, oder es \
             ist ein Ordner.",
        )
    }

    pub fn file_changed(self) -> &'static str {
        self.pick(
            "It was changed after it was exported. Its results are marked.",
            "Sie wurde nach dem Exportieren verändert. Ihre Ergebnisse sind markiert.",
        )
    }

    pub fn file_without_attempts(self) -> &'static str {
        self.pick("It has no attempts.", "Sie enthält keine Versuche.")
    }

    pub fn foreign_attempts(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "1 attempt is at an exercise that isn't here. Add its course under Training.",
                "{number} Versuch gehört zu einer Übung, die es hier nicht gibt. Fügen Sie ihren \
                 Kurs unter „Training“ hinzu."
            ),
            _ => say!(self;
                "{number} attempts are at exercises that aren't here. Add their course under \
                 Training.",
                "{number} Versuche gehören zu Übungen, die es hier nicht gibt. Fügen Sie deren \
                 Kurs unter „Training“ hinzu."
            ),
        }
    }

    pub fn doubled_attempts(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "1 attempt was in another file already. It counts once.",
                "{number} Versuch war schon in einer anderen Datei. Er zählt einmal."
            ),
            _ => say!(self;
                "{number} attempts were in another file already. Each counts once.",
                "{number} Versuche waren schon in einer anderen Datei. Jeder zählt einmal."
            ),
        }
    }

    /// Of a file that has attempts which were in a file under another name already.
    pub fn copied_attempts(self, owner: &str, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "1 attempt was in the file of {owner} already. It counts for {owner} only.",
                "{number} Versuch war schon in der Datei von {owner}. Er zählt nur für {owner}."
            ),
            _ => say!(self;
                "{number} attempts were in the file of {owner} already. They count for {owner} \
                 only.",
                "{number} Versuche waren schon in der Datei von {owner}. Sie zählen nur für \
                 {owner}."
            ),
        }
    }

    /// "1.5", of what lies between two whole numbers.
    pub fn with_hundredths(self, whole: &str, hundredths: u64) -> String {
        let point = self.pick(".", ",");
        match (hundredths / 10, hundredths % 10) {
            (0, 0) => whole.to_owned(),
            (tenths, 0) => format!("{whole}{point}{tenths}"),
            (tenths, rest) => format!("{whole}{point}{tenths}{rest}"),
        }
    }

    /// What speaks against an attempt.
    pub fn doubt(self, doubt: Doubt) -> &'static str {
        match doubt {
            Doubt::FileChanged => self.pick("the file was changed.", "die Datei wurde verändert."),
            Doubt::UnknownExercise => self.pick(
                "this exercise isn't here.",
                "diese Übung gibt es hier nicht.",
            ),
            Doubt::OtherVersion => self.pick(
                "the attempt belongs to another version of the course, so it couldn't be checked.",
                "der Versuch gehört zu einer anderen Version des Kurses und konnte nicht geprüft \
                 werden.",
            ),
            Doubt::BrokenJournal => self.pick(
                "some steps are missing or damaged.",
                "einige Schritte fehlen oder sind beschädigt.",
            ),
            Doubt::OtherOutcome => self.pick(
                "the steps lead to a different result than the file states. The steps count.",
                "die Schritte ergeben etwas anderes als angegeben. Es zählen die Schritte.",
            ),
            Doubt::Times => self.pick(
                "the times contradict each other, as after the computer's clock was changed.",
                "die Zeiten widersprechen sich, wie nach dem Verstellen der Uhr des Computers.",
            ),
        }
    }
}
