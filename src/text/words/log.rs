//! The activity log.

use super::table::words;

#[rustfmt::skip]
words! {
    LogWords:
    date_time: "Date-Time", "Datum/Uhrzeit";
    date_time_utc: "Date-Time (UTC)", "Datum/Uhrzeit (UTC)";
    action: "Action", "Aktion";
    partner_user: "Partner user", "Partnerbenutzer";
    from_day: "From (UTC)", "Von (UTC)";
    to_day: "To (UTC)", "Bis (UTC)";
    all_customers: "All customers", "Alle Kunden";
    all_actions: "All actions", "Alle Aktionen";
    details: "Details", "Details";
    no_log_hint: "Every change appears here, with the equivalent REST request and PowerShell command.", "Jede Änderung erscheint hier, zusammen mit der entsprechenden REST-Anforderung und dem PowerShell-Befehl.";
    nothing_logged: "No entries match these filters.", "Keine Einträge für diese Filter.";
    from_after_to: "The first day is after the last day.", "Der erste Tag liegt nach dem letzten Tag.";
    log_kept: "The latest 10,000 entries are kept.", "Die neuesten 10.000 Einträge werden aufbewahrt.";
    log_plans_on: "Service plans switched on", "Eingeschaltete Servicepläne";
    log_plans_off: "Service plans switched off", "Ausgeschaltete Servicepläne";
    log_not_back: "Licenses not restored", "Nicht wiederhergestellte Lizenzen";
    log_new_name: "New user name", "Neuer Benutzername";
    log_by: "By", "Um";
    log_purged: "Users in this entry have since been purged. Their details were removed from the log.", "Benutzer aus diesem Eintrag wurden inzwischen endgültig entfernt. Ihre Angaben wurden aus dem Protokoll gelöscht.";
    by_itself: "Automatic", "Automatisch";
    file_activity_log: "activity-log", "aktivitaetsprotokoll";
}
