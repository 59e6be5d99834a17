// Account: the customer's details, and changing its name and location.

import { expect, test, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  COMPANY, addUser, button, changeSetting, customerMenu, field, heading, messages, openAddUser,
  openCustomer, readRecordKeys, save,
} from "./steps";

const MEANWHILE = "This was changed in another tab. Check it: saving again will overwrite that change.";

async function openAccount(page: Page, company: string) {
  await openCustomer(page, company);
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  // A screen that opens moves the focus there.
  await expect(heading(page, "Account")).toBeFocused();
}

/** The description of a term. */
const fact = (page: Page, term: string): Locator =>
  page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) }).locator("+ dd");

const question = (page: Page): Locator => page.getByRole("dialog", { name: "Leave without saving?" });

const usage = (page: Page, name: string): Locator =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });

test("company, users and seats at a glance", async ({ page }) => {
  await openAccount(page, "Kiefernhain Kliniken gGmbH");
  await expect(field(page, "Company name")).toHaveValue("Kiefernhain Kliniken gGmbH");
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Germany");
  await expect(fact(page, "Microsoft ID")).toHaveText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  await expect(fact(page, "Domains")).toContainText("kiefernhain.example (primary)");
  await expect(fact(page, "Domains")).toContainText("klinik-kiefernhain.example");
  await expect(fact(page, "Relationship")).toHaveText("Reseller");
  await expect(fact(page, "All users")).toHaveText("250");
  await expect(usage(page, "Office 365 E3")).toContainText("154 of 180 assigned");
  await expect(usage(page, "Office 365 E3")).toContainText("26 available");
  await expect(usage(page, "Office 365 E3").getByRole("meter", { name: "Assigned" })).toHaveJSProperty("value", 154);
  await expect(usage(page, "Power BI Pro")).toContainText("Suspended");
});

test("each number leads to those it counts", async ({ page }) => {
  await openAccount(page, "Kiefernhain Kliniken gGmbH");
  for (const term of ["All users", "Without a license", "Administrators"]) {
    const link = fact(page, term).getByRole("link");
    const count = await link.textContent();
    await link.click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}$`))).toBeVisible();
    await page.goBack();
  }
  await usage(page, "Office 365 E3").getByRole("link").click();
  await expect(page.getByText("1–25 of 154")).toBeVisible();
  await page.goBack();
  await fact(page, "Deleted users").getByRole("link").click();
  await expect(page.getByRole("link", { name: "Deleted users (3)" })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await page.getByRole("main").getByRole("region").or(page.getByRole("main")).getByRole("link", { name: "Subscriptions" }).last().click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
});

test("a customer without users and subscriptions", async ({ page }) => {
  await openAccount(page, COMPANY.empty);
  await expect(fact(page, "All users")).toHaveText("0");
  await expect(page.getByText("This customer has no subscriptions.")).toBeVisible();
});

test("name and location are changed, and show everywhere", async ({ page }) => {
  await openAccount(page, COMPANY.tiny);
  await expect(button(page, "Cancel")).toBeDisabled();
  await field(page, "Company name").fill("  Clydeside Studios Ltd ");
  await field(page, "Location").selectOption({ label: "Ireland" });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await expect(field(page, "Company name")).toHaveValue("Clydeside Studios Ltd");
  await expect(page.getByRole("navigation", { name: "You are here" })).toContainText("Clydeside Studios Ltd");
  expect(await readRecordKeys(page)).toHaveLength(1);
  // New users start with the new location, and leaving does not ask.
  await openAddUser(page, "Clydeside Studios Ltd");
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Ireland");
  await page.reload();
  await expect(page.getByRole("navigation", { name: "You are here" })).toContainText("Clydeside Studios Ltd");
});

test("what is no company name is said at the field, and what was typed stays", async ({ page }) => {
  await openAccount(page, COMPANY.tiny);
  const cases: [typed: string, words: RegExp][] = [
    ["", /Enter a value\./], ["   ", /Enter a value\./], ["x".repeat(101), /At most 100 characters are allowed; this has 101\./],
    ["Clyde\u0007side", /Remove the control characters/],
  ];
  const name = field(page, "Company name");
  for (const [typed, words] of cases) {
    await name.fill(typed);
    await save(page);
    await expect(name).toHaveAccessibleDescription(words);
    await expect(name).toHaveAttribute("aria-invalid", "true");
    await expect(name).toBeFocused();
    await expect(name).toHaveValue(typed);
    await expect(page.getByRole("alert")).toContainText("Please correct: Company name");
  }
  expect(await readRecordKeys(page)).toEqual([]);
  await name.fill("x".repeat(100));
  await expect(name).not.toHaveAttribute("aria-invalid", "true");
  await button(page, "Cancel").click();
  await expect(name).toHaveValue(COMPANY.tiny);
  await expect(button(page, "Cancel")).toBeDisabled();
  await expect(button(page, "Save")).toBeDisabled();
  await expect(button(page, "Save")).toHaveAccessibleDescription("You haven't changed anything yet.");
});

test("leaving with unsaved changes asks", async ({ page }) => {
  await openAccount(page, COMPANY.tiny);
  await field(page, "Company name").fill("Clydeside");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(question(page)).toContainText("Your changes haven't been saved.");
  await button(page, "Stay here").click();
  await expect(field(page, "Company name")).toHaveValue("Clydeside");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await button(page, "Leave anyway").click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(field(page, "Company name")).toHaveValue(COMPANY.tiny);
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
});

for (const role of ["Helpdesk agent", "Sales agent"]) {
  test(`as ${role} one sees it, and why one may not change it`, async ({ page }) => {
    await openAccount(page, COMPANY.tiny);
    await changeSetting(page, "Your role", role);
    const why = `${role}s can't edit customer accounts. Required role: Admin agent.`;
    // The reason is above the form and describes the button.
    await expect(page.getByText(why).filter({ visible: true })).toHaveCount(1);
    await expect(button(page, "Save")).toHaveAccessibleDescription(why);
    for (const label of ["Company name", "Location"]) await expect(field(page, label)).toBeDisabled();
    await expect(button(page, "Save")).toBeDisabled();
    await expect(field(page, "Company name")).toHaveValue(COMPANY.tiny);
  });
}

test.describe("another tab meanwhile", () => {
  test("while nothing is typed the form follows; what was typed is kept", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openAccount(one, COMPANY.tiny);
    await openAccount(other, COMPANY.tiny);
    await field(other, "Company name").fill("Clydeside");
    await save(other);
    await expect(field(one, "Company name")).toHaveValue("Clydeside");
    // One tab changes the location and the other the name: both changes are kept.
    await field(one, "Location").selectOption({ label: "Ireland" });
    await field(other, "Company name").fill("Clydeside Studios");
    await save(other);
    await expect(field(one, "Company name")).toHaveValue("Clydeside");
    await save(one);
    await expect(messages(one)).toContainText("Saved.");
    for (const page of [one, other]) {
      await expect(field(page, "Company name")).toHaveValue("Clydeside Studios");
      await expect(field(page, "Location").locator("option:checked")).toHaveText("Ireland");
    }
  });

  test("the same field in both tabs: the second is told, and may overwrite", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openAccount(one, COMPANY.tiny);
    await openAccount(other, COMPANY.tiny);
    await field(one, "Company name").fill("One");
    await field(other, "Company name").fill("Other");
    await save(other);
    await save(one);
    await expect(field(one, "Company name")).toHaveAccessibleDescription(MEANWHILE);
    await expect(field(one, "Company name")).toBeFocused();
    await expect(field(one, "Company name")).toHaveValue("One");
    await save(one);
    await expect(messages(one)).toContainText("Saved.");
    await expect(field(other, "Company name")).toHaveValue("One");
  });

  test("the numbers follow, and a link keeps the focus", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openAccount(one, COMPANY.ordinary);
    const link = fact(one, "All users").getByRole("link");
    await link.focus();
    await openAddUser(other, COMPANY.ordinary);
    await addUser(other, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
    await expect(link).toHaveText("65");
    await expect(link).toBeFocused();
    await expect(usage(one, "Visio Plan 2")).toContainText("2 of 3 assigned");
  });
});

test("in German", async ({ page }) => {
  await openAccount(page, COMPANY.ordinary);
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Konto")).toBeVisible();
  await expect(field(page, "Firmenname")).toHaveValue(COMPANY.ordinary);
  await expect(field(page, "Standort").locator("option:checked")).toHaveText("Deutschland");
  await expect(fact(page, "Ohne Lizenz")).toHaveText(/^\d+$/);
  await expect(usage(page, "Power BI Pro")).toContainText("5 von 5 zugewiesen");
  await field(page, "Firmenname").fill("");
  await button(page, "Speichern").click();
  await expect(field(page, "Firmenname")).toHaveAccessibleDescription(/Geben Sie einen Wert ein\./);
});

test("axe finds nothing", async ({ page }) => {
  await openAccount(page, "Kiefernhain Kliniken gGmbH");
  await field(page, "Company name").fill("");
  await save(page);
  await expect(page.getByRole("alert")).toContainText("Please correct");
  await expectAccessible(page, "with a mistake");
});
