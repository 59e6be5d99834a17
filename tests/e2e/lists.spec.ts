// The lists of customers and users: search, order and pages.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, heading, leaveWithoutPasswords, openAddUser, openCustomer, readNames,
  row, textEnd,
} from "./steps";

const search = (page: Page, list: "customers" | "users") => page.getByRole("searchbox", { name: `Search ${list}` });
const columnHeader = (page: Page, name: string) => page.getByRole("columnheader", { name });

test.describe("customers", () => {
  for (const [text, found] of [
    ["albatros", ["Albatros Werkzeugbau GmbH"]],
    ["  LUMIÈRE ", ["Café Lumière SARL"]],
    ["cafe lumiere", ["Café Lumière SARL"]],
    ["novak", ["Novák & Dcery s.r.o."]],
    ["stores.meridian", ["Meridian Global Retail Inc."]],
    ["gmbh klinik", ["Kiefernhain Kliniken gGmbH"]],
  ] as const) {
    test(`searching for ${JSON.stringify(text)}`, async ({ page }) => {
      await page.goto("/#/customers");
      await search(page, "customers").fill(text);
      await expect(page.getByRole("rowheader")).toHaveText([...found]);
      await expect(page.getByText(`1–${found.length} of ${found.length}`)).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: "1 match" })).toBeVisible();
    });
  }

  test("numbers end where their heads do", async ({ page }) => {
    await page.goto("/#/customers");
    for (const [name, at] of [["Users", 1], ["Licenses", 2]] as const) {
      const head = columnHeader(page, name);
      const end = await textEnd(row(page, COMPANY.ordinary).getByRole("cell").nth(at));
      expect(Math.abs((await textEnd(head.getByText(name))) - end), name).toBeLessThan(1);
      await head.getByRole("button").click();
      await expect(head).toHaveAttribute("aria-sort", "ascending");
      expect(Math.abs((await textEnd(head.getByText(name))) - end), name).toBeLessThan(1);
    }
  });

  test("key by key, more and fewer are found, as by the whole text", async ({ page }) => {
    await page.goto("/#/customers");
    const box = search(page, "customers");
    const rows = page.getByRole("rowheader");
    const texts = ["n", "no", "nov", "nov ", "nov s"];
    const found: string[][] = [];
    for (const text of texts) {
      await box.fill("");
      await expect(rows).toHaveCount(13);
      await box.fill(text);
      await expect(rows).not.toHaveCount(13);
      found.push(await rows.allTextContents());
    }
    expect(found.map((names) => names.length)).toEqual([6, 1, 1, 1, 1]);
    await box.fill("");
    for (const [at, text] of texts.entries()) {
      await box.press(text.slice(-1));
      await expect(rows).toHaveText(found[at] ?? []);
    }
    await box.press("x");
    await expect(rows).toHaveCount(0);
    for (const names of found.toReversed()) {
      await box.press("Backspace");
      await expect(rows).toHaveText(names);
    }
    await box.press("Backspace");
    await expect(rows).toHaveCount(13);
  });

  test("nothing found is said, and Clear search brings all back", async ({ page }) => {
    await page.goto("/#/customers");
    await search(page, "customers").fill("no such company");
    await expect(page.getByText("No matches for your search.")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "0 matches" })).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(0);
    await button(page, "Clear search").click();
    await expect(page.getByRole("rowheader")).toHaveCount(13);
    await expect(search(page, "customers")).toHaveValue("");
    await expect(search(page, "customers")).toBeFocused();
  });

  test("every column sorts, says so, and turns round", async ({ page }) => {
    await page.goto("/#/customers");
    await expect(columnHeader(page, "Company name")).toHaveAttribute("aria-sort", "ascending");
    const inOrder = await readNames(page);
    expect(inOrder).toEqual([...inOrder].sort(new Intl.Collator("en").compare));
    for (const column of ["Primary domain name", "Users", "Licenses", "Microsoft ID", "Company name"]) {
      await page.getByRole("button", { name: column, exact: true }).click();
      await expect(columnHeader(page, column)).toHaveAttribute("aria-sort", "ascending");
      const up = await readNames(page);
      await page.getByRole("button", { name: column, exact: true }).click();
      await expect(columnHeader(page, column)).toHaveAttribute("aria-sort", "descending");
      await expect(page.getByRole("rowheader")).toHaveText(up.reverse());
      for (const other of await page.getByRole("columnheader").all()) {
        if (!(await other.innerText()).includes(column)) await expect(other).not.toHaveAttribute("aria-sort");
      }
    }
  });
});

test.describe("users", () => {
  test("natural order: numbers count as numbers, umlauts stand beside their letter", async ({ page }) => {
    await openAddUser(page, COMPANY.empty);
    const people = [["Zoe", "anna10"], ["Ändi", "anna2"], ["andi", "Anna1"], ["Bo 10", "bo"], ["Bo 9", "bo2"]] as const;
    for (const [index, [display, user]] of people.entries()) {
      if (index > 0) await button(page, "Add another user").click();
      await addUser(page, { display, user });
    }
    await leaveWithoutPasswords(page);
    await expect(page.getByRole("rowheader")).toHaveText(["andi", "Ändi", "Bo 9", "Bo 10", "Zoe"]);
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await expect(page.getByRole("rowheader")).toHaveText(["andi", "Ändi", "Zoe", "Bo 10", "Bo 9"]);
    // The search ignores accents and case.
    await search(page, "users").fill("ANDI");
    await expect(page.getByRole("rowheader")).toHaveText(["andi", "Ändi"]);
  });

  test("search finds by display name, user name, first and last name", async ({ page }) => {
    await openAddUser(page, COMPANY.empty);
    await addUser(page, { first: "Wilhelmina", last: "Vossberg", display: "Chef", user: "boss" });
    await leaveWithoutPasswords(page);
    for (const text of ["chef", "BOSS@novak", "wilhel voss"]) {
      await search(page, "users").fill(text);
      await expect(page.getByRole("rowheader"), text).toHaveText(["Chef"]);
    }
  });

  test("paging: First, Previous, Next, Last, the range, and the buttons at the ends", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const all = ["First", "Previous", "Next", "Last"];
    const enabled = async (...which: string[]) => {
      for (const name of all) {
        if (which.includes(name)) await expect(button(page, name)).toBeEnabled();
        else await expect(button(page, name)).toBeDisabled();
      }
    };
    await expect(page.getByText("1–25 of 64")).toBeVisible();
    await enabled("Next", "Last");
    const first = await readNames(page);
    await button(page, "Next").click();
    await expect(page.getByText("26–50 of 64")).toBeVisible();
    await expect(page.getByText("Page 2 of 3")).toBeVisible();
    await enabled(...all);
    await button(page, "Last").click();
    await expect(page.getByText("51–64 of 64")).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(14);
    await enabled("First", "Previous");
    await expect(button(page, "Last")).toBeFocused();
    await button(page, "Previous").click();
    await button(page, "First").click();
    await expect(page.getByRole("rowheader")).toHaveText(first);
    await expect(button(page, "First")).toBeFocused();
  });

  test("rows per page keep the first row in sight; searching and sorting begin at the first page", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await button(page, "Last").click();
    await page.getByLabel("Rows per page").selectOption("50");
    await expect(page.getByText("51–64 of 64")).toBeVisible();
    await page.getByLabel("Rows per page").selectOption("100");
    await expect(page.getByText("1–64 of 64")).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(64);
    await page.getByLabel("Rows per page").selectOption("25");
    await button(page, "Next").click();
    await page.getByRole("button", { name: "Licenses", exact: true }).click();
    await expect(page.getByText("1–25 of 64")).toBeVisible();
    await button(page, "Last").click();
    await search(page, "users").fill("a");
    await expect(page.getByText("Page 1 of")).toBeVisible();
  });

  test("a page beyond the end shows the last, and nonsense in the address the beginning", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const list = page.url();
    await page.goto(`${list}?page=99`);
    await expect(page.getByText("51–64 of 64")).toBeVisible();
    await page.goto(`${list}?page=-1&rows=7&sort=nonsense&else=1`);
    await expect(page.getByText("1–25 of 64")).toBeVisible();
    await expect(columnHeader(page, "Display name")).toHaveAttribute("aria-sort", "ascending");
  });

  test("without a license and with roles, the columns say so", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByLabel("Rows per page").selectOption("100");
    await expect(page.getByRole("row").filter({ hasText: "Global administrator" })).toHaveCount(1);
    expect(await page.getByRole("row").filter({ has: page.getByRole("cell", { name: "None", exact: true }) }).count()).toBeGreaterThan(0);
  });

  test("deleted users stand under their own tab with the days that are left", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    await expect(page.getByRole("cell", { name: /UTC$/ })).toHaveCount(3);
    await expect(page.getByRole("link", { name: "Deleted users (3)" })).toHaveAttribute("aria-current", "page");
    const [deleted] = await readNames(page);
    await page.getByRole("link", { name: "Users", exact: true }).click();
    await search(page, "users").fill(deleted!);
    await expect(row(page, deleted!)).toHaveCount(0);
  });

  test("10,000 users: search, sort and page through them", async ({ page }) => {
    await openCustomer(page, COMPANY.huge);
    await expect(page.getByText("1–25 of 10,000")).toBeVisible();
    await page.getByLabel("Rows per page").selectOption("250");
    await button(page, "Last").click();
    await expect(page.getByText("9,751–10,000 of 10,000")).toBeVisible();
    await page.getByRole("button", { name: "Permissions", exact: true }).click();
    await expect(columnHeader(page, "Permissions")).toHaveAttribute("aria-sort", "ascending");
    await search(page, "users").fill("stores.meridianretail.example");
    await expect(page.getByText(/^1–250 of 1,\d\d\d$/)).toBeVisible();
    await page.getByRole("rowheader").first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.goBack();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(search(page, "users")).toHaveValue("stores.meridianretail.example");
  });
});
