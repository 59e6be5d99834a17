//! The attempts that are stored, the room that they take, and deleting them.

use crate::live::Signal;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{element, intl};
use crate::session::address::route::Route;
use crate::session::address::scope::Scope;
use crate::session::address::whole::Address;
use crate::session::{Session, StoredAttempt, Tone};
use crate::text::{CourseWords, TrainingWords};
use crate::training::Exercise;
use crate::ui::dynamic;

/// All attempts, the latest first; nothing if there are none.
pub fn attempts_section(session: Session, attempts: Signal<Vec<StoredAttempt>>) -> AnyView {
    dynamic(move || {
        let mut shown = attempts.get();
        if shown.is_empty() {
            return ().into_any();
        }
        shown.sort_by_key(|stored| std::cmp::Reverse(stored.attempt.begun));
        table(session, &shown)
    })
}

fn table(session: Session, attempts: &[StoredAttempt]) -> AnyView {
    let (texts, sentences) = (session.texts::<TrainingWords>(), session.sentences());
    let course_texts = session.texts::<CourseWords>();
    let size: usize = attempts.iter().map(|stored| stored.size).sum();
    let take = sentences.attempts_take(&shown_size(session, size));
    view! {
        <section class="attempts">
            <h2>{course_texts.attempts}</h2>
            <p class="note">{take} " " {texts.delete_finished_note}</p>
            <div class="table" role="region" aria-label=course_texts.attempts tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{course_texts.exercise}</th>
                            <th scope="col">{course_texts.begun_at}</th>
                            <th scope="col">{course_texts.state}</th>
                            <th scope="col">{texts.space_used}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        {attempts.iter().map(|stored| row(session, stored)).collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(session: Session, stored: &StoredAttempt) -> AnyView {
    let words = session.words();
    let texts = session.texts::<TrainingWords>();
    let course_texts = session.texts::<CourseWords>();
    let (id, attempt) = (stored.id, &stored.attempt);
    let course = session.course_named(&attempt.course);
    let exercise = course.and_then(|course| course.exercise(&attempt.exercise));
    let title = exercise.map_or(attempt.exercise.as_str(), |exercise| {
        untrack(|| session.language()).of(&exercise.title)
    });
    let route = match attempt.outcome {
        Some(_) => Route::Result,
        None => Route::customers(),
    };
    let link = Address::new(Some(id), route, None).to_string();
    let begun = intl::moment(words.language_tag, attempt.begun);
    let name = format!("{} – {title}, {begun}", texts.delete_attempt);
    let replay = Address::new(Scope::Replay(id, None), Route::customers(), None).to_string();
    let replay_name = format!("{} – {title}, {begun}", course_texts.replay);
    let delete = move |_| {
        spawn_local(async move {
            match session.delete_attempts(vec![id]).await {
                Ok(()) => session.notices.show(Tone::Success, texts.attempt_deleted),
                Err(reason) => session.say_not_saved(&reason),
            }
            element::focus_if_lost("main h1");
        });
    };
    view! {
        <tr>
            <th scope="row">
                <a href=link>{title.to_owned()}</a>
            </th>
            <td>{begun}</td>
            <td>{state(session, stored, exercise)}</td>
            <td>{shown_size(session, stored.size)}</td>
            <td>
                <div class="attempt-ways">
                    <a href=replay aria-label=replay_name>
                        {course_texts.replay}
                    </a>
                    <button type="button" class="quiet" aria-label=name on:click=delete>
                        {texts.delete_attempt}
                    </button>
                </div>
            </td>
        </tr>
    }
    .into_any()
}

fn state(session: Session, stored: &StoredAttempt, exercise: Option<&Exercise>) -> String {
    let texts = session.texts::<CourseWords>();
    if stored.is_untouched {
        return texts.not_begun_yet.to_owned();
    }
    let (Some(outcome), Some(exercise)) = (&stored.attempt.outcome, exercise) else {
        return texts.exercise_begun.to_owned();
    };
    let [reached, all] = [outcome.reached.len(), exercise.goals.len()];
    session
        .sentences()
        .goals_reached(&session.number(reached), &session.number(all))
}

fn shown_size(session: Session, size: usize) -> String {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    let number = |number: u64| session.number(number);
    session.sentences().size(size, &number)
}
