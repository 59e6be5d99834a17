//! Sentences with something in them: counts, names, reasons.

use super::Language;
use crate::domain::{AdminRole, Field, PartnerRole, Plan, Problem, ProblemKind, Refusal, Right};
use crate::journal::{NotSaved, StorageError};

/// The sentences of one language. Numbers come in as they are to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentences(pub(super) Language);

impl Sentences {
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

    /// What a search found, for those who hear it.
    pub fn found(self, count: usize, shown: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 match".to_owned(),
            (Language::English, _) => format!("{shown} matches"),
            (Language::German, _) => format!("{shown} Treffer"),
        }
    }

    /// The tab "Users (n)" stays plain, "Deleted users (n)" counts.
    pub fn deleted_users(self, count: &str) -> String {
        format!(
            "{} ({count})",
            self.pick("Deleted users", "Gelöschte Benutzer")
        )
    }

    /// "12 users".
    pub fn users(self, count: usize, shown: &str) -> String {
        match (self.0, count) {
            (Language::English, 1) => "1 user".to_owned(),
            (Language::English, _) => format!("{shown} users"),
            (Language::German, _) => format!("{shown} Benutzer"),
        }
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

    /// The service plans that are switched off.
    pub fn plans_off(self, names: &str) -> String {
        format!("{}: {names}", self.pick("Switched off", "Ausgeschaltet"))
    }

    /// Name of a role of partner staff.
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

    /// Name of an administrator role of a user.
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

    /// Why a control is disabled, or a command refused: the role, and which roles may.
    pub fn not_allowed(self, role: PartnerRole, right: Right) -> String {
        let what = match (right, self.0) {
            (Right::ManageUsers, Language::English) => "create and change users",
            (Right::ManageUsers, Language::German) => "Benutzer anlegen und ändern",
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

    /// The label of a field.
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
            Field::License(sku) => sku.name,
        }
    }

    /// What is wrong, and what to do about it.
    pub fn problem(self, problem: &Problem) -> String {
        match self.0 {
            Language::English => english_problem(problem),
            Language::German => german_problem(problem),
        }
    }

    /// What is wrong, and where.
    pub fn problem_at(self, problem: &Problem) -> String {
        format!("{}: {}", self.field(problem.field), self.problem(problem))
    }

    /// Why a command was not carried out, where it is not told at the fields of a form.
    pub fn refusal(self, refusal: &Refusal) -> String {
        match (refusal, self.0) {
            (Refusal::NotAllowed { role, right }, _) => self.not_allowed(*role, *right),
            (Refusal::UnknownCustomer, _) => self.0.words().unknown_customer_text.to_owned(),
            (Refusal::UnknownUser, _) => self.0.words().unknown_user_text.to_owned(),
            (Refusal::UnknownSubscription, _) => self.0.words().unknown_subscription.to_owned(),
            (Refusal::NobodyChanged(_), _) => self.0.words().nobody_changed.to_owned(),
            (Refusal::NothingToChange, _) => self.0.words().nothing_to_change.to_owned(),
            (Refusal::Problems(problems), _) => {
                let lines: Vec<_> = problems.iter().map(|problem| self.problem_at(problem)).collect();
                lines.join("\n")
            }
            (Refusal::NoRandomness, Language::English) => {
                "The browser gave no random numbers, so that no safe password can be made. Nothing was saved; try again \
                 in another browser."
                    .to_owned()
            }
            (Refusal::NoRandomness, Language::German) => {
                "Der Browser hat keine Zufallszahlen geliefert, also lässt sich kein sicheres Kennwort erzeugen. Es wurde \
                 nichts gespeichert; versuchen Sie es in einem anderen Browser."
                    .to_owned()
            }
        }
    }

    /// Why a change was not stored, and what to do.
    pub fn not_saved(self, reason: &NotSaved) -> String {
        let nothing = self.pick(
            "Not saved; nothing has changed.",
            "Nicht gespeichert; es hat sich nichts geändert.",
        );
        format!("{nothing} {}", self.storage_trouble(reason))
    }

    /// What is wrong with the storage, and what to do.
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
                "The stored workspace is gone: the site's data was cleared, perhaps in another tab. Reload to begin anew."
                    .to_owned()
            }
            (NotSaved::Gone, Language::German) => {
                "Der gespeicherte Arbeitsbereich ist weg: Die Websitedaten wurden gelöscht, vielleicht in einem anderen \
                 Tab. Laden Sie neu, um von vorn zu beginnen."
                    .to_owned()
            }
            (NotSaved::Unreadable, Language::English) => {
                "A change of another tab could not be read. Reload: what is damaged is then set aside.".to_owned()
            }
            (NotSaved::Unreadable, Language::German) => {
                "Eine Änderung aus einem anderen Tab war nicht lesbar. Laden Sie neu: Beschädigtes wird dann beiseitegelegt."
                    .to_owned()
            }
        }
    }

    /// So many stored pieces were damaged and set aside.
    pub fn set_aside(self, count: usize) -> String {
        match (self.0, count) {
            (Language::English, 1) => "One stored change was damaged and has been set aside. Everything else is there. \
                You can download the damaged data."
                .to_owned(),
            (Language::English, _) => format!(
                "{count} stored changes were damaged and have been set aside. Everything else is there. You can download \
                 the damaged data."
            ),
            (Language::German, 1) => "Eine gespeicherte Änderung war beschädigt und wurde beiseitegelegt. Alles andere ist \
                da. Sie können die beschädigten Daten herunterladen."
                .to_owned(),
            (Language::German, _) => format!(
                "{count} gespeicherte Änderungen waren beschädigt und wurden beiseitegelegt. Alles andere ist da. Sie \
                 können die beschädigten Daten herunterladen."
            ),
        }
    }

    /// So many records are missing.
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

    /// Subject of the e-mail with sign-in details.
    pub fn mail_subject(self, company: &str) -> String {
        format!("{} – {company}", self.0.words().credentials_title)
    }
}

fn characters(wrong: &[char], [open, close]: [char; 2]) -> String {
    let shown: Vec<String> = wrong
        .iter()
        .map(|c| {
            if c.is_control() {
                "␣".to_owned()
            } else {
                format!("{open}{c}{close}")
            }
        })
        .collect();
    shown.join(" ")
}

/// The number in groups of three digits.
fn grouped(number: impl Into<i64>, separator: char) -> String {
    let number: i64 = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

fn plan_names(plans: &[Plan], or: &str) -> String {
    let names: Vec<_> = plans.iter().map(|plan| plan.name).collect();
    names.join(or)
}

fn english_problem(problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Required => "Enter a value.".to_owned(),
        ProblemKind::TooLong { length, limit } => format!("At most {limit} characters; these are {length}."),
        ProblemKind::ControlCharacter => "Remove the control characters, such as tabs and line breaks.".to_owned(),
        ProblemKind::AtSign => "Enter only the part before the @; choose the domain beside it.".to_owned(),
        ProblemKind::Characters { wrong, suggestion } => {
            let hint = suggestion.as_ref().map(|name| format!(" Try “{name}”.")).unwrap_or_default();
            format!("Not allowed here: {}. Use A–Z, a–z, 0–9 and ' . - _ ! # ^ ~.{hint}", characters(wrong, ['“', '”']))
        }
        ProblemKind::DotAtEdge => "It may not begin or end with a dot.".to_owned(),
        ProblemKind::DotsInARow => "It may not have two dots in a row.".to_owned(),
        ProblemKind::NotADomainOfTheCustomer => "Choose one of the customer's domains.".to_owned(),
        ProblemKind::NameTaken { by } => {
            format!("This user name is taken by {}. Choose another; upper and lower case make no difference.", by.as_str())
        }
        ProblemKind::UnknownLocation => "Choose a location from the list.".to_owned(),
        ProblemKind::LocationNeeded => {
            "License assignment cannot be done for a user with an invalid usage location. Choose a location.".to_owned()
        }
        ProblemKind::Blocked { sku, location } => {
            format!("{} cannot be used in this location ({}).", sku.name, location.code())
        }
        ProblemKind::NotEntitled => "The customer has no subscription to this product.".to_owned(),
        ProblemKind::NoSeat { needed: 1, available: ..=0 } => {
            "No license is available. Buy more, or leave this product out.".to_owned()
        }
        ProblemKind::NoSeat { needed, available } => {
            let [needed, available] = [i64::from(*needed), *available].map(|number| grouped(number, ','));
            format!("Licenses needed: {needed}; available: {available}. Buy more, or select fewer users.")
        }
        ProblemKind::AllSuspended => {
            "Every subscription to this product is suspended. Reactivate one, or buy another.".to_owned()
        }
        ProblemKind::NotAQuantity => "Enter a whole number from 1 to 10000, in digits only.".to_owned(),
        ProblemKind::SeatsInUse { in_use, least } => {
            let [in_use, least] = [*in_use, *least].map(|number| grouped(number, ','));
            format!(
                "Licenses in use: {in_use}. This subscription needs at least {least}; revoke licenses first to go below that."
            )
        }
        ProblemKind::PlanConflict { plan, with, of } => {
            format!("{} cannot be used together with {} of {}. Switch one of them off.", plan.name, with.name, of.name)
        }
        ProblemKind::PlanMissing { plan, any_of } => {
            format!("{} also needs {}. Add it, or switch the plan off.", plan.name, plan_names(any_of, " or "))
        }
        ProblemKind::ChangedMeanwhile => {
            "This was changed in another tab meanwhile. Check it; saving again overwrites the other change.".to_owned()
        }
    }
}

fn german_problem(problem: &Problem) -> String {
    match &problem.kind {
        ProblemKind::Required => "Geben Sie einen Wert ein.".to_owned(),
        ProblemKind::TooLong { length, limit } => format!("Höchstens {limit} Zeichen; es sind {length}."),
        ProblemKind::ControlCharacter => "Entfernen Sie Steuerzeichen wie Tabulatoren und Zeilenumbrüche.".to_owned(),
        ProblemKind::AtSign => {
            "Geben Sie nur den Teil vor dem @ ein; die Domäne wählen Sie daneben.".to_owned()
        }
        ProblemKind::Characters { wrong, suggestion } => {
            let hint = suggestion.as_ref().map(|name| format!(" Vorschlag: „{name}“.")).unwrap_or_default();
            format!("Hier nicht erlaubt: {}. Verwenden Sie A–Z, a–z, 0–9 und ' . - _ ! # ^ ~.{hint}", characters(wrong, ['„', '“']))
        }
        ProblemKind::DotAtEdge => "Er darf nicht mit einem Punkt beginnen oder enden.".to_owned(),
        ProblemKind::DotsInARow => "Er darf keine zwei Punkte hintereinander enthalten.".to_owned(),
        ProblemKind::NotADomainOfTheCustomer => "Wählen Sie eine Domäne des Kunden.".to_owned(),
        ProblemKind::NameTaken { by } => format!(
            "Diesen Benutzernamen hat schon {}. Wählen Sie einen anderen; Groß- und Kleinschreibung zählt nicht.",
            by.as_str()
        ),
        ProblemKind::UnknownLocation => "Wählen Sie einen Standort aus der Liste.".to_owned(),
        ProblemKind::LocationNeeded => {
            "Einem Benutzer ohne gültigen Nutzungsstandort können keine Lizenzen zugewiesen werden. Wählen Sie einen \
             Standort."
                .to_owned()
        }
        ProblemKind::Blocked { sku, location } => {
            format!("{} kann an diesem Standort ({}) nicht genutzt werden.", sku.name, location.code())
        }
        ProblemKind::NotEntitled => "Der Kunde hat kein Abonnement für dieses Produkt.".to_owned(),
        ProblemKind::NoSeat { needed: 1, available: ..=0 } => {
            "Es ist keine Lizenz verfügbar. Erwerben Sie weitere oder lassen Sie das Produkt weg.".to_owned()
        }
        ProblemKind::NoSeat { needed, available } => {
            let [needed, available] = [i64::from(*needed), *available].map(|number| grouped(number, '.'));
            format!(
            "Benötigte Lizenzen: {needed}; verfügbar: {available}. Erwerben Sie weitere oder wählen Sie weniger Benutzer aus."
            )
        }
        ProblemKind::AllSuspended => {
            "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines oder erwerben Sie ein weiteres."
                .to_owned()
        }
        ProblemKind::NotAQuantity => {
            "Geben Sie eine ganze Zahl von 1 bis 10000 ein, nur Ziffern.".to_owned()
        }
        ProblemKind::SeatsInUse { in_use, least } => {
            let [in_use, least] = [*in_use, *least].map(|number| grouped(number, '.'));
            format!(
                "Lizenzen in Gebrauch: {in_use}. Dieses Abonnement braucht mindestens {least}; widerrufen Sie zuerst Lizenzen, \
                 um darunter zu gehen."
            )
        }
        ProblemKind::PlanConflict { plan, with, of } => format!(
            "{} verträgt sich nicht mit {} aus {}. Schalten Sie einen der beiden Pläne aus.",
            plan.name, with.name, of.name
        ),
        ProblemKind::PlanMissing { plan, any_of } => format!(
            "{} braucht auch {}. Fügen Sie das hinzu oder schalten Sie den Plan aus.",
            plan.name,
            plan_names(any_of, " oder ")
        ),
        ProblemKind::ChangedMeanwhile => {
            "Das wurde inzwischen in einem anderen Tab geändert. Prüfen Sie es; erneutes Speichern überschreibt die andere \
             Änderung."
                .to_owned()
        }
    }
}
