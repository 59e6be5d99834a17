//! A chart for each exercise: who has done it, how long it took, with how many hints, and the most
//! common differences. It is a table, in which the pictures only repeat the figures beside them.

use leptos::prelude::*;

use super::desk::Desk;
use crate::results::{Class, ExerciseFigures, Quarters, Spread};
use crate::text::{CourseWords, ResultsWords};
use crate::training::{Course, Exercise};
use crate::ui::dynamic;

/// How many differences are named.
const NAMED: usize = 3;
/// The width of a picture, of which positions are shares.
const WIDTH: u32 = 200;

/// The charts of all exercises of the course.
pub fn figures(desk: Desk) -> AnyView {
    let texts = desk.session.texts::<ResultsWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let heads = [
        course_texts.exercise,
        course_texts.exercise_done,
        course_texts.time_taken,
        course_texts.hints_taken,
        texts.common_differences,
    ];
    let rows = move || {
        let rows = desk.read(|course, class| rows(desk, course, class));
        rows.unwrap_or_default()
            .into_iter()
            .collect_view()
            .into_any()
    };
    let legend = move || {
        let scale = desk.read(|course, class| scale(course, &all_figures(course, class)));
        scale.map(|scale| legend(desk, scale)).into_any()
    };
    view! {
        <section class="figures">
            <h2>{course_texts.exercises}</h2>
            {dynamic(legend)}
            <div class="table" role="region" aria-label=course_texts.exercises tabindex="0">
                <table>
                    <thead>
                        <tr>
                            {heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{dynamic(rows)}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn rows(desk: Desk, course: &'static Course, class: &Class) -> Vec<AnyView> {
    let all = all_figures(course, class);
    let scale = scale(course, &all);
    let exercises = course.exercises.iter().zip(&all);
    exercises
        .map(|(exercise, figures)| {
            let trainees = class.trainees.len();
            row(
                desk,
                exercise,
                figures,
                trainees,
                [expected(exercise), scale],
            )
        })
        .collect()
}

fn all_figures(course: &Course, class: &Class) -> Vec<ExerciseFigures> {
    let places = 0..course.exercises.len();
    places.map(|place| class.figures(place)).collect()
}

/// The seconds that an exercise is expected to take.
fn expected(exercise: &Exercise) -> u32 {
    u32::from(exercise.minutes) * 60
}

/// The seconds at the end of the scale on which all times are drawn.
fn scale(course: &Course, all: &[ExerciseFigures]) -> u32 {
    // Whoever leaves an exercise open overnight does not squeeze the others together.
    let of_class = all.iter().filter_map(|figures| figures.seconds);
    let longest = of_class.map(|spread| {
        let upper = spread.upper.rounded();
        upper.saturating_add(upper / 4)
    });
    let usual = course.exercises.iter().map(expected);
    longest.chain(usual).max().unwrap_or_default()
}

/// Says what the pictures show. The figures below them say the same, so it is for the eye.
fn legend(desk: Desk, scale: u32) -> AnyView {
    let texts = desk.session.texts::<ResultsWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let sentences = desk.session.sentences();
    let bar = |class: &'static str| {
        view! { <rect class=class y="5" width="24" height="10" /> }.into_any()
    };
    let line = |class: &'static str, [x1, y1, x2, y2]: [&'static str; 4]| {
        view! { <line class=class x1=x1 y1=y1 x2=x2 y2=y2 /> }.into_any()
    };
    let signs = [
        (bar("passed"), course_texts.exercise_done),
        (bar("begun"), texts.legend_begun),
        (bar("all"), course_texts.not_begun_yet),
        (line("median", ["12", "1", "12", "19"]), texts.legend_median),
        (bar("box"), texts.legend_half),
        (line("range", ["0", "10", "24", "10"]), texts.legend_all),
        (line("usual", ["12", "0", "12", "20"]), texts.legend_usual),
    ];
    let item = |(picture, text): (AnyView, &'static str)| {
        view! {
            <li>
                <svg class="chart" viewBox="0 0 24 20" aria-hidden="true">
                    {picture}
                </svg>
                <span>{text}</span>
            </li>
        }
    };
    view! {
        <ul class="legend">{signs.map(item).into_iter().collect_view()}</ul>
        <p class="note">{sentences.time_scale(&sentences.time_span(scale))}</p>
    }
    .into_any()
}

fn row(
    desk: Desk,
    exercise: &'static Exercise,
    figures: &ExerciseFigures,
    trainees: usize,
    [expected, scale]: [u32; 2],
) -> AnyView {
    let session = desk.session;
    let (words, sentences) = (session.words(), session.sentences());
    let [passed, all] = [figures.passed, trainees].map(|count| session.number(count));
    let most_hints: usize = exercise.goals.iter().map(|goal| goal.hints.len()).sum();
    let most_hints = u32::try_from(most_hints).unwrap_or(u32::MAX);
    let time = |seconds: Quarters| sentences.time_span(seconds.rounded());
    let hints = |count: Quarters| {
        let (whole, hundredths) = count.hundredths();
        sentences.with_hundredths(&session.number(whole), hundredths)
    };
    let named = figures.detours.iter().take(NAMED).map(|(detour, count)| {
        let what = desk.difference(detour);
        let text = sentences.common_difference(&what, *count, &session.number(*count));
        view! { <li dir="auto">{text}</li> }
    });
    let differences = match figures.detours.is_empty() {
        true => view! { <span class="note">{words.none}</span> }.into_any(),
        false => view! { <ul>{named.collect_view()}</ul> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{desk.title(exercise)}</th>
            <td>
                {share(figures, trainees)} <p>{sentences.trainees_done(&passed, &all)}</p>
            </td>
            <td>{spread(desk, figures.seconds, &time, [Some(expected), Some(scale)])}</td>
            <td>{spread(desk, figures.hints, &hints, [None, Some(most_hints)])}</td>
            <td>{differences}</td>
        </tr>
    }
    .into_any()
}

/// A bar of those who have done it, and of those who have only begun it.
fn share(figures: &ExerciseFigures, trainees: usize) -> AnyView {
    let width = |count: usize| {
        let share = (count * 200).checked_div(trainees);
        share.unwrap_or_default().to_string()
    };
    view! {
        <svg class="chart" viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="200" height="12" />
            <rect class="begun" width=width(figures.begun) height="12" />
            <rect class="passed" width=width(figures.passed) height="12" />
        </svg>
    }
    .into_any()
}

/// A box from quartile to quartile with the median in it, and a line from the least to the most,
/// above the same in words.
fn spread(
    desk: Desk,
    spread: Option<Spread>,
    text: &dyn Fn(Quarters) -> String,
    [expected, scale]: [Option<u32>; 2],
) -> AnyView {
    let sentences = desk.session.sentences();
    let Some(spread) = spread else {
        return view! { <span class="note">"–"</span> }.into_any();
    };
    let scale = scale.unwrap_or(spread.most).max(1);
    let at = |value: Quarters| value.on_scale(scale, WIDTH);
    let [least, lower, median, upper, most] = [
        spread.least.into(),
        spread.lower,
        spread.median,
        spread.upper,
        spread.most.into(),
    ]
    .map(at);
    let [range_from, range_to] = [spread.least, spread.most].map(|value| text(value.into()));
    let expected = expected.map(|expected| {
        let at = at(expected.into()).to_string();
        view! { <line class="usual" x1=at.clone() x2=at y1="0" y2="20" /> }
    });
    view! {
        <svg class="chart" viewBox="0 0 200 20" preserveAspectRatio="none" aria-hidden="true">
            <line class="range" x1=least.to_string() x2=most.to_string() y1="10" y2="10" />
            <rect
                class="box"
                x=lower.to_string()
                y="3"
                width=upper.saturating_sub(lower).max(1).to_string()
                height="14"
            />
            {expected}
            <line class="median" x1=median.to_string() x2=median.to_string() y1="1" y2="19" />
        </svg>
        <p>{sentences.median(&text(spread.median))}</p>
        <p class="note">{sentences.half_between(&text(spread.lower), &text(spread.upper))}</p>
        <p class="note">{sentences.all_between(&range_from, &range_to)}</p>
    }
    .into_any()
}
