// Exported files, and the lists on the screen to compare them with.

import { expect, type Page } from "@playwright/test";
import { button, downloadFile, expectRefused } from "./steps";

/** How files about the ordinary customer end that are exported today. */
export const OF_TODAY = `albatros-werkzeugbau-${new Date().toISOString().slice(0, 10)}.csv`;

/** Presses an export button and returns the file: its name, text, separator, headings, and rows. */
export async function exportFile(page: Page, name: string) {
  const { name: file, bytes, separator, rows: [head, ...rows] } = await downloadFile(page, button(page, name));
  const text = bytes.toString("utf8");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  // One expectation: ten thousand take seconds.
  expect(rows.filter((row) => row.length !== head!.length)).toEqual([]);
  return { file, text, separator, head: head!.join(" | "), rows };
}

/** Expects that the button is disabled and says why. */
export async function expectNothingToExport(page: Page, name: string) {
  // Leaves the button pressed before, which shows its own reason under the mouse.
  await page.mouse.move(0, 0);
  await expectRefused(page, name, "There's nothing to export.");
}

/** A column of a table, counted from 0. */
export const column = (rows: string[][], at: number) => rows.map((row) => row[at]);

export const search = (page: Page) => page.getByRole("searchbox");

/** Reads the text of the visible rows, from top to bottom. */
export async function readRows(page: Page): Promise<string[][]> {
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  return rows.evaluateAll((rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("th, td:not(:has(input))"), (cell) => cell.textContent?.trim() ?? "")),
  );
}

/** Reads the display names and user names in the list of users. */
export const readPeople = async (page: Page) => (await readRows(page)).map((row) => row.slice(0, 2));

export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const MOMENT = /^20\d\d-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d$/;

/** The words on the way to each export, in both languages. */
export const LANGUAGES = {
  en: {
    locale: "en-GB",
    separator: ",",
    files: {
      customers: "customers", users: "users", deleted: "deleted-users", restored: "restore-results",
      subscriptions: "subscriptions", results: "license-results", log: "activity-log",
    },
    messages: "Messages",
    customers: ["Export customers", "Company name | Primary domain name | Relationship | Microsoft ID", "Reseller"],
    users: ["Export users", "First name | Last name | Display name | Email | Status update | Licenses | Permissions | Location | Created (UTC)"],
    userCount: "64 users exported.",
    deletedTab: "Deleted users (3)",
    deleted: ["Export deleted users", "Display name | User name | Deleted on (UTC) | Days left | Licenses held before"],
    subscriptionsLink: "Subscriptions",
    subscriptions: ["Export subscriptions", "Subscription ID | Subscription | Quantity | Status"],
    usersLink: "Users and licenses",
    select: (name: string) => `Select ${name}`,
    manage: "Manage licenses",
    restore: "Restore",
    save: "Save",
    results: ["Download results", "Display name | User name | Result"],
    assigned: /^Assigned: Visio Plan 2\.|License assignment cannot be done for a user with an invalid usage location/,
    restored: "Restored.",
    logLink: "Activity log",
    log: ["Export log", "Date-Time (UTC) | Affected customer | Action | Partner user | Details"],
    actions: ["User restored", "Licenses changed"],
    downloaded: "Download started.",
  },
  de: {
    locale: "de-DE",
    separator: ";",
    files: {
      customers: "kunden", users: "benutzer", deleted: "geloeschte-benutzer", restored: "wiederherstellungs-ergebnisse",
      subscriptions: "abonnements", results: "lizenz-ergebnisse", log: "aktivitaetsprotokoll",
    },
    messages: "Meldungen",
    customers: ["Kunden exportieren", "Firmenname | Name der primären Domäne | Beziehung | Microsoft-ID", "Handelspartner"],
    users: ["Benutzer exportieren", "Vorname | Nachname | Anzeigename | E-Mail | Statusupdate | Lizenzen | Berechtigungen | Standort | Erstellt (UTC)"],
    userCount: "64 Benutzer exportiert.",
    deletedTab: "Gelöschte Benutzer (3)",
    deleted: [
      "Gelöschte Benutzer exportieren",
      "Anzeigename | Benutzername | Gelöscht am (UTC) | Verbleibende Tage | Frühere Lizenzen",
    ],
    subscriptionsLink: "Abonnements",
    subscriptions: ["Abonnements exportieren", "Abonnement-ID | Abonnement | Menge | Status"],
    usersLink: "Benutzer und Lizenzen",
    select: (name: string) => `${name} auswählen`,
    manage: "Lizenzen verwalten",
    restore: "Wiederherstellen",
    save: "Speichern",
    results: ["Ergebnisse herunterladen", "Anzeigename | Benutzername | Ergebnis"],
    assigned: /^Zugewiesen: Visio Plan 2\.|ohne gültigen Standort/,
    restored: "Wiederhergestellt.",
    logLink: "Aktivitätsprotokoll",
    log: ["Protokoll exportieren", "Datum/Uhrzeit (UTC) | Betroffener Kunde | Aktion | Partnerbenutzer | Details"],
    actions: ["Benutzer wiederhergestellt", "Lizenzen geändert"],
    downloaded: "Der Download hat begonnen.",
  },
} as const;
