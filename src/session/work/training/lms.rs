//! Reports progress in the course to the learning management system that has started the program.

use leptos::prelude::*;

use crate::browser::lms::Lms;
use crate::browser::{element, timing};
use crate::results::{CourseProgress, LessonStatus, Report, session_time};
use crate::session::Session;
use crate::session::address::route::Route;
use crate::session::state::notices::Tone;
use crate::text::TrainingWords;
use crate::training::Course;

const STATUS: &str = "cmi.core.lesson_status";
const KEPT: &str = "cmi.suspend_data";

impl Session {
    /// Begins a session with the system, if there is one, and shows its course.
    pub(in crate::session) fn join_lms(self) {
        let (Some(system), Some(course)) = (Lms::begin(), self.first_course()) else {
            return;
        };
        let kept = system.get(KEPT);
        let kept = kept.and_then(|kept| CourseProgress::read(course, &kept));
        let status = system.get(STATUS).unwrap_or_default();
        let was_passed = ["passed", "completed"].contains(&status.as_str());
        self.lms.was_passed.set(was_passed);
        self.lms.kept.set(kept);
        self.lms.system.set_value(Some(system));
        self.lms.is_there.set(true);
        self.report_to_lms();
        if matches!(
            *self.navigation.route().read_untracked(),
            Route::Dashboard | Route::Welcome
        ) {
            self.navigation.replace(Route::Training);
        }
        element::on_page_hide(move || self.leave_lms());
    }

    /// Returns whether a learning management system has started the program, and tracks it.
    pub fn is_in_lms(self) -> bool {
        self.lms.is_there.get()
    }

    /// Returns how many goals of the exercise at this place of the course were reached before,
    /// perhaps in another browser, as the system has kept it; tracks it.
    pub fn kept_by_lms(self, course: &Course, place: usize) -> Option<usize> {
        let is_own = self.first_course().is_some_and(|own| own.id == course.id);
        let kept = self.lms.kept.get().filter(|_| is_own);
        kept.and_then(|kept| kept.reached(place))
    }

    /// Tells the system how far the trainee has come, and says where it does not accept that.
    pub(super) fn report_to_lms(self) {
        if !self.lms.is_there.get_untracked() {
            return;
        }
        let Some(Report {
            status,
            score,
            suspend_data,
        }) = self.progress_report()
        else {
            return;
        };
        let percent = score.percent().to_string();
        let exit = match status {
            LessonStatus::Passed => "",
            // The system is to give back what it has kept.
            _ => "suspend",
        };
        let mut values = vec![
            ("cmi.core.score.min", "0"),
            ("cmi.core.score.max", "100"),
            ("cmi.core.score.raw", percent.as_str()),
            (KEPT, suspend_data.as_str()),
            ("cmi.core.exit", exit),
        ];
        if status == LessonStatus::Passed || !self.lms.was_passed.get_untracked() {
            values.push((STATUS, status.word()));
        }
        let told = self
            .lms
            .system
            .with_value(|system| system.as_ref().is_some_and(|system| system.tell(&values)));
        if !told {
            self.notices
                .show(Tone::Error, self.texts::<TrainingWords>().lms_refused);
        }
    }

    fn progress_report(self) -> Option<Report> {
        let course = self.first_course()?;
        let attempts = untrack(|| self.attempts());
        let attempts = attempts.iter().map(|stored| &stored.attempt);
        let mut progress = CourseProgress::of(course, attempts);
        if let Some(kept) = self.lms.kept.get_untracked() {
            progress = progress.with(&kept);
        }
        Some(progress.report(course))
    }

    /// Tells how long the session was, and ends it.
    fn leave_lms(self) {
        let system = self.lms.system.try_update_value(Option::take).flatten();
        if let Some(system) = system {
            let time = session_time(timing::now());
            // The page is going: there is nobody to be told that it was refused.
            let _accepted = system.tell(&[("cmi.core.session_time", &time)]);
            system.end();
        }
    }
}
