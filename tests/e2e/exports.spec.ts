// Every export: what is in the file as a spreadsheet shows it, in English and German, and that it goes the way back.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, box, button, changeQuantity, changeSetting, customerMenu, downloaded, expectRefused, filterBy, heading,
  leaveWithoutPasswords, manageLicenses, messages, names, openAddUser, openCustomer, row, save, select, tabTo,
} from "./steps";

const DOMAIN = "albatros-werkzeugbau.example";

/** What the button with this name gives: the file's name, its text, and its rows below the headings. */
async function exported(page: Page, name: string) {
  const { name: file, bytes, rows: [head, ...rows] } = await downloaded(page, button(page, name));
  const text = bytes.toString("utf8");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const row of rows) expect(row).toHaveLength(head!.length);
  return { file, text, head: head!.join(" | "), rows };
}

/** The export may not be pressed, and says why. */
async function nothingToExport(page: Page, name: string) {
  // Off the button that was pressed before: its reason is shown while it is pointed at.
  await page.mouse.move(0, 0);
  await expectRefused(page, name, "There is nothing here to export.");
}

/** The column of a table, from 0. */
const column = (rows: string[][], at: number) => rows.map((row) => row[at]);

const search = (page: Page) => page.getByRole("searchbox");

/** The texts of the rows that are shown, from top to bottom. */
async function shown(page: Page): Promise<string[][]> {
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  return rows.evaluateAll((rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("th, td:not(:has(input))"), (cell) => cell.textContent?.trim() ?? "")),
  );
}

/** Display and user names of the list of users. */
const people = async (page: Page) => (await shown(page)).map((row) => row.slice(0, 2));

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^20\d\d-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d$/;

/** The words of both languages that stand on the way. */
const LANGUAGES = {
  en: {
    locale: "en-GB",
    messages: "Messages",
    customers: ["Export customers", "Company name | Primary domain name | Relationship | Microsoft ID", "Reseller"],
    users: ["Export users", "First name | Last name | Display name | Email | Status update"],
    userCount: "64 users exported.",
    deletedTab: "Deleted users (3)",
    deleted: ["Export deleted users", "Display name | User name | Deleted on (UTC) | Days left | Licenses held before"],
    subscriptionsLink: "Subscriptions",
    subscriptions: ["Export subscriptions", "Subscription ID | Subscription | Quantity | Status | Reseller"],
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
    messages: "Meldungen",
    customers: ["Kunden exportieren", "Firmenname | Name der primären Domäne | Beziehung | Microsoft-ID", "Handelspartner"],
    users: ["Benutzer exportieren", "Vorname | Nachname | Anzeigename | E-Mail | Statusupdate"],
    userCount: "64 Benutzer exportiert.",
    deletedTab: "Gelöschte Benutzer (3)",
    deleted: [
      "Gelöschte Benutzer exportieren",
      "Anzeigename | Benutzername | Gelöscht am (UTC) | Verbleibende Tage | Frühere Lizenzen",
    ],
    subscriptionsLink: "Abonnements",
    subscriptions: ["Abonnements exportieren", "Abonnement-ID | Abonnement | Menge | Status | Handelspartner"],
    usersLink: "Benutzer und Lizenzen",
    select: (name: string) => `${name} auswählen`,
    manage: "Lizenzen verwalten",
    restore: "Wiederherstellen",
    save: "Speichern",
    results: ["Ergebnisse herunterladen", "Anzeigename | Benutzername | Ergebnis"],
    assigned: /^Zugewiesen: Visio Plan 2\.|ohne gültigen Nutzungsstandort/,
    restored: "Wiederhergestellt.",
    logLink: "Aktivitätsprotokoll",
    log: ["Protokoll exportieren", "Datum/Uhrzeit (UTC) | Betroffener Kunde | Aktion | Partnerbenutzer | Details"],
    actions: ["Benutzer wiederhergestellt", "Lizenzen geändert"],
    downloaded: "Der Download hat begonnen.",
  },
} as const;

for (const [language, words] of Object.entries(LANGUAGES)) {
  test.describe(`every export in ${language}`, () => {
    test.use({ locale: words.locale });

    test("what is shown, in files that tell whose they are", async ({ page }) => {
      const told = page.getByRole("status", { name: words.messages });
      await page.goto("/");
      const customers = await exported(page, words.customers[0]);
      expect(customers).toMatchObject({ file: "customers.csv", head: words.customers[1] });
      expect(customers.rows).toEqual(await shown(page));
      expect(customers.rows).toHaveLength(13);
      for (const [company, domain, relationship, id] of customers.rows) {
        expect(company).not.toBe("");
        expect(domain).toMatch(/\.example$/);
        expect(relationship).toBe(words.customers[2]);
        expect(id).toMatch(ID);
      }
      expect(column(customers.rows, 0)).toContain(COMPANY.empty);
      await expect(told).toContainText(words.downloaded);

      await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
      const first = await people(page);
      const users = await exported(page, words.users[0]);
      expect(users).toMatchObject({ file: `users-${DOMAIN}.csv`, head: words.users[1] });
      expect(users.rows.map((user) => user.slice(2, 4)).slice(0, first.length)).toEqual(first);
      expect(users.rows).toHaveLength(64);
      expect(column(users.rows, 4)).toEqual(Array(64).fill(""));
      await expect(told).toContainText(words.userCount);

      await page.getByRole("link", { name: words.deletedTab }).click();
      const list = await shown(page);
      const deleted = await exported(page, words.deleted[0]);
      expect(deleted).toMatchObject({ file: `deleted-users-${DOMAIN}.csv`, head: words.deleted[1] });
      expect(deleted.rows.map((user) => user.slice(0, 2))).toEqual(list.map((user) => user.slice(0, 2)));
      const now = Date.now();
      for (const [name, , on, days] of deleted.rows) {
        // A date and a number, in whichever language.
        expect(on, name).toMatch(MOMENT);
        expect(days, name).toMatch(/^\d+$/);
        const left = (Date.parse(`${on!.replace(" ", "T")}Z`) - now) / 86_400_000 + 30;
        expect(Math.abs(left - Number(days)), name).toBeLessThan(1.01);
      }

      await page.getByRole("checkbox", { name: words.select(list[0]![0]!), exact: true }).check();
      await page.getByRole("main").getByRole("button", { name: words.restore, exact: true }).click();
      const restored = await exported(page, words.results[0]);
      expect(restored).toMatchObject({ file: `restore-results-${DOMAIN}.csv`, head: words.results[1] });
      expect(restored.rows).toHaveLength(1);
      expect(restored.rows[0]!.slice(0, 2)).toEqual(list[0]!.slice(0, 2));
      expect(restored.rows[0]![2]).toContain(words.restored);

      await page.getByRole("link", { name: words.subscriptionsLink, exact: true }).click();
      const subscriptions = await exported(page, words.subscriptions[0]);
      expect(subscriptions).toMatchObject({ file: `subscriptions-${DOMAIN}.csv`, head: words.subscriptions[1] });
      expect(column(subscriptions.rows, 1)).toEqual(await names(page));
      for (const [id, , quantity] of subscriptions.rows) {
        expect(id).toMatch(ID);
        expect(quantity).toMatch(/^\d+$/);
      }

      await page.getByRole("link", { name: words.usersLink, exact: true }).first().click();
      const some = (await people(page)).slice(0, 2);
      for (const [name] of some) await page.getByRole("checkbox", { name: words.select(name!), exact: true }).check();
      await button(page, words.manage).click();
      await box(page, "Visio Plan 2").check();
      await button(page, words.save).click();
      const results = await exported(page, words.results[0]);
      expect(results).toMatchObject({ file: `license-results-${DOMAIN}.csv`, head: words.results[1] });
      expect(results.rows.map((user) => user.slice(0, 2))).toEqual(some);
      for (const [name, , result] of results.rows) expect(result, name).toMatch(words.assigned);

      await page.getByRole("navigation", { name: "Dashboard" }).getByRole("link", { name: words.logLink }).click();
      const log = await exported(page, words.log[0]);
      expect(log).toMatchObject({ file: "activity-log.csv", head: words.log[1] });
      expect(column(log.rows, 2)).toEqual([words.actions[1], words.actions[0]]);
      for (const [at, company, , by, details] of log.rows) {
        expect(at).toMatch(MOMENT);
        expect(company).toBe(COMPANY.ordinary);
        expect(by).toMatch(/^Robin Ahrens \(.+\)$/);
        expect(details).not.toBe("");
      }
      await page.getByRole("link", { name: COMPANY.ordinary }).first().click();
      expect((await exported(page, words.log[0])).file).toBe(`activity-log-${DOMAIN}.csv`);
    });
  });
}

test.describe("Export users", () => {
  test("those whom the filter and the search leave, in the order chosen, on all pages", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await page.getByLabel("Rows per page").selectOption("100");
    const all = await people(page);
    await page.getByLabel("Rows per page").selectOption("25");
    await button(page, "Next").click();
    expect((await exported(page, "Export users")).rows.map((user) => user.slice(2, 4))).toEqual(all);

    await filterBy(page, "Administrators");
    const administrators = await people(page);
    expect(administrators.length).toBeLessThan(25);
    const { rows } = await exported(page, "Export users");
    expect(rows.map((user) => user.slice(2, 4))).toEqual(administrators);
    await expect(messages(page)).toContainText(`${administrators.length} users exported.`);

    await search(page).fill(administrators[1]![1]!);
    await expect(page.getByRole("rowheader")).toHaveText([administrators[1]![0]!]);
    expect(column((await exported(page, "Export users")).rows, 3)).toEqual([administrators[1]![1]]);
    await expect(messages(page)).toContainText("1 user exported.");
  });

  test("those who are selected, wherever they are, whatever is searched for", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [, second, , fourth] = await people(page);
    await select(page, fourth![0]!, second![0]!);
    await button(page, "Next").click();
    const [other] = await people(page);
    await select(page, other![0]!);
    const { rows } = await exported(page, "Export users");
    expect(rows.map((user) => user.slice(2, 4))).toEqual([second, fourth, other]);
    await expect(messages(page)).toContainText("3 selected users exported.");

    await search(page).fill("nobody is called this");
    await expect(page.getByText("Nothing matches your search.")).toBeVisible();
    expect((await exported(page, "Export users")).rows).toHaveLength(3);
    await button(page, "Clear selection").click();
    await nothingToExport(page, "Export users");
    await button(page, "Clear search").click();
    await select(page, second![0]!);
    expect((await exported(page, "Export users")).rows).toHaveLength(1);
    await expect(messages(page)).toContainText("1 selected user exported.");
  });

  test("first and last names stand apart; everything is as it was typed", async ({ page }) => {
    await openAddUser(page, COMPANY.empty);
    await addUser(page, { first: "Jürgen", last: "Groß, Dr.", display: 'Jürgen "Jay" Groß', user: "J.Gross" });
    await button(page, "Add another user").click();
    await addUser(page, { display: "נועה; 🦀", user: "noa" });
    await leaveWithoutPasswords(page);
    const { rows, text } = await exported(page, "Export users");
    expect(rows).toEqual([
      ["Jürgen", "Groß, Dr.", 'Jürgen "Jay" Groß', "J.Gross@novak-dcery.example", ""],
      ["", "", "נועה; 🦀", "noa@novak-dcery.example", ""],
    ]);
    expect(text).toContain('Jürgen,"Groß, Dr.","Jürgen ""Jay"" Groß",J.Gross@novak-dcery.example,\r\n');
  });

  test("names that a spreadsheet would take for formulas are defused, in every export", async ({ page }) => {
    const formulas = ["=1+1", "+49 30", "-2", "@SUM(A1)", '=HYPERLINK("x","y")'];
    const defused = formulas.map((name) => `'${name}`).sort();
    await openAddUser(page, COMPANY.ordinary);
    for (const [at, name] of formulas.entries()) {
      if (at > 0) await button(page, "Add another user").click();
      await addUser(page, { first: name, last: name, display: name, user: `-formula${at}` });
    }
    await leaveWithoutPasswords(page);
    await search(page).fill("-formula");
    await expect(page.getByRole("rowheader")).toHaveCount(formulas.length);
    const { rows, text } = await exported(page, "Export users");
    for (const at of [0, 1, 2]) expect(column(rows, at).sort()).toEqual(defused);
    for (const address of column(rows, 3)) expect(address).toMatch(/^'-formula\d@/);
    expect(text).not.toMatch(/(^|[",\r\n\uFEFF])[=+@-]/);

    await box(page, "Select all users on this page").check();
    await manageLicenses(page);
    await box(page, "Microsoft 365 Business Basic").check();
    await save(page);
    expect(column((await exported(page, "Download results")).rows, 0).sort()).toEqual(defused);
    await page.getByRole("link", { name: "Back to the list" }).click();
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await search(page).fill("formula");
    const deleted = await exported(page, "Export deleted users");
    expect(column(deleted.rows, 0).sort()).toEqual(defused);
    expect(deleted.text).not.toMatch(/(^|[",\r\n\uFEFF])[=+@-]/);
  });

  test("where there is nobody, it says why not", async ({ page }) => {
    await openCustomer(page, COMPANY.empty);
    await nothingToExport(page, "Export users");
    await expect(button(page, "Add user")).toBeEnabled();
  });

  test("every role may", async ({ page }) => {
    await openCustomer(page, COMPANY.tiny);
    for (const role of ["Helpdesk agent", "Sales agent"]) {
      await changeSetting(page, "Your role", role);
      await expect(button(page, "Add user")).toBeDisabled();
      expect((await exported(page, "Export users")).rows).toHaveLength(1);
    }
  });

  test("by keyboard, and the focus stays", async ({ page }) => {
    await openCustomer(page, COMPANY.tiny);
    await tabTo(page, button(page, "Export users"));
    await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    await expect(button(page, "Export users")).toBeFocused();
    await expect(messages(page)).toContainText("1 user exported.");
  });

  test("10,000 users", async ({ page }) => {
    await openCustomer(page, COMPANY.huge);
    const { rows } = await exported(page, "Export users");
    expect(rows).toHaveLength(10_000);
    expect(new Set(column(rows, 3)).size).toBe(10_000);
    await expect(messages(page)).toContainText("10,000 users exported.");
  });
});

test.describe("Export customers", () => {
  test("those whom the search leaves, in the order chosen; none, and why", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Company name", exact: true }).click();
    await search(page).fill("s.r");
    const { rows } = await exported(page, "Export customers");
    expect(rows.length).toBeGreaterThan(1);
    expect(column(rows, 0)).toEqual(await names(page));
    await search(page).fill("no such company");
    await nothingToExport(page, "Export customers");
  });
});

test.describe("Export deleted users", () => {
  test("those whom the search leaves; none, and why", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    const last = (await shown(page))[2]!;
    await search(page).fill(last[1]!);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    const { rows } = await exported(page, "Export deleted users");
    expect(rows).toEqual([[last[0], last[1], expect.stringMatching(MOMENT), "1", last[4] === "None" ? "" : last[4]]]);
    await search(page).fill("nobody is called this");
    await nothingToExport(page, "Export deleted users");
  });
});

test.describe("Export subscriptions", () => {
  test("every subscription; none, and why", async ({ page }) => {
    await openCustomer(page, "Kiefernhain Kliniken gGmbH");
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    const { file, rows } = await exported(page, "Export subscriptions");
    expect(file).toMatch(/^subscriptions-.+\.example\.csv$/);
    for (const [id] of rows) expect(id).toMatch(ID);
    expect(rows.map((one) => one.slice(1).join(","))).toEqual([
      "Office 365 E1,60,Active,Reseller",
      "Office 365 E3,180,Active,Reseller",
      "Enterprise Mobility + Security E3,120,Active,Reseller",
      "Microsoft Entra ID P2,10,Active,Reseller",
      "Power BI Pro,25,Suspended,Reseller",
    ]);
    await expect(messages(page)).toContainText("Download started.");
    await openCustomer(page, COMPANY.empty);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await nothingToExport(page, "Export subscriptions");
  });

  test("numbers without separators, whatever the language", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, "Power BI Pro", 2500);
    await changeSetting(page, "Language", "Deutsch");
    await expect(row(page, "Power BI Pro")).toContainText("2.500");
    const { rows } = await exported(page, "Abonnements exportieren");
    expect(rows.find((one) => one[1] === "Power BI Pro")![2]).toBe("2500");
  });
});

test.describe("there and back", () => {
  /** Opens Upload users of the customer whose list is shown, uploads the file and creates its users. */
  async function upload(page: Page, language: keyof typeof LANGUAGES, name: string, text: string, count: number) {
    const german = language === "de";
    await button(page, german ? "Benutzer hochladen" : "Upload users").click();
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel(german ? "Durchsuchen" : "Browse").setInputFiles(file);
    await button(page, german ? "Überprüfen" : "Validate").click();
    const good = german ? `Keine Fehler. ${count} Benutzer können erstellt werden` : `No errors. ${count} users can be created`;
    await expect(page.getByRole("status").filter({ hasText: good })).toBeVisible();
    await button(page, german ? "Speichern" : "Save").click();
    await expect(heading(page, german ? "Benutzer erstellt" : "Users created")).toBeVisible();
    await Promise.all([page.waitForEvent("download"), button(page, german ? "Herunterladen" : "Download").click()]);
    await page.getByRole("link", { name: german ? "Zurück zur Liste" : "Back to the list" }).click();
    await expect(heading(page, german ? "Benutzer und Lizenzen" : "Users and licenses")).toBeVisible();
  }

  test("two users are exported, deleted, and uploaded again", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [, one, , other] = await people(page);
    const both = [one![0]!, other![0]!];
    await select(page, ...both);
    const before = await exported(page, "Export users");
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    for (const name of both) await expect(row(page, name)).toHaveCount(0);
    await upload(page, "en", before.file, before.text, 2);
    await select(page, ...both);
    const after = await exported(page, "Export users");
    expect(after.text).toBe(before.text);
  });

  test("in German: all users of a customer, uploaded for another one with another domain", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await changeSetting(page, "Language", "Deutsch");
    const before = await exported(page, "Benutzer exportieren");
    await page.goto("/");
    await page.getByRole("link", { name: COMPANY.empty, exact: true }).click();
    await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
    const moved = before.text.replaceAll(/@[^,]+/g, "@novak-dcery.example");
    await upload(page, "de", before.file, moved, 64);
    expect((await exported(page, "Benutzer exportieren")).text).toBe(moved);
  });
});

test("Export log: what is for all customers says so", async ({ page }) => {
  await page.goto("/");
  await button(page, "Advance clock").click();
  await page.getByRole("dialog").getByRole("button", { name: "7 days", exact: true }).click();
  await page.getByRole("navigation", { name: "Dashboard" }).getByRole("link", { name: "Activity log" }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
  const { rows } = await exported(page, "Export log");
  expect(rows.find((one) => one[2] === "Clock advanced")![1]).toBe("All customers");
});
