//! The number of selected users, and what can be done with them.

use crate::live::{Memo, Signal};
use leptos::prelude::*;

use crate::browser::element;
use crate::domain::{CustomerId, Right};
use crate::screen::delete::delete_action;
use crate::screen::passwords::reset_action;
use crate::screen::shared::list::List;
use crate::screen::shared::row_selection::RowSelection;
use crate::screen::shared::saving_form::Saving;
use crate::screen::shared::user_listing;
use crate::screen::shared::user_question::UserQuestion;
use crate::session::Session;
use crate::session::address::listing::{Listing, ShownUsers, UserColumn};
use crate::session::address::route::Route;
use crate::ui::{ActionButton, text, when};

/// The number of selected users, and what can be done with them.
#[component]
pub fn SelectionBar(customer: CustomerId, list: List, rows: RowSelection) -> impl IntoView {
    let session = Session::get();
    let (words, sentences) = (session.words(), session.sentences());
    let count = Memo::new(move |_| session.selection.users().read().len());
    let nobody = when(move || count.get() == 0);
    let only_selected = {
        let listing = Listing::<UserColumn>::default().filtered(ShownUsers::Selected);
        session.link(&Route::Users(customer, listing))
    };
    let select_first =
        Signal::derive(move || (count.get() == 0).then(|| words.select_first.to_owned()));
    let why_not = move || {
        let role = session.why_not(Right::AssignLicenses);
        role.or_else(|| select_first.get())
    };
    let question = UserQuestion::new(
        session,
        customer,
        None,
        session.selection.users(),
        Saving::new(session),
    );
    let cleared = move || {
        user_listing::leave_empty_selection(session, customer);
        // The button disappears with the selection.
        element::focus_soon("#filter-users");
    };
    view! {
        <div class="selection">
            {list.found()}
            <p role="status">
                <a href=only_selected hidden=nobody>
                    {text(move || sentences.selected_users(&session.number(count.get())))}
                </a>
            </p>
            {rows.buttons(count.into(), cleared)}
            <div class="work">
                <ActionButton
                    label=words.manage_licenses
                    primary=Signal::derive(move || count.get() > 0)
                    why_not=Signal::derive(why_not)
                    on_press=move || session.navigation.go(Route::ManageLicenses(customer, None))
                />
                {question.buttons([reset_action(session), delete_action(session)], select_first)}
            </div>
            {question.dialog()}
        </div>
    }
}
