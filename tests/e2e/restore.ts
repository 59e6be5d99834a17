// The list of deleted users, and the parts of the screens that restore them.

import { expect, type Page } from "@playwright/test";
import { addUser, button, heading, leaveWithoutPasswords, openCustomer } from "./steps";

export const DAY = 24 * 60 * 60 * 1000;
export const BUSINESS = "Microsoft 365 Business Premium";

export type Deleted = { name: string; user: string; on: string; days: string; licenses: string };

/** Opens the tab "Deleted users (n)" of a customer. */
export async function openDeleted(page: Page, company: string, count = 3) {
  await openCustomer(page, company);
  await page.getByRole("link", { name: `Deleted users (${count})` }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(count);
}

/** Reads the list of deleted users, from top to bottom. */
export async function readDeletedUsers(page: Page): Promise<Deleted[]> {
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const texts = await rows.evaluateAll((rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("th, td:not(:has(input))"), (cell) => cell.textContent?.trim() ?? "")),
  );
  return texts.map(([name = "", user = "", on = "", days = "", licenses = ""]) => ({ name, user, on, days, licenses }));
}

export const restoreButton = (page: Page) => page.getByRole("main").getByRole("button", { name: "Restore", exact: true });
export const search = (page: Page) => page.getByRole("searchbox", { name: "Search users" });
export const results = (page: Page) => page.getByRole("region", { name: "Users restored" });
export const dialog = (page: Page) => page.getByRole("dialog");
export const summary = (page: Page) => page.getByRole("main").getByRole("status").filter({ hasText: / restored[.,]/ });

export async function restoreSelected(page: Page) {
  await restoreButton(page).click();
  await expect(heading(page, "Users restored")).toBeVisible();
}

/** Creates users with the user names of deleted ones. */
export async function takeNames(page: Page, deleted: Deleted[]) {
  await page.getByRole("link", { name: "Users", exact: true }).click();
  for (const [at, { user }] of deleted.entries()) {
    const [local, domain] = user.split("@");
    await button(page, "Add user").click();
    await addUser(page, { display: `Newcomer ${at + 1}`, user: local, domain });
    await leaveWithoutPasswords(page);
  }
  await page.getByRole("link", { name: /^Deleted users/ }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
}
