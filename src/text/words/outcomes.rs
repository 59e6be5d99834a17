//! What came of assigning or restoring for several users.

use super::table::words;

#[rustfmt::skip]
words! {
    OutcomeWords:
    no_restore_results: "Results are shown only once, right after restoring.", "Ergebnisse werden nur einmal angezeigt, direkt nach dem Wiederherstellen.";
    licenses_not_back: "Licenses that couldn't be restored", "Lizenzen, die nicht wiederhergestellt werden konnten";
    gone_deleted_user: "This deleted user is no longer here. They were restored in another tab, or their 30 days are over.", "Diesen gelöschten Benutzer gibt es nicht mehr. Er wurde in einem anderen Tab wiederhergestellt, oder seine 30 Tage sind abgelaufen.";
    no_results: "Results are shown only once, right after saving.", "Ergebnisse werden nur einmal angezeigt, direkt nach dem Speichern.";
    gone_user: "This user is no longer active. They may have been deleted in another tab.", "Dieser Benutzer ist nicht mehr aktiv. Möglicherweise wurde er in einem anderen Tab gelöscht.";
    unchanged: "Nothing to change", "Nichts zu ändern";
    filter_results: "Filter results by…", "Ergebnisse filtern nach…";
    all_results: "All results", "Alle Ergebnisse";
    results_changed: "Updated", "Aktualisiert";
    results_unchanged: "Not updated", "Nicht aktualisiert";
    results_errors: "Errors", "Fehler";
    results_restored: "Restored completely", "Vollständig wiederhergestellt";
    results_partly: "Restored, licenses missing", "Wiederhergestellt, Lizenzen fehlen";
    results_not_restored: "Not restored", "Nicht wiederhergestellt";
    file_license_results: "license-results", "lizenz-ergebnisse";
    file_restore_results: "restore-results", "wiederherstellungs-ergebnisse";
}
