//! Calls about users.

use super::body::{
    Attributes, CustomerUser, LicenseAssignment, LicenseUpdateBody, PasswordProfile, Property,
    RestoredUser, UserMember, json, list,
};
use super::call::{Call, path};
use super::powershell::{Cmdlet, quoted};
use crate::domain::{
    AdminRole, Customer, LicenseUpdate, Licenses, Location, PersonName, Plan, Sku, User,
    UserDetails, UserId, UserName, UserNumber,
};

/// Creates the account, then adds its roles, then assigns its licenses.
pub(super) fn create(customer: &Customer, user: &User) -> Vec<Call> {
    let details = &user.details;
    let user_name = details.user_name.as_str();
    let display_name = details.display_name.as_str();
    let (first_name, last_name) = (text(&details.first_name), text(&details.last_name));
    let location = details.location.map(Location::code);
    let body = CustomerUser {
        usage_location: Some(location),
        user_principal_name: Some(Some(user_name)),
        first_name: Some(first_name),
        last_name: Some(last_name),
        display_name: Some(Some(display_name)),
        password_profile: Some(PasswordProfile::TEMPORARY),
        ..CustomerUser::default()
    };
    let cmdlet = Cmdlet::new("New-PartnerCustomerUser", customer)
        .value("UserPrincipalName", user_name)
        .value("DisplayName", display_name)
        .optional("FirstName", first_name)
        .optional("LastName", last_name)
        .optional("UsageLocation", location)
        .password()
        .switch("ForceChangePassword");
    let mut calls = vec![Call {
        method: "POST",
        path: path(customer, "/users"),
        body: json(&body),
        powershell: cmdlet.into_text(),
    }];
    let roles = details.roles.iter();
    calls.extend(roles.map(|role| add_role(customer, user.id, details, *role)));
    if !user.licenses.is_empty() {
        let update = LicenseUpdate::between(&Licenses::default(), &user.licenses);
        calls.push(change_licenses(customer, (user.id, user.number), &update));
    }
    calls
}

/// Changes what differs from `before`.
pub(super) fn edit(
    customer: &Customer,
    id: UserId,
    details: &UserDetails,
    before: &UserDetails,
) -> Vec<Call> {
    let mut calls: Vec<Call> = edit_properties(customer, id, details, before)
        .into_iter()
        .collect();
    for role in AdminRole::ALL {
        let had = before.roles.contains(&role);
        match (had, details.roles.contains(&role)) {
            (false, true) => calls.push(add_role(customer, id, details, role)),
            (true, false) => calls.push(remove_role(customer, id, role)),
            _ => {}
        }
    }
    calls
}

fn edit_properties(
    customer: &Customer,
    id: UserId,
    details: &UserDetails,
    before: &UserDetails,
) -> Option<Call> {
    let changed = |value: fn(&UserDetails) -> Option<&str>| changed(value(details), value(before));
    let body = CustomerUser {
        usage_location: changed(|details| details.location.map(Location::code)),
        user_principal_name: changed(|details| Some(details.user_name.as_str())),
        first_name: changed(|details| text(&details.first_name)),
        last_name: changed(|details| text(&details.last_name)),
        display_name: changed(|details| Some(details.display_name.as_str())),
        ..CustomerUser::default()
    };
    let parameters = [
        ("UsageLocation", body.usage_location),
        ("UserPrincipalName", body.user_principal_name),
        ("FirstName", body.first_name),
        ("LastName", body.last_name),
        ("DisplayName", body.display_name),
    ];
    if parameters.iter().all(|(_, value)| value.is_none()) {
        return None;
    }
    let mut cmdlet = user_cmdlet("Set-PartnerCustomerUser", customer, id);
    let mut cleared = String::new();
    for (parameter, value) in parameters {
        match value {
            Some(Some(value)) => cmdlet = cmdlet.value(parameter, value),
            // The cmdlet ignores an empty value.
            Some(None) => cleared.push_str(&format!(
                "\n# Set-PartnerCustomerUser cannot clear -{parameter}"
            )),
            None => {}
        }
    }
    let powershell = cmdlet.into_text() + &cleared;
    Some(patch(customer, id, json(&body), powershell))
}

/// Returns the value if it differs from the one before.
fn changed<'a>(value: Option<&'a str>, before: Option<&str>) -> Property<'a> {
    (value != before).then_some(value)
}

/// Sets a temporary password.
pub(super) fn reset_password(customer: &Customer, id: UserId) -> Call {
    let body = CustomerUser {
        password_profile: Some(PasswordProfile::TEMPORARY),
        ..CustomerUser::default()
    };
    let cmdlet = user_cmdlet("Set-PartnerCustomerUser", customer, id)
        .password()
        .switch("ForceChangePasswordNextLogin");
    patch(customer, id, json(&body), cmdlet.into_text())
}

/// Deletes an account.
pub(super) fn delete(customer: &Customer, id: UserId) -> Call {
    Call {
        method: "DELETE",
        path: user_path(customer, id, ""),
        body: None,
        powershell: user_cmdlet("Remove-PartnerCustomerUser", customer, id).into_text(),
    }
}

/// Restores an account, then gives it the new user name, if there is one.
pub(super) fn restore(customer: &Customer, id: UserId, renamed: Option<&UserName>) -> Vec<Call> {
    let body = RestoredUser {
        state: "active",
        attributes: Attributes::new("CustomerUser"),
    };
    let cmdlet = user_cmdlet("Restore-PartnerCustomerUser", customer, id);
    let mut calls = vec![patch(customer, id, json(&body), cmdlet.into_text())];
    calls.extend(renamed.map(|name| rename(customer, id, name.as_str())));
    calls
}

fn rename(customer: &Customer, id: UserId, name: &str) -> Call {
    let body = CustomerUser {
        user_principal_name: Some(Some(name)),
        ..CustomerUser::default()
    };
    let cmdlet =
        user_cmdlet("Set-PartnerCustomerUser", customer, id).value("UserPrincipalName", name);
    patch(customer, id, json(&body), cmdlet.into_text())
}

/// Assigns and revokes licenses.
pub(super) fn change_licenses(
    customer: &Customer,
    (id, number): (UserId, UserNumber),
    update: &LicenseUpdate,
) -> Call {
    let held = customer.users.get(number).map(|user| &user.licenses);
    let assigned: Vec<(String, Vec<String>)> = update
        .products()
        .filter(|sku| update.hold(*sku) != Some(false))
        .map(|sku| {
            let excluded = excluded_plans(held, update, sku);
            let excluded = excluded.map(|plan| plan.id.to_string());
            (sku.id.to_string(), excluded.collect())
        })
        .collect();
    let removed: Vec<String> = update.revoked().map(|sku| sku.id.to_string()).collect();
    let cmdlet = user_cmdlet("Set-PartnerCustomerUserLicense", customer, id);
    let powershell = license_commands(&assigned, &removed, cmdlet);
    let assignments = assigned
        .into_iter()
        .map(|(sku_id, plans)| LicenseAssignment {
            excluded_plans: list(plans),
            sku_id,
        });
    let body = LicenseUpdateBody {
        licenses_to_assign: list(assignments.collect()),
        licenses_to_remove: list(removed),
        license_warnings: (),
        attributes: Attributes::new("LicenseUpdate"),
    };
    Call {
        method: "POST",
        path: user_path(customer, id, "/licenseupdates"),
        body: json(&body),
        powershell,
    }
}

/// Returns the commands that build a license update and hand it to the cmdlet.
fn license_commands(
    assigned: &[(String, Vec<String>)],
    removed: &[String],
    cmdlet: Cmdlet,
) -> String {
    let new = |model: &str| {
        format!(
            "New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Licenses.{model}"
        )
    };
    let mut lines = vec![format!("$update = {}", new("PSLicenseUpdate"))];
    for (sku, plans) in assigned {
        lines.push(format!("$license = {}", new("PSLicenseAssignment")));
        lines.push(format!("$license.SkuId = {}", quoted(sku)));
        lines.extend(
            plans
                .iter()
                .map(|plan| format!("$license.ExcludedPlans.Add({})", quoted(plan))),
        );
        lines.push("$update.LicensesToAssign.Add($license)".to_owned());
    }
    lines.extend(
        removed
            .iter()
            .map(|sku| format!("$update.LicensesToRemove.Add({})", quoted(sku))),
    );
    lines.push(cmdlet.expression("LicenseUpdate", "$update").into_text());
    lines.join("\n")
}

/// Returns the plans of a product that are switched off after the update.
fn excluded_plans(
    held: Option<&Licenses>,
    update: &LicenseUpdate,
    sku: Sku,
) -> impl Iterator<Item = Plan> {
    let is_new = update.hold(sku) == Some(true);
    sku.plans()
        .filter(move |plan| match update.plan(sku, *plan) {
            Some(on) => !on,
            None if is_new => false,
            None => held
                .and_then(|held| held.switched_off(sku))
                .is_some_and(|off| off.contains(plan)),
        })
}

fn add_role(customer: &Customer, id: UserId, details: &UserDetails, role: AdminRole) -> Call {
    let body = UserMember {
        id: id.0.to_string(),
        display_name: details.display_name.as_str(),
        user_principal_name: details.user_name.as_str(),
        attributes: Attributes::new("UserMember"),
    };
    let resource = format!("/directoryroles/{}/usermembers", role_id(role));
    Call {
        method: "POST",
        path: path(customer, &resource),
        body: json(&body),
        powershell: user_cmdlet("Add-PartnerCustomerUserRoleMember", customer, id)
            .value("RoleId", role_id(role))
            .into_text(),
    }
}

fn remove_role(customer: &Customer, id: UserId, role: AdminRole) -> Call {
    let resource = format!("/directoryroles/{}/usermembers/{}", role_id(role), id.0);
    Call {
        method: "DELETE",
        path: path(customer, &resource),
        body: None,
        powershell: user_cmdlet("Remove-PartnerCustomerUserRoleMember", customer, id)
            .value("RoleId", role_id(role))
            .into_text(),
    }
}

/// Returns the identifier of the template of a directory role, which is the same everywhere. The
/// simulator uses the roles' former names. Source: "Microsoft Entra built-in roles".
const fn role_id(role: AdminRole) -> &'static str {
    match role {
        AdminRole::Global => "62e90394-69f5-4237-9190-012177145e10",
        AdminRole::Billing => "b0f54661-2d74-4c50-afa3-1ec803f12efe",
        AdminRole::Service => "f023fd81-a637-4b56-95fd-791ac0226033",
        AdminRole::UserManagement => "fe930be7-5e62-47db-91af-98c3a49a38b1",
        AdminRole::Password => "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    }
}

fn patch(customer: &Customer, id: UserId, body: Option<String>, powershell: String) -> Call {
    Call {
        method: "PATCH",
        path: user_path(customer, id, ""),
        body,
        powershell,
    }
}

fn user_path(customer: &Customer, id: UserId, resource: &str) -> String {
    path(customer, &format!("/users/{}{resource}", id.0))
}

fn user_cmdlet(name: &str, customer: &Customer, id: UserId) -> Cmdlet {
    Cmdlet::new(name, customer).value("UserId", &id.0.to_string())
}

fn text(name: &Option<PersonName>) -> Option<&str> {
    name.as_ref().map(PersonName::as_str)
}
