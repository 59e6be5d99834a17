//! Drafts of courses: they are stored as they are typed.

use leptos::prelude::*;

use crate::browser::random::BrowserRandom;
use crate::browser::storage::BrowserStorage;
use crate::domain::Guid;
use crate::journal::{AttemptId, NotSaved, Shelf, StorageError};
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::text::CourseWords;
use crate::training::{COURSE_LIMIT, Course, Draft, Exercise, Making};

fn shelf() -> Result<Shelf<BrowserStorage>, StorageError> {
    BrowserStorage::open().map(Shelf::drafts)
}

impl Session {
    /// Returns all drafts, and tracks them.
    pub fn drafts(self) -> Vec<Draft> {
        self.authoring.drafts.get()
    }

    /// Reads a draft, if there is one of this name, and tracks it.
    pub fn with_draft<T>(self, id: &str, read: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.authoring.drafts.with(|drafts| {
            let mut drafts = drafts.iter();
            drafts.find(|draft| draft.course.id == id).map(read)
        })
    }

    /// Reads an exercise of a draft, if there is one, and tracks the draft.
    pub fn with_drafted<T>(
        self,
        draft: &str,
        exercise: &str,
        read: impl FnOnce(&Exercise) -> T,
    ) -> Option<T> {
        let read = |draft: &Draft| draft.course.exercise(exercise).map(read);
        self.with_draft(draft, read).flatten()
    }

    /// Reads the drafts as they are stored.
    pub(in crate::session) fn read_drafts(self) {
        let names = shelf().and_then(|shelf| shelf.names()).unwrap_or_default();
        let read = |name: &String| shelf().ok()?.read::<Draft>(name).ok()?;
        let drafts: Vec<Draft> = names.iter().filter_map(read).collect();
        if drafts.len() < names.len() {
            let text = self.texts::<CourseWords>().draft_unreadable;
            self.notices.show(Tone::Warning, text);
        }
        self.authoring.drafts.maybe_update(|known| {
            let is_other = *known != drafts;
            *known = drafts;
            is_other
        });
    }

    /// Begins a course. Returns its name, or says why it cannot be stored.
    pub fn begin_draft(self) -> Option<String> {
        let random = Guid::generate(&mut BrowserRandom::default()).ok()?;
        let digits: String = random.to_string().chars().take(8).collect();
        let id = format!("course-{digits}");
        self.put_draft(&Draft::new(id.clone())).then_some(id)
    }

    /// Makes a draft of a course, in place of the one of its name. Returns whether it is stored,
    /// and else says why not.
    pub fn put_draft_of(self, course: Course) -> bool {
        self.put_draft(&Draft::of(course))
    }

    /// Changes a draft, and stores it. Returns whether it is stored, and else says why not.
    pub fn edit_draft(self, id: &str, edit: impl FnOnce(&mut Course)) -> bool {
        self.change_draft(id, |draft| draft.edit(edit))
    }

    /// Changes an exercise of a draft, and stores it.
    pub fn edit_drafted(self, id: &str, exercise: &str, edit: impl FnOnce(&mut Exercise)) -> bool {
        self.edit_draft(id, |course| {
            if let Some(exercise) = course.exercise_mut(exercise) {
                edit(exercise);
            }
        })
    }

    /// Notes that the file of a draft was exported.
    pub fn note_export(self, id: &str) {
        self.change_draft(id, |draft| draft.is_exported = true);
    }

    fn change_draft(self, id: &str, change: impl FnOnce(&mut Draft)) -> bool {
        // Another tab may have changed it meanwhile.
        let Ok(Some(mut draft)) = shelf().and_then(|shelf| shelf.read::<Draft>(id)) else {
            self.notices
                .show(Tone::Error, self.texts::<CourseWords>().draft_gone);
            return false;
        };
        change(&mut draft);
        self.put_draft(&draft)
    }

    fn put_draft(self, draft: &Draft) -> bool {
        let size = serde_json::to_string(&draft.course).map_or(0, |text| text.len());
        if u64::try_from(size).map_or(true, |size| size > COURSE_LIMIT) {
            self.notices
                .show(Tone::Error, self.texts::<CourseWords>().draft_too_large);
            return false;
        }
        let stored = shelf().and_then(|shelf| shelf.write(&draft.course.id, draft));
        self.read_drafts();
        if let Err(error) = &stored {
            let text = self
                .sentences()
                .not_saved(&NotSaved::Storage(error.clone()));
            self.notices.show(Tone::Error, text);
        }
        stored.is_ok()
    }

    /// Deletes a draft, with what was recorded and tried.
    pub async fn delete_draft(self, id: String) {
        let attempts = self.attempts_of_draft(&id);
        let mut deleted = self.delete_attempts(attempts).await;
        if deleted.is_ok() {
            deleted = shelf()
                .and_then(|shelf| shelf.remove(&id))
                .map_err(NotSaved::Storage);
        }
        self.read_drafts();
        if let Err(reason) = deleted {
            self.say_not_saved(&reason);
        }
    }

    /// Returns the workspaces that belong to a draft.
    fn attempts_of_draft(self, id: &str) -> Vec<AttemptId> {
        let all = untrack(|| self.all_attempts()).into_iter();
        let is_own = |course: &str| Making::of_course(course).is_some_and(|(_, draft)| draft == id);
        all.filter(|stored| is_own(&stored.attempt.course))
            .map(|stored| stored.id)
            .collect()
    }
}
