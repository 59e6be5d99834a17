//! A user in one line; a short one for whoever follows on the user in the line before.

use std::collections::BTreeSet;

use super::cells::{Cells, line, millis};
use crate::domain::{
    AdminRole, Licenses, Location, PasswordState, PersonName, Plan, Sku, User, UserDetails, UserId,
    UserName, UserNumber,
};

/// Number, identifier, created, password set (empty: when created), `k` if the password may be kept, products, details.
pub(super) fn write(user: &User) -> String {
    let set_at = match user.password.set_at {
        at if at == user.created_at => String::new(),
        at => millis(at),
    };
    let head = line(&[
        &user.number.0.to_string(),
        &user.id.0.to_string(),
        &millis(user.created_at),
        &set_at,
        if user.password.must_change { "" } else { "k" },
        &write_licenses(&user.licenses),
    ]);
    format!("{head}\t{}", write_details(&user.details))
}

/// What a line of a user who follows on the one before begins with; then how far on they are, if they are not the next.
const DITTO: char = '"';
/// Whoever is further on has a whole line.
const FURTHEST: u32 = 99;

/// Writes users one after the other, in lines that each begin with what the caller says.
#[derive(Default)]
pub(super) struct Writer<'a> {
    before: Option<(String, &'a User)>,
    is_apart: bool,
}

impl<'a> Writer<'a> {
    /// A writer for a text that says elsewhere which products users in short lines hold, and when their passwords were reset.
    pub(super) fn apart() -> Self {
        Self {
            is_apart: true,
            ..Self::default()
        }
    }

    /// The line of a user. Where both begin alike and the user follows on the one before, as those of an upload do, it says only
    /// what is different, and nothing of products and passwords.
    pub(super) fn write(&mut self, begin: &str, user: &'a User) -> String {
        let is_plain = user.licenses.is_empty() && user.password.set_at == user.created_at;
        let may_be_short = user.password.must_change && (self.is_apart || is_plain);
        let before = self.before.as_ref();
        let before = before.filter(|(then, _)| may_be_short && then == begin);
        let step = before.and_then(|(_, before)| Some((*before, step(before, user)?)));
        let line = match step {
            Some((before, step)) => write_following(before, user, step),
            None => format!("{begin}{}", write(user)),
        };
        match &mut self.before {
            Some((then, before)) if then == begin => *before = user,
            other => *other = Some((begin.to_owned(), user)),
        }
        line
    }
}

/// How far on the user is, if both were made together: as many numbers as identifiers.
fn step(before: &User, user: &User) -> Option<u32> {
    let step = user.number.0.checked_sub(before.number.0)?;
    let is_together = (1..=FURTHEST).contains(&step)
        && before.created_at == user.created_at
        && further(before.id, step) == user.id;
    is_together.then_some(step)
}

fn further(id: UserId, step: u32) -> UserId {
    UserId((0..step).fold(id.0, |id, _| id.following()))
}

/// What the first cell of a short line says: how far on the user is; none in other lines.
pub(super) fn step_of(cell: &str) -> Option<u32> {
    match cell.strip_prefix(DITTO)? {
        "" => Some(1),
        far => far
            .parse()
            .ok()
            .filter(|step| (2..=FURTHEST).contains(step)),
    }
}

/// Is it a line that says nothing of products and passwords?
pub(super) fn is_short(line: &str) -> bool {
    line.starts_with(DITTO)
}

/// User name (without the domain, if it is the same), display name (empty: first and last name with a space between them),
/// first name, last name; then, unless both are the same, location and administrator roles.
fn write_following(before: &User, user: &User, step: u32) -> String {
    let (then, now) = (&before.details, &user.details);
    let mark = match step {
        1 => DITTO.to_string(),
        step => format!("{DITTO}{step}"),
    };
    let user_name = now.user_name.as_str();
    let is_same_domain = then.user_name.domain() == now.user_name.domain();
    let shown = if is_same_domain {
        user_name.strip_suffix(now.user_name.domain())
    } else {
        None
    };
    let (first, last) = (text_of(&now.first_name), text_of(&now.last_name));
    let display = now.display_name.as_str();
    let is_both = is_joined(display, first, last);
    let names = [
        &*mark,
        shown.unwrap_or(user_name),
        if is_both { "" } else { display },
        first,
        last,
    ];
    let is_rest_same = (then.location, &then.roles) == (now.location, &now.roles);
    if is_rest_same {
        return line(&names);
    }
    let [mark, user_name, display, first, last] = names;
    let location = now.location.map_or("", Location::code);
    let roles = write_roles(&now.roles);
    line(&[mark, user_name, display, first, last, location, &roles])
}

fn text_of(name: &Option<PersonName>) -> &str {
    name.as_ref().map_or("", PersonName::as_str)
}

/// Is the name the first and the last one, with a space between them?
fn is_joined(display: &str, first: &str, last: &str) -> bool {
    let rest = display.strip_prefix(first);
    !first.is_empty() && rest.and_then(|rest| rest.strip_prefix(' ')) == Some(last)
}

/// Reads what [`write_following`] wrote, from the cell after the mark to the end of the line: a user without products, whose password
/// is the first.
pub(super) fn read_following(mut cells: Cells<'_>, before: &User, step: u32) -> Option<User> {
    let user_name = match cells.text()? {
        local if local.ends_with('@') => {
            UserName::parse(&format!("{local}{}", before.details.user_name.domain()))?
        }
        whole => UserName::parse(whole)?,
    };
    let display = cells.text()?;
    let (first, last) = (cells.text()?, cells.text()?);
    let display_name = if display.is_empty() {
        PersonName::required(&format!("{first} {last}"))
    } else {
        PersonName::required(display)
    };
    let (location, roles) = match cells.text() {
        None => (before.details.location, before.details.roles.clone()),
        Some(location) => {
            let rest = (read_location(location)?, read_roles(cells.text()?)?);
            cells.end()?;
            rest
        }
    };
    Some(User {
        number: UserNumber(before.number.0.checked_add(step)?),
        id: further(before.id, step),
        details: UserDetails {
            user_name,
            first_name: PersonName::optional(first).ok()?,
            last_name: PersonName::optional(last).ok()?,
            display_name: display_name.ok()?,
            location,
            roles,
        },
        licenses: Licenses::default(),
        created_at: before.created_at,
        password: PasswordState {
            set_at: before.created_at,
            must_change: true,
        },
    })
}

/// The products, each as its part number followed by the codes of the plans that are switched off:
/// `SPB:EXCHANGE_S_STANDARD:TEAMS1 VISIOCLIENT`.
pub(super) fn write_licenses(licenses: &Licenses) -> String {
    let products: Vec<String> = licenses
        .iter()
        .map(|(sku, off)| {
            off.iter().fold(sku.part_number.to_owned(), |all, plan| {
                format!("{all}:{}", plan.code)
            })
        })
        .collect();
    products.join(" ")
}

/// Reads what [`write_licenses`] wrote.
pub(super) fn read_licenses(text: &str) -> Option<Licenses> {
    let mut licenses = Licenses::default();
    for product in text.split_terminator(' ') {
        let mut parts = product.split(':');
        let sku = Sku::by_part_number(parts.next()?)?;
        let off: Vec<Plan> = parts.map(Plan::by_code).collect::<Option<_>>()?;
        licenses.assign(sku, off);
    }
    Some(licenses)
}

/// User name, display name, first name, last name, location, administrator roles.
pub(super) fn write_details(details: &UserDetails) -> String {
    line(&[
        details.user_name.as_str(),
        details.display_name.as_str(),
        text_of(&details.first_name),
        text_of(&details.last_name),
        details.location.map_or("", Location::code),
        &write_roles(&details.roles),
    ])
}

fn write_roles(roles: &BTreeSet<AdminRole>) -> String {
    let codes: Vec<&str> = roles.iter().map(|role| role.code()).collect();
    codes.join(" ")
}

fn read_roles(text: &str) -> Option<BTreeSet<AdminRole>> {
    let roles = text.split_terminator(' ').map(AdminRole::from_code);
    roles.collect()
}

/// A location that may be empty: the inner `None`.
fn read_location(code: &str) -> Option<Option<Location>> {
    match code {
        "" => Some(None),
        code => Location::parse(code).map(Some),
    }
}

/// Reads what [`write`] wrote, from the next cell to the end of the line.
pub(super) fn read(mut cells: Cells<'_>) -> Option<User> {
    let number = UserNumber(cells.parsed()?);
    let id = UserId(cells.parsed()?);
    let created_at = cells.moment()?;
    let set_at = cells.optional_moment()?.unwrap_or(created_at);
    let must_change = match cells.text()? {
        "" => true,
        "k" => false,
        _ => return None,
    };
    let licenses = read_licenses(cells.text()?)?;
    Some(User {
        number,
        id,
        details: read_details(cells)?,
        licenses,
        created_at,
        password: PasswordState {
            set_at,
            must_change,
        },
    })
}

/// Reads what [`write_details`] wrote, from the next cell to the end of the line.
pub(super) fn read_details(mut cells: Cells<'_>) -> Option<UserDetails> {
    let user_name = UserName::parse(cells.text()?)?;
    let display_name = PersonName::required(cells.text()?).ok()?;
    let first_name = PersonName::optional(cells.text()?).ok()?;
    let last_name = PersonName::optional(cells.text()?).ok()?;
    let location = read_location(cells.text()?)?;
    let roles = read_roles(cells.text()?)?;
    cells.end()?;
    Some(UserDetails {
        user_name,
        first_name,
        last_name,
        display_name,
        location,
        roles,
    })
}
