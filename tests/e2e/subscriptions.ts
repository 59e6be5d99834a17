// The page Subscriptions and its dialogs.

import { expect, type Locator, type Page } from "@playwright/test";
import { button, customerMenu, heading, openCustomer, save } from "./steps";

export const WRONG = "Enter a whole number from 1 to 10,000. Digits only.";

export const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name, exact: true });
export const quantity = (page: Page): Locator => page.getByRole("dialog").getByRole("textbox", { name: "Quantity", exact: true });
export const cell = (of: Locator, name: "Quantity" | "Assigned" | "Available" | "Status"): Locator =>
  of.getByRole("cell").nth(["Quantity", "Assigned", "Available", "Status"].indexOf(name));
export const search = (page: Page): Locator => page.getByRole("searchbox", { name: "Search products" });
export const backLink = (page: Page): Locator => page.getByRole("link", { name: "Back to the unfinished form" });
export const productChoice = (page: Page, name: string): Locator => page.getByRole("radiogroup", { name: "Product" }).getByRole("radio", { name, exact: true });

export async function openSubscriptions(page: Page, company: string) {
  await openCustomer(page, company);
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
}

/** Buys seats of a product. */
export async function addSubscription(page: Page, name: string, count: string) {
  await button(page, "Add subscription").click();
  await productChoice(page, name).check();
  await quantity(page).fill(count);
  await save(page);
  await expect(page.getByRole("dialog")).toBeHidden();
}

export async function suspendSubscription(page: Page, name: string) {
  await button(page, `Suspend – ${name}`).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}
