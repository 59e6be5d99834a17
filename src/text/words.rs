//! Texts that never vary. The labels are those of Partner Center's documentation, so that people
//! can follow it here.

use super::language::Language;

macro_rules! words {
    ($($name:ident: $english:literal, $german:literal;)*) => {
        /// The fixed texts of one language. Each field is documented with the English one.
        pub struct Words {
            $(#[doc = concat!("`", $english, "`")] pub $name: &'static str,)*
        }

        /// English.
        static ENGLISH: Words = Words { $($name: $english,)* };
        /// German.
        static GERMAN: Words = Words { $($name: $german,)* };

        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $german),)*];
    };
}

impl Language {
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }
}

#[rustfmt::skip]
words! {
    language_tag: "en", "de";
    // The frame
    simulation: "Training simulation – no real accounts", "Trainingssimulation – keine echten Konten";
    not_affiliated: "Seatwork is not affiliated with Microsoft. All companies and people in it are invented.", "Seatwork steht in keiner Verbindung zu Microsoft. Alle Firmen und Personen sind erfunden.";
    skip_to_content: "Skip to content", "Zum Inhalt springen";
    dashboard: "Dashboard", "Dashboard";
    settings: "Settings", "Einstellungen";
    // The activity log
    activity_log: "Activity log", "Aktivitätsprotokoll";
    date_time: "Date-Time", "Datum/Uhrzeit";
    date_time_utc: "Date-Time (UTC)", "Datum/Uhrzeit (UTC)";
    affected_customer: "Affected customer", "Betroffener Kunde";
    action: "Action", "Aktion";
    partner_user: "Partner user", "Partnerbenutzer";
    export_log: "Export log", "Protokoll exportieren";
    from_day: "From (UTC)", "Von (UTC)";
    to_day: "To (UTC)", "Bis (UTC)";
    all_customers: "All customers", "Alle Kunden";
    all_actions: "All actions", "Alle Aktionen";
    details: "Details", "Details";
    no_log: "Nothing was done yet.", "Es wurde noch nichts getan.";
    no_log_hint: "Every change is logged here, with the REST request and the PowerShell command that would have done the same.", "Jede Änderung wird hier protokolliert, mit der REST-Anforderung und dem PowerShell-Befehl, die dasselbe getan hätten.";
    nothing_logged: "Nothing was logged that matches.", "Dazu wurde nichts protokolliert.";
    from_after_to: "The first day is after the last.", "Der erste Tag liegt nach dem letzten.";
    log_kept: "The latest 10,000 entries are kept.", "Die neuesten 10.000 Einträge werden aufbewahrt.";
    log_users: "Users", "Benutzer";
    log_assigned: "Assigned", "Zugewiesen";
    log_revoked: "Revoked", "Widerrufen";
    log_plans_on: "Service plans switched on", "Eingeschaltete Servicepläne";
    log_plans_off: "Service plans switched off", "Ausgeschaltete Servicepläne";
    log_not_back: "Licenses not given back", "Nicht zurückgegebene Lizenzen";
    log_new_name: "New user name", "Neuer Benutzername";
    log_by: "By", "Um";
    log_purged: "This named a user who has been purged since. What is known of them was taken out of the log.", "Das betraf einen Benutzer, der seither endgültig entfernt wurde. Was von ihm bekannt war, ist aus dem Protokoll genommen.";
    no_call: "There is no call for this: the real service does it by itself, or only a simulator can.", "Dafür gibt es keinen Aufruf: Der echte Dienst tut es von selbst, oder nur ein Simulator kann es.";
    rest_request: "REST request", "REST-Anforderung";
    powershell_command: "PowerShell command", "PowerShell-Befehl";
    calls_note: "Host: https://api.partnercenter.microsoft.com – passwords are masked.", "Host: https://api.partnercenter.microsoft.com – Kennwörter sind maskiert.";
    copy_rest: "Copy REST request", "REST-Anforderung kopieren";
    copy_powershell: "Copy PowerShell command", "PowerShell-Befehl kopieren";
    call_not_copied: "The browser did not allow copying. Select the text and copy it by hand.", "Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn von Hand.";
    by_itself: "by itself", "von selbst";
    // The clock
    advance_clock: "Advance clock", "Uhr vorstellen";
    simulated_time: "Simulated time", "Simulierte Zeit";
    advance_by: "By", "Um";
    advance: "Advance", "Vorstellen";
    clock_forward_only: "For all customers, and for good: the clock never goes backwards.", "Für alle Kunden und endgültig: Die Uhr läuft nie rückwärts.";
    for_this_tab_only: "This could not be saved and holds for this tab only.", "Das ließ sich nicht speichern und gilt nur in diesem Tab.";
    day: "Or to a date (UTC)", "Oder auf ein Datum (UTC)";
    role: "Your role", "Ihre Rolle";
    role_help: "Decides what you may do, as in Partner Center.", "Entscheidet, was Sie dürfen – wie im Partner Center.";
    language: "Language", "Sprache";
    theme: "Appearance", "Darstellung";
    theme_system: "As the system", "Wie das System";
    theme_light: "Light", "Hell";
    theme_dark: "Dark", "Dunkel";
    close: "Close", "Schließen";
    cancel: "Cancel", "Abbrechen";
    save: "Save", "Speichern";
    saving: "Saving…", "Wird gespeichert …";
    none: "None", "Keine";
    optional: "optional", "optional";
    all_times_utc: "All times are UTC.", "Alle Zeiten in UTC.";
    reload: "Reload", "Neu laden";
    dismiss: "Dismiss", "Ausblenden";
    breadcrumb: "You are here", "Sie sind hier";
    messages: "Messages", "Meldungen";
    // Lists
    first: "First", "Erste";
    previous: "Previous", "Vorherige";
    next: "Next", "Nächste";
    last: "Last", "Letzte";
    pages: "Pages", "Seiten";
    rows_per_page: "Rows per page", "Zeilen pro Seite";
    clear_search: "Clear search", "Suche leeren";
    nothing_found: "Nothing matches your search.", "Ihre Suche hat keine Treffer.";
    nothing_filtered: "Nothing matches this filter.", "Auf diesen Filter passt nichts.";
    show_all: "Show all", "Alle anzeigen";
    // Customers
    customers: "Customers", "Kunden";
    search_customers: "Search customers", "Kunden suchen";
    search_customers_hint: "Company or domain name", "Firmen- oder Domänenname";
    export_customers: "Export customers", "Kunden exportieren";
    nothing_to_export: "There is nothing here to export.", "Hier gibt es nichts zu exportieren.";
    company_name: "Company name", "Firmenname";
    primary_domain: "Primary domain name", "Name der primären Domäne";
    relationship: "Relationship", "Beziehung";
    reseller: "Reseller", "Handelspartner";
    microsoft_id: "Microsoft ID", "Microsoft-ID";
    customer_menu: "Customer", "Kunde";
    unknown_customer: "Customer not found", "Kunde nicht gefunden";
    unknown_customer_text: "There is no customer with this ID in the workspace. The link may come from another workspace.", "In diesem Arbeitsbereich gibt es keinen Kunden mit dieser ID. Der Link stammt vielleicht aus einem anderen Arbeitsbereich.";
    // Customer menu
    subscriptions: "Subscriptions", "Abonnements";
    users_and_licenses: "Users and licenses", "Benutzer und Lizenzen";
    account: "Account", "Konto";
    // Subscriptions
    subscription: "Subscription", "Abonnement";
    quantity: "Quantity", "Menge";
    assigned: "Assigned", "Zugewiesen";
    available: "Available", "Verfügbar";
    status: "Status", "Status";
    active: "Active", "Aktiv";
    suspended: "Suspended", "Ausgesetzt";
    no_subscriptions: "This customer has no subscriptions.", "Dieser Kunde hat keine Abonnements.";
    no_subscriptions_hint: "Without a subscription there are no licenses to assign; users can be created all the same.", "Ohne Abonnement gibt es keine Lizenzen zuzuweisen; Benutzer lassen sich trotzdem anlegen.";
    per_product: "Assigned and available count per product: all its active subscriptions together.", "Zugewiesen und Verfügbar gelten je Produkt: alle aktiven Abonnements zusammen.";
    unknown_subscription: "There is no such subscription any more.", "Dieses Abonnement gibt es nicht mehr.";
    over_assigned: "Over-assigned", "Überbelegt";
    add_subscription: "Add subscription", "Abonnement hinzufügen";
    change_quantity: "Change quantity", "Menge ändern";
    suspend: "Suspend", "Aussetzen";
    reactivate: "Reactivate", "Reaktivieren";
    actions: "Actions", "Aktionen";
    export_subscriptions: "Export subscriptions", "Abonnements exportieren";
    subscription_id: "Subscription ID", "Abonnement-ID";
    search_products: "Search products", "Produkte suchen";
    search_products_hint: "Name or part number", "Name oder Artikelnummer";
    choose_product: "Choose a product.", "Wählen Sie ein Produkt.";
    quantity_help: "1 to 10000, in digits only.", "1 bis 10000, nur Ziffern.";
    seats_do_not_count: "This subscription is suspended: its seats do not count until it is reactivated.", "Dieses Abonnement ist ausgesetzt: Seine Plätze zählen erst, wenn es reaktiviert ist.";
    // Users
    users: "Users", "Benutzer";
    add_user: "Add user", "Benutzer hinzufügen";
    export_users: "Export users", "Benutzer exportieren";
    search_users: "Search users", "Benutzer suchen";
    search_users_hint: "Name or user name", "Name oder Benutzername";
    display_name: "Display name", "Anzeigename";
    user_name: "User name", "Benutzername";
    licenses: "Licenses", "Lizenzen";
    permissions: "Permissions", "Berechtigungen";
    no_users: "This customer has no users yet.", "Dieser Kunde hat noch keine Benutzer.";
    no_users_hint: "Add the first one; the temporary password is shown once, right after saving.", "Legen Sie den ersten an; das temporäre Kennwort wird einmal gezeigt, gleich nach dem Speichern.";
    users_views: "Active and deleted users", "Aktive und gelöschte Benutzer";
    deleted_users: "Deleted users", "Gelöschte Benutzer";
    deleted_on: "Deleted on", "Gelöscht am";
    deleted_on_utc: "Deleted on (UTC)", "Gelöscht am (UTC)";
    days_left: "Days left", "Verbleibende Tage";
    restore: "Restore", "Wiederherstellen";
    licenses_before: "Licenses held before", "Frühere Lizenzen";
    no_deleted_users: "No deleted users.", "Keine gelöschten Benutzer.";
    no_deleted_users_hint: "Deleted users stay here for 30 days.", "Gelöschte Benutzer bleiben hier 30 Tage lang.";
    export_deleted_users: "Export deleted users", "Gelöschte Benutzer exportieren";
    users_restored: "Users restored", "Benutzer wiederhergestellt";
    no_restore_results: "What became of each user is told once, right after restoring, and not stored.", "Was aus jedem Benutzer wurde, steht hier einmal, gleich nach dem Wiederherstellen, und wird nicht aufbewahrt.";
    licenses_not_back: "Licenses that could not be given back", "Lizenzen, die nicht zurückgegeben werden konnten";
    choose_user_name: "Choose another user name", "Anderen Benutzernamen wählen";
    gone_deleted_user: "There is no such deleted user any more: restored in another tab, or their time was over.", "Diesen gelöschten Benutzer gibt es nicht mehr: in einem anderen Tab wiederhergestellt, oder seine Zeit war abgelaufen.";
    back_to_deleted: "Back to Deleted users", "Zurück zu „Gelöschte Benutzer“";
    nobody_restored: "Nobody could be restored.", "Niemand ließ sich wiederherstellen.";
    nobody_changed: "Nothing could be changed for any of these users.", "Bei keinem dieser Benutzer ließ sich etwas ändern.";
    filter_users: "Filter users by…", "Benutzer filtern nach…";
    filter_all: "All users", "Alle Benutzer";
    filter_selected: "Selected users", "Ausgewählte Benutzer";
    filter_unlicensed: "Without a license", "Ohne Lizenz";
    filter_licensed: "With any license", "Mit einer Lizenz";
    filter_administrators: "Administrators", "Administratoren";
    filter_no_location: "Without a usage location", "Ohne Nutzungsstandort";
    filter_with: "With the product", "Mit dem Produkt";
    filter_without: "Without the product", "Ohne das Produkt";
    select_page: "Select all users on this page", "Alle Benutzer dieser Seite auswählen";
    clear_selection: "Clear selection", "Auswahl aufheben";
    select_first: "Select users first: with the check boxes in the list.", "Wählen Sie zuerst Benutzer aus: mit den Kontrollkästchen in der Liste.";
    // Reset password, delete user account
    reset_password: "Reset password", "Kennwort zurücksetzen";
    password_reset: "Password reset", "Kennwort zurückgesetzt";
    delete_user: "Delete user account", "Benutzerkonto löschen";
    save_first: "Save or discard your changes first.", "Speichern oder verwerfen Sie zuerst Ihre Änderungen.";
    licenses_freed: "Licenses that become free:", "Diese Lizenzen werden frei:";
    no_licenses_freed: "No licenses become free.", "Es werden keine Lizenzen frei.";
    must_change_next: "At the next sign-in the user must choose a new one.", "Bei der nächsten Anmeldung muss der Benutzer ein neues wählen.";
    no_passwords: "There are no temporary passwords to show here.", "Hier sind keine temporären Kennwörter zu sehen.";
    no_passwords_hint: "They are shown once, and stored nowhere. Whoever needs one can have the password reset again.", "Sie werden einmal gezeigt und nirgends gespeichert. Wer eines braucht, dem lässt sich das Kennwort noch einmal zurücksetzen.";
    // Manage licenses
    manage_licenses: "Manage licenses", "Lizenzen verwalten";
    assign_and_revoke: "Assign and revoke licenses", "Lizenzen zuweisen und widerrufen";
    available_licenses: "Available licenses", "Verfügbare Lizenzen";
    licenses_updated: "Licenses updated", "Lizenzen aktualisiert";
    nobody_selected: "No users are selected.", "Es sind keine Benutzer ausgewählt.";
    cannot_be_saved: "There are too few licenses: it cannot be saved like this.", "Es sind zu wenige Lizenzen: So lässt es sich nicht speichern.";
    no_results: "What became of each user is told once, right after saving, and not stored.", "Was aus jedem Benutzer wurde, steht hier einmal, gleich nach dem Speichern, und wird nicht aufbewahrt.";
    choose_something: "Choose what to assign or revoke first.", "Wählen Sie zuerst, was zugewiesen oder widerrufen werden soll.";
    gone_user: "There is no active user with this number any more. They may have been deleted in another tab.", "Diesen aktiven Benutzer gibt es nicht mehr. Vielleicht wurde er in einem anderen Tab gelöscht.";
    result: "Result", "Ergebnis";
    unchanged: "Nothing to change", "Nichts zu ändern";
    errors_only: "Errors only", "Nur Fehler";
    no_errors: "No errors.", "Keine Fehler.";
    download_results: "Download results", "Ergebnisse herunterladen";
    undo: "Undo", "Rückgängig";
    undone: "Undone.", "Rückgängig gemacht.";
    undo_before: "The change before it can be undone.", "Die Änderung davor lässt sich rückgängig machen.";
    nothing_to_undo: "There is nothing to undo.", "Es gibt nichts rückgängig zu machen.";
    // The form
    first_name: "First name", "Vorname";
    last_name: "Last name", "Nachname";
    domain: "Domain", "Domäne";
    location: "Location", "Standort";
    location_none: "(not set)", "(nicht festgelegt)";
    location_help: "Where the services are used. A license needs one.", "Wo die Dienste genutzt werden. Für Lizenzen nötig.";
    name_group: "Name", "Name";
    can_use: "Can use licenses and services", "Kann Lizenzen und Dienste verwenden";
    can_use_help: "Every user has this permission.", "Diese Berechtigung hat jeder Benutzer.";
    global_admin: "Global administrator", "Globaler Administrator";
    billing_admin: "Billing administrator", "Abrechnungsadministrator";
    service_admin: "Service administrator", "Dienstadministrator";
    user_admin: "User management administrator", "Benutzerverwaltungsadministrator";
    password_admin: "Password administrator", "Kennwortadministrator";
    service_plans: "Service plans", "Servicepläne";
    view_plans: "View service plans", "Servicepläne anzeigen";
    buy_more: "Buy more", "Weitere erwerben";
    product: "Product", "Produkt";
    back_to_form: "Back to the unfinished form", "Zurück zum unfertigen Formular";
    discard_form: "Discard form", "Formular verwerfen";
    back_to_passwords: "Back to the temporary passwords", "Zurück zu den temporären Kennwörtern";
    discard_draft: "Clear form", "Formular leeren";
    mistakes: "Please correct:", "Bitte korrigieren:";
    // What is wrong with a value
    enter_value: "Enter a value.", "Geben Sie einen Wert ein.";
    no_control_characters: "Remove the control characters, such as tabs and line breaks.", "Entfernen Sie Steuerzeichen wie Tabulatoren und Zeilenumbrüche.";
    no_at_sign: "Enter only the part before the @; choose the domain beside it.", "Geben Sie nur den Teil vor dem @ ein; die Domäne wählen Sie daneben.";
    dot_at_edge: "It may not begin or end with a dot.", "Er darf nicht mit einem Punkt beginnen oder enden.";
    dots_in_a_row: "It may not have two dots in a row.", "Er darf keine zwei Punkte hintereinander enthalten.";
    choose_domain: "Choose one of the customer's domains.", "Wählen Sie eine Domäne des Kunden.";
    choose_location: "Choose a location from the list.", "Wählen Sie einen Standort aus der Liste.";
    location_needed: "License assignment cannot be done for a user with an invalid usage location. Choose a location.", "Einem Benutzer ohne gültigen Nutzungsstandort können keine Lizenzen zugewiesen werden. Wählen Sie einen Standort.";
    not_entitled: "The customer has no subscription to this product.", "Der Kunde hat kein Abonnement für dieses Produkt.";
    no_license_available: "No license is available. Buy more, or leave this product out.", "Es ist keine Lizenz verfügbar. Erwerben Sie weitere oder lassen Sie das Produkt weg.";
    all_suspended: "Every subscription to this product is suspended. Reactivate one, or buy another.", "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines oder erwerben Sie ein weiteres.";
    not_a_quantity: "Enter a whole number from 1 to 10000, in digits only.", "Geben Sie eine ganze Zahl von 1 bis 10000 ein, nur Ziffern.";
    not_a_record_limit: "Enter a whole number from 100 to 50000, in digits only.", "Geben Sie eine ganze Zahl von 100 bis 50000 ein, nur Ziffern.";
    not_a_day: "Enter a day of the calendar.", "Geben Sie einen Tag des Kalenders ein.";
    not_later: "That is not later than the simulated time. The clock never goes backwards.", "Das ist nicht später als die simulierte Zeit. Die Uhr läuft nie rückwärts.";
    too_late: "The clock cannot go beyond the year 9999.", "Die Uhr reicht nicht über das Jahr 9999 hinaus.";
    changed_meanwhile: "This was changed in another tab meanwhile. Check it; saving again overwrites the other change.", "Das wurde inzwischen in einem anderen Tab geändert. Prüfen Sie es; erneutes Speichern überschreibt die andere Änderung.";
    // The confirmation
    user_created: "User created", "Benutzer erstellt";
    temporary_password: "Temporary password", "Temporäres Kennwort";
    once_only: "Temporary passwords are shown only here and only now. They are stored nowhere.", "Temporäre Kennwörter werden nur hier und nur jetzt gezeigt. Sie werden nirgends gespeichert.";
    must_change: "At the first sign-in the user must choose a new one.", "Bei der ersten Anmeldung muss der Benutzer ein neues wählen.";
    add_another: "Add another user", "Weiteren Benutzer hinzufügen";
    email: "Email", "Per E-Mail senden";
    print: "Print", "Drucken";
    copy: "Copy", "Kopieren";
    download: "Download", "Herunterladen";
    copied: "Copied to the clipboard.", "In die Zwischenablage kopiert.";
    copy_failed: "The browser did not allow copying. Use Download or Print instead.", "Der Browser hat das Kopieren nicht erlaubt. Nutzen Sie Herunterladen oder Drucken.";
    downloaded: "Download started.", "Der Download hat begonnen.";
    download_failed: "The browser did not allow the download.", "Der Browser hat den Download nicht erlaubt.";
    email_opened: "If no email program opened, copy the text from Preview email instead. If webmail opened, the passwords are part of its web address.", "Falls sich kein E-Mail-Programm geöffnet hat, kopieren Sie den Text aus der E-Mail-Vorschau. Falls sich Webmail geöffnet hat, stehen die Kennwörter in dessen Webadresse.";
    email_too_long: "There are too many users for an email draft. Use Copy or Download instead.", "Für einen E-Mail-Entwurf sind das zu viele Benutzer. Nutzen Sie Kopieren oder Herunterladen.";
    preview_email: "Preview email", "E-Mail-Vorschau";
    open_in_email: "Open in email program", "Im E-Mail-Programm öffnen";
    email_subject: "Subject", "Betreff";
    email_text: "Text", "Text";
    email_webmail: "If your email opens in the browser (webmail), the passwords become part of a web address, which the browser history and servers may keep. Copying the text into a new email is safer.", "Öffnet sich Ihre E-Mail im Browser (Webmail), stehen die Kennwörter in einer Webadresse, die im Browserverlauf und auf Servern gespeichert werden kann. Sicherer ist es, den Text in eine neue E-Mail zu kopieren.";
    back_to_user: "Back to the user", "Zurück zum Benutzer";
    back_to_users: "Back to the list", "Zurück zur Liste";
    leave_title: "Leave without the passwords?", "Ohne die Kennwörter verlassen?";
    leave_text: "These temporary passwords can't be shown again. Print, copy or download them first, unless you've already sent them by email.", "Diese temporären Kennwörter lassen sich nicht noch einmal anzeigen. Drucken, kopieren oder laden Sie sie vorher herunter, falls Sie sie nicht schon per E-Mail gesendet haben.";
    leave_edits_title: "Leave without saving?", "Ohne Speichern verlassen?";
    leave_edits_text: "Your changes have not been saved.", "Ihre Änderungen sind nicht gespeichert.";
    leave: "Leave anyway", "Trotzdem verlassen";
    stay: "Stay here", "Hier bleiben";
    credentials_title: "Sign-in details", "Anmeldedaten";
    // A user's page
    edit_user: "Names, location and permissions", "Namen, Standort und Berechtigungen";
    created_on: "Created on", "Erstellt am";
    password_set: "Password set on", "Kennwort gesetzt am";
    password_temporary: "temporary, to be changed at the next sign-in", "temporär, bei der nächsten Anmeldung zu ändern";
    no_licenses: "No licenses.", "Keine Lizenzen.";
    all_plans: "All service plans are switched on.", "Alle Servicepläne sind eingeschaltet.";
    saved: "Saved.", "Gespeichert.";
    nothing_to_change: "Nothing was changed.", "Es wurde nichts geändert.";
    unknown_user: "User not found", "Benutzer nicht gefunden";
    unknown_user_text: "There is no active user with this ID. They may have been deleted.", "Es gibt keinen aktiven Benutzer mit dieser ID. Vielleicht wurde er gelöscht.";
    // Upload users
    upload_users: "Upload users", "Benutzer hochladen";
    upload_info: "Upload user info", "Benutzerinformationen hochladen";
    browse: "Browse", "Durchsuchen";
    browse_hint: "Choose a CSV file, or drop it anywhere on this page. Nothing leaves this computer.", "Wählen Sie eine CSV-Datei oder legen Sie sie irgendwo auf dieser Seite ab. Nichts verlässt diesen Computer.";
    drop_here: "Drop the file to read it.", "Datei ablegen, um sie zu lesen.";
    download_sample: "Download sample file", "Beispieldatei herunterladen";
    validate: "Validate", "Überprüfen";
    validate_again: "Validate again", "Erneut überprüfen";
    validate_first: "Validate a file first.", "Überprüfen Sie zuerst eine Datei.";
    choose_file_first: "Choose a file first.", "Wählen Sie zuerst eine Datei.";
    encoding: "Encoding", "Codierung";
    separator: "Separator", "Trennzeichen";
    read_as_help: "Recognised. Change it if the preview looks wrong.", "Erkannt. Ändern Sie es, wenn die Vorschau falsch aussieht.";
    preview: "Preview", "Vorschau";
    line: "Line", "Zeile";
    column: "Column", "Spalte";
    value: "Value", "Wert";
    reason: "Reason", "Grund";
    file_columns: "Columns of the file", "Spalten der Datei";
    heading: "Heading", "Überschrift";
    also_accepted: "Also accepted", "Auch möglich";
    excel_hint: "To open a CSV file in Excel so that every column is one: Data › From Text/CSV. When saving, any kind of CSV will do.", "Damit Excel jede Spalte einer CSV-Datei als solche öffnet: Daten › Aus Text/CSV. Beim Speichern ist jede Art von CSV recht.";
    meaning: "What belongs in it", "Was hineingehört";
    file_problems: "What is wrong with the file", "Was an der Datei nicht stimmt";
    search_problems: "Search problems", "Probleme suchen";
    search_problems_hint: "Value or reason", "Wert oder Grund";
    all_columns: "All columns", "Alle Spalten";
    whole_rows: "Whole rows and the file", "Ganze Zeilen und die Datei";
    nothing_imported: "Nothing is imported before every row is right. Correct the values here, or in the file, and validate again.", "Importiert wird erst, wenn jede Zeile stimmt. Berichtigen Sie die Werte hier oder in der Datei und überprüfen Sie erneut.";
    corrected: "Corrected; validate again.", "Berichtigt; bitte erneut überprüfen.";
    drop_corrections_title: "Discard your corrections?", "Ihre Berichtigungen verwerfen?";
    drop_corrections: "The values that you have corrected are only on this screen; the file itself is as it was. To keep them, download the results first.", "Die Werte, die Sie berichtigt haben, stehen nur auf diesem Bildschirm; die Datei selbst ist, wie sie war. Um sie zu behalten, laden Sie zuerst die Ergebnisse herunter.";
    discard: "Discard", "Verwerfen";
    keep: "Keep", "Behalten";
    correct_first: "Correct the errors first.", "Berichtigen Sie zuerst die Fehler.";
    or_change_limit: "Or change the limit above.", "Oder ändern Sie oben die Grenze.";
    downloading_parts: "The parts are being downloaded.", "Die Teile werden heruntergeladen.";
    stopped: "Stopped; nothing was changed.", "Angehalten; es wurde nichts geändert.";
    use_suggestion: "Use suggestion", "Vorschlag übernehmen";
    use_all_suggestions: "Use all suggestions", "Alle Vorschläge übernehmen";
    split_file: "Split the file", "Datei aufteilen";
    split_hint: "Each part has the headings, and can be uploaded by itself.", "Jeder Teil hat die Überschriften und lässt sich für sich hochladen.";
    part: "Part", "Teil";
    download_all_parts: "Download all parts", "Alle Teile herunterladen";
    cannot_read: "The file cannot be read.", "Die Datei lässt sich nicht lesen.";
    one_file_only: "Choose one file at a time: all of its users are created together, or none.", "Wählen Sie eine einzelne Datei: Ihre Benutzer werden alle zusammen erstellt oder gar nicht.";
    no_folder: "This is a folder. Choose a file in it.", "Das ist ein Ordner. Wählen Sie eine Datei darin.";
    file_gone: "The file cannot be read any more: it was moved, deleted or changed since it was chosen. Choose it again.", "Die Datei lässt sich nicht mehr lesen: Sie wurde seit der Auswahl verschoben, gelöscht oder geändert. Wählen Sie sie noch einmal.";
    reading_file: "Reading the file", "Datei wird gelesen";
    validating_rows: "Validating", "Wird überprüft";
    creating_users: "Creating the users", "Benutzer werden erstellt";
    record_limit: "Most users in a file", "Benutzer je Datei höchstens";
    change_limit: "Change limit", "Grenze ändern";
    record_limit_help: "From 100 to 50000, in digits only. The real service takes 100; more is for demonstrations.", "Von 100 bis 50000, nur Ziffern. Der echte Dienst nimmt 100; mehr ist für Vorführungen.";
    upload_location_help: "For all users of the file. Licenses are assigned afterwards.", "Für alle Benutzer der Datei. Lizenzen werden danach zugewiesen.";
    users_created: "Users created", "Benutzer erstellt";
    download_first: "Download these passwords now: they are shown only here, and only once.", "Laden Sie diese Kennwörter jetzt herunter: Sie werden nur hier gezeigt, und nur einmal.";
    upload_another: "Upload another file", "Weitere Datei hochladen";
    // What is wrong with a file
    file_empty: "The file is empty.", "Die Datei ist leer.";
    file_only_a_mark: "The file is empty: there is nothing in it but a byte order mark.", "Die Datei ist leer: Es steht nichts darin außer einer Bytereihenfolge-Marke.";
    file_archive: "This is a .zip archive, not CSV. Unpack it and choose a file out of it.", "Das ist ein ZIP-Archiv, kein CSV. Entpacken Sie es und wählen Sie eine Datei daraus.";
    file_pdf: "This is a PDF document, not CSV. Save the table itself as CSV.", "Das ist ein PDF-Dokument, kein CSV. Speichern Sie die Tabelle selbst als CSV.";
    no_rows: "There is no text in the file. The first line must have the headings.", "In der Datei steht kein Text. In der ersten Zeile müssen die Überschriften stehen.";
    no_records: "There are no users in the file, only headings.", "In der Datei stehen keine Benutzer, nur Überschriften.";
    unknown_column: "There is no column of this name. Take it out of the file.", "Eine Spalte dieses Namens gibt es nicht. Nehmen Sie sie aus der Datei heraus.";
    one_more_unknown_column: "One more column is unknown. Take it out of the file.", "Eine weitere Spalte ist unbekannt. Nehmen Sie sie aus der Datei heraus.";
    like_a_formula: "A name may not begin like a formula.", "Ein Name darf nicht wie eine Formel beginnen.";
    not_an_address: "Not an e-mail address: there must be one @, with something on both sides and no spaces around it.", "Keine E-Mail-Adresse: Es muss genau ein @ darin stehen, mit etwas auf beiden Seiten und ohne Leerzeichen daneben.";
    foreign_domain: "The domain is not one of the customer's.", "Die Domäne ist keine des Kunden.";
    status_created: "Created", "Erstellt";
    status_not_created: "Not created, because of errors in other rows.", "Nicht erstellt, wegen Fehlern in anderen Zeilen.";
    // Account
    company_data: "Company", "Firma";
    domains: "Domains", "Domänen";
    primary: "primary", "primär";
    edit_customer: "Company name and location", "Firmenname und Standort";
    // No view
    not_found: "Page not found", "Seite nicht gefunden";
    not_found_text: "No page has this address.", "Unter dieser Adresse gibt es keine Seite.";
    to_customers: "Go to Customers", "Zu den Kunden";
    // The workspace as a whole
    workspace: "Workspace", "Arbeitsbereich";
    storage_used: "Storage used", "Belegter Speicher";
    storage_hint: "Everything is stored in this browser, for this address. Other programs at the same address share the space.", "Alles wird in diesem Browser für diese Adresse gespeichert. Andere Programme unter derselben Adresse teilen sich den Platz.";
    storage_filling: "The storage is almost full. Back up and reset the workspace before you run out of space.", "Der Speicher ist fast voll. Sichern Sie den Arbeitsbereich und setzen Sie ihn zurück, bevor der Platz ausgeht.";
    back_up: "Back up", "Sichern";
    back_up_hint: "Saves the whole workspace as one file: customers, users, subscriptions, clock and activity log. Passwords aren't included.", "Speichert den ganzen Arbeitsbereich als eine Datei: Kunden, Benutzer, Abonnements, Uhr und Aktivitätsprotokoll. Kennwörter sind nicht enthalten.";
    backed_up: "Backup downloaded.", "Sicherung heruntergeladen.";
    restore_backup: "Restore backup", "Sicherung wiederherstellen";
    choose_backup: "Choose backup", "Sicherung auswählen";
    backup_hint: "Choose a backup, or drop it anywhere on this page. You'll see what's in it before anything is replaced.", "Wählen Sie eine Sicherung oder legen Sie sie irgendwo auf dieser Seite ab. Sie sehen den Inhalt, bevor etwas ersetzt wird.";
    one_backup_only: "Choose one backup.", "Wählen Sie eine einzelne Sicherung.";
    backup_file: "File", "Datei";
    backup_made: "Created", "Erstellt";
    log_changes: "Changes in the activity log", "Änderungen im Aktivitätsprotokoll";
    replace_workspace: "Replace workspace", "Arbeitsbereich ersetzen";
    replace_title: "Replace the workspace with this backup?", "Den Arbeitsbereich durch diese Sicherung ersetzen?";
    replace_text: "Your current workspace will be replaced. You can undo this until the next change.", "Der aktuelle Arbeitsbereich wird ersetzt. Bis zur nächsten Änderung können Sie das rückgängig machen.";
    restored_backup: "Backup restored.", "Sicherung wiederhergestellt.";
    reset_workspace: "Reset workspace", "Arbeitsbereich zurücksetzen";
    reset_hint: "Starts over with fresh sample data, for the next group or the next rehearsal.", "Beginnt von vorn mit neuen Beispieldaten, für die nächste Gruppe oder den nächsten Probelauf.";
    reset_title: "Reset the workspace?", "Den Arbeitsbereich zurücksetzen?";
    reset_undoable: "You can undo this until the next change.", "Bis zur nächsten Änderung können Sie das rückgängig machen.";
    back_up_first: "Back up first", "Vorher sichern";
    workspace_was_reset: "Workspace reset.", "Arbeitsbereich zurückgesetzt.";
    previous_kept: "Your previous workspace is kept until the next change.", "Ihr vorheriger Arbeitsbereich bleibt bis zur nächsten Änderung erhalten.";
    previous_back: "Return to it", "Dorthin zurückkehren";
    update_ready: "A new version of Seatwork is available. Finish what you are doing, then reload.", "Eine neue Version von Seatwork ist verfügbar. Schließen Sie Ihre Arbeit ab und laden Sie dann neu.";
    reload_to_update: "Reload to update", "Zum Aktualisieren neu laden";
    // Trouble
    trouble: "Seatwork cannot open its workspace", "Seatwork kann den Arbeitsbereich nicht öffnen";
    storage_blocked: "The browser does not let this page store anything, and Seatwork keeps everything in the browser. Allow site data for this address (in private windows it may be switched off), then reload.", "Der Browser erlaubt dieser Seite nicht, etwas zu speichern, und Seatwork bewahrt alles im Browser auf. Erlauben Sie Websitedaten für diese Adresse (in privaten Fenstern sind sie manchmal abgeschaltet) und laden Sie neu.";
    storage_full: "The browser's storage for this address is full. Free some space (for example by clearing the data of other programs at this address), then try again.", "Der Speicher des Browsers für diese Adresse ist voll. Schaffen Sie Platz (etwa indem Sie Daten anderer Programme unter dieser Adresse löschen) und versuchen Sie es noch einmal.";
    storage_nearly_full: "This was saved, but the browser's storage for this address is nearly full: the next change may find no room. Free some space, for example by clearing the data of other programs at this address.", "Das ist gespeichert, aber der Speicher des Browsers für diese Adresse ist fast voll: Für die nächste Änderung reicht er vielleicht nicht. Schaffen Sie Platz, etwa indem Sie Daten anderer Programme unter dieser Adresse löschen.";
    newer_version: "A later version of Seatwork has written this workspace. It is untouched; load the later version to go on.", "Eine neuere Version von Seatwork hat diesen Arbeitsbereich geschrieben. Er ist unberührt; laden Sie die neuere Version, um weiterzuarbeiten.";
    newer_read_only: "A later version of Seatwork has written here: you can look around, but changes are not saved. Reload to get the later version.", "Eine neuere Version von Seatwork hat hier geschrieben: Sie können sich umsehen, Änderungen werden aber nicht gespeichert. Laden Sie neu, um die neuere Version zu erhalten.";
    one_tab_only: "This address is not secure (https), so that the browser cannot keep several tabs apart. Please use Seatwork in one tab only.", "Diese Adresse ist nicht sicher (https), darum kann der Browser mehrere Tabs nicht auseinanderhalten. Bitte nutzen Sie Seatwork nur in einem Tab.";
    origin_rebuilt: "The beginning of the workspace was damaged and has been put together again from the rest.", "Der Anfang des Arbeitsbereichs war beschädigt und wurde aus dem Rest wiederhergestellt.";
    other_tab_saves: "Another tab is saving, and this one waits for it. If that takes long, close the other tab.", "Ein anderer Tab speichert gerade, und dieser wartet darauf. Dauert das lange, schließen Sie den anderen Tab.";
    retry: "Retry", "Erneut versuchen";
    behind: "Another tab has saved, and this one has not received that yet. Try again in a moment.", "Ein anderer Tab hat gespeichert, und dieser hat das noch nicht erhalten. Versuchen Sie es gleich noch einmal.";
    overwritten: "Two tabs saved at the same moment, and one of the changes is lost. Compare with the activity log.", "Zwei Tabs haben im selben Augenblick gespeichert, und eine der Änderungen ist verloren. Vergleichen Sie mit dem Aktivitätsprotokoll.";
    numbers_exhausted: "This customer has no user numbers left.", "Für diesen Kunden sind keine Benutzernummern mehr frei.";
    damaged_kept: "Damaged data has been set aside. Download it, for example to show it to somebody, or delete it.", "Beschädigte Daten wurden beiseitegelegt. Laden Sie sie herunter, etwa um sie jemandem zu zeigen, oder löschen Sie sie.";
    download_damaged: "Download the damaged data", "Beschädigte Daten herunterladen";
    delete_damaged: "Delete the damaged data", "Beschädigte Daten löschen";
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn no_word_is_empty_or_ends_in_space() {
        for (name, english, german) in ALL {
            for word in [english, german] {
                assert!(!word.is_empty() && word.trim() == *word, "{name}: {word:?}");
            }
        }
    }
}
