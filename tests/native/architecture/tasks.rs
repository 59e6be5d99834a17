//! The folders of the screens: the frame knows the tasks, and the tasks know what they share.

use super::names::Use;

/// What one task may use of another one.
struct Piece {
    user: &'static str,
    owner: &'static str,
    names: &'static [&'static str],
}

const FRAME: &str = "frame";
const SHARED: &str = "shared";
/// The entries of the tasks, which the frame may use. Where the parts of a task are in different
/// files of the program, each has its own.
const ENTRIES: &[&str] = &["view", "list_view", "page_view", "account_view", "help"];

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
        names: &["Credentials", "SignIn"],
    },
    Piece {
        user: "upload",
        owner: "passwords",
        names: &["PasswordsShown", "SignIn"],
    },
    // Deleted users are a tab of the list of users.
    Piece {
        user: "restore",
        owner: "users",
        names: &["UsersTabs"],
    },
    // What is done to selected users is asked for where they are selected.
    Piece {
        user: "users",
        owner: "delete",
        names: &["delete_action"],
    },
    Piece {
        user: "users",
        owner: "passwords",
        names: &["reset_action"],
    },
];

/// Returns what the folders may not use of each other, each with file and line.
pub fn violations(uses: &[Use]) -> Vec<String> {
    let found = uses.iter().filter_map(|one| {
        let (user, owner) = (folder(&one.from)?, folder(&one.to)?);
        let name = &one.name;
        let is_fine = match (user, owner) {
            _ if user == owner => true,
            (_, FRAME) | (SHARED, _) => false,
            (_, SHARED) => true,
            (FRAME, _) => ENTRIES.contains(&name.as_str()),
            _ => is_piece(user, owner, name),
        };
        let (file, line) = (&one.from, one.line);
        (!is_fine).then(|| format!("{file}:{line}: {user} may not use {name} of {owner}"))
    });
    found.collect()
}

/// Returns the pieces that nobody uses.
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

/// Returns the folder below `src/screen/` that the file is in.
fn folder(file: &str) -> Option<&str> {
    let (folder, _) = file.strip_prefix("src/screen/")?.split_once('/')?;
    Some(folder)
}
