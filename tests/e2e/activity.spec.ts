// The activity log: the changes, and the calls of the real service that would make them.

import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, addUser, advanceClock, button, changeQuantity, changeSetting, checkbox, customerMenu, field,
  heading, leaveWithoutPasswords, messages, openAddUser, openCustomer, readCredentials, readNames,
  readRecordKeys, readStorage, save, selectUsers,
} from "./steps";

async function openLog(page: Page) {
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Activity log" }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
}

/** The rows of the entries, latest first. */
const entryRows = (page: Page): Locator => page.getByRole("row").filter({ has: page.getByRole("button", { name: /^Details: / }) });

/** Unfolds the latest entry of this action. */
async function unfoldEntry(page: Page, action: string) {
  await page.getByRole("button", { name: new RegExp(`^Details: ${action}`) }).first().click();
}

const rest = (page: Page) => page.getByRole("region", { name: "REST request" });
const powershell = (page: Page) => page.getByRole("region", { name: "PowerShell command" });

async function createUser(page: Page, name: string): Promise<string> {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { first: name, last: "Protokoll", user: name.toLowerCase() });
  const [created] = await readCredentials(page);
  await leaveWithoutPasswords(page);
  return created!.password;
}

test("nothing was done yet", async ({ page }) => {
  await page.goto("/");
  await openLog(page);
  await expect(page.getByRole("main")).toContainText("No activity yet.");
  await expect(page.getByRole("table")).toBeHidden();
  await button(page, "Export log").click();
  await expect(messages(page)).toContainText("No entries match");
});

test("every change is logged with date, customer, action and person, the latest first", async ({ page }) => {
  await createUser(page, "Ida");
  await page.getByRole("searchbox").fill("Ida");
  await page.getByRole("link", { name: "Ida Protokoll" }).click();
  await field(page, "Last name").fill("Log");
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toContainText("Undone.");
  await expect(field(page, "Last name")).toHaveValue("Protokoll");
  await changeSetting(page, "Your role", "Sales agent");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await changeQuantity(page, "Power BI Pro", 50);
  await openLog(page);
  for (const head of ["Date-Time", "Affected customer", "Action", "Partner user"]) {
    await expect(page.getByRole("columnheader", { name: head, exact: true })).toBeVisible();
  }
  await expect(entryRows(page)).toHaveCount(4);
  const actions = ["Quantity changed", "Ida Protokoll: edited", "Ida Protokoll: edited", "Ida Protokoll: created"];
  for (const [at, action] of actions.entries()) {
    await expect(entryRows(page).nth(at)).toContainText(action);
    await expect(entryRows(page).nth(at)).toContainText(COMPANY.ordinary);
    await expect(entryRows(page).nth(at)).toContainText(`Robin Ahrens (${at === 0 ? "Sales" : "Admin"} agent)`);
    await expect(entryRows(page).nth(at).getByRole("rowheader")).toContainText("UTC");
  }
  await unfoldEntry(page, "User edited");
  await expect(page.getByRole("definition").filter({ hasText: "Log → Protokoll" })).toBeVisible();
  await expect(rest(page)).toContainText(/^REST request.*PATCH \/v1\/customers\/[-0-9a-f]{36}\/users\/[-0-9a-f]{36}\s+{\s+"lastName": "Protokoll",/s);
  await expect(powershell(page)).toContainText(/Set-PartnerCustomerUser -CustomerId '[-0-9a-f]{36}' -UserId '[-0-9a-f]{36}' -LastName 'Protokoll'/);
});

test("the equivalent calls can be copied, and no password is in them or anywhere", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const password = await createUser(page, "Ida");
  await page.getByRole("searchbox").fill("Ida");
  await page.getByRole("link", { name: "Ida Protokoll" }).click();
  await button(page, "Reset password").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expect(heading(page, "Password reset")).toBeVisible();
  const [reset] = await readCredentials(page);
  expect(reset!.password).not.toBe(password);
  await page.getByRole("link", { name: "Back to the user" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await openLog(page);
  await unfoldEntry(page, "Password reset");
  await button(page, "Copy REST request").click();
  await expect(messages(page)).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^PATCH \/v1\/customers\/[-0-9a-f]{36}\/users\/[-0-9a-f]{36}\n\n{\n  "passwordProfile": {\n    "password": "•••",\n    "forceChangePassword": true\n  },/,
  );
  await button(page, "Copy PowerShell command").click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^Set-PartnerCustomerUser .* -Password \(ConvertTo-SecureString '•••' -AsPlainText -Force\) -ForceChangePasswordNextLogin$/);
  await unfoldEntry(page, "User created");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Export log").click()]);
  const everything = [
    await page.content(),
    JSON.stringify(await readStorage(page)),
    page.url(),
    await readFile(await download.path(), "utf8"),
  ].join("\n");
  for (const secret of [password, reset!.password]) expect(everything).not.toContain(secret);
});

test("for many users some calls are shown, and all of them are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("checkbox", { name: "Select all users on this page" }).check();
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await openLog(page);
  await unfoldEntry(page, "User deleted");
  await expect(page.getByText("…and 22 more. Copy includes all of them.")).toBeVisible();
  await button(page, "Copy PowerShell command").click();
  await expect(messages(page)).toContainText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.match(/^Remove-PartnerCustomerUser /gm)).toHaveLength(25);
  expect(((await powershell(page).innerText()).match(/Remove-PartnerCustomerUser /g))).toHaveLength(3);
});

test("filters stand in the address: customer, action, days", async ({ page }) => {
  await createUser(page, "Ida");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await changeQuantity(page, "Power BI Pro", 50);
  await advanceClock(page, "1 day");
  await openLog(page);
  await page.getByLabel("Action").selectOption({ label: "Quantity changed" });
  await expect(entryRows(page)).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "1 match" })).toBeVisible();
  expect(page.url()).toContain("action=quantity-changed");
  await page.reload();
  await expect(entryRows(page)).toHaveCount(1);
  await expect(page.getByLabel("Action")).toHaveValue("quantity-changed");
  await page.getByLabel("Action").selectOption({ label: "All actions" });
  // The users purged by the passed day are among them now.
  await expect(entryRows(page).first()).toBeVisible();
  const all = await entryRows(page).count();
  expect(all).toBeGreaterThan(2);
  await page.getByLabel("Affected customer").selectOption({ label: COMPANY.empty });
  await expect(entryRows(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("No entries match these filters.");
  await button(page, "Show all").click();
  await expect(entryRows(page)).toHaveCount(all);
  const today = new Date().toISOString().slice(0, 10);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("From (UTC)").fill(tomorrow);
  await expect(entryRows(page).filter({ hasText: "Ida Protokoll: created" })).toHaveCount(0);
  await expect(entryRows(page).filter({ hasText: "Clock advanced" })).toHaveCount(1);
  expect(page.url()).toContain(`from=${tomorrow}`);
  await page.getByLabel("To (UTC)").fill(today);
  await expect(page.getByRole("main")).toContainText("The first day is after the last day.");
  await page.getByLabel("From (UTC)").fill(today);
  await expect(entryRows(page).filter({ hasText: "Ida Protokoll: created" })).toHaveCount(1);
  await expect(entryRows(page).filter({ hasText: "Clock advanced" })).toHaveCount(0);
});

test("the log says who was concerned: the name, or how many", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await selectUsers(page, "Anna Jäger", "Anna Keßler");
  await button(page, "Reset password").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expect(heading(page, "Passwords reset")).toBeVisible();
  await leaveWithoutPasswords(page);
  await checkbox(page, "Select Anna Keßler").uncheck();
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(messages(page)).toContainText("deleted");
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await expect(entryRows(page).first()).toContainText("Anna Jäger: deleted");
  await expect(entryRows(page).last()).toContainText("2 passwords reset");
  await changeSetting(page, "Language", "Deutsch");
  await expect(page.getByRole("cell", { name: "Anna Jäger: gelöscht" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "2 Kennwörter zurückgesetzt" })).toBeVisible();
});

test("one customer's log, from the customer's menu and from the log of all", async ({ page }) => {
  await createUser(page, "Ida");
  await openCustomer(page, COMPANY.tiny);
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByRole("main")).toContainText("No activity yet.");
  await openLog(page);
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  await expect(customerMenu(page).getByRole("link", { name: "Activity log" })).toHaveAttribute("aria-current", "page");
  await expect(entryRows(page)).toHaveCount(1);
  await expect(page.getByLabel("Affected customer")).toBeHidden();
  await page.goBack();
  await expect(page.getByLabel("Affected customer")).toBeVisible();
});

test("the log outlives the compaction of what is stored", async ({ page }) => {
  await createUser(page, "Ida");
  // The sample has a user deleted 29.5 days ago. Purging compacts the journal.
  await advanceClock(page, "1 day");
  await expect.poll(() => readRecordKeys(page)).toHaveLength(0);
  await page.reload();
  await openLog(page);
  await expect(entryRows(page).filter({ hasText: "Ida Protokoll: created" })).toHaveCount(1);
  await expect(entryRows(page).filter({ hasText: "Deleted user purged" })).not.toHaveCount(0);
  await unfoldEntry(page, "User created");
  await expect(rest(page)).toContainText('"userPrincipalName": "ida@');
  await unfoldEntry(page, "Deleted user purged");
  await expect(page.getByText("There's no call for this")).toBeVisible();
});

test("the exported file has what the filters show", async ({ page }) => {
  await createUser(page, "Ida");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await changeQuantity(page, "Power BI Pro", 50);
  await openLog(page);
  await page.getByLabel("Action").selectOption({ label: "User created" });
  await expect(entryRows(page)).toHaveCount(1);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Export log").click()]);
  expect(download.suggestedFilename()).toMatch(/^activity-log-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(lines[0]).toBe("\uFEFFDate-Time (UTC),Affected customer,Action,Partner user,Details");
  expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/);
  expect(lines[1]).toContain(`,${COMPANY.ordinary},User created,Robin Ahrens (Admin agent),`);
  expect(lines[1]).toContain("Ida Protokoll");
  expect(lines.slice(2)).toEqual([""]);
});

test("a change in another tab appears at once, and what is unfolded stays so", async ({ page, context }) => {
  await createUser(page, "Ida");
  await openLog(page);
  await unfoldEntry(page, "User created");
  await expect(rest(page)).toBeVisible();
  const other = await context.newPage();
  await createUser(other, "Ulf");
  await expect(entryRows(page)).toHaveCount(2);
  await expect(rest(page)).toHaveCount(1);
  await expect(rest(page)).toContainText("ida@");
});

test("by keyboard: an entry is unfolded and folded, the texts can be scrolled; in German", async ({ page }) => {
  await createUser(page, "Ida");
  await changeSetting(page, "Language", "Deutsch");
  await page.getByRole("navigation", { name: "Hauptmenü" }).getByRole("link", { name: "Aktivitätsprotokoll" }).click();
  for (const head of ["Datum/Uhrzeit", "Betroffener Kunde", "Aktion", "Partnerbenutzer"]) {
    await expect(page.getByRole("columnheader", { name: head, exact: true })).toBeVisible();
  }
  await expect(button(page, "Protokoll exportieren")).toBeVisible();
  const fold = page.getByRole("button", { name: /^Details: Benutzer erstellt/ });
  await fold.focus();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(button(page, "REST-Anforderung kopieren")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("REST-Anforderung", { exact: true }).last()).toBeFocused();
  await fold.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("New-PartnerCustomerUser")).toBeHidden();
  expect(await readNames(page)).toHaveLength(1);
});
