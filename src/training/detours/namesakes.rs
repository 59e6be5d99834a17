//! Users of the same name, who are told apart by their user names.

use std::collections::BTreeSet;

use super::deviation::{Detour, Deviation};
use super::states::States;
use crate::domain::{Customer, PersonName, User, Workspace};

/// Leaves the user names only where there is another user of the same name: at the start, after
/// the attempt, or among those who were not created.
pub(super) fn name_exactly(detours: &mut [Detour], states: States<'_>) {
    let mut missing: Vec<PersonName> = Vec::new();
    let mut names = BTreeSet::new();
    for detour in &*detours {
        let of_detour = detour.users.iter().map(|user| user.name.clone());
        if detour.what == Deviation::NotCreated {
            missing.extend(of_detour.clone());
        }
        names.extend(of_detour);
    }
    if names.is_empty() {
        return;
    }
    // A user keeps the number, so that whoever was renamed counts once for each name.
    let mut there = BTreeSet::new();
    for workspace in [states.start, states.actual] {
        for (customer, user) in users(workspace) {
            let name = &user.details.display_name;
            if names.contains(name) {
                there.insert((name, customer.id, user.number));
            }
        }
    }
    let is_shared = |name: &PersonName| {
        let there = there.iter().filter(|(other, ..)| *other == name);
        there.count() + missing.iter().filter(|other| *other == name).count() > 1
    };
    let shared: BTreeSet<&PersonName> = names.iter().filter(|name| is_shared(name)).collect();
    for user in detours.iter_mut().flat_map(|detour| &mut detour.users) {
        if !shared.contains(&user.name) {
            user.user_name = None;
        }
    }
}

fn users(workspace: &Workspace) -> impl Iterator<Item = (&Customer, &User)> {
    workspace.customers().flat_map(|customer| {
        let all = customer.users.active_and_deleted();
        all.map(move |user| (customer, user))
    })
}
