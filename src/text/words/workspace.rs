//! The workspace as a whole: storage, backups, prepared ones.

use super::table::words;

#[rustfmt::skip]
words! {
    WorkspaceWords:
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
    start_prepared: "Start from a prepared workspace", "Mit vorbereitetem Arbeitsbereich beginnen";
    prepared_link: "Link or file name", "Link oder Dateiname";
    prepared_link_hint: "For a workspace that a trainer put on this site, for example state.json. You'll see what's in it before anything is replaced.", "Für einen Arbeitsbereich, der auf dieser Website bereitliegt, zum Beispiel state.json. Sie sehen den Inhalt, bevor etwas ersetzt wird.";
    open_prepared: "Open", "Öffnen";
    prepared_hint: "Someone prepared this workspace for you. It replaces yours only if you confirm.", "Jemand hat diesen Arbeitsbereich für Sie vorbereitet. Er ersetzt Ihren nur, wenn Sie zustimmen.";
    prepared_elsewhere: "This link leads to another site. A prepared workspace must be at the same address as Seatwork. Nothing was changed.", "Dieser Link führt zu einer anderen Website. Ein vorbereiteter Arbeitsbereich muss unter derselben Adresse liegen wie Seatwork. Es wurde nichts geändert.";
    prepared_not_found: "Couldn't load the prepared workspace. Check your connection and the link, then reload. Nothing was changed.", "Der vorbereitete Arbeitsbereich konnte nicht geladen werden. Prüfen Sie die Verbindung und den Link und laden Sie neu. Es wurde nichts geändert.";
    keep_workspace: "Keep my workspace", "Meinen Arbeitsbereich behalten";
    not_stored: "Nothing is stored, because the browser doesn't allow it.", "Es wird nichts gespeichert, weil der Browser es nicht erlaubt.";
    persistent: "The browser keeps this data until you delete it.", "Der Browser bewahrt diese Daten auf, bis Sie sie löschen.";
    not_persistent: "The browser may delete this data if the disk is full. Back up what you need.", "Der Browser darf diese Daten löschen, wenn der Datenträger voll ist. Sichern Sie, was Sie brauchen.";
}
