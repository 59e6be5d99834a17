//! The figures of each customer. They are kept by the domain, so that nobody is counted here.

use crate::browser::intl;
use crate::domain::{Customer, CustomerId, Moment, Workspace};

/// What the Dashboard shows of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub id: CustomerId,
    pub company: String,
    /// The seats in use, and all of them.
    pub seats: (u32, u32),
    pub unlicensed: u32,
    /// How many deleted users can be restored only for a short time, and the days of the first.
    pub ending: Option<(usize, u32)>,
}

/// Returns the figures of all customers, in the order of their names.
pub fn figures(workspace: &Workspace, language_tag: &str, now: Moment) -> Vec<Figures> {
    let all: Vec<Figures> = workspace
        .customers()
        .map(|customer| Figures::of(customer, now))
        .collect();
    let names: Vec<String> = all.iter().map(|one| one.company.clone()).collect();
    let order = intl::order(language_tag, &names).into_iter();
    order.filter_map(|at| all.get(at).cloned()).collect()
}

impl Figures {
    fn of(customer: &Customer, now: Moment) -> Self {
        let ending = || {
            customer
                .users
                .windows()
                .filter(|window| window.ends_soon_at(now))
        };
        let days = ending().map(|window| window.days_left_at(now)).min();
        Self {
            id: customer.id,
            company: customer.company.as_str().to_owned(),
            seats: customer.seats(),
            unlicensed: customer.users.unlicensed_count(),
            ending: days.map(|days| (ending().count(), days)),
        }
    }
}
