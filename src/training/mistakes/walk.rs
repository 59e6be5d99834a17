//! Holds JSON against the shape that it should have.

use serde_json::{Map, Value};

use super::mistake::{Mistake, MistakeKind};
use super::name::{Name, nearest};
use super::path::field;
use super::shape::{Field, Kind, Shape};
use crate::domain::Sku;

/// The most checks inside each other. The types are read by a recursion that takes much stack.
const MAX_DEPTH: usize = 16;

/// Returns everything in which a value differs from its shape. `path` is where the value is.
pub(super) fn walk(value: &Value, shape: &Shape, path: &str) -> Vec<Mistake> {
    let mut walk = Walk {
        depth: 0,
        mistakes: Vec::new(),
    };
    walk.check(value, shape, path);
    walk.mistakes
}

struct Walk {
    /// How many checks or instructions the present value is inside.
    depth: usize,
    mistakes: Vec<Mistake>,
}

impl Walk {
    fn check(&mut self, value: &Value, shape: &Shape, path: &str) {
        let kind = match (shape, value) {
            (Shape::Object(fields), Value::Object(object)) => {
                return self.check_object(object, &[], fields, path);
            }
            (Shape::Kinds(kinds), Value::Object(object)) => {
                self.depth += 1;
                self.check_kinds(object, kinds, path);
                self.depth -= 1;
                return;
            }
            (Shape::Map(key, shape), Value::Object(object)) => {
                for (name, value) in object {
                    let path = field(path, name);
                    self.check_name(name, *key, &path);
                    self.check(value, shape, &path);
                }
                return;
            }
            (Shape::Plans, Value::Object(object)) => return self.check_plans(object, path),
            (Shape::List(shape), Value::Array(values)) => {
                for (at, value) in values.iter().enumerate() {
                    self.check(value, shape, &format!("{path}[{at}]"));
                }
                return;
            }
            (Shape::Texts(expected), Value::Array(values)) => {
                if values.len() == *expected && values.iter().all(Value::is_string) {
                    return;
                }
                MistakeKind::WrongLength {
                    expected: *expected,
                }
            }
            (Shape::Name(name), Value::String(text)) => {
                return self.check_name(text, *name, path);
            }
            (Shape::Text, Value::String(_)) | (Shape::Flag, Value::Bool(_)) => return,
            (Shape::Number { least, most }, value) => {
                let number = value.as_i64();
                if number.is_some_and(|number| (*least..=*most).contains(&number)) {
                    return;
                }
                MistakeKind::NotANumber {
                    least: *least,
                    most: *most,
                }
            }
            (Shape::Object(_) | Shape::Kinds(_) | Shape::Map(..) | Shape::Plans, _) => {
                MistakeKind::NotAnObject
            }
            (Shape::List(_) | Shape::Texts(_), _) => MistakeKind::NotAList,
            (Shape::Name(_) | Shape::Text, _) => MistakeKind::NotAText,
            (Shape::Flag, _) => MistakeKind::NotAFlag,
        };
        self.mistakes.push(kind.at(path));
    }

    fn check_name(&mut self, text: &str, what: Name, path: &str) {
        if !what.is_known(text) {
            let kind = MistakeKind::UnknownName {
                what,
                name: text.to_owned(),
                suggestion: what.suggestion(text),
            };
            self.mistakes.push(kind.at(path));
        }
    }

    fn check_plans(&mut self, object: &Map<String, Value>, path: &str) {
        for (product, plans) in object {
            let path = field(path, product);
            self.check_name(product, Name::Product, &path);
            let own = Sku::by_part_number(product).map(|sku| sku.plans().map(|plan| plan.code));
            self.check(plans, &Shape::List(&Shape::Text), &path);
            for (at, code) in plans.as_array().into_iter().flatten().enumerate() {
                let (Some(code), Some(own)) = (code.as_str(), &own) else {
                    continue;
                };
                if !own.clone().any(|own| own == code) {
                    let kind = MistakeKind::UnknownName {
                        what: Name::Plan,
                        name: code.to_owned(),
                        suggestion: nearest(code, own.clone()).map(str::to_owned),
                    };
                    self.mistakes.push(kind.at(&format!("{path}[{at}]")));
                }
            }
        }
    }

    fn check_kinds(&mut self, object: &Map<String, Value>, kinds: &[Kind], path: &str) {
        if self.depth > MAX_DEPTH {
            return self.mistakes.push(MistakeKind::TooDeep.at(path));
        }
        let mut known = kinds.iter();
        if let Some(kind) = known.find(|kind| object.contains_key(kind.first.name)) {
            return self.check_object(object, &[kind.first], kind.others, path);
        }
        // A misspelt first field.
        let firsts = kinds.iter().map(|kind| kind.first.name);
        let meant = object.keys().find_map(|name| {
            let suggestion = nearest(name, firsts.clone())?;
            Some((name, suggestion))
        });
        match meant {
            Some((name, suggestion)) => {
                let kind = MistakeKind::UnknownField {
                    name: name.clone(),
                    suggestion: Some(suggestion),
                };
                self.mistakes.push(kind.at(&field(path, name)));
            }
            None => self.mistakes.push(MistakeKind::NoKind.at(path)),
        }
    }

    fn check_object(
        &mut self,
        object: &Map<String, Value>,
        first: &[Field],
        others: &[Field],
        path: &str,
    ) {
        let fields = || first.iter().chain(others);
        for (name, value) in object {
            let path = field(path, name);
            match fields().find(|field| field.name == name) {
                Some(field) => self.check(value, field.shape, &path),
                None => {
                    let absent = fields().filter(|field| !object.contains_key(field.name));
                    let kind = MistakeKind::UnknownField {
                        name: name.clone(),
                        suggestion: nearest(name, absent.map(|field| field.name)),
                    };
                    self.mistakes.push(kind.at(&path));
                }
            }
        }
        for field in fields() {
            if field.is_required && !object.contains_key(field.name) {
                self.mistakes
                    .push(MistakeKind::MissingField(field.name).at(path));
            }
        }
    }
}
