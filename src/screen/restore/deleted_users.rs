//! Deleted users: who can still be restored, and for how long.
//! Source: "Restore a deleted user for a customer".

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{element, intl};
use crate::domain::{
    Customer, CustomerId, DeletedUser, Moment, Problem, Refusal, Restoring, Right, UserNumber,
};
use crate::screen::shared::concerned::{concerned, mark};
use crate::screen::shared::customer_page;
use crate::screen::shared::download;
use crate::screen::shared::list::List;
use crate::screen::shared::row_selection::RowSelection;
use crate::screen::shared::user_columns::{license_names, searched_text};
use crate::screen::users::UsersTabs;
use crate::session::address::listing::{DeletedColumn, ShownDeleted};
use crate::session::address::route::Route;
use crate::session::{Failure, Session, Tone};
use crate::text::RestoreWords;
use crate::ui::{ActionButton, Cell, CheckField, Glyph, Head, Row, Weight, text, warning, when};

/// The tab "Deleted users (n)".
#[component]
pub fn DeletedUsers(customer: CustomerId) -> impl IntoView {
    let session = Session::get();
    let words = session.words();
    let texts = session.texts::<RestoreWords>();
    customer_page::set_title(session, customer, words.deleted_users);
    let deleted = Deleted::new(session, customer);
    let only_soon = Memo::new(move |before: Option<&bool>| {
        let route = session.navigation.route().read();
        let listing = route.deleted_users_listing();
        listing.map_or_else(
            || before.copied().unwrap_or_default(),
            |listing| listing.filter == ShownDeleted::EndingSoon,
        )
    });
    let kept = Memo::new(move |_| {
        let now = session.now();
        let is_soon = |deleted: &DeletedUser| deleted.window().ends_soon_at(now);
        only_soon.get().then(|| deleted.each(&is_soon))
    });
    let list = List::new(
        session,
        Route::deleted_users_listing,
        move |listing| Route::DeletedUsers(customer, listing),
        move || deleted.each(&|deleted| searched_text(&deleted.user)),
        kept.into(),
        move |column| deleted.each(&|deleted| sorted_text(column, deleted)),
    );
    let selection = RowSelection::new(session, session.restoring, list, deleted.numbers);
    let concerned = concerned(session, customer, list, deleted.numbers);
    let rows = Memo::new(move |_| {
        let (page, concerned) = (list.page(), concerned.read());
        deleted.at(&page, &|now, deleted| {
            let mut row = row(session, now, deleted);
            if concerned.contains(&deleted.user.number)
                && let Some(user_name) = row.cells.get_mut(1)
            {
                *user_name = mark(session, user_name);
            }
            row
        })
    });
    let heads = vec![
        list.head(DeletedColumn::DisplayName, words.display_name),
        list.head(DeletedColumn::UserName, words.user_name),
        latest_first(list.head(DeletedColumn::DeletedOn, texts.deleted_on)),
        list.head(DeletedColumn::DaysLeft, texts.days_left),
        list.head(DeletedColumn::Licenses, texts.licenses_before),
    ];
    let is_empty = Memo::new(move |_| list.matching.read().is_empty());
    let export = move || {
        let matching = list.matching.read_untracked();
        untrack(|| save(session, deleted, &matching));
    };
    let empty = move || {
        view! {
            <div class="empty">
                <p>{texts.no_deleted_users}</p>
                <p class="note">{texts.no_deleted_users_hint}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="head">
            <h1 tabindex="-1">{words.users_and_licenses}</h1>
            <ActionButton
                label=texts.export_deleted_users
                glyph=Glyph::Download
                why_not=download::why_not(session, is_empty.into())
                on_press=export
            />
        </div>
        <UsersTabs customer />
        <div class="tools">
            {list.search_box(words.search_users, words.search_users_hint)}
            <CheckField
                label=texts.only_ending_soon
                checked=Signal::from(only_soon)
                on_change=move |checked| show_only_soon(session, customer, checked)
            />
        </div>
        {warning(Memo::new(move |_| deleted.soon_gone()).into())}
        {restore_bar(session, customer, list, selection)}
        <div class="deleted-users">
            {list.table(words.deleted_users, heads, rows.into(), selection.checks().into(), empty)}
        </div>
    }
}

/// Shows only those who can be restored for a short time, or all.
fn show_only_soon(session: Session, customer: CustomerId, only_soon: bool) {
    let listing = {
        let route = session.navigation.route().read_untracked();
        route.deleted_users_listing().cloned().unwrap_or_default()
    };
    let filter = if only_soon {
        ShownDeleted::EndingSoon
    } else {
        ShownDeleted::All
    };
    let route = Route::DeletedUsers(customer, listing.filtered(filter));
    session.navigation.adjust(route);
}

/// The restorable users, by position.
#[derive(Clone, Copy)]
struct Deleted {
    session: Session,
    customer: CustomerId,
    numbers: Signal<Vec<UserNumber>>,
}

impl Deleted {
    fn new(session: Session, customer: CustomerId) -> Self {
        // A memo of its own, because time changes often and these users seldom.
        let numbers = Memo::new(move |_| {
            let now = session.now();
            let read = |customer: &Customer| {
                let all = customer.users.deleted_at(now);
                all.map(|deleted| deleted.user.number).collect::<Vec<_>>()
            };
            session.read_customer(customer, read)
        });
        Self {
            session,
            customer,
            numbers: numbers.into(),
        }
    }

    /// Reads each user.
    fn each<T: Default>(self, read: &dyn Fn(&DeletedUser) -> T) -> Vec<T> {
        let numbers = self.numbers.read();
        let read = |customer: &Customer| {
            let text = |number: &UserNumber| customer.users.get_deleted(*number).map(read);
            let texts = numbers
                .iter()
                .map(|number| text(number).unwrap_or_default());
            texts.collect()
        };
        self.session.read_customer(self.customer, read)
    }

    /// Reads the users at these positions.
    fn at<T>(self, positions: &[usize], read: &dyn Fn(Moment, &DeletedUser) -> T) -> Vec<T> {
        let (numbers, now) = (self.numbers.read(), self.session.now());
        self.session.read_customer(self.customer, |customer| {
            let at = positions.iter().filter_map(|at| numbers.get(*at));
            let at = at.filter_map(|number| customer.users.get_deleted(*number));
            at.map(|deleted| read(now, deleted)).collect()
        })
    }

    /// Returns a warning if some users can be restored only for a short time.
    fn soon_gone(self) -> Option<String> {
        let now = self.session.now();
        let urgent = |customer: &Customer| {
            let soon = customer
                .users
                .deleted_at(now)
                .filter(|deleted| deleted.window().ends_soon_at(now));
            let days = soon.map(|deleted| deleted.window().days_left_at(now));
            days.fold((0, [u32::MAX, 0]), |(count, [least, most]), days| {
                (count + 1, [least.min(days), most.max(days)])
            })
        };
        let (count, days) = self.session.read_customer(self.customer, urgent);
        let number = self.session.number(count);
        (count > 0).then(|| {
            self.session
                .sentences()
                .restore_in_time(count, &number, days)
        })
    }
}

/// Returns the sort key: dates start with the latest, days with the fewest.
fn sorted_text(column: DeletedColumn, deleted: &DeletedUser) -> String {
    let deleted_at = deleted.deleted_at.timestamp_millis();
    let name = deleted.user.details.display_name.as_str();
    match column {
        // Users deleted at the same time are sorted by name.
        DeletedColumn::DeletedOn => {
            format!("{:020} {name}", i64::MAX.saturating_sub(deleted_at))
        }
        DeletedColumn::DaysLeft => format!("{deleted_at:020} {name}"),
        DeletedColumn::DisplayName => name.to_owned(),
        DeletedColumn::UserName => deleted.user.details.user_name.as_str().to_owned(),
        DeletedColumn::Licenses => license_names(&deleted.user),
    }
}

/// Inverts the sort mark: the latest date comes first, which is descending for dates.
fn latest_first(head: Head) -> Head {
    let turned = |sorted: Signal<Option<bool>>| {
        Signal::derive(move || sorted.get().map(|descending| !descending))
    };
    Head {
        sorted: head.sorted.map(turned),
        ..head
    }
}

fn row(session: Session, now: Moment, deleted: &DeletedUser) -> Row {
    let words = session.words();
    let [name, user_name, deleted_on, days, licenses] = cells(session, now, deleted);
    let days = if deleted.window().ends_soon_at(now) {
        Cell::of(Weight::Urgent, session.sentences().few_days_left(&days))
    } else {
        days.into()
    };
    let licenses = if licenses.is_empty() {
        Cell::quiet(words.none)
    } else {
        licenses.into()
    };
    Row {
        link: None,
        cells: vec![
            name.into(),
            user_name.into(),
            deleted_on.into(),
            days,
            licenses,
        ],
    }
}

fn cells(session: Session, now: Moment, deleted: &DeletedUser) -> [String; 5] {
    let details = &deleted.user.details;
    [
        details.display_name.as_str().to_owned(),
        details.user_name.as_str().to_owned(),
        intl::moment(session.words().language_tag, deleted.deleted_at),
        session.number(deleted.window().days_left_at(now)),
        license_names(&deleted.user),
    ]
}

/// The number of selected users, and Restore.
fn restore_bar(
    session: Session,
    customer: CustomerId,
    list: List,
    selection: RowSelection,
) -> AnyView {
    let (words, sentences) = (session.words(), session.sentences());
    let count = selection.count();
    let is_busy = RwSignal::new(false);
    let why_not = move || {
        let nobody = || (count.get() == 0).then(|| words.select_first.to_owned());
        session.why_not(Right::ManageUsers).or_else(nobody)
    };
    let restore = move || {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            let users = selection
                .in_order()
                .into_iter()
                .map(Restoring::from)
                .collect();
            spawn_local(async move {
                if let Err(problems) = session.restore(customer, users).await {
                    show_problems(session, problems);
                }
                is_busy.set(false);
            });
        }
    };
    view! {
        <div class="selection">
            {list.found()}
            <p role="status">
                <span hidden=when(move || count.get() == 0)>
                    {text(move || sentences.selected_users(&session.number(count.get())))}
                </span>
            </p>
            // "Clear selection" disappears with the selection.
            {selection.buttons(count, || element::focus_soon("main [type=search]"))}
            <div class="restore">
                <ActionButton
                    label=words.restore
                    primary=true
                    why_not=Signal::derive(why_not)
                    on_press=restore
                />
            </div>
        </div>
    }
    .into_any()
}

fn show_problems(session: Session, problems: Vec<Problem>) {
    let failure = Failure::Refused(Refusal::Problems(problems));
    session.notices.show(Tone::Error, session.reason(&failure));
}

/// Downloads the users who match the search, in order.
fn save(session: Session, deleted: Deleted, matching: &[usize]) {
    let words = session.words();
    let texts = session.texts::<RestoreWords>();
    let head = [
        words.display_name,
        words.user_name,
        texts.deleted_on_utc,
        texts.days_left,
        texts.licenses_before,
    ]
    .map(str::to_owned);
    let rows = deleted.at(matching, &|now, deleted| {
        let [name, user_name, _, _, licenses] = cells(session, now, deleted);
        // In the form that spreadsheets of every language parse.
        let (on, days) = (
            download::moment(deleted.deleted_at),
            deleted.window().days_left_at(now).to_string(),
        );
        [name, user_name, on, days, licenses]
    });
    let name = download::name(session, texts.file_deleted_users, Some(deleted.customer));
    download::csv(session, &name, std::iter::once(head).chain(rows), None);
}
