//! The courses, their exercises, and how far one has come.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::add_course::add_course_section;
use super::attempts::attempts_section;
use super::export::export_section;
use crate::browser::element;
use crate::journal::AttemptId;
use crate::screen::shared::package::download_package;
use crate::screen::shared::question::Question;
use crate::session::address::listing::Listing;
use crate::session::address::route::Route;
use crate::session::{Session, StoredAttempt, Tone};
use crate::text::{CourseWords, TrainingWords};
use crate::training::{Course, Exercise};
use crate::ui::{Glyph, Icon, ProgressBar, dynamic};

/// How far one has come with an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    New,
    Begun,
    /// Finished, but not with every goal.
    Partly,
    Done,
}

impl Standing {
    /// Returns the standing by the attempts at the exercise, and by the goals that were reached in
    /// one that a learning management system has kept. One that is under way counts first.
    fn of(
        course: &Course,
        exercise: &Exercise,
        attempts: &[StoredAttempt],
        kept: Option<usize>,
    ) -> Self {
        let of_exercise = attempts
            .iter()
            .filter(|stored| !stored.is_untouched)
            .map(|stored| &stored.attempt)
            .filter(|attempt| attempt.course == course.id && attempt.exercise == exercise.id);
        let mut standing = match kept {
            Some(reached) if reached >= exercise.goals.len() => Self::Done,
            Some(_) => Self::Partly,
            None => Self::New,
        };
        for attempt in of_exercise {
            standing = match standing {
                Self::Done => Self::Done,
                _ if attempt.is_passed(exercise) => Self::Done,
                _ if attempt.outcome.is_none() => Self::Begun,
                Self::Begun => Self::Begun,
                _ => Self::Partly,
            };
        }
        standing
    }
}

/// The page of all courses.
pub fn courses() -> AnyView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    element::set_title(&format!("{} – Seatwork", words.training));
    let attempts = Memo::new(move |_| session.attempts());
    let courses = move || {
        let courses = session.courses().into_iter();
        courses
            .map(|course| section(session, course, attempts.into()))
            .collect_view()
            .into_any()
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.training}</h1>
        </div>
        <p class="training-hint">{texts.training_lead}</p>
        {dynamic(move || {
            let joined = session.is_in_lms().then_some(texts.lms_joined);
            view! { <p class="training-hint">{joined}</p> }.into_any()
        })}
        {dynamic(courses)}
        {(!session.is_packaged()).then(|| add_course_section(session))}
        {attempts_section(session, attempts.into())}
        {export_section(session, attempts.into())}
        {for_trainers(session)}
    }
    .into_any()
}

/// The ways to what trainers do.
fn for_trainers(session: Session) -> AnyView {
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let results = session.link(&Route::Results(Listing::default()));
    view! {
        <section class="for-trainers" aria-labelledby="for-trainers">
            <h2 id="for-trainers">{texts.for_trainers}</h2>
            <p>
                <a href=session.link(&Route::Drafts)>{texts.create_course}</a>
            </p>
            <p class="note">{texts.create_course_text}</p>
            <p>
                <a href=results>{course_texts.class_results}</a>
            </p>
            <p class="note">{texts.class_results_text}</p>
        </section>
    }
    .into_any()
}

fn section(
    session: Session,
    course: &'static Course,
    attempts: Signal<Vec<StoredAttempt>>,
) -> AnyView {
    let (texts, sentences) = (session.texts::<TrainingWords>(), session.sentences());
    let language = untrack(|| session.language());
    let standings = Memo::new(move |_| {
        let attempts = attempts.read();
        let exercises = course.exercises.iter().enumerate();
        exercises
            .map(|(place, exercise)| {
                let kept = session.kept_by_lms(course, place);
                Standing::of(course, exercise, &attempts, kept)
            })
            .collect::<Vec<_>>()
    });
    let progress = move || {
        let standings = standings.read();
        let done = standings
            .iter()
            .filter(|one| **one == Standing::Done)
            .count();
        let all = standings.len();
        let text = sentences.exercises_done(&session.number(done), &session.number(all), all);
        let percent = u32::try_from(done * 100 / all.max(1)).ok();
        view! {
            <p class="course-progress">
                <ProgressBar
                    label=Signal::stored(texts.progress.to_owned())
                    percent=Signal::stored(percent)
                />
                <span>{text}</span>
            </p>
            {next(session, course, &standings)}
            <ol class="exercises">
                {course
                    .exercises
                    .iter()
                    .zip(standings.iter())
                    .map(|(exercise, standing)| row(session, course, exercise, *standing))
                    .collect_view()}
            </ol>
        }
        .into_any()
    };
    view! {
        <section class="panel course" aria-labelledby=format!("course-{}", course.id)>
            <h2 id=format!("course-{}", course.id) tabindex="-1">
                {language.of(&course.title).to_owned()}
            </h2>
            <p>{language.of(&course.about).to_owned()}</p>
            {dynamic(progress)}
            <div class="course-buttons">
                {reset(session, course, attempts)} {for_lms(session, course)}
                {remove(session, course)}
            </div>
        </section>
    }
    .into_any()
}

fn route(course: &Course, exercise: &Exercise) -> Route {
    Route::Exercise(course.id.clone(), exercise.id.clone())
}

/// The exercise to go on with: one that is begun, or else the first that is not done.
fn next(session: Session, course: &'static Course, standings: &[Standing]) -> Option<AnyView> {
    let sentences = session.sentences();
    let language = untrack(|| session.language());
    let all = || course.exercises.iter().zip(standings);
    let begun = all().find(|(_, standing)| **standing == Standing::Begun);
    let (exercise, standing) =
        begun.or_else(|| all().find(|(_, standing)| **standing != Standing::Done))?;
    let title = language.of(&exercise.title);
    let label = match standing {
        Standing::Begun => sentences.continue_with(title),
        _ => sentences.start_with(title),
    };
    let link = session.link(&route(course, exercise));
    Some(
        view! {
            <p>
                <a class="go" href=link>
                    {label}
                </a>
            </p>
        }
        .into_any(),
    )
}

fn row(
    session: Session,
    course: &'static Course,
    exercise: &'static Exercise,
    standing: Standing,
) -> AnyView {
    let (texts, sentences) = (session.texts::<TrainingWords>(), session.sentences());
    let course_texts = session.texts::<CourseWords>();
    let language = untrack(|| session.language());
    let (class, state) = match standing {
        Standing::New => ("", ""),
        Standing::Begun => ("", course_texts.exercise_begun),
        Standing::Partly => ("", texts.exercise_partly),
        Standing::Done => ("done", course_texts.exercise_done),
    };
    let is_finished = matches!(standing, Standing::Partly | Standing::Done);
    let again = is_finished.then(|| again(session, course, exercise));
    let tick = (standing == Standing::Done).then(|| view! { <Icon glyph=Glyph::Success /> });
    view! {
        <li>
            <a href=session.link(&route(course, exercise))>
                {language.of(&exercise.title).to_owned()}
            </a>
            <span class="note">{sentences.about_minutes(exercise.minutes)}</span>
            <span class=class>{tick} {state}</span>
            {again}
        </li>
    }
    .into_any()
}

/// "Try again", which begins another attempt.
fn again(session: Session, course: &'static Course, exercise: &'static Exercise) -> AnyView {
    let words = session.words();
    let title = untrack(|| session.language()).of(&exercise.title);
    let name = format!("{} – {title}", words.try_again);
    let again = move |_| spawn_local(session.try_exercise_again(course, exercise));
    view! {
        <button type="button" class="quiet" aria-label=name on:click=again>
            {words.try_again}
        </button>
    }
    .into_any()
}

/// "Reset progress", and its question.
fn reset(
    session: Session,
    course: &'static Course,
    attempts: Signal<Vec<StoredAttempt>>,
) -> AnyView {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let is_open = RwSignal::new(false);
    let of_course = move || -> Vec<AttemptId> {
        let attempts = attempts.read();
        let attempts = attempts
            .iter()
            .filter(|stored| stored.attempt.course == course.id);
        attempts.map(|stored| stored.id).collect()
    };
    let reset = move || {
        let ids = untrack(of_course);
        spawn_local(async move {
            match session.delete_attempts(ids).await {
                Ok(()) => session
                    .notices
                    .show(Tone::Success, texts.progress_was_reset),
                Err(reason) => session.say_not_saved(&reason),
            }
        });
    };
    let button = move || {
        let is_any = !of_course().is_empty();
        is_any
            .then(|| {
                view! {
                    <button type="button" class="quiet" on:click=move |_| is_open.set(true)>
                        {texts.reset_progress}
                    </button>
                }
            })
            .into_any()
    };
    let question = Question {
        title: texts.reset_progress_title,
        text: texts.reset_progress_text,
        yes: texts.reset_progress,
        no: words.cancel,
        is_dangerous: true,
        focus: "main h1",
    };
    view! {
        {dynamic(button)}
        {question.view(is_open, reset)}
    }
    .into_any()
}

/// "Download for an LMS", of a course that was added.
fn for_lms(session: Session, course: &'static Course) -> Option<AnyView> {
    let texts = session.texts::<CourseWords>();
    let title = untrack(|| session.language()).of(&course.title);
    let name = format!("{} – {title}", texts.download_for_lms);
    let pack = move |_| spawn_local(download_package(session, course));
    untrack(|| session.is_own_course(&course.id)).then(|| {
        view! {
            <button type="button" class="quiet" aria-label=name on:click=pack>
                {texts.download_for_lms}
            </button>
        }
        .into_any()
    })
}

/// "Remove course", of one that was added, and its question.
fn remove(session: Session, course: &'static Course) -> Option<AnyView> {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let is_own = untrack(|| session.is_own_course(&course.id));
    let is_open = RwSignal::new(false);
    let title = untrack(|| session.language()).of(&course.title);
    let name = format!("{} – {title}", texts.remove_course);
    let remove = move || {
        spawn_local(async move {
            match session.remove_course(&course.id).await {
                Ok(()) => session.notices.show(Tone::Success, texts.course_removed),
                Err(reason) => session.say_not_saved(&reason),
            }
            element::focus_if_lost("main h1");
        });
    };
    let question = Question {
        title: texts.remove_course_title,
        text: texts.remove_course_text,
        yes: texts.remove_course,
        no: words.cancel,
        is_dangerous: true,
        focus: "main h1",
    };
    is_own.then(|| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=name
                on:click=move |_| is_open.set(true)
            >
                {texts.remove_course}
            </button>
            {question.view_about(Signal::stored(title.to_owned()), is_open, remove)}
        }
        .into_any()
    })
}
