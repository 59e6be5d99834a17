//! What everything about courses has in common: exercises, attempts, goals.

use super::table::words;

#[rustfmt::skip]
words! {
    CourseWords:
    show_me: "Show me", "Zeig es mir";
    course: "Course", "Kurs";
    exercises: "Exercises", "Übungen";
    pass_mark: "Pass mark", "Bestanden ab";
    one_course_only: "Choose one course file.", "Wählen Sie eine einzelne Kursdatei.";
    course_too_large: "This file is larger than 1 MB, too large for a course. Nothing was changed.", "Diese Datei ist größer als 1 MB und damit zu groß für einen Kurs. Es wurde nichts geändert.";
    course_not_text: "This isn't a course file: it isn't text in UTF-8. Nothing was changed.", "Das ist keine Kursdatei: Sie enthält keinen Text in UTF-8. Es wurde nichts geändert.";
    course_elsewhere: "This link leads to another site. A course must be at the same address as Seatwork. Nothing was changed.", "Dieser Link führt zu einer anderen Website. Ein Kurs muss unter derselben Adresse liegen wie Seatwork. Es wurde nichts geändert.";
    course_not_found: "Couldn't load the course. Check your connection and the link, then reload. Nothing was changed.", "Der Kurs konnte nicht geladen werden. Prüfen Sie die Verbindung und den Link und laden Sie neu. Es wurde nichts geändert.";
    course_built_in: "This course has the same id as the built-in one. Give it another id. Nothing was changed.", "Dieser Kurs hat dieselbe id wie der mitgelieferte. Geben Sie ihm eine andere. Es wurde nichts geändert.";
    course_added: "Course added.", "Kurs hinzugefügt.";
    replace_course: "Replace course", "Kurs ersetzen";
    draft_gone: "This course isn't in this browser any more", "Diesen Kurs gibt es in diesem Browser nicht mehr";
    draft_unreadable: "A draft under My courses is damaged and isn't shown. If you exported it, import its file.", "Ein Entwurf unter „Meine Kurse“ ist beschädigt und wird nicht angezeigt. Wenn Sie ihn exportiert haben, importieren Sie seine Datei.";
    draft_too_large: "This doesn't fit: a course may have up to 1 MB. Nothing was changed.", "Das passt nicht mehr: Ein Kurs darf höchstens 1 MB groß sein. Es wurde nichts geändert.";
    download_for_lms: "Download for an LMS", "Für ein LMS herunterladen";
    packing: "Packing the site with this course…", "Die Website wird mit diesem Kurs verpackt …";
    step_start: "Starting state", "Ausgangszustand";
    step_solution: "Solution", "Lösung";
    exercise: "Exercise", "Übung";
    untitled_exercise: "Untitled exercise", "Übung ohne Titel";
    exercise_done: "Done", "Geschafft";
    exercise_begun: "In progress", "Begonnen";
    attempts: "Attempts", "Versuche";
    begun_at: "Begun (UTC)", "Begonnen (UTC)";
    state: "State", "Stand";
    goals: "Goals", "Ziele";
    goal_open: "Not yet reached", "Noch nicht erreicht";
    goal_done: "Reached", "Erreicht";
    hint: "Hint", "Tipp";
    keep_working: "Keep working", "Weiterarbeiten";
    time_taken: "Time", "Zeit";
    hints_taken: "Hints", "Tipps";
    changes_made: "Changes", "Änderungen";
    class_results: "Results of a class", "Ergebnisse einer Gruppe";
    not_begun_yet: "Not started", "Nicht begonnen";
    replay: "Replay", "Wiedergabe";
}
