//! Deleted users, and restoring them.

use super::table::words;

#[rustfmt::skip]
words! {
    RestoreWords:
    only_ending_soon: "Only those about to be purged", "Nur Benutzer, deren Frist bald endet";
    deleted_on: "Deleted on", "Gelöscht am";
    deleted_on_utc: "Deleted on (UTC)", "Gelöscht am (UTC)";
    days_left: "Days left", "Verbleibende Tage";
    licenses_before: "Licenses held before", "Frühere Lizenzen";
    no_deleted_users: "No deleted users.", "Keine gelöschten Benutzer.";
    no_deleted_users_hint: "Deleted users stay here for 30 days.", "Gelöschte Benutzer bleiben 30 Tage lang hier.";
    export_deleted_users: "Export deleted users", "Gelöschte Benutzer exportieren";
    choose_user_name: "Choose another user name", "Anderen Benutzernamen wählen";
    back_to_deleted: "Back to Deleted users", "Zurück zu „Gelöschte Benutzer“";
    file_deleted_users: "deleted-users", "geloeschte-benutzer";
}
