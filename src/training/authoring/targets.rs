//! The controls that a hint can point at.

use crate::training::course::Course;
use crate::training::pointing::Target;
use crate::training::procedure::ProcedureId;

/// Returns the controls at which the procedures and the built-in courses point, screen by screen.
pub fn known_targets() -> Vec<Target> {
    let procedures = ProcedureId::ALL.into_iter();
    let procedures = procedures.filter_map(|procedure| procedure.read().ok());
    let of_procedures = procedures.flat_map(|procedure| procedure.steps);
    let of_procedures = of_procedures.map(|step| step.show);
    let exercises = Course::all().flat_map(|course| &course.exercises);
    let hints = exercises.flat_map(|exercise| &exercise.goals);
    let hints = hints.flat_map(|goal| &goal.hints);
    let of_courses = hints.filter_map(|hint| hint.show.clone());
    let mut known: Vec<Target> = Vec::new();
    for target in of_procedures.chain(of_courses) {
        if !known.contains(&target) {
            known.push(target);
        }
    }
    known.sort_by_key(|target| target.on);
    known
}
