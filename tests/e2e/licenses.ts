// The form "Manage licenses", and finding users for it.

import { expect, type Page } from "@playwright/test";
import { checkbox, filterUsers, product, readNames } from "./steps";

export const E3 = "Office 365 E3";
export const MAIL_1 = "Exchange Online (Plan 1)";
export const MAIL_2 = "Exchange Online (Plan 2)";
export const LOCATION_ERROR = "License assignment cannot be done for a user with an invalid usage location";

export const expectMixed = (page: Page, name: string) => expect(checkbox(page, name)).toBeChecked({ indeterminate: true });
export const assignedButton = (page: Page, name: string) => product(page, name).getByRole("button", { name: / assigned – / });
export const search = (page: Page) => page.getByRole("searchbox", { name: "Search users" });
/** The preview of what Save will do. */
export const forecast = (page: Page) => page.getByRole("status").filter({ hasText: /Users changed|can't be changed/ });
export const results = (page: Page) => page.getByRole("region", { name: "Licenses updated" });

/** Reads the names at the top of the list. */
export async function readFirstNames(page: Page, count: number): Promise<string[]> {
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  return (await readNames(page)).slice(0, count).map((name) => name.trim());
}

/**
 * Finds a user with a usage location and no license. The list is filtered by "Without a license"
 * afterwards.
 */
export async function findUserWithLocation(page: Page): Promise<string> {
  await filterUsers(page, "Without a location");
  const nowhere = await readFirstNames(page, 25);
  await filterUsers(page, "Without a license");
  return (await readFirstNames(page, 25)).find((name) => !nowhere.includes(name))!;
}
