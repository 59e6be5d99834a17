//! Bodies of requests.

/// A value, already written, in lines without indentation of its own.
pub(super) struct Json(Vec<String>);

impl Json {
    pub(super) fn text(text: &str) -> Self {
        let mut quoted = String::from('"');
        for c in text.chars() {
            // Values of the domain have no control characters.
            if matches!(c, '"' | '\\') {
                quoted.push('\\');
            }
            quoted.push(c);
        }
        quoted.push('"');
        Self(vec![quoted])
    }

    pub(super) fn optional(text: Option<&str>) -> Self {
        text.map_or_else(Self::null, Self::text)
    }

    pub(super) fn null() -> Self {
        Self(vec!["null".to_owned()])
    }

    pub(super) fn number(number: u32) -> Self {
        Self(vec![number.to_string()])
    }

    pub(super) fn yes() -> Self {
        Self(vec!["true".to_owned()])
    }

    /// The property that says what kind of thing a body is.
    pub(super) fn attributes(object_type: &str) -> (&'static str, Self) {
        let attributes = Self::object([("ObjectType", Self::text(object_type))]);
        ("Attributes", attributes)
    }

    pub(super) fn object(properties: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        let named = |(name, mut value): (&str, Self)| {
            if let Some(first) = value.0.first_mut() {
                first.insert_str(0, &format!("\"{name}\": "));
            }
            value
        };
        Self::around('{', properties.into_iter().map(named).collect(), '}')
    }

    /// Null where there is nothing in it, as in the examples of the reference.
    pub(super) fn list(items: impl IntoIterator<Item = Self>) -> Self {
        let items: Vec<Self> = items.into_iter().collect();
        if items.is_empty() {
            return Self::null();
        }
        Self::around('[', items, ']')
    }

    fn around(open: char, items: Vec<Self>, close: char) -> Self {
        let last = items.len().saturating_sub(1);
        let mut lines = vec![open.to_string()];
        for (at, mut item) in items.into_iter().enumerate() {
            if let Some(end) = item.0.last_mut().filter(|_| at < last) {
                end.push(',');
            }
            lines.extend(item.0.iter().map(|line| format!("  {line}")));
        }
        lines.push(close.to_string());
        Self(lines)
    }

    /// The whole text.
    pub(super) fn write(&self) -> String {
        self.0.join("\n")
    }
}
