//! One record of a file.

use std::collections::BTreeSet;

use super::head::Head;
use super::nearest::nearest_domain;
use super::problem::shown;
use super::{Column, RowProblem, RowProblemKind, Rows};
use crate::domain::rules::name_problem;
use crate::domain::{
    Customer, DomainName, PersonName, ProblemKind, USER_NAME_LIMIT, UserDetails, UserName,
};

/// What a row comes to.
pub(super) struct Read {
    /// The user, where nothing is wrong with the row by itself.
    pub(super) details: Option<UserDetails>,
    pub(super) problems: Vec<RowProblem>,
    /// It has all its cells.
    pub(super) is_whole: bool,
    /// There is something in the column Status update.
    pub(super) has_status: bool,
}

/// From so many bytes on, an address is only told to be too long: which of its characters are wrong does not matter.
const FAR_TOO_LONG: usize = 1_000;

/// The user in this row, or everything that is wrong with it by itself and in this customer.
pub(super) fn read_row(rows: &dyn Rows, row: usize, head: &mut Head, customer: &Customer) -> Read {
    let status = head.cell(Column::StatusUpdate);
    let has_status = status.is_some_and(|cell| !rows.cell(row, cell).trim().is_empty());
    let mut reader = RowReader {
        rows,
        row,
        head,
        problems: Vec::new(),
    };
    let is_whole = reader.has_its_width();
    let details = if is_whole {
        reader.tell_unnamed();
        let first_name = reader.name(Column::FirstName, PersonName::optional);
        let last_name = reader.name(Column::LastName, PersonName::optional);
        let required = |text: &str| PersonName::required(text).map(Some);
        let display_name = reader.name(Column::DisplayName, required);
        let user_name = reader.user_name(customer);
        match (first_name, last_name, display_name, user_name) {
            (Some(first_name), Some(last_name), Some(Some(display_name)), Some(user_name))
                if reader.problems.is_empty() =>
            {
                Some(UserDetails {
                    user_name,
                    first_name,
                    last_name,
                    display_name,
                    location: None,
                    roles: BTreeSet::new(),
                })
            }
            _ => None,
        }
    } else {
        None
    };
    Read {
        details,
        problems: reader.problems,
        is_whole,
        has_status,
    }
}

struct RowReader<'a> {
    rows: &'a dyn Rows,
    row: usize,
    head: &'a mut Head,
    problems: Vec<RowProblem>,
}

impl RowReader<'_> {
    /// Has the row all its cells, and no others? Excel leaves out the last cells of some rows, and gives others to some, where
    /// all of a column is empty; so what is missing may be what nothing is read from, and what is too much may be empty –
    /// unless the address is not where it should be: then the cells are shifted.
    fn has_its_width(&mut self) -> bool {
        let (found, expected) = (self.rows.width(self.row), self.head.width());
        if found == expected {
            return true;
        }
        let is_blank = |cell: usize| self.rows.cell(self.row, cell).trim().is_empty();
        let email = self.head.cell(Column::Email);
        if found >= self.head.needed()
            && (expected..found).all(is_blank)
            && email.is_none_or(|cell| self.rows.cell(self.row, cell).contains('@'))
        {
            return true;
        }
        self.problems.push(RowProblem {
            line: self.rows.line(self.row),
            column: None,
            cell: None,
            value: Box::default(),
            kind: RowProblemKind::Ragged { found, expected },
        });
        false
    }

    /// Once for each column: in the first row that has something in it.
    fn tell_unnamed(&mut self) {
        let width = self.rows.width(self.row);
        let is_filled = |cell: &usize| !self.rows.cell(self.row, *cell).trim().is_empty();
        let filled: Vec<usize> = self.head.unnamed(width).filter(is_filled).collect();
        for cell in &filled {
            self.tell(None, *cell, RowProblemKind::NoHeading);
        }
        if !filled.is_empty() {
            self.head.forget(&filled);
        }
    }

    fn tell(&mut self, column: Option<Column>, cell: usize, kind: RowProblemKind) {
        self.problems.push(RowProblem {
            line: self.rows.line(self.row),
            column,
            cell: Some(cell),
            value: shown(self.rows.cell(self.row, cell)),
            kind,
        });
    }

    fn tell_values(&mut self, column: Column, cell: usize, kinds: Vec<ProblemKind>) {
        for kind in kinds {
            self.tell(Some(column), cell, RowProblemKind::Value(kind));
        }
    }

    /// A name; the inner `None` is one that was left out. A column that is not there is one that is empty in every row, and
    /// where it must be there, that is told once.
    fn name(
        &mut self,
        column: Column,
        parse: impl Fn(&str) -> Result<Option<PersonName>, Vec<ProblemKind>>,
    ) -> Option<Option<PersonName>> {
        let Some(cell) = self.head.cell(column) else {
            return Some(None);
        };
        let text = self.rows.cell(self.row, cell).trim();
        if is_formula(text) {
            self.tell(Some(column), cell, RowProblemKind::Formula);
        }
        match parse(text) {
            Ok(name) => Some(name),
            Err(kinds) => {
                self.tell_values(column, cell, kinds);
                None
            }
        }
    }

    fn user_name(&mut self, customer: &Customer) -> Option<UserName> {
        let column = Column::Email;
        let cell = self.head.cell(column)?;
        let address = self.rows.cell(self.row, cell).trim();
        if address.is_empty() {
            self.tell_values(column, cell, vec![ProblemKind::Required]);
            return None;
        }
        if address.len() > FAR_TOO_LONG {
            let (length, limit) = (address.chars().count(), USER_NAME_LIMIT);
            self.tell_values(column, cell, vec![ProblemKind::TooLong { length, limit }]);
            return None;
        }
        let parts = address.split_once('@');
        let parts = parts.filter(|(local, domain)| {
            let is_whole = |part: &str| !part.is_empty() && part.trim() == part;
            is_whole(local) && is_whole(domain) && !domain.contains('@')
        });
        let Some((local, domain)) = parts else {
            self.tell(Some(column), cell, RowProblemKind::NotAnAddress);
            return None;
        };
        let is_own = |own: &&DomainName| own.as_str().eq_ignore_ascii_case(domain);
        let own = customer.domains.iter().find(is_own);
        let meant = match own {
            Some(_) => None,
            None => nearest_domain(customer, domain),
        };
        let known = own.or(meant.as_ref());
        let at = known.map_or(domain, DomainName::as_str);
        let held_against = known.unwrap_or(&customer.domains.primary);
        let parsed = self.local_part(local, held_against, at, cell);
        if own.is_none() {
            self.tell(Some(column), cell, RowProblemKind::ForeignDomain { meant });
            return None;
        }
        let user_name = parsed?;
        if let Some(problem) = name_problem(customer, &user_name, None) {
            self.tell_values(column, cell, vec![problem.kind]);
            return None;
        }
        Some(user_name)
    }

    /// The user name; suggestions for it are whole addresses, because a cell has one, with this behind the @: nobody is moved to
    /// another domain by the way.
    fn local_part(
        &mut self,
        local: &str,
        domain: &DomainName,
        at: &str,
        cell: usize,
    ) -> Option<UserName> {
        let mut kinds = match UserName::new(local, domain) {
            Ok(user_name) => return Some(user_name),
            Err(kinds) => kinds,
        };
        for kind in &mut kinds {
            if let ProblemKind::Characters {
                suggestion: Some(suggestion),
                ..
            } = kind
            {
                *suggestion = format!("{suggestion}@{at}");
            }
        }
        self.tell_values(Column::Email, cell, kinds);
        None
    }
}

/// Does the name begin as a formula does? A minus or a plus alone makes none of it.
fn is_formula(name: &str) -> bool {
    match name.as_bytes() {
        [b'=', ..] => true,
        [b'+' | b'-' | b'@', ..] => name.contains(['(', '|', '!']),
        _ => false,
    }
}
