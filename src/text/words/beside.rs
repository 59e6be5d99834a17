//! What stands beside the work: the documentation, an exercise, a replay.

use super::table::words;

#[rustfmt::skip]
words! {
    BesideWords:
    all_procedures: "All procedures", "Alle Anleitungen";
    on_this_screen: "On this screen", "Auf dieser Seite";
    other_procedures: "Other procedures", "Weitere Anleitungen";
    choose_procedure: "What would you like to do?", "Was möchten Sie tun?";
    official_page: "In Microsoft's documentation:", "In der Dokumentation von Microsoft:";
    not_there_yet: "This isn't on the screen yet: the steps before it come first.", "Das ist noch nicht zu sehen: Zuerst kommen die Schritte davor.";
    arranging_hint: "Arrange what trainees should find. Your own workspace stays as it is.", "Richten Sie ein, was die Lernenden vorfinden sollen. Ihr eigener Arbeitsbereich bleibt, wie er ist.";
    recording_hint: "Do what trainees are to do. Your own workspace stays as it is.", "Machen Sie vor, was die Lernenden tun sollen. Ihr eigener Arbeitsbereich bleibt, wie er ist.";
    stop_arranging: "Use as starting state", "Als Ausgangszustand verwenden";
    stop_recording: "Stop recording", "Aufnahme beenden";
    discard_title: "Discard this recording?", "Diese Aufnahme verwerfen?";
    discard_text: "What you did here will be deleted. The exercise will stay as it was.", "Was Sie hier getan haben, wird gelöscht. Die Übung bleibt, wie sie war.";
    not_recorded: "This couldn't be read. Record it again.", "Das konnte nicht gelesen werden. Nehmen Sie es noch einmal auf.";
    files_for_exercise: "Files", "Dateien";
    finish: "Finish", "Abschließen";
    restart: "Restart", "Neu beginnen";
    leave_exercise: "Leave", "Verlassen";
    restart_title: "Restart this exercise?", "Diese Übung neu beginnen?";
    restart_text: "What you've done so far in this exercise will be lost.", "Was Sie in dieser Übung bisher getan haben, geht verloren.";
    restarted: "The exercise starts over.", "Die Übung beginnt neu.";
    finish_early_title: "Finish with goals missing?", "Mit offenen Zielen abschließen?";
    finish_early_text: "You can come back and continue later.", "Sie können später zurückkommen und weitermachen.";
    all_goals_reached: "All goals are reached.", "Alle Ziele sind erreicht.";
    replay_note: "This is how the attempt went, screen by screen. Nothing can be changed here.", "So ist der Versuch verlaufen, Seite für Seite. Hier lässt sich nichts ändern.";
    replay_begins: "The beginning", "Der Anfang";
    replay_step: "Step", "Schritt";
    replay_first: "First", "Anfang";
    replay_previous: "Previous", "Zurück";
    replay_next: "Next", "Weiter";
    replay_last: "Last", "Ende";
    replay_incomplete: "Some steps can't be read. The replay ends before them.", "Einige Schritte lassen sich nicht lesen. Die Wiedergabe endet davor.";
    leave_replay: "Leave replay", "Wiedergabe verlassen";
}
