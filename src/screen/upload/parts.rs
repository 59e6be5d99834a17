//! Splits a file with too many users into parts.

use std::sync::Arc;
use std::time::Duration;

use crate::live::{Memo, RwSignal, Signal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::domain::CustomerId;
use crate::domain::upload::{RowProblem, RowProblemKind};
use crate::screen::shared::download;
use crate::screen::shared::paging::Paging;
use crate::session::Session;
use crate::session::address::listing::PageSize;
use crate::session::user_file::part;
use crate::text::UploadWords;
use crate::ui::{ActionButton, Glyph, Head, Row, RowActions, RowControls, Table, dynamic, when};

/// Initial rows per page.
const ROWS: usize = PageSize::Rows25.rows();
/// Most files to download at once.
const MAX_DOWNLOADS: usize = 50;
/// Pause between downloads; browsers lose downloads without one.
const DOWNLOAD_INTERVAL: Duration = Duration::from_millis(250);

/// The parts, if there are too many users.
#[component]
pub fn UploadParts(customer: CustomerId, problems: Signal<Arc<Vec<RowProblem>>>) -> impl IntoView {
    let session = Session::get();
    let too_many = Memo::new(move |_| {
        problems.with(|all| {
            all.iter().find_map(|problem| match problem.kind {
                RowProblemKind::TooManyRecords { count, limit } => Some((count, limit)),
                _ => None,
            })
        })
    });
    dynamic(move || {
        let view = too_many.get().map(|(count, limit)| {
            let parts = Parts {
                session,
                customer,
                count,
                size: limit.max(1),
            };
            parts.view()
        });
        view.into_any()
    })
}

#[derive(Clone, Copy)]
struct Parts {
    session: Session,
    customer: CustomerId,
    count: usize,
    size: usize,
}

impl Parts {
    fn len(self) -> usize {
        self.count.div_ceil(self.size)
    }

    fn row(self, number: usize) -> Row {
        let session = self.session;
        let (first, last) = (number * self.size + 1, (number + 1) * self.size);
        let [part, first, last] =
            [number + 1, first, last.min(self.count)].map(|number| session.number(number));
        let sentences = session.sentences();
        Row {
            link: None,
            cells: vec![
                format!("{} {part}", session.texts::<UploadWords>().part).into(),
                sentences.part_users(&first, &last).into(),
            ],
        }
    }

    fn download(self, number: usize) {
        let session = self.session;
        let Some(table) = untrack(|| session.forms.upload.rows()) else {
            return;
        };
        let rows = part(&table, number, self.size);
        // Padded, because files are listed by name.
        let digits = self.len().to_string().len();
        let name = format!(
            "{}-{:0digits$}",
            session.texts::<UploadWords>().file_part,
            number + 1
        );
        download::of_customer(session, &name, self.customer, rows);
    }

    async fn download_all(self, is_busy: RwSignal<bool>) {
        is_busy.set(true);
        for number in 0..self.len() {
            self.download(number);
            clock::sleep(DOWNLOAD_INTERVAL).await;
        }
        if !is_busy.is_disposed() {
            is_busy.set(false);
        }
    }

    fn view(self) -> AnyView {
        let session = self.session;
        let (words, sentences) = (session.words(), session.sentences());
        let texts = session.texts::<UploadWords>();
        let paging = Paging::new(ROWS);
        let is_busy = RwSignal::new(false);
        let shown = Memo::new(move |_| paging.rows(self.len()).collect::<Vec<_>>());
        let rows = Memo::new(move |_| {
            shown.with(|all| all.iter().map(|part| self.row(*part)).collect::<Vec<_>>())
        });
        let names = Memo::new(move |_| {
            let name = |part: &usize| {
                let name = sentences.download_part(&session.number(part + 1));
                Some([words.download.to_owned(), name])
            };
            shown.with(|all| all.iter().map(name).collect::<Vec<_>>())
        });
        let on_press = move |at: usize| {
            if let Some(part) = shown.with_untracked(|all| all.get(at).copied()) {
                self.download(part);
            }
        };
        let controls = RowControls {
            actions: Some(RowActions {
                names: names.into(),
                on_press: Callback::new(on_press),
            }),
            ..RowControls::default()
        };
        let count = Signal::stored(self.len());
        let heads = [texts.part, words.users].map(Head::plain).to_vec();
        view! {
            <div class="parts">
                <h3>{texts.split_file}</h3>
                <p class="note">{texts.split_hint} " " {texts.or_change_limit}</p>
                <Table caption=texts.split_file heads rows controls />
                <div hidden=self.len() <= ROWS>
                    {paging.view(session, count)}
                </div>
                <span hidden=when(move || self.len() > MAX_DOWNLOADS)>
                    <ActionButton
                        label=texts.download_all_parts
                        glyph=Glyph::Download
                        why_not=Signal::derive(move || {
                            is_busy.get().then(|| texts.downloading_parts.to_owned())
                        })
                        on_press=move || spawn_local(self.download_all(is_busy))
                    />
                </span>
            </div>
        }
        .into_any()
    }
}
