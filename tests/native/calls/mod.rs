//! The equivalent calls of every action, checked against the references: method, path, body, cmdlet
//! and parameters.

mod licenses;

use seatwork::domain::catalogue::products;
use seatwork::domain::{
    AdminRole, Advance, Command, Customer, CustomerCommand, PersonName, Restoring, UserDraft,
    UserNumber, Workspace, WorkspaceCommand,
};
use seatwork::partner_center::{Call, Calls, calls};

use crate::support::{
    at, carry_out, company, deletion, edit, licenses, numbers, only, restoring, seats, user,
    user_name, with_users,
};

const CUSTOMER: &str = "00000000-0000-0000-0000-0000000000c0";
const ANNA: &str = "00000000-0000-0000-0000-000000000001";
const BEN: &str = "00000000-0000-0000-0000-000000000002";

/// Anna holds Office 365 E3, Ben nothing; Power BI Pro has seats.
fn company_with_anna_and_ben() -> Customer {
    let bought = vec![
        seats(products::ENTERPRISEPACK, 5),
        seats(products::POWER_BI_PRO, 5),
    ];
    let anna = user(1, "anna", licenses(&[products::ENTERPRISEPACK]));
    with_users(company(bought), [anna, user(2, "ben", licenses(&[]))])
}

/// Returns the calls of the last of these commands.
fn calls_of_last(commands: &[Command]) -> Calls {
    let mut workspace = only(company_with_anna_and_ben());
    let mut last = Calls::default();
    for (second, command) in (1..).zip(commands) {
        let decision = carry_out(&mut workspace, command, at(second * 1_000));
        last = calls(&workspace, &decision.change.event, 3);
    }
    last
}

#[track_caller]
fn check(commands: &[Command], expected: &[(&str, &str, &str, &str)]) {
    let made = calls_of_last(commands);
    let expected: Vec<Call> = expected
        .iter()
        .map(|(method, path, body, powershell)| Call {
            method: match *method {
                "POST" => "POST",
                "PATCH" => "PATCH",
                "PUT" => "PUT",
                _ => "DELETE",
            },
            path: path.replace("{customer}", CUSTOMER),
            body: (!body.is_empty()).then(|| on_one_line(body)),
            powershell: powershell.replace("{customer}", CUSTOMER),
        })
        .collect();
    let made: Vec<Call> = made
        .calls
        .into_iter()
        .map(|call| Call {
            body: call.body.map(|body| on_one_line(&body)),
            ..call
        })
        .collect();
    assert_eq!(made, expected);
}

/// Removes indentation and line breaks.
fn on_one_line(json: &str) -> String {
    json.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn edit_names(change: impl Fn(&mut seatwork::domain::UserDetails)) -> Command {
    edit(&company_with_anna_and_ben(), 1, change)
}

#[test]
fn creating_makes_the_account_then_its_roles_then_its_licenses() {
    let customer = company_with_anna_and_ben();
    let mut draft = UserDraft::new(&customer);
    draft.details.first_name = "Zoë".to_owned();
    draft.details.last_name = "O’Neil".to_owned();
    draft.details.display_name = "Zoë \"Zo\" O'Neil\\".to_owned();
    draft.details.local_part = "zoe".to_owned();
    draft.details.roles.insert(AdminRole::Billing);
    draft.licenses.assign(products::POWER_BI_PRO, []);
    let user = draft.validate(&customer).expect("the draft is valid");
    let mut workspace = only(customer.clone());
    let command = Command::Customer(
        customer.id,
        CustomerCommand::CreateUser {
            user: Box::new(user),
        },
    );
    let decision = carry_out(&mut workspace, &command, at(1_000));
    let made = calls(&workspace, &decision.change.event, 3).calls;
    let id = workspace
        .customer(customer.id)
        .and_then(|customer| customer.users.get(UserNumber(3)))
        .map(|user| user.id.0.to_string())
        .expect("the user is there");
    let [account, role, license] = &*made else {
        panic!("{made:#?}");
    };
    assert_eq!(
        account.rest(),
        format!(
            "POST /v1/customers/{CUSTOMER}/users\n\n{{\n  \"usageLocation\": \"DE\",\n  \"userPrincipalName\": \
             \"zoe@probe.example\",\n  \"firstName\": \"Zoë\",\n  \"lastName\": \"O’Neil\",\n  \"displayName\": \"Zoë \\\"Zo\\\" \
             O'Neil\\\\\",\n  \"passwordProfile\": {{\n    \"password\": \"•••\",\n    \"forceChangePassword\": true\n  }},\n  \
             \"attributes\": {{\n    \"objectType\": \"CustomerUser\"\n  }}\n}}"
        )
    );
    assert_eq!(
        account.powershell,
        format!(
            "New-PartnerCustomerUser -CustomerId '{CUSTOMER}' -UserPrincipalName 'zoe@probe.example' -DisplayName 'Zoë \"Zo\" \
             O''Neil\\' -FirstName 'Zoë' -LastName 'O’’Neil' -UsageLocation 'DE' -Password (ConvertTo-SecureString '•••' \
             -AsPlainText -Force) -ForceChangePassword"
        )
    );
    let billing = "b0f54661-2d74-4c50-afa3-1ec803f12efe";
    assert_eq!(
        (role.method, &*role.path),
        (
            "POST",
            &*format!("/v1/customers/{CUSTOMER}/directoryroles/{billing}/usermembers")
        )
    );
    assert_eq!(
        on_one_line(role.body.as_deref().unwrap_or_default()),
        format!(
            "{{ \"Id\": \"{id}\", \"DisplayName\": \"Zoë \\\"Zo\\\" O'Neil\\\\\", \"UserPrincipalName\": \"zoe@probe.example\", \
             \"Attributes\": {{ \"ObjectType\": \"UserMember\" }} }}"
        )
    );
    assert_eq!(
        role.powershell,
        format!(
            "Add-PartnerCustomerUserRoleMember -CustomerId '{CUSTOMER}' -UserId '{id}' -RoleId '{billing}'"
        )
    );
    assert_eq!(
        (license.method, &*license.path),
        (
            "POST",
            &*format!("/v1/customers/{CUSTOMER}/users/{id}/licenseupdates")
        )
    );
}

#[test]
fn what_is_known_of_no_name_is_null_and_no_parameter() {
    let customer = company_with_anna_and_ben();
    let mut workspace = only(customer.clone());
    let command = crate::support::creation(&customer, "dora", licenses(&[]));
    let decision = carry_out(&mut workspace, &command, at(1_000));
    let made = calls(&workspace, &decision.change.event, 3).calls;
    let [call] = &*made else {
        panic!("{made:#?}");
    };
    let body = call.body.as_deref().unwrap_or_default();
    assert!(
        body.contains("\"firstName\": null,\n  \"lastName\": null,"),
        "{body}"
    );
    assert!(!call.powershell.contains("Name ''") && !call.powershell.contains("-FirstName"));
}

#[test]
fn editing_sends_what_was_changed_and_roles_one_by_one() {
    let global = "62e90394-69f5-4237-9190-012177145e10";
    check(
        &[edit_names(|details| {
            details.first_name = PersonName::optional("Anna").expect("it is a name");
            details.roles.insert(AdminRole::Global);
        })],
        &[
            (
                "PATCH",
                &format!("/v1/customers/{{customer}}/users/{ANNA}"),
                r#"{ "firstName": "Anna", "attributes": { "objectType": "CustomerUser" } }"#,
                &format!(
                    "Set-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{ANNA}' -FirstName 'Anna'"
                ),
            ),
            (
                "POST",
                &format!("/v1/customers/{{customer}}/directoryroles/{global}/usermembers"),
                &format!(
                    r#"{{ "Id": "{ANNA}", "DisplayName": "anna", "UserPrincipalName": "anna@probe.example", "Attributes": {{ "ObjectType": "UserMember" }} }}"#
                ),
                &format!(
                    "Add-PartnerCustomerUserRoleMember -CustomerId '{{customer}}' -UserId '{ANNA}' -RoleId '{global}'"
                ),
            ),
        ],
    );
}

#[test]
fn a_role_is_taken_away_by_a_call_of_its_own() {
    let password = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    let mut first = only(company_with_anna_and_ben());
    let given = edit_names(|details| {
        details.roles.insert(AdminRole::Password);
    });
    carry_out(&mut first, &given, at(1_000));
    let customer = first.customers().next().expect("there is one").clone();
    let taken = edit(&customer, 1, |details| details.roles.clear());
    check(
        &[given, taken],
        &[(
            "DELETE",
            &format!("/v1/customers/{{customer}}/directoryroles/{password}/usermembers/{ANNA}"),
            "",
            &format!(
                "Remove-PartnerCustomerUserRoleMember -CustomerId '{{customer}}' -UserId '{ANNA}' -RoleId '{password}'"
            ),
        )],
    );
}

#[test]
fn a_name_that_is_cleared_says_what_the_cmdlet_cannot_do() {
    let mut first = only(company_with_anna_and_ben());
    let named = edit_names(|details| {
        details.last_name = PersonName::optional("Berg").expect("it is a name");
    });
    carry_out(&mut first, &named, at(1_000));
    let customer = first.customers().next().expect("there is one").clone();
    let cleared = edit(&customer, 1, |details| details.last_name = None);
    check(
        &[named, cleared],
        &[(
            "PATCH",
            &format!("/v1/customers/{{customer}}/users/{ANNA}"),
            r#"{ "lastName": null, "attributes": { "objectType": "CustomerUser" } }"#,
            &format!(
                "Set-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{ANNA}'\n# Set-PartnerCustomerUser cannot clear -LastName"
            ),
        )],
    );
}

#[test]
fn resetting_a_password_masks_it() {
    let command = Command::Customer(
        company_with_anna_and_ben().id,
        CustomerCommand::ResetPasswords {
            users: numbers(&[2]),
        },
    );
    check(
        &[command],
        &[(
            "PATCH",
            &format!("/v1/customers/{{customer}}/users/{BEN}"),
            r#"{ "passwordProfile": { "password": "•••", "forceChangePassword": true }, "attributes": { "objectType": "CustomerUser" } }"#,
            &format!(
                "Set-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{BEN}' -Password (ConvertTo-SecureString '•••' -AsPlainText -Force) -ForceChangePasswordNextLogin"
            ),
        )],
    );
}

#[test]
fn deleting_and_restoring() {
    let customer = company_with_anna_and_ben();
    let path = format!("/v1/customers/{{customer}}/users/{ANNA}");
    check(
        &[deletion(&customer, &[1])],
        &[(
            "DELETE",
            &path,
            "",
            &format!("Remove-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{ANNA}'"),
        )],
    );
    let restored = (
        "PATCH",
        &*path,
        r#"{ "State": "active", "Attributes": { "ObjectType": "CustomerUser" } }"#,
        &*format!("Restore-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{ANNA}'"),
    );
    check(
        &[deletion(&customer, &[1]), restoring(&customer, &[1])],
        &[restored],
    );
    let renamed = Command::Customer(
        customer.id,
        CustomerCommand::RestoreUsers {
            users: vec![Restoring {
                user: UserNumber(1),
                user_name: Some(user_name("anna2@probe.example")),
            }],
        },
    );
    check(
        &[deletion(&customer, &[1]), renamed],
        &[
            restored,
            (
                "PATCH",
                &path,
                r#"{ "userPrincipalName": "anna2@probe.example", "attributes": { "objectType": "CustomerUser" } }"#,
                &format!(
                    "Set-PartnerCustomerUser -CustomerId '{{customer}}' -UserId '{ANNA}' -UserPrincipalName 'anna2@probe.example'"
                ),
            ),
        ],
    );
}

#[test]
fn what_the_service_does_by_itself_has_no_call() {
    check(
        &[Command::Workspace(WorkspaceCommand::AdvanceClock(
            Advance::Days(30),
        ))],
        &[],
    );
    let customer = company_with_anna_and_ben();
    check(
        &[
            deletion(&customer, &[1]),
            Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(31))),
            Command::Customer(customer.id, CustomerCommand::PurgeUsers),
        ],
        &[],
    );
}

#[test]
fn who_is_gone_for_ever_has_no_calls_and_many_users_are_counted() {
    let mut customer = company(Vec::new());
    for number in 1..=8 {
        customer = with_users(
            customer,
            [user(number, &format!("user{number}"), licenses(&[]))],
        );
    }
    let mut workspace = Workspace::new([customer.clone()], None);
    let everybody: Vec<u32> = (1..=8).collect();
    let deleted = carry_out(&mut workspace, &deletion(&customer, &everybody), at(1_000)).change;
    let made = calls(&workspace, &deleted.event, 3);
    assert_eq!((made.calls.len(), made.more_users), (3, 5));
    carry_out(
        &mut workspace,
        &Command::Workspace(WorkspaceCommand::AdvanceClock(Advance::Days(30))),
        at(2_000),
    );
    let purge = Command::Customer(customer.id, CustomerCommand::PurgeUsers);
    carry_out(&mut workspace, &purge, at(3_000));
    assert_eq!(calls(&workspace, &deleted.event, 3), Calls::default());
}
