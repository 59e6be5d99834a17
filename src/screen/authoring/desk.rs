//! The draft, or the exercise of it, that a page is about, and the fields of its texts.

use leptos::prelude::*;

use crate::journal::NotSaved;
use crate::live::Signal;
use crate::session::Session;
use crate::text::{AuthoringWords, Language};
use crate::training::{Bilingual, Course, Exercise, TextOf};
use crate::ui::TextArea;

/// The draft that a page is about, and perhaps the exercise.
#[derive(Clone, Copy)]
pub struct Desk {
    pub session: Session,
    draft: StoredValue<String>,
    exercise: StoredValue<String>,
}

impl Desk {
    /// Returns the desk of a draft; without an exercise, its name is empty.
    pub fn new(session: Session, draft: &str, exercise: &str) -> Self {
        Self {
            session,
            draft: StoredValue::new(draft.to_owned()),
            exercise: StoredValue::new(exercise.to_owned()),
        }
    }

    /// Returns the name of the draft.
    pub fn draft(self) -> String {
        self.draft.get_value()
    }

    /// Returns the name of the exercise.
    pub fn exercise(self) -> String {
        self.exercise.get_value()
    }

    /// Reads the course, if it is there, and tracks it.
    pub fn with_course<T>(self, read: impl FnOnce(&Course) -> T) -> Option<T> {
        self.session
            .with_draft(&self.draft(), |draft| read(&draft.course))
    }

    /// Reads the exercise, if it is there, and tracks it.
    pub fn with_exercise<T>(self, read: impl FnOnce(&Exercise) -> T) -> Option<T> {
        self.session
            .with_drafted(&self.draft(), &self.exercise(), read)
    }

    /// Changes the course, and stores it.
    pub fn edit_course(self, edit: impl FnOnce(&mut Course)) -> bool {
        self.session.edit_draft(&self.draft(), edit)
    }

    /// Changes the exercise, and stores it.
    pub fn edit(self, edit: impl FnOnce(&mut Exercise)) -> bool {
        self.session
            .edit_drafted(&self.draft(), &self.exercise(), edit)
    }

    /// Says why a workspace could not be opened.
    pub fn say_failed(self, begun: Result<(), NotSaved>) {
        if let Err(reason) = begun {
            self.session.say_not_saved(&reason);
        }
    }

    fn text(self, of: TextOf, language: Language) -> String {
        let read = |text: Option<&Bilingual>| {
            text.map(|text| language.own(text).clone())
                .unwrap_or_default()
        };
        let text = if self.exercise().is_empty() {
            self.with_course(|course| read(course.text(of)))
        } else {
            self.with_exercise(|exercise| read(exercise.text(of)))
        };
        text.unwrap_or_default()
    }

    fn set_text(self, of: TextOf, language: Language, text: String) {
        let write = |bilingual: Option<&mut Bilingual>| {
            if let Some(bilingual) = bilingual {
                *language.own_mut(bilingual) = text;
            }
        };
        if self.exercise().is_empty() {
            self.edit_course(|course| write(course.text_mut(of)));
        } else {
            self.edit(|exercise| write(exercise.text_mut(of)));
        }
    }

    /// The fields of a text, one for each language.
    pub fn text_fields(self, of: TextOf, label: &str, rows: u32) -> AnyView {
        let texts = self.session.texts::<AuthoringWords>();
        let fields = [
            (Language::English, texts.english),
            (Language::German, texts.german),
        ];
        let fields = fields.map(|(language, name)| {
            let value = Signal::derive(move || self.text(of, language));
            view! {
                <TextArea
                    id=format!("{}-{}", id_of(of), language.tag())
                    label=format!("{label} ({name})")
                    lang=language.tag()
                    rows=rows
                    value=value
                    on_input=move |text| self.set_text(of, language, text)
                />
            }
        });
        view! { <div class="bilingual">{fields.into_iter().collect_view()}</div> }.into_any()
    }
}

/// Returns the name of a field in the page.
fn id_of(of: TextOf) -> String {
    match of {
        TextOf::Title => "title".to_owned(),
        TextOf::About => "about".to_owned(),
        TextOf::Story => "story".to_owned(),
        TextOf::Goal(at) => format!("goal-{at}"),
        TextOf::Hint(at, hint) => format!("goal-{at}-hint-{hint}"),
    }
}

/// Returns the title of a text, or what stands for one that is empty.
pub fn shown_title(session: Session, title: &Bilingual, empty: &'static str) -> String {
    let title = untrack(|| session.language()).of(title);
    let is_empty = title.trim().is_empty();
    if is_empty { empty } else { title }.to_owned()
}
