// Leaving the confirmation asks first while the passwords are not saved. The address bar, Back,
// Forward, reloading and shared links work everywhere.

import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, changeSetting, customerMenu, field, fillIn, heading, openAddUser,
  openCustomer, readCredentials, readDocument, readNames, row,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };

const question = (page: Page): Locator => page.getByRole("dialog", { name: "Leave without the passwords?" });

async function createFrieda(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, FRIEDA);
  return (await readCredentials(page))[0]!.password;
}

/**
 * The ways out, the screen each leads to, and the step in the history that would return (one back
 * by default).
 */
const WAYS: Record<string, { go: (page: Page) => Promise<unknown>; to: string; then?: number }> = {
  "a link of the screen": { go: (page) => page.getByRole("link", { name: "Back to the list" }).click(), to: "Users and licenses" },
  "the customer menu": { go: (page) => customerMenu(page).getByRole("link", { name: "Account" }).click(), to: "Account" },
  "the dashboard": {
    go: (page) => page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click(),
    to: "Customers",
  },
  "the browser's Back": { go: (page) => page.evaluate(() => history.back()), to: "Users and licenses" },
  "two steps back at once": { go: (page) => page.evaluate(() => history.go(-2)), to: "Customers", then: 1 },
  "an address typed by hand": { go: (page) => page.evaluate(() => { location.hash = "#/nowhere"; }), to: "Page not found" },
};

for (const [way, { go, to, then = -1 }] of Object.entries(WAYS)) {
  test(`leaving by ${way} asks: staying keeps everything, leaving goes there`, async ({ page }) => {
    const password = await createFrieda(page);
    const address = page.url();
    await go(page);
    await expect(question(page)).toBeVisible();
    await expect(button(page, "Stay here")).toBeFocused();
    await button(page, "Stay here").click();
    await expect(question(page)).toBeHidden();
    await expect(page).toHaveURL(address);
    await expect(heading(page, "User created")).toBeVisible();
    await expect(row(page, "Frieda Brandt")).toContainText(password);

    await go(page);
    await expect(question(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(row(page, "Frieda Brandt")).toContainText(password);

    await go(page);
    await question(page).getByRole("button", { name: "Leave anyway" }).click();
    await expect(heading(page, to)).toBeVisible();
    await expect(question(page)).toBeHidden();
    expect(await readDocument(page)).not.toContain(password);
    // The history does not bring the passwords back, and nothing asks again.
    await page.evaluate((steps) => history.go(steps), then);
    await expect(heading(page, to)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(question(page)).toBeHidden();
    expect(await readDocument(page)).not.toContain(password);
  });
}

test("a step that comes while the browser is taken back asks as well, and once", async ({ page }) => {
  const password = await createFrieda(page);
  const address = page.url();
  const visits = await page.evaluateHandle(() => {
    const visits = { count: 0 };
    addEventListener("popstate", () => {
      visits.count += 1;
      if (visits.count === 1) location.hash = "#/customers";
    });
    return visits;
  });
  await page.evaluate(() => history.back());
  await expect(question(page)).toBeVisible();
  await button(page, "Stay here").click();
  await expect(question(page)).toBeHidden();
  await expect(page).toHaveURL(address);
  await expect(row(page, "Frieda Brandt")).toContainText(password);
  expect(await visits.evaluate(({ count }) => count), "the browser does not go back and forth").toBeLessThan(6);
  await page.evaluate(() => history.back());
  await question(page).getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Customers")).toBeVisible();
});

test("leaving by Forward asks as well", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(heading(page, "Account")).toBeVisible();
  await page.goBack();
  await addUser(page, FRIEDA);
  const address = page.url();
  await page.evaluate(() => history.forward());
  await expect(question(page)).toBeVisible();
  await button(page, "Stay here").click();
  await expect(page).toHaveURL(address);
  await expect(row(page, "Frieda Brandt")).toBeVisible();
  await page.evaluate(() => history.forward());
  await question(page).getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Account")).toBeVisible();
});

test("Add another user does not ask, and Cancel of the next form does", async ({ page }) => {
  const password = await createFrieda(page);
  await button(page, "Add another user").click();
  await expect(heading(page, "Add user")).toBeVisible();
  await expect(question(page)).toBeHidden();
  await button(page, "Cancel").click();
  await expect(question(page)).toBeVisible();
  await button(page, "Stay here").click();
  await addUser(page, { display: "Omar", user: "omar" });
  await expect(row(page, "Frieda Brandt")).toContainText(password);
});

test("once downloaded nothing is asked, until another user is created", async ({ page }) => {
  await createFrieda(page);
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await button(page, "Add another user").click();
  await addUser(page, { display: "Omar", user: "omar" });
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(question(page)).toBeVisible();
  await button(page, "Stay here").click();
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(heading(page, "Account")).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test("printing counts as taken along", async ({ page }) => {
  await page.addInitScript(() => { window.print = () => {}; });
  await createFrieda(page);
  await button(page, "Print").click();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
});

test("closing the tab asks before, and not after", async ({ page }) => {
  await createFrieda(page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(row(page, "Frieda Brandt")).toBeVisible();
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await expect(page.getByText("Download started.")).toBeVisible();
  await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
  expect(asked).toHaveLength(1);
});

test("changing role, appearance and language does not leave the confirmation", async ({ page }) => {
  const password = await createFrieda(page);
  await changeSetting(page, "Appearance", "Dark");
  await changeSetting(page, "Your role", "Helpdesk agent");
  await expect(row(page, "Frieda Brandt")).toContainText(password);
  await expect(question(page)).toBeHidden();
});

test("a form that was begun is kept while one looks elsewhere, and Clear form empties it", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, FRIEDA);
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await page.goBack();
  await expect(field(page, "User name")).toHaveValue("frieda.brandt");
  await button(page, "Clear form").click();
  await expect(field(page, "User name")).toHaveValue("");
  await expect(field(page, "First name")).toBeFocused();
});

test.describe("addresses", () => {
  test("every screen has its own: Back and Forward go through them, reloading stays", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const visited = [page.url()];
    for (const name of ["Subscriptions", "Account"]) {
      await customerMenu(page).getByRole("link", { name }).click();
      await expect(heading(page, name)).toBeVisible();
      visited.push(page.url());
    }
    expect(new Set(visited).size).toBe(3);
    await page.goBack();
    await expect(heading(page, "Subscriptions")).toBeVisible();
    await page.goBack();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await page.goForward();
    await page.goForward();
    await expect(heading(page, "Account")).toBeVisible();
    await page.reload();
    await expect(heading(page, "Account")).toBeVisible();
    await page.goBack();
    await expect(heading(page, "Subscriptions")).toBeVisible();
    await expect(page).toHaveTitle(`Subscriptions – ${COMPANY.ordinary} – Seatwork`);
  });

  test("a list keeps search, order, page and size in its address: reloaded, sent, gone back to", async ({ page, browser }) => {
    await openCustomer(page, "Kiefernhain Kliniken gGmbH");
    await page.getByRole("searchbox", { name: "Search users" }).fill("an");
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await page.getByRole("button", { name: "User name", exact: true }).click();
    await button(page, "Next").click();
    await expect(page.getByText("Page 2 of")).toBeVisible();
    const [address, shown] = [page.url(), await readNames(page)];
    const same = async (other: Page) => {
      await expect(other.getByRole("rowheader")).toHaveText(shown);
      await expect(other.getByRole("searchbox", { name: "Search users" })).toHaveValue("an");
      await expect(other.getByRole("columnheader", { name: "User name" })).toHaveAttribute("aria-sort", "descending");
      await expect(other.getByText("Page 2 of")).toBeVisible();
    };
    await page.reload();
    await same(page);
    await page.getByRole("link", { name: shown[0]!, exact: true }).first().click();
    await expect(heading(page, shown[0]!)).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(address);
    await same(page);

    const stranger = await browser.newContext();
    const elsewhere = await stranger.newPage();
    await elsewhere.goto(address);
    await same(elsewhere);
    await stranger.close();
  });

  for (const [what, hash, title] of [
    ["a page that does not exist", "#/nowhere", "Page not found"],
    ["a customer that does not exist", "#/customers/00000000-0000-0000-0000-000000000000/users", "Customer not found"],
    ["half an address", "#/customers/123/users", "Page not found"],
  ] as const) {
    test(`${what}: said in words, with a way on`, async ({ page }) => {
      await page.goto(`/${hash}`);
      await expect(heading(page, title)).toBeVisible();
      await page.getByRole("link", { name: "Go to Customers" }).click();
      await expect(heading(page, "Customers")).toBeVisible();
    });
  }

  test("a user that does not exist: said in words, within the customer", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.goto(`${page.url()}/00000000-0000-0000-0000-000000000000`);
    await expect(heading(page, "User not found")).toBeVisible();
    await expect(customerMenu(page)).toBeVisible();
  });
});
