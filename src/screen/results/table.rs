//! The table of trainees and exercises.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use super::desk::Desk;
use crate::results::{Standing, Trainee};
use crate::screen::shared::list::List;
use crate::session::address::result_listing::{ResultColumn, ShownCourse};
use crate::session::address::route::Route;
use crate::text::{CourseWords, ResultsWords};
use crate::training::Exercise;
use crate::ui::{Cell, Head, Row, RowControls, SelectField, Weight, dynamic};

/// The list of trainees, sorted and searched as the address says.
pub fn list(desk: Desk) -> List {
    let session = desk.session;
    let names = move || {
        let names = desk.read(|_, class| {
            let names = class.trainees.iter();
            names.map(|trainee| trainee.name.clone()).collect()
        });
        names.unwrap_or_default()
    };
    let sorted = move |column: ResultColumn| {
        let texts = desk.read(|_, class| {
            let texts = class.trainees.iter();
            texts.map(|trainee| sorted_by(column, trainee)).collect()
        });
        texts.unwrap_or_default()
    };
    List::new(
        session,
        Route::results_listing,
        Route::Results,
        names,
        Signal::stored(None),
        sorted,
    )
}

/// Returns the text that a column is sorted by: at first come those who have come farthest, and of
/// those the fastest.
fn sorted_by(column: ResultColumn, trainee: &Trainee) -> String {
    let total = trainee.total();
    if let Some(place) = column.exercise() {
        let cell = trainee.cells.get(place).and_then(Option::as_ref);
        let rank = cell.map_or(3, |cell| match cell.best.standing {
            Standing::Passed => 0,
            Standing::Failed => 1,
            Standing::Begun => 2,
        });
        let seconds = cell.map_or(0, |cell| cell.best.seconds);
        return format!("{rank} {seconds}");
    }
    match column {
        ResultColumn::Done => total.passed.to_string(),
        ResultColumn::Time => total.seconds.to_string(),
        ResultColumn::Hints => total.hints.to_string(),
        ResultColumn::Detours => total.detours.to_string(),
        _ => trainee.name.clone(),
    }
}

/// The table, with its search.
pub fn table(desk: Desk, list: List) -> AnyView {
    let session = desk.session;
    let texts = session.texts::<ResultsWords>();
    let rows = Memo::new(move |_| {
        let page = list.page();
        let rows = desk.read(|_, class| {
            let trainees = page.iter().filter_map(|at| class.trainees.get(*at));
            trainees.map(|trainee| row(desk, trainee)).collect()
        });
        rows.unwrap_or_default()
    });
    let course = Memo::new(move |_| desk.read(|course, _| course.id.as_str()));
    // Another course has other columns.
    let whole = move || {
        course.track();
        let exercises = untrack(|| desk.read(|course, _| course.exercises.as_slice()));
        let heads = heads(desk, list, exercises.unwrap_or_default());
        view! {
            <div class="class-table">
                {list
                    .table(
                        texts.trainees,
                        heads,
                        rows.into(),
                        RowControls::default(),
                        || ().into_any(),
                    )}
            </div>
        }
        .into_any()
    };
    view! {
        <section class="class">
            <h2>{texts.trainees}</h2>
            <div class="tools">
                {list.search_box(texts.search_trainees, texts.trainee_name)}
                {course_field(desk)} {list.found()}
            </div>
            {dynamic(whole)}
        </section>
    }
    .into_any()
}

fn heads(desk: Desk, list: List, exercises: &'static [Exercise]) -> Vec<Head> {
    let texts = desk.session.texts::<ResultsWords>();
    let course_texts = desk.session.texts::<CourseWords>();
    let mut heads = vec![
        list.head(ResultColumn::Trainee, texts.trainee_name),
        list.head(ResultColumn::Done, course_texts.exercise_done)
            .of_numbers(),
        list.head(ResultColumn::Time, course_texts.time_taken)
            .of_numbers(),
        list.head(ResultColumn::Hints, course_texts.hints_taken)
            .of_numbers(),
        list.head(ResultColumn::Detours, texts.differences)
            .of_numbers(),
    ];
    heads.extend(exercises.iter().enumerate().map(|(place, exercise)| {
        let title = desk.title(exercise);
        let column = ResultColumn::of_exercise(place);
        column.map_or_else(|| Head::plain(title), |column| list.head(column, title))
    }));
    heads
}

fn row(desk: Desk, trainee: &Trainee) -> Row {
    let session = desk.session;
    let total = trainee.total();
    let done = session.sentences().of_total(
        &session.number(total.passed),
        &session.number(trainee.cells.len()),
    );
    let mut cells: Vec<Cell> = vec![
        trainee.name.clone().into(),
        done.into(),
        session.sentences().time_span(total.seconds).into(),
        session.number(total.hints).into(),
        session.number(total.detours).into(),
    ];
    cells.extend(trainee.cells.iter().map(|cell| match cell {
        None => Cell::quiet("–"),
        Some(cell) => {
            let weight = match cell.best.standing {
                _ if !cell.best.doubts.is_empty() => Weight::Wrong,
                Standing::Passed => Weight::Plain,
                _ => Weight::Quiet,
            };
            Cell::of(weight, desk.lines(cell).join("\n"))
        }
    }));
    Row {
        link: Some(session.link(&Route::Trainee(trainee.name.clone()))),
        cells,
    }
}

/// The choice of the course, where there are several.
fn course_field(desk: Desk) -> AnyView {
    let session = desk.session;
    let titles = Memo::new(move |_| {
        let courses = session.results.courses.read();
        let language = session.language();
        let titles = courses
            .iter()
            .map(|one| language.of(&one.course.title).to_owned());
        titles.collect::<Vec<_>>()
    });
    let choose = move |place: String| {
        let number = place.parse::<u8>().unwrap_or_default();
        let listing = session
            .navigation
            .route()
            .read_untracked()
            .results_listing()
            .cloned();
        let listing = listing.unwrap_or_default().filtered(ShownCourse(number));
        session.navigation.adjust(Route::Results(listing));
    };
    dynamic(move || {
        let titles = titles.get();
        if titles.len() < 2 {
            return ().into_any();
        }
        let places = titles.into_iter().enumerate();
        let options = places
            .map(|(place, title)| (place.to_string(), title))
            .collect();
        let label = session.texts::<CourseWords>().course;
        view! {
            <SelectField
                id="shown-course"
                label
                options
                value=Signal::derive(move || desk.shown.get().to_string())
                on_change=choose
            />
        }
        .into_any()
    })
}
