//! The tabs over the lists of active and deleted users.

use crate::live::Memo;
use leptos::prelude::*;

use crate::domain::CustomerId;
use crate::session::Session;
use crate::session::address::route::Route;
use crate::ui::{current, text};

/// The tabs "Users" and "Deleted users (n)": links, since each has an address of its own.
#[component]
pub fn UsersTabs(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let route = session.navigation.route();
    let deleted = Memo::new(move |_| {
        let now = session.now();
        session.read_customer(customer, |customer| customer.users.deleted_at(now).count())
    });
    let is_deleted = move || matches!(*route.read(), Route::DeletedUsers(..));
    view! {
        <nav class="tabs" aria-label=words.users_views>
            <a href=session.link(&Route::users(customer)) aria-current=current(move || !is_deleted())>
                {words.users}
            </a>
            <a href=session.link(&Route::deleted_users(customer)) aria-current=current(is_deleted)>
                {text(move || session.sentences().deleted_users(&session.number(deleted.get())))}
            </a>
        </nav>
    }
}
