//! Upload users, and what is wrong with a file.

use super::table::words;

#[rustfmt::skip]
words! {
    UploadWords:
    stop: "Stop", "Anhalten";
    browse_hint: "Choose a CSV file or drop it anywhere on this page. It never leaves this computer.", "Wählen Sie eine CSV-Datei aus oder legen Sie sie auf dieser Seite ab. Sie verlässt diesen Computer nicht.";
    validate_first: "Validate a file first.", "Überprüfen Sie zuerst eine Datei.";
    choose_file_first: "Choose a file first.", "Wählen Sie zuerst eine Datei aus.";
    check_names: "Check these names", "Diese Namen prüfen";
    check_names_hint: "The file doesn't say which encoding it is in. If these names look wrong, choose another encoding.", "Die Datei sagt nicht, welche Codierung sie hat. Wenn diese Namen falsch aussehen, wählen Sie eine andere Codierung.";
    other_rows: "Other rows", "Andere Zeilen";
    encoding: "Encoding", "Codierung";
    separator: "Separator", "Trennzeichen";
    read_as_help: "Detected automatically. Change it if the preview looks wrong.", "Automatisch erkannt. Ändern Sie die Einstellung, wenn die Vorschau falsch aussieht.";
    preview: "Preview", "Vorschau";
    line: "Line", "Zeile";
    column: "Column", "Spalte";
    value: "Value", "Wert";
    reason: "Reason", "Grund";
    file_columns: "Columns of the file", "Spalten der Datei";
    heading: "Heading", "Überschrift";
    also_accepted: "Also accepted", "Auch möglich";
    excel_hint: "To open a CSV file in Excel with its columns separated, choose Data › From Text/CSV. Save it as any type of CSV.", "Damit Excel die Spalten einer CSV-Datei trennt, wählen Sie Daten › Aus Text/CSV. Speichern können Sie sie in jedem CSV-Format.";
    meaning: "Contents", "Inhalt";
    file_problems: "Problems in the file", "Probleme in der Datei";
    search_problems: "Search problems", "Probleme suchen";
    search_problems_hint: "Value or reason", "Wert oder Grund";
    all_columns: "All columns", "Alle Spalten";
    whole_rows: "Entire rows and the file", "Ganze Zeilen und die Datei";
    nothing_imported: "Nothing is imported until every row is valid. Correct the values here or in the file, then validate again.", "Importiert wird erst, wenn alle Zeilen fehlerfrei sind. Korrigieren Sie die Werte hier oder in der Datei und überprüfen Sie dann erneut.";
    corrected: "Corrected. Validate again.", "Korrigiert. Überprüfen Sie erneut.";
    drop_corrections_title: "Discard your corrections?", "Ihre Korrekturen verwerfen?";
    drop_corrections: "Your corrections exist only on this screen; the file itself hasn't changed. To keep them, download the results first.", "Ihre Korrekturen stehen nur auf diesem Bildschirm; die Datei selbst ist unverändert. Um sie zu behalten, laden Sie zuerst die Ergebnisse herunter.";
    keep: "Keep", "Behalten";
    correct_first: "Correct the errors first.", "Korrigieren Sie zuerst die Fehler.";
    validate_corrections: "Validate your corrections first.", "Überprüfen Sie zuerst Ihre Korrekturen.";
    or_change_limit: "Or change the limit above.", "Oder ändern Sie oben die Obergrenze.";
    downloading_parts: "The parts are being downloaded.", "Die Teile werden heruntergeladen.";
    stopped: "Stopped. Nothing was changed.", "Angehalten. Es wurde nichts geändert.";
    ignore_column: "Ignore this column", "Diese Spalte ignorieren";
    use_suggestion: "Use suggestion", "Vorschlag übernehmen";
    use_all_suggestions: "Use all suggestions", "Alle Vorschläge übernehmen";
    split_file: "Split the file", "Datei aufteilen";
    split_hint: "Each part includes the headings and can be uploaded on its own.", "Jeder Teil enthält die Überschriften und lässt sich einzeln hochladen.";
    part: "Part", "Teil";
    download_all_parts: "Download all parts", "Alle Teile herunterladen";
    one_file_only: "Choose one file at a time. Either all of its users are created, or none.", "Wählen Sie eine einzelne Datei aus. Entweder werden alle ihre Benutzer erstellt oder keiner.";
    reading_file: "Reading the file", "Datei wird gelesen";
    validating_rows: "Validating", "Wird überprüft";
    creating_users: "Creating users", "Benutzer werden erstellt";
    change_limit: "Change limit", "Obergrenze ändern";
    record_limit_help: "From 100 to 50,000. Digits only. The real service accepts 100; more is for demonstrations.", "Von 100 bis 50.000. Nur Ziffern. Der echte Dienst nimmt 100 an; mehr ist für Vorführungen gedacht.";
    upload_location_help: "Applies to all users in the file. You can assign licenses afterwards.", "Gilt für alle Benutzer der Datei. Lizenzen können Sie danach zuweisen.";
    upload_another: "Upload another file", "Weitere Datei hochladen";
    steps: "Steps", "Schritte";
    step_done: "(done)", "(erledigt)";
    check: "Check", "Prüfung";
    passwords: "Passwords", "Kennwörter";
    file_upload_results: "upload-results", "upload-ergebnisse";
    file_sample: "sample", "beispiel";
    file_part: "part", "teil";
    file_empty: "The file is empty.", "Die Datei ist leer.";
    file_only_a_mark: "The file is empty except for a byte order mark.", "Die Datei ist bis auf eine Bytereihenfolge-Marke leer.";
    file_archive: "This is a .zip archive, not a CSV file. Unpack it and choose a file from it.", "Das ist ein ZIP-Archiv, keine CSV-Datei. Entpacken Sie es und wählen Sie eine Datei daraus aus.";
    file_pdf: "This is a PDF document, not a CSV file. Save the original table as CSV.", "Das ist ein PDF-Dokument, keine CSV-Datei. Speichern Sie die ursprüngliche Tabelle als CSV.";
    file_html: "This is a web page, not a CSV file. Download the table as CSV, or open the page in Excel and save it as CSV.", "Das ist eine Webseite, keine CSV-Datei. Laden Sie die Tabelle als CSV herunter oder öffnen Sie die Seite in Excel und speichern Sie sie als CSV.";
    file_xml: "This is an XML file, not a CSV file. Open it in Excel and save it as CSV.", "Das ist eine XML-Datei, keine CSV-Datei. Öffnen Sie sie in Excel und speichern Sie sie als CSV.";
    file_json: "This is a JSON file, not a CSV file. Export the users as CSV instead.", "Das ist eine JSON-Datei, keine CSV-Datei. Exportieren Sie die Benutzer stattdessen als CSV.";
    status_created: "Created", "Erstellt";
    status_not_created: "Not created because of errors in other rows.", "Wegen Fehlern in anderen Zeilen nicht erstellt.";
}
