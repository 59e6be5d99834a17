//! The page Training, and the result of an attempt.

use super::table::words;

#[rustfmt::skip]
words! {
    TrainingWords:
    training_lead: "Learn by doing. Each exercise has customers of its own, so your workspace stays as it is.", "Lernen Sie durch Ausprobieren. Jede Übung hat eigene Kunden; Ihr Arbeitsbereich bleibt, wie er ist.";
    lms_joined: "Your progress is reported to your learning platform.", "Ihr Fortschritt wird an Ihre Lernplattform gemeldet.";
    lms_refused: "Your learning platform didn't accept your progress. It's saved in this browser and will be reported again after the next exercise.", "Ihre Lernplattform hat Ihren Fortschritt nicht angenommen. Er ist in diesem Browser gespeichert und wird nach der nächsten Übung noch einmal gemeldet.";
    time_needed: "Time needed", "Dauer";
    languages: "Languages", "Sprachen";
    both_languages: "English and German", "Deutsch und Englisch";
    only_english: "English", "Englisch";
    only_german: "German", "Deutsch";
    mixed_languages: "Partly English, partly German", "Teils Deutsch, teils Englisch";
    one_language: "One for all, regardless of Seatwork's language", "Eine für alle, unabhängig von der Sprache in Seatwork";
    add_course: "Add a course", "Kurs hinzufügen";
    add_this_course: "Add this course", "Diesen Kurs hinzufügen";
    choose_course: "Choose course file", "Kursdatei auswählen";
    course_file_hint: "Choose a course file (JSON, up to 1 MB), or drop it anywhere on this page. You'll see what's in it before it's added.", "Wählen Sie eine Kursdatei (JSON, höchstens 1 MB) oder legen Sie sie irgendwo auf dieser Seite ab. Sie sehen den Inhalt, bevor der Kurs hinzugefügt wird.";
    course_link_hint: "Someone prepared this course for you. It's added to Training only if you confirm.", "Jemand hat diesen Kurs für Sie vorbereitet. Er wird nur zum Training hinzugefügt, wenn Sie zustimmen.";
    course_unreadable: "A course that was added to Training is damaged and isn't shown. Add its file again.", "Ein hinzugefügter Kurs ist beschädigt und wird nicht angezeigt. Fügen Sie seine Datei noch einmal hinzu.";
    replace_course_title: "Replace this course?", "Diesen Kurs ersetzen?";
    replace_course_text: "You already have a course with this id. The new one will take its place; your attempts will be kept.", "Sie haben schon einen Kurs mit dieser id. Er wird durch den neuen ersetzt; Ihre Versuche bleiben erhalten.";
    remove_course: "Remove course", "Kurs entfernen";
    remove_course_title: "Remove this course?", "Diesen Kurs entfernen?";
    remove_course_text: "The course and all attempts at its exercises will be deleted. To get the course back, add its file again.", "Der Kurs und alle Versuche an seinen Übungen werden gelöscht. Um den Kurs zurückzuholen, fügen Sie seine Datei wieder hinzu.";
    course_removed: "Course removed.", "Kurs entfernt.";
    create_course: "Create a course", "Kurs erstellen";
    create_course_text: "Do an exercise once while it's recorded, describe it, and hand it out.", "Machen Sie eine Übung einmal vor – sie wird dabei aufgenommen –, beschreiben Sie sie und geben Sie sie weiter.";
    to_drafted: "Back to making the exercise", "Zurück zum Erstellen der Übung";
    exercise_partly: "Finished with goals missing", "Beendet, Ziele fehlen";
    progress: "Progress", "Fortschritt";
    reset_progress: "Reset progress", "Fortschritt zurücksetzen";
    reset_progress_title: "Reset progress?", "Fortschritt zurücksetzen?";
    reset_progress_text: "All attempts at this course will be deleted, finished or not. Your own workspace isn't affected.", "Alle Versuche in diesem Kurs werden gelöscht, ob beendet oder nicht. Ihr eigener Arbeitsbereich bleibt unberührt.";
    progress_was_reset: "Progress was reset.", "Der Fortschritt wurde zurückgesetzt.";
    space_used: "Space used", "Belegter Platz";
    delete_attempt: "Delete", "Löschen";
    attempt_deleted: "The attempt was deleted.", "Der Versuch wurde gelöscht.";
    delete_finished_note: "An exercise counts as done as long as one of its attempts is kept.", "Eine Übung gilt als geschafft, solange ein Versuch davon aufbewahrt wird.";
    opening_exercise: "Opening the exercise …", "Die Übung wird geöffnet …";
    not_begun: "The exercise couldn't be started", "Die Übung konnte nicht gestartet werden";
    not_begun_hint: "Nothing was changed. Delete old attempts on the page Training, or make room on the page Workspace, then try again.", "Es wurde nichts geändert. Löschen Sie alte Versuche auf der Seite „Training“ oder schaffen Sie Platz auf der Seite „Arbeitsbereich“ und versuchen Sie es dann noch einmal.";
    unknown_exercise: "There's no such exercise", "Diese Übung gibt es nicht";
    unknown_exercise_text: "The address may be misspelled, or the exercise belongs to another version of Seatwork.", "Vielleicht ist die Adresse falsch geschrieben, oder die Übung gehört zu einer anderen Version von Seatwork.";
    well_done: "Well done!", "Geschafft!";
    not_all_goals: "Some goals are still open.", "Es sind noch Ziele offen.";
    detours: "Compared with the sample solution", "Verglichen mit der Musterlösung";
    attempt_begun: "Started", "Begonnen";
    detours_note: "A difference isn't a mistake. Many ways lead to the goals.", "Ein Unterschied ist kein Fehler. Viele Wege führen zu den Zielen.";
    no_detours: "Everything ended exactly as in the sample solution.", "Am Ende ist alles genau wie in der Musterlösung.";
    try_next: "What to try next", "Was Sie als Nächstes ausprobieren können";
    export_results: "Export my results", "Meine Ergebnisse exportieren";
    export_results_hint: "Saves one file to hand in: your name, every attempt with everything you did in it, and the same as xAPI statements for a learning platform. Passwords aren't included.", "Speichert eine Datei zum Abgeben: Ihren Namen, jeden Versuch mit allem, was Sie darin getan haben, und dasselbe als xAPI-Statements für eine Lernplattform. Kennwörter sind nicht enthalten.";
    your_name: "Your name", "Ihr Name";
    your_name_missing: "Enter your name, so that it's clear whose results these are.", "Geben Sie Ihren Namen ein, damit klar ist, wessen Ergebnisse das sind.";
    results_exported: "Your results were saved as a file.", "Ihre Ergebnisse wurden als Datei gespeichert.";
    no_results_yet: "As soon as you've started an exercise, you can export your results here.", "Sobald Sie eine Übung begonnen haben, können Sie hier Ihre Ergebnisse exportieren.";
    for_trainers: "For trainers", "Für die Schulungsleitung";
    class_results_text: "Open the files that your trainees exported, and see how they did.", "Öffnen Sie die Dateien, die Ihre Gruppe exportiert hat, und sehen Sie, wie es gelaufen ist.";
}
