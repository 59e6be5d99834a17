//! One call of the real service.

use crate::domain::Customer;

/// Stands in the place of a password.
pub(super) const MASKED: &str = "•••";

/// A call of the real service, as a REST request and as a PowerShell command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The method of the REST request, such as `POST`.
    pub method: &'static str,
    /// The path of the REST request, from `/v1` on.
    pub path: String,
    /// The body of the REST request: indented JSON.
    pub body: Option<String>,
    /// The PowerShell command, which may take several lines.
    pub powershell: String,
}

impl Call {
    /// Returns the REST request as text: method and path, then the body.
    pub fn rest(&self) -> String {
        let request = format!("{} {}", self.method, self.path);
        match &self.body {
            Some(body) => format!("{request}\n\n{body}"),
            None => request,
        }
    }
}

/// Returns the path of a resource of the customer.
pub(super) fn path(customer: &Customer, resource: &str) -> String {
    format!("/v1/customers/{}{resource}", customer.id.0)
}
