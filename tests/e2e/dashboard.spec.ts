// Where to begin: the first visit, and the Dashboard, whose figures are those of the lists.

import { expect, test, type Page } from "@playwright/test";
import { panel, said } from "./follow";
import {
  COMPANY, addUser, advanceClock, button, changeQuantity, heading, leaveWithoutPasswords, openAddUser,
  openCustomer, openUser, readNames, row, selectUsers,
} from "./steps";

const WAYS = ["Look around", "Follow the documentation", "Practise"] as const;

const openDashboard = async (page: Page) => {
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Dashboard" }).click();
  await expect(heading(page, "Dashboard")).toBeVisible();
};

/** The part of the Dashboard with this heading. */
const part = (page: Page, name: string) =>
  page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });

/** Reads the rows of a part: what the link says, where it leads, and the figure. */
const readRows = (page: Page, name: string): Promise<{ label: string; address: string; figure: string }[]> =>
  part(page, name).getByRole("listitem").evaluateAll((items) =>
    items.map((item) => {
      const link = item.querySelector("a")!;
      return { label: link.textContent ?? "", address: link.href, figure: item.querySelector("span")?.textContent ?? "" };
    }),
  );

const wholeNumber = (text: string) => Number(/[\d,]+/.exec(text)![0].replaceAll(",", ""));

/** Reads how many rows a list has, on all pages. */
async function readCount(page: Page): Promise<number> {
  if (await page.getByRole("rowheader").count() === 0) return 0;
  const range = await page.getByRole("navigation", { name: "Pages" }).getByRole("paragraph").textContent();
  return wholeNumber(range!.split(" of ")[1]!);
}

test.describe("the first visit", () => {
  test("says what this is, offers three ways in, can be skipped, and is shown once", async ({ page }) => {
    await page.goto("/");
    await expect(heading(page, "Welcome to Seatwork")).toBeVisible();
    await expect(page.getByText("Seatwork simulates Partner Center")).toBeVisible();
    await expect(page.getByText("nothing real changes, and nothing leaves this browser")).toBeVisible();
    const ways = page.getByRole("main").getByRole("list");
    await expect(ways.getByRole("strong")).toHaveText([...WAYS]);
    await page.getByRole("link", { name: "Skip to the Dashboard" }).click();
    await expect(heading(page, "Dashboard")).toBeFocused();
    await page.goto("/");
    await expect(heading(page, "Dashboard")).toBeVisible();
    await page.reload();
    await expect(heading(page, "Dashboard")).toBeVisible();
    await page.getByRole("link", { name: "What is Seatwork?" }).click();
    await expect(heading(page, "Welcome to Seatwork")).toBeFocused();
  });

  test("is in nobody's way who was sent somewhere", async ({ page }) => {
    await page.goto("/#/customers?follow=restore.3");
    await expect(heading(page, "Customers")).toBeVisible();
    await openDashboard(page);
    await page.goto("about:blank");
    await page.goto("/");
    await expect(heading(page, "Welcome to Seatwork")).toBeVisible();
  });

  for (const place of ["the first visit", "the Dashboard"]) {
    test(`the ways in, from ${place}`, async ({ page }) => {
      const begin = async () => {
        await page.goto("about:blank");
        await page.goto(place === "the Dashboard" ? "/#/" : "/#/welcome");
      };
      if (place === "the Dashboard") await page.goto("/");
      await begin();
      await page.getByRole("main").getByRole("button", { name: "Follow the documentation" }).click();
      await expect(heading(page, "Dashboard")).toBeVisible();
      await expect(panel(page).getByText("What would you like to do?")).toBeVisible();
      await expect(said(page)).toContainText("F6 moves there and back.");
      await begin();
      await page.getByRole("link", { name: /^Practise/ }).click();
      await expect(heading(page, "Training")).toBeVisible();
      await begin();
      await page.getByRole("link", { name: /^Look around/ }).click();
      await expect(heading(page, "Customers")).toBeVisible();
    });
  }
});

test.describe("the figures are those of the lists they lead to", () => {
  test("seats, of every customer", async ({ page }) => {
    test.slow();
    await page.goto("/#/customers");
    await expect(heading(page, "Customers")).toBeVisible();
    const listed = await page.getByRole("row").filter({ has: page.getByRole("rowheader") }).evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? "")),
    );
    await openDashboard(page);
    const seats = await readRows(page, "Seats used");
    // Who has no subscription has no seats.
    expect(seats.map(({ label }) => label)).toEqual(listed.map(([company]) => company).filter((company) => company !== COMPANY.empty));
    for (const { label, address, figure } of seats) {
      await page.goto(address);
      await expect(heading(page, "Subscriptions")).toBeVisible();
      const rows = await page.getByRole("row").filter({ has: page.getByRole("rowheader") }).evaluateAll((rows) =>
        rows.map((row) => Array.from(row.children, (cell) => (cell as HTMLElement).innerText)),
      );
      let total = 0;
      const assigned = new Map<string, number>();
      for (const [product, quantity, used, , status] of rows) {
        if (status === "Active") total += wholeNumber(quantity!);
        assigned.set(product!, wholeNumber(used!));
      }
      const used = [...assigned.values()].reduce((sum, count) => sum + count, 0);
      const number = (count: number) => count.toLocaleString("en");
      expect(figure, label).toBe(`${number(used)} of ${number(total)} ${total === 1 ? "seat" : "seats"}`);
      expect(listed.find(([company]) => company === label)![3], label).toBe(`${number(used)} of ${number(total)}`);
    }
  });

  test("users, in the list of customers, which marks the large one", async ({ page }) => {
    test.slow();
    await page.goto("/#/customers");
    await expect(heading(page, "Customers")).toBeVisible();
    const rows = await page.getByRole("row").filter({ has: page.getByRole("rowheader") }).evaluateAll((rows) =>
      rows.map((row) => ({ address: row.querySelector("a")!.href, company: row.children[0]!.textContent!, users: row.children[2]!.textContent! })),
    );
    expect(rows).toHaveLength(13);
    for (const { address, company, users } of rows) {
      expect(users.startsWith("large · "), company).toBe(company === COMPANY.huge);
      await page.goto(address);
      await expect(heading(page, "Users and licenses")).toBeVisible();
      expect(await readCount(page), company).toBe(wholeNumber(users));
    }
  });

  test("users without a license, and deleted users about to be purged", async ({ page }) => {
    test.slow();
    await page.goto("/#/customers");
    await openDashboard(page);
    const unlicensed = await readRows(page, "Users without a license");
    expect(unlicensed.length).toBeGreaterThan(3);
    expect(unlicensed.map(({ figure }) => -wholeNumber(figure))).toEqual(unlicensed.map(({ figure }) => -wholeNumber(figure)).sort((a, b) => a - b));
    const ending = await readRows(page, "Deleted users about to be purged");
    expect(ending.length).toBeGreaterThan(3);
    for (const { address, figure, label } of unlicensed) {
      await page.goto(address);
      await expect(page.getByRole("navigation", { name: "You are here" })).toContainText(label);
      await expect(page.getByLabel("Filter users by…").locator("option:checked")).toHaveText(/^Without a license/);
      expect(await readCount(page), label).toBe(wholeNumber(figure));
    }
    for (const { address, figure, label } of ending) {
      await page.goto(address);
      await expect(page.getByRole("navigation", { name: "You are here" })).toContainText(label);
      await expect(page.getByRole("checkbox", { name: "Only those about to be purged" })).toBeChecked();
      const days = await page.getByRole("cell", { name: /ends soon$/ }).allTextContents();
      expect(days.length, label).toBe(wholeNumber(figure));
      expect(figure).toContain(`, ${days[0]!.split(" ")[0]} day`);
    }
    await page.getByRole("checkbox", { name: "Only those about to be purged" }).uncheck();
    await expect(page).toHaveURL(/users\/deleted\?sort=left$/);
    expect((await readNames(page)).length).toBeGreaterThan(1);
  });

  test("the latest changes, each with the log of that day, customer and action", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await addUser(page, { display: "Frieda", user: "frieda" });
    await leaveWithoutPasswords(page);
    await openUser(page, "Anna Keßler");
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await openDashboard(page);
    const changes = await readRows(page, "Latest changes");
    expect(changes.map(({ label }) => label)).toEqual(["Anna Keßler: deleted", "Frieda: created"]);
    for (const { label, address, figure } of changes) {
      await page.goto(address);
      await expect(heading(page, "Activity log")).toBeVisible();
      const entry = page.getByRole("row").filter({ has: page.getByRole("button", { name: /^Details/ }) });
      await expect(entry).toHaveCount(1);
      const [company, at] = figure.split(" · ");
      // The log has seconds as well.
      for (const text of [label, company!, at!.replace(" UTC", "")]) await expect(entry).toContainText(text);
    }
  });

  test("they follow what is done, here and in another tab", async ({ page, context }) => {
    await openCustomer(page, COMPANY.ordinary);
    const other = await context.newPage();
    await other.goto("/#/customers");
    await openDashboard(other);
    const seats = part(other, "Seats used").getByRole("listitem").filter({ hasText: COMPANY.ordinary });
    const before = await seats.textContent();
    await page.getByRole("navigation", { name: "Customer" }).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, "Visio Plan 2", 13);
    await expect(seats).not.toHaveText(before!);
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, "Anna Keßler");
    await button(page, "Delete user account").click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
    await expect(part(other, "Latest changes").getByRole("listitem")).toHaveCount(2);
    await expect(row(page, "Anna Keßler")).toHaveCount(0);
  });
});

test("when all is well, it says so", async ({ page }) => {
  await page.goto("/#/customers");
  await openDashboard(page);
  await expect(part(page, "Latest changes")).toContainText("No activity yet.");
  await advanceClock(page, "30 days");
  await expect(part(page, "Deleted users about to be purged")).toContainText("None will be purged within two days.");
});
