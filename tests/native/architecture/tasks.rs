//! The folders of the screens: the frame knows the tasks, and the tasks know what they share.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Use;

/// What one task may use of another.
struct Piece {
    user: &'static str,
    owner: &'static str,
    names: &'static [&'static str],
}

const FRAME: &str = "frame";
const SHARED: &str = "shared";

const PIECES: &[Piece] = &[
    // A new user gets licenses in the same table in which they are changed later.
    Piece {
        user: "create",
        owner: "licenses",
        names: &["ProductTable", "ProductForm"],
    },
    // Who creates users hands their temporary passwords over.
    Piece {
        user: "create",
        owner: "passwords",
        names: &["Credentials"],
    },
    Piece {
        user: "upload",
        owner: "passwords",
        names: &["PasswordsShown"],
    },
    // Deleted users are a tab of the list of users.
    Piece {
        user: "restore",
        owner: "users",
        names: &["UsersTabs", "license_names", "searched_text"],
    },
    // What is done to selected users is asked for where they are selected.
    Piece {
        user: "users",
        owner: "delete",
        names: &["delete_users"],
    },
    Piece {
        user: "users",
        owner: "passwords",
        names: &["reset_passwords"],
    },
];

/// What the folders use of each other and may not, each with file and line.
pub fn violations(uses: &[Use]) -> Vec<String> {
    let between: Vec<(&str, &str, &Use)> = uses
        .iter()
        .filter_map(|one| Some((folder(&one.from)?, folder(&one.to)?, one)))
        .filter(|(user, owner, _)| user != owner)
        .collect();
    let mut found: Vec<String> = between
        .iter()
        .filter_map(|(user, owner, one)| {
            let name = &one.name;
            let why = match (*user, *owner) {
                (_, FRAME) => format!("{user} may not know the frame ({name})"),
                (SHARED, _) => format!("what is shared may not know {owner} ({name})"),
                (FRAME, _) | (_, SHARED) => return None,
                _ if is_piece(user, owner, name) => return None,
                _ => format!("{user} may not use {name} of {owner}"),
            };
            Some(format!("{}:{}: {why}", one.from, one.line))
        })
        .collect();
    found.extend(second_entries(&between));
    found
}

/// The task folder of which the frame knows more than its entry.
fn second_entries(between: &[(&str, &str, &Use)]) -> Vec<String> {
    let mut entries: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (user, owner, one) in between {
        if *user == FRAME && *owner != SHARED {
            entries.entry(owner).or_default().insert(&one.name);
        }
    }
    entries.retain(|_, names| names.len() > 1);
    let found = entries.into_iter().map(|(owner, names)| {
        let names: Vec<&str> = names.into_iter().collect();
        format!("{owner} has more than one entry: {}", names.join(", "))
    });
    found.collect()
}

/// The rows of the table that nobody needs.
pub fn unused_pieces(uses: &[Use]) -> Vec<String> {
    let is_used = |piece: &Piece, name: &str| {
        uses.iter().any(|one| {
            let is_between =
                folder(&one.from) == Some(piece.user) && folder(&one.to) == Some(piece.owner);
            is_between && one.name == name
        })
    };
    PIECES
        .iter()
        .flat_map(|piece| piece.names.iter().map(move |name| (piece, *name)))
        .filter(|(piece, name)| !is_used(piece, name))
        .map(|(piece, name)| format!("{} does not use {name} of {}", piece.user, piece.owner))
        .collect()
}

fn is_piece(user: &str, owner: &str, name: &str) -> bool {
    let mut pieces = PIECES.iter();
    pieces.any(|piece| (piece.user, piece.owner) == (user, owner) && piece.names.contains(&name))
}

/// The folder of a screen; none for other files.
fn folder(file: &str) -> Option<&str> {
    let (folder, _) = file.strip_prefix("src/screen/")?.split_once('/')?;
    Some(folder)
}
