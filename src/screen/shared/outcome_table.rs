//! The outcome of a change for each of many users: summary, table and file.

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;

use super::download;
use super::named_users::{Named, user_name};
use super::paging::Paging;
use crate::domain::{CustomerId, UserNumber};
use crate::session::Session;
use crate::session::address::listing::PageSize;
use crate::session::address::route::Route;
use crate::text::OutcomeWords;
use crate::ui::{
    ActionButton, Cell, Glyph, Head, Row, RowActions, RowControls, Table, Weight, text, when,
};

/// Initial rows per page.
const ROWS: usize = PageSize::Rows50.rows();

/// The outcome shared by some users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub text: String,
    pub kind: Kind,
}

/// A kind of outcome, by which the table can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Done,
    /// Done, but not all of it.
    Partly,
    Unchanged,
    Failed,
}

/// Returns the name of a filter.
pub type FilterName = fn(&OutcomeWords) -> &'static str;

/// A button in the rows of users who need another step.
#[derive(Clone, Copy)]
pub struct ToDo {
    pub label: &'static str,
    pub users: Signal<Vec<UserNumber>>,
    pub on_press: Callback<UserNumber>,
}

/// The outcomes of all users.
#[derive(Clone, Copy)]
pub struct Results {
    pub session: Session,
    pub customer: CustomerId,
    pub title: &'static str,
    /// The file name without the customer's domain and extension.
    pub file: &'static str,
    /// All users, each tagged with the position of their verdict.
    pub everybody: Signal<Vec<Named>>,
    pub verdicts: Signal<Vec<Verdict>>,
    /// The kinds of outcomes with the names of their filters.
    pub kinds: &'static [(Kind, FilterName)],
    pub to_do: Option<ToDo>,
}

/// Returns the page shown after a reload: outcomes are not stored.
pub fn no_results(
    title: &'static str,
    why: &'static str,
    (back, label): (Route, &'static str),
) -> AnyView {
    view! {
        <div class="head">
            <h1 tabindex="-1">{title}</h1>
        </div>
        <div class="empty">
            <p>{why}</p>
            <a href=Session::get().link(&back)>{label}</a>
        </div>
    }
    .into_any()
}

impl Results {
    /// Returns the page: the summary, the table, and `ways_on` below it.
    pub fn page(self, summary: AnyView, ways_on: AnyView) -> AnyView {
        let kind = RwSignal::new(None);
        let paging = Paging::new(ROWS);
        let matching = Memo::new(move |_| {
            let (everybody, verdicts) = (self.everybody.read(), self.verdicts.read());
            let is_shown = |user: &&Named| {
                let kind = kind.get();
                kind.is_none() || kind == kind_of(user, &verdicts)
            };
            let shown = everybody.iter().filter(is_shown);
            shown.cloned().collect::<Vec<_>>()
        });
        let count = Signal::derive(move || matching.read().len());
        view! {
            <div class="head">
                <h1 tabindex="-1">{self.title}</h1>
                <ActionButton
                    label=self.session.words().download_results
                    glyph=Glyph::Download
                    on_press=move || self.download()
                />
            </div>
            {summary}
            {self.tools(kind, paging, count)}
            {self.table(matching.into(), paging, count)}
            <p class="empty" hidden=when(move || count.get() > 0)>
                {self.session.words().nothing_filtered}
            </p>
            <div class="buttons">{ways_on}</div>
        }
        .into_any()
    }

    fn tools(self, kind: RwSignal<Option<Kind>>, paging: Paging, count: Signal<usize>) -> AnyView {
        let (session, texts) = (self.session, self.session.texts::<OutcomeWords>());
        let found = move || {
            let count = count.get();
            let found = || session.sentences().found(count, &session.number(count));
            kind.get().map(|_| found()).unwrap_or_default()
        };
        let counted = move |kind: Option<Kind>, label: &'static str| {
            let (everybody, verdicts) = (self.everybody.read(), self.verdicts.read());
            let is_shown = |user: &&Named| kind.is_none() || kind == kind_of(user, &verdicts);
            let count = everybody.iter().filter(is_shown).count();
            session.sentences().counted(label, &session.number(count))
        };
        let kinds = self.kinds;
        let all = std::iter::once((None, texts.all_results));
        let kinds = kinds.iter().map(|(kind, name)| (Some(*kind), name(texts)));
        let options: Vec<(Option<Kind>, &'static str)> = all.chain(kinds).collect();
        let chosen = options.clone();
        let option = |(at, (value, label)): (usize, (Option<Kind>, &'static str))| {
            view! {
                <option value=at.to_string() selected=when(move || kind.get() == value)>
                    {text(move || counted(value, label))}
                </option>
            }
        };
        let choose = move |event: leptos::ev::Event| {
            let at = event_target_value(&event).parse::<usize>().ok();
            let chosen = at.and_then(|at| chosen.get(at));
            paging.restart();
            kind.set(chosen.and_then(|(kind, _)| *kind));
        };
        view! {
            <div class="tools">
                <div class="filter">
                    <label for="filter-results">{texts.filter_results}</label>
                    <select id="filter-results" on:change=choose>
                        {options.into_iter().enumerate().map(option).collect_view()}
                    </select>
                </div>
                <p class="found" role="status">
                    {text(found)}
                </p>
            </div>
        }
        .into_any()
    }

    fn table(self, matching: Signal<Vec<Named>>, paging: Paging, count: Signal<usize>) -> AnyView {
        let words = self.session.words();
        let shown = Memo::new(move |_| {
            let matching = matching.read();
            let on_page = matching.get(paging.rows(matching.len()));
            on_page.unwrap_or_default().to_vec()
        });
        let rows = Memo::new(move |_| {
            let (shown, verdicts) = (shown.read(), self.verdicts.read());
            let rows = shown.iter().map(|user| self.row(user, &verdicts));
            rows.collect::<Vec<_>>()
        });
        let heads = [words.display_name, words.user_name, words.result].map(Head::plain);
        let controls = RowControls {
            actions: self.to_do.map(|to_do| self.actions(to_do, shown.into())),
            ..RowControls::default()
        };
        view! {
            <div class="results" hidden=when(move || count.get() == 0)>
                <Table caption=self.title heads=heads.into() rows controls />
                {paging.view(self.session, count)}
            </div>
        }
        .into_any()
    }

    fn name(self, user: &Named) -> String {
        if user.name.is_empty() {
            self.session.words().unknown_user.to_owned()
        } else {
            user.name.clone()
        }
    }

    /// Returns a user's display name, user name and verdict.
    fn texts(self, user: &Named, verdicts: &[Verdict]) -> [String; 3] {
        let (user_name, _) = user_name(self.session, self.customer, user.number);
        let verdict = verdicts.get(user.tag);
        let text = verdict.map(|verdict| verdict.text.clone());
        [self.name(user), user_name, text.unwrap_or_default()]
    }

    fn row(self, user: &Named, verdicts: &[Verdict]) -> Row {
        let [name, user_name, text] = self.texts(user, verdicts);
        let (_, id) = self::user_name(self.session, self.customer, user.number);
        let weight = if matches!(kind_of(user, verdicts), Some(Kind::Partly | Kind::Failed)) {
            Weight::Wrong
        } else {
            Weight::Plain
        };
        Row {
            link: id.map(|id| self.session.link(&Route::User(self.customer, id))),
            cells: vec![name.into(), user_name.into(), Cell::of(weight, text)],
        }
    }

    fn actions(self, to_do: ToDo, shown: Signal<Vec<Named>>) -> RowActions {
        let names = Memo::new(move |_| {
            let (shown, users) = (shown.read(), to_do.users.read());
            let name = |user: &Named| {
                let is_left = users.contains(&user.number);
                let name = || format!("{} – {}", to_do.label, self.name(user));
                is_left.then(|| [to_do.label.to_owned(), name()])
            };
            shown.iter().map(name).collect::<Vec<_>>()
        });
        let on_press = move |at: usize| {
            let user = shown.with_untracked(|shown| shown.get(at).map(|user| user.number));
            if let Some(user) = user {
                to_do.on_press.run(user);
            }
        };
        RowActions {
            names: names.into(),
            on_press: Callback::new(on_press),
        }
    }

    fn download(self) {
        untrack(|| {
            let words = self.session.words();
            let head = [words.display_name, words.user_name, words.result].map(str::to_owned);
            let (everybody, verdicts) = (self.everybody.read(), self.verdicts.read());
            let rows = everybody.iter().map(|user| self.texts(user, &verdicts));
            let name = download::name(self.session, self.file, Some(self.customer));
            download::csv(self.session, &name, std::iter::once(head).chain(rows), None);
        });
    }
}

fn kind_of(user: &Named, verdicts: &[Verdict]) -> Option<Kind> {
    let verdict = verdicts.get(user.tag);
    verdict.map(|verdict| verdict.kind)
}
