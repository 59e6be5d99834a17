//! The Dashboard, and the first visit.

use super::table::words;

#[rustfmt::skip]
words! {
    DashboardWords:
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
    latest_changes: "Latest changes", "Letzte Änderungen";
}
