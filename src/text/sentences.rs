//! Sentences with counts, names or reasons in them.

use super::language::Language;
use super::problems;
use crate::domain::{AdminRole, Field, PartnerRole, Problem, Refusal, Right, Sku};
use crate::journal::{NotSaved, StorageError};

/// The sentences of one language. Numbers in texts come formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentences(pub(super) Language);

impl Language {
    /// Returns the sentences of the language.
    pub const fn sentences(self) -> Sentences {
        Sentences(self)
    }
}

impl Sentences {
    /// Returns the text in the language.
    pub(super) fn pick<'a>(self, english: &'a str, german: &'a str) -> &'a str {
        match self.0 {
            Language::English => english,
            Language::German => german,
        }
    }

    /// "1–25 of 10,000".
    pub fn range(self, first: &str, last: &str, all: &str) -> String {
        format!("{first}–{last} {} {all}", self.pick("of", "von"))
    }

    /// "Page 2 of 7".
    pub fn page_of(self, page: &str, pages: &str) -> String {
        format!(
            "{} {page} {} {pages}",
            self.pick("Page", "Seite"),
            self.pick("of", "von")
        )
    }

    /// Says how many matches a search has, for screen readers.
    pub fn found(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 match".to_owned(),
            (Language::English, _) => format!("{number} matches"),
            (Language::German, _) => format!("{number} Treffer"),
        }
    }

    /// "Deleted users (3)".
    pub fn deleted_users(self, count: &str) -> String {
        format!(
            "{} ({count})",
            self.pick("Deleted users", "Gelöschte Benutzer")
        )
    }

    /// "2 users restored with all their licenses."
    pub fn restored(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        match self.0 {
            Language::English => format!("{users} restored, with all licenses held before."),
            Language::German => {
                format!("{users} wiederhergestellt, mit allen früheren Lizenzen.")
            }
        }
    }

    /// "12 users".
    pub fn users(self, count: usize, number: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 user".to_owned(),
            (Language::English, _) => format!("{number} users"),
            (Language::German, _) => format!("{number} Benutzer"),
        }
    }

    /// "3 selected users exported.", "12 users exported."
    pub fn users_exported(self, is_selection: bool, count: usize, number: &str) -> String {
        let users = match (self.0, count) {
            _ if !is_selection => self.users(count, number),
            (Language::English, 1) => "1 selected user".to_owned(),
            (Language::English, _) => format!("{number} selected users"),
            (Language::German, 1) => "1 ausgewählter Benutzer".to_owned(),
            (Language::German, _) => format!("{number} ausgewählte Benutzer"),
        };
        format!("{users} {}", self.pick("exported.", "exportiert."))
    }

    /// "3 of 45 seats available".
    pub fn seats_available(self, available: &str, total: &str) -> String {
        match self.0 {
            Language::English => format!("{available} of {total} available"),
            Language::German => format!("{available} von {total} verfügbar"),
        }
    }

    /// "38 of 45 assigned".
    pub fn seats_assigned(self, assigned: &str, total: &str) -> String {
        match self.0 {
            Language::English => format!("{assigned} of {total} assigned"),
            Language::German => format!("{assigned} von {total} zugewiesen"),
        }
    }

    /// Lists the service plans that are switched off.
    pub fn plans_off(self, names: &str) -> String {
        format!("{}: {names}", self.pick("Switched off", "Ausgeschaltet"))
    }

    /// Returns the name of a role of partner staff.
    pub fn partner_role(self, role: PartnerRole) -> &'static str {
        match (role, self.0) {
            (PartnerRole::AdminAgent, Language::English) => "Admin agent",
            (PartnerRole::AdminAgent, Language::German) => "Administrator-Agent",
            (PartnerRole::HelpdeskAgent, Language::English) => "Helpdesk agent",
            (PartnerRole::HelpdeskAgent, Language::German) => "Helpdesk-Agent",
            (PartnerRole::SalesAgent, Language::English) => "Sales agent",
            (PartnerRole::SalesAgent, Language::German) => "Vertriebs-Agent",
        }
    }

    /// Returns the name of an administrator role.
    pub fn admin_role(self, role: AdminRole) -> &'static str {
        let words = self.0.words();
        match role {
            AdminRole::Global => words.global_admin,
            AdminRole::Billing => words.billing_admin,
            AdminRole::Service => words.service_admin,
            AdminRole::UserManagement => words.user_admin,
            AdminRole::Password => words.password_admin,
        }
    }

    /// Says that the role lacks a right, and which roles have it.
    pub fn not_allowed(self, role: PartnerRole, right: Right) -> String {
        let what = match (right, self.0) {
            (Right::ManageUsers, Language::English) => "create, change, delete and restore users",
            (Right::ManageUsers, Language::German) => {
                "Benutzer anlegen, ändern, löschen und wiederherstellen"
            }
            (Right::ResetPasswords, Language::English) => "reset passwords",
            (Right::ResetPasswords, Language::German) => "Kennwörter zurücksetzen",
            (Right::AssignLicenses, Language::English) => "assign licenses",
            (Right::AssignLicenses, Language::German) => "Lizenzen zuweisen",
            (Right::ManageSubscriptions, Language::English) => "change subscriptions",
            (Right::ManageSubscriptions, Language::German) => "Abonnements ändern",
            (Right::EditCustomers, Language::English) => "change a customer's account",
            (Right::EditCustomers, Language::German) => "das Konto eines Kunden ändern",
        };
        let roles: Vec<_> = right.roles().map(|role| self.partner_role(role)).collect();
        let (role, roles) = (self.partner_role(role), roles.join(", "));
        match self.0 {
            Language::English => {
                format!("As {role} you may not {what}. It takes the role: {roles}.")
            }
            Language::German => format!("Als {role} dürfen Sie nicht: {what}. Das darf: {roles}."),
        }
    }

    /// Returns the label of a field.
    pub fn field(self, field: Field) -> &'static str {
        let words = self.0.words();
        match field {
            Field::FirstName => words.first_name,
            Field::LastName => words.last_name,
            Field::DisplayName => words.display_name,
            Field::UserName => words.user_name,
            Field::Domain => words.domain,
            Field::Location => words.location,
            Field::Company => words.company_name,
            Field::Quantity => words.quantity,
            Field::Day => words.day,
            Field::RecordLimit => words.record_limit,
            Field::License(sku) => sku.name,
        }
    }

    /// Says what is wrong, and what to do about it.
    pub fn problem(self, problem: &Problem) -> String {
        match self.0 {
            Language::English => problems::english(problem),
            Language::German => problems::german(problem),
        }
    }

    /// Says what is wrong, and where.
    pub fn problem_at(self, problem: &Problem) -> String {
        format!("{}: {}", self.field(problem.field), self.problem(problem))
    }

    /// Says why a command was refused.
    pub fn refusal(self, refusal: &Refusal) -> String {
        match (refusal, self.0) {
            (Refusal::NotAllowed { role, right }, _) => self.not_allowed(*role, *right),
            (Refusal::UnknownCustomer, _) => self.0.words().unknown_customer_text.to_owned(),
            (Refusal::UnknownUser, _) => self.0.words().unknown_user_text.to_owned(),
            (Refusal::UnknownSubscription, _) => self.0.words().unknown_subscription.to_owned(),
            (Refusal::NobodyRestored(_), _) => self.0.words().nobody_restored.to_owned(),
            (Refusal::NobodyChanged(_), _) => self.0.words().nobody_changed.to_owned(),
            (Refusal::Upload(problems), _) => self.not_uploaded(problems),
            (Refusal::ChangedSince(count), _) => self.changed_since(*count),
            (Refusal::NothingToChange, _) => self.0.words().nothing_to_change.to_owned(),
            (Refusal::Problems(problems), _) => {
                let lines: Vec<_> = problems
                    .iter()
                    .map(|problem| self.problem_at(problem))
                    .collect();
                lines.join("\n")
            }
            (Refusal::NoRandomness, Language::English) => {
                "The browser gave no random numbers, so that no safe password can be made. \
                 Nothing was saved; try again \
                 in another browser."
                    .to_owned()
            }
            (Refusal::NoRandomness, Language::German) => {
                "Der Browser hat keine Zufallszahlen geliefert, also lässt sich kein sicheres \
                 Kennwort erzeugen. Es wurde \
                 nichts gespeichert; versuchen Sie es in einem anderen Browser."
                    .to_owned()
            }
        }
    }

    /// Says why a change was not stored, and what to do.
    pub fn not_saved(self, reason: &NotSaved) -> String {
        let nothing = self.pick(
            "Not saved; nothing has changed.",
            "Nicht gespeichert; es hat sich nichts geändert.",
        );
        format!("{nothing} {}", self.storage_trouble(reason))
    }

    /// Says what is wrong with the storage, and what to do.
    pub fn storage_trouble(self, reason: &NotSaved) -> String {
        let words = self.0.words();
        match (reason, self.0) {
            (NotSaved::Storage(StorageError::Full), _) => words.storage_full.to_owned(),
            (NotSaved::Storage(StorageError::Blocked), _) => words.storage_blocked.to_owned(),
            (NotSaved::Storage(StorageError::Failed(message)), Language::English) => {
                format!("The browser could not store it ({message}).")
            }
            (NotSaved::Storage(StorageError::Failed(message)), Language::German) => {
                format!("Der Browser konnte es nicht speichern ({message}).")
            }
            (NotSaved::NewerVersion, _) => words.newer_read_only.to_owned(),
            (NotSaved::Gone, Language::English) => {
                "The stored workspace is gone: the site's data was cleared, perhaps in another \
                 tab. Reload to begin anew."
                    .to_owned()
            }
            (NotSaved::Gone, Language::German) => {
                "Der gespeicherte Arbeitsbereich ist weg: Die Websitedaten wurden gelöscht, \
                 vielleicht in einem anderen \
                 Tab. Laden Sie neu, um von vorn zu beginnen."
                    .to_owned()
            }
            (NotSaved::Unreadable, Language::English) => {
                "A change of another tab could not be read. Reload: what is damaged is then set \
                 aside."
                    .to_owned()
            }
            (NotSaved::Unreadable, Language::German) => {
                "Eine Änderung aus einem anderen Tab war nicht lesbar. Laden Sie neu: \
                 Beschädigtes wird dann beiseitegelegt."
                    .to_owned()
            }
        }
    }

    /// Says how many stored changes were damaged and set aside.
    pub fn set_aside(self, count: usize) -> String {
        match (self.0, count) {
            (Language::English, 1) => "One stored change was damaged and has been set aside. \
                                       Everything else is there. \
                You can download the damaged data."
                .to_owned(),
            (Language::English, _) => format!(
                "{count} stored changes were damaged and have been set aside. Everything else is \
                 there. You can download \
                 the damaged data."
            ),
            (Language::German, 1) => "Eine gespeicherte Änderung war beschädigt und wurde \
                                      beiseitegelegt. Alles andere ist \
                da. Sie können die beschädigten Daten herunterladen."
                .to_owned(),
            (Language::German, _) => format!(
                "{count} gespeicherte Änderungen waren beschädigt und wurden beiseitegelegt. \
                 Alles andere ist da. Sie \
                 können die beschädigten Daten herunterladen."
            ),
        }
    }

    /// Says how many stored changes are missing.
    pub fn missing(self, count: usize) -> String {
        match self.0 {
            Language::English => {
                format!("Stored changes that are missing: {count}. Everything else is there.")
            }
            Language::German => {
                format!("Gespeicherte Änderungen, die fehlen: {count}. Alles andere ist da.")
            }
        }
    }

    /// Returns the subject of the e-mail with sign-in details.
    pub fn mail_subject(self, company: &str) -> String {
        format!("{} – {company}", self.0.words().credentials_title)
    }
}

/// "Office 365 E3, Visio Plan 2".
pub(super) fn product_names(skus: impl Iterator<Item = Sku>) -> String {
    skus.map(|sku| sku.name).collect::<Vec<_>>().join(", ")
}
