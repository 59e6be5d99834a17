//! Details of users and customers: Add user, a user's page, Account.

use super::table::words;

#[rustfmt::skip]
words! {
    DetailsWords:
    optional: "optional", "optional";
    save_first: "Save or discard your changes first.", "Speichern oder verwerfen Sie zuerst Ihre Änderungen.";
    location_none: "(not set)", "(nicht festgelegt)";
    location_help: "Where the user works with the services. Required for licenses.", "Wo der Benutzer die Dienste nutzt. Für Lizenzen erforderlich.";
    name_group: "Name", "Name";
    can_use_help: "Every user has this permission.", "Diese Berechtigung hat jeder Benutzer.";
    back_to_passwords: "Back to the temporary passwords", "Zurück zu den temporären Kennwörtern";
    discard_draft: "Clear form", "Formular leeren";
    edit_user: "Names, location and permissions", "Namen, Standort und Berechtigungen";
    created_on: "Created on", "Erstellt am";
    password_set: "Password set on", "Kennwort festgelegt am";
    password_temporary: "temporary, must be changed at the next sign-in", "temporär, bei der nächsten Anmeldung zu ändern";
    no_licenses: "No licenses.", "Keine Lizenzen.";
    all_plans: "All service plans are switched on.", "Alle Servicepläne sind eingeschaltet.";
    nothing_edited: "You haven't changed anything yet.", "Sie haben noch nichts geändert.";
    company_data: "Company", "Firma";
    domains: "Domains", "Domänen";
    primary: "primary", "primär";
    edit_customer: "Company name and location", "Firmenname und Standort";
}
