//! The commands that a move comes to, as the forms build them.

use std::sync::Arc;

use seatwork::domain::upload::{RecordLimit, validate};
use seatwork::domain::{
    Command, Customer, CustomerCommand, DetailsDraft, Licenses, Location, Restoring, Sku,
    UserDraft, UserName, UserNumber,
};

use crate::uploading::Sheet;

use super::Selection;

pub(super) fn create(
    customer: &Customer,
    form: &DetailsDraft,
    products: &[(Sku, bool)],
) -> Option<Command> {
    let mut licenses = Licenses::default();
    for (sku, off) in products {
        licenses.assign(*sku, sku.plans().last().filter(|_| *off));
    }
    let draft = UserDraft {
        details: at_customer(customer, form),
        licenses,
    };
    Some(Command::Customer(
        customer.id,
        CustomerCommand::CreateUser {
            user: Box::new(draft.validate(customer).ok()?),
        },
    ))
}

/// Uploads the users of the file, if it is valid.
pub(super) fn uploading(customer: &Customer, rows: &[DetailsDraft], code: &str) -> Option<Command> {
    let rows = rows.iter().map(|form| {
        let form = at_customer(customer, form);
        let address = format!("{}@{}", form.local_part, form.domain);
        [form.first_name, form.last_name, form.display_name, address]
    });
    let plan = validate(&Sheet::of(rows), customer, RecordLimit::REAL.count()).ok()?;
    Some(Command::Customer(
        customer.id,
        CustomerCommand::UploadUsers {
            plan: Arc::new(plan),
            location: Location::parse(code)?,
        },
    ))
}

pub(super) fn editing(
    customer: &Customer,
    number: usize,
    form: &DetailsDraft,
    fields: [bool; 5],
    respelled: bool,
) -> Option<Command> {
    let form = at_customer(customer, form);
    let number = number.checked_rem(customer.users.len())?;
    let user = customer.users.active().nth(number)?;
    let shown = DetailsDraft::from(&user.details);
    let [names, display, user_name, location, roles] = fields;
    let form = if respelled {
        DetailsDraft {
            local_part: spelled_otherwise(&shown.local_part),
            domain: shown.domain.clone(),
            ..form
        }
    } else {
        form
    };
    let pick = |anew: bool, form: &String, shown: &String| {
        if anew { form.clone() } else { shown.clone() }
    };
    let filled = DetailsDraft {
        first_name: pick(names, &form.first_name, &shown.first_name),
        last_name: pick(names, &form.last_name, &shown.last_name),
        display_name: pick(display, &form.display_name, &shown.display_name),
        local_part: pick(user_name, &form.local_part, &shown.local_part),
        domain: pick(user_name, &form.domain, &shown.domain),
        location: pick(location, &form.location, &shown.location),
        roles: if roles { form.roles } else { shown.roles },
    };
    Some(Command::Customer(
        customer.id,
        CustomerCommand::EditUser {
            user: user.number,
            seen: Box::new(user.details.clone()),
            wanted: Box::new(filled.validate(customer, Some(user.number)).ok()?),
        },
    ))
}

/// Restores some deleted users, or users who never were.
pub(super) fn restoration(
    customer: &Customer,
    who: &Selection,
    reversed: bool,
    local: Option<&str>,
) -> Option<Command> {
    let deleted = customer.users.deleted().map(|deleted| &deleted.user);
    let mut numbers: Vec<UserNumber> = match who {
        Selection::Everybody => deleted.map(|user| user.number).collect(),
        Selection::Holders(sku) => {
            let held = deleted.filter(|user| user.licenses.holds(*sku));
            held.map(|user| user.number).collect()
        }
        Selection::Some(places) => {
            let deleted: Vec<UserNumber> = deleted.map(|user| user.number).collect();
            let at = |place: &u32| {
                let place = *place as usize % (deleted.len() + 1);
                deleted.get(place).copied().unwrap_or(UserNumber(1))
            };
            places.iter().map(at).collect()
        }
    };
    if reversed {
        numbers.reverse();
    }
    let mut users: Vec<Restoring> = numbers.into_iter().map(Restoring::from).collect();
    if let (Some(first), Some(local)) = (users.first_mut(), local) {
        let name = format!("{local}@{}", customer.domains.primary.as_str());
        first.user_name = Some(UserName::parse(&name)?);
    }
    Some(Command::Customer(
        customer.id,
        CustomerCommand::RestoreUsers { users },
    ))
}

/// Swaps the case: capital letters, or small ones if it has them already.
fn spelled_otherwise(local: &str) -> String {
    let capital = local.to_uppercase();
    if capital == local {
        local.to_lowercase()
    } else {
        capital
    }
}

/// The form with one of the customer's domains, or with another.
fn at_customer(customer: &Customer, form: &DetailsDraft) -> DetailsDraft {
    DetailsDraft {
        domain: domain_of(customer, &form.domain),
        ..form.clone()
    }
}

fn domain_of(customer: &Customer, wanted: &str) -> String {
    let domains = &customer.domains;
    match wanted {
        "0" => domains.primary.as_str(),
        "1" => domains.others.first().unwrap_or(&domains.primary).as_str(),
        other => other,
    }
    .to_owned()
}
