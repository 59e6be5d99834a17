//! Places in a JSON text: their paths, and where they stand.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// Returns the path of a field. A name that is no identifier is quoted, as in JSONPath (RFC 9535).
pub(super) fn field(path: &str, name: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !name.is_empty() && name.bytes().all(is_plain) {
        format!("{path}.{name}")
    } else {
        format!("{path}[{}]", serde_json::Value::from(name))
    }
}

/// A place in a text. Both numbers count from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Returns where the value at a path begins, or nothing where the text has no such value.
pub fn position(text: &str, path: &str) -> Option<Position> {
    let mut value: &RawValue = serde_json::from_str(text).ok()?;
    let mut rest = path.strip_prefix('$')?;
    while !rest.is_empty() {
        let (step, after) = next_step(rest)?;
        value = step.of(value)?;
        rest = after;
    }
    // The value is a part of the text.
    let offset = value.get().as_ptr().addr() - text.as_ptr().addr();
    let before = text.get(..offset)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Some(Position {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..)?.chars().count() + 1,
    })
}

/// One part of a path.
enum PathStep {
    Field(String),
    Item(usize),
}

impl PathStep {
    fn of(self, value: &RawValue) -> Option<&RawValue> {
        match self {
            Self::Field(name) => {
                let fields: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).ok()?;
                fields.get(&name).copied()
            }
            Self::Item(at) => {
                let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
                items.get(at).copied()
            }
        }
    }
}

/// Returns the first part of a path, and what follows it.
fn next_step(path: &str) -> Option<(PathStep, &str)> {
    if let Some(name) = path.strip_prefix('.') {
        let (name, _) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
        return Some((
            PathStep::Field(name.to_owned()),
            path.get(1 + name.len()..)?,
        ));
    }
    let inside = path.strip_prefix('[')?;
    let (step, length) = if inside.starts_with('"') {
        let mut names = serde_json::Deserializer::from_str(inside).into_iter::<String>();
        let name = names.next()?.ok()?;
        (PathStep::Field(name), names.byte_offset())
    } else {
        let length = inside.find(']')?;
        (PathStep::Item(inside.get(..length)?.parse().ok()?), length)
    };
    Some((step, inside.get(length..)?.strip_prefix(']')?))
}
