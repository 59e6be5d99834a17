// Several tabs with the same workspace: they follow each other, and none overwrites changes it has
// not seen.

import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, customerMenu, field, fillIn, heading, messages, openAddUser,
  openCustomer, readCredentials, readRecordKeys, row, save,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };

/** Opens two tabs of one browser. */
async function openTabs(context: BrowserContext): Promise<[Page, Page]> {
  return [await context.newPage(), await context.newPage()];
}

test("a tab follows the other without being reloaded", async ({ context }) => {
  const [one, other] = await openTabs(context);
  await openCustomer(other, COMPANY.ordinary);
  await other.getByRole("searchbox", { name: "Search users" }).fill("frieda brandt");
  await expect(other.getByText("No matches for your search.")).toBeVisible();
  await openAddUser(one, COMPANY.ordinary);
  await addUser(one, { ...FRIEDA, licenses: ["Visio Plan 2"] });
  await expect(row(other, "Frieda Brandt")).toContainText("Visio Plan 2");
  await customerMenu(other).getByRole("link", { name: "Subscriptions" }).click();
  await expect(row(other, "Visio Plan 2").getByRole("cell").nth(1)).toContainText("2");
  // Only the tab that created the passwords knows them.
  const [created] = await readCredentials(one);
  expect(await other.content()).not.toContain(created!.password);
});

test("saving the same user name in both tabs: the second is refused at the field", async ({ context }) => {
  const [one, other] = await openTabs(context);
  await openAddUser(one, COMPANY.ordinary);
  await openAddUser(other, COMPANY.ordinary);
  await fillIn(one, FRIEDA);
  await fillIn(other, { ...FRIEDA, first: "Friederike" });
  await save(one);
  await expect(heading(one, "User created")).toBeVisible();
  await save(other);
  await expect(field(other, "User name")).toHaveAccessibleDescription(/taken by Frieda Brandt/);
  await expect(field(other, "User name")).toBeFocused();
  await expect(field(other, "First name")).toHaveValue("Friederike");
  expect(await readRecordKeys(other)).toHaveLength(1);
});

test("saving in both tabs at the same moment keeps both users, and counts both seats", async ({ context }) => {
  const [one, other] = await openTabs(context);
  await openAddUser(one, COMPANY.ordinary);
  await openAddUser(other, COMPANY.ordinary);
  await fillIn(one, { ...FRIEDA, licenses: ["Visio Plan 2"] });
  await fillIn(other, { display: "Omar", user: "omar", licenses: ["Visio Plan 2"] });
  await Promise.all([save(one), save(other)]);
  for (const page of [one, other]) await expect(heading(page, "User created")).toBeVisible();
  await expect.poll(() => readRecordKeys(one)).toHaveLength(2);
  const fresh = await context.newPage();
  await openCustomer(fresh, COMPANY.ordinary);
  for (const name of ["Frieda Brandt", "Omar"]) {
    await fresh.getByRole("searchbox", { name: "Search users" }).fill(name);
    await expect(row(fresh, name)).toContainText("Visio Plan 2");
  }
  for (const page of [fresh, one]) {
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    if (page === one) await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
    await expect(row(page, "Visio Plan 2").getByRole("cell")).toContainText(["3", "3", "0"]);
  }
});

test("a tab that hears late of what another has written waits for it, and overwrites nothing", async ({ context }) => {
  const [one, other] = await openTabs(context);
  // Each tab's process has a copy of localStorage, which may be updated only after the lock has
  // been passed on.
  await other.addInitScript(() => {
    const late = window as never as { lateUntil?: number };
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      const isHidden = key === "seatwork/r/0000000001" && Date.now() < (late.lateUntil ?? 0);
      return isHidden ? null : get.call(this, key);
    };
  });
  await openAddUser(one, COMPANY.ordinary);
  await openAddUser(other, COMPANY.ordinary);
  await fillIn(one, FRIEDA);
  await fillIn(other, { display: "Omar", user: "omar" });
  await other.evaluate(() => void ((window as never as { lateUntil: number }).lateUntil = Date.now() + 700));
  await save(one);
  await expect(heading(one, "User created")).toBeVisible();
  await save(other);
  await expect(heading(other, "User created")).toBeVisible();
  await expect.poll(() => readRecordKeys(other)).toHaveLength(2);
  const fresh = await context.newPage();
  await openCustomer(fresh, COMPANY.ordinary);
  for (const name of ["Frieda Brandt", "Omar"]) {
    await fresh.getByRole("searchbox", { name: "Search users" }).fill(name);
    await expect(row(fresh, name)).toHaveCount(1);
  }
});

test("the last seat goes to one of two tabs", async ({ context }) => {
  const [one, other] = await openTabs(context);
  await openAddUser(one, "Café Lumière SARL");
  await openAddUser(other, "Café Lumière SARL");
  await fillIn(one, { ...FRIEDA, licenses: ["Microsoft 365 Business Standard"] });
  await fillIn(other, { display: "Omar", user: "omar", licenses: ["Microsoft 365 Business Standard"] });
  await save(one);
  await expect(heading(one, "User created")).toBeVisible();
  await save(other);
  const license = other.getByRole("checkbox", { name: "Microsoft 365 Business Standard" });
  await expect(license).toHaveAccessibleDescription(/0 of 5 available No licenses are available/);
  await expect(license).toBeFocused();
  await expect(field(other, "User name")).toHaveValue("omar");
  expect(await readRecordKeys(other)).toHaveLength(1);
});

test.describe("on a user's page", () => {
  async function openUserTwice(context: BrowserContext) {
    const both = await openTabs(context);
    for (const page of both) {
      await openCustomer(page, COMPANY.ordinary);
      await page.getByRole("link", { name: "Anna Keßler" }).click();
      await expect(heading(page, "Anna Keßler")).toBeVisible();
    }
    return both;
  }

  test("a change is saved, shown, and still there after reloading", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("link", { name: "Anna Keßler" }).click();
    await fillIn(page, { display: "Anna Kessler-Wolf", location: "Austria", permissions: ["Billing administrator"] });
    await save(page);
    await expect(messages(page)).toContainText("Saved.");
    await expect(heading(page, "Anna Kessler-Wolf")).toBeVisible();
    await page.reload();
    await expect(field(page, "Display name")).toHaveValue("Anna Kessler-Wolf");
    await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
    await expect(page.getByRole("checkbox", { name: "Billing administrator" })).toBeChecked();
    await expect(button(page, "Save")).toBeDisabled();
    expect(await readRecordKeys(page)).toHaveLength(1);
  });

  test("mistakes stand at their fields, and Cancel brings back what is stored", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("link", { name: "Anna Keßler" }).click();
    await fillIn(page, { display: "", user: "anna.zimmermann" });
    await save(page);
    await expect(field(page, "Display name")).toBeFocused();
    await expect(field(page, "Display name")).toHaveAccessibleDescription(/Enter a value/);
    await expect(field(page, "User name")).toHaveAccessibleDescription(/taken by Anna Zimmermann/);
    await button(page, "Cancel").click();
    await expect(field(page, "Display name")).toHaveValue("Anna Keßler");
    await expect(field(page, "User name")).toHaveValue("anna.kessler");
    await expect(page.getByRole("alert")).toHaveText("");
    expect(await readRecordKeys(page)).toEqual([]);
  });

  test("an untouched form shows what another tab has changed", async ({ context }) => {
    const [one, other] = await openUserTwice(context);
    await fillIn(one, { display: "Anna K." });
    await save(one);
    await expect(heading(other, "Anna K.")).toBeVisible();
    await expect(field(other, "Display name")).toHaveValue("Anna K.");
  });

  test("the same field changed in both tabs: the second is asked, and saving again decides", async ({ context }) => {
    const [one, other] = await openUserTwice(context);
    await fillIn(other, { display: "Anna other" });
    await fillIn(one, { display: "Anna one" });
    await save(one);
    await expect(messages(one)).toContainText("Saved.");
    await expect(heading(other, "Anna one")).toBeVisible();
    await save(other);
    await expect(field(other, "Display name")).toHaveAccessibleDescription(/changed in another tab/);
    await expect(field(other, "Display name")).toBeFocused();
    await expect(field(other, "Display name")).toHaveValue("Anna other");
    await save(other);
    await expect(messages(other)).toContainText("Saved.");
    await expect(heading(one, "Anna other")).toBeVisible();
  });

  test("saving again overwrites only what was asked about", async ({ context }) => {
    const [one, other] = await openUserTwice(context);
    await fillIn(other, { display: "Anna other" });
    await fillIn(one, { display: "Anna one", location: "Austria", permissions: ["Billing administrator"] });
    await save(one);
    await expect(heading(other, "Anna one")).toBeVisible();
    await save(other);
    await expect(field(other, "Display name")).toHaveAccessibleDescription(/changed in another tab/);
    await save(other);
    await expect(heading(one, "Anna other")).toBeVisible();
    for (const page of [one, other]) {
      await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
      await expect(page.getByRole("checkbox", { name: "Billing administrator" })).toBeChecked();
    }
  });

  test("different fields changed in both tabs: both changes are kept", async ({ context }) => {
    const [one, other] = await openUserTwice(context);
    await fillIn(other, { permissions: ["Service administrator"] });
    await fillIn(one, { display: "Anna one" });
    await save(one);
    await expect(messages(one)).toContainText("Saved.");
    await save(other);
    await expect(messages(other)).toContainText("Saved.");
    await expect(heading(other, "Anna one")).toBeVisible();
    await expect(field(other, "Display name")).toHaveValue("Anna one");
    await expect(other.getByRole("checkbox", { name: "Service administrator" })).toBeChecked();
  });
});
