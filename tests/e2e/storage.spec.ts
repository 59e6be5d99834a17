// The browser's storage is full, blocked, damaged, cleared, or written by a later version: nothing
// is lost, and the page explains the problem and what to do.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, customerMenu, field, fillIn, heading, leaveWithoutPasswords, messages,
  openAddUser, openCustomer, readRecordKeys, readStorage, row, save, sealRecord, storeText,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };
const OMAR = { display: "Omar", user: "omar" };
const NOT_SAVED = "Not saved. Nothing was changed.";

/** Fills localStorage to the last character. */
const fillStorage = (page: Page) =>
  page.evaluate(() => {
    let piece = "x".repeat(1 << 20);
    for (let key = 0; piece.length > 0; key += 1) {
      try {
        localStorage.setItem(`else/${String(key).padStart(6, "0")}`, piece);
      } catch {
        piece = piece.slice(0, piece.length >> 1);
      }
    }
  });

const freeSpace = (page: Page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("else/")) localStorage.removeItem(key);
  });

/** Creates two users and leaves the program's page, so that tests can tamper with the storage. */
async function storeTwoUsers(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, FRIEDA);
  await button(page, "Add another user").click();
  await addUser(page, OMAR);
  await leaveWithoutPasswords(page);
  expect(await readRecordKeys(page)).toHaveLength(2);
}

/** Expects some users in the list, and others not. */
async function expectUsers(page: Page, there: string[], missing: string[] = []) {
  const box = page.getByRole("searchbox", { name: "Search users" });
  for (const name of [...there, ...missing]) {
    await box.fill(name);
    await expect(row(page, name), name).toHaveCount(there.includes(name) ? 1 : 0);
  }
}

test("storage full on Save: said in words, nothing changed, the form as it was; saved once there is space", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { ...FRIEDA, licenses: ["Visio Plan 2"] });
  await fillStorage(page);
  const before = await readStorage(page);
  await save(page);
  await expect(messages(page)).toContainText(`${NOT_SAVED} The browser's storage for this address is full. Free up some space`);
  await expect(heading(page, "Add user")).toBeVisible();
  await expect(field(page, "User name")).toHaveValue("frieda.brandt");
  await expect(page.getByRole("checkbox", { name: "Visio Plan 2" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Visio Plan 2" })).toHaveAccessibleDescription("2 of 3 available");
  expect(await readStorage(page)).toEqual(before);
  await freeSpace(page);
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
  await expect(messages(page)).not.toContainText(NOT_SAVED);
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("storage full on a user's page: the change is not shown as made", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("link", { name: "Anna Keßler" }).click();
  await fillIn(page, { display: "Somebody else" });
  await fillStorage(page);
  await save(page);
  await expect(messages(page)).toContainText(NOT_SAVED);
  await expect(heading(page, "Anna Keßler")).toBeVisible();
  await expect(field(page, "Display name")).toHaveValue("Somebody else");
});

test("storage full on the first start: said in words", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/#/customers");
  await fillStorage(page);
  await page.unroute("**/*.wasm");
  await page.reload();
  await expect(heading(page, "Seatwork can't open its workspace")).toBeVisible();
  await expect(page.getByText("The browser's storage for this address is full.")).toBeVisible();
  await freeSpace(page);
  await button(page, "Reload").click();
  await expect(heading(page, "Customers")).toBeVisible();
});

for (const [how, block] of [
  ["throws", () => {
    Object.defineProperty(window, "localStorage", {
      get: () => { throw new DOMException("Access is denied for this document.", "SecurityError"); },
    });
  }],
  ["is missing", () => Object.defineProperty(window, "localStorage", { get: () => null })],
] as const) {
  test(`storage that ${how}: the page works in memory, and says so`, async ({ page }) => {
    await page.addInitScript(block);
    await openAddUser(page, COMPANY.empty);
    await expect(messages(page)).toContainText("The browser doesn't let this page store data.");
    await expect(messages(page)).toContainText("everything is lost when you close or reload this page");
    await addUser(page, OMAR);
    await leaveWithoutPasswords(page);
    await expect(row(page, "Omar")).toBeVisible();
    await button(page, "Settings").click();
    await page.getByRole("link", { name: "Workspace", exact: true }).click();
    await expect(page.getByText("Nothing is stored, because the browser doesn't allow it.")).toBeVisible();
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Back up").click()]);
    expect(await readFile(await file.path(), "utf8")).toContain("Omar");
    await button(page, "Reset workspace").click();
    await page.getByRole("dialog").getByRole("button", { name: "Reset workspace" }).click();
    await expect(messages(page)).toContainText("Workspace reset.");
    await page.getByLabel("Choose backup", { exact: true }).setInputFiles(await file.path());
    await button(page, "Replace workspace").click();
    await page.getByRole("dialog").getByRole("button", { name: "Replace workspace" }).click();
    await expect(messages(page)).toContainText("Backup restored.");
  });
}

test("a damaged record: set aside, said, all else is there, and it can be downloaded byte for byte", async ({ page }) => {
  await storeTwoUsers(page);
  const [first] = await readRecordKeys(page);
  const whole = (await readStorage(page))[first!]!;
  const damaged = whole.replace("Frieda", "Frjeda");
  expect(damaged).not.toBe(whole);
  await storeText(page, first!, damaged);
  await page.reload();
  await expect(messages(page)).toContainText("One stored change was damaged and was set aside. Everything else is intact.");
  await expectUsers(page, ["Omar", "Anna Keßler"], ["Frieda Brandt"]);

  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download the damaged data").click()]);
  const pieces = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, string>;
  expect(Object.values(pieces)).toEqual([damaged]);

  // Work goes on, and the next start does not repeat it needlessly.
  await button(page, "Add user").click();
  await addUser(page, { display: "Nadia", user: "nadia" });
  await leaveWithoutPasswords(page);
  await page.reload();
  await expectUsers(page, ["Omar", "Nadia"], ["Frieda Brandt"]);
  await expect(messages(page)).not.toContainText("missing");
  await button(page, "Delete the damaged data").click();
  await expect(button(page, "Download the damaged data")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  expect(JSON.stringify(await readStorage(page))).not.toContain("Frjeda");
});

for (const [what, value] of [["nothing but nonsense", "{}"], ["empty", ""], ["cut off", '1 0a1b2c3d {"sample":1,"cre']] as const) {
  test(`a record that is ${what} does not stop the program`, async ({ page }) => {
    await storeTwoUsers(page);
    await storeText(page, (await readRecordKeys(page))[1]!, value);
    await page.reload();
    await expect(messages(page)).toContainText("One stored change was damaged");
    await expectUsers(page, ["Frieda Brandt"], ["Omar"]);
  });
}

test("the beginning of the workspace damaged, in one copy or in both: nobody is lost", async ({ page }) => {
  await storeTwoUsers(page);
  await storeText(page, "seatwork/workspace", "1 00000000 1");
  await page.reload();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await expectUsers(page, ["Frieda Brandt", "Omar", "Anna Keßler"]);
  await storeText(page, "seatwork/workspace", "1 00000000 1");
  await storeText(page, "seatwork/workspace.copy", "");
  await page.reload();
  await expect(messages(page)).toContainText("was rebuilt from the rest");
  await expectUsers(page, ["Frieda Brandt", "Omar", "Anna Keßler"]);
});

test("a record of a later version: one can look, but not change, and nothing is moved", async ({ page }) => {
  await storeTwoUsers(page);
  const [first] = await readRecordKeys(page);
  await storeText(page, "seatwork/r/0000000003", await sealRecord(page, 99, (await readStorage(page))[first!]!.slice(11)));
  const before = await readStorage(page);
  await page.reload();
  await expect(messages(page)).toContainText("A newer version of Seatwork has saved changes here. You can look around");
  await expectUsers(page, ["Frieda Brandt", "Omar"]);
  await button(page, "Add user").click();
  await fillIn(page, { display: "Nadia", user: "nadia" });
  await save(page);
  await expect(messages(page)).toContainText(NOT_SAVED);
  await expect(field(page, "User name")).toHaveValue("nadia");
  expect(await readStorage(page)).toEqual(before);
});

test("a workspace of a later version: untouched, and said", async ({ page }) => {
  await storeTwoUsers(page);
  const later = await sealRecord(page, 99, "whatever a later version writes");
  await storeText(page, "seatwork/workspace", later);
  await storeText(page, "seatwork/workspace.copy", later);
  const before = await readStorage(page);
  await page.reload();
  await expect(page.getByText("A newer version of Seatwork saved this workspace. Nothing was changed.")).toBeVisible();
  expect(await readStorage(page)).toEqual(before);
});

test("site data cleared while the page is open: Save is refused in words, and reloading begins anew", async ({ page }) => {
  await storeTwoUsers(page);
  await button(page, "Add user").click();
  await fillIn(page, { display: "Nadia", user: "nadia" });
  await page.evaluate(() => localStorage.clear());
  await save(page);
  await expect(messages(page)).toContainText("The stored workspace is gone. The site's data was cleared, perhaps in another tab.");
  await expect(field(page, "User name")).toHaveValue("nadia");
  expect(await readStorage(page)).toEqual({});
  await page.reload();
  // The unfinished form is the tab's own; the workspace is a new one.
  await expect(field(page, "User name")).toHaveValue("nadia");
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("site data cleared in one tab is said in the other", async ({ page, context }) => {
  await openCustomer(page, COMPANY.ordinary);
  const other = await context.newPage();
  await other.goto("/#/customers");
  await expect(heading(other, "Customers")).toBeVisible();
  await other.evaluate(() => localStorage.clear());
  await expect(messages(page)).toContainText("The stored workspace is gone");
});

test("preferences that cannot be stored hold all the same, and that is said", async ({ page }) => {
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await fillStorage(page);
  await button(page, "Settings").click();
  await page.getByLabel("Appearance").selectOption("Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(messages(page)).toContainText("The browser's storage for this address is full.");
});

test("after more than 200 changes the records become snapshots, everything stays, and tabs still follow", async ({ page, context }) => {
  // So many changes take long.
  test.slow();
  await storeTwoUsers(page);
  // Another 199 changes, as the program would have stored them: Omar's last name becomes each
  // number.
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("searchbox", { name: "Search users" }).fill("omar");
  await page.getByRole("link", { name: "Omar", exact: true }).click();
  await fillIn(page, { last: "No. 0" });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  const pattern = (await readStorage(page))["seatwork/r/0000000003"]!.slice(11);
  expect(pattern).toMatch(/^\{"seq":3,.*No\. 0/);
  for (let number = 4; number <= 200; number += 1) {
    const content = pattern.replace('"seq":3,', `"seq":${number},`).replace("No. 0", `No. ${number}`);
    await storeText(page, `seatwork/r/${String(number).padStart(10, "0")}`, await sealRecord(page, 1, content));
  }
  await page.reload();
  await expect(field(page, "Last name")).toHaveValue("No. 200");
  const other = await context.newPage();
  await openCustomer(other, COMPANY.ordinary);
  await expectUsers(other, ["Frieda Brandt"]);

  await fillIn(page, { last: "Last" });
  await save(page);
  await expect.poll(() => readRecordKeys(page)).toEqual([]);
  expect(Object.keys(await readStorage(page)).filter((key) => key.startsWith("seatwork/s/"))).toHaveLength(1);
  // The journal was compacted while the other tab had it open.
  await button(other, "Add user").click();
  await addUser(other, { display: "Nadia", user: "nadia" });
  expect(await readRecordKeys(page)).toHaveLength(1);
  await page.reload();
  await expect(field(page, "Last name")).toHaveValue("Last");
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await expectUsers(page, ["Frieda Brandt", "Omar", "Nadia", "Anna Keßler"]);
});

test("site data cleared while the page is open: what this tab has is stored again on demand", async ({ page, context }) => {
  await storeTwoUsers(page);
  const other = await context.newPage();
  await openCustomer(other, COMPANY.ordinary);
  await page.evaluate(() => localStorage.clear());
  await button(page, "Add user").click();
  await fillIn(page, { display: "Nadia", user: "nadia" });
  await save(page);
  await expect(messages(page)).toContainText("The stored workspace is gone");
  await expect(messages(page)).toContainText("This tab still has the workspace, without its activity log.");
  await button(page, "Save it again").click();
  await expect(messages(page)).toContainText("Workspace saved again.");
  await expect(button(page, "Save it again")).toHaveCount(0);
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
  await leaveWithoutPasswords(page);
  await page.reload();
  await expectUsers(page, ["Frieda Brandt", "Omar", "Nadia", "Anna Keßler"]);
  await other.reload();
  await expectUsers(other, ["Frieda Brandt", "Omar", "Nadia"]);
});

test("a later version stores something beside an open tab: it is told to reload and writes nothing", async ({ page, context }) => {
  await storeTwoUsers(page);
  const later = await context.newPage();
  await later.goto("/#/customers");
  await expect(heading(later, "Customers")).toBeVisible();
  const [first] = await readRecordKeys(page);
  const content = (await readStorage(page))[first!]!.slice(11);
  await storeText(later, "seatwork/r/0000000003", await sealRecord(later, 99, content));
  await expect(messages(page)).toContainText("Reload to get the newer version.");
  const before = await readStorage(page);
  await button(page, "Add user").click();
  await fillIn(page, { display: "Nadia", user: "nadia" });
  await save(page);
  await expect(messages(page)).toContainText(NOT_SAVED);
  expect(await readStorage(page)).toEqual(before);
});

test("the browser is asked to keep what is stored after the first change, and its answer is shown", async ({ page }) => {
  await page.addInitScript(() => {
    let asked = 0;
    Object.assign(window, { asked: () => asked });
    navigator.storage.persist = async () => { asked += 1; return true; };
    navigator.storage.persisted = async () => asked > 0;
  });
  const asked = () => page.evaluate(() => (window as never as { asked(): number }).asked());
  await page.goto("/#/workspace");
  await expect(page.getByText("The browser may delete this data if the disk is full")).toBeVisible();
  expect(await asked()).toBe(0);
  await page.getByRole("link", { name: "Customers", exact: true }).click();
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await addUser(page, OMAR);
  await leaveWithoutPasswords(page);
  expect(await asked()).toBe(1);
  await button(page, "Settings").click();
  await page.getByRole("link", { name: "Workspace", exact: true }).click();
  await expect(page.getByText("The browser keeps this data until you delete it.")).toBeVisible();
  expect(await asked()).toBe(1);
});
