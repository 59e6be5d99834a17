//! Calls for licenses, subscriptions and the account.

use seatwork::domain::catalogue::{plans, products};
use seatwork::domain::{
    Command, CustomerCommand, CustomerDetails, LicenseUpdate, SubscriptionStatus,
};

use super::{ANNA, calls_of_last, check, company_with_anna_and_ben};
use crate::support::{company_name, license_change, location, quantity};

const NEW_UPDATE: &str = "$update = New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Licenses.PSLicenseUpdate";
const NEW_LICENSE: &str = "$license = New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Licenses.PSLicenseAssignment";

#[test]
fn licenses_are_assigned_with_excluded_plans_and_removed() {
    let (e3, power_bi) = (products::ENTERPRISEPACK.id, products::POWER_BI_PRO.id);
    let command = license_change(&company_with_anna_and_ben(), &[1], |update| {
        update.set(products::ENTERPRISEPACK, Some(false));
        update.set(products::POWER_BI_PRO, Some(true));
    });
    check(
        &[command],
        &[(
            "POST",
            &format!("/v1/customers/{{customer}}/users/{ANNA}/licenseupdates"),
            &format!(
                r#"{{ "LicensesToAssign": [ {{ "ExcludedPlans": null, "SkuId": "{power_bi}" }} ], "LicensesToRemove": [ "{e3}" ], "LicenseWarnings": null, "Attributes": {{ "ObjectType": "LicenseUpdate" }} }}"#
            ),
            &format!(
                "{NEW_UPDATE}\n{NEW_LICENSE}\n$license.SkuId = '{power_bi}'\n$update.LicensesToAssign.Add($license)\n\
                 $update.LicensesToRemove.Add('{e3}')\nSet-PartnerCustomerUserLicense -CustomerId '{{customer}}' -UserId '{ANNA}' \
                 -LicenseUpdate $update"
            ),
        )],
    );
    let (sway, teams) = (plans::SWAY, plans::TEAMS1);
    let off = |plan, on| {
        license_change(
            &company_with_anna_and_ben(),
            &[1],
            move |update: &mut LicenseUpdate| {
                update.switch(products::ENTERPRISEPACK, plan, Some(on));
            },
        )
    };
    // Plans that were off stay excluded, unless they are switched on.
    let made = calls_of_last(&[off(sway, false), off(teams, false)]).calls;
    let body = made
        .first()
        .and_then(|call| call.body.clone())
        .unwrap_or_default();
    for plan in [sway, teams] {
        assert!(body.contains(&plan.id.to_string()), "{body}");
    }
    assert!(body.contains("\"LicensesToRemove\": null"), "{body}");
    let made = calls_of_last(&[off(sway, false), off(teams, false), off(sway, true)]).calls;
    let body = made
        .first()
        .and_then(|call| call.body.clone())
        .unwrap_or_default();
    assert!(
        !body.contains(&sway.id.to_string()) && body.contains(&teams.id.to_string()),
        "{body}"
    );
}

#[test]
fn subscriptions() {
    let customer = company_with_anna_and_ben();
    let offer = format!("<offer of {}>", products::SPE_E5.part_number);
    let name = products::SPE_E5.name;
    check(
        &[Command::Customer(
            customer.id,
            CustomerCommand::AddSubscription {
                sku: products::SPE_E5,
                quantity: quantity(7),
            },
        )],
        &[(
            "POST",
            "/v1/customers/{customer}/orders",
            &format!(
                r#"{{ "LineItems": [ {{ "LineItemNumber": 0, "OfferId": "{offer}", "FriendlyName": "{name}", "Quantity": 7 }} ], "BillingCycle": "monthly" }}"#
            ),
            &format!(
                "$lineItem = New-Object -TypeName Microsoft.Store.PartnerCenter.PowerShell.Models.Orders.PSOrderLineItem\n\
                 $lineItem.LineItemNumber = 0\n$lineItem.OfferId = '{offer}'\n$lineItem.Quantity = 7\n\
                 New-PartnerCustomerOrder -CustomerId '{{customer}}' -LineItems @($lineItem) -BillingCycle Monthly"
            ),
        )],
    );
    let (id, sku) = {
        let first = customer.subscriptions.first().expect("there is one");
        (first.id, first.sku)
    };
    let one = id.0.to_string();
    check(
        &[Command::Customer(
            customer.id,
            CustomerCommand::ChangeQuantity {
                subscription: id,
                quantity: quantity(9),
            },
        )],
        &[(
            "PATCH",
            &format!("/v1/customers/{{customer}}/subscriptions/{one}"),
            &format!(
                r#"{{ "Id": "{one}", "FriendlyName": "{}", "Quantity": 9, "Attributes": {{ "ObjectType": "Subscription" }} }}"#,
                sku.name
            ),
            &format!(
                "Set-PartnerCustomerSubscription -CustomerId '{{customer}}' -SubscriptionId '{one}' -Quantity 9"
            ),
        )],
    );
    check(
        &[Command::Customer(
            customer.id,
            CustomerCommand::ChangeStatus {
                subscription: id,
                status: SubscriptionStatus::Suspended,
            },
        )],
        &[(
            "PATCH",
            &format!("/v1/customers/{{customer}}/subscriptions/{one}"),
            &format!(
                r#"{{ "Id": "{one}", "FriendlyName": "{}", "Status": "suspended", "Attributes": {{ "ObjectType": "Subscription" }} }}"#,
                sku.name
            ),
            &format!(
                "Set-PartnerCustomerSubscription -CustomerId '{{customer}}' -SubscriptionId '{one}' -Status Suspended"
            ),
        )],
    );
}

#[test]
fn a_customers_account() {
    let customer = company_with_anna_and_ben();
    let wanted = CustomerDetails {
        company: company_name("Probe & Co"),
        location: location("AT"),
    };
    check(
        &[Command::Customer(
            customer.id,
            CustomerCommand::EditCustomer {
                seen: Box::new(customer.details()),
                wanted: Box::new(wanted),
            },
        )],
        &[(
            "PUT",
            "/v1/customers/{customer}/profiles/billing",
            r#"{ "CompanyName": "Probe & Co", "DefaultAddress": { "Country": "AT" }, "Attributes": { "ObjectType": "CustomerBillingProfile" } }"#,
            "Set-PartnerCustomer -CustomerId '{customer}' -Name 'Probe & Co' -BillingAddressCountry 'AT'",
        )],
    );
}
