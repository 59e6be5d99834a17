// Unfinished work is not lost silently: waiting passwords, unsaved edits, and forms that are left.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, customerMenu, field, heading, openAddUser, openCustomer,
  readCredentials,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };

/** Opens the page of the only user of the smallest customer. */
async function openUser(page: Page) {
  await openCustomer(page, COMPANY.tiny);
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(field(page, "Display name")).toBeVisible();
}

test("from the form for another user there is a way back to the passwords", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await expect(button(page, "Back to the temporary passwords")).toBeHidden();
  await addUser(page, FRIEDA);
  const before = await readCredentials(page);
  await button(page, "Add another user").click();
  await button(page, "Back to the temporary passwords").click();
  await expect(heading(page, "User created")).toBeFocused();
  expect(await readCredentials(page)).toEqual(before);
});

test("Cancel empties the form; Buy more keeps it", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await field(page, "First name").fill("Frieda");
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await page.getByRole("link", { name: "Back to the unfinished form" }).click();
  await expect(field(page, "First name")).toHaveValue("Frieda");
  await button(page, "Cancel").click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await button(page, "Add user").click();
  await expect(field(page, "First name")).toHaveValue("");
});

test("leaving a user's page with unsaved changes asks", async ({ page }) => {
  await openUser(page);
  await field(page, "First name").fill("Changed");
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(question).toBeVisible();
  await button(page, "Stay here").click();
  await expect(field(page, "First name")).toHaveValue("Changed");
  await page.evaluate(() => history.back());
  await expect(question).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await button(page, "Save").click();
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(heading(page, "Account")).toBeVisible();
  await expect(question).toBeHidden();
});

test("every mistake of an edit is shown at once, the location of a license holder too", async ({ page }) => {
  await openUser(page);
  await field(page, "Display name").fill("");
  await field(page, "Location").selectOption({ label: "(not set)" });
  await button(page, "Save").click();
  await expect(field(page, "Display name")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Location")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Display name")).toBeFocused();
});

test("in a narrow window the password is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, FRIEDA);
  const password = page.getByRole("region", { name: "Sign-in details" }).getByRole("cell").last();
  await expect(password).toHaveText(/^\S{12}$/);
  const box = await password.boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
});
