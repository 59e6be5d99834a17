//! Sentences of exercises: progress, goals, time.

use super::say::say;
use super::sentences::Sentences;

impl Sentences {
    /// "2 goals reached: Dana Ruiz has an account. She holds Visio Plan 2. All goals are reached.",
    /// and which are not reached any more.
    pub fn goal_news(self, reached: &[&str], lost: &[&str], is_complete: bool) -> String {
        let mut parts = Vec::new();
        let goals = reached.join(" ");
        match reached.len() {
            0 => {}
            1 => parts.push(say!(self; "Goal reached: {goals}", "Ziel erreicht: {goals}")),
            count => {
                parts.push(say!(self;
                    "{count} goals reached: {goals}",
                    "{count} Ziele erreicht: {goals}"
                ));
            }
        }
        if is_complete && !reached.is_empty() {
            parts.push(
                self.pick("All goals are reached.", "Alle Ziele sind erreicht.")
                    .to_owned(),
            );
        }
        if !lost.is_empty() {
            let goals = lost.join(" ");
            parts.push(say!(self; "No longer reached: {goals}", "Nicht mehr erreicht: {goals}"));
        }
        parts.join(" ")
    }

    /// "3 of 14 exercises done", of so many.
    pub fn exercises_done(self, done: &str, all: &str, count: usize) -> String {
        match count {
            1 => say!(self; "{done} of {all} exercise done", "{done} von {all} Übung geschafft"),
            _ => say!(self; "{done} of {all} exercises done", "{done} von {all} Übungen geschafft"),
        }
    }

    /// "2 of 3 goals reached".
    pub fn goals_reached(self, reached: &str, all: &str) -> String {
        say!(self; "{reached} of {all} goals reached", "{reached} von {all} Zielen erreicht")
    }

    /// "Start “Your first user”".
    pub fn start_with(self, title: &str) -> String {
        say!(self; "Start “{title}”", "„{title}“ starten")
    }

    /// "Continue “Your first user”".
    pub fn continue_with(self, title: &str) -> String {
        say!(self; "Continue “{title}”", "„{title}“ fortsetzen")
    }

    /// "about 5 minutes".
    pub fn about_minutes(self, minutes: u16) -> String {
        match minutes {
            1 => say!(self; "about 1 minute", "etwa 1 Minute"),
            _ => say!(self; "about {minutes} minutes", "etwa {minutes} Minuten"),
        }
    }

    /// "Time: 2 minutes (about 5 expected)".
    pub fn time_so_far(self, seconds: u32, minutes: u16) -> String {
        let worked = match seconds / 60 {
            1 => self.pick("1 minute", "1 Minute").to_owned(),
            worked => say!(self; "{worked} minutes", "{worked} Minuten"),
        };
        say!(self;
            "Time: {worked} (about {minutes} expected)",
            "Zeit: {worked} (etwa {minutes} vorgesehen)"
        )
    }

    /// "4 min 35 s (usual: about 5 minutes)".
    pub fn time_beside(self, seconds: u32, minutes: u16) -> String {
        let (whole, rest) = (seconds / 60, seconds % 60);
        let expected = self.about_minutes(minutes);
        say!(self;
            "{whole} min {rest} s (usual: {expected})",
            "{whole} Min. {rest} Sek. (üblich: {expected})"
        )
    }

    /// "6 (sample solution: 5)".
    pub fn changes_beside(self, made: &str, sample: &str) -> String {
        say!(self; "{made} (sample solution: {sample})", "{made} (Musterlösung: {sample})")
    }

    /// "Hint 1 of 3".
    pub fn hint_of(self, number: usize, all: usize) -> String {
        say!(self; "Hint {number} of {all}", "Tipp {number} von {all}")
    }

    /// "All attempts together take 12 KB of the storage."
    pub fn attempts_take(self, size: &str) -> String {
        say!(self;
            "All attempts together take {size} of the storage.",
            "Alle Versuche zusammen belegen {size} des Speichers."
        )
    }

    /// "Next exercise: Three in a row".
    pub fn next_exercise_is(self, title: &str) -> String {
        say!(self; "Next exercise: {title}", "Nächste Übung: {title}")
    }
}
