// Finding and selecting users: filters, search, order and pages, and a selection that survives
// them.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, button, checkbox, customerMenu, filterUsers, heading, manageLicenses, openCustomer,
  readNames, row, selectUsers,
} from "./steps";

const PAGE = "Select all users on this page";
const search = (page: Page) => page.getByRole("searchbox", { name: "Search users" });
const selectedUsersLink = (page: Page, count: number | string) => page.getByRole("link", { name: `Selected users (${count})`, exact: true });
const filter = (page: Page) => page.getByLabel("Filter users by…");

async function readFirstNames(page: Page, count: number): Promise<string[]> {
  return (await readNames(page)).slice(0, count).map((name) => name.trim());
}

test.describe("Filter users by…", () => {
  test("every filter shows how many it matches, and these", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByLabel("Rows per page").selectOption("100");
    const options = await filter(page).getByRole("option").allTextContents();
    expect(options[0]).toBe("All users (64)");
    for (const option of options) {
      const count = Number(/\((\d+)\)$/.exec(option)![1]);
      await filter(page).selectOption({ label: option });
      if (count === 0) await expect(page.getByText("No matches for this filter.")).toBeVisible();
      else await expect(page.getByText(`1–${count} of ${count}`), option).toBeVisible();
    }
    const counted = (start: string) => Number(/\((\d+)\)$/.exec(options.find((option) => option.startsWith(start))!)![1]);
    expect(counted("Without a license") + counted("With a license")).toBe(64);
    for (const product of ["Microsoft 365 Business Premium", "Power BI Pro"]) {
      const both = options.filter((option) => option.startsWith(`${product} (`)).map((option) => Number(/\((\d+)\)$/.exec(option)![1]));
      expect(both).toHaveLength(2);
      expect(both[0]! + both[1]!).toBe(64);
    }
  });

  test("with a product, without, administrators: the rows are those", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByLabel("Rows per page").selectOption("100");
    const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await filterUsers(page, "Power BI Pro");
    await expect(rows).toHaveCount(5);
    for (const one of await rows.all()) await expect(one).toContainText("Power BI Pro");
    await filterUsers(page, "Without a license");
    for (const one of await rows.all()) await expect(one.getByRole("cell", { name: "None", exact: true })).toBeVisible();
    await filterUsers(page, "Administrators");
    for (const one of await rows.all()) await expect(one).toContainText("administrator");
  });

  test("it stands in the address with search, order and page, and works by it", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, "Office 365 E3");
    await search(page).fill("a");
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await button(page, "Next").click();
    const shown = await readNames(page);
    expect(page.url()).toMatch(/search=a&filter=with-ENTERPRISEPACK&sort=user&page=2$/);
    await page.reload();
    await expect(page.getByRole("rowheader")).toHaveText(shown);
    await expect(filter(page).getByRole("option", { name: /^Office 365 E3/ }).first()).toHaveAttribute("value", "with-ENTERPRISEPACK");
    await expect(filter(page)).toHaveValue("with-ENTERPRISEPACK");
    await page.getByRole("rowheader").first().getByRole("link").click();
    await page.goBack();
    await expect(page.getByRole("rowheader")).toHaveText(shown);
    // Invalid values fall back to the defaults.
    await page.goto(`${page.url().split("?")[0]}?filter=with-NOTHING`);
    await expect(page.getByText("1–25 of 200")).toBeVisible();
  });

  test("nobody matches: said, and Show all leads out", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await filterUsers(page, "Administrators");
    await search(page).fill("nobody is called this");
    await expect(page.getByText("No matches for this filter.")).toBeVisible();
    await button(page, "Show all").click();
    await expect(page.getByText("1–25 of 64")).toBeVisible();
    await expect(filter(page)).toHaveValue("");
    await expect(search(page)).toHaveValue("");
    await expect(search(page)).toBeFocused();
  });

  test("it follows changes: who got a license is no longer without one", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await filterUsers(page, "Without a license");
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await manageLicenses(page);
    await checkbox(page, "Visio Plan 2").check();
    await button(page, "Save").click();
    await page.getByRole("link", { name: "Back to the list" }).click();
    await filterUsers(page, "Without a license");
    await expect(row(page, one!)).toHaveCount(0);
    await filterUsers(page, "Visio Plan 2");
    await expect(row(page, one!)).toHaveCount(1);
  });
});

test.describe("the selection", () => {
  test("survives pages, search, order and filters; Selected users shows only these", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [one, two] = await readFirstNames(page, 2);
    await selectUsers(page, one!, two!);
    await button(page, "Next").click();
    const [three] = await readFirstNames(page, 1);
    await selectUsers(page, three!);
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await search(page).fill("zz");
    await search(page).fill("");
    await filterUsers(page, "Administrators");
    await selectedUsersLink(page, 3).click();
    await expect(page.getByRole("rowheader")).toHaveText([one!, two!, three!]);
    for (const name of [one!, two!, three!]) await expect(checkbox(page, `Select ${name}`)).toBeChecked();
    await expect(checkbox(page, PAGE)).toBeChecked();
    expect(page.url()).toContain("filter=selected");
    await page.goBack();
    await expect(selectedUsersLink(page, 3)).toBeVisible();
  });

  test("the box in the head stands for the page: none, some, all", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await expect(checkbox(page, PAGE)).not.toBeChecked();
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await expect(checkbox(page, PAGE)).toBeChecked({ indeterminate: true });
    await checkbox(page, PAGE).click();
    await expect(selectedUsersLink(page, 25)).toBeVisible();
    await expect(checkbox(page, PAGE)).toBeChecked();
    await button(page, "Next").click();
    await expect(checkbox(page, PAGE)).not.toBeChecked();
    await button(page, "Previous").click();
    await checkbox(page, PAGE).click();
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
  });

  test("Select all that match adds those of the filter; Clear selection empties it", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await filterUsers(page, "Power BI Pro");
    await button(page, "Select all 5 users").click();
    const isOne = (await readFirstNames(page, 5)).includes(one!);
    await expect(selectedUsersLink(page, isOne ? 5 : 6)).toBeVisible();
    await button(page, "Clear selection").click();
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
    await expect(button(page, "Clear selection")).toBeHidden();
    await expect(filter(page)).toBeFocused();
  });

  test("leaving the customer drops it; other screens of the customer do not", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await checkbox(page, PAGE).check();
    await customerMenu(page).getByRole("link", { name: "Account" }).click();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(selectedUsersLink(page, 25)).toBeVisible();
    await page.getByRole("link", { name: "Customers" }).first().click();
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
  });

  test("without anybody, Manage licenses says what to do first, and does nothing", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const manage = button(page, "Manage licenses");
    await expect(manage).toBeDisabled();
    await page.keyboard.press("Shift");
    await manage.focus();
    await expect(page.getByRole("tooltip", { name: "" }).filter({ hasText: "Select users in the list first" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Users and licenses")).toBeVisible();
  });

  test("by keyboard alone", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const [one] = await readFirstNames(page, 1);
    await checkbox(page, `Select ${one}`).focus();
    await page.keyboard.press("Space");
    await expect(selectedUsersLink(page, 1)).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    for (const name of ["Permissions", "Licenses", "User name", "Display name"]) {
      await expect(page.getByRole("button", { name, exact: true })).toBeFocused();
      await page.keyboard.press("Shift+Tab");
    }
    await expect(checkbox(page, PAGE)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(selectedUsersLink(page, 25)).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    for (const name of ["Delete user account", "Reset password"]) {
      await page.keyboard.press("Shift+Tab");
      await expect(button(page, name)).toBeFocused();
    }
    await page.keyboard.press("Shift+Tab");
    await expect(button(page, "Manage licenses")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Manage licenses")).toBeFocused();
  });
});
