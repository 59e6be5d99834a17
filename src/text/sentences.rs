//! Sentences with counts, names or reasons in them.

use super::language::Language;
use super::say::say;
use super::words::PasswordWords;
use crate::domain::{
    AdminRole, Field, PartnerRole, PersonName, Problem, Refusal, Right, Sku, UserName,
};
use crate::journal::{NotSaved, StorageError};

/// The sentences of one language. Numbers in texts come formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentences(pub(super) Language);

impl Language {
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

    pub fn range(self, first: &str, last: &str, all: &str) -> String {
        say!(self; "{first}–{last} of {all}", "{first}–{last} von {all}")
    }

    pub fn page_of(self, page: &str, pages: &str) -> String {
        say!(self; "Page {page} of {pages}", "Seite {page} von {pages}")
    }

    pub fn found(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 match", "{number} Treffer"),
            _ => say!(self; "{number} matches", "{number} Treffer"),
        }
    }

    pub fn deleted_users(self, count: &str) -> String {
        say!(self; "Deleted users ({count})", "Gelöschte Benutzer ({count})")
    }

    pub fn restored(self, count: usize, number: &str) -> String {
        let users = self.users(count, number);
        say!(self;
            "{users} restored, with all licenses held before.",
            "{users} wiederhergestellt, mit allen früheren Lizenzen."
        )
    }

    pub fn users(self, count: usize, number: &str) -> String {
        match count {
            1 => say!(self; "1 user", "{number} Benutzer"),
            _ => say!(self; "{number} users", "{number} Benutzer"),
        }
    }

    /// "3 selected users exported.", "12 users exported."
    pub fn users_exported(self, is_selection: bool, count: usize, number: &str) -> String {
        let users = match count {
            _ if !is_selection => self.users(count, number),
            1 => say!(self; "1 selected user", "1 ausgewählter Benutzer"),
            _ => say!(self; "{number} selected users", "{number} ausgewählte Benutzer"),
        };
        say!(self; "{users} exported.", "{users} exportiert.")
    }

    pub fn seats_available(self, available: &str, total: &str) -> String {
        say!(self; "{available} of {total} available", "{available} von {total} verfügbar")
    }

    pub fn seats_assigned(self, assigned: &str, total: &str) -> String {
        say!(self; "{assigned} of {total} assigned", "{assigned} von {total} zugewiesen")
    }

    pub fn plans_off(self, names: &str) -> String {
        say!(self; "Switched off: {names}", "Ausgeschaltet: {names}")
    }

    pub fn partner_role(self, role: PartnerRole) -> &'static str {
        match role {
            PartnerRole::AdminAgent => self.pick("Admin agent", "Administrator-Agent"),
            PartnerRole::HelpdeskAgent => self.pick("Helpdesk agent", "Helpdesk-Agent"),
            PartnerRole::SalesAgent => self.pick("Sales agent", "Vertriebs-Agent"),
        }
    }

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

    pub fn not_allowed(self, role: PartnerRole, right: Right) -> String {
        let cannot = match right {
            Right::ManageUsers => self.pick(
                "create, edit, delete or restore users",
                "keine Benutzer erstellen, bearbeiten, löschen oder wiederherstellen",
            ),
            Right::ResetPasswords => self.pick("reset passwords", "keine Kennwörter zurücksetzen"),
            Right::AssignLicenses => self.pick("assign licenses", "keine Lizenzen zuweisen"),
            Right::ManageSubscriptions => {
                self.pick("change subscriptions", "keine Abonnements ändern")
            }
            Right::EditCustomers => {
                self.pick("edit customer accounts", "keine Kundenkonten bearbeiten")
            }
        };
        let roles: Vec<_> = right.roles().map(|role| self.partner_role(role)).collect();
        let (role, roles) = (
            self.partner_role(role),
            roles.join(self.pick(" or ", " oder ")),
        );
        say!(self;
            "{role}s can't {cannot}. Required role: {roles}.",
            "Als {role} können Sie {cannot}. Erforderliche Rolle: {roles}."
        )
    }

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

    pub fn problem(self, problem: &Problem) -> String {
        self.value_problem(&problem.kind)
    }

    pub fn problem_at(self, problem: &Problem) -> String {
        format!("{}: {}", self.field(problem.field), self.problem(problem))
    }

    pub fn refusal(self, refusal: &Refusal) -> String {
        let words = self.0.words();
        match refusal {
            Refusal::NotAllowed { role, right } => self.not_allowed(*role, *right),
            Refusal::UnknownCustomer => words.unknown_customer_text.to_owned(),
            Refusal::UnknownUser => words.unknown_user_text.to_owned(),
            Refusal::UnknownSubscription => words.unknown_subscription.to_owned(),
            Refusal::NobodyRestored(_) => words.nobody_restored.to_owned(),
            Refusal::NobodyChanged(_) => words.nobody_changed.to_owned(),
            Refusal::Upload(problems) => self.not_uploaded(problems),
            Refusal::ChangedSince(count) => self.changed_since(*count),
            Refusal::NumbersExhausted => words.numbers_exhausted.to_owned(),
            Refusal::NothingToChange => words.nothing_to_change.to_owned(),
            Refusal::Problems(problems) => {
                let lines: Vec<_> = problems
                    .iter()
                    .map(|problem| self.problem_at(problem))
                    .collect();
                lines.join("\n")
            }
            Refusal::NoRandomness => say!(self;
                "The browser provided no random numbers, so no secure password can be created. \
                 Nothing was saved. Try another browser.",
                "Der Browser hat keine Zufallszahlen geliefert, daher lässt sich kein sicheres \
                 Kennwort erstellen. Es wurde nichts gespeichert. Versuchen Sie es in einem \
                 anderen Browser."
            ),
        }
    }

    pub fn not_saved(self, reason: &NotSaved) -> String {
        let trouble = self.storage_trouble(reason);
        say!(self;
            "Not saved. Nothing was changed. {trouble}",
            "Nicht gespeichert. Es wurde nichts geändert. {trouble}"
        )
    }

    pub fn storage_trouble(self, reason: &NotSaved) -> String {
        let words = self.0.words();
        match reason {
            NotSaved::Storage(StorageError::Full) => words.storage_full.to_owned(),
            NotSaved::Storage(StorageError::Blocked) => words.storage_blocked.to_owned(),
            NotSaved::Storage(StorageError::Failed(message)) => say!(self;
                "The browser couldn't store it ({message}).",
                "Der Browser konnte es nicht speichern ({message})."
            ),
            NotSaved::NewerVersion => words.newer_read_only.to_owned(),
            NotSaved::Behind => words.behind.to_owned(),
            NotSaved::Gone => say!(self;
                "The stored workspace is gone. The site's data was cleared, perhaps in another \
                 tab. Reload to start over.",
                "Der gespeicherte Arbeitsbereich ist nicht mehr da. Die Websitedaten wurden \
                 gelöscht, vielleicht in einem anderen Tab. Laden Sie neu, um von vorn zu \
                 beginnen."
            ),
            NotSaved::Unreadable => say!(self;
                "A change from another tab couldn't be read. Reload to set damaged data aside.",
                "Eine Änderung aus einem anderen Tab konnte nicht gelesen werden. Laden Sie neu, \
                 um beschädigte Daten beiseitezulegen."
            ),
        }
    }

    pub fn set_aside(self, count: usize) -> String {
        let number = self.grouped(count);
        match count {
            1 => say!(self;
                "One stored change was damaged and was set aside. Everything else is intact. You \
                 can download the damaged data.",
                "Eine gespeicherte Änderung war beschädigt und wurde beiseitegelegt. Alles andere \
                 ist erhalten. Sie können die beschädigten Daten herunterladen."
            ),
            _ => say!(self;
                "{number} stored changes were damaged and were set aside. Everything else is \
                 intact. You can download the damaged data.",
                "{number} gespeicherte Änderungen waren beschädigt und wurden beiseitegelegt. Alles \
                 andere ist erhalten. Sie können die beschädigten Daten herunterladen."
            ),
        }
    }

    pub fn missing(self, count: usize) -> String {
        let count = self.grouped(count);
        say!(self;
            "Missing stored changes: {count}. Everything else is intact.",
            "Fehlende gespeicherte Änderungen: {count}. Alles andere ist erhalten."
        )
    }

    /// Returns the subject of the e-mail with sign-in details.
    pub fn mail_subject(self, company: &str) -> String {
        format!(
            "{} – {company}",
            self.0.texts::<PasswordWords>().credentials_title
        )
    }
}

/// "Office 365 E3, Visio Plan 2".
pub(super) fn product_names(skus: impl Iterator<Item = Sku>) -> String {
    skus.map(|sku| sku.name).collect::<Vec<_>>().join(", ")
}

/// "Dana Ruiz (dana.ruiz@albatros.example)".
pub(super) fn with_user_name(name: &PersonName, user_name: &UserName) -> String {
    format!("{} ({})", name.as_str(), user_name.as_str())
}
