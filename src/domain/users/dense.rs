//! Many users by their numbers. Where most of the users between the first and the last number are
//! meant, walking over all of them takes less time than looking up each.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{User, UserNumber};

pub(super) fn are_all_in(
    users: &BTreeMap<UserNumber, Box<User>>,
    numbers: &BTreeSet<UserNumber>,
) -> bool {
    let Some(first) = numbers.first().filter(|_| is_dense(numbers)) else {
        return numbers.iter().all(|number| users.contains_key(number));
    };
    let mut known = users.range(first..).map(|(number, _)| number);
    // Both are sorted: each search goes on where the one before has ended.
    numbers
        .iter()
        .all(|number| known.find(|known| *known >= number) == Some(number))
}

/// Changes the users with these numbers. Numbers without a user are skipped.
pub(super) fn change_each(
    users: &mut BTreeMap<UserNumber, Box<User>>,
    numbers: &BTreeSet<UserNumber>,
    mut change: impl FnMut(&mut User),
) {
    if let Some(first) = numbers.first().filter(|_| is_dense(numbers)) {
        let mut numbers = numbers.iter().peekable();
        for (number, user) in users.range_mut(first..) {
            while numbers.next_if(|wanted| *wanted < number).is_some() {}
            if numbers.next_if_eq(&number).is_some() {
                change(user);
            }
            if numbers.peek().is_none() {
                break;
            }
        }
    } else {
        for number in numbers {
            if let Some(user) = users.get_mut(number) {
                change(user);
            }
        }
    }
}

fn is_dense(numbers: &BTreeSet<UserNumber>) -> bool {
    let (first, last) = (numbers.first(), numbers.last());
    let span = last
        .zip(first)
        .and_then(|(last, first)| usize::try_from(last.0.abs_diff(first.0)).ok());
    span.is_some_and(|span| span / 4 < numbers.len())
}
