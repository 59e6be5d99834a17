// Upload users while something else happens: another tab, a second click, Back and Forward.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, button, csvFile, customerMenu, downloadFile, field, heading,
  inventUsers, messages, openAddUser, openUpload, readRecordKeys, save, uploadUsers, validateFile,
} from "./steps";

const verdict = (page: Page) => page.getByRole("main").getByRole("status");

test("a user name that is taken in another tab between Validate and Save: nobody is created, and it is said who", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(3)]));
  await expect(page.getByText("No errors. 3 users")).toBeVisible();
  const other = await page.context().newPage();
  await openAddUser(other, COMPANY.ordinary);
  await addUser(other, { display: "Frieda", user: "PROBE2", domain: "albatros.example" });
  await other.close({ runBeforeUnload: false });
  const before = await readRecordKeys(page);
  await save(page);
  await expect(verdict(page).filter({ hasText: "Rows without errors" })).toHaveText("Rows without errors: 2 of 3. Errors found: 1.");
  await expect(messages(page)).toContainText("No user was created. Line 3: This user name is already taken by Frieda.");
  expect(await readRecordKeys(page)).toEqual(before);
  await field(page, "Email, line 3").fill("probe22@albatros.example");
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 3 users")).toBeVisible();
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
});

test("Save pressed twice creates the users once", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(3)]));
  await button(page, "Save").dblclick();
  await expect(heading(page, "Users created")).toBeVisible();
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("Cancel leaves for the list, and the file is forgotten", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(3)]));
  await expect(page.getByText("No errors. 3 users")).toBeVisible();
  await button(page, "Cancel").click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
  await expect(page.getByText("users.csv")).toBeHidden();
  expect(await readRecordKeys(page)).toEqual([]);
});

test("undone from their licenses: the users are gone, from the form and from the selection", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(3)]));
  await downloadFile(page, button(page, "Download"));
  await button(page, "Manage licenses").click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toContainText("Undone.");
  await expect(page.getByText("Probe User 1")).toBeHidden();
  await expect(page.getByText("No users are selected.")).toBeVisible();
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await expect(page.getByText("1–25 of 64")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Selected users \([1-9]/ })).toHaveCount(0);
  // The results of the undone upload are gone as well; the screen starts without a file.
  await button(page, "Upload users").click();
  await expect(page.getByText("users.csv")).toBeHidden();
});

test("an upload is undone with the keys for it, and once only", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(3)]));
  await page.keyboard.press("Control+z");
  await expect(heading(page, "Upload users")).toBeVisible();
  await expect(messages(page)).toContainText("Undone.");
  expect(await readRecordKeys(page)).toHaveLength(2);
  await page.keyboard.press("Control+z");
  await expect(messages(page)).toContainText("nothing to undo", { ignoreCase: true });
  expect(await readRecordKeys(page)).toHaveLength(2);
  // The file is checked against the customer's current state.
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 3 users")).toBeVisible();
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
});

test("the confirmation of one tab stands while another tab uploads the same file in vain", async ({ page }) => {
  await openUpload(page);
  const file = csvFile([HEADINGS, ...inventUsers(2)]);
  await uploadUsers(page, file);
  const other = await page.context().newPage();
  await openUpload(other);
  await validateFile(other, file);
  await expect(verdict(other).filter({ hasText: "Rows without errors" })).toHaveText("Rows without errors: 0 of 2. Errors found: 2.");
  await other.close();
  await expect(page.getByRole("region", { name: "Sign-in details" })).toContainText("probe1@albatros.example");
});
