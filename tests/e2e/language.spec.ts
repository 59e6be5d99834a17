// English and German, by the browser and by choice; light and dark.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, button, changeSetting, csvFile, field, fillIn, heading, inventUsers,
  openAddUser, openCustomer, openUpload, readCredentials, row, validateFile,
} from "./steps";

type Role = Parameters<Page["getByRole"]>[0];
type Label = [role: Role, english: string, german: string];

/** The words of the screens, by their place. */
const FRAME: Label[] = [
  ["navigation", "Main menu", "Hauptmenü"],
  ["link", "Dashboard", "Dashboard"],
  ["button", "How to …", "Anleitung …"],
  ["link", "Skip to content", "Zum Inhalt springen"],
  ["button", "Settings", "Einstellungen"],
];
const CUSTOMER_MENU: Label[] = [
  ["link", "Subscriptions", "Abonnements"],
  ["link", "Users and licenses", "Benutzer und Lizenzen"],
  ["link", "Account", "Konto"],
];
const SCREENS: Record<string, Label[]> = {
  Welcome: [
    ["heading", "Welcome to Seatwork", "Willkommen bei Seatwork"],
    ["link", "Look around Open a customer, see their users and licenses, and try things out.", "Umsehen Öffnen Sie einen Kunden, sehen Sie sich Benutzer und Lizenzen an und probieren Sie etwas aus."],
    ["link", "Skip to the Dashboard", "Weiter zum Dashboard"],
  ],
  Dashboard: [
    ["heading", "Dashboard", "Dashboard"],
    ["heading", "Seats used", "Belegte Plätze"],
    ["heading", "Users without a license", "Benutzer ohne Lizenz"],
    ["heading", "Deleted users about to be purged", "Gelöschte Benutzer, deren Frist bald endet"],
    ["heading", "Latest changes", "Letzte Änderungen"],
  ],
  Customers: [
    ["heading", "Customers", "Kunden"],
    ["searchbox", "Search customers", "Kunden suchen"],
    ["button", "Export customers", "Kunden exportieren"],
    ["columnheader", "Company name", "Firmenname"],
    ["columnheader", "Primary domain name", "Name der primären Domäne"],
    ["columnheader", "Users", "Benutzer"],
    ["columnheader", "Licenses", "Lizenzen"],
    ["columnheader", "Relationship", "Beziehung"],
    ["columnheader", "Microsoft ID", "Microsoft-ID"],
    ["button", "First", "Erste"],
    ["button", "Previous", "Vorherige"],
    ["button", "Next", "Nächste"],
    ["button", "Last", "Letzte"],
  ],
  Users: [
    ...CUSTOMER_MENU,
    ["heading", "Users and licenses", "Benutzer und Lizenzen"],
    ["button", "Add user", "Benutzer hinzufügen"],
    ["searchbox", "Search users", "Benutzer suchen"],
    ["link", "Users", "Benutzer"],
    ["link", "Deleted users (3)", "Gelöschte Benutzer (3)"],
    ["columnheader", "Display name", "Anzeigename"],
    ["columnheader", "User name", "Benutzername"],
    ["columnheader", "Licenses", "Lizenzen"],
    ["columnheader", "Permissions", "Berechtigungen"],
    ["combobox", "Filter users by…", "Benutzer filtern nach…"],
    ["checkbox", "Select all users on this page", "Alle Benutzer dieser Seite auswählen"],
    ["button", "Manage licenses", "Lizenzen verwalten"],
  ],
  "Upload users": [
    ["heading", "Upload users", "Benutzer hochladen"],
    ["heading", "Upload user info", "Benutzerinformationen hochladen"],
    ["button", "Browse", "Durchsuchen"],
    ["button", "Download sample file", "Beispieldatei herunterladen"],
    ["button", "Validate", "Überprüfen"],
    ["combobox", "Location", "Standort"],
    ["button", "Save", "Speichern"],
    ["button", "Cancel", "Abbrechen"],
  ],
  "Manage licenses": [
    ["heading", "Manage licenses", "Lizenzen verwalten"],
    ["heading", "Assign and revoke licenses", "Lizenzen zuweisen und widerrufen"],
    ["columnheader", "Product", "Produkt"],
    ["columnheader", "Assigned", "Zugewiesen"],
    ["columnheader", "Available licenses", "Verfügbare Lizenzen"],
    ["link", "Buy more", "Weitere erwerben"],
    ["button", "Save", "Speichern"],
    ["button", "Cancel", "Abbrechen"],
  ],
  "Licenses updated": [
    ["heading", "Licenses updated", "Lizenzen aktualisiert"],
    ["columnheader", "Display name", "Anzeigename"],
    ["columnheader", "User name", "Benutzername"],
    ["button", "Download results", "Ergebnisse herunterladen"],
  ],
  "Deleted users": [
    ["columnheader", "Deleted on", "Gelöscht am"],
    ["columnheader", "Days left", "Verbleibende Tage"],
  ],
  Subscriptions: [
    ["heading", "Subscriptions", "Abonnements"],
    ["columnheader", "Quantity", "Menge"],
    ["columnheader", "Assigned", "Zugewiesen"],
    ["columnheader", "Status", "Status"],
    ["button", "Add subscription", "Abonnement hinzufügen"],
    ["button", "Export subscriptions", "Abonnements exportieren"],
  ],
  Account: [["heading", "Account", "Konto"]],
  "Add user": [
    ["heading", "Add user", "Benutzer hinzufügen"],
    ["textbox", "First name", "Vorname"],
    ["textbox", "Last name", "Nachname"],
    ["textbox", "Display name", "Anzeigename"],
    ["textbox", "User name", "Benutzername"],
    ["combobox", "Domain", "Domäne"],
    ["combobox", "Location", "Standort"],
    ["group", "Permissions", "Berechtigungen"],
    ["checkbox", "Can use licenses and services", "Kann Lizenzen und Dienste verwenden"],
    ["checkbox", "Global administrator", "Globaler Administrator"],
    ["checkbox", "Billing administrator", "Abrechnungsadministrator"],
    ["checkbox", "Service administrator", "Dienstadministrator"],
    ["checkbox", "User management administrator", "Benutzerverwaltungsadministrator"],
    ["checkbox", "Password administrator", "Kennwortadministrator"],
    ["group", "Licenses", "Lizenzen"],
    ["link", "Buy more", "Weitere erwerben"],
    ["button", "Save", "Speichern"],
    ["button", "Cancel", "Abbrechen"],
  ],
  "User created": [
    ["heading", "User created", "Benutzer erstellt"],
    ["columnheader", "Temporary password", "Temporäres Kennwort"],
    ["button", "Add another user", "Weiteren Benutzer hinzufügen"],
    ["button", "Email", "Per E-Mail senden"],
    ["button", "Preview email", "E-Mail-Vorschau"],
    ["button", "Print", "Drucken"],
    ["button", "Copy", "Kopieren"],
    ["button", "Download", "Herunterladen"],
  ],
};

for (const [language, at, banner] of [
  ["en", 1, "Training simulation – no real accounts"],
  ["de", 2, "Trainingssimulation – keine echten Konten"],
] as const) {
  test.describe(`in a browser that prefers ${language}`, () => {
    test.use({ locale: language === "de" ? "de-AT" : "en-GB" });

    test("every label is the one of the documentation", async ({ page }) => {
      // Every screen.
      test.slow();
      const word = (english: string) => Object.values(SCREENS).flat().find((label) => label[1] === english)![at];
      const click = (role: Role, english: string) => page.getByRole(role, { name: word(english), exact: true }).first().click();
      const shows = async (screen: string) => {
        for (const [role, ...words] of [...FRAME, ...SCREENS[screen]!]) {
          await expect(page.getByRole(role, { name: words[at - 1], exact: true }).first(), `${screen}: ${words[at - 1]}`).toBeAttached();
        }
        await expect(page.getByText(banner).first()).toBeVisible();
      };
      await page.goto("/");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await shows("Welcome");
      await click("link", "Skip to the Dashboard");
      await shows("Dashboard");
      await page.getByRole("navigation", { name: /^(Main menu|Hauptmenü)$/ }).getByRole("link", { name: word("Customers"), exact: true }).click();
      await shows("Customers");
      await page.getByRole("link", { name: COMPANY.ordinary }).click();
      await shows("Users");
      await click("checkbox", "Select all users on this page");
      await expect(page.getByRole("link", { name: language === "en" ? "Selected users (25)" : "Ausgewählte Benutzer (25)" })).toBeVisible();
      await click("button", "Manage licenses");
      await shows("Manage licenses");
      await page.getByRole("checkbox", { name: "Microsoft 365 Business Basic", exact: true }).click();
      await page.getByRole("checkbox", { name: "Microsoft 365 Business Basic", exact: true }).click();
      await click("button", "Save");
      await expect(page.getByRole("heading", { level: 1, name: word("Licenses updated") })).toBeVisible();
      await shows("Licenses updated");
      await click("link", "Users and licenses");
      await click("button", "Upload users");
      await expect(page.getByRole("heading", { level: 1, name: word("Upload users") })).toBeVisible();
      await shows("Upload users");
      await click("link", "Users and licenses");
      await click("link", "Deleted users (3)");
      await shows("Deleted users");
      await click("link", "Subscriptions");
      await shows("Subscriptions");
      await click("link", "Account");
      await shows("Account");
      await click("link", "Users and licenses");
      await click("button", "Add user");
      await shows("Add user");
      await page.getByRole("textbox", { name: word("Display name"), exact: true }).fill("Frieda");
      await page.getByRole("textbox", { name: word("User name"), exact: true }).fill("frieda");
      await click("button", "Save");
      await expect(page.getByRole("heading", { level: 1, name: word("User created") })).toBeVisible();
      await shows("User created");
    });
  });
}

test("a language that is not there is answered in English", async ({ browser }) => {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.close();
});

test("German numbers, countries and sentences", async ({ browser }) => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto("/#/customers");
  await page.getByRole("link", { name: COMPANY.huge }).click();
  await expect(page.getByText("1–25 von 10.000")).toBeVisible();
  await button(page, "Benutzer hinzufügen").click();
  await expect(field(page, "Standort").locator("option:checked")).toHaveText("Vereinigte Staaten");
  await field(page, "Benutzername").fill("müller");
  await button(page, "Speichern").click();
  await expect(field(page, "Benutzername")).toHaveAccessibleDescription(/Hier nicht erlaubt: „ü“\..*Vorschlag: „mueller“\./);
  await expect(page.getByRole("alert")).toHaveText("Bitte korrigieren: Anzeigename, Benutzername");
  await context.close();
});

test("the language chosen in Settings holds at once, for the whole page, and after reloading", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle(`Benutzer und Lizenzen – ${COMPANY.ordinary} – Seatwork`);
  await page.reload();
  await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await button(page, "Einstellungen").click();
  await page.getByLabel("Sprache").selectOption("English");
  await expect(heading(page, "Users and licenses")).toBeVisible();
});

test("an unfinished form survives the change of language, with its mistakes", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { first: "Frieda", user: "frieda..", permissions: ["Billing administrator"], licenses: ["Visio Plan 2"] });
  await button(page, "Save").click();
  await expect(field(page, "User name")).toHaveAccessibleDescription(/two periods/);
  await changeSetting(page, "Language", "Deutsch");
  await expect(field(page, "Vorname")).toHaveValue("Frieda");
  await expect(field(page, "Benutzername")).toHaveValue("frieda..");
  await expect(field(page, "Benutzername")).toHaveAccessibleDescription(/keine zwei Punkte/);
  await expect(page.getByRole("checkbox", { name: "Abrechnungsadministrator" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Visio Plan 2" })).toBeChecked();
});

test("a confirmation survives the change of language, passwords and guard included", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Frieda", user: "frieda" });
  const [before] = await readCredentials(page);
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Benutzer erstellt")).toBeVisible();
  await expect(row(page, "Frieda")).toContainText(before!.password);
  await page.getByRole("link", { name: "Zurück zur Liste" }).click();
  const question = page.getByRole("dialog", { name: "Ohne die Kennwörter verlassen?" });
  await question.getByRole("button", { name: "Trotzdem verlassen" }).click();
  await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
});

test("an upload survives the change of language: its file, what is wrong, what was corrected, and the passwords", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, "Omar,Probe,,omar@albatros.example,", ...inventUsers(1, 1, "albatross.example")]));
  await field(page, "Display name, line 2").fill("Omar Probe");
  await field(page, "Display name, line 2").press("Tab");
  await field(page, "Location").selectOption({ label: "Austria" });
  await field(page, "Column").selectOption({ label: "Email" });
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Benutzer hochladen")).toBeVisible();
  await expect(page.getByText(/^users\.csv, \d+ Byte, 2 Zeilen$/)).toBeVisible();
  await expect(page.getByText("Korrigierte Fehler: 1 von 2. Die Korrekturen sind noch nicht überprüft: Wählen Sie Überprüfen.")).toBeVisible();
  await expect(field(page, "Spalte").locator("option:checked")).toHaveText("Email");
  // As it is called in the file.
  await expect(field(page, "Email, Zeile 3")).toBeVisible();
  await expect(page.getByText("Diese Domäne gehört nicht zum Kunden. Meinten Sie albatros.example?")).toBeVisible();
  await button(page, "Alle Vorschläge übernehmen").click();
  await field(page, "Spalte").selectOption({ label: "Alle Spalten" });
  await expect(field(page, "Display name, Zeile 2")).toHaveValue("Omar Probe");
  await expect(page.getByText("Korrigiert. Überprüfen Sie erneut.")).toHaveCount(2);
  await button(page, "Überprüfen").click();
  await expect(page.getByText("Keine Fehler. 2 Benutzer können erstellt werden")).toBeVisible();
  await expect(field(page, "Standort").locator("option:checked")).toHaveText("Österreich");
  await button(page, "Speichern").click();
  await expect(heading(page, "Benutzer erstellt")).toBeVisible();
  const cells = () => page.getByRole("region", { name: /^(Anmeldedaten|Sign-in details)$/ }).getByRole("code").allTextContents();
  const before = await cells();
  expect(before).toHaveLength(2);
  await button(page, "Einstellungen").click();
  await page.getByLabel("Sprache").selectOption("English");
  await page.keyboard.press("Escape");
  await expect(heading(page, "Users created")).toBeVisible();
  expect(await cells()).toEqual(before);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("dialog", { name: "Leave without the passwords?" })).toBeVisible();
});

test.describe("appearance", () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test("follows the system, can be chosen, and is kept", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/#/customers");
    await expect(heading(page, "Customers")).toBeVisible();
    const light = await background(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await changeSetting(page, "Appearance", "Light");
    expect(await background(page)).toBe(light);
    await page.reload();
    await expect(heading(page, "Customers")).toBeVisible();
    expect(await background(page)).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await changeSetting(page, "Appearance", "Dark");
    expect(await background(page)).toBe(dark);
    await changeSetting(page, "Appearance", "Use system setting");
    expect(await background(page)).toBe(light);
  });

  test("the role is kept too", async ({ page }) => {
    await page.goto("/#/customers");
    await changeSetting(page, "Your role", "Sales agent");
    await page.reload();
    await expect(page.getByRole("banner")).toContainText("Sales agent");
    await button(page, "Settings").click();
    await expect(page.getByLabel("Your role")).toHaveValue(/sales/i);
  });
});
