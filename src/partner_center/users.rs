//! Calls about users.

use super::json::Json;
use super::powershell::{Cmdlet, quoted};
use super::{Call, MASKED, path};
use crate::domain::{
    AdminRole, Customer, LicenseUpdate, Licenses, Location, PersonName, Plan, Sku, User,
    UserDetails, UserId, UserName, UserNumber,
};

const USER: &str = "CustomerUser";

fn user_path(customer: &Customer, user: UserId, rest: &str) -> String {
    path(customer, &format!("/users/{}{rest}", user.0))
}

fn patch(
    customer: &Customer,
    user: UserId,
    properties: Vec<(&'static str, Json)>,
    powershell: String,
) -> Call {
    Call {
        method: "PATCH",
        path: user_path(customer, user, ""),
        body: Some(Json::object(properties).write()),
        powershell,
    }
}

fn of_user(name: &str, customer: &Customer, user: UserId) -> Cmdlet {
    Cmdlet::new(name, customer).value("UserId", &user.0.to_string())
}

fn new_password() -> (&'static str, Json) {
    let profile = Json::object([
        ("password", Json::text(MASKED)),
        ("forceChangePassword", Json::yes()),
    ]);
    ("passwordProfile", profile)
}

fn attributes() -> (&'static str, Json) {
    let attributes = Json::object([("objectType", Json::text(USER))]);
    ("attributes", attributes)
}

fn name(name: &Option<PersonName>) -> Option<&str> {
    name.as_ref().map(PersonName::as_str)
}

/// The account, then its roles, then its licenses.
pub(super) fn create(customer: &Customer, user: &User) -> Vec<Call> {
    let details = &user.details;
    let (first, last) = (name(&details.first_name), name(&details.last_name));
    let location = details.location.map(Location::code);
    let body = Json::object([
        ("usageLocation", Json::optional(location)),
        ("userPrincipalName", Json::text(details.user_name.as_str())),
        ("firstName", Json::optional(first)),
        ("lastName", Json::optional(last)),
        ("displayName", Json::text(details.display_name.as_str())),
        new_password(),
        attributes(),
    ]);
    let powershell = Cmdlet::new("New-PartnerCustomerUser", customer)
        .value("UserPrincipalName", details.user_name.as_str())
        .value("DisplayName", details.display_name.as_str())
        .optional("FirstName", first)
        .optional("LastName", last)
        .optional("UsageLocation", location)
        .password()
        .switch("ForceChangePassword");
    let mut calls = vec![Call {
        method: "POST",
        path: path(customer, "/users"),
        body: Some(body.write()),
        powershell: powershell.text(),
    }];
    let roles = details.roles.iter();
    calls.extend(roles.map(|role| add_role(customer, user.id, details, *role)));
    if !user.licenses.is_empty() {
        let update = LicenseUpdate::between(&Licenses::default(), &user.licenses);
        calls.push(licenses(customer, (user.id, user.number), &update));
    }
    calls
}

/// What was changed; everything, where it is not known what was there before.
pub(super) fn edit(
    customer: &Customer,
    user: UserId,
    details: &UserDetails,
    before: Option<&UserDetails>,
) -> Vec<Call> {
    let texts = |details: &UserDetails| {
        [
            details.location.map(|location| location.code().to_owned()),
            Some(details.user_name.as_str().to_owned()),
            name(&details.first_name).map(str::to_owned),
            name(&details.last_name).map(str::to_owned),
            Some(details.display_name.as_str().to_owned()),
        ]
    };
    let names = [
        ("usageLocation", "UsageLocation"),
        ("userPrincipalName", "UserPrincipalName"),
        ("firstName", "FirstName"),
        ("lastName", "LastName"),
        ("displayName", "DisplayName"),
    ];
    let (now, then) = (texts(details), before.map(texts));
    let mut properties = Vec::new();
    let mut cmdlet = of_user("Set-PartnerCustomerUser", customer, user);
    let mut cleared = String::new();
    for (at, ((property, parameter), value)) in names.into_iter().zip(&now).enumerate() {
        let was = then.as_ref().and_then(|then| then.get(at));
        if was == Some(value) || (then.is_none() && value.is_none()) {
            continue;
        }
        properties.push((property, Json::optional(value.as_deref())));
        match value {
            Some(value) => cmdlet = cmdlet.value(parameter, value),
            // The cmdlet takes no notice of an empty value.
            None => cleared.push_str(&format!(
                "\n# Set-PartnerCustomerUser cannot clear -{parameter}"
            )),
        }
    }
    let mut calls = Vec::new();
    if !properties.is_empty() {
        properties.push(attributes());
        let command = format!("{}{cleared}", cmdlet.text());
        calls.push(patch(customer, user, properties, command));
    }
    for role in AdminRole::ALL {
        let had = before.is_some_and(|before| before.roles.contains(&role));
        match (had, details.roles.contains(&role)) {
            (false, true) => calls.push(add_role(customer, user, details, role)),
            (true, false) => calls.push(remove_role(customer, user, role)),
            _ => {}
        }
    }
    calls
}

pub(super) fn reset_password(customer: &Customer, user: UserId) -> Call {
    let command = of_user("Set-PartnerCustomerUser", customer, user)
        .password()
        .switch("ForceChangePasswordNextLogin");
    let properties = vec![new_password(), attributes()];
    patch(customer, user, properties, command.text())
}

pub(super) fn delete(customer: &Customer, user: UserId) -> Call {
    Call {
        method: "DELETE",
        path: user_path(customer, user, ""),
        body: None,
        powershell: of_user("Remove-PartnerCustomerUser", customer, user).text(),
    }
}

/// A user who got another name is renamed once they are back.
pub(super) fn restore(customer: &Customer, user: UserId, renamed: Option<&UserName>) -> Vec<Call> {
    let properties = vec![("State", Json::text("active")), Json::attributes(USER)];
    let command = of_user("Restore-PartnerCustomerUser", customer, user);
    let mut calls = vec![patch(customer, user, properties, command.text())];
    calls.extend(renamed.map(|name| {
        let properties = vec![
            ("userPrincipalName", Json::text(name.as_str())),
            attributes(),
        ];
        let command = of_user("Set-PartnerCustomerUser", customer, user)
            .value("UserPrincipalName", name.as_str());
        patch(customer, user, properties, command.text())
    }));
    calls
}

pub(super) fn licenses(
    customer: &Customer,
    (user, number): (UserId, UserNumber),
    update: &LicenseUpdate,
) -> Call {
    let held = customer.users.get(number).map(|user| &user.licenses);
    let is_assigned = |sku: &Sku| update.hold(*sku) != Some(false);
    let assigned: Vec<(Sku, Vec<Plan>)> = update
        .products()
        .filter(is_assigned)
        .map(|sku| (sku, excluded(held, update, sku)))
        .collect();
    let removed: Vec<Sku> = update.holding(false).collect();
    let id_text = |plan: &Plan| plan.id.to_string();
    let assignment = |(sku, off): &(Sku, Vec<Plan>)| {
        let off = off.iter().map(|plan| Json::text(&id_text(plan)));
        Json::object([
            ("ExcludedPlans", Json::list(off)),
            ("SkuId", Json::text(&sku.id.to_string())),
        ])
    };
    let body = Json::object([
        (
            "LicensesToAssign",
            Json::list(assigned.iter().map(assignment)),
        ),
        (
            "LicensesToRemove",
            Json::list(removed.iter().map(|sku| Json::text(&sku.id.to_string()))),
        ),
        ("LicenseWarnings", Json::null()),
        Json::attributes("LicenseUpdate"),
    ]);
    let model = |name: &str| {
        format!(
            "New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Licenses.{name}"
        )
    };
    let mut lines = vec![format!("$update = {}", model("PSLicenseUpdate"))];
    for (sku, off) in &assigned {
        lines.push(format!("$license = {}", model("PSLicenseAssignment")));
        lines.push(format!("$license.SkuId = {}", quoted(&sku.id.to_string())));
        lines.extend(
            off.iter()
                .map(|plan| format!("$license.ExcludedPlans.Add({})", quoted(&id_text(plan)))),
        );
        lines.push("$update.LicensesToAssign.Add($license)".to_owned());
    }
    lines.extend(removed.iter().map(|sku| {
        format!(
            "$update.LicensesToRemove.Add({})",
            quoted(&sku.id.to_string())
        )
    }));
    let command = of_user("Set-PartnerCustomerUserLicense", customer, user);
    lines.push(command.plain("LicenseUpdate", "$update").text());
    Call {
        method: "POST",
        path: user_path(customer, user, "/licenseupdates"),
        body: Some(body.write()),
        powershell: lines.join("\n"),
    }
}

/// The plans of a product that are off once the update is made.
fn excluded(held: Option<&Licenses>, update: &LicenseUpdate, sku: Sku) -> Vec<Plan> {
    let is_new = update.hold(sku) == Some(true);
    let is_off = |plan: &Plan| match update.plan(sku, *plan) {
        Some(on) => !on,
        None if is_new => false,
        None => held
            .and_then(|held| held.off(sku))
            .is_some_and(|off| off.contains(plan)),
    };
    sku.plans().filter(is_off).collect()
}

/// The identifier of the directory role: that of its template, which is the same everywhere. The names on the screens are
/// those that the roles once had. Source: "Microsoft Entra built-in roles".
const fn role_id(role: AdminRole) -> &'static str {
    match role {
        AdminRole::Global => "62e90394-69f5-4237-9190-012177145e10",
        AdminRole::Billing => "b0f54661-2d74-4c50-afa3-1ec803f12efe",
        AdminRole::Service => "f023fd81-a637-4b56-95fd-791ac0226033",
        AdminRole::UserManagement => "fe930be7-5e62-47db-91af-98c3a49a38b1",
        AdminRole::Password => "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    }
}

fn add_role(customer: &Customer, user: UserId, details: &UserDetails, role: AdminRole) -> Call {
    let body = Json::object([
        ("Id", Json::text(&user.0.to_string())),
        ("DisplayName", Json::text(details.display_name.as_str())),
        ("UserPrincipalName", Json::text(details.user_name.as_str())),
        Json::attributes("UserMember"),
    ]);
    let rest = format!("/directoryroles/{}/usermembers", role_id(role));
    Call {
        method: "POST",
        path: path(customer, &rest),
        body: Some(body.write()),
        powershell: of_user("Add-PartnerCustomerUserRoleMember", customer, user)
            .value("RoleId", role_id(role))
            .text(),
    }
}

fn remove_role(customer: &Customer, user: UserId, role: AdminRole) -> Call {
    let rest = format!("/directoryroles/{}/usermembers/{}", role_id(role), user.0);
    Call {
        method: "DELETE",
        path: path(customer, &rest),
        body: None,
        powershell: of_user("Remove-PartnerCustomerUserRoleMember", customer, user)
            .value("RoleId", role_id(role))
            .text(),
    }
}
