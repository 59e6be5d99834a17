//! A user in one line.

use super::cells::{Cells, line, millis};
use crate::domain::{
    AdminRole, Licenses, Location, PasswordState, PersonName, Plan, Sku, User, UserDetails, UserId,
    UserName, UserNumber, gathered,
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
    let name = |name: &'_ Option<PersonName>| {
        name.as_ref()
            .map_or_else(String::new, |name| name.as_str().to_owned())
    };
    let roles: Vec<&str> = details.roles.iter().map(|role| role.code()).collect();
    line(&[
        details.user_name.as_str(),
        details.display_name.as_str(),
        &name(&details.first_name),
        &name(&details.last_name),
        details.location.map_or("", Location::code),
        &roles.join(" "),
    ])
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
    let location = match cells.text()? {
        "" => None,
        code => Some(Location::parse(code)?),
    };
    let roles: Vec<AdminRole> = cells
        .text()?
        .split_terminator(' ')
        .map(AdminRole::from_code)
        .collect::<Option<_>>()?;
    cells.end()?;
    Some(UserDetails {
        user_name,
        first_name,
        last_name,
        display_name,
        location,
        roles: gathered(roles),
    })
}
