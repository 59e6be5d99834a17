// Unfinished forms and the selection are kept for the tab: reloading and going back lose nothing.
// Passwords are never among what is kept.

import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, changeSetting, checkbox, customerMenu, field, fillIn, heading,
  manageLicenses, messages, openAddUser, openCustomer, openUser, product, readCredentials, row,
  save, selectUsers,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };
const HALF = { first: "Omar", last: "Öztürk", user: "omar.o", location: "Austria", licenses: ["Visio Plan 2"] };
const ANNA = "Anna Keßler";

const backToForm = (page: Page): Locator => page.getByRole("link", { name: "Back to the unfinished form" });
const selectedLink = (page: Page, count: number): Locator => page.getByRole("link", { name: `Selected users (${count})` });

const readTab = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));

async function expectHalf(page: Page) {
  await expect(field(page, "First name")).toHaveValue("Omar");
  await expect(field(page, "Display name")).toHaveValue("Omar Öztürk");
  await expect(field(page, "User name")).toHaveValue("omar.o");
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
  await expect(checkbox(page, "Visio Plan 2")).toBeChecked();
}

test.describe("the form Add user", () => {
  test("reloading keeps what was typed, also that the display name was typed by hand", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await fillIn(page, HALF);
    await page.reload();
    await expectHalf(page);
    await fillIn(page, { display: "Dr. Omar" });
    await page.reload();
    await fillIn(page, { first: "Umar" });
    await expect(field(page, "Display name")).toHaveValue("Dr. Omar");
    await fillIn(page, { display: "Omar Öztürk" });
    await addUser(page, {});
    await expect(row(page, "Omar Öztürk")).toBeVisible();
  });

  test("Back, a reload, and the way back to the unfinished form from any page of the customer", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await expect(backToForm(page)).toBeHidden();
    await fillIn(page, HALF);
    await page.goBack();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(backToForm(page)).toBeVisible();
    await page.reload();
    for (const name of ["Account", "Subscriptions", "Activity log"]) {
      await customerMenu(page).getByRole("link", { name }).click();
      await expect(heading(page, name)).toBeVisible();
      await expect(backToForm(page)).toHaveCount(1);
    }
    await backToForm(page).click();
    await expect(heading(page, "Add user")).toBeVisible();
    await expect(backToForm(page)).toBeHidden();
    await expectHalf(page);
    await page.goBack();
    await button(page, "Discard form").click();
    await expect(backToForm(page)).toBeHidden();
    await expect(heading(page, /./)).toBeFocused();
    await page.goForward();
    await expect(field(page, "First name")).toHaveValue("");
    expect(await readTab(page)).not.toContain("Omar");
  });

  test("the second form of Add another user outlives Back and a reload; the passwords do not", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await addUser(page, FRIEDA);
    const [created] = await readCredentials(page);
    await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
    await button(page, "Add another user").click();
    await fillIn(page, HALF);
    await page.goBack();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await page.goForward();
    await expectHalf(page);
    await expect(button(page, "Back to the temporary passwords")).toBeHidden();
    expect(await page.content()).not.toContain(created!.password);
    await page.reload();
    await expectHalf(page);
    expect(await readTab(page)).not.toContain(created!.password);
    await addUser(page, {});
    expect(await readCredentials(page)).toHaveLength(1);
  });

  test("reloading the confirmation brings back neither passwords nor the saved form", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await addUser(page, FRIEDA);
    const [created] = await readCredentials(page);
    await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
    await page.reload();
    await expect(heading(page, "Add user")).toBeVisible();
    await expect(field(page, "First name")).toHaveValue("");
    expect(await readTab(page)).not.toContain(created!.password);
  });

  test("each customer has a form of its own", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await fillIn(page, HALF);
    await openAddUser(page, COMPANY.tiny);
    await expect(field(page, "First name")).toHaveValue("");
    await fillIn(page, FRIEDA);
    await openCustomer(page, COMPANY.ordinary);
    await backToForm(page).click();
    await expectHalf(page);
    await openCustomer(page, COMPANY.tiny);
    await backToForm(page).click();
    await expect(field(page, "First name")).toHaveValue("Frieda");
  });

  test("the mistakes of an empty Save are gone when the form is opened again", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await save(page);
    await expect(field(page, "Display name")).toHaveAttribute("aria-invalid", "true");
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await button(page, "Add user").click();
    await expect(field(page, "Display name")).toBeVisible();
    await expect(field(page, "Display name")).not.toHaveAttribute("aria-invalid");
    await expect(page.getByRole("alert")).toHaveText("");
  });
});

test.describe("the selection", () => {
  test("reloading keeps it, on every page of the customer; leaving the customer ends it", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, ANNA, "Anna Jäger");
    await page.reload();
    await expect(selectedLink(page, 2)).toBeVisible();
    await expect(checkbox(page, `Select ${ANNA}`)).toBeChecked();
    await customerMenu(page).getByRole("link", { name: "Account" }).click();
    await page.reload();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(selectedLink(page, 2)).toBeVisible();
    await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
    await page.reload();
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
  });

  test("that of the deleted users is kept as well", async ({ page }) => {
    await openUser(page, ANNA);
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await selectUsers(page, ANNA);
    await page.reload();
    await expect(checkbox(page, `Select ${ANNA}`)).toBeChecked();
  });

  test("a workspace that was replaced has none of it", async ({ page, context }) => {
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, ANNA);
    const other = await context.newPage();
    await other.goto("/#/workspace");
    await button(other, "Reset workspace").click();
    await other.getByRole("dialog").getByRole("button", { name: "Reset workspace" }).click();
    await expect(messages(other)).toContainText("Workspace reset.");
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
    await page.reload();
    await expect(checkbox(page, `Select ${ANNA}`)).not.toBeChecked();
  });
});

test.describe("Manage licenses", () => {
  test("reloading keeps the users and what was chosen for them", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, ANNA, "Anna Jäger");
    await manageLicenses(page);
    await product(page, "Visio Plan 2").getByRole("checkbox", { name: "Visio Plan 2" }).check();
    await page.reload();
    await expect(page.getByText("Selected users (2)")).toBeVisible();
    await expect(checkbox(page, "Visio Plan 2")).toBeChecked();
    await page.goBack();
    await backToForm(page).click();
    await expect(checkbox(page, "Visio Plan 2")).toBeChecked();
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeVisible();
    await expect(backToForm(page)).toBeHidden();
  });

  test("the mistake of an empty Save is gone when the form is opened again", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, ANNA);
    await manageLicenses(page);
    await save(page);
    await expect(page.getByRole("alert")).toContainText("Choose what to assign or revoke first.");
    await page.goBack();
    await manageLicenses(page);
    await expect(page.getByRole("alert")).toHaveText("");
  });
});

test.describe("a user's page", () => {
  test("edits outlive that the user is deleted and restored in another tab", async ({ page, context }) => {
    await openUser(page, ANNA);
    await fillIn(page, { display: "Anna Kessler-Wolf", permissions: ["Billing administrator"] });
    const other = await context.newPage();
    await openUser(other, ANNA);
    await button(other, "Delete user account").click();
    await other.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await expect(heading(page, "User not found")).toBeVisible();
    await messages(other).getByRole("button", { name: "Restore" }).click();
    await expect(heading(page, ANNA)).toBeVisible();
    await expect(field(page, "Display name")).toHaveValue("Anna Kessler-Wolf");
    await expect(checkbox(page, "Billing administrator")).toBeChecked();
    await save(page);
    await expect(heading(page, "Anna Kessler-Wolf")).toBeVisible();
  });

  test("edits outlive another language and a reload, which asks; leaving ends them", async ({ page }) => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await openUser(page, ANNA);
    await fillIn(page, { display: "Anna K." });
    await changeSetting(page, "Language", "Deutsch");
    await expect(field(page, "Anzeigename")).toHaveValue("Anna K.");
    await page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await expect(field(page, "Anzeigename")).toHaveValue("Anna K.");
    await page.getByRole("link", { name: "Konto", exact: true }).click();
    await button(page, "Trotzdem verlassen").click();
    await page.goBack();
    await expect(field(page, "Anzeigename")).toHaveValue(ANNA);
  });

  test("the account of a customer is kept in the same way", async ({ page }) => {
    page.on("dialog", (dialog) => void dialog.accept());
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Account" }).click();
    await field(page, "Company name").fill("Albatros AG");
    await page.reload();
    await expect(field(page, "Company name")).toHaveValue("Albatros AG");
    await button(page, "Cancel").click();
    await page.reload();
    await expect(field(page, "Company name")).toHaveValue(COMPANY.ordinary);
  });
});
