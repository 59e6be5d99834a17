//! Subscriptions: buying, changing, suspending.

use super::table::words;

#[rustfmt::skip]
words! {
    SubscriptionWords:
    subscription: "Subscription", "Abonnement";
    available: "Available", "Verfügbar";
    per_product: "Assigned and available licenses are counted per product, across all its active subscriptions.", "Zugewiesene und verfügbare Lizenzen werden je Produkt gezählt, über alle aktiven Abonnements.";
    add_subscription: "Add subscription", "Abonnement hinzufügen";
    suspend: "Suspend", "Aussetzen";
    reactivate: "Reactivate", "Reaktivieren";
    product_suspended: "Every subscription to this product is suspended. Reactivate one to use its licenses.", "Alle Abonnements für dieses Produkt sind ausgesetzt. Reaktivieren Sie eines, um seine Lizenzen zu nutzen.";
    export_subscriptions: "Export subscriptions", "Abonnements exportieren";
    subscription_id: "Subscription ID", "Abonnement-ID";
    search_products: "Search products", "Produkte suchen";
    search_products_hint: "Name or part number", "Name oder Artikelnummer";
    choose_product: "Choose a product.", "Wählen Sie ein Produkt.";
    quantity_help: "From 1 to 10,000. Digits only.", "Von 1 bis 10.000. Nur Ziffern.";
    seats_do_not_count: "This subscription is suspended. Its licenses don't count until you reactivate it.", "Dieses Abonnement ist ausgesetzt. Seine Lizenzen zählen erst wieder, wenn Sie es reaktivieren.";
    file_subscriptions: "subscriptions", "abonnements";
}
