//! Results of a class.

use super::table::words;

#[rustfmt::skip]
words! {
    ResultsWords:
    drop_files_here: "Drop the files here.", "Dateien hier ablegen.";
    export_table: "Export table", "Tabelle exportieren";
    choose_results: "Choose files", "Dateien auswählen";
    results_hint: "Choose the files that your trainees exported, or drop them anywhere on this page. They never leave this computer.", "Wählen Sie die Dateien, die Ihre Gruppe exportiert hat, oder legen Sie sie irgendwo auf dieser Seite ab. Sie verlassen diesen Computer nicht.";
    reading_results: "Reading files", "Dateien werden gelesen";
    no_results_folder: "Open the folder and drop the files in it.", "Öffnen Sie den Ordner und legen Sie die Dateien daraus ab.";
    keep_results: "Keep results", "Ergebnisse behalten";
    results_kept: "The results are stored in this browser.", "Die Ergebnisse sind in diesem Browser gespeichert.";
    results_not_kept: "These results aren't stored. They'll be gone when you close or reload this tab.", "Diese Ergebnisse sind nicht gespeichert. Wenn Sie diesen Tab schließen oder neu laden, gehen sie verloren.";
    results_are_kept: "These results are stored in this browser until you remove them.", "Diese Ergebnisse sind in diesem Browser gespeichert, bis Sie sie entfernen.";
    remove_results: "Remove results", "Ergebnisse entfernen";
    remove_results_title: "Remove these results?", "Diese Ergebnisse entfernen?";
    remove_results_text: "They'll be removed from this page and from this browser. Your files stay as they are.", "Sie werden von dieser Seite und aus diesem Browser entfernt. Ihre Dateien bleiben, wie sie sind.";
    results_removed: "The results were removed.", "Die Ergebnisse wurden entfernt.";
    about_files: "About the files", "Zu den Dateien";
    trainees: "Trainees", "Teilnehmende";
    trainee_name: "Name", "Name";
    search_trainees: "Search trainees", "Teilnehmende suchen";
    differences: "Differences", "Unterschiede";
    common_differences: "Most common differences", "Häufigste Unterschiede";
    legend_begun: "Started, not done", "Begonnen, nicht geschafft";
    legend_median: "Median: half were faster, half slower", "Median: die Hälfte war schneller, die Hälfte langsamer";
    legend_half: "The middle half of the trainees", "Die mittlere Hälfte der Personen";
    legend_all: "From the least to the most", "Vom kleinsten bis zum größten Wert";
    legend_usual: "Expected time", "Vorgesehene Zeit";
    marked_result: "Marked", "Markiert";
    file_results: "results", "ergebnisse";
    goals_reached_head: "Goals reached", "Erreichte Ziele";
    seconds_head: "Time (seconds)", "Zeit (Sekunden)";
    remarks: "Remarks", "Anmerkungen";
    back_to_results: "Back to the results of the class", "Zurück zu den Ergebnissen der Gruppe";
    unknown_trainee: "No results of this name are open", "Zu diesem Namen sind keine Ergebnisse geöffnet";
    unknown_trainee_text: "Results that aren't kept are gone once the tab is closed or reloaded. Open the files again.", "Ergebnisse, die Sie nicht behalten, gehen beim Schließen oder Neuladen des Tabs verloren. Öffnen Sie die Dateien noch einmal.";
}
