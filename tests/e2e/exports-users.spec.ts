// Export users: who is in the file, in which order, and that the file can be uploaded again.

import { expect, test, type Page } from "@playwright/test";
import {
  LANGUAGES, OF_TODAY, column, expectNothingToExport, exportFile, readPeople, search,
} from "./exports";
import {
  COMPANY, addUser, button, changeSetting, checkbox, filterUsers, heading, leaveWithoutPasswords,
  manageLicenses, messages, openAddUser, openCustomer, parseCsv, row, save, selectUsers, tabTo,
} from "./steps";

test.describe("Export users", () => {
  test("those whom the filter and the search leave, in the order chosen, on all pages", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await page.getByLabel("Rows per page").selectOption("100");
    const all = await readPeople(page);
    await page.getByLabel("Rows per page").selectOption("25");
    await button(page, "Next").click();
    expect((await exportFile(page, "Export users")).rows.map((user) => user.slice(2, 4))).toEqual(all);

    await filterUsers(page, "Administrators");
    const administrators = await readPeople(page);
    expect(administrators.length).toBeLessThan(25);
    const { rows } = await exportFile(page, "Export users");
    expect(rows.map((user) => user.slice(2, 4))).toEqual(administrators);
    await expect(messages(page)).toContainText(`${administrators.length} users exported.`);

    await search(page).fill(administrators[1]![1]!);
    await expect(page.getByRole("rowheader")).toHaveText([administrators[1]![0]!]);
    expect(column((await exportFile(page, "Export users")).rows, 3)).toEqual([administrators[1]![1]]);
    await expect(messages(page)).toContainText("1 user exported.");
  });

  test("those who are selected, wherever they are, whatever is searched for", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [, second, , fourth] = await readPeople(page);
    await selectUsers(page, fourth![0]!, second![0]!);
    await button(page, "Next").click();
    const [other] = await readPeople(page);
    await selectUsers(page, other![0]!);
    const { rows } = await exportFile(page, "Export users");
    expect(rows.map((user) => user.slice(2, 4))).toEqual([second, fourth, other]);
    await expect(messages(page)).toContainText("3 selected users exported.");

    await search(page).fill("nobody is called this");
    await expect(page.getByText("No matches for your search.")).toBeVisible();
    expect((await exportFile(page, "Export users")).rows).toHaveLength(3);
    await button(page, "Clear selection").click();
    await expectNothingToExport(page, "Export users");
    await button(page, "Clear search").click();
    await selectUsers(page, second![0]!);
    expect((await exportFile(page, "Export users")).rows).toHaveLength(1);
    await expect(messages(page)).toContainText("1 selected user exported.");
  });

  test("first and last names stand apart; everything is as it was typed", async ({ page }) => {
    await openAddUser(page, COMPANY.empty);
    await addUser(page, { first: "Jürgen", last: "Groß, Dr.", display: 'Jürgen "Jay" Groß', user: "J.Gross" });
    await button(page, "Add another user").click();
    await addUser(page, { display: "נועה; 🦀", user: "noa" });
    await leaveWithoutPasswords(page);
    const { rows, text } = await exportFile(page, "Export users");
    expect(rows.map((user) => user.slice(0, 5))).toEqual([
      ["Jürgen", "Groß, Dr.", 'Jürgen "Jay" Groß', "J.Gross@novak-dcery.example", ""],
      ["", "", "נועה; 🦀", "noa@novak-dcery.example", ""],
    ]);
    expect(text).toContain('Jürgen,"Groß, Dr.","Jürgen ""Jay"" Groß",J.Gross@novak-dcery.example,,,,');
  });

  test("names that a spreadsheet would take for formulas are defused, in every export", async ({ page }) => {
    // Those that the form lets pass: a formula that does something is refused.
    const formulas = ["+49 30", "-2", "@home", "'=1+1", "x;=1+1;y"];
    const defused = formulas.map((name) => name.startsWith("x") ? "x;'=1+1;y" : `'${name}`).sort();
    await openAddUser(page, COMPANY.ordinary);
    for (const [at, name] of formulas.entries()) {
      if (at > 0) await button(page, "Add another user").click();
      await addUser(page, { first: name, last: name, display: name, user: `-formula${at}` });
    }
    await leaveWithoutPasswords(page);
    await search(page).fill("-formula");
    await expect(page.getByRole("rowheader")).toHaveCount(formulas.length);
    const { rows, text } = await exportFile(page, "Export users");
    for (const at of [0, 1, 2]) expect(column(rows, at).sort()).toEqual(defused);
    for (const address of column(rows, 3)) expect(address).toMatch(/^'-formula\d@/);
    expect(text).not.toMatch(/(^|[",\r\n\uFEFF])[=+@-]/);

    await checkbox(page, "Select all users on this page").check();
    await manageLicenses(page);
    await checkbox(page, "Microsoft 365 Business Basic").check();
    await save(page);
    expect(column((await exportFile(page, "Download results")).rows, 0).sort()).toEqual(defused);
    await page.getByRole("link", { name: "Back to the list" }).click();
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await search(page).fill("formula");
    const deleted = await exportFile(page, "Export deleted users");
    expect(column(deleted.rows, 0).sort()).toEqual(defused);
    expect(deleted.text).not.toMatch(/(^|[",\r\n\uFEFF])[=+@-]/);
  });

  test("where there is nobody, it says why not", async ({ page }) => {
    await openCustomer(page, COMPANY.empty);
    await expectNothingToExport(page, "Export users");
    await expect(button(page, "Add user")).toBeEnabled();
  });

  test("every role may", async ({ page }) => {
    await openCustomer(page, COMPANY.tiny);
    for (const role of ["Helpdesk agent", "Sales agent"]) {
      await changeSetting(page, "Your role", role);
      await expect(button(page, "Add user")).toBeDisabled();
      expect((await exportFile(page, "Export users")).rows).toHaveLength(1);
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
    const { rows } = await exportFile(page, "Export users");
    expect(rows).toHaveLength(10_000);
    expect(new Set(column(rows, 3)).size).toBe(10_000);
    await expect(messages(page)).toContainText("10,000 users exported.");
  });
});

test("the separator is that of the language, or the one chosen in Settings, also in the next tab", async ({ page, context }) => {
  await openCustomer(page, COMPANY.ordinary);
  expect(await exportFile(page, "Export users")).toMatchObject({ separator: ",", file: `users-${OF_TODAY}` });
  for (const [choice, separator, ending] of [["Semicolon", ";", ".csv"], ["Tab", "\t", ".tsv"]] as const) {
    await changeSetting(page, "Separator in exported files", choice);
    const { file, separator: found, rows } = await exportFile(page, "Export users");
    expect({ file, found }).toEqual({ file: `users-${OF_TODAY.replace(".csv", ending)}`, found: separator });
    expect(rows).toHaveLength(64);
  }
  const next = await context.newPage();
  await openCustomer(next, COMPANY.ordinary);
  expect((await exportFile(next, "Export users")).separator).toBe("\t");
  await changeSetting(next, "Separator in exported files", "By language (Comma)");
  expect((await exportFile(next, "Export users")).separator).toBe(",");
});

test.describe("there and back", () => {
  /** Uploads an exported file from the open list of users, and creates its users. */
  async function uploadExport(page: Page, language: keyof typeof LANGUAGES, name: string, text: string, count: number) {
    const german = language === "de";
    await button(page, german ? "Benutzer hochladen" : "Upload users").click();
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel(german ? "Durchsuchen" : "Browse").setInputFiles(file);
    await button(page, german ? "Überprüfen" : "Validate").click();
    const good = german ? `Keine Fehler. ${count} Benutzer können erstellt werden` : `No errors. ${count} users can be created`;
    await expect(page.getByRole("status").filter({ hasText: good })).toBeVisible();
    const ignored = german ? "Aus der Datei nicht übernommen: Lizenzen, Berechtigungen, Standort, Erstellt (UTC)." : "Not imported from the file: Licenses, Permissions, Location, Created (UTC).";
    await expect(page.getByRole("status").filter({ hasText: ignored })).toBeVisible();
    await button(page, german ? "Speichern" : "Save").click();
    await expect(heading(page, german ? "Benutzer erstellt" : "Users created")).toBeVisible();
    await Promise.all([page.waitForEvent("download"), button(page, german ? "Herunterladen" : "Download").click()]);
    await page.getByRole("link", { name: german ? "Zurück zur Liste" : "Back to the list" }).click();
    await expect(heading(page, german ? "Benutzer und Lizenzen" : "Users and licenses")).toBeVisible();
  }

  test("two users are exported, deleted, and uploaded again", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [, one, , other] = await readPeople(page);
    const both = [one![0]!, other![0]!];
    await selectUsers(page, ...both);
    const before = await exportFile(page, "Export users");
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    for (const name of both) await expect(row(page, name)).toHaveCount(0);
    await uploadExport(page, "en", before.file, before.text, 2);
    await selectUsers(page, ...both);
    const after = await exportFile(page, "Export users");
    expect(after.rows.map((user) => user.slice(0, 5))).toEqual(before.rows.map((user) => user.slice(0, 5)));
  });

  test("in German: all users of a customer, uploaded for another one with another domain", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await changeSetting(page, "Language", "Deutsch");
    const before = await exportFile(page, "Benutzer exportieren");
    await page.goto("/#/customers");
    await page.getByRole("link", { name: COMPANY.empty, exact: true }).click();
    await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
    const moved = before.text.replaceAll(/@[^;]+/g, "@novak-dcery.example");
    await uploadExport(page, "de", before.file, moved, 64);
    const after = await exportFile(page, "Benutzer exportieren");
    const read = (rows: string[][]) => rows.map((user) => user.slice(0, 5));
    expect(read(after.rows)).toEqual(read(parseCsv(moved.slice(1), ";").slice(1)));
  });
});
