//! The bodies of REST requests: one struct for each resource, with its properties spelled and
//! ordered as in the examples of the reference.

use serde::Serialize;

use super::call::MASKED;

/// A property of a resource: left out, cleared, or set.
pub(super) type Property<'a> = Option<Option<&'a str>>;

/// Returns the body as indented JSON.
pub(super) fn json(body: &impl Serialize) -> Option<String> {
    serde_json::to_string_pretty(body).ok()
}

/// Returns `None`, which becomes `null`, for an empty list.
pub(super) fn list<T>(items: Vec<T>) -> Option<Vec<T>> {
    (!items.is_empty()).then_some(items)
}

/// What kind of resource a body is.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Attributes {
    object_type: &'static str,
}

impl Attributes {
    pub(super) const fn new(object_type: &'static str) -> Self {
        Self { object_type }
    }
}

/// [`Attributes`] as a [`CustomerUser`] has them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CustomerUserAttributes {
    object_type: &'static str,
}

impl Default for CustomerUserAttributes {
    fn default() -> Self {
        Self {
            object_type: "CustomerUser",
        }
    }
}

/// An account that is created or changed.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct CustomerUser<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) usage_location: Property<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_principal_name: Property<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_name: Property<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_name: Property<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display_name: Property<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) password_profile: Option<PasswordProfile>,
    pub(super) attributes: CustomerUserAttributes,
}

/// A new password, to be changed at the next sign-in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PasswordProfile {
    password: &'static str,
    force_change_password: bool,
}

impl PasswordProfile {
    pub(super) const TEMPORARY: Self = Self {
        password: MASKED,
        force_change_password: true,
    };
}

/// An account that is restored.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RestoredUser {
    pub(super) state: &'static str,
    pub(super) attributes: Attributes,
}

/// A user who gets a directory role.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct UserMember<'a> {
    pub(super) id: String,
    pub(super) display_name: &'a str,
    pub(super) user_principal_name: &'a str,
    pub(super) attributes: Attributes,
}

/// Licenses that are assigned and revoked.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LicenseUpdateBody {
    pub(super) licenses_to_assign: Option<Vec<LicenseAssignment>>,
    pub(super) licenses_to_remove: Option<Vec<String>>,
    /// Always `null`: the service fills it in.
    pub(super) license_warnings: (),
    pub(super) attributes: Attributes,
}

/// A product that is assigned.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LicenseAssignment {
    pub(super) excluded_plans: Option<Vec<String>>,
    pub(super) sku_id: String,
}

/// An order of a subscription.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Order<'a> {
    pub(super) line_items: [OrderLineItem<'a>; 1],
    pub(super) billing_cycle: &'static str,
}

/// What is ordered.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct OrderLineItem<'a> {
    pub(super) line_item_number: u32,
    pub(super) offer_id: &'a str,
    pub(super) friendly_name: &'static str,
    pub(super) quantity: u32,
}

/// A subscription whose quantity or status changes.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct SubscriptionChange {
    pub(super) id: String,
    pub(super) friendly_name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) quantity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<&'static str>,
    pub(super) attributes: Attributes,
}

/// A company's name and country.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct BillingProfile<'a> {
    pub(super) company_name: &'a str,
    pub(super) default_address: Address,
    pub(super) attributes: Attributes,
}

/// An address, as far as the simulator knows it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Address {
    pub(super) country: &'static str,
}
