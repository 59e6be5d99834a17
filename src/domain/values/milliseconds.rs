//! The stored form of a span of time, for `#[serde(with = "milliseconds")]`.

use chrono::TimeDelta;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Serializes the span as a number.
pub fn serialize<S: Serializer>(span: &TimeDelta, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(span.num_milliseconds())
}

/// Deserializes the span from a number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TimeDelta, D::Error> {
    let milliseconds = i64::deserialize(deserializer)?;
    TimeDelta::try_milliseconds(milliseconds).ok_or_else(|| D::Error::custom("not a span of time"))
}
