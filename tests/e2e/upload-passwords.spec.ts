// The temporary passwords of an upload: shown once, guarded, and stored nowhere.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, chooseFile, csvFile, customerMenu, downloadFile, field, heading,
  inventUsers, messages, openUpload, readCredentials, readStorage, uploadUsers, validateFile,
} from "./steps";

const question = (page: Page) => page.getByRole("dialog", { name: "Leave without the passwords?" });

/** Reads everything that the browser stores for this origin, and the whole page. */
const readEverything = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = await caches.keys();
    const kept = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat());
    const fields = Array.from(document.querySelectorAll("input, textarea, select"), (element) => (element as HTMLInputElement).value);
    const page = [document.documentElement.outerHTML, document.title, location.href, document.cookie, JSON.stringify(history.state), name];
    return JSON.stringify([databases, caches_, kept, fields, page]);
  });

test("they are nowhere but on the screen, and nowhere at all once it is left", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(5)]));
  const secrets = (await readCredentials(page)).map((one) => one.password);
  expect(secrets).toHaveLength(5);
  const kept = JSON.stringify([await readStorage(page), page.url(), await page.title(), await page.evaluate(() => history.state)]);
  for (const secret of secrets) expect(kept).not.toContain(secret);

  await downloadFile(page, button(page, "Download"));
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await page.getByRole("button", { name: /^Details: Users uploaded/ }).click();
  await expect(page.getByText("New-PartnerCustomerUser")).toBeVisible();
  const found = await readEverything(page);
  expect(found).toContain("seatwork");
  expect(found).toContain("probe1");
  for (const secret of secrets) {
    expect(found).not.toContain(secret);
    expect(said.join("\n")).not.toContain(secret);
  }
  // Neither Back nor the address of the screen brings them back.
  await page.goBack();
  await page.goBack();
  await expect(heading(page, "Users created")).toBeVisible();
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
});

test("leaving asks first, until they were taken along", async ({ page }) => {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(2)]));
  for (const way of [
    () => page.getByRole("link", { name: "Back to the list" }).click(),
    () => button(page, "Manage licenses").click(),
    () => button(page, "Upload another file").click(),
    () => page.goBack(),
  ]) {
    await way();
    await expect(question(page)).toBeVisible();
    await question(page).getByRole("button", { name: "Stay here" }).click();
    await expect(question(page)).toBeHidden();
    await expect(page.getByRole("region", { name: "Sign-in details" })).toBeVisible();
  }
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);

  // A file with results contains no passwords.
  await downloadFile(page, button(page, "Download results"));
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(question(page)).toBeVisible();
  await question(page).getByRole("button", { name: "Stay here" }).click();

  await downloadFile(page, button(page, "Download"));
  await button(page, "Manage licenses").click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
});

test("leaving all the same goes where one wanted, with the new users selected", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(2)]));
  await button(page, "Manage licenses").click();
  await question(page).getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
  for (const name of ["Probe User 1", "Probe User 2"]) await expect(page.getByRole("button", { name: new RegExp(name) })).toBeVisible();
});

test("another file is a new one: nothing of the last one is left, and its passwords are as safe", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(2)]));
  await downloadFile(page, button(page, "Download"));
  await button(page, "Upload another file").click();
  await expect(heading(page, "Upload users")).toBeFocused();
  await expect(page.getByText("users.csv")).toBeHidden();
  await expect(page.getByText("No errors.")).toBeHidden();
  await expect(button(page, "Validate")).toBeDisabled();
  await expect(button(page, "Save")).toBeDisabled();
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(1, 3)], "more.csv"));
  expect((await readCredentials(page)).map((one) => one.user)).toEqual(["probe3@albatros.example"]);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(question(page)).toBeVisible();
});

test("so does the list of users: uploading anew begins with no file", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(2)]));
  await downloadFile(page, button(page, "Download"));
  await page.getByRole("link", { name: "Back to the list" }).click();
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
  await expect(page.getByText("users.csv")).toBeHidden();
  await expect(button(page, "Save")).toBeDisabled();
});

test("e-mail for few, Copy for many; many stand on pages", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(100)]));
  await button(page, "Email").click();
  await expect(messages(page)).toContainText("That's too many users for an email draft.");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy").click();
  await expect(messages(page)).toContainText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const shown = await readCredentials(page);
  expect(shown).toHaveLength(100);
  for (const one of shown) expect(copied).toContain(`${one.user}\t${one.password}`);
});

test("corrections that are nowhere else are not lost by closing the page without a question", async ({ page }) => {
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, "Omar,Probe,,omar@albatros.example,"]));
  await field(page, "Display name, line 2").fill("Omar");
  await field(page, "Display name, line 2").press("Tab");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  // It is kept within the customer.
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  await page.goBack();
  await expect(field(page, "Display name, line 2")).toHaveValue("Omar");
  // Another file replaces it on confirmation, and so does the same file, chosen again.
  await chooseFile(page, csvFile([HEADINGS, "Omar,Probe,,omar@albatros.example,"]));
  await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
  await expect(field(page, "Display name, line 2")).toBeHidden();
  // Leaving the customer drops it.
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
  await page.getByRole("link", { name: COMPANY.conflicting }).click();
  await button(page, "Upload users").click();
  await expect(page.getByText("users.csv")).toBeHidden();
});
