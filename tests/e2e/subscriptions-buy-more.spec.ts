// Buy more: from a form that needs more seats to Subscriptions, and back.

import { expect, test } from "@playwright/test";
import {
  backLink, cell, dialog, openSubscriptions, productChoice, quantity, suspendSubscription,
} from "./subscriptions";
import {
  COMPANY, button, field, fillIn, heading, messages, openAddUser, product, readRecordKeys, row,
  save,
} from "./steps";

test.describe("Buy more", () => {
  test("of an active subscription: change its quantity, then back to the form", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await fillIn(page, { display: "Frieda", user: "frieda", licenses: ["Power BI Pro"] });
    await product(page, "Power BI Pro").getByRole("link", { name: "Buy more" }).click();
    await expect(page).toHaveURL(/subscriptions\?product=POWER_BI_PRO$/);
    await expect(dialog(page, "Change quantity – Power BI Pro")).toBeVisible();
    await expect(quantity(page)).toBeFocused();
    await expect(quantity(page)).toHaveValue("5");
    await quantity(page).fill("6");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(row(page, "Power BI Pro")).toHaveAttribute("aria-current", /.+/);
    await expect(backLink(page)).toBeFocused();
    await expect(page).toHaveURL(/subscriptions$/);
    await page.keyboard.press("Enter");
    await expect(field(page, "Display name")).toHaveValue("Frieda");
    await expect(page.getByRole("checkbox", { name: "Power BI Pro", exact: true })).toBeChecked();
    await save(page);
    await expect(heading(page, "User created")).toBeVisible();
  });

  test("closed without buying: the product leaves the address, and the row stays marked", async ({ page }) => {
    await openSubscriptions(page, COMPANY.ordinary);
    await page.goto(`${page.url()}?product=POWER_BI_PRO`);
    await expect(dialog(page, "Change quantity – Power BI Pro")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/subscriptions$/);
    await expect(row(page, "Power BI Pro")).toHaveAttribute("aria-current", /.+/);
    await expect(row(page, "Visio Plan 2")).not.toHaveAttribute("aria-current", /.+/);
    await expect(heading(page, "Subscriptions")).toBeFocused();
    expect(await readRecordKeys(page)).toEqual([]);
  });

  test("of a suspended one: it is pointed out, and Reactivate has the focus", async ({ page }) => {
    await openSubscriptions(page, COMPANY.ordinary);
    await suspendSubscription(page, "Power BI Pro");
    await openAddUser(page, COMPANY.ordinary);
    await fillIn(page, { display: "Frieda", user: "frieda", licenses: ["Power BI Pro"] });
    await product(page, "Power BI Pro").getByRole("link", { name: "Buy more" }).click();
    await expect(row(page, "Power BI Pro")).toHaveAttribute("aria-current", /.+/);
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(button(page, "Reactivate – Power BI Pro")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(messages(page)).toContainText("Reactivated: Power BI Pro.");
    await expect(backLink(page)).toBeFocused();
  });

  test("of what was never bought: Add subscription opens with the product chosen", async ({ page }) => {
    await openSubscriptions(page, COMPANY.ordinary);
    await page.goto(`${page.url()}?product=SPE_E5`);
    await expect(dialog(page, "Add subscription")).toBeVisible();
    await expect(productChoice(page, "Microsoft 365 E5")).toBeChecked();
    await expect(quantity(page)).toBeFocused();
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await expect(cell(row(page, "Microsoft 365 E5"), "Quantity")).toHaveText("3");
    await expect(page).toHaveURL(/subscriptions$/);
    await expect(backLink(page)).toBeHidden();
  });
});
