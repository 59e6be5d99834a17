//! Commands of the PowerShell module `PartnerCenter`.

use super::call::MASKED;
use crate::domain::Customer;

/// A cmdlet with its parameters.
pub(super) struct Cmdlet(String);

impl Cmdlet {
    /// Creates a cmdlet for this customer.
    pub(super) fn new(name: &str, customer: &Customer) -> Self {
        Self(name.to_owned()).value("CustomerId", &customer.id.0.to_string())
    }

    /// Adds a parameter with a text.
    pub(super) fn value(self, name: &str, value: &str) -> Self {
        self.expression(name, &quoted(value))
    }

    /// Adds a parameter with a text, if there is one.
    pub(super) fn optional(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.value(name, value),
            None => self,
        }
    }

    /// Adds a parameter with an expression.
    pub(super) fn expression(self, name: &str, expression: &str) -> Self {
        Self(format!("{} -{name} {expression}", self.0))
    }

    pub(super) fn switch(self, name: &str) -> Self {
        Self(format!("{} -{name}", self.0))
    }

    /// Adds a password, which is a `SecureString`.
    pub(super) fn password(self) -> Self {
        let password = quoted(MASKED);
        let secure = format!("(ConvertTo-SecureString {password} -AsPlainText -Force)");
        self.expression("Password", &secure)
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// Puts a text between single quotes. Every character that PowerShell takes for a single quote is
/// doubled.
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
