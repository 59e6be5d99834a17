//! Commands of the module `PartnerCenter`.

use super::MASKED;
use crate::domain::Customer;

/// A cmdlet with its parameters.
pub(super) struct Cmdlet(String);

impl Cmdlet {
    /// A cmdlet for this customer.
    pub(super) fn new(name: &str, customer: &Customer) -> Self {
        Self(name.to_owned()).value("CustomerId", &customer.id.0.to_string())
    }

    /// A parameter with a text.
    pub(super) fn value(self, name: &str, value: &str) -> Self {
        self.plain(name, &quoted(value))
    }

    /// A parameter with a text, if there is one.
    pub(super) fn optional(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.value(name, value),
            None => self,
        }
    }

    /// A parameter with an expression.
    pub(super) fn plain(self, name: &str, expression: &str) -> Self {
        Self(format!("{} -{name} {expression}", self.0))
    }

    /// A switch.
    pub(super) fn switch(self, name: &str) -> Self {
        Self(format!("{} -{name}", self.0))
    }

    /// A password, which is a `SecureString`.
    pub(super) fn password(self) -> Self {
        let secure = format!(
            "(ConvertTo-SecureString {} -AsPlainText -Force)",
            quoted(MASKED)
        );
        self.plain("Password", &secure)
    }

    /// The whole command.
    pub(super) fn text(self) -> String {
        self.0
    }
}

/// A text between single quotes. Every character that PowerShell takes for one is doubled.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('\'');
    for c in text.chars() {
        quoted.push(c);
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
    }
    quoted.push('\'');
    quoted
}
