//! Results: the file that a trainee exports, and the files of a class.

use std::time::Duration;

use leptos::prelude::untrack;
use leptos::task::spawn_local;

use crate::browser::incoming::{Chosen, ChosenFile, decode};
use crate::browser::{clock, storage, timing};
use crate::journal::{Attempts, NotSaved, Storage, StorageError};
use crate::live::Effect;
use crate::results::{
    Added, BadResults, Class, Doubled, Doubt, FiledAttempt, RESULTS_LIMIT, ResultFile, statements,
};
use crate::session::Session;
use crate::session::state::notices::Tone;
use crate::session::state::results::{AboutFile, ClassFile, CourseResults, FileRemark};
use crate::session::state::training::StoredAttempt;
use crate::text::ResultsWords;
use crate::training::Course;

/// The key under which the results of a class are kept.
const KEY: &str = "seatwork/results";

/// How long a turn may take until the page answers again.
const TURN: Duration = Duration::from_millis(40);

impl Session {
    /// Returns the name and the content of the file with all attempts of this browser, for a
    /// trainee of this name.
    ///
    /// # Errors
    /// When the storage refuses.
    pub fn write_results(self, name: &str) -> Result<(String, String), NotSaved> {
        let attempts = self.filed_attempts().map_err(NotSaved::Storage)?;
        let file = ResultFile {
            name: name.trim().to_owned(),
            made: clock::now(),
            attempts,
        };
        let courses = untrack(|| self.courses()).into_iter();
        let all: Vec<_> = courses
            .flat_map(|course| statements(&file, course))
            .collect();
        let content = file.write(&all).map_err(|_| NotSaved::Unreadable)?;
        Ok((file.file_name(), content))
    }

    /// Returns the attempts of this browser, in the order in which they were begun.
    fn filed_attempts(self) -> Result<Vec<FiledAttempt>, StorageError> {
        let attempts = storage::BrowserStorage::open().map(Attempts::new)?;
        let mut filed = Vec::new();
        for StoredAttempt { id, attempt, .. } in untrack(|| self.attempts()) {
            let journal = attempts.journal(id)?;
            filed.extend(journal.map(|(origin, records)| FiledAttempt {
                id,
                attempt,
                origin,
                records,
            }));
        }
        filed.sort_by_key(|one| one.attempt.begun);
        Ok(filed)
    }

    /// Reads files of a class, and adds what they come to, in turns. What cannot be read is said,
    /// and changes nothing.
    pub async fn add_results(self, chosen: Chosen) {
        let files = match chosen {
            Chosen::File(file) => vec![file],
            Chosen::Several(files) => files,
            Chosen::Folder => {
                let text = self.texts::<ResultsWords>().no_results_folder;
                return self.notices.show(Tone::Error, text);
            }
        };
        let mut turn = Turn::begin(self, files.len());
        for file in files {
            let name = file.name();
            match read(&file).await {
                Ok((results, is_unchanged)) => {
                    let file = ClassFile {
                        name,
                        results,
                        is_unchanged,
                    };
                    self.add_file(file, &mut turn).await;
                    self.results.is_kept.set(false);
                }
                Err(what) => self.remark(&name, what),
            }
            turn.end_file().await;
        }
        turn.end();
    }

    /// Looks up what was kept, once.
    pub async fn look_up_results(self) {
        let results = self.results;
        if results.is_looked_up.get_untracked() {
            return;
        }
        results.is_looked_up.set(true);
        let Some(kept) = storage::load::<Vec<ClassFile>>(KEY) else {
            return;
        };
        let mut turn = Turn::begin(self, kept.len());
        for file in kept {
            self.add_file(file, &mut turn).await;
            turn.end_file().await;
        }
        turn.end();
        results.is_kept.set(true);
    }

    /// Assesses the files once more when courses were added, changed or removed since: what was
    /// foreign may have its course now. Lasts as long as the present owner.
    pub fn assess_with_courses(self) {
        Effect::new(move |_| {
            let own = self.courses.own.read();
            let checksums: Vec<u32> = own.iter().map(|own| own.checksum).collect();
            let results = self.results;
            if *results.assessed_with.read_untracked() == checksums {
                return;
            }
            results.assessed_with.set(checksums);
            if !results.files.read_untracked().is_empty() {
                spawn_local(self.assess_again());
            }
        });
    }

    async fn assess_again(self) {
        let results = self.results;
        let files = results.files.get_untracked();
        results.courses.maybe_update(|courses| {
            courses.clear();
            false
        });
        results.remarks.maybe_update(|remarks| {
            // What could not be read has no results.
            remarks.retain(|one| matches!(one.what, AboutFile::NotReadable | AboutFile::Bad(_)));
            false
        });
        let mut turn = Turn::begin(self, files.len());
        for file in files {
            self.assess(&file, &mut turn).await;
            turn.end_file().await;
        }
        turn.end();
    }

    /// Stores the results of the class in this browser.
    pub fn keep_results(self) {
        let kept = storage::save(KEY, &*self.results.files.read_untracked());
        match kept {
            Ok(()) => {
                self.results.is_kept.set(true);
                let text = self.texts::<ResultsWords>().results_kept;
                self.notices.show(Tone::Success, text);
            }
            Err(error) => self.say_not_saved(&NotSaved::Storage(error)),
        }
    }

    /// Forgets the results of the class, kept or not.
    pub fn remove_results(self) {
        let removed = storage::BrowserStorage::open().and_then(|storage| storage.remove(KEY));
        match removed {
            Ok(()) => {
                self.results.forget();
                let text = self.texts::<ResultsWords>().results_removed;
                self.notices.show(Tone::Success, text);
            }
            Err(error) => self.say_not_saved(&NotSaved::Storage(error)),
        }
    }

    async fn add_file(self, file: ClassFile, turn: &mut Turn) {
        self.assess(&file, turn).await;
        // Screens are told at the end.
        self.results.files.maybe_update(|files| {
            files.push(file);
            false
        });
    }

    /// Adds what a file comes to, without telling the screens.
    async fn assess(self, file: &ClassFile, turn: &mut Turn) {
        let ClassFile {
            name,
            results:
                ResultFile {
                    name: trainee,
                    attempts,
                    ..
                },
            is_unchanged,
        } = file;
        if !is_unchanged {
            self.remark(name, AboutFile::Changed);
        }
        if attempts.is_empty() {
            self.remark(name, AboutFile::Empty);
        }
        let (mut foreign, mut doubled) = (0, 0);
        let mut copied: Vec<(String, usize)> = Vec::new();
        for filed in attempts {
            let Some(course) = self.course_named(&filed.attempt.course) else {
                foreign += 1;
                continue;
            };
            let added = self.add_attempt(course, trainee, filed, *is_unchanged);
            match added.doubled {
                None => {}
                Some(Doubled::Own) => doubled += 1,
                Some(Doubled::Of(owner)) => {
                    match copied.iter_mut().find(|(known, _)| *known == owner) {
                        Some((_, count)) => *count += 1,
                        None => copied.push((owner, 1)),
                    }
                }
            }
            let Some(exercise) = added.exercise else {
                foreign += 1;
                continue;
            };
            for doubt in added.doubts {
                // That the file was changed is said once.
                if doubt != Doubt::FileChanged {
                    self.remark(name, AboutFile::Doubt(course, exercise, doubt));
                }
            }
            turn.rest().await;
        }
        if foreign > 0 {
            self.remark(name, AboutFile::Foreign(foreign));
        }
        if doubled > 0 {
            self.remark(name, AboutFile::Doubled(doubled));
        }
        for (owner, count) in copied {
            self.remark(name, AboutFile::Copied(owner, count));
        }
    }

    /// Adds an attempt to the results of its course, without telling the screens.
    fn add_attempt(
        self,
        course: &'static Course,
        trainee: &str,
        filed: &FiledAttempt,
        is_unchanged: bool,
    ) -> Added {
        let mut added = Added::default();
        self.results.courses.maybe_update(|courses| {
            if !courses.iter().any(|one| one.course.id == course.id) {
                let class = Class::default();
                courses.push(CourseResults { course, class });
            }
            let mut courses = courses.iter_mut();
            if let Some(one) = courses.find(|one| one.course.id == course.id) {
                added = one.class.add(course, trainee, filed, is_unchanged);
            }
            false
        });
        added
    }

    fn remark(self, file: &str, what: AboutFile) {
        self.results.remarks.maybe_update(|remarks| {
            remarks.push(FileRemark {
                file: file.to_owned(),
                what,
            });
            false
        });
    }
}

/// Reads a file, and tells whether it is as it was written.
async fn read(file: &ChosenFile) -> Result<(ResultFile, bool), AboutFile> {
    if file.size() > RESULTS_LIMIT {
        return Err(AboutFile::Bad(BadResults::TooLarge));
    }
    let bytes = file.read().await.map_err(|_| AboutFile::NotReadable)?;
    let text = decode(&bytes, "utf-8").ok_or(AboutFile::Bad(BadResults::Foreign))?;
    ResultFile::read(&text).map_err(AboutFile::Bad)
}

/// Work that is done in turns, so that the page answers meanwhile.
struct Turn {
    session: Session,
    begun: Duration,
}

impl Turn {
    /// Begins work on so many files. Others may be worked on already.
    fn begin(session: Session, files: usize) -> Self {
        let [done, of] = session.results.progress.get_untracked().unwrap_or_default();
        session.results.progress.set(Some([done, of + files]));
        Self {
            session,
            begun: timing::now(),
        }
    }

    /// Lets the page answer, if it is time to.
    async fn rest(&mut self) {
        if timing::now().saturating_sub(self.begun) > TURN {
            clock::let_draw().await;
            self.begun = timing::now();
        }
    }

    async fn end_file(&mut self) {
        let progress = self.session.results.progress;
        progress.maybe_update(|progress| {
            if let Some([done, _]) = progress {
                *done += 1;
            }
            // Told with the next turn.
            false
        });
        if timing::now().saturating_sub(self.begun) > TURN {
            progress.update(|_| {});
            self.rest().await;
        }
    }

    /// Tells the screens, once all files are done.
    fn end(self) {
        let results = self.session.results;
        if results
            .progress
            .get_untracked()
            .is_some_and(|[done, of]| done >= of)
        {
            results.progress.set(None);
        }
        results.files.update(|_| {});
        results.courses.update(|_| {});
        results.remarks.update(|_| {});
    }
}
