//! The calls of the real service that do the same.

use super::table::words;

#[rustfmt::skip]
words! {
    CallWords:
    same_by_calls: "The same by PowerShell or REST", "Dasselbe mit PowerShell oder REST";
    same_by_calls_text: "These calls to the real service would have done the same, in the same order.", "Diese Aufrufe des echten Dienstes hätten dasselbe bewirkt, in derselben Reihenfolge.";
    no_calls_made: "You haven't made any changes that have an equivalent call.", "Zu Ihren Änderungen gibt es keine entsprechenden Aufrufe.";
    copy_script: "Copy script", "Skript kopieren";
    copy_requests: "Copy requests", "Anforderungen kopieren";
    no_call: "There's no call for this. The real service does it automatically, or only the simulator can do it.", "Dafür gibt es keinen Aufruf. Der echte Dienst erledigt es automatisch, oder nur der Simulator kann es.";
    rest_request: "REST request", "REST-Anforderung";
    powershell_command: "PowerShell command", "PowerShell-Befehl";
    calls_note: "Host: https://api.partnercenter.microsoft.com – passwords are masked.", "Host: https://api.partnercenter.microsoft.com – Kennwörter sind maskiert.";
    copy_rest: "Copy REST request", "REST-Anforderung kopieren";
    copy_powershell: "Copy PowerShell command", "PowerShell-Befehl kopieren";
    call_not_copied: "The browser didn't allow copying. Select the text and copy it manually.", "Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn manuell.";
}
