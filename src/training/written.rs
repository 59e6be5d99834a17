//! Objects as a course writes them: their fields in order, without those that say nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::domain::{Plan, Sku};

/// The fields of an object, in the order in which a course writes them.
pub(super) struct Written(Vec<(&'static str, Value)>);

impl Written {
    /// Begins with the field that says of which kind the object is.
    pub(super) fn new(name: &'static str, value: impl Into<Value>) -> Self {
        Self(vec![(name, value.into())])
    }

    /// Adds a field.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    /// Adds a text, if there is one.
    pub(super) fn text(self, name: &'static str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.with(name, text),
            None => self,
        }
    }

    /// Adds a number, if there is one.
    pub(super) fn number(self, name: &'static str, number: Option<i64>) -> Self {
        match number {
            Some(number) => self.with(name, number),
            None => self,
        }
    }

    /// Adds a list of texts, unless it is empty.
    pub(super) fn list(self, name: &'static str, texts: Vec<Value>) -> Self {
        if texts.is_empty() {
            self
        } else {
            self.with(name, texts)
        }
    }

    /// Adds products by their part numbers, unless there are none.
    pub(super) fn products<'a>(
        self,
        name: &'static str,
        products: impl IntoIterator<Item = &'a Sku>,
    ) -> Self {
        let products = products.into_iter().map(|sku| sku.part_number.into());
        self.list(name, products.collect())
    }

    /// Adds plans by the part numbers of their products, unless there are none.
    pub(super) fn plans(
        mut self,
        name: &'static str,
        plans: &BTreeMap<Sku, BTreeSet<Plan>>,
    ) -> Self {
        if plans.is_empty() {
            return self;
        }
        let mut all = serde_json::Map::new();
        for (sku, plans) in plans {
            let codes: Vec<Value> = plans.iter().map(|plan| plan.code.into()).collect();
            all.insert(sku.part_number.to_owned(), codes.into());
        }
        self.0.push((name, all.into()));
        self
    }

    /// Returns the object as a value, for a field of another one.
    pub(super) fn value(self) -> Value {
        let fields = self.0.into_iter();
        Value::Object(
            fields
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Returns whether a flag need not be written.
pub(super) const fn is_false(flag: &bool) -> bool {
    !*flag
}
