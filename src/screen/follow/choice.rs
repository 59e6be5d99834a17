//! The choice among all procedures, those of the screen first.

use crate::live::Memo;
use leptos::prelude::*;

use crate::browser::element;
use crate::session::Session;
use crate::session::address::follow::Follow;
use crate::text::BesideWords;
use crate::training::{Place, Procedure, ProcedureId};
use crate::ui::dynamic;

/// All procedures, those of the present screen first.
pub fn choice(session: Session) -> AnyView {
    let texts = session.texts::<BesideWords>();
    let place = Memo::new(move |_| session.navigation.route().read().place());
    let groups = move || {
        let is_here = |procedure: &Procedure| {
            place
                .get()
                .is_some_and(|place| procedure.on.contains(&place))
        };
        let all = ProcedureId::ALL.into_iter();
        let all = all.filter_map(|id| Some((id, id.read().ok()?)));
        let (here, others): (Vec<_>, Vec<_>) = all.partition(|(_, procedure)| is_here(procedure));
        let [first, second] = if here.is_empty() {
            [texts.on_this_screen, texts.all_procedures]
        } else {
            [texts.on_this_screen, texts.other_procedures]
        };
        [(first, here), (second, others)]
            .map(|(heading, procedures)| group(session, place.get(), heading, procedures))
            .collect_view()
            .into_any()
    };
    view! {
        <p>{texts.choose_procedure}</p>
        {dynamic(groups)}
    }
    .into_any()
}

fn group(
    session: Session,
    place: Option<Place>,
    heading: &'static str,
    procedures: Vec<(ProcedureId, Procedure)>,
) -> Option<AnyView> {
    let language = untrack(|| session.language());
    let item = |(id, procedure): (ProcedureId, Procedure)| {
        let title = language.of(&procedure.title).to_owned();
        let step = place.and_then(|place| procedure.first_step_on(place));
        let open = move |_| {
            let follow = Follow::Step(id, step.unwrap_or(1));
            session.navigation.follow(Some(follow));
            // The button disappears with the choice.
            element::focus_soon(".side h2");
        };
        view! {
            <li>
                <button type="button" class="quiet" on:click=open>
                    {title}
                </button>
            </li>
        }
    };
    (!procedures.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="procedures">{procedures.into_iter().map(item).collect_view()}</ul>
        }
        .into_any()
    })
}
