//! The activity log: actions, and what each came to.

use std::collections::BTreeSet;

use super::sentences::product_names;
use super::{Language, Sentences};
use crate::domain::{
    Action, AdminRole, Customer, CustomerEvent, Event, LicenseChange, LicenseUpdate, Location,
    PersonName, Restored, SubscriptionStatus, User, UserDetails, UserNumber, WorkspaceEvent,
};

/// So many users are named; of the others it is told how many there are.
const NAMED: usize = 10;

/// One thing to know of an action: what it is, and the text.
pub type Detail = (&'static str, String);

impl Sentences {
    /// What was done.
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
            Action::SetRecordLimit => ("Upload limit changed", "Grenze für Dateien geändert"),
        };
        self.pick(english, german)
    }

    /// What there is to know of an event beyond the columns of the log. Users are called what they are called now.
    pub fn log_details(
        self,
        event: &Event,
        customer: Option<&Customer>,
        shown: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        match event {
            Event::Customer(_, event) => self.customer_details(event, customer, shown),
            Event::Workspace(event) => self.workspace_details(event, shown),
        }
    }

    fn workspace_details(
        self,
        event: &WorkspaceEvent,
        shown: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        let words = self.0.words();
        match event {
            WorkspaceEvent::RecordLimitChanged { before, limit } => {
                let text = format!("{} → {}", shown(before.count()), shown(limit.count()));
                vec![(words.record_limit, text)]
            }
            WorkspaceEvent::ClockAdvanced { by, .. } => {
                let (days, hours, minutes) =
                    (by.num_days(), by.num_hours() % 24, by.num_minutes() % 60);
                vec![(words.log_by, self.span(days, hours, minutes))]
            }
        }
    }

    fn customer_details(
        self,
        event: &CustomerEvent,
        customer: Option<&Customer>,
        shown: &dyn Fn(usize) -> String,
    ) -> Vec<Detail> {
        let words = self.0.words();
        let users = |users: &mut dyn Iterator<Item = UserNumber>| {
            (words.log_users, self.names(customer, users, shown))
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
                vec![(words.log_users, shown(all.len()))]
            }
            CustomerEvent::UsersRestored {
                users: restored,
                renamed,
            } => {
                let mut everybody = restored.iter().flat_map(|one| one.users.iter().copied());
                let mut all = vec![users(&mut everybody)];
                let without = restored.iter().filter(|one| !one.without.is_empty());
                all.extend(
                    without.map(|one| (words.log_not_back, self.not_back(customer, one, shown))),
                );
                let name = |(_, name): &(_, crate::domain::UserName)| name.as_str().to_owned();
                all.extend(renamed.iter().map(|one| (words.log_new_name, name(one))));
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
                (words.quantity, subscription.quantity.to_string()),
            ],
            CustomerEvent::QuantityChanged {
                subscription,
                quantity,
            } => vec![
                (words.product, product(*subscription)),
                (words.quantity, quantity.to_string()),
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

    /// "Anna → Anna Maria": what is another than before.
    fn edited(self, details: &UserDetails, before: &UserDetails) -> Vec<Detail> {
        let words = self.0.words();
        let name =
            |name: &Option<PersonName>| name.as_ref().map_or("", PersonName::as_str).to_owned();
        let texts = |of: &UserDetails| {
            let roles = self.roles(&of.roles).map(|(_, roles)| roles);
            [
                (words.first_name, name(&of.first_name)),
                (words.last_name, name(&of.last_name)),
                (words.display_name, of.display_name.as_str().to_owned()),
                (words.user_name, of.user_name.as_str().to_owned()),
                (
                    words.location,
                    of.location.map_or("", Location::code).to_owned(),
                ),
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
            (words.log_plans_on, switched(true)),
            (words.log_plans_off, switched(false)),
        ];
        all.into_iter()
            .filter(|(_, names)| !names.is_empty())
            .collect()
    }

    fn not_back(
        self,
        customer: Option<&Customer>,
        restored: &Restored,
        shown: &dyn Fn(usize) -> String,
    ) -> String {
        let products: Vec<_> = restored.without.iter().map(|sku| sku.name).collect();
        let users = self.names(customer, &mut restored.users.iter().copied(), shown);
        format!("{} ({users})", products.join(", "))
    }

    /// The users by name, and how many more there are; those who are gone for ever have none.
    fn names(
        self,
        customer: Option<&Customer>,
        numbers: &mut dyn Iterator<Item = UserNumber>,
        shown: &dyn Fn(usize) -> String,
    ) -> String {
        let find = |number: UserNumber| customer?.users.get_any(number);
        let (mut named, mut purged, mut more) = (Vec::new(), 0_usize, 0_usize);
        for number in numbers {
            match find(number) {
                Some(_) if named.len() == NAMED => more += 1,
                Some(User { details, .. }) => {
                    let (name, user_name) = (&details.display_name, &details.user_name);
                    named.push(format!("{} <{}>", name.as_str(), user_name.as_str()));
                }
                None => purged += 1,
            }
        }
        let mut parts = vec![named.join(", ")];
        if more > 0 {
            parts.push(self.and_more(&shown(more)));
        }
        if purged > 0 {
            parts.push(self.purged_since(&shown(purged)));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }

    /// So many users are gone for ever.
    fn purged_since(self, count: &str) -> String {
        match self.0 {
            Language::English => format!("purged since: {count}"),
            Language::German => format!("seither endgültig entfernt: {count}"),
        }
    }

    /// So many calls like the ones shown, for other users.
    pub fn more_calls(self, count: &str) -> String {
        match self.0 {
            Language::English => {
                format!("And the same for further users: {count}. Copy takes all of them along.")
            }
            Language::German => {
                format!("Und dasselbe für weitere Benutzer: {count}. Kopieren nimmt sie alle mit.")
            }
        }
    }

    /// So many entries cannot be read.
    pub fn unreadable_entries(self, count: &str) -> String {
        match self.0 {
            Language::English => format!("Entries that cannot be read: {count}."),
            Language::German => format!("Einträge, die nicht lesbar sind: {count}."),
        }
    }

    /// The name of the button that unfolds an entry.
    pub fn details_of(self, action: &str, moment: &str) -> String {
        format!("{}: {action}, {moment}", self.0.words().details)
    }
}
