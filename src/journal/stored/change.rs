//! What becomes of licenses, and whose, in two cells.

use std::collections::BTreeSet;

use super::cells::{Cells, line};
use crate::domain::{LicenseChange, LicenseUpdate, Plan, Sku, UserNumber};

/// More users than any change of ours can name: a text that says so is not one of ours.
const MOST_USERS: usize = 1_000_000;

/// The users, then the update: products with `+` (assign), `-` (revoke) or `=` (leave) before their part number, each
/// followed by the plans that are switched on (`+`) or off (`-`): `+SPB:-TEAMS1 =SPE_E3:+SWAY -VISIOCLIENT`.
pub(super) fn write(change: &LicenseChange) -> String {
    let LicenseChange { users, update } = change;
    let product = |sku: Sku| {
        let sign = match update.hold(sku) {
            Some(true) => '+',
            Some(false) => '-',
            None => '=',
        };
        update
            .switched(sku)
            .fold(format!("{sign}{}", sku.part_number), |all, (plan, on)| {
                format!("{all}:{}{}", if on { '+' } else { '-' }, plan.code)
            })
    };
    let products: Vec<String> = update.products().map(product).collect();
    line(&[&write_numbers(users.iter().copied()), &products.join(" ")])
}

/// Reads what [`write`] wrote.
pub(super) fn read(text: &str) -> Option<LicenseChange> {
    let mut cells = Cells::of(text);
    let users = read_numbers(cells.text()?)?;
    let mut update = LicenseUpdate::default();
    for product in cells.text()?.split_terminator(' ') {
        let mut parts = product.split(':');
        let first = parts.next()?;
        let (sign, part_number) = first.split_at_checked(1)?;
        let sku = Sku::by_part_number(part_number)?;
        update.set(
            sku,
            match sign {
                "=" => None,
                sign => Some(is_plus(sign)?),
            },
        );
        for part in parts {
            let (sign, code) = part.split_at_checked(1)?;
            update.switch(sku, Plan::by_code(code)?, Some(is_plus(sign)?));
        }
    }
    cells.end()?;
    Some(LicenseChange { users, update })
}

fn is_plus(sign: &str) -> Option<bool> {
    match sign {
        "+" => Some(true),
        "-" => Some(false),
        _ => None,
    }
}

/// Numbers in ascending order, each as its distance from the one before; `x` and a count for several at a distance of 1:
/// 1, 2, 3, 7, 9 are `1x3 4 2`. Two bytes a user at most when every other user of many is meant.
pub(in crate::journal) fn write_numbers(numbers: impl IntoIterator<Item = UserNumber>) -> String {
    let mut text = String::new();
    let (mut last, mut run) = (0_u32, 0_u32);
    let end_run = |text: &mut String, run: u32| {
        if run > 1 {
            text.push_str(&format!("x{run}"));
        }
    };
    for UserNumber(number) in numbers {
        let distance = number.saturating_sub(last);
        if distance == 1 && run > 0 {
            run += 1;
        } else {
            end_run(&mut text, run);
            if run > 0 {
                text.push(' ');
            }
            text.push_str(&distance.to_string());
            run = 1;
        }
        last = number;
    }
    end_run(&mut text, run);
    text
}

/// Reads what [`write_numbers`] wrote.
pub(in crate::journal) fn read_numbers(text: &str) -> Option<BTreeSet<UserNumber>> {
    let mut numbers = BTreeSet::new();
    let mut last = 0_u32;
    for part in text.split_terminator(' ') {
        let (distance, count) = part.split_once('x').unwrap_or((part, "1"));
        let count: u32 = count.parse().ok()?;
        let mut distance: u32 = distance.parse().ok().filter(|distance| *distance > 0)?;
        for _ in 0..count {
            last = last.checked_add(distance)?;
            numbers.insert(UserNumber(last));
            if numbers.len() > MOST_USERS {
                return None;
            }
            distance = 1;
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_come_back() {
        let of = |numbers: &[u32]| numbers.iter().copied().map(UserNumber).collect::<Vec<_>>();
        for (numbers, text) in [
            (of(&[]), ""),
            (of(&[1]), "1"),
            (of(&[1, 2, 3, 7, 9]), "1x3 4 2"),
            (of(&[5, 6, 8, 9, 10]), "5x2 2x3"),
            (of(&[u32::MAX - 1, u32::MAX]), "4294967294x2"),
        ] {
            assert_eq!(write_numbers(numbers.clone()), text);
            assert_eq!(read_numbers(text), Some(numbers.into_iter().collect()));
        }
        for wrong in [
            "x",
            "1x",
            "0",
            "1 0",
            "4294967295 1",
            "1x4294967295",
            "1-3",
            " 1",
        ] {
            assert_eq!(read_numbers(wrong), None, "{wrong:?}");
        }
    }
}
