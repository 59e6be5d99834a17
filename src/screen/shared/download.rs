//! Downloads of tables as CSV files.

use chrono::SubsecRound;
use leptos::prelude::untrack;

use crate::browser::files;
use crate::domain::{Customer, CustomerId, Moment};
use crate::live::Signal;
use crate::session::{Session, Tone};
use crate::sheet::{self, Separator};
use crate::training::Act;

/// Returns a file name such as `users-tailspin-2026-11-25.csv`; without a customer,
/// `customers-2026-11-25.csv`.
pub fn name(session: Session, what: &str, customer: Option<CustomerId>) -> String {
    // What comes before the first dot tells the sample's companies apart.
    let whose = |customer: &Customer| {
        let domain = customer.domains.primary.as_str();
        format!("-{}", domain.split('.').next().unwrap_or(domain))
    };
    let whose = customer.and_then(|customer| session.with_customer(customer, whose));
    let whose = whose.unwrap_or_default();
    let date = untrack(|| session.now()).date_naive();
    let ending = match separator(session) {
        // Excel splits every .csv at the list separator of Windows.
        Separator::Tab => "tsv",
        _ => "csv",
    };
    format!("{what}{whose}-{date}.{ending}")
}

/// Returns the separator that was chosen, or that of the language.
fn separator(session: Session) -> Separator {
    untrack(|| {
        session
            .preferences()
            .separator
            .in_language(session.language())
    })
}

/// Downloads rows as a file.
///
/// # Errors
/// When the browser refuses.
pub fn file(
    session: Session,
    name: &str,
    rows: &mut dyn Iterator<Item = Vec<String>>,
) -> Result<(), files::NotDone> {
    let separator = separator(session);
    let media_type = match separator {
        Separator::Tab => "text/tab-separated-values;charset=utf-8",
        _ => "text/csv;charset=utf-8",
    };
    files::download(name, media_type, &sheet::write(separator, rows))
}

/// Downloads rows as a CSV file; the first row holds the column names. `act` is what this means in
/// an exercise.
pub fn csv<const N: usize>(
    session: Session,
    name: &str,
    rows: impl Iterator<Item = [String; N]>,
    act: Option<Act>,
) {
    let message = session.words().downloaded;
    save(session, name, &mut rows.map(Vec::from), message, act);
}

/// Downloads rows about one customer.
pub fn of_customer(session: Session, what: &str, customer: CustomerId, rows: Vec<Vec<String>>) {
    let name = name(session, what, Some(customer));
    let message = session.words().downloaded;
    save(session, &name, &mut rows.into_iter(), message, None);
}

/// Downloads rows and shows `message` on success. `act` is what this means in an exercise.
pub fn save(
    session: Session,
    name: &str,
    rows: &mut dyn Iterator<Item = Vec<String>>,
    message: &str,
    act: Option<Act>,
) {
    let words = session.words();
    match file(session, name, rows) {
        Ok(()) => {
            session.notices.show(Tone::Success, message);
            if let Some(act) = act {
                session.act(act);
            }
        }
        Err(files::NotDone) => session.notices.show(Tone::Error, words.download_failed),
    }
}

/// Formats date and time as every spreadsheet reads them: `2026-11-22 21:11:58`. The column's
/// heading says that it is UTC.
pub fn moment(moment: Moment) -> String {
    moment.naive_utc().trunc_subsecs(0).to_string()
}

/// Returns the reason why nothing can be exported while the list is empty.
pub fn why_not(session: Session, is_empty: Signal<bool>) -> Signal<Option<String>> {
    let reason = session.words().nothing_to_export;
    Signal::derive(move || is_empty.get().then(|| reason.to_owned()))
}
