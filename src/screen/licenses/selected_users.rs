//! The selected users above the form "Manage licenses", and the holders of a product.

use std::collections::BTreeSet;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{CustomerId, Sku, Survey, UserNumber};
use crate::screen::shared::named_users::{Named, in_order, user_name};
use crate::session::Session;
use crate::ui::{Dialog, Glyph, Icon, dynamic, text, when};

/// Boxes shown initially.
const INITIAL_BOXES: usize = 20;
/// Boxes added with each "and n more"; rendering them takes time.
const MORE_BOXES: usize = 200;
/// Names listed in a dialog initially, and added with each "and n more".
const MAX_LISTED: usize = 250;

/// A small box for each selected user, sorted by name.
#[component]
pub fn SelectedUsers(
    customer: CustomerId,
    users: Signal<BTreeSet<UserNumber>>,
    removable: bool,
) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let limit = RwSignal::new(INITIAL_BOXES);
    let named = Memo::new(move |_| {
        let numbers = users.read();
        in_order(
            session,
            customer,
            &mut numbers.iter().map(|number| (*number, 0)),
        )
    });
    let remaining = move || named.read().len().saturating_sub(limit.get());
    let boxes = move || {
        let named = named.read();
        let shown = (0..named.len().min(limit.get())).filter_map(|at| {
            let number = named.get(at)?.number;
            let remove = move || {
                session.selection.set([number], false);
                focus_box(at, users.read_untracked().len());
            };
            let remove = removable.then(|| Box::new(remove) as Remove);
            user_box(session, customer, &named, at, remove)
        });
        shown.collect_view().into_any()
    };
    let more = move |_| {
        let first = limit.get_untracked();
        limit.set(first + MORE_BOXES);
        focus_box(first, users.read_untracked().len());
    };
    view! {
        <section class="selected-users" aria-label=words.filter_selected>
            <p class="note" role="status">
                {text(move || {
                    let count = users.read().len();
                    session.sentences().selected_users(&session.number(count))
                })}
            </p>
            <ul class="boxes">
                {dynamic(boxes)}
                <li class="more" hidden=when(move || remaining() == 0)>
                    <button type="button" class="quiet" on:click=more>
                        {text(move || session.sentences().and_more(&session.number(remaining())))}
                    </button>
                </li>
            </ul>
        </section>
    }
}

type Remove = Box<dyn Fn()>;

/// The box of the user at this position, with a button if it can be removed.
fn user_box(
    session: Session,
    customer: CustomerId,
    named: &[Named],
    at: usize,
    remove: Option<Remove>,
) -> Option<AnyView> {
    let Named { number, name, .. } = named.get(at)?;
    let (user_name, _) = user_name(session, customer, *number);
    // Users of the same name, who are neighbors, show the start of their user name.
    let is_same = |other: Option<usize>| {
        let other = other.and_then(|other| named.get(other));
        other.is_some_and(|other| other.name == *name)
    };
    let is_double = is_same(at.checked_add(1)) || is_same(at.checked_sub(1));
    let apart = |by: &str| {
        let by = is_double.then(|| format!(" ({by})"));
        format!("{name}{}", by.unwrap_or_default())
    };
    let short = apart(user_name.split('@').next().unwrap_or_default());
    let name = apart(&user_name);
    let remove = remove.map(|remove| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=session.sentences().remove_user(&name)
                on:click=move |_| remove()
            >
                <Icon glyph=Glyph::Dismiss />
            </button>
        }
    });
    let shown = view! {
        <li title=user_name>
            <span dir="auto">{short}</span>
            {remove}
        </li>
    };
    Some(shown.into_any())
}

/// Focuses the box at this position, or else the last one; without any, the heading.
fn focus_box(at: usize, count: usize) {
    match at.min(count.saturating_sub(1)) {
        _ if count == 0 => element::focus_soon("main h1"),
        at => element::focus_soon(&format!(".boxes > li:nth-child({}) button", at + 1)),
    }
}

/// The list behind a number under "Assigned".
#[component]
pub fn Holders(
    customer: CustomerId,
    survey: Signal<Survey>,
    product: RwSignal<Option<Sku>>,
) -> impl IntoView {
    let session = Session::get();
    let title = move || holders_title(session, product.get());
    let limit = RwSignal::new(MAX_LISTED);
    let list = move || {
        let list = |sku| holder_list(session, customer, &survey.read(), sku, limit);
        product.get().map(list).into_any()
    };
    view! {
        <Dialog
            open=Signal::derive(move || product.read().is_some())
            title=Signal::derive(title)
            on_close=move || {
                product.set(None);
                limit.set(MAX_LISTED);
            }
        >
            {dynamic(list)}
            <div class="buttons">
                <button type="button" autofocus on:click=move |_| product.set(None)>
                    {session.words().close}
                </button>
            </div>
        </Dialog>
    }
}

fn holders_title(session: Session, sku: Option<Sku>) -> String {
    let product = sku.map_or("", |sku| sku.name);
    format!("{} – {product}", session.words().assigned)
}

/// The first holders of the product by name, and the button that lists more.
fn holder_list(
    session: Session,
    customer: CustomerId,
    survey: &Survey,
    sku: Sku,
    limit: RwSignal<usize>,
) -> AnyView {
    let mut holders = survey.holders(sku).map(|number| (number, 0));
    let named = in_order(session, customer, &mut holders);
    let more = named.len().saturating_sub(limit.get());
    let item = |Named { number, name, .. }: Named| {
        let (user_name, _) = user_name(session, customer, number);
        view! {
            <li>
                <span dir="auto">{name}</span>
                " "
                <span class="note">{user_name}</span>
            </li>
        }
    };
    let list_more = move |_| {
        limit.update(|limit| *limit += MAX_LISTED);
        element::focus_soon(".holders");
    };
    view! {
        <ul class="holders" tabindex="0" aria-label=holders_title(session, Some(sku))>
            {named.into_iter().take(limit.get()).map(item).collect_view()}
        </ul>
        <button type="button" class="quiet" hidden={more == 0} on:click=list_more>
            {session.sentences().and_more(&session.number(more))}
        </button>
    }
    .into_any()
}
