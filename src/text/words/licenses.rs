//! Manage licenses.

use super::table::words;

#[rustfmt::skip]
words! {
    LicenseWords:
    nobody_selected: "No users are selected.", "Es sind keine Benutzer ausgewählt.";
    mixed_boxes: "A dash in a box means that only some of these users have the product. Each press switches the box: assign to all · revoke from all · leave as it is.", "Ein Strich im Kästchen bedeutet, dass nur einige dieser Benutzer das Produkt haben. Jeder Klick wechselt weiter: allen zuweisen · bei allen widerrufen · unverändert lassen.";
    assign_to_all: "assign to all", "allen zuweisen";
    revoke_from_all: "revoke from all", "bei allen widerrufen";
    leave_as_it_is: "leave as it is", "unverändert lassen";
    show_without_location: "Show users without a location", "Benutzer ohne Standort anzeigen";
    choose_something: "Choose what to assign or revoke first.", "Wählen Sie zuerst aus, was zugewiesen oder widerrufen werden soll.";
    service_plans: "Service plans", "Servicepläne";
}
