// The life of an account and its license: the account is deleted, its seat goes to another user, it
// is restored without a license, a seat is bought, and the license is assigned again.

import { expect, test } from "@playwright/test";
import {
  button, changeQuantity, checkbox, customerMenu, filterUsers, heading, manageLicenses,
  openCustomer, product, readNames, row, save, selectUsers,
} from "./steps";

const COMPANY = "Deltabrug Logistiek B.V.";
const E3 = "Office 365 E3";

test("deleted, the seat freed and given away, restored, told what is missing, more bought, assigned again", async ({ page }) => {
  test.setTimeout(60_000);
  const search = page.getByRole("searchbox", { name: "Search users" });
  const openUsers = () => customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  const openSubscriptions = async () => {
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await expect(heading(page, "Subscriptions")).toBeVisible();
  };

  // Every seat is taken.
  await openCustomer(page, COMPANY);
  await openSubscriptions();
  await changeQuantity(page, E3, 71);
  await expect(row(page, E3)).toContainText("71");

  // A user leaves.
  await openUsers();
  await filterUsers(page, E3);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const leaver = (await readNames(page))[0]!.trim();
  await row(page, leaver).getByRole("link").click();
  await expect(heading(page, leaver)).toBeVisible();
  const user = (await page.getByLabel("User name").inputValue()).trim();
  await button(page, "Delete user account").click();
  await expect(page.getByRole("dialog")).toContainText(E3);
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("link", { name: "Deleted users (4)" })).toBeVisible();

  // The seat is free, and another user gets it.
  await filterUsers(page, "Without a location");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const nowhere = await readNames(page);
  await filterUsers(page, "Without a license");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  const successor = (await readNames(page)).find((name) => !nowhere.includes(name))!.trim();
  await selectUsers(page, successor);
  await manageLicenses(page);
  await expect(checkbox(page, E3)).toHaveAccessibleDescription(/1 of 71 available/);
  await checkbox(page, E3).check();
  await save(page);
  await expect(row(page, successor)).toContainText(`Assigned: ${E3}.`);

  // The first user returns, without the license.
  await openUsers();
  await page.getByRole("link", { name: "Deleted users (4)" }).click();
  await expect(row(page, leaver).first()).toContainText("30");
  await search.fill(user);
  await expect(page.getByRole("rowheader")).toHaveText([leaver]);
  await selectUsers(page, leaver);
  await button(page, "Restore").click();
  await expect(heading(page, "Users restored")).toBeVisible();
  await expect(row(page, leaver)).toContainText(`Without ${E3} – no licenses are available.`);
  const missing = page.getByRole("region", { name: "Licenses that couldn't be restored" });
  await expect(missing).toContainText(`${E3}: 1 user`);

  // A seat is bought, and this user gets it.
  await missing.getByRole("link", { name: "Buy more" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Quantity")).toHaveValue("71");
  await dialog.getByLabel("Quantity").fill("72");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.goBack();
  await expect(heading(page, "Users restored")).toBeVisible();
  await button(page, "Manage licenses").click();
  await expect(page.getByText("Selected users (1)")).toBeVisible();
  await expect(product(page, E3)).toContainText("1 of 72 available");
  await checkbox(page, E3).check();
  await save(page);
  await expect(row(page, leaver)).toContainText(`Assigned: ${E3}.`);
  await openSubscriptions();
  await expect(row(page, E3)).toContainText("72");
  await openUsers();
  await search.fill(user);
  await expect(row(page, leaver)).toContainText(E3);
});
