// Manage licenses while another tab changes the same seats and users.

import { expect, test, type Page } from "@playwright/test";
import { MAIL_2, readFirstNames, results } from "./licenses";
import {
  COMPANY, changeQuantity, checkbox, customerMenu, filterUsers, heading, manageLicenses,
  openCustomer, readRecordKeys, readStorage, row, save, sealRecord, selectUsers, storeText,
} from "./steps";

test.describe("when another tab was quicker", () => {
  test("seats bought away between opening and Save: said at the product, the form as it was", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) {
      await openCustomer(page, COMPANY.conflicting);
      await filterUsers(page, "Without a license");
    }
    const users = await readFirstNames(one, 8);
    await selectUsers(one, ...users.slice(0, 4));
    await selectUsers(other, ...users.slice(4, 8));
    await manageLicenses(one);
    await checkbox(one, MAIL_2).check();
    await customerMenu(other).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(other, MAIL_2, 13);
    await expect(checkbox(one, MAIL_2)).toHaveAccessibleDescription(/1 of 13 available/);
    await save(one);
    await expect(checkbox(one, MAIL_2)).toHaveAccessibleDescription(/Licenses needed: \d; available: 1\./);
    await expect(checkbox(one, MAIL_2)).toBeChecked();
    await expect(one.getByText("Selected users (4)")).toBeVisible();
    expect(await readRecordKeys(one)).toHaveLength(1);
  });

  test("users who are gone meanwhile are named as such, and the others are changed", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    const customer = /customers\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    await checkbox(page, "Select all users on this page").check();
    await manageLicenses(page);
    await checkbox(page, "Enterprise Mobility + Security E5").click();
    // The snapshot that another tab stores after purging the users numbered 1 to 100.
    const origin = JSON.parse((await readStorage(page))["seatwork/workspace"]!.slice(11));
    const snapshot = JSON.stringify({ origin, highest: 203, gone: "1x100" });
    await storeText(page, `seatwork/s/${customer}`, await sealRecord(page, 1, snapshot));
    const mended = await sealRecord(page, 1, JSON.stringify({ ...origin, mended: 1 }));
    for (const key of ["seatwork/workspace", "seatwork/workspace.copy"]) await storeText(page, key, mended);
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeVisible();
    const missing = results(page).getByRole("row").filter({ hasText: "This user is no longer active." });
    const count = await missing.count();
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(22);
    await expect(results(page).getByRole("row").filter({ hasText: "Assigned: Enterprise Mobility + Security E5." }).first()).toBeVisible();
    expect(await readRecordKeys(page)).toHaveLength(1);
  });

  test("at the same moment: one gets the seats, the other is told", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) {
      await openCustomer(page, COMPANY.ordinary);
      await filterUsers(page, "Without a license");
    }
    const users = await readFirstNames(one, 4);
    for (const [page, chosen] of [[one, users.slice(0, 2)], [other, users.slice(2, 4)]] as const) {
      await selectUsers(page, ...chosen);
      await manageLicenses(page);
      await checkbox(page, "Visio Plan 2").check();
    }
    await Promise.all([save(one), save(other)]);
    const done = [one, other].map((page) => heading(page, "Licenses updated"));
    await expect(done[0]!.or(page_error(one))).toBeVisible();
    await expect(done[1]!.or(page_error(other))).toBeVisible();
    expect((await readRecordKeys(one)).length).toBeGreaterThan(0);
    await customerMenu(one).getByRole("link", { name: "Subscriptions" }).click();
    const available = Number.parseInt(await row(one, "Visio Plan 2").getByRole("cell").nth(2).innerText(), 10);
    expect(available).toBeGreaterThanOrEqual(0);
  });

  const page_error = (page: Page) => page.getByRole("alert").filter({ hasText: "Visio Plan 2" });
});
