// What saving licenses came to: who is in the results, and the way to them and back.

import { expect, test } from "@playwright/test";
import { LOCATION_ERROR, MAIL_2, readFirstNames, results, search } from "./licenses";
import {
  COMPANY, HEADINGS, changeQuantity, checkbox, csvFile, customerMenu, field, filterUsers, heading,
  leaveWithoutPasswords, manageLicenses, messages, openCustomer, openUpload, readRecordKeys, row,
  save, selectUsers, validateFile,
} from "./steps";

test("users of the same name are in the results in the order of the list", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await changeQuantity(page, "Visio Plan 2", 10);
  const twins = ["zoe", "abel", "mia"].map((user) => `Same,Name,Same Name,${user}@albatros.example,`);
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...twins]));
  await field(page, "Location").selectOption({ label: "Germany" });
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
  await leaveWithoutPasswords(page);
  await search(page).fill("Same Name");
  const users = () => page.getByRole("row").filter({ hasText: "Same Name" }).getByRole("cell").filter({ hasText: "@" });
  const listed = await users().allTextContents();
  expect(listed).toHaveLength(3);
  // The one in the middle has nothing to change.
  await checkbox(page, "Select Same Name").nth(1).check();
  await manageLicenses(page);
  await checkbox(page, "Visio Plan 2").check();
  await save(page);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await search(page).fill("Same Name");
  for (const at of [0, 2]) await checkbox(page, "Select Same Name").nth(at).check();
  await manageLicenses(page);
  await checkbox(page, "Visio Plan 2").click();
  await save(page);
  await expect(heading(page, "Licenses updated")).toBeVisible();
  expect(await users().allTextContents()).toEqual(listed);
});

test("the results have an address of their own: one can go to a user with an error, and back", async ({ page }) => {
  await openCustomer(page, COMPANY.conflicting);
  await filterUsers(page, "Without a location");
  const [nowhere] = await readFirstNames(page, 1);
  await selectUsers(page, nowhere!);
  await filterUsers(page, MAIL_2);
  await selectUsers(page, (await readFirstNames(page, 1))[0]!);
  await manageLicenses(page);
  await checkbox(page, "Enterprise Mobility + Security E5").click();
  await save(page);
  await expect(heading(page, "Licenses updated")).toBeVisible();
  const wrong = row(page, nowhere!);
  await expect(wrong).toContainText(`Enterprise Mobility + Security E5: ${LOCATION_ERROR}`);
  await wrong.getByRole("link").click();
  await expect(heading(page, nowhere!)).toBeVisible();
  await page.goBack();
  await expect(row(page, nowhere!)).toContainText(LOCATION_ERROR);
  await page.goBack();
  await expect(heading(page, "Manage licenses")).toBeVisible();
  await page.goForward();
  await page.reload();
  await expect(page.getByText("Results are shown only once")).toBeVisible();
});

test("when nobody can be changed, that is said, and nothing is stored", async ({ page }) => {
  await openCustomer(page, COMPANY.conflicting);
  await filterUsers(page, "Without a location");
  await selectUsers(page, (await readFirstNames(page, 1))[0]!);
  await manageLicenses(page);
  await checkbox(page, MAIL_2).check();
  await save(page);
  await expect(heading(page, "Licenses updated")).toBeFocused();
  // The page says it; a message would only say it again, and follow to other pages.
  await expect(page.getByText("None of these users could be changed. Users updated: 0. Not updated: 0. Errors: 1.")).toBeVisible();
  await expect(messages(page)).not.toContainText("None of these");
  expect(await readRecordKeys(page)).toEqual([]);
});
