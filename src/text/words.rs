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
    not_affiliated: "Seatwork is not affiliated with Microsoft. All companies and people in it are fictional.", "Seatwork steht in keiner Verbindung zu Microsoft. Alle Firmen und Personen sind frei erfunden.";
    skip_to_content: "Skip to content", "Zum Inhalt springen";
    dashboard: "Dashboard", "Dashboard";
    settings: "Settings", "Einstellungen";
    // The panel beside the work
    side_panel: "Side panel", "Seitenbereich";
    close_panel: "Close panel", "Seitenbereich schließen";
    how_to: "How to …", "Anleitung …";
    follow_docs: "Follow the documentation", "Der Dokumentation folgen";
    all_procedures: "All procedures", "Alle Anleitungen";
    on_this_screen: "On this screen", "Auf dieser Seite";
    other_procedures: "Other procedures", "Weitere Anleitungen";
    choose_procedure: "What would you like to do?", "Was möchten Sie tun?";
    show_me: "Show me", "Zeig es mir";
    official_page: "In Microsoft's documentation:", "In der Dokumentation von Microsoft:";
    not_there_yet: "This isn't on the screen yet: the steps before it come first.", "Das ist noch nicht zu sehen: Zuerst kommen die Schritte davor.";
    // Exercises
    training: "Training", "Training";
    training_lead: "Learn by doing. Each exercise has customers of its own, so your workspace stays as it is.", "Lernen Sie durch Ausprobieren. Jede Übung hat eigene Kunden; Ihr Arbeitsbereich bleibt, wie er ist.";
    lms_joined: "Your progress is reported to your learning platform.", "Ihr Fortschritt wird an Ihre Lernplattform gemeldet.";
    lms_refused: "Your learning platform didn't accept your progress. It's saved in this browser and will be reported again after the next exercise.", "Ihre Lernplattform hat Ihren Fortschritt nicht angenommen. Er ist in diesem Browser gespeichert und wird nach der nächsten Übung noch einmal gemeldet.";
    // Courses of one's own
    course: "Course", "Kurs";
    exercises: "Exercises", "Übungen";
    time_needed: "Time needed", "Dauer";
    languages: "Languages", "Sprachen";
    both_languages: "English and German", "Deutsch und Englisch";
    one_language: "One for all, regardless of Seatwork's language", "Eine für alle, unabhängig von der Sprache in Seatwork";
    pass_mark: "Passed from", "Bestanden ab";
    add_course: "Add a course", "Kurs hinzufügen";
    add_this_course: "Add this course", "Diesen Kurs hinzufügen";
    choose_course: "Choose course file", "Kursdatei auswählen";
    course_file_hint: "Choose a course file (JSON, up to 1 MB), or drop it anywhere on this page. You'll see what's in it before it's added.", "Wählen Sie eine Kursdatei (JSON, höchstens 1 MB) oder legen Sie sie irgendwo auf dieser Seite ab. Sie sehen den Inhalt, bevor der Kurs hinzugefügt wird.";
    course_link_hint: "Someone prepared this course for you. It's added to Training only if you confirm.", "Jemand hat diesen Kurs für Sie vorbereitet. Er wird nur zum Training hinzugefügt, wenn Sie zustimmen.";
    one_course_only: "Choose one course file.", "Wählen Sie eine einzelne Kursdatei.";
    course_too_large: "This file is larger than 1 MB, too large for a course. Nothing was changed.", "Diese Datei ist größer als 1 MB und damit zu groß für einen Kurs. Es wurde nichts geändert.";
    course_not_text: "This isn't a course file: it isn't text in UTF-8. Nothing was changed.", "Das ist keine Kursdatei: Sie enthält keinen Text in UTF-8. Es wurde nichts geändert.";
    course_elsewhere: "This link leads to another site. A course must be at the same address as Seatwork. Nothing was changed.", "Dieser Link führt zu einer anderen Website. Ein Kurs muss unter derselben Adresse liegen wie Seatwork. Es wurde nichts geändert.";
    course_not_found: "Couldn't load the course. Check your connection and the link, then reload. Nothing was changed.", "Der Kurs konnte nicht geladen werden. Prüfen Sie die Verbindung und den Link und laden Sie neu. Es wurde nichts geändert.";
    course_built_in: "This course has the same id as the built-in one. Give it another id. Nothing was changed.", "Dieser Kurs hat dieselbe id wie der mitgelieferte. Geben Sie ihm eine andere. Es wurde nichts geändert.";
    course_added: "Course added.", "Kurs hinzugefügt.";
    course_unreadable: "A course that was added to Training is damaged and isn't shown. Add its file again.", "Ein hinzugefügter Kurs ist beschädigt und wird nicht angezeigt. Fügen Sie seine Datei noch einmal hinzu.";
    replace_course: "Replace course", "Kurs ersetzen";
    replace_course_title: "Replace this course?", "Diesen Kurs ersetzen?";
    replace_course_text: "You already have a course with this id. The new one will take its place; your attempts will be kept.", "Sie haben schon einen Kurs mit dieser id. Er wird durch den neuen ersetzt; Ihre Versuche bleiben erhalten.";
    remove_course: "Remove course", "Kurs entfernen";
    remove_course_title: "Remove this course?", "Diesen Kurs entfernen?";
    remove_course_text: "The course and all attempts at its exercises will be deleted. To get the course back, add its file again.", "Der Kurs und alle Versuche an seinen Übungen werden gelöscht. Um den Kurs zurückzuholen, fügen Sie seine Datei wieder hinzu.";
    course_removed: "Course removed.", "Kurs entfernt.";
    // Making courses
    english: "English", "Englisch";
    german: "German", "Deutsch";
    create_course: "Create a course", "Kurs erstellen";
    create_course_text: "Do an exercise once while it's recorded, describe it, and hand it out.", "Machen Sie eine Übung einmal vor – sie wird dabei aufgenommen –, beschreiben Sie sie und geben Sie sie weiter.";
    my_courses: "My courses", "Meine Kurse";
    my_courses_lead: "Make exercises of your own: arrange what trainees find, do it once while it's recorded, and describe it. No file to write by hand.", "Erstellen Sie eigene Übungen: Richten Sie ein, was die Lernenden vorfinden, machen Sie die Lösung einmal vor – sie wird dabei aufgenommen – und beschreiben Sie die Übung. Eine Datei von Hand zu schreiben ist nicht nötig.";
    new_course: "New course", "Neuer Kurs";
    import_course: "Import course file", "Kursdatei importieren";
    no_courses_yet: "No courses yet.", "Noch keine Kurse.";
    untitled_course: "Untitled course", "Kurs ohne Titel";
    untitled_exercise: "Untitled exercise", "Übung ohne Titel";
    delete_draft: "Delete course", "Kurs löschen";
    delete_draft_title: "Delete this course?", "Diesen Kurs löschen?";
    delete_draft_text: "The draft and its recordings will be deleted. Exported files and courses in Training will be kept.", "Der Entwurf und seine Aufnahmen werden gelöscht. Exportierte Dateien und Kurse im Training bleiben erhalten.";
    replace_draft_title: "Replace the draft?", "Entwurf ersetzen?";
    replace_draft_text: "You already have a draft of this course. The file will take its place.", "Sie haben schon einen Entwurf dieses Kurses. Er wird durch die Datei ersetzt.";
    draft_gone: "This course isn't in this browser any more", "Diesen Kurs gibt es in diesem Browser nicht mehr";
    draft_unreadable: "A draft under My courses is damaged and isn't shown. If you exported it, import its file.", "Ein Entwurf unter „Meine Kurse“ ist beschädigt und wird nicht angezeigt. Wenn Sie ihn exportiert haben, importieren Sie seine Datei.";
    draft_too_large: "This doesn't fit: a course may have up to 1 MB. Nothing was changed.", "Das passt nicht mehr: Ein Kurs darf höchstens 1 MB groß sein. Es wurde nichts geändert.";
    course_texts: "Title and purpose", "Titel und Zweck";
    draft_title: "Title", "Titel";
    draft_about: "What it's about", "Worum es geht";
    draft_story: "Story", "Ausgangslage";
    pass_mark_help: "The share of goals that must be reached before a learning platform shows the course as passed.", "Der Anteil erreichter Ziele, ab dem eine Lernplattform den Kurs als bestanden zeigt.";
    course_file: "Course file", "Kursdatei";
    stored_as_typed: "Everything is saved in this browser as you type.", "Alles, was Sie eingeben, wird sofort in diesem Browser gespeichert.";
    course_incomplete: "Something is still missing.", "Es fehlt noch etwas.";
    export_course: "Export course file", "Kursdatei exportieren";
    course_exported: "Course file downloaded.", "Kursdatei heruntergeladen.";
    download_for_lms: "Download for an LMS", "Für ein LMS herunterladen";
    packing: "Packing the site with this course…", "Die Website wird mit diesem Kurs verpackt …";
    add_to_training: "Add to Training", "Zum Training hinzufügen";
    course_has_faults: "This course can't be exported yet.", "Dieser Kurs lässt sich noch nicht exportieren.";
    move_up: "Up", "Nach oben";
    move_down: "Down", "Nach unten";
    duplicate: "Duplicate", "Duplizieren";
    delete_exercise: "Delete exercise", "Übung löschen";
    delete_exercise_title: "Delete this exercise?", "Diese Übung löschen?";
    delete_exercise_text: "It will be removed from the course and can't be brought back.", "Sie wird aus dem Kurs entfernt und lässt sich nicht zurückholen.";
    add_exercise: "Add exercise", "Übung hinzufügen";
    built_in_exercise: "Built-in exercise", "Mitgelieferte Übung";
    take_exercise: "Use as a starting point", "Als Vorlage verwenden";
    step_start: "Starting state", "Ausgangszustand";
    step_start_text: "What trainees find when they begin: the sample customers, with whatever you arrange.", "Was die Lernenden zu Beginn vorfinden: die Beispielkunden mit dem, was Sie einrichten.";
    start_is_sample: "The sample customers, unchanged.", "Die Beispielkunden, unverändert.";
    arrange_start: "Arrange", "Einrichten";
    go_on_arranging: "Continue arranging", "Weiter einrichten";
    start_from_own: "Use my workspace", "Meinen Arbeitsbereich verwenden";
    start_from_sample: "Back to the sample", "Zurück zu den Beispieldaten";
    start_taken: "Your workspace is the starting state now.", "Ihr Arbeitsbereich ist jetzt der Ausgangszustand.";
    step_solution: "Solution", "Lösung";
    step_solution_text: "Do it once, the way you'd like trainees to do it. Each change is recorded.", "Machen Sie es einmal so vor, wie die Lernenden es tun sollen. Jede Änderung wird aufgenommen.";
    nothing_recorded: "Nothing recorded yet.", "Noch nichts aufgenommen.";
    record_solution: "Record", "Aufnehmen";
    go_on_recording: "Continue recording", "Weiter aufnehmen";
    arranging_hint: "Arrange what trainees should find. Your own workspace stays as it is.", "Richten Sie ein, was die Lernenden vorfinden sollen. Ihr eigener Arbeitsbereich bleibt, wie er ist.";
    recording_hint: "Do what trainees are to do. Your own workspace stays as it is.", "Machen Sie vor, was die Lernenden tun sollen. Ihr eigener Arbeitsbereich bleibt, wie er ist.";
    stop_arranging: "Use as starting state", "Als Ausgangszustand verwenden";
    stop_recording: "Stop recording", "Aufnahme beenden";
    discard_title: "Discard this recording?", "Diese Aufnahme verwerfen?";
    discard_text: "What you did here will be deleted. The exercise will stay as it was.", "Was Sie hier getan haben, wird gelöscht. Die Übung bleibt, wie sie war.";
    not_recorded: "This couldn't be read. Record it again.", "Das konnte nicht gelesen werden. Nehmen Sie es noch einmal auf.";
    step_goals: "Goals", "Ziele";
    step_goals_text: "What has to be true in the end, whichever way it's done. The goals are proposed from your solution; reword, order and remove them, and add hints.", "Was am Ende stimmen muss, gleich auf welchem Weg. Die Ziele werden aus Ihrer Lösung vorgeschlagen; formulieren, ordnen und entfernen Sie sie und fügen Sie Tipps hinzu.";
    no_goals_yet: "No goals yet. They're proposed once you've recorded the solution.", "Noch keine Ziele. Sie werden vorgeschlagen, sobald die Lösung aufgenommen ist.";
    propose_goals: "Propose goals", "Ziele vorschlagen";
    no_other_goals: "There's nothing else to propose.", "Es gibt keine weiteren Vorschläge.";
    checked: "Checked:", "Geprüft wird:";
    add_hint: "Add hint", "Tipp hinzufügen";
    remove_hint: "Remove hint", "Tipp entfernen";
    remove_goal: "Remove goal", "Ziel entfernen";
    step_texts: "Texts", "Texte";
    minutes_expected: "Minutes for a beginner", "Minuten beim ersten Mal";
    not_minutes: "Enter a whole number from 1 to 65,535.", "Geben Sie eine ganze Zahl von 1 bis 65.535 ein.";
    role_at_start: "Role of the trainee", "Rolle der Lernenden";
    what_is_missing: "What's missing", "Was fehlt";
    nothing_missing: "Nothing is missing.", "Es fehlt nichts.";
    step_trial: "Try it", "Ausprobieren";
    step_trial_text: "Run your solution against the goals, then do the exercise as a trainee would.", "Prüfen Sie, ob Ihre Lösung die Ziele erreicht, und machen Sie dann die Übung so, wie die Lernenden sie machen.";
    record_first: "Record a solution and set goals first.", "Nehmen Sie zuerst eine Lösung auf und legen Sie Ziele fest.";
    run_solution: "Run the solution", "Lösung prüfen";
    play_exercise: "Do the exercise", "Übung machen";
    solution_works: "No goal is reached at the start, and your solution reaches all of them.", "Jedes Ziel ist zu Beginn offen, und die Lösung erreicht es.";
    solution_fails: "The solution and the goals don't match yet.", "Lösung und Ziele passen noch nicht zusammen.";
    step_course: "Into the course", "In den Kurs";
    step_course_text: "The exercise is already part of the course. Order the exercises there, then export the file.", "Die Übung gehört schon zum Kurs. Dort ordnen Sie die Übungen und exportieren die Datei.";
    to_course: "Go to the course", "Zum Kurs";
    to_drafted: "Back to making the exercise", "Zurück zum Erstellen der Übung";
    exercise: "Exercise", "Übung";
    start_exercise: "Start", "Starten";
    continue_exercise: "Continue", "Fortsetzen";
    start_again: "Start again", "Noch einmal";
    exercise_done: "Done", "Geschafft";
    exercise_begun: "In progress", "Begonnen";
    exercise_partly: "Finished with goals missing", "Beendet, Ziele fehlen";
    minutes: "Minutes", "Minuten";
    progress: "Progress", "Fortschritt";
    latest_attempt: "Latest attempt", "Letzter Versuch";
    reset_progress: "Reset progress", "Fortschritt zurücksetzen";
    reset_progress_title: "Reset progress?", "Fortschritt zurücksetzen?";
    reset_progress_text: "All attempts at this course will be deleted, finished or not. Your own workspace isn't affected.", "Alle Versuche in diesem Kurs werden gelöscht, ob beendet oder nicht. Ihr eigener Arbeitsbereich bleibt unberührt.";
    progress_was_reset: "Progress was reset.", "Der Fortschritt wurde zurückgesetzt.";
    attempts: "Attempts", "Versuche";
    begun_at: "Begun (UTC)", "Begonnen (UTC)";
    state: "State", "Stand";
    space_used: "Space used", "Belegter Platz";
    delete_attempt: "Delete", "Löschen";
    attempt_deleted: "The attempt was deleted.", "Der Versuch wurde gelöscht.";
    delete_finished: "Delete finished attempts", "Beendete Versuche löschen";
    delete_finished_note: "An exercise counts as done as long as one of its attempts is kept.", "Eine Übung gilt als geschafft, solange ein Versuch davon aufbewahrt wird.";
    opening_exercise: "Opening the exercise …", "Die Übung wird geöffnet …";
    opening_workspace: "Opening the workspace …", "Der Arbeitsbereich wird geöffnet …";
    not_begun: "The exercise couldn't be started", "Die Übung konnte nicht gestartet werden";
    not_begun_hint: "Nothing was changed. Delete old attempts on the page Training, or make room on the page Workspace, then try again.", "Es wurde nichts geändert. Löschen Sie alte Versuche auf der Seite „Training“ oder schaffen Sie Platz auf der Seite „Arbeitsbereich“ und versuchen Sie es dann noch einmal.";
    try_again: "Try again", "Noch einmal versuchen";
    unknown_exercise: "There's no such exercise", "Diese Übung gibt es nicht";
    unknown_exercise_text: "The address may be misspelled, or the exercise belongs to another version of Seatwork.", "Vielleicht ist die Adresse falsch geschrieben, oder die Übung gehört zu einer anderen Version von Seatwork.";
    attempt_gone: "This attempt no longer exists", "Diesen Versuch gibt es nicht mehr";
    attempt_gone_text: "It was deleted, perhaps in another tab. The exercise can be started again at any time.", "Er wurde gelöscht, vielleicht in einem anderen Tab. Die Übung können Sie jederzeit neu starten.";
    not_loaded: "This part of Seatwork couldn't be loaded", "Dieser Teil von Seatwork konnte nicht geladen werden";
    not_loaded_text: "Check your connection, then try again. If there's a new version of Seatwork, reload the page. Saved changes are safe.", "Prüfen Sie die Verbindung und versuchen Sie es noch einmal. Wenn es eine neue Version von Seatwork gibt, laden Sie die Seite neu. Gespeicherte Änderungen sind sicher.";
    not_opened: "This can't be opened right now", "Das lässt sich gerade nicht öffnen";
    to_training: "Go to Training", "Zum Training";
    goals: "Goals", "Ziele";
    goal_open: "Not yet reached", "Noch nicht erreicht";
    goal_done: "Reached", "Erreicht";
    hint: "Hint", "Tipp";
    files_for_exercise: "Files", "Dateien";
    finish: "Finish", "Abschließen";
    restart: "Restart", "Neu beginnen";
    leave_exercise: "Leave", "Verlassen";
    restart_title: "Restart this exercise?", "Diese Übung neu beginnen?";
    restart_text: "What you've done so far in this exercise will be lost.", "Was Sie in dieser Übung bisher getan haben, geht verloren.";
    restarted: "The exercise starts over.", "Die Übung beginnt neu.";
    finish_early_title: "Finish with goals missing?", "Mit offenen Zielen abschließen?";
    finish_early_text: "You can come back and continue later.", "Sie können später zurückkommen und weitermachen.";
    keep_working: "Keep working", "Weiterarbeiten";
    back_to_exercise: "Back to the exercise", "Zurück zur Übung";
    all_goals_reached: "All goals are reached.", "Alle Ziele sind erreicht.";
    see_result: "See the result", "Ergebnis ansehen";
    well_done: "Well done!", "Geschafft!";
    not_all_goals: "Some goals are still missing.", "Es fehlen noch Ziele.";
    time_taken: "Time", "Zeit";
    hints_taken: "Hints", "Tipps";
    changes_made: "Changes", "Änderungen";
    detours: "Compared with the sample solution", "Verglichen mit der Musterlösung";
    detours_note: "A difference isn't a mistake. Many ways lead to the goals.", "Ein Unterschied ist kein Fehler. Viele Wege führen zu den Zielen.";
    no_detours: "Everything ended exactly as in the sample solution.", "Am Ende ist alles genau wie in der Musterlösung.";
    same_by_calls: "The same by PowerShell or REST", "Dasselbe mit PowerShell oder REST";
    same_by_calls_text: "These calls to the real service would have done the same, in the same order.", "Diese Aufrufe des echten Dienstes hätten dasselbe bewirkt, in derselben Reihenfolge.";
    no_calls_made: "You haven't made any changes that have an equivalent call.", "Zu Ihren Änderungen gibt es keine entsprechenden Aufrufe.";
    copy_script: "Copy script", "Skript kopieren";
    copy_requests: "Copy requests", "Anforderungen kopieren";
    try_next: "What to try next", "Was Sie als Nächstes ausprobieren können";
    next_exercise: "Next exercise", "Nächste Übung";
    course_finished: "That was the last exercise.", "Das war die letzte Übung.";
    // Results
    export_results: "Export my results", "Meine Ergebnisse exportieren";
    export_results_hint: "Saves one file to hand in: your name, every attempt with everything you did in it, and the same as xAPI statements for a learning platform. Passwords aren't included.", "Speichert eine Datei zum Abgeben: Ihren Namen, jeden Versuch mit allem, was Sie darin getan haben, und dasselbe als xAPI-Statements für eine Lernplattform. Kennwörter sind nicht enthalten.";
    your_name: "Your name", "Ihr Name";
    your_name_missing: "Enter your name, so that it's clear whose results these are.", "Geben Sie Ihren Namen ein, damit klar ist, wessen Ergebnisse das sind.";
    results_exported: "Your results were saved as a file.", "Ihre Ergebnisse wurden als Datei gespeichert.";
    no_results_yet: "As soon as you've started an exercise, you can export your results here.", "Sobald Sie eine Übung begonnen haben, können Sie hier Ihre Ergebnisse exportieren.";
    for_trainers: "For trainers", "Für die Schulungsleitung";
    class_results: "Results of a class", "Ergebnisse einer Gruppe";
    class_results_text: "Open the files that your trainees exported, and see how they did.", "Öffnen Sie die Dateien, die Ihre Gruppe exportiert hat, und sehen Sie, wie es gelaufen ist.";
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
    not_begun_yet: "Not started", "Nicht begonnen";
    marked_result: "Marked", "Markiert";
    file_results: "results", "ergebnisse";
    goals_reached_head: "Goals reached", "Erreichte Ziele";
    seconds_head: "Time (seconds)", "Zeit (Sekunden)";
    remarks: "Remarks", "Anmerkungen";
    back_to_results: "Back to the results of the class", "Zurück zu den Ergebnissen der Gruppe";
    unknown_trainee: "No results of this name are open", "Zu diesem Namen sind keine Ergebnisse geöffnet";
    unknown_trainee_text: "Results that aren't kept are gone once the tab is closed or reloaded. Open the files again.", "Ergebnisse, die Sie nicht behalten, gehen beim Schließen oder Neuladen des Tabs verloren. Öffnen Sie die Dateien noch einmal.";
    // Replay
    replay: "Replay", "Wiedergabe";
    replay_refuses: "You're watching a replay. Nothing can be changed in it.", "Sie sehen eine Wiedergabe. Darin lässt sich nichts ändern.";
    replay_note: "This is how the attempt went, on the real screens. Nothing can be changed here.", "So ist der Versuch verlaufen, auf den echten Seiten. Hier lässt sich nichts ändern.";
    replay_begins: "The beginning", "Der Anfang";
    replay_step: "Step", "Schritt";
    replay_first: "First", "Anfang";
    replay_previous: "Previous", "Zurück";
    replay_next: "Next", "Weiter";
    replay_last: "Last", "Ende";
    replay_incomplete: "Some steps can't be read. The replay ends before them.", "Einige Schritte lassen sich nicht lesen. Die Wiedergabe endet davor.";
    replay_gone: "This attempt can't be replayed", "Dieser Versuch lässt sich nicht wiedergeben";
    replay_gone_text: "It was deleted, or it belongs to the results of a class that aren't open any more. Open the files again.", "Er wurde gelöscht, oder er gehört zu den Ergebnissen einer Gruppe, die nicht mehr geöffnet sind. Öffnen Sie die Dateien noch einmal.";
    leave_replay: "Leave replay", "Wiedergabe verlassen";
    concerned: "Changed", "Geändert";
    // The Dashboard, and the first visit
    welcome: "Welcome to Seatwork", "Willkommen bei Seatwork";
    what_this_is: "Seatwork simulates Partner Center, so that you can learn to manage the users and licenses of customers.", "Seatwork simuliert das Partner Center, damit Sie lernen können, Benutzer und Lizenzen von Kunden zu verwalten.";
    nothing_real: "Every company and person in it is fictional, so try whatever you like: nothing real changes, and nothing leaves this browser.", "Alle Firmen und Personen darin sind frei erfunden. Probieren Sie aus, was Sie möchten: An echten Konten ändert sich nichts, und nichts verlässt diesen Browser.";
    where_to_begin: "Where would you like to begin?", "Womit möchten Sie anfangen?";
    look_around: "Look around", "Umsehen";
    look_around_text: "Open a customer, see their users and licenses, and try things out.", "Öffnen Sie einen Kunden, sehen Sie sich Benutzer und Lizenzen an und probieren Sie etwas aus.";
    follow_docs_text: "The documented steps appear beside your work. “Show me” points to the right place for each one.", "Die dokumentierten Schritte erscheinen neben Ihrer Arbeit. „Zeig es mir“ führt jeweils an die richtige Stelle.";
    practise: "Practise", "Üben";
    practise_text: "Choose an exercise. It checks your work as you go and offers hints.", "Wählen Sie eine Übung. Sie prüft laufend, was Sie erreicht haben, und gibt Tipps.";
    skip: "Skip to the Dashboard", "Weiter zum Dashboard";
    about: "What is Seatwork?", "Was ist Seatwork?";
    seats_used: "Seats used", "Belegte Plätze";
    without_license: "Users without a license", "Benutzer ohne Lizenz";
    all_licensed: "Every user has a license.", "Alle Benutzer haben eine Lizenz.";
    ending_soon: "Deleted users about to be purged", "Gelöschte Benutzer, deren Frist bald endet";
    none_ending_soon: "None will be purged within two days.", "Keine Frist endet in den nächsten zwei Tagen.";
    only_ending_soon: "Only those about to be purged", "Nur Benutzer, deren Frist bald endet";
    latest_changes: "Latest changes", "Letzte Änderungen";
    large_customer: "large", "groß";
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
    no_log: "No activity yet.", "Noch keine Aktivitäten.";
    no_log_hint: "Every change appears here, with the equivalent REST request and PowerShell command.", "Jede Änderung erscheint hier, zusammen mit der entsprechenden REST-Anforderung und dem PowerShell-Befehl.";
    nothing_logged: "No entries match these filters.", "Keine Einträge für diese Filter.";
    from_after_to: "The first day is after the last day.", "Der erste Tag liegt nach dem letzten Tag.";
    log_kept: "The latest 10,000 entries are kept.", "Die neuesten 10.000 Einträge werden aufbewahrt.";
    log_users: "Users", "Benutzer";
    log_assigned: "Assigned", "Zugewiesen";
    log_revoked: "Revoked", "Widerrufen";
    log_plans_on: "Service plans switched on", "Eingeschaltete Servicepläne";
    log_plans_off: "Service plans switched off", "Ausgeschaltete Servicepläne";
    log_not_back: "Licenses not restored", "Nicht wiederhergestellte Lizenzen";
    log_new_name: "New user name", "Neuer Benutzername";
    log_by: "By", "Um";
    log_purged: "Users in this entry have since been purged. Their details were removed from the log.", "Benutzer aus diesem Eintrag wurden inzwischen endgültig entfernt. Ihre Angaben wurden aus dem Protokoll gelöscht.";
    no_call: "There's no call for this. The real service does it automatically, or only the simulator can do it.", "Dafür gibt es keinen Aufruf. Der echte Dienst erledigt es automatisch, oder nur der Simulator kann es.";
    rest_request: "REST request", "REST-Anforderung";
    powershell_command: "PowerShell command", "PowerShell-Befehl";
    calls_note: "Host: https://api.partnercenter.microsoft.com – passwords are masked.", "Host: https://api.partnercenter.microsoft.com – Kennwörter sind maskiert.";
    copy_rest: "Copy REST request", "REST-Anforderung kopieren";
    copy_powershell: "Copy PowerShell command", "PowerShell-Befehl kopieren";
    call_not_copied: "The browser didn't allow copying. Select the text and copy it manually.", "Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn manuell.";
    by_itself: "Automatic", "Automatisch";
    // The clock
    advance_clock: "Advance clock", "Uhr vorstellen";
    simulated_time: "Simulated time", "Simulierte Zeit";
    advance_by: "Advance by", "Vorstellen um";
    advance_to_date: "To a date", "Auf ein Datum";
    choose_advance: "Choose how far to advance the clock.", "Wählen Sie, wie weit die Uhr vorgestellt werden soll.";
    advance: "Advance", "Vorstellen";
    clock_forward_only: "The clock moves forward for all customers and can't be turned back.", "Die Uhr wird für alle Kunden vorgestellt und lässt sich nicht zurückstellen.";
    for_this_tab_only: "This couldn't be saved and applies to this tab only.", "Das konnte nicht gespeichert werden und gilt nur in diesem Tab.";
    day: "Date (UTC)", "Datum (UTC)";
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
    close: "Close", "Schließen";
    cancel: "Cancel", "Abbrechen";
    stop: "Stop", "Anhalten";
    save: "Save", "Speichern";
    saving: "Saving…", "Wird gespeichert …";
    none: "None", "Keine";
    optional: "optional", "optional";
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
    microsoft_id: "Microsoft ID", "Microsoft-ID";
    customer_menu: "Customer", "Kunde";
    unknown_customer: "Customer not found", "Kunde nicht gefunden";
    unknown_customer_text: "This workspace has no customer with this ID. The link may come from another workspace.", "In diesem Arbeitsbereich gibt es keinen Kunden mit dieser ID. Möglicherweise stammt der Link aus einem anderen Arbeitsbereich.";
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
    no_subscriptions_hint: "You can still create users. To assign licenses, add a subscription first.", "Sie können trotzdem Benutzer erstellen. Um Lizenzen zuzuweisen, fügen Sie zuerst ein Abonnement hinzu.";
    per_product: "Assigned and available licenses are counted per product, across all its active subscriptions.", "Zugewiesene und verfügbare Lizenzen werden je Produkt gezählt, über alle aktiven Abonnements.";
    unknown_subscription: "This subscription no longer exists.", "Dieses Abonnement gibt es nicht mehr.";
    over_assigned: "Over-assigned", "Überbelegt";
    add_subscription: "Add subscription", "Abonnement hinzufügen";
    change_quantity: "Change quantity", "Menge ändern";
    suspend: "Suspend", "Aussetzen";
    reactivate: "Reactivate", "Reaktivieren";
    actions: "Actions", "Aktionen";
    product_suspended: "Every subscription to this product is suspended. Reactivate one to use its licenses.", "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines, um seine Lizenzen zu nutzen.";
    export_subscriptions: "Export subscriptions", "Abonnements exportieren";
    subscription_id: "Subscription ID", "Abonnement-ID";
    search_products: "Search products", "Produkte suchen";
    search_products_hint: "Name or part number", "Name oder Artikelnummer";
    choose_product: "Choose a product.", "Wählen Sie ein Produkt.";
    quantity_help: "From 1 to 10,000. Digits only.", "Von 1 bis 10.000. Nur Ziffern.";
    seats_do_not_count: "This subscription is suspended. Its licenses don't count until you reactivate it.", "Dieses Abonnement ist ausgesetzt. Seine Lizenzen zählen erst wieder, wenn Sie es reaktivieren.";
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
    deleted_on: "Deleted on", "Gelöscht am";
    deleted_on_utc: "Deleted on (UTC)", "Gelöscht am (UTC)";
    days_left: "Days left", "Verbleibende Tage";
    restore: "Restore", "Wiederherstellen";
    licenses_before: "Licenses held before", "Frühere Lizenzen";
    no_deleted_users: "No deleted users.", "Keine gelöschten Benutzer.";
    no_deleted_users_hint: "Deleted users stay here for 30 days.", "Gelöschte Benutzer bleiben 30 Tage lang hier.";
    export_deleted_users: "Export deleted users", "Gelöschte Benutzer exportieren";
    users_restored: "Users restored", "Benutzer wiederhergestellt";
    no_restore_results: "Results are shown only once, right after restoring.", "Ergebnisse werden nur einmal angezeigt, direkt nach dem Wiederherstellen.";
    licenses_not_back: "Licenses that couldn't be restored", "Lizenzen, die nicht wiederhergestellt werden konnten";
    choose_user_name: "Choose another user name", "Anderen Benutzernamen wählen";
    gone_deleted_user: "This deleted user is no longer here. They were restored in another tab, or their 30 days are over.", "Diesen gelöschten Benutzer gibt es nicht mehr. Er wurde in einem anderen Tab wiederhergestellt, oder seine 30 Tage sind abgelaufen.";
    back_to_deleted: "Back to Deleted users", "Zurück zu „Gelöschte Benutzer“";
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
    passwords_reset: "Passwords reset", "Kennwörter zurückgesetzt";
    delete_user: "Delete user account", "Benutzerkonto löschen";
    save_first: "Save or discard your changes first.", "Speichern oder verwerfen Sie zuerst Ihre Änderungen.";
    licenses_freed: "These licenses will become available:", "Diese Lizenzen werden frei:";
    no_licenses_freed: "No licenses will become available.", "Es werden keine Lizenzen frei.";
    must_change_next: "The user must choose a new password at the next sign-in.", "Der Benutzer muss bei der nächsten Anmeldung ein neues Kennwort wählen.";
    no_passwords: "There are no temporary passwords to show.", "Es gibt keine temporären Kennwörter anzuzeigen.";
    no_passwords_hint: "Temporary passwords are shown only once and aren't stored. If someone needs one, reset the password again.", "Temporäre Kennwörter werden nur einmal angezeigt und nicht gespeichert. Wenn jemand eines braucht, setzen Sie das Kennwort erneut zurück.";
    // Manage licenses
    manage_licenses: "Manage licenses", "Lizenzen verwalten";
    assign_and_revoke: "Assign and revoke licenses", "Lizenzen zuweisen und widerrufen";
    available_licenses: "Available licenses", "Verfügbare Lizenzen";
    licenses_updated: "Licenses updated", "Lizenzen aktualisiert";
    nobody_selected: "No users are selected.", "Es sind keine Benutzer ausgewählt.";
    no_results: "Results are shown only once, right after saving.", "Ergebnisse werden nur einmal angezeigt, direkt nach dem Speichern.";
    mixed_boxes: "A dash in a box means that only some of these users have the product. Each press switches the box: assign to all · revoke from all · leave as it is.", "Ein Strich im Kästchen bedeutet, dass nur einige dieser Benutzer das Produkt haben. Jeder Klick wechselt weiter: allen zuweisen · bei allen widerrufen · unverändert lassen.";
    assign_to_all: "assign to all", "allen zuweisen";
    revoke_from_all: "revoke from all", "bei allen widerrufen";
    leave_as_it_is: "leave as it is", "unverändert lassen";
    show_without_location: "Show users without a location", "Benutzer ohne Standort anzeigen";
    choose_something: "Choose what to assign or revoke first.", "Wählen Sie zuerst aus, was zugewiesen oder widerrufen werden soll.";
    gone_user: "This user is no longer active. They may have been deleted in another tab.", "Dieser Benutzer ist nicht mehr aktiv. Möglicherweise wurde er in einem anderen Tab gelöscht.";
    result: "Result", "Ergebnis";
    unchanged: "Nothing to change", "Nichts zu ändern";
    filter_results: "Filter results by…", "Ergebnisse filtern nach…";
    all_results: "All results", "Alle Ergebnisse";
    results_changed: "Changed", "Geändert";
    results_unchanged: "Not changed", "Nicht geändert";
    results_errors: "Errors", "Fehler";
    results_restored: "Restored", "Wiederhergestellt";
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
    location_none: "(not set)", "(nicht festgelegt)";
    location_help: "Where the user works with the services. Required for licenses.", "Wo der Benutzer die Dienste nutzt. Für Lizenzen erforderlich.";
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
    not_later: "Choose a time after the simulated time. The clock can't be turned back.", "Wählen Sie einen Zeitpunkt nach der simulierten Zeit. Die Uhr lässt sich nicht zurückstellen.";
    too_late: "The clock can't go beyond the year 9999.", "Die Uhr reicht nicht über das Jahr 9999 hinaus.";
    changed_meanwhile: "This was changed in another tab. Check it: saving again will overwrite that change.", "Das wurde in einem anderen Tab geändert. Prüfen Sie es: Erneutes Speichern überschreibt diese Änderung.";
    // The confirmation
    user_created: "User created", "Benutzer erstellt";
    temporary_password: "Temporary password", "Temporäres Kennwort";
    once_only: "Temporary passwords are shown only here and only now. They aren't stored anywhere.", "Temporäre Kennwörter werden nur hier und nur jetzt angezeigt. Sie werden nirgends gespeichert.";
    must_change: "The user must choose a new password at the first sign-in.", "Der Benutzer muss bei der ersten Anmeldung ein neues Kennwort wählen.";
    choose_at_first: "You'll choose a new password when you first sign in.", "Bei der ersten Anmeldung wählen Sie ein neues Kennwort.";
    choose_at_next: "You'll choose a new password when you next sign in.", "Bei der nächsten Anmeldung wählen Sie ein neues Kennwort.";
    add_another: "Add another user", "Weiteren Benutzer hinzufügen";
    email: "Email", "Per E-Mail senden";
    print: "Print", "Drucken";
    copy: "Copy", "Kopieren";
    download: "Download", "Herunterladen";
    copied: "Copied to the clipboard.", "In die Zwischenablage kopiert.";
    copy_failed: "The browser didn't allow copying. Use Download or Print instead.", "Der Browser hat das Kopieren nicht erlaubt. Verwenden Sie Herunterladen oder Drucken.";
    downloaded: "Download started.", "Der Download hat begonnen.";
    download_failed: "The browser didn't allow the download.", "Der Browser hat den Download nicht erlaubt.";
    email_opened: "If no email program opened, copy the text from Preview email instead. If webmail opened, the passwords are part of its web address.", "Falls sich kein E-Mail-Programm geöffnet hat, kopieren Sie den Text aus der E-Mail-Vorschau. Falls sich Webmail geöffnet hat, stehen die Kennwörter in dessen Webadresse.";
    email_too_long: "That's too many users for an email draft. Use Copy or Download instead.", "Für einen E-Mail-Entwurf sind das zu viele Benutzer. Verwenden Sie Kopieren oder Herunterladen.";
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
    leave_edits_text: "Your changes haven't been saved.", "Ihre Änderungen wurden nicht gespeichert.";
    leave: "Leave anyway", "Trotzdem verlassen";
    stay: "Stay here", "Hier bleiben";
    credentials_title: "Sign-in details", "Anmeldedaten";
    // A user's page
    edit_user: "Names, location and permissions", "Namen, Standort und Berechtigungen";
    created_on: "Created on", "Erstellt am";
    password_set: "Password set on", "Kennwort festgelegt am";
    password_temporary: "temporary, must be changed at the next sign-in", "temporär, bei der nächsten Anmeldung zu ändern";
    no_licenses: "No licenses.", "Keine Lizenzen.";
    all_plans: "All service plans are switched on.", "Alle Servicepläne sind eingeschaltet.";
    nothing_edited: "You haven't changed anything yet.", "Sie haben noch nichts geändert.";
    saved: "Saved.", "Gespeichert.";
    nothing_to_change: "Nothing was changed.", "Es wurde nichts geändert.";
    unknown_user: "User not found", "Benutzer nicht gefunden";
    unknown_user_text: "There's no active user with this ID. They may have been deleted.", "Es gibt keinen aktiven Benutzer mit dieser ID. Möglicherweise wurde er gelöscht.";
    // Upload users
    upload_users: "Upload users", "Benutzer hochladen";
    upload_info: "Upload user info", "Benutzerinformationen hochladen";
    browse: "Browse", "Durchsuchen";
    browse_hint: "Choose a CSV file or drop it anywhere on this page. It never leaves this computer.", "Wählen Sie eine CSV-Datei aus oder legen Sie sie auf dieser Seite ab. Sie verlässt diesen Computer nicht.";
    drop_here: "Drop the file here.", "Datei hier ablegen.";
    download_sample: "Download sample file", "Beispieldatei herunterladen";
    validate: "Validate", "Überprüfen";
    validate_first: "Validate a file first.", "Überprüfen Sie zuerst eine Datei.";
    choose_file_first: "Choose a file first.", "Wählen Sie zuerst eine Datei aus.";
    check_names: "Check these names", "Diese Namen prüfen";
    check_names_hint: "The file doesn't say which encoding it is in. If these names look wrong, choose another encoding.", "Die Datei sagt nicht, welche Codierung sie hat. Wenn diese Namen falsch aussehen, wählen Sie eine andere Codierung.";
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
    discard: "Discard", "Verwerfen";
    keep: "Keep", "Behalten";
    correct_first: "Correct the errors first.", "Korrigieren Sie zuerst die Fehler.";
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
    no_folder: "This is a folder. Choose a file in it.", "Das ist ein Ordner. Wählen Sie eine Datei darin aus.";
    file_gone: "The file can't be read any more: it was moved, deleted or changed. Choose it again.", "Die Datei kann nicht mehr gelesen werden: Sie wurde verschoben, gelöscht oder geändert. Wählen Sie sie erneut aus.";
    reading_file: "Reading the file", "Datei wird gelesen";
    validating_rows: "Validating", "Wird überprüft";
    creating_users: "Creating users", "Benutzer werden erstellt";
    record_limit: "Maximum users per file", "Höchstzahl der Benutzer je Datei";
    change_limit: "Change limit", "Obergrenze ändern";
    record_limit_help: "From 100 to 50,000. Digits only. The real service accepts 100; more is for demonstrations.", "Von 100 bis 50.000. Nur Ziffern. Der echte Dienst nimmt 100 an; mehr ist für Vorführungen gedacht.";
    upload_location_help: "Applies to all users in the file. You can assign licenses afterwards.", "Gilt für alle Benutzer der Datei. Lizenzen können Sie danach zuweisen.";
    users_created: "Users created", "Benutzer erstellt";
    download_first: "Download these passwords now. They're shown only here and only once.", "Laden Sie diese Kennwörter jetzt herunter. Sie werden nur hier und nur einmal angezeigt.";
    upload_another: "Upload another file", "Weitere Datei hochladen";
    // What is wrong with a file
    steps: "Steps", "Schritte";
    step_done: "(done)", "(erledigt)";
    file: "File", "Datei";
    check: "Check", "Prüfung";
    passwords: "Passwords", "Kennwörter";
    file_customers: "customers", "kunden";
    file_users: "users", "benutzer";
    file_deleted_users: "deleted-users", "geloeschte-benutzer";
    file_subscriptions: "subscriptions", "abonnements";
    file_license_results: "license-results", "lizenz-ergebnisse";
    file_restore_results: "restore-results", "wiederherstellungs-ergebnisse";
    file_upload_results: "upload-results", "upload-ergebnisse";
    file_activity_log: "activity-log", "aktivitaetsprotokoll";
    file_passwords: "temporary-passwords", "zugangsdaten";
    file_sample: "sample", "beispiel";
    file_part: "part", "teil";
    file_empty: "The file is empty.", "Die Datei ist leer.";
    file_only_a_mark: "The file is empty except for a byte order mark.", "Die Datei ist bis auf eine Bytereihenfolge-Marke leer.";
    file_archive: "This is a .zip archive, not a CSV file. Unpack it and choose a file from it.", "Das ist ein ZIP-Archiv, keine CSV-Datei. Entpacken Sie es und wählen Sie eine Datei daraus aus.";
    file_pdf: "This is a PDF document, not a CSV file. Save the original table as CSV.", "Das ist ein PDF-Dokument, keine CSV-Datei. Speichern Sie die ursprüngliche Tabelle als CSV.";
    file_html: "This is a web page, not a CSV file. Download the table as CSV, or open the page in Excel and save it as CSV.", "Das ist eine Webseite, keine CSV-Datei. Laden Sie die Tabelle als CSV herunter oder öffnen Sie die Seite in Excel und speichern Sie sie als CSV.";
    file_xml: "This is an XML file, not a CSV file. Open it in Excel and save it as CSV.", "Das ist eine XML-Datei, keine CSV-Datei. Öffnen Sie sie in Excel und speichern Sie sie als CSV.";
    file_json: "This is a JSON file, not a CSV file. Export the users as CSV instead.", "Das ist eine JSON-Datei, keine CSV-Datei. Exportieren Sie die Benutzer stattdessen als CSV.";
    no_rows: "The file contains no text. The first line must contain the headings.", "Die Datei enthält keinen Text. Die erste Zeile muss die Überschriften enthalten.";
    no_records: "The file contains headings but no users.", "Die Datei enthält Überschriften, aber keine Benutzer.";
    unknown_column: "There's no column with this name. Ignore it or correct the heading.", "Eine Spalte mit diesem Namen gibt es nicht. Ignorieren Sie sie oder korrigieren Sie die Überschrift.";
    one_more_unknown_column: "One more column is unknown. Ignore it or correct the heading.", "Eine weitere Spalte ist unbekannt. Ignorieren Sie sie oder korrigieren Sie die Überschrift.";
    like_a_formula: "A name can't begin like a formula. Remove the sign at its beginning.", "Ein Name darf nicht wie eine Formel beginnen. Entfernen Sie das Zeichen am Anfang.";
    not_an_address: "This isn't an email address. It needs exactly one @, with text on both sides and no spaces around it.", "Das ist keine E-Mail-Adresse. Sie braucht genau ein @, mit Text auf beiden Seiten und ohne Leerzeichen daneben.";
    foreign_domain: "This domain doesn't belong to the customer.", "Diese Domäne gehört nicht zum Kunden.";
    status_created: "Created", "Erstellt";
    status_not_created: "Not created because of errors in other rows.", "Wegen Fehlern in anderen Zeilen nicht erstellt.";
    // Account
    company_data: "Company", "Firma";
    domains: "Domains", "Domänen";
    primary: "primary", "primär";
    edit_customer: "Company name and location", "Firmenname und Standort";
    // No view
    not_found: "Page not found", "Seite nicht gefunden";
    not_found_text: "There's no page at this address.", "Unter dieser Adresse gibt es keine Seite.";
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
    start_prepared: "Start from a prepared workspace", "Mit vorbereitetem Arbeitsbereich beginnen";
    prepared_link: "Link or file name", "Link oder Dateiname";
    prepared_link_hint: "For a workspace that a trainer put on this site, for example state.json. You'll see what's in it before anything is replaced.", "Für einen Arbeitsbereich, der auf dieser Website bereitliegt, zum Beispiel state.json. Sie sehen den Inhalt, bevor etwas ersetzt wird.";
    open_prepared: "Open", "Öffnen";
    prepared_hint: "Someone prepared this workspace for you. It replaces yours only if you confirm.", "Jemand hat diesen Arbeitsbereich für Sie vorbereitet. Er ersetzt Ihren nur, wenn Sie zustimmen.";
    prepared_elsewhere: "This link leads to another site. A prepared workspace must be at the same address as Seatwork. Nothing was changed.", "Dieser Link führt zu einer anderen Website. Ein vorbereiteter Arbeitsbereich muss unter derselben Adresse liegen wie Seatwork. Es wurde nichts geändert.";
    prepared_not_found: "Couldn't load the prepared workspace. Check your connection and the link, then reload. Nothing was changed.", "Der vorbereitete Arbeitsbereich konnte nicht geladen werden. Prüfen Sie die Verbindung und den Link und laden Sie neu. Es wurde nichts geändert.";
    keep_workspace: "Keep my workspace", "Meinen Arbeitsbereich behalten";
    loading: "Loading…", "Wird geladen …";
    in_memory_only: "The browser doesn't let this page store data. You can work, but everything is lost when you close or reload this page: back up first (Settings, Workspace). To keep your work, allow site data for this address, then reload.", "Der Browser lässt diese Seite keine Daten speichern. Sie können arbeiten, aber alles geht verloren, wenn Sie diese Seite schließen oder neu laden: Sichern Sie vorher (Einstellungen, Arbeitsbereich). Damit Ihre Arbeit erhalten bleibt, erlauben Sie Websitedaten für diese Adresse und laden Sie neu.";
    not_stored: "Nothing is stored, because the browser doesn't allow it.", "Es wird nichts gespeichert, weil der Browser es nicht erlaubt.";
    storage_cleared: "This tab still has the workspace, without its activity log.", "Dieser Tab hat den Arbeitsbereich noch, ohne Aktivitätsprotokoll.";
    write_again: "Save it again", "Erneut speichern";
    written_again: "Workspace saved again.", "Arbeitsbereich erneut gespeichert.";
    persistent: "The browser keeps this data until you delete it.", "Der Browser bewahrt diese Daten auf, bis Sie sie löschen.";
    not_persistent: "The browser may delete this data if the disk is full. Back up what you need.", "Der Browser darf diese Daten löschen, wenn der Datenträger voll ist. Sichern Sie, was Sie brauchen.";
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

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn long_numbers_have_separators() {
        for (name, english, german) in ALL {
            for word in [english, german] {
                let numbers = word.split(|c: char| !c.is_ascii_digit());
                let is_long = |digits: &&str| digits.len() > 3;
                // The end of time is a year.
                let is_year = *name == "too_late";
                assert!(
                    is_year || !numbers.into_iter().any(|digits| is_long(&digits)),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn no_word_is_empty_or_ends_in_space() {
        for (name, english, german) in ALL {
            for word in [english, german] {
                assert!(!word.is_empty() && word.trim() == *word, "{name}: {word:?}");
            }
        }
    }
}
