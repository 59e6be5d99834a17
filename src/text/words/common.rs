//! What is said all over the program, and on the screens that every visit begins with.

use super::table::words;

#[rustfmt::skip]
words! {
    Words:
    language_tag: "en", "de";
    // The frame
    simulation: "Training simulation – no real accounts", "Trainingssimulation – keine echten Konten";
    not_affiliated: "Seatwork is not affiliated with Microsoft. All companies and people in it are fictional.", "Seatwork steht in keiner Verbindung zu Microsoft. Alle Firmen und Personen sind frei erfunden.";
    skip_to_content: "Skip to content", "Zum Inhalt springen";
    main_menu: "Main menu", "Hauptmenü";
    dashboard: "Dashboard", "Dashboard";
    settings: "Settings", "Einstellungen";
    // The panel beside the work
    side_panel: "Side panel", "Seitenbereich";
    close_panel: "Close panel", "Seitenbereich schließen";
    how_to: "How to …", "Anleitung …";
    follow_docs: "Follow the documentation", "Der Dokumentation folgen";
    // Exercises
    training: "Training", "Training";
    opening_workspace: "Opening the workspace …", "Der Arbeitsbereich wird geöffnet …";
    try_again: "Try again", "Noch einmal versuchen";
    attempt_gone: "This attempt no longer exists", "Diesen Versuch gibt es nicht mehr";
    attempt_gone_text: "It was deleted, perhaps in another tab. The exercise can be started again at any time.", "Er wurde gelöscht, vielleicht in einem anderen Tab. Die Übung können Sie jederzeit neu starten.";
    not_loaded: "This part of Seatwork couldn't be loaded", "Dieser Teil von Seatwork konnte nicht geladen werden";
    not_loaded_text: "Check your connection, then try again. If there's a new version of Seatwork, reload the page. Saved changes are safe.", "Prüfen Sie die Verbindung und versuchen Sie es noch einmal. Wenn es eine neue Version von Seatwork gibt, laden Sie die Seite neu. Gespeicherte Änderungen sind sicher.";
    not_opened: "This can't be opened right now", "Das lässt sich gerade nicht öffnen";
    to_training: "Go to Training", "Zum Training";
    back_to_exercise: "Back to the exercise", "Zurück zur Übung";
    // Replay
    replay_refuses: "You're watching a replay. Nothing can be changed in it.", "Sie sehen eine Wiedergabe. Darin lässt sich nichts ändern.";
    replay_gone: "This attempt can't be replayed", "Dieser Versuch lässt sich nicht wiedergeben";
    replay_gone_text: "It was deleted, or it belongs to the results of a class that aren't open any more. Open the files again.", "Er wurde gelöscht, oder er gehört zu den Ergebnissen einer Gruppe, die nicht mehr geöffnet sind. Öffnen Sie die Dateien noch einmal.";
    concerned: "Changed", "Geändert";
    concerned_new: "New", "Neu";
    // The activity log
    activity_log: "Activity log", "Aktivitätsprotokoll";
    affected_customer: "Affected customer", "Betroffener Kunde";
    export_log: "Export log", "Protokoll exportieren";
    no_log: "No activity yet.", "Noch keine Aktivitäten.";
    log_assigned: "Assigned", "Zugewiesen";
    log_revoked: "Revoked", "Widerrufen";
    // The clock
    advance_clock: "Advance clock", "Uhr vorstellen";
    simulated_time: "Simulated time", "Simulierte Zeit";
    advance_by: "How far?", "Wie weit?";
    advance_to_date: "To a date", "Bis zu einem Datum";
    choose_advance: "Choose how far to advance the clock.", "Wählen Sie, wie weit die Uhr vorgestellt werden soll.";
    advance: "Advance", "Vorstellen";
    clock_forward_only: "The clock moves forward for all customers and can't be turned back.", "Die Uhr wird für alle Kunden vorgestellt und lässt sich nicht zurückstellen.";
    for_this_tab_only: "This couldn't be saved and applies to this tab only.", "Das konnte nicht gespeichert werden und gilt nur in diesem Tab.";
    day: "Date (UTC)", "Datum (UTC)";
    // Settings
    role: "Your role", "Ihre Rolle";
    role_help: "Determines what you can do, as in Partner Center.", "Bestimmt wie im Partner Center, was Sie tun können.";
    language: "Language", "Sprache";
    theme: "Appearance", "Darstellung";
    theme_system: "Use system setting", "Systemeinstellung verwenden";
    theme_light: "Light", "Hell";
    theme_dark: "Dark", "Dunkel";
    export_separator: "Separator in exported files", "Trennzeichen in exportierten Dateien";
    by_language: "By language", "Nach Sprache";
    present: "Present", "Präsentieren";
    present_help: "Enlarges everything, and shows clicks and keys to the audience. Press p to turn it on or off. In an exercise, press r to restart it or n to open the next one.", "Vergrößert alles und macht Klicks und Tasten für alle sichtbar. Mit der Taste P schalten Sie um. In einer Übung beginnt R sie neu, N öffnet die nächste.";
    present_on: "Presenting. Press p to stop.", "Präsentation läuft. Mit der Taste P beenden Sie sie.";
    present_off: "No longer presenting.", "Präsentation beendet.";
    // Buttons and messages
    close: "Close", "Schließen";
    cancel: "Cancel", "Abbrechen";
    save: "Save", "Speichern";
    saving: "Saving…", "Wird gespeichert …";
    none: "None", "Keine";
    all_times_utc: "All times are in UTC.", "Alle Zeiten in UTC.";
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
    nothing_found: "No matches for your search.", "Keine Treffer für Ihre Suche.";
    nothing_filtered: "No matches for this filter.", "Keine Treffer für diesen Filter.";
    show_all: "Show all", "Alle anzeigen";
    // Customers
    customers: "Customers", "Kunden";
    search_customers: "Search customers", "Kunden suchen";
    search_customers_hint: "Company or domain name", "Firmen- oder Domänenname";
    export_customers: "Export customers", "Kunden exportieren";
    nothing_to_export: "There's nothing to export.", "Es gibt nichts zu exportieren.";
    company_name: "Company name", "Firmenname";
    primary_domain: "Primary domain name", "Name der primären Domäne";
    relationship: "Relationship", "Beziehung";
    reseller: "Reseller", "Handelspartner";
    large_customer: "large", "groß";
    microsoft_id: "Microsoft ID", "Microsoft-ID";
    customer_menu: "Customer", "Kunde";
    unknown_customer: "Customer not found", "Kunde nicht gefunden";
    unknown_customer_text: "This workspace has no customer with this ID. The link may come from another workspace.", "In diesem Arbeitsbereich gibt es keinen Kunden mit dieser ID. Möglicherweise stammt der Link aus einem anderen Arbeitsbereich.";
    // Customer menu
    subscriptions: "Subscriptions", "Abonnements";
    users_and_licenses: "Users and licenses", "Benutzer und Lizenzen";
    account: "Account", "Konto";
    // Subscriptions
    quantity: "Quantity", "Menge";
    assigned: "Assigned", "Zugewiesen";
    status: "Status", "Status";
    active: "Active", "Aktiv";
    suspended: "Suspended", "Ausgesetzt";
    no_subscriptions: "This customer has no subscriptions.", "Dieser Kunde hat keine Abonnements.";
    no_subscriptions_hint: "You can still create users. To assign licenses, add a subscription first.", "Sie können trotzdem Benutzer erstellen. Um Lizenzen zuzuweisen, fügen Sie zuerst ein Abonnement hinzu.";
    unknown_subscription: "This subscription no longer exists.", "Dieses Abonnement gibt es nicht mehr.";
    over_assigned: "Over-assigned", "Überbelegt";
    change_quantity: "Change quantity", "Menge ändern";
    actions: "Actions", "Aktionen";
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
    no_users_hint: "Add the first one. The temporary password is shown only once, right after saving.", "Fügen Sie den ersten hinzu. Das temporäre Kennwort wird nur einmal angezeigt, direkt nach dem Speichern.";
    all_deleted: "All users of this customer have been deleted.", "Alle Benutzer dieses Kunden wurden gelöscht.";
    users_views: "Active and deleted users", "Aktive und gelöschte Benutzer";
    deleted_users: "Deleted users", "Gelöschte Benutzer";
    restore: "Restore", "Wiederherstellen";
    users_restored: "Users restored", "Benutzer wiederhergestellt";
    nobody_restored: "No users could be restored.", "Es konnte kein Benutzer wiederhergestellt werden.";
    nobody_changed: "None of these users could be changed.", "Keiner dieser Benutzer konnte geändert werden.";
    filter_users: "Filter users by…", "Benutzer filtern nach…";
    filter_all: "All users", "Alle Benutzer";
    filter_selected: "Selected users", "Ausgewählte Benutzer";
    filter_unlicensed: "Without a license", "Ohne Lizenz";
    filter_licensed: "With a license", "Mit Lizenz";
    filter_administrators: "Administrators", "Administratoren";
    filter_no_location: "Without a location", "Ohne Standort";
    filter_with: "With the product", "Mit dem Produkt";
    filter_without: "Without the product", "Ohne das Produkt";
    select_page: "Select all users on this page", "Alle Benutzer dieser Seite auswählen";
    clear_selection: "Clear selection", "Auswahl aufheben";
    select_first: "Select users in the list first.", "Wählen Sie zuerst Benutzer in der Liste aus.";
    // Reset password, delete user account
    reset_password: "Reset password", "Kennwort zurücksetzen";
    password_reset: "Password reset", "Kennwort zurückgesetzt";
    delete_user: "Delete user account", "Benutzerkonto löschen";
    licenses_freed: "These licenses will become available:", "Diese Lizenzen werden frei:";
    no_licenses_freed: "No licenses will become available.", "Es werden keine Lizenzen frei.";
    // Manage licenses
    manage_licenses: "Manage licenses", "Lizenzen verwalten";
    assign_and_revoke: "Assign and revoke licenses", "Lizenzen zuweisen und widerrufen";
    available_licenses: "Available licenses", "Verfügbare Lizenzen";
    licenses_updated: "Licenses updated", "Lizenzen aktualisiert";
    result: "Result", "Ergebnis";
    download_results: "Download results", "Ergebnisse herunterladen";
    undo: "Undo", "Rückgängig";
    undone: "Undone.", "Rückgängig gemacht.";
    undo_before: "You can undo the change before it.", "Die Änderung davor lässt sich rückgängig machen.";
    nothing_to_undo: "There's nothing to undo.", "Es gibt nichts rückgängig zu machen.";
    // The form
    first_name: "First name", "Vorname";
    last_name: "Last name", "Nachname";
    domain: "Domain", "Domäne";
    location: "Location", "Standort";
    can_use: "Can use licenses and services", "Kann Lizenzen und Dienste verwenden";
    global_admin: "Global administrator", "Globaler Administrator";
    billing_admin: "Billing administrator", "Abrechnungsadministrator";
    service_admin: "Service administrator", "Dienstadministrator";
    user_admin: "User management administrator", "Benutzerverwaltungsadministrator";
    password_admin: "Password administrator", "Kennwortadministrator";
    view_plans: "View service plans", "Servicepläne anzeigen";
    buy_more: "Buy more", "Weitere erwerben";
    product: "Product", "Produkt";
    back_to_form: "Back to the unfinished form", "Zurück zum unfertigen Formular";
    discard_form: "Discard form", "Formular verwerfen";
    mistakes: "Please correct:", "Bitte korrigieren:";
    // What is wrong with a value
    enter_value: "Enter a value.", "Geben Sie einen Wert ein.";
    no_control_characters: "Remove the control characters, such as tabs and line breaks.", "Entfernen Sie Steuerzeichen wie Tabulatoren und Zeilenumbrüche.";
    no_at_sign: "Enter only the part before the @. Choose the domain next to it.", "Geben Sie nur den Teil vor dem @ ein. Die Domäne wählen Sie daneben aus.";
    dot_at_edge: "It can't begin or end with a period.", "Er darf nicht mit einem Punkt beginnen oder enden.";
    dots_in_a_row: "It can't contain two periods in a row.", "Er darf keine zwei Punkte hintereinander enthalten.";
    choose_domain: "Choose one of the customer's domains.", "Wählen Sie eine Domäne des Kunden aus.";
    choose_location: "Choose a location from the list.", "Wählen Sie einen Standort aus der Liste aus.";
    location_needed: "License assignment cannot be done for a user with an invalid usage location. Choose a location.", "Einem Benutzer ohne gültigen Standort können keine Lizenzen zugewiesen werden. Wählen Sie einen Standort aus.";
    not_entitled: "The customer has no subscription to this product.", "Der Kunde hat kein Abonnement für dieses Produkt.";
    no_license_available: "No licenses are available. Buy more or leave this product out.", "Es sind keine Lizenzen verfügbar. Erwerben Sie weitere oder lassen Sie das Produkt weg.";
    all_suspended: "Every subscription to this product is suspended. Reactivate one or buy another.", "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines oder erwerben Sie ein weiteres.";
    not_a_quantity: "Enter a whole number from 1 to 10,000. Digits only.", "Geben Sie eine ganze Zahl von 1 bis 10.000 ein. Nur Ziffern.";
    not_a_record_limit: "Enter a whole number from 100 to 50,000. Digits only.", "Geben Sie eine ganze Zahl von 100 bis 50.000 ein. Nur Ziffern.";
    not_a_day: "Enter a valid date.", "Geben Sie ein gültiges Datum ein.";
    not_later: "Choose a later date. The clock can't be turned back.", "Wählen Sie ein späteres Datum. Die Uhr lässt sich nicht zurückstellen.";
    too_late: "The clock can't go beyond the year 9999.", "Die Uhr reicht nicht über das Jahr 9999 hinaus.";
    changed_meanwhile: "This was changed in another tab. Check it: saving again will overwrite that change.", "Das wurde in einem anderen Tab geändert. Prüfen Sie es: Erneutes Speichern überschreibt diese Änderung.";
    // Passwords, and leaving a form
    user_created: "User created", "Benutzer erstellt";
    add_another: "Add another user", "Weiteren Benutzer hinzufügen";
    email: "Email", "Per E-Mail senden";
    print: "Print", "Drucken";
    copy: "Copy", "Kopieren";
    download: "Download", "Herunterladen";
    copied: "Copied to the clipboard.", "In die Zwischenablage kopiert.";
    downloaded: "Download started.", "Der Download hat begonnen.";
    download_failed: "The browser didn't allow the download.", "Der Browser hat den Download nicht erlaubt.";
    back_to_user: "Back to the user", "Zurück zum Benutzer";
    back_to_users: "Back to the list", "Zurück zur Liste";
    leave_title: "Leave without the passwords?", "Ohne die Kennwörter verlassen?";
    leave_text: "These temporary passwords can't be shown again. Print, copy or download them first, unless you've already sent them by email.", "Diese temporären Kennwörter lassen sich nicht noch einmal anzeigen. Drucken, kopieren oder laden Sie sie vorher herunter, falls Sie sie nicht schon per E-Mail gesendet haben.";
    leave_edits_title: "Leave without saving?", "Ohne Speichern verlassen?";
    leave_edits_text: "Your changes haven't been saved.", "Ihre Änderungen wurden nicht gespeichert.";
    leave: "Leave anyway", "Trotzdem verlassen";
    stay: "Stay here", "Hier bleiben";
    // A user's page
    saved: "Saved.", "Gespeichert.";
    nothing_to_change: "Nothing was changed.", "Es wurde nichts geändert.";
    unknown_user: "User not found", "Benutzer nicht gefunden";
    unknown_user_text: "There's no active user with this ID. They may have been deleted.", "Es gibt keinen aktiven Benutzer mit dieser ID. Möglicherweise wurde er gelöscht.";
    // Upload users
    upload_users: "Upload users", "Benutzer hochladen";
    upload_info: "Upload user info", "Benutzerinformationen hochladen";
    browse: "Browse", "Durchsuchen";
    drop_here: "Drop the file here.", "Datei hier ablegen.";
    download_sample: "Download sample file", "Beispieldatei herunterladen";
    validate: "Validate", "Überprüfen";
    discard: "Discard", "Verwerfen";
    no_folder: "This is a folder. Choose a file in it.", "Das ist ein Ordner. Wählen Sie eine Datei darin aus.";
    file_gone: "The file can't be read any more: it was moved, deleted or changed. Choose it again.", "Die Datei kann nicht mehr gelesen werden: Sie wurde verschoben, gelöscht oder geändert. Wählen Sie sie erneut aus.";
    record_limit: "Maximum users per file", "Höchstzahl der Benutzer je Datei";
    users_created: "Users created", "Benutzer erstellt";
    // What is wrong with a file
    file: "File", "Datei";
    file_customers: "customers", "kunden";
    file_users: "users", "benutzer";
    no_rows: "The file contains no text. The first line must contain the headings.", "Die Datei enthält keinen Text. Die erste Zeile muss die Überschriften enthalten.";
    no_records: "The file contains headings but no users.", "Die Datei enthält Überschriften, aber keine Benutzer.";
    unknown_column: "There's no column with this name. Ignore it or correct the heading.", "Eine Spalte mit diesem Namen gibt es nicht. Ignorieren Sie sie oder korrigieren Sie die Überschrift.";
    one_more_unknown_column: "One more column is unknown. Ignore it or correct the heading.", "Eine weitere Spalte ist unbekannt. Ignorieren Sie sie oder korrigieren Sie die Überschrift.";
    like_a_formula: "A name can't begin like a formula. Remove the sign at its beginning.", "Ein Name darf nicht wie eine Formel beginnen. Entfernen Sie das Zeichen am Anfang.";
    not_an_address: "This isn't an email address. It needs exactly one @, with text on both sides and no spaces around it.", "Das ist keine E-Mail-Adresse. Sie braucht genau ein @, mit Text auf beiden Seiten und ohne Leerzeichen daneben.";
    foreign_domain: "This domain doesn't belong to the customer.", "Diese Domäne gehört nicht zum Kunden.";
    // No view
    not_found: "Page not found", "Seite nicht gefunden";
    not_found_text: "There's no page at this address.", "Unter dieser Adresse gibt es keine Seite.";
    to_customers: "Go to Customers", "Zu den Kunden";
    // The workspace as a whole
    workspace: "Workspace", "Arbeitsbereich";
    loading: "Loading…", "Wird geladen …";
    in_memory_only: "The browser doesn't let this page store data. You can work, but everything is lost when you close or reload this page: back up first (Settings, Workspace). To keep your work, allow site data for this address, then reload.", "Der Browser lässt diese Seite keine Daten speichern. Sie können arbeiten, aber alles geht verloren, wenn Sie diese Seite schließen oder neu laden: Sichern Sie vorher (Einstellungen, Arbeitsbereich). Damit Ihre Arbeit erhalten bleibt, erlauben Sie Websitedaten für diese Adresse und laden Sie neu.";
    storage_cleared: "This tab still has the workspace, without its activity log.", "Dieser Tab hat den Arbeitsbereich noch, ohne Aktivitätsprotokoll.";
    write_again: "Save it again", "Erneut speichern";
    written_again: "Workspace saved again.", "Arbeitsbereich erneut gespeichert.";
    update_ready: "A new version of Seatwork is available. Finish what you're doing, then reload.", "Eine neue Version von Seatwork ist verfügbar. Schließen Sie Ihre Arbeit ab und laden Sie dann neu.";
    reload_to_update: "Reload to update", "Zum Aktualisieren neu laden";
    // Trouble
    trouble: "Seatwork can't open its workspace", "Seatwork kann den Arbeitsbereich nicht öffnen";
    storage_blocked: "The browser doesn't let this page store data, and Seatwork keeps everything in the browser. Allow site data for this address (in private windows it may be off), then reload.", "Der Browser lässt diese Seite keine Daten speichern, und Seatwork bewahrt alles im Browser auf. Erlauben Sie Websitedaten für diese Adresse (in privaten Fenstern sind sie manchmal ausgeschaltet) und laden Sie neu.";
    storage_full: "The browser's storage for this address is full. Free up some space, for example by clearing the data of other programs at this address, then try again.", "Der Speicher des Browsers für diese Adresse ist voll. Schaffen Sie Platz, etwa indem Sie Daten anderer Programme unter dieser Adresse löschen, und versuchen Sie es noch einmal.";
    storage_nearly_full: "This was saved, but the browser's storage for this address is nearly full, and the next change may not fit. Free up some space, for example by clearing the data of other programs at this address.", "Das wurde gespeichert, aber der Speicher des Browsers für diese Adresse ist fast voll, und die nächste Änderung passt vielleicht nicht mehr. Schaffen Sie Platz, etwa indem Sie Daten anderer Programme unter dieser Adresse löschen.";
    newer_version: "A newer version of Seatwork saved this workspace. Nothing was changed. Load the newer version to continue.", "Eine neuere Version von Seatwork hat diesen Arbeitsbereich gespeichert. Es wurde nichts verändert. Laden Sie die neuere Version, um weiterzuarbeiten.";
    newer_read_only: "A newer version of Seatwork has saved changes here. You can look around, but your changes won't be saved. Reload to get the newer version.", "Eine neuere Version von Seatwork hat hier gespeichert. Sie können sich umsehen, aber Ihre Änderungen werden nicht gespeichert. Laden Sie neu, um die neuere Version zu erhalten.";
    one_tab_only: "This address isn't secure (https), so the browser can't keep several tabs in sync. Use Seatwork in one tab only.", "Diese Adresse ist nicht sicher (https), daher kann der Browser mehrere Tabs nicht aufeinander abstimmen. Verwenden Sie Seatwork nur in einem Tab.";
    origin_rebuilt: "The start of the workspace was damaged and was rebuilt from the rest.", "Der Anfang des Arbeitsbereichs war beschädigt und wurde aus dem Rest wiederhergestellt.";
    other_tab_saves: "Another tab is saving. This tab is waiting for it. If it takes long, close the other tab.", "Ein anderer Tab speichert gerade, und dieser wartet darauf. Wenn das lange dauert, schließen Sie den anderen Tab.";
    retry: "Retry", "Erneut versuchen";
    behind: "Another tab has saved a change that hasn't arrived here yet. Try again in a moment.", "Ein anderer Tab hat eine Änderung gespeichert, die hier noch nicht angekommen ist. Versuchen Sie es gleich noch einmal.";
    overwritten: "Two tabs saved at the same moment, and one change was lost. Check the activity log.", "Zwei Tabs haben gleichzeitig gespeichert, und eine Änderung ging verloren. Prüfen Sie das Aktivitätsprotokoll.";
    numbers_exhausted: "This customer has no user numbers left.", "Für diesen Kunden sind keine Benutzernummern mehr frei.";
    damaged_kept: "Damaged data was set aside. Download it, for example to show it to someone, or delete it.", "Beschädigte Daten wurden beiseitegelegt. Laden Sie sie herunter, etwa um sie jemandem zu zeigen, oder löschen Sie sie.";
    download_damaged: "Download the damaged data", "Beschädigte Daten herunterladen";
    delete_damaged: "Delete the damaged data", "Beschädigte Daten löschen";
}
