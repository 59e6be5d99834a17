// Everything works by keyboard alone. Something always has the focus and shows it.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, button, csvFile, field, fileField, fillIn, heading, inventUsers,
  openAddUser, openCustomer, openUpload, readCredentials, row, tabTo, type FileToChoose,
} from "./steps";

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("the whole procedure: from the list of customers to the downloaded passwords", async ({ page }) => {
  // Very many key presses.
  test.slow();
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await tabTo(page, page.getByRole("searchbox", { name: "Search customers" }));
  await page.keyboard.type("albatros");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await tabTo(page, page.getByRole("link", { name: COMPANY.ordinary }));
  await press(page, "Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await tabTo(page, button(page, "Add user"));
  await press(page, "Enter");
  await expect(heading(page, "Add user")).toBeFocused();

  await tabTo(page, field(page, "First name"));
  await page.keyboard.type("Frieda");
  await press(page, "Tab");
  await page.keyboard.type("Brandt");
  await press(page, "Tab");
  await expect(field(page, "Display name")).toBeFocused();
  await expect(field(page, "Display name")).toHaveValue("Frieda Brandt");
  await press(page, "Tab");
  await page.keyboard.type("frieda.brandt");
  await press(page, "Tab");
  await expect(field(page, "Domain")).toBeFocused();
  await press(page, "ArrowDown");
  await expect(field(page, "Domain")).toHaveValue("albatros.example");
  await press(page, "Tab");
  await expect(field(page, "Location")).toBeFocused();
  await page.keyboard.type("Austria");
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
  await tabTo(page, page.getByRole("checkbox", { name: "Billing administrator" }));
  await press(page, "Space");
  const plans = button(page, "View service plans – Visio Plan 2");
  await tabTo(page, plans);
  await press(page, "Enter");
  await expect(plans).toHaveAttribute("aria-expanded", "true");
  await expect(plans).toBeFocused();
  await tabTo(page, page.getByRole("checkbox", { name: "Visio Plan 2" }), "Shift+Tab");
  await press(page, "Space");
  await tabTo(page, button(page, "Save"));
  await press(page, "Enter");
  await expect(heading(page, "User created")).toBeFocused();
  await expect(row(page, "Frieda Brandt")).toContainText("frieda.brandt@albatros.example");

  await tabTo(page, button(page, "Add another user"));
  await press(page, "Space");
  await expect(field(page, "First name")).toBeFocused();
  await page.keyboard.type("Omar");
  await press(page, "Tab", "Tab", "Tab");
  await page.keyboard.type("omar");
  // Enter in a field saves.
  await press(page, "Enter");
  await expect(heading(page, "User created")).toBeFocused();
  expect(await readCredentials(page)).toHaveLength(2);

  await tabTo(page, page.getByRole("link", { name: "Back to the list" }));
  await press(page, "Enter");
  const question = page.getByRole("dialog", { name: "Leave without the passwords?" });
  await expect(question.getByRole("button", { name: "Stay here" })).toBeFocused();
  await press(page, "Escape");
  await expect(question).toBeHidden();
  await expect(page.getByRole("link", { name: "Back to the list" })).toBeFocused();
  await tabTo(page, button(page, "Download"), "Shift+Tab");
  const download = page.waitForEvent("download");
  await press(page, "Enter");
  await download;
  await expect(button(page, "Download")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Back to the list" }));
  await press(page, "Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
});

test("the first Tab leads to the skip link, and that to the content", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.reload();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await press(page, "Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  const address = page.url();
  await press(page, "Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await expect(page).toHaveURL(address);
  await press(page, "Tab");
  await expect(button(page, "Add user")).toBeFocused();
});

test("settings open and close with the keyboard, and the focus returns", async ({ page }) => {
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await tabTo(page, button(page, "Settings"));
  await press(page, "Enter");
  const role = page.getByLabel("Your role");
  await expect(role).toBeVisible();
  await press(page, "Tab");
  await expect(role).toBeFocused();
  await press(page, "ArrowDown");
  await expect(page.getByRole("banner")).toContainText("Helpdesk agent");
  await expect(role).toBeFocused();
  await press(page, "Escape");
  await expect(role).toBeHidden();
  await expect(button(page, "Settings")).toBeFocused();
});

test("changing the language builds the screen anew, and the focus stays at the settings", async ({ page }) => {
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await button(page, "Settings").focus();
  await press(page, "Enter");
  await tabTo(page, page.getByLabel("Language"));
  await press(page, "ArrowDown");
  await expect(heading(page, "Kunden")).toBeVisible();
  await expect(button(page, "Einstellungen")).toBeFocused();
});

test("the question on leaving keeps the focus inside until it is answered", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Frieda", user: "frieda" });
  await page.getByRole("link", { name: "Back to the list" }).focus();
  await press(page, "Enter");
  const question = page.getByRole("dialog", { name: "Leave without the passwords?" });
  for (const key of ["Tab", "Tab", "Tab", "Shift+Tab"]) {
    await press(page, key);
    // The browser's own controls may have the focus for one press, but never the page behind.
    expect(await question.evaluate((dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body)).toBe(true);
  }
  await question.getByRole("button", { name: "Leave anyway" }).focus();
  await press(page, "Space");
  await expect(heading(page, "Users and licenses")).toBeFocused();
});

test("sorting, paging and searching keep the focus", async ({ page }) => {
  // Very many key presses.
  test.slow();
  await openCustomer(page, COMPANY.ordinary);
  const sort = page.getByRole("button", { name: "User name", exact: true });
  await tabTo(page, sort);
  await press(page, "Enter");
  await expect(page.getByRole("columnheader", { name: "User name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(sort).toBeFocused();
  await tabTo(page, button(page, "Next"));
  await press(page, "Enter", "Enter", "Enter");
  await expect(page.getByText("Page 3 of 3")).toBeVisible();
  await expect(button(page, "Next")).toBeFocused();
  await tabTo(page, page.getByLabel("Rows per page"));
  await press(page, "ArrowDown");
  await expect(page.getByText("51–64 of 64")).toBeVisible();
  await expect(page.getByLabel("Rows per page")).toBeFocused();
  const search = page.getByRole("searchbox", { name: "Search users" });
  await tabTo(page, search, "Shift+Tab");
  await page.keyboard.type("no such user");
  await expect(search).toBeFocused();
  await tabTo(page, button(page, "Clear search"));
  await press(page, "Enter");
  await expect(search).toBeFocused();
});

test("a refused Save puts the focus on the first mistake", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { display: "Frieda", user: "frieda.", licenses: ["Power BI Pro"] });
  await field(page, "Display name").focus();
  await press(page, "Enter");
  await expect(field(page, "User name")).toBeFocused();
  await press(page, "Backspace");
  await page.keyboard.type("x");
  await press(page, "Enter");
  await expect(page.getByRole("checkbox", { name: "Power BI Pro" })).toBeFocused();
  await press(page, "Space", "Enter");
  await expect(heading(page, "User created")).toBeFocused();
});

test("a message that is dismissed does not take the focus with it", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("link", { name: "Anna Keßler" }).click();
  await fillIn(page, { display: "Anna" });
  await button(page, "Save").focus();
  await press(page, "Enter");
  await expect(button(page, "Save")).toBeFocused();
  await tabTo(page, button(page, "Dismiss"), "Shift+Tab");
  await press(page, "Enter");
  await expect(button(page, "Dismiss")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
});

/** Opens the system's file dialog by keyboard and chooses a file. */
async function chooseByKey(page: Page, file: FileToChoose, key: "Space" | "Enter") {
  // Playwright intercepts the dialog only once the page has answered another call.
  const opened = page.waitForEvent("filechooser");
  await expect(fileField(page)).toBeFocused();
  await press(page, key);
  const chooser = await opened;
  expect(chooser.isMultiple()).toBe(false);
  await chooser.setFiles(file);
}

test("a file is uploaded, corrected in the table and saved; the file field shows the focus", async ({ page }) => {
  // Very many key presses.
  test.slow();
  await openCustomer(page, COMPANY.ordinary);
  await tabTo(page, button(page, "Upload users"));
  await press(page, "Enter");
  await expect(heading(page, "Upload users")).toBeFocused();
  const label = page.getByText("Browse", { exact: true });
  const outline = () => label.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline()).toBe("none");
  await tabTo(page, fileField(page));
  expect(await outline(), "the field itself is not seen: its label shows the focus").not.toBe("none");
  await chooseByKey(page, csvFile([HEADINGS, "Jörg,Größe,,jörg@albatros.example,", ...inventUsers(2)]), "Space");
  await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
  await expect(fileField(page)).toBeFocused();

  await tabTo(page, button(page, "Validate"));
  await press(page, "Enter");
  await expect(page.getByText("Rows without errors: 2 of 3. Errors found: 2.")).toBeVisible();
  await expect(button(page, "Validate")).toBeFocused();
  await tabTo(page, field(page, "Display name, line 2"));
  await page.keyboard.type("Jörg Größe");
  await tabTo(page, button(page, "Use suggestion: joerg@albatros.example"));
  await press(page, "Space");
  await expect(field(page, "Email, line 2")).toHaveValue("joerg@albatros.example");
  // The button is gone with its suggestion.
  await expect(field(page, "Email, line 2")).toBeFocused();
  await tabTo(page, button(page, "Validate"), "Shift+Tab");
  await press(page, "Enter");
  await expect(page.getByText("No errors. 3 users can be created")).toBeVisible();
  await tabTo(page, field(page, "Location"));
  await page.keyboard.type("Austria");
  await tabTo(page, button(page, "Save"));
  await press(page, "Enter");
  await expect(heading(page, "Users created")).toBeFocused();
  await tabTo(page, button(page, "Download"));
  await Promise.all([page.waitForEvent("download"), press(page, "Enter")]);
  await tabTo(page, button(page, "Manage licenses"));
  await press(page, "Enter");
  await expect(heading(page, "Manage licenses")).toBeFocused();
});

test("the limit and Cancel by the keyboard: the focus goes back to where it came from", async ({ page }) => {
  await page.addInitScript(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = function () {
      return this.name === "never.csv" ? new Promise(() => {}) : read.call(this);
    };
  });
  await openUpload(page);
  await tabTo(page, button(page, "Change limit"));
  await press(page, "Enter");
  await expect(page.getByLabel("Maximum users per file")).toBeFocused();
  await press(page, "Control+a");
  await page.keyboard.type("7");
  await press(page, "Enter");
  await expect(page.getByLabel("Maximum users per file")).toBeFocused();
  await press(page, "Control+a");
  await page.keyboard.type("700");
  await press(page, "Enter");
  await expect(button(page, "Change limit")).toBeFocused();
  await tabTo(page, fileField(page));
  await chooseByKey(page, csvFile([HEADINGS, ...inventUsers(2)], "never.csv"), "Enter");
  const info = page.getByRole("region", { name: "Upload user info" });
  await tabTo(page, info.getByRole("button", { name: "Stop" }));
  await press(page, "Enter");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await chooseByKey(page, csvFile([HEADINGS, ...inventUsers(2)]), "Space");
  await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
});
