//! Finds circles of files that use each other's names.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Use;

/// Returns the circles, each as the uses that tie it. Circles that share a file are one.
pub fn circles(uses: &[Use]) -> Vec<String> {
    let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in uses {
        used.entry(&one.from).or_default().insert(&one.to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = used
        .keys()
        .map(|file| (*file, reached_from(file, &used)))
        .collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let mut circles = BTreeSet::new();
    for file in used.keys().filter(|file| reaches(file, file)) {
        let circle: BTreeSet<&str> = reached[file]
            .iter()
            .filter(|other| reaches(other, file))
            .copied()
            .collect();
        circles.insert(circle);
    }
    circles
        .iter()
        .map(|circle| describe(circle, uses))
        .collect()
}

fn reached_from<'f>(file: &str, used: &BTreeMap<&'f str, BTreeSet<&'f str>>) -> BTreeSet<&'f str> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&str> = used.get(file).into_iter().flatten().copied().collect();
    while let Some(next) = ahead.pop() {
        if reached.insert(next) {
            ahead.extend(used.get(next).into_iter().flatten());
        }
    }
    reached
}

/// Returns a line for each arrow of the circle: `a.rs:1 → b.rs: Name, Other`.
fn describe(circle: &BTreeSet<&str>, uses: &[Use]) -> String {
    let is_inside = |one: &&Use| {
        [&one.from, &one.to]
            .iter()
            .all(|end| circle.contains(end.as_str()))
    };
    let mut arrows: BTreeMap<(&str, &str), Vec<&Use>> = BTreeMap::new();
    for one in uses.iter().filter(is_inside) {
        arrows.entry((&one.from, &one.to)).or_default().push(one);
    }
    let lines = arrows.into_iter().map(|((from, to), uses)| {
        let names: Vec<&str> = uses.iter().map(|one| one.name.as_str()).collect();
        let line = uses.iter().map(|one| one.line).min().unwrap_or_default();
        format!("{from}:{line} → {to}: {}", names.join(", "))
    });
    lines.collect::<Vec<_>>().join("\n")
}
