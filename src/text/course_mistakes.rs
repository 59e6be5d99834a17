//! What is wrong with a course, in sentences: what was found, what was expected, and what was
//! probably meant.

use super::say::say;
use super::sentences::Sentences;
use crate::training::{Mistake, MistakeKind, Name, NoCommand, Position, Stuck};

impl Sentences {
    /// "mine.json has 3 mistakes. Nothing was changed."
    pub fn course_has_mistakes(self, name: &str, count: usize, number: &str) -> String {
        match count {
            1 => say!(self;
                "“{name}” has a mistake. Nothing was changed.",
                "„{name}“ enthält einen Fehler. Es wurde nichts geändert."
            ),
            _ => say!(self;
                "“{name}” has {number} mistakes. Nothing was changed.",
                "„{name}“ enthält {number} Fehler. Es wurde nichts geändert."
            ),
        }
    }

    pub fn more_mistakes(self, number: &str) -> String {
        say!(self; "And {number} more.", "Und {number} weitere.")
    }

    /// "Goal 2: The solution doesn't reach this goal.", of an exercise that is being made.
    pub fn exercise_mistake(self, mistake: &Mistake, number: &dyn Fn(usize) -> String) -> String {
        let what = self.mistake_kind(&mistake.kind);
        let place = |list: &str| -> Option<usize> {
            let rest = mistake.path.strip_prefix(list)?;
            rest.split(']').next()?.parse().ok()
        };
        if let Some(goal) = place("$.goals[") {
            return format!("{}: {what}", self.goal_number(&number(goal + 1)));
        }
        if let Some(step) = place("$.solution[") {
            let step = number(step + 1);
            return say!(self; "Solution, step {step}: {what}", "Lösung, Schritt {step}: {what}");
        }
        if let Some(step) = place("$.start[") {
            let step = number(step + 1);
            return say!(self;
                "Starting state, step {step}: {what}",
                "Ausgangszustand, Schritt {step}: {what}"
            );
        }
        what
    }

    /// "80%".
    pub fn percent(self, number: &str) -> String {
        say!(self; "{number}%", "{number} %")
    }

    /// "Line 12, column 9 – $.goals[0].check.exits: Unknown field “exits”. …".
    pub fn course_mistake(self, mistake: &Mistake, position: Option<Position>) -> String {
        let what = self.mistake_kind(&mistake.kind);
        let path = &mistake.path;
        match position {
            Some(Position { line, column }) => say!(self;
                "Line {line}, column {column} – {path}: {what}",
                "Zeile {line}, Spalte {column} – {path}: {what}"
            ),
            None => format!("{path}: {what}"),
        }
    }

    fn mistake_kind(self, kind: &MistakeKind) -> String {
        match kind {
            MistakeKind::NotJson { line, column } => say!(self;
                "This isn't valid JSON from line {line}, column {column} on.",
                "Ab Zeile {line}, Spalte {column} ist das kein gültiges JSON."
            ),
            MistakeKind::NotAnObject => self.expected("an object: {…}", "ein Objekt: {…}"),
            MistakeKind::NotAList => self.expected("a list: […]", "eine Liste: […]"),
            MistakeKind::NotAText => self.expected("a text: \"…\"", "ein Text: \"…\""),
            MistakeKind::NotAFlag => self.expected("true or false", "true oder false"),
            MistakeKind::NotANumber { least, most } => self.number_expected(*least, *most),
            MistakeKind::WrongLength { expected } => say!(self;
                "Expected a list of {expected} texts.",
                "Erwartet wird eine Liste mit {expected} Texten."
            ),
            MistakeKind::TooMany { most } => say!(self;
                "Expected a list of at most {most}.",
                "Erwartet wird eine Liste mit höchstens {most} Einträgen."
            ),
            MistakeKind::MissingField(name) => say!(self;
                "The field “{name}” is missing.",
                "Das Feld „{name}“ fehlt."
            ),
            MistakeKind::UnknownField { name, suggestion } => {
                let unknown = say!(self;
                    "Unknown field “{name}”.",
                    "Das Feld „{name}“ ist unbekannt."
                );
                self.with_suggestion(unknown, *suggestion)
            }
            MistakeKind::TooDeep => self.whole(
                "Too many checks inside each other.",
                "Zu viele ineinander geschachtelte Prüfungen.",
            ),
            MistakeKind::NoKind => self.whole(
                "No field says what kind of check or instruction this is.",
                "Kein Feld sagt, um welche Art von Prüfung oder Anweisung es sich handelt.",
            ),
            MistakeKind::UnknownName {
                what,
                name,
                suggestion,
            } => self.with_suggestion(self.unknown_name(*what, name), suggestion.as_deref()),
            MistakeKind::Inconsistent(_) => self.whole(
                "These fields don't go together.",
                "Diese Felder passen nicht zusammen.",
            ),
            MistakeKind::DoubledName(name) => say!(self;
                "“{name}” is used twice. Choose another name.",
                "„{name}“ kommt zweimal vor. Wählen Sie einen anderen Namen."
            ),
            MistakeKind::NotAGoalBefore { name, suggestion } => {
                let unknown = say!(self;
                    "“{name}” isn't an earlier goal.",
                    "„{name}“ ist kein früheres Ziel."
                );
                self.with_suggestion(unknown, suggestion.as_deref())
            }
            MistakeKind::Stuck(stuck) => self.stuck(stuck),
            MistakeKind::TrueFromTheStart => self.whole(
                "This goal is reached before anything is done.",
                "Dieses Ziel ist schon zu Beginn erreicht.",
            ),
            MistakeKind::NotReached => self.whole(
                "The solution doesn't reach this goal.",
                "Die Lösung erreicht dieses Ziel nicht.",
            ),
        }
    }

    fn whole(self, english: &str, german: &str) -> String {
        self.pick(english, german).to_owned()
    }

    fn expected(self, english: &str, german: &str) -> String {
        say!(self; "Expected {}.", "Erwartet wird {}.", self.pick(english, german))
    }

    fn number_expected(self, least: i64, most: i64) -> String {
        if (least, most) == (i64::MIN, i64::MAX) {
            return self.expected("a whole number", "eine ganze Zahl");
        }
        say!(self;
            "Expected a whole number from {least} to {most}.",
            "Erwartet wird eine ganze Zahl von {least} bis {most}."
        )
    }

    fn with_suggestion(self, sentence: String, suggestion: Option<&str>) -> String {
        let Some(suggestion) = suggestion else {
            return sentence;
        };
        say!(self;
            "{sentence} Did you mean “{suggestion}”?",
            "{sentence} Meinten Sie „{suggestion}“?"
        )
    }

    fn unknown_name(self, what: Name, name: &str) -> String {
        let (english, german) = match what {
            Name::Product => ("a part number", "keine Artikelnummer"),
            Name::Plan => (
                "a service plan of this product",
                "kein Serviceplan dieses Produkts",
            ),
            Name::User => ("a user who exists here", "kein Benutzer, den es hier gibt"),
            Name::UserOrAnyone => (
                "a user name, or *@ and a domain",
                "kein Benutzername und auch nicht *@ mit einer Domäne",
            ),
            Name::Domain => ("a domain of a customer", "keine Domäne eines Kunden"),
            Name::Location => (
                "the two-letter code of a country",
                "kein Ländercode aus zwei Buchstaben",
            ),
            Name::AdminRole => ("an administrator role", "keine Administratorrolle"),
            Name::PartnerRole => ("a partner role", "keine Partnerrolle"),
            Name::Action => (
                "an action of the activity log",
                "keine Aktion des Protokolls",
            ),
            Name::Act => (
                "an activity that can be checked",
                "keine Tätigkeit, die geprüft werden kann",
            ),
            Name::Filter => (
                "a filter of the list of users",
                "kein Filter der Benutzerliste",
            ),
            Name::Person => ("a person's name", "kein Name einer Person"),
            Name::Company => ("a company name", "kein Firmenname"),
            Name::Id => (
                "a name of up to 40 lowercase letters, digits and hyphens",
                "kein Name aus höchstens 40 Kleinbuchstaben, Ziffern und Bindestrichen",
            ),
            Name::Encoding => ("an encoding of files", "keine Dateicodierung"),
            Name::Place => ("a page", "keine Seite"),
            Name::Control => ("a role of a control", "keine Rolle eines Bedienelements"),
        };
        say!(self; "“{name}” isn't {}.", "„{name}“ ist {}.", self.pick(english, german))
    }

    /// Says why an instruction can't be carried out.
    fn stuck(self, stuck: &Stuck) -> String {
        let reason = match stuck {
            Stuck::NoCommand(no) => self.no_command(no),
            Stuck::Refused(refusal) => self.refusal(refusal),
            Stuck::Misfit(_) => String::new(),
        };
        let what = self.pick(
            "This can't be carried out.",
            "Das lässt sich nicht ausführen.",
        );
        format!("{what} {reason}").trim_end().to_owned()
    }

    fn no_command(self, no: &NoCommand) -> String {
        match no {
            NoCommand::UnknownCustomer(domain) => self.unknown_name(Name::Domain, domain),
            NoCommand::UnknownUser(name) => self.unknown_name(Name::User, name.as_str()),
            NoCommand::NoSubscription(product) => say!(self;
                "The customer has no subscription to {}.",
                "Der Kunde hat kein Abonnement für {}.",
                product.name
            ),
            NoCommand::Problems(problems) => {
                let problems = problems.iter().map(|problem| self.problem_at(problem));
                problems.collect::<Vec<_>>().join(" ")
            }
            NoCommand::RowProblems(problems) => self.not_uploaded(problems),
        }
    }
}
