//! Views whose code is loaded when they are first shown.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, element, parts};
use crate::later::{Unavailable, at_once};
use crate::live::RwSignal;
use crate::session::Session;
use crate::ui::{Message, MessageTone, dynamic};

/// What is being loaded, or cannot be.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, Unavailable>>>>;

/// A view whose code is loaded when it is first shown.
pub struct Part {
    /// Loads the code.
    pub load: fn() -> Loading<()>,
    /// Makes the view, at once if its code is there.
    pub make: Box<dyn Fn() -> Loading<AnyView> + Send>,
    pub spot: Spot,
}

/// Where a view stands that is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// It is the screen, whose heading gets the focus.
    Screen,
    /// It is the first screen after the page was opened: the first Tab leads to the skip link.
    FirstScreen,
    /// It is in the panel beside the work.
    Beside,
    /// It is in a section of a screen.
    Section,
}

impl Spot {
    /// The heading that gets the focus when the button to try again is gone.
    const fn heading(self) -> &'static str {
        match self {
            Self::Screen | Self::FirstScreen | Self::Section => "main h1",
            Self::Beside => ".side h2",
        }
    }
}

/// Where a view stands whose code is loaded when it is first shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// It is shown as soon as it is there.
    Wanted,
    Loaded,
    Failed,
}

/// Shows a view, at once if its code is there. Otherwise says that it is being loaded, or that it
/// could not be, with a way to try again.
pub fn when_loaded(session: Session, part: Part) -> AnyView {
    let progress = RwSignal::new(Progress::Wanted);
    let spot = part.spot;
    let try_again = move || {
        progress.set(Progress::Wanted);
        // Where it is there by now, the button is gone at once.
        element::focus_soon(spot.heading());
    };
    dynamic(move || {
        if progress.get() == Progress::Failed {
            return trouble(session, spot, try_again);
        }
        let mut loading = (part.load)();
        let view = match at_once(loading.as_mut()) {
            Some(Ok(())) => at_once((part.make)().as_mut()),
            Some(Err(unavailable)) => Some(Err(unavailable)),
            None => None,
        };
        match view {
            Some(Ok(view)) => view,
            Some(Err(Unavailable)) => trouble(session, spot, try_again),
            None => {
                spawn_local(async move {
                    let outcome = loading.await;
                    // Somebody may have left meanwhile.
                    if progress.is_disposed() {
                        return;
                    }
                    progress.set(match outcome {
                        Ok(()) => Progress::Loaded,
                        Err(Unavailable) => Progress::Failed,
                    });
                    if spot == Spot::Screen && !parts::is_focus_in_panel() {
                        element::focus_soon("main h1");
                    }
                });
                waiting(session)
            }
        }
    })
}

/// Appears after a moment, so that nobody sees it who waits for less.
fn waiting(session: Session) -> AnyView {
    view! {
        <p class="opening" role="status">
            {session.words().loading}
        </p>
    }
    .into_any()
}

fn trouble(session: Session, spot: Spot, try_again: impl Fn() + Send + 'static) -> AnyView {
    let words = session.words();
    let heading = if matches!(spot, Spot::Screen | Spot::FirstScreen) {
        view! {
            <div class="head">
                <h1 tabindex="-1">{words.not_loaded}</h1>
            </div>
        }
        .into_any()
    } else {
        view! { <h3>{words.not_loaded}</h3> }.into_any()
    };
    view! {
        {heading}
        <Message tone=MessageTone::Error text=words.not_loaded_text>
            <button type="button" class="primary" on:click=move |_| try_again()>
                {words.try_again}
            </button>
            <button type="button" on:click=|_| address::reload()>
                {words.reload}
            </button>
        </Message>
    }
    .into_any()
}
