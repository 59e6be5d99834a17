//! Opens the workspace and wires the session. Only this file knows both state and procedures.

use std::time::Duration;

use crate::live::{Effect, RwSignal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::storage::Disk;
use crate::browser::{clock, element, locks, storage};
use crate::domain::{Customer, UserNumber, Workspace};
use crate::journal::{Journal, OpenError, Opened, mark_about};
use crate::later::later;
use crate::session::open::{Session, language_of};
use crate::session::preferences::{self, Preferences};
use crate::session::state::authoring::Authoring;
use crate::session::state::clock::Clock;
use crate::session::state::courses::Courses;
use crate::session::state::forms::Forms;
use crate::session::state::lms::LmsSession;
use crate::session::state::navigation::Navigation;
use crate::session::state::notices::{Notices, Tone};
use crate::session::state::pointing::Pointing;
use crate::session::state::replacement::Replacement;
use crate::session::state::results::ClassResults;
use crate::session::state::selection::Selection;
use crate::session::state::training::Training;
use crate::session::state::undo::UndoHistory;
use crate::session::work::kept::{self, Kept};
use crate::text::Language;

/// Why the program cannot start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartError {
    pub error: OpenError,
    pub language: Language,
}

/// What the program starts with.
pub struct Started {
    pub opened: Opened<Disk>,
    pub preferences: Preferences,
    /// What the tab has kept, if it was reloaded.
    pub kept: Option<Box<Kept>>,
}

later! { in saving:
    /// Opens the workspace that is stored.
    fn opening(disk: Disk) -> Result<Opened<Disk>, OpenError> {
        Journal::open(disk, clock::now())
    }
}

/// Opens the stored workspace, or creates one.
///
/// # Errors
/// When the storage is full, or a later version has written it.
pub async fn open() -> Result<Started, StartError> {
    let preferences = storage::load(preferences::KEY).unwrap_or_default();
    let failed = |error| StartError {
        error,
        language: language_of(preferences),
    };
    let disk = Disk::open_or_stand_in();
    let opening = async move {
        let reaches =
            |mark: &str| mark_about(None, mark).is_none_or(|(_, mark)| disk.reaches(mark));
        if !locks::wait_for_marks(&reaches).await {
            return Err(OpenError::Behind);
        }
        disk.mend()?;
        let opened = if Journal::is_new(&disk)? {
            Journal::begin(disk.clone(), clock::now())?
        } else {
            let opened = opening::call(disk.clone()).await;
            opened.unwrap_or(Err(OpenError::Unavailable))?
        };
        // The mark of the page before a reload is gone.
        locks::leave_mark(&disk.mark(&opened.journal.mark())).await;
        Ok(opened)
    };
    locks::on_long_wait(|is_long| {
        if is_long {
            locks::abort(false);
        }
    });
    let opened = locks::exclusive(opening).await;
    let opened = opened.unwrap_or(Err(OpenError::Busy));
    let opened = opened.map_err(failed)?;
    let kept = kept::of_own().await;
    let kept = kept.map_err(|_| failed(OpenError::Unavailable))?;
    Ok(Started {
        opened,
        preferences,
        kept,
    })
}

impl Session {
    /// Starts the session. To be called once, under the owner of the whole program.
    pub fn begin(started: Started) -> Self {
        let Started {
            opened,
            preferences,
            kept,
        } = started;
        let Opened {
            journal,
            workspace,
            findings,
        } = opened;
        let session = Self::new(journal, workspace, preferences);
        provide_context(session);
        session.selection.watch(session.navigation);
        session.restoring.watch(session.navigation);
        Effect::new(move |_| session.forget_gone());
        element::on_page_hide(move || session.forms.forget_passwords());
        element::on_undo_key(move || spawn_local(session.undo_latest()));
        session.forms.watch(session.navigation, session.notices);
        session.report_findings(&findings);
        session.count_aside();
        session.note_generation();
        if storage::is_in_memory_only() {
            let words = session.words();
            session.notices.show(Tone::Warning, words.in_memory_only);
        }
        if let Some(kept) = kept {
            session.take_kept(*kept);
        }
        Effect::new(move |_| session.keep_for_tab());
        session.greet();
        session.join_training();
        session.watch_time();
        session.watch_attempt();
        session.watch_worked_time();
        session.watch_panel_key();
        session.watch_presenting();
        session.follow_drops();
        session.follow_outside();
        // Another tab may have saved since the workspace was opened.
        spawn_local(session.follow_if_behind());
        // What an earlier page still owed, such as forgetting who was purged.
        session.compact_soon(Duration::ZERO);
        Effect::new(move |_| session.show_preferences());
        session
    }

    fn new(journal: Journal<Disk>, workspace: Workspace, preferences: Preferences) -> Self {
        Self {
            workspace: RwSignal::new(workspace),
            journal: StoredValue::new_local(journal),
            preferences: RwSignal::new(preferences),
            aside: RwSignal::new(0),
            navigation: Navigation::begin(),
            notices: Notices::new(),
            pointing: Pointing::new(),
            forms: Forms::new(),
            selection: Selection::new(),
            restoring: Selection::new(),
            clock: Clock::new(),
            undo: UndoHistory::new(),
            replacement: Replacement::new(),
            courses: Courses::new(),
            results: ClassResults::new(),
            training: Training::new(),
            authoring: Authoring::new(),
            lms: LmsSession::new(),
            is_compacting: StoredValue::new_local(false),
        }
    }

    /// Follows new versions of the site, and what other tabs do.
    fn follow_outside(self) {
        element::on_update(move || {
            let words = self.words();
            let (text, label) = (words.update_ready, words.reload_to_update);
            self.notices.show_reload(Tone::Success, text, label);
        });
        storage::on_change_elsewhere(move || {
            self.follow_preferences();
            self.training.note_change();
            Box::pin(self.follow_if_behind())
        });
        locks::on_long_wait(move |is_long| self.say_long_wait(is_long));
    }

    fn show_preferences(self) {
        let preferences = self.preferences.get();
        element::set_root_attribute("data-theme", preferences.theme.code());
        element::set_root_attribute("data-present", preferences.present.then_some(""));
        element::set_root_attribute("lang", Some(self.language().tag()));
    }

    /// Removes purged users and those of undone uploads from the selections: others may get their
    /// numbers.
    fn forget_gone(self) {
        let Some(customer) = self.navigation.route().read().customer() else {
            return;
        };
        for selection in [self.selection, self.restoring] {
            let selected = selection.users().get_untracked();
            let gone = |customer: &Customer| -> Vec<UserNumber> {
                let selected = selected.iter().copied();
                selected
                    .filter(|number| customer.users.get_any(*number).is_none())
                    .collect()
            };
            let gone = self.read_customer(customer, gone);
            if !gone.is_empty() {
                selection.set(gone, false);
            }
        }
    }
}
