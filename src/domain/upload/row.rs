//! One record of a file.

use std::collections::BTreeSet;

use super::address::wrapped_address;
use super::head::Head;
use super::nearest::nearest_domain;
use super::{Column, RowProblem, RowProblemKind, Rows};
use crate::domain::rules::name_problem;
use crate::domain::values::{is_invisible, without};
use crate::domain::{
    Customer, DomainName, PersonName, ProblemKind, USER_NAME_LIMIT, UserDetails, UserName,
};

/// Addresses longer than this, in bytes, are not examined further.
const MAX_EXAMINED: usize = 1_000;

/// A row that was read.
pub(super) struct Record {
    pub(super) details: Option<UserDetails>,
    pub(super) problems: Vec<RowProblem>,
    /// Whether the row has all its cells.
    pub(super) is_complete: bool,
    pub(super) has_status: bool,
}

/// Reads a row by itself, without regard to the other rows.
pub(super) fn read_row(
    rows: &dyn Rows,
    row: usize,
    head: &mut Head,
    customer: &Customer,
) -> Record {
    let mut reader = RowReader {
        rows,
        row,
        head,
        problems: Vec::new(),
    };
    let has_status = reader
        .head
        .cell(Column::StatusUpdate)
        .is_some_and(|cell| !reader.text(cell).is_empty());
    let is_complete = reader.check_width();
    let details = is_complete.then(|| reader.details(customer)).flatten();
    Record {
        details,
        problems: reader.problems,
        is_complete,
        has_status,
    }
}

struct RowReader<'a> {
    rows: &'a dyn Rows,
    row: usize,
    head: &'a mut Head,
    problems: Vec<RowProblem>,
}

impl<'a> RowReader<'a> {
    /// Returns the trimmed text of a cell.
    fn text(&self, cell: usize) -> &'a str {
        self.rows.cell(self.row, cell).trim()
    }

    /// Checks that the row has all its cells and no others.
    ///
    /// Excel omits trailing cells in some rows and adds empty ones in others. Ignored cells may
    /// therefore be missing and extra cells may be empty, unless the address is not in its place:
    /// then the cells are shifted.
    fn check_width(&mut self) -> bool {
        let (found, expected) = (self.rows.width(self.row), self.head.width());
        let email = self.head.cell(Column::Email);
        let is_complete = found == expected
            || found >= self.head.needed()
                && (expected..found).all(|cell| self.text(cell).is_empty())
                && email.is_none_or(|cell| self.text(cell).contains('@'));
        if !is_complete {
            let kind = RowProblemKind::Ragged { found, expected };
            let line = self.rows.line(self.row);
            self.problems.push(RowProblem::of_row(line, kind));
        }
        is_complete
    }

    fn details(&mut self, customer: &Customer) -> Option<UserDetails> {
        self.report_unnamed();
        let first_name = self.name(Column::FirstName, PersonName::optional);
        let last_name = self.name(Column::LastName, PersonName::optional);
        let required = |text: &str| PersonName::required(text).map(Some);
        let display_name = self.name(Column::DisplayName, required);
        if let (Some(Some(first)), Some(Some(last))) = (&first_name, &last_name) {
            self.suggest_display_name(first, last);
        }
        let user_name = self.user_name(customer);
        if !self.problems.is_empty() {
            return None;
        }
        Some(UserDetails {
            user_name: user_name?,
            first_name: first_name?,
            last_name: last_name?,
            display_name: display_name??,
            location: None,
            roles: BTreeSet::new(),
        })
    }

    /// Reports values without a heading, once for each column.
    fn report_unnamed(&mut self) {
        let width = self.rows.width(self.row);
        let is_filled = |cell: &usize| !self.text(*cell).is_empty();
        let filled: Vec<usize> = self.head.unnamed(width).filter(is_filled).collect();
        for cell in &filled {
            self.report(None, *cell, RowProblemKind::NoHeading);
        }
        if !filled.is_empty() {
            self.head.mark_reported(&filled);
        }
    }

    fn report(&mut self, column: Option<Column>, cell: usize, kind: RowProblemKind) {
        let place = (self.row, cell);
        self.problems
            .push(RowProblem::of_cell(self.rows, place, column, kind));
    }

    fn report_values(&mut self, column: Column, cell: usize, kinds: Vec<ProblemKind>) {
        for kind in kinds {
            self.report(Some(column), cell, RowProblemKind::Value(kind));
        }
    }

    /// Reads a name. The inner `None` is an empty one; a missing column counts as empty, because
    /// the head has already reported it if it is required.
    fn name(
        &mut self,
        column: Column,
        parse: impl Fn(&str) -> Result<Option<PersonName>, Vec<ProblemKind>>,
    ) -> Option<Option<PersonName>> {
        let Some(cell) = self.head.cell(column) else {
            return Some(None);
        };
        let text = self.text(cell);
        match parse(text) {
            Ok(name) => Some(name),
            Err(kinds) => {
                self.report_values(column, cell, kinds);
                self.suggest(cell, &PersonName::without_invisible(text));
                None
            }
        }
    }

    /// Suggests the display name that Add user would fill in, where none is there.
    fn suggest_display_name(&mut self, first: &PersonName, last: &PersonName) {
        let is_missing = |problem: &RowProblem| {
            problem.column == Some(Column::DisplayName)
                && problem.kind == RowProblemKind::Value(ProblemKind::Required)
        };
        let name = format!("{} {}", first.as_str(), last.as_str());
        let missing = self.problems.iter().find(|problem| is_missing(problem));
        if let Some(cell) = missing.and_then(|problem| problem.cell)
            && PersonName::required(&name).is_ok()
        {
            self.suggest(cell, &name);
        }
    }

    fn user_name(&mut self, customer: &Customer) -> Option<UserName> {
        let column = Column::Email;
        let cell = self.head.cell(column)?;
        let address = self.text(cell);
        if address.len() > MAX_EXAMINED {
            let (length, limit) = (address.chars().count(), USER_NAME_LIMIT);
            self.report_values(column, cell, vec![ProblemKind::TooLong { length, limit }]);
            return None;
        }
        let (invisible, visible) = without(address, is_invisible);
        if visible.is_empty() {
            self.report_values(column, cell, vec![ProblemKind::Required]);
            return None;
        }
        let is_clean = invisible.is_empty();
        if !is_clean {
            self.report_values(column, cell, vec![ProblemKind::Invisible(invisible)]);
        }
        let wrapped = wrapped_address(&visible);
        if wrapped.is_some() {
            self.report(Some(column), cell, RowProblemKind::MoreThanAnAddress);
        }
        let Some((local, domain)) = split_address(wrapped.unwrap_or(&visible)) else {
            self.report(Some(column), cell, RowProblemKind::NotAnAddress);
            return None;
        };
        let user_name = self.name_at_domain(customer, cell, local, domain)?;
        if let Some(problem) = name_problem(customer, &user_name, None) {
            self.report_values(column, cell, vec![problem.kind]);
            return None;
        }
        Some(user_name).filter(|_| is_clean && wrapped.is_none())
    }

    /// Reads the two parts of an address. Adds a suggestion to all problems of its cell.
    fn name_at_domain(
        &mut self,
        customer: &Customer,
        cell: usize,
        local: &str,
        domain: &str,
    ) -> Option<UserName> {
        let is_own = |own: &&DomainName| own.as_str().eq_ignore_ascii_case(domain);
        let own = customer.domains.iter().find(is_own);
        let meant = match own {
            Some(_) => None,
            None => nearest_domain(customer, domain),
        };
        let known = own.or(meant.as_ref());
        let shown_domain = known.map_or(domain, DomainName::as_str).to_owned();
        let user_name = UserName::new(local, known.unwrap_or(&customer.domains.primary));
        let (user_name, mut problems) = match user_name {
            Ok(user_name) => (Some(user_name), Vec::new()),
            Err(problems) => (None, problems),
        };
        let right_local = complete_suggestions(&mut problems, local, &shown_domain);
        self.report_values(Column::Email, cell, problems);
        let is_own = own.is_some();
        if !is_own {
            let kind = RowProblemKind::ForeignDomain { meant };
            self.report(Some(Column::Email), cell, kind);
        }
        if let Some(local) = right_local {
            self.suggest(cell, &format!("{local}@{shown_domain}"));
        }
        user_name.filter(|_| is_own)
    }

    /// Adds a suggestion to the problems of a cell, unless it is blank or the cell's text already.
    fn suggest(&mut self, cell: usize, text: &str) {
        if text.is_empty() || text == self.text(cell) {
            return;
        }
        let of_cell = |problem: &&mut RowProblem| problem.cell == Some(cell);
        for problem in self.problems.iter_mut().filter(of_cell) {
            problem.suggestion = Some(text.into());
        }
    }
}

/// Returns the local part without its problems, if it is certain, and makes the suggestions whole
/// addresses, because the cell has a whole address.
fn complete_suggestions(problems: &mut [ProblemKind], local: &str, domain: &str) -> Option<String> {
    if problems.is_empty() {
        return Some(local.to_owned());
    }
    let mut found = None;
    for kind in problems {
        if let ProblemKind::Characters { suggestion, .. } = kind {
            // A space may separate anything, such as a name and an address, and a quotation mark
            // may lack the other one.
            let is_certain = !local.contains(char::is_whitespace) && !local.starts_with('’');
            found = suggestion.take().filter(|_| is_certain);
            *suggestion = found.as_ref().map(|local| format!("{local}@{domain}"));
        }
    }
    found
}

/// Splits an address at its only `@`, unless a part is empty or has white space at its ends.
fn split_address(address: &str) -> Option<(&str, &str)> {
    let is_whole = |part: &str| !part.is_empty() && part.trim() == part;
    address
        .split_once('@')
        .filter(|(local, domain)| is_whole(local) && is_whole(domain) && !domain.contains('@'))
}
