//! The JSON Schema of courses, made of the shapes that reading them checks, for editors that
//! complete and check as one types.

use serde_json::{Map, Value, json};

use super::format::{BILINGUAL, CHECK, COURSE, EXERCISE, GOAL, HINT, INSTRUCTION};
use super::name::Name;
use super::shape::{Field, Kind, Shape};

/// The shapes that the schema defines by name: those that contain themselves, and large ones.
const DEFINITIONS: [(&str, &Shape); 6] = [
    ("check", &CHECK),
    ("instruction", &INSTRUCTION),
    ("exercise", &EXERCISE),
    ("goal", &GOAL),
    ("hint", &HINT),
    ("text", &BILINGUAL),
];

/// The names of which there are many, so that each list of them is in the schema once.
const NAMES: [(&str, Name); 2] = [("product", Name::Product), ("location", Name::Location)];

/// Returns the JSON Schema (2020-12) of a course file.
pub fn course_schema() -> Value {
    let shapes = DEFINITIONS.map(|(name, shape)| (name.to_owned(), described(shape)));
    let names = NAMES.map(|(name, what)| (name.to_owned(), enumerated(what)));
    let definitions: Map<String, Value> = shapes.into_iter().chain(names).collect();
    let mut schema = described(&COURSE);
    if let Value::Object(fields) = &mut schema {
        let head = [
            (
                "$schema",
                json!("https://json-schema.org/draft/2020-12/schema"),
            ),
            ("title", json!("A course of Seatwork")),
            ("$defs", Value::Object(definitions)),
        ];
        fields.extend(head.map(|(name, value)| (name.to_owned(), value)));
    }
    schema
}

/// Returns the schema of a shape, by its name where it has one.
fn schema(shape: &Shape) -> Value {
    let named = DEFINITIONS
        .iter()
        .find(|(_, known)| std::ptr::eq(*known, shape));
    match named {
        Some((name, _)) => reference(name),
        None => described(shape),
    }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn described(shape: &Shape) -> Value {
    match shape {
        Shape::Object(fields) => object(&[], fields),
        Shape::Kinds(kinds) => {
            let kinds: Vec<Value> = kinds.iter().map(kind).collect();
            json!({"oneOf": kinds})
        }
        Shape::List(items) => json!({"type": "array", "items": schema(items)}),
        Shape::Map(key, values) => json!({
            "type": "object",
            "propertyNames": of_name(*key),
            "additionalProperties": schema(values),
        }),
        Shape::Plans => json!({
            "type": "object",
            "propertyNames": of_name(Name::Product),
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        }),
        Shape::Text => json!({"type": "string"}),
        Shape::Texts(count) => json!({
            "type": "array", "items": {"type": "string"}, "minItems": count, "maxItems": count,
        }),
        Shape::Number {
            least: i64::MIN,
            most: i64::MAX,
        } => json!({"type": "integer"}),
        Shape::Number { least, most } => {
            json!({"type": "integer", "minimum": least, "maximum": most})
        }
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Name(name) => of_name(*name),
    }
}

fn kind(kind: &Kind) -> Value {
    object(&[kind.first], kind.others)
}

fn object(first: &[Field], others: &[Field]) -> Value {
    let fields = || first.iter().chain(others);
    let properties: Map<String, Value> = fields()
        .map(|field| (field.name.to_owned(), schema(field.shape)))
        .collect();
    let required: Vec<&str> = fields()
        .filter(|field| field.is_required)
        .map(|field| field.name)
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn of_name(name: Name) -> Value {
    match NAMES.iter().find(|(_, known)| *known == name) {
        Some((defined, _)) => reference(defined),
        None => enumerated(name),
    }
}

fn enumerated(name: Name) -> Value {
    match name {
        Name::Id => json!({"type": "string", "pattern": "^[a-z0-9-]{1,40}$"}),
        // Products may follow those that are named.
        Name::Filter => json!({"type": "string"}),
        _ => {
            let all = name.all();
            if all.is_empty() {
                json!({"type": "string"})
            } else {
                json!({"enum": all})
            }
        }
    }
}
