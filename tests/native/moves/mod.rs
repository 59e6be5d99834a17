//! What people might do, made up: valid and invalid forms, stale ones, in every role, with clocks that jump.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use seatwork::domain::catalogue::products;
use seatwork::domain::{
    AdminRole, Command, Context, Customer, CustomerId, Decision, DetailsDraft, Licenses,
    PartnerRole, Refusal, Sku, UserDraft, Workspace, decide,
};

use crate::support::{CONFERENCES, MAIL, MORE_MAIL, Numbers, SUITE, acting_as, at};

/// One attempt of one person.
#[derive(Debug, Clone)]
pub struct Move {
    customer: usize,
    /// Edit the user of this running number; create one where there is none.
    edit: Option<usize>,
    /// Which fields of the form are filled in anew in an edit.
    fields: [bool; 5],
    /// In an edit, the user name is only written in another case.
    respelled: bool,
    /// The form was filled in when the workspace was as it began.
    stale: bool,
    form: DetailsDraft,
    licenses: Vec<(Sku, bool)>,
    role: PartnerRole,
    /// Milliseconds on the clock.
    clock: i64,
}

/// The first four are those of the customer whose seats are few.
const SKUS: [Sku; 8] = [
    MAIL,
    MORE_MAIL,
    SUITE,
    CONFERENCES,
    products::POWER_BI_PRO,
    products::VISIOCLIENT,
    products::SPB,
    products::O365_BUSINESS_PREMIUM,
];

fn forms() -> impl Strategy<Value = DetailsDraft> {
    let local = prop_oneof![
        12 => "[abcdABC]{1,3}",
        2 => select(&["", "ü", "a b", ".a", "a..b", "a@b", "🦀"][..]).prop_map(str::to_owned),
        1 => (60..70_usize).prop_map(|length| "x".repeat(length)),
    ];
    let display = prop_oneof![12 => "[A-ZÄ][a-zß]{0,6}", 1 => "[ \t]{0,2}", 1 => "\\PC{45,55}"];
    let domain = prop_oneof![8 => Just("0"), 4 => Just("1"), 1 => Just("other.example")];
    let location = prop_oneof![8 => Just("DE"), 2 => Just("IN"), 2 => Just(""), 1 => Just("XX")];
    let roles = subsequence(AdminRole::ALL.to_vec(), 0..3);
    ("[A-Za-z]{0,3}", display, local, domain, location, roles).prop_map(
        |(first_name, display_name, local_part, domain, location, roles)| DetailsDraft {
            last_name: first_name.to_uppercase(),
            first_name,
            display_name,
            local_part,
            domain: domain.to_owned(),
            location: location.to_owned(),
            roles: roles.into_iter().collect(),
        },
    )
}

/// Moves in any order.
pub fn moves(
    how_many: impl Into<proptest::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Move>> {
    let role = prop_oneof![
        10 => Just(PartnerRole::AdminAgent),
        1 => Just(PartnerRole::HelpdeskAgent),
        1 => Just(PartnerRole::SalesAgent),
    ];
    let licenses = prop_oneof![
        2 => Just(Vec::new()),
        2 => subsequence(SKUS[..4].to_vec(), 1..3),
        2 => subsequence(SKUS.to_vec(), 1..3),
    ]
    .prop_flat_map(|skus| {
        let count = skus.len();
        (
            Just(skus),
            proptest::collection::vec(proptest::bool::weighted(0.2), count),
        )
            .prop_map(|(skus, off)| skus.into_iter().zip(off).collect())
    });
    let one = (
        any::<usize>(),
        proptest::option::of(0..100_usize),
        any::<[bool; 5]>(),
        (proptest::bool::weighted(0.2), proptest::bool::weighted(0.2)),
        forms(),
        licenses,
        role,
        -50_000..200_000_i64,
    );
    let one = one.prop_map(
        |(customer, edit, fields, (respelled, stale), form, licenses, role, clock)| Move {
            customer,
            edit,
            fields,
            respelled,
            stale,
            form,
            licenses,
            role,
            clock,
        },
    );
    proptest::collection::vec(one, how_many)
}

impl Move {
    /// The command that comes of it; none where the form refuses it already.
    pub fn command(
        &self,
        customers: &[CustomerId],
        before: &Workspace,
        now: &Workspace,
    ) -> Option<Command> {
        let seen = if self.stale { before } else { now };
        let customer = seen.customer(customers[self.customer % customers.len()])?;
        let form = DetailsDraft {
            domain: domain_of(customer, &self.form.domain),
            ..self.form.clone()
        };
        match self.edit.filter(|_| !customer.users.is_empty()) {
            Some(number) => self.editing(customer, number, form),
            None => {
                let mut licenses = Licenses::default();
                for (sku, off) in &self.licenses {
                    licenses.assign(*sku, sku.plans().last().filter(|_| *off));
                }
                let draft = UserDraft {
                    details: form,
                    licenses,
                };
                Some(Command::CreateUser {
                    customer: customer.id,
                    user: Box::new(draft.validate(customer).ok()?),
                })
            }
        }
    }

    fn editing(&self, customer: &Customer, number: usize, form: DetailsDraft) -> Option<Command> {
        let user = customer.users.active().nth(number % customer.users.len())?;
        let shown = DetailsDraft::of(&user.details);
        let [names, display, user_name, location, roles] = self.fields;
        let form = if self.respelled {
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
        Some(Command::EditUser {
            customer: customer.id,
            user: user.number,
            seen: Box::new(user.details.clone()),
            wanted: Box::new(filled.validate(customer, Some(user.number)).ok()?),
        })
    }

    /// What the command comes to, decided by the person in their role with their clock.
    pub fn decide(&self, workspace: &Workspace, command: &Command) -> Result<Decision, Refusal> {
        let mut context = Context {
            now: at(self.clock),
            actor: &acting_as(self.role),
            random: &mut Numbers::seeded(self.clock.unsigned_abs() ^ self.customer as u64),
        };
        decide(workspace, command, &mut context)
    }
}

/// The same in capital letters, or in small ones if it already is.
fn spelled_otherwise(local: &str) -> String {
    let capital = local.to_uppercase();
    if capital == local {
        local.to_lowercase()
    } else {
        capital
    }
}

fn domain_of(customer: &Customer, wanted: &str) -> String {
    let domains = &customer.domains;
    match wanted {
        "0" => domains.primary.as_str(),
        "1" => domains.further.first().unwrap_or(&domains.primary).as_str(),
        other => other,
    }
    .to_owned()
}
