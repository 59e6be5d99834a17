//! Temporary passwords: shown, printed, sent.

use super::table::words;

#[rustfmt::skip]
words! {
    PasswordWords:
    passwords_reset: "Passwords reset", "Kennwörter zurückgesetzt";
    must_change_next: "A new password is required at the next sign-in.", "Bei der nächsten Anmeldung muss ein neues Kennwort gewählt werden.";
    no_passwords: "There are no temporary passwords to show.", "Es gibt keine temporären Kennwörter anzuzeigen.";
    no_passwords_hint: "Temporary passwords are shown only once and aren't stored. If someone needs one, reset the password again.", "Temporäre Kennwörter werden nur einmal angezeigt und nicht gespeichert. Wenn jemand eines braucht, setzen Sie das Kennwort erneut zurück.";
    temporary_password: "Temporary password", "Temporäres Kennwort";
    once_only: "Temporary passwords are shown only here and only now. They aren't stored anywhere.", "Temporäre Kennwörter werden nur hier und nur jetzt angezeigt. Sie werden nirgends gespeichert.";
    must_change: "A new password is required at the first sign-in.", "Bei der ersten Anmeldung muss ein neues Kennwort gewählt werden.";
    choose_at_first: "You'll choose a new password when you first sign in.", "Bei der ersten Anmeldung wählen Sie ein neues Kennwort.";
    choose_at_next: "You'll choose a new password when you next sign in.", "Bei der nächsten Anmeldung wählen Sie ein neues Kennwort.";
    copy_failed: "The browser didn't allow copying. Use Download or Print instead.", "Der Browser hat das Kopieren nicht erlaubt. Verwenden Sie Herunterladen oder Drucken.";
    email_opened: "If no email program opened, copy the text from Preview email instead. If webmail opened, the passwords are part of its web address.", "Falls sich kein E-Mail-Programm geöffnet hat, kopieren Sie den Text aus der E-Mail-Vorschau. Falls sich Webmail geöffnet hat, stehen die Kennwörter in dessen Webadresse.";
    email_note: "If you use webmail, Email puts the passwords into a web address. Copy is safer.", "Bei Webmail gelangen die Kennwörter mit „Per E-Mail senden“ in eine Webadresse. Sicherer ist Kopieren.";
    email_too_long: "That's too many users for an email draft. Use Copy or Download instead.", "Für einen E-Mail-Entwurf sind das zu viele Benutzer. Verwenden Sie Kopieren oder Herunterladen.";
    preview_email: "Preview email", "E-Mail-Vorschau";
    open_in_email: "Open in email program", "Im E-Mail-Programm öffnen";
    email_subject: "Subject", "Betreff";
    email_text: "Text", "Text";
    email_webmail: "If your email opens in the browser (webmail), the passwords become part of a web address, which the browser history and servers may keep. Copying the text into a new email is safer.", "Öffnet sich Ihre E-Mail im Browser (Webmail), stehen die Kennwörter in einer Webadresse, die im Browserverlauf und auf Servern gespeichert werden kann. Sicherer ist es, den Text in eine neue E-Mail zu kopieren.";
    credentials_title: "Sign-in details", "Anmeldedaten";
    download_first: "Download these passwords now. They're shown only here and only once.", "Laden Sie diese Kennwörter jetzt herunter. Sie werden nur hier und nur einmal angezeigt.";
    file_passwords: "temporary-passwords", "zugangsdaten";
}
