// Undoing a change of licenses.

import { expect, test, type Page } from "@playwright/test";
import { E3, MAIL_2, readFirstNames, search } from "./licenses";
import {
  COMPANY, button, changeQuantity, checkbox, customerMenu, filterUsers, heading, manageLicenses,
  messages, openCustomer, readRecordKeys, row, save, selectUsers,
} from "./steps";

test.describe("taking it back", () => {
  async function assignOne(page: Page): Promise<string> {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, "Without a license");
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await manageLicenses(page);
    await checkbox(page, MAIL_2).check();
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeVisible();
    return one!;
  }

  test("Undo in the notice", async ({ page }) => {
    const one = await assignOne(page);
    await messages(page).getByRole("button", { name: "Undo" }).click();
    await expect(messages(page)).toContainText("Undone. Users whose licenses were changed back: 1.");
    await expect(heading(page, "Manage licenses")).toBeFocused();
    await expect(checkbox(page, MAIL_2)).not.toBeChecked();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await search(page).fill(one);
    await expect(row(page, one)).toContainText("None");
    expect(await readRecordKeys(page)).toHaveLength(2);
  });

  test("Ctrl+Z, outside of fields, also on another screen", async ({ page }) => {
    const one = await assignOne(page);
    await page.getByRole("link", { name: "Back to the list" }).click();
    await search(page).fill(one);
    await page.keyboard.press("Control+z");
    expect(await readRecordKeys(page)).toHaveLength(1);
    await search(page).fill(one);
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("Control+z");
    await expect(messages(page)).toContainText("Undone.");
    await expect(row(page, one)).toContainText("None");
    await page.keyboard.press("Control+z");
    await expect(messages(page)).toContainText("There's nothing to undo.");
  });

  test("pressed twice in a row, two steps are taken back", async ({ page }) => {
    const one = await assignOne(page);
    await button(page, "Manage licenses").click();
    await checkbox(page, "Enterprise Mobility + Security E5").check();
    await save(page);
    await expect(row(page, one)).toContainText("Assigned: Enterprise Mobility + Security E5.");
    await page.evaluate(() => {
      for (let press = 0; press < 2; press += 1) {
        dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true }));
      }
    });
    await expect.poll(() => readRecordKeys(page)).toHaveLength(4);
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await search(page).fill(one);
    await expect(row(page, one)).toContainText("None");
  });

  test("the offer stays on other screens of the customer, and the way back over other changes", async ({ page }) => {
    const one = await assignOne(page);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, E3, 120);
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await search(page).fill(one);
    await expect(row(page, one)).toContainText(MAIL_2);
    await messages(page).getByRole("button", { name: "Undo" }).click();
    await expect(row(page, one)).toContainText("None");
    await expect(messages(page).getByRole("button", { name: "Undo" })).toBeHidden();
  });

  test("leaving the customer takes the offer away", async ({ page }) => {
    await assignOne(page);
    await page.getByRole("link", { name: "Customers" }).first().click();
    await expect(heading(page, "Customers")).toBeVisible();
    await expect(messages(page).getByRole("button", { name: "Undo" })).toBeHidden();
  });

  test("refused when the seats are gone; nothing has changed then", async ({ page, context }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, MAIL_2);
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await manageLicenses(page);
    await checkbox(page, MAIL_2).uncheck();
    await save(page);
    await expect(row(page, one!)).toContainText(`Revoked: ${MAIL_2}.`);
    const other = await context.newPage();
    await openCustomer(other, COMPANY.conflicting);
    await customerMenu(other).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(other, MAIL_2, 11);
    await other.close();
    await messages(page).getByRole("button", { name: "Undo" }).click();
    await expect(messages(page)).toContainText(`Not undone. ${MAIL_2}: No licenses are available.`);
    expect(await readRecordKeys(page)).toHaveLength(2);
  });
});
