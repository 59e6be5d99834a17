//! The activity log: actions and their details.

use std::collections::BTreeSet;

use super::say::say;
use super::sentences::{Sentences, product_names};
use super::words::LogWords;
use crate::domain::{
    Action, AdminRole, Customer, CustomerEvent, Event, LicenseChange, LicenseUpdate, Location,
    PersonName, Restored, SubscriptionStatus, User, UserDetails, UserNumber, WorkspaceEvent,
};

/// The most users that are named in an entry; the others are counted.
const MAX_NAMED: usize = 10;

/// A detail of an action: its label and its text.
pub type Detail = (&'static str, String);

impl Sentences {
    pub fn action(self, action: Action) -> &'static str {
        let (english, german) = match action {
            Action::CreateUsers => ("User created", "Benutzer erstellt"),
            Action::UploadUsers => ("Users uploaded", "Benutzer hochgeladen"),
            Action::UndoUpload => ("Upload undone", "Hochladen rückgängig gemacht"),
            Action::EditUser => ("User edited", "Benutzer bearbeitet"),
            Action::ResetPasswords => ("Password reset", "Kennwort zurückgesetzt"),
            Action::DeleteUsers => ("User deleted", "Benutzer gelöscht"),
            Action::RestoreUsers => ("User restored", "Benutzer wiederhergestellt"),
            Action::PurgeUsers => (
                "Deleted user purged",
                "Gelöschter Benutzer endgültig entfernt",
            ),
            Action::ChangeLicenses => ("Licenses changed", "Lizenzen geändert"),
            Action::AddSubscription => ("Subscription added", "Abonnement hinzugefügt"),
            Action::ChangeQuantity => ("Quantity changed", "Menge geändert"),
            Action::ChangeStatus => ("Status changed", "Status geändert"),
            Action::EditCustomer => ("Account edited", "Konto bearbeitet"),
            Action::AdvanceClock => ("Clock advanced", "Uhr vorgestellt"),
            Action::SetRecordLimit => ("Upload limit changed", "Obergrenze für Dateien geändert"),
        };
        self.pick(english, german)
    }

    /// Returns what an event says beyond the columns of the log. Users have their present names.
    pub fn log_details(
        self,
        event: &Event,
        customer: Option<&Customer>,
        number_text: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        match event {
            Event::Customer(_, event) => self.customer_details(event, customer, number_text),
            Event::Workspace(event) => self.workspace_details(event, number_text),
        }
    }

    fn workspace_details(
        self,
        event: &WorkspaceEvent,
        number_text: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        let words = self.0.words();
        let texts = self.0.texts::<LogWords>();
        match event {
            WorkspaceEvent::RecordLimitChanged { before, limit } => {
                let text = format!(
                    "{} → {}",
                    number_text(before.count()),
                    number_text(limit.count())
                );
                vec![(words.record_limit, text)]
            }
            WorkspaceEvent::ClockAdvanced { by, .. } => {
                let (days, hours, minutes) =
                    (by.num_days(), by.num_hours() % 24, by.num_minutes() % 60);
                vec![(texts.log_by, self.span(days, hours, minutes))]
            }
        }
    }

    fn customer_details(
        self,
        event: &CustomerEvent,
        customer: Option<&Customer>,
        number_text: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        let words = self.0.words();
        let texts = self.0.texts::<LogWords>();
        let users = |users: &mut dyn Iterator<Item = UserNumber>| {
            (words.users, self.names(customer, users, number_text))
        };
        let product = |id| {
            let found = customer.and_then(|customer| customer.subscription(id));
            found
                .map_or("", |subscription| subscription.sku.name)
                .to_owned()
        };
        match event {
            CustomerEvent::UsersCreated { users: created }
            | CustomerEvent::UsersUploaded { users: created } => {
                self.created(created, users(&mut created.iter().map(|user| user.number)))
            }
            CustomerEvent::UserEdited {
                user,
                details,
                before,
            } => {
                let mut all = vec![users(&mut std::iter::once(*user))];
                all.extend(self.edited(details, before));
                all
            }
            CustomerEvent::PasswordsReset { users: all }
            | CustomerEvent::UsersDeleted { users: all } => {
                vec![users(&mut all.iter().copied())]
            }
            CustomerEvent::UsersPurged { users: all }
            | CustomerEvent::UploadUndone { users: all } => {
                vec![(words.users, number_text(all.len()))]
            }
            CustomerEvent::UsersRestored {
                users: restored,
                renamed,
            } => {
                let mut numbers = restored
                    .iter()
                    .flat_map(|group| group.users.iter().copied());
                let mut all = vec![users(&mut numbers)];
                let partly = restored.iter().filter(|group| !group.without.is_empty());
                all.extend(partly.map(|group| {
                    let text = self.not_back(customer, group, number_text);
                    (texts.log_not_back, text)
                }));
                let names = renamed.iter().map(|(_, name)| name.as_str().to_owned());
                all.extend(names.map(|name| (texts.log_new_name, name)));
                all
            }
            CustomerEvent::LicensesChanged { changes } => changes
                .iter()
                .flat_map(|LicenseChange { users: all, update }| {
                    let mut parts = vec![users(&mut all.iter().copied())];
                    parts.extend(self.licenses(update));
                    parts
                })
                .collect(),
            CustomerEvent::SubscriptionAdded { subscription } => vec![
                (words.product, subscription.sku.name.to_owned()),
                (words.quantity, self.grouped(subscription.quantity)),
            ],
            CustomerEvent::QuantityChanged {
                subscription,
                quantity,
            } => vec![
                (words.product, product(*subscription)),
                (words.quantity, self.grouped(*quantity)),
            ],
            CustomerEvent::StatusChanged {
                subscription,
                status,
            } => {
                let status = match status {
                    SubscriptionStatus::Active => words.active,
                    SubscriptionStatus::Suspended => words.suspended,
                };
                vec![
                    (words.product, product(*subscription)),
                    (words.status, status.to_owned()),
                ]
            }
            CustomerEvent::CustomerEdited { details } => vec![
                (words.company_name, details.company.as_str().to_owned()),
                (words.location, details.location.code().to_owned()),
            ],
        }
    }

    fn created(self, created: &[User], users: Detail) -> Vec<Detail> {
        let mut all = vec![users];
        if let [user] = created {
            all.extend(self.roles(&user.details.roles));
            let update = LicenseUpdate::between(&Default::default(), &user.licenses);
            all.extend(self.licenses(&update));
        }
        all
    }

    fn roles(self, roles: &BTreeSet<AdminRole>) -> Option<Detail> {
        let names: Vec<_> = roles.iter().map(|role| self.admin_role(*role)).collect();
        (!names.is_empty()).then(|| (self.0.words().permissions, names.join(", ")))
    }

    /// Returns what was changed, such as "Anna → Anna Maria".
    fn edited(self, details: &UserDetails, before: &UserDetails) -> Vec<Detail> {
        let words = self.0.words();
        let name =
            |name: &Option<PersonName>| name.as_ref().map_or("", PersonName::as_str).to_owned();
        let texts = |details: &UserDetails| {
            let roles = self.roles(&details.roles).map(|(_, roles)| roles);
            let location = details.location.map_or("", Location::code);
            [
                (words.first_name, name(&details.first_name)),
                (words.last_name, name(&details.last_name)),
                (words.display_name, details.display_name.as_str().to_owned()),
                (words.user_name, details.user_name.as_str().to_owned()),
                (words.location, location.to_owned()),
                (words.permissions, roles.unwrap_or_default()),
            ]
        };
        let shown = |text: String| {
            if text.is_empty() {
                "–".to_owned()
            } else {
                text
            }
        };
        let both = texts(before).into_iter().zip(texts(details));
        both.filter(|(then, now)| then != now)
            .map(|((label, then), (_, now))| (label, format!("{} → {}", shown(then), shown(now))))
            .collect()
    }

    fn licenses(self, update: &LicenseUpdate) -> Vec<Detail> {
        let words = self.0.words();
        let texts = self.0.texts::<LogWords>();
        let switched = |on: bool| {
            let plans = update.products().flat_map(|sku| update.switched(sku));
            let names: Vec<_> = plans
                .filter(|(_, is_on)| *is_on == on)
                .map(|(plan, _)| plan.name)
                .collect();
            names.join(", ")
        };
        let all = [
            (words.log_assigned, product_names(update.assigned())),
            (words.log_revoked, product_names(update.revoked())),
            (texts.log_plans_on, switched(true)),
            (texts.log_plans_off, switched(false)),
        ];
        all.into_iter()
            .filter(|(_, names)| !names.is_empty())
            .collect()
    }

    fn not_back(
        self,
        customer: Option<&Customer>,
        restored: &Restored,
        number_text: &dyn Fn(usize) -> String,
    ) -> String {
        let products = product_names(restored.without.iter().copied());
        let users = self.names(customer, &mut restored.users.iter().copied(), number_text);
        format!("{products} ({users})")
    }

    /// Names the users, then counts the others and those who were purged.
    fn names(
        self,
        customer: Option<&Customer>,
        numbers: &mut dyn Iterator<Item = UserNumber>,
        number_text: &dyn Fn(usize) -> String,
    ) -> String {
        let find = |number: UserNumber| customer?.users.get_any(number);
        let (mut named, mut purged, mut more) = (Vec::new(), 0_usize, 0_usize);
        for number in numbers {
            match find(number) {
                Some(_) if named.len() == MAX_NAMED => more += 1,
                Some(User { details, .. }) => {
                    let (name, user_name) = (&details.display_name, &details.user_name);
                    named.push(format!("{} <{}>", name.as_str(), user_name.as_str()));
                }
                None => purged += 1,
            }
        }
        let mut parts = vec![named.join(", ")];
        if more > 0 {
            parts.push(self.and_more(&number_text(more)));
        }
        if purged > 0 {
            parts.push(self.purged_since(&number_text(purged)));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }

    fn purged_since(self, count: &str) -> String {
        say!(self; "purged since: {count}", "seither endgültig entfernt: {count}")
    }

    pub fn more_calls(self, count: &str) -> String {
        say!(self;
            "…and {count} more. Copy includes all of them.",
            "… und {count} weitere. Kopieren umfasst alle."
        )
    }

    pub fn unreadable_entries(self, count: &str) -> String {
        say!(self;
            "Entries that can't be read: {count}.",
            "Nicht lesbare Einträge: {count}."
        )
    }

    /// Returns the name of the button that unfolds an entry.
    pub fn details_of(self, action: &str, moment: &str) -> String {
        format!("{}: {action}, {moment}", self.0.texts::<LogWords>().details)
    }
}
