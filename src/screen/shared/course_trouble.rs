//! Why a course file cannot be used, with everything that is wrong with it.

use leptos::prelude::*;

use crate::session::{CourseTrouble, FoundMistakes, Session};
use crate::text::CourseWords;
use crate::ui::{Message, MessageTone};

/// Says why a course file cannot be used.
pub fn course_trouble(session: Session, trouble: &CourseTrouble) -> AnyView {
    let words = session.words();
    let texts = session.texts::<CourseWords>();
    let text = match trouble {
        CourseTrouble::Mistakes(found) => return mistakes(session, found),
        CourseTrouble::Several => texts.one_course_only,
        CourseTrouble::Folder => words.no_folder,
        CourseTrouble::NotReadable => words.file_gone,
        CourseTrouble::TooLarge => texts.course_too_large,
        CourseTrouble::NotText => texts.course_not_text,
        CourseTrouble::Elsewhere => texts.course_elsewhere,
        CourseTrouble::NotFound => texts.course_not_found,
        CourseTrouble::BuiltIn => texts.course_built_in,
    };
    view! { <Message tone=MessageTone::Error text /> }.into_any()
}

fn mistakes(session: Session, found: &FoundMistakes) -> AnyView {
    let sentences = session.sentences();
    let number = |count: usize| session.number(count);
    let text = sentences.course_has_mistakes(&found.name, found.count, &number(found.count));
    let items = found.first.iter().map(|(mistake, position)| {
        let text = sentences.course_mistake(mistake, *position);
        view! { <li>{text}</li> }
    });
    let others = found.count.saturating_sub(found.first.len());
    let others = (others > 0).then(|| {
        view! { <p class="note">{sentences.more_mistakes(&number(others))}</p> }
    });
    view! {
        <Message tone=MessageTone::Error text />
        <ul class="course-mistakes" dir="auto">
            {items.collect_view()}
        </ul>
        {others}
    }
    .into_any()
}
