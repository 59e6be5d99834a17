//! Statements of the Experience API (xAPI 1.0.3), the language of learning record stores.

use std::collections::BTreeMap;

use chrono::SecondsFormat;
use serde::Serialize;

use super::file::{FiledAttempt, ResultFile};
use super::score::Score;
use crate::domain::Moment;
use crate::training::{Bilingual, Course, Exercise, Outcome};

/// Begins the identifiers of activities and extensions. It is a name, not an address.
const HOME: &str = "https://seatwork.example";

/// Who did what, and what it came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// The same each time the same thing is stated, so that a store keeps it once.
    id: String,
    actor: Actor,
    verb: Verb,
    object: Activity,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<StatementResult>,
    context: Context,
    timestamp: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Actor {
    object_type: &'static str,
    name: String,
    account: Account,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    home_page: &'static str,
    name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Verb {
    id: &'static str,
    display: BTreeMap<&'static str, &'static str>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Activity {
    object_type: &'static str,
    id: String,
    definition: Definition,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Definition {
    #[serde(rename = "type")]
    kind: &'static str,
    name: BTreeMap<&'static str, String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct StatementResult {
    score: RawScore,
    success: bool,
    completion: bool,
    /// ISO 8601, such as `PT5M3S`.
    duration: String,
    extensions: BTreeMap<String, usize>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RawScore {
    scaled: f64,
    raw: usize,
    min: usize,
    max: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Context {
    platform: &'static str,
    context_activities: ContextActivities,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ContextActivities {
    parent: Vec<Activity>,
}

/// The verbs that are used, by their names in the vocabulary of ADL.
#[derive(Clone, Copy)]
enum VerbKind {
    Attempted,
    Completed,
    Passed,
    Failed,
}

impl VerbKind {
    fn verb(self) -> Verb {
        let (id, english, german) = match self {
            Self::Attempted => (
                "http://adlnet.gov/expapi/verbs/attempted",
                "attempted",
                "hat versucht",
            ),
            Self::Completed => (
                "http://adlnet.gov/expapi/verbs/completed",
                "completed",
                "hat abgeschlossen",
            ),
            Self::Passed => (
                "http://adlnet.gov/expapi/verbs/passed",
                "passed",
                "hat bestanden",
            ),
            Self::Failed => (
                "http://adlnet.gov/expapi/verbs/failed",
                "failed",
                "hat nicht bestanden",
            ),
        };
        Verb {
            id,
            display: BTreeMap::from([("en", english), ("de", german)]),
        }
    }

    /// Tells the statements about one attempt apart.
    const fn number(self) -> u8 {
        match self {
            Self::Attempted => 1,
            Self::Completed => 2,
            Self::Passed | Self::Failed => 3,
        }
    }
}

/// States what is in a file: for each attempt that it was begun; and where it was finished, that it
/// was completed, and passed or failed. Attempts at exercises that the course does not have are
/// left out.
pub fn statements(file: &ResultFile, course: &Course) -> Vec<Statement> {
    let mut all = Vec::new();
    let of_course = |filed: &&FiledAttempt| filed.attempt.course == course.id;
    for filed in file.attempts.iter().filter(of_course) {
        let Some(exercise) = course.exercise(&filed.attempt.exercise) else {
            continue;
        };
        let about = About {
            name: &file.name,
            course,
            exercise,
            filed,
        };
        all.push(about.statement(VerbKind::Attempted, filed.attempt.begun, None));
        if let Some(outcome) = &filed.attempt.outcome {
            let is_passed = filed.attempt.is_passed(exercise);
            let verdict = match is_passed {
                true => VerbKind::Passed,
                false => VerbKind::Failed,
            };
            for kind in [VerbKind::Completed, verdict] {
                let result = about.result(outcome, is_passed);
                all.push(about.statement(kind, outcome.at, Some(result)));
            }
        }
    }
    all
}

/// What statements about one attempt have in common.
struct About<'a> {
    name: &'a str,
    course: &'a Course,
    exercise: &'a Exercise,
    filed: &'a FiledAttempt,
}

impl About<'_> {
    fn statement(&self, kind: VerbKind, at: Moment, result: Option<StatementResult>) -> Statement {
        let course = format!("{HOME}/courses/{}", self.course.id);
        let exercise = format!("{course}/{}", self.exercise.id);
        let begun = self.filed.attempt.begun.timestamp_millis();
        Statement {
            // Looks like a random UUID, which stores ask for.
            id: format!(
                "{}-{:04x}-4000-8000-{:012x}",
                self.filed.id,
                kind.number(),
                begun & 0xffff_ffff_ffff
            ),
            actor: Actor {
                object_type: "Agent",
                name: self.name.to_owned(),
                account: Account {
                    home_page: HOME,
                    name: self.name.to_owned(),
                },
            },
            verb: kind.verb(),
            object: activity(
                exercise,
                "http://adlnet.gov/expapi/activities/simulation",
                &self.exercise.title,
            ),
            result,
            context: Context {
                platform: "Seatwork",
                context_activities: ContextActivities {
                    parent: vec![activity(
                        course,
                        "http://adlnet.gov/expapi/activities/course",
                        &self.course.title,
                    )],
                },
            },
            timestamp: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        }
    }

    fn result(&self, outcome: &Outcome, is_passed: bool) -> StatementResult {
        let score = Score {
            reached: outcome.reached.len(),
            goals: self.exercise.goals.len(),
        };
        let attempt = &self.filed.attempt;
        let extensions = [
            ("hints", attempt.hints_taken()),
            ("detours", outcome.detours),
            ("changes", outcome.changes),
        ];
        StatementResult {
            score: RawScore {
                scaled: score.share(),
                raw: score.reached,
                min: 0,
                max: score.goals,
            },
            success: is_passed,
            completion: true,
            duration: duration(attempt.seconds),
            extensions: extensions
                .map(|(name, count)| (format!("{HOME}/xapi/{name}"), count))
                .into(),
        }
    }
}

fn activity(id: String, kind: &'static str, title: &Bilingual) -> Activity {
    let names = [("en", title.en.clone()), ("de", title.de.clone())];
    let is_said = |(_, name): &(_, String)| !name.trim().is_empty();
    Activity {
        object_type: "Activity",
        id,
        definition: Definition {
            kind,
            name: names.into_iter().filter(is_said).collect(),
        },
    }
}

/// Returns a duration as ISO 8601 has it: `PT1H5M3S`, `PT0S`.
fn duration(seconds: u32) -> String {
    let mut text = "PT".to_owned();
    let parts = [
        (seconds / 3600, 'H'),
        (seconds / 60 % 60, 'M'),
        (seconds % 60, 'S'),
    ];
    for (count, unit) in parts {
        if count > 0 || (unit == 'S' && text == "PT") {
            text.push_str(&count.to_string());
            text.push(unit);
        }
    }
    text
}
