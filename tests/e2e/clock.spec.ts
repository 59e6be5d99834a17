// The simulated time: advancing it, and what that does to deleted users.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, changeSetting, heading, leaveWithoutPasswords, messages, openAddUser,
  openCustomer, readRecordKeys, readStorage,
} from "./steps";

const DAY = 24 * 60 * 60 * 1_000;
const simulatedTime = (page: Page) => page.getByRole("banner").getByText("Simulated time");

/** The simulated time in the banner. */
async function readShownTime(page: Page): Promise<number> {
  const text = (await simulatedTime(page).textContent()) ?? "";
  return Date.parse(text.replace("Simulated time: ", ""));
}

async function openDialog(page: Page) {
  await button(page, "Advance clock").click();
  await expect(page.getByRole("dialog", { name: "Advance clock" })).toBeVisible();
}

async function advance(page: Page, by: "1 day" | "7 days" | "30 days") {
  await openDialog(page);
  await page.getByRole("dialog").getByRole("button", { name: by }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

async function advanceTo(page: Page, day: string) {
  await page.getByRole("dialog").getByLabel("Or to a date (UTC)").fill(day);
  await page.getByRole("dialog").getByRole("button", { name: "Advance", exact: true }).click();
}

const day = (millis: number) => new Date(millis).toISOString().slice(0, 10);

test("the real time is not shown as a simulated one; seven days on, it is, on every screen and after a reload", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await expect(simulatedTime(page)).toBeHidden();
  await advance(page, "7 days");
  await expect(messages(page)).toContainText("The simulated time is now");
  await expect(simulatedTime(page)).toBeVisible();
  expect(Math.abs((await readShownTime(page)) - Date.now() - 7 * DAY)).toBeLessThan(2 * 60_000);
  await page.getByRole("link", { name: "Customers", exact: true }).first().click();
  await expect(simulatedTime(page)).toBeInViewport();
  await page.reload();
  await expect(simulatedTime(page)).toBeVisible();
  await advance(page, "1 day");
  expect(Math.abs((await readShownTime(page)) - Date.now() - 8 * DAY)).toBeLessThan(2 * 60_000);
});

test("to a date: its beginning; and what is no later date is refused at the field", async ({ page }) => {
  await page.goto("/");
  await openDialog(page);
  const field = page.getByRole("dialog").getByLabel("Or to a date (UTC)");
  for (const [typed, words] of [
    ["", "required"],
    [day(Date.now()), "The clock can't be turned back."],
    ["2020-02-29", "The clock can't be turned back."],
  ] as const) {
    await advanceTo(page, typed);
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    if (typed) await expect(field).toHaveAccessibleDescription(new RegExp(words));
    else await expect(field).not.toHaveAccessibleDescription("");
  }
  const target = day(Date.now() + 40 * DAY);
  await advanceTo(page, target);
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await readShownTime(page)).toBe(Date.parse(`${target}T00:00:00Z`));
});

test("the year 9999 is the end", async ({ page }) => {
  await page.clock.install({ time: Date.now() });
  await page.goto("/");
  await openDialog(page);
  await advanceTo(page, "9999-12-31");
  // The dialog shows the time as well.
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(simulatedTime(page)).toContainText("9999");
  await openDialog(page);
  await page.getByRole("dialog").getByRole("button", { name: "1 day", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("The clock can't go beyond the year 9999.");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(simulatedTime(page)).toContainText("9999");
  await page.clock.runFor(25 * 60 * 60_000);
  await expect(simulatedTime(page)).toContainText("Dec 31, 9999");
});

test("another tab follows at once", async ({ page, context }) => {
  await openCustomer(page, COMPANY.ordinary);
  const other = await context.newPage();
  await openCustomer(other, COMPANY.ordinary);
  await expect(other.getByRole("link", { name: "Deleted users (3)" })).toBeVisible();
  await advance(page, "30 days");
  await expect(page.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await expect(simulatedTime(other)).toBeVisible();
});

test("a browser's clock that jumps backwards does not take the workspace's along", async ({ page }) => {
  await page.clock.install({ time: Date.now() });
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Uta Uhr", user: "uta.uhr" });
  await leaveWithoutPasswords(page);
  await advance(page, "1 day");
  const before = await readShownTime(page);
  await page.clock.setSystemTime(Date.now() - 90 * DAY);
  await page.reload();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  expect(await readShownTime(page)).toBeGreaterThanOrEqual(before);
  // Nor does it stop until the browser's clock has caught up.
  await page.clock.runFor(10 * 60_000);
  await expect.poll(() => readShownTime(page)).toBeGreaterThanOrEqual(before + 9 * 60_000);
  await advance(page, "1 day");
  expect(await readShownTime(page)).toBeGreaterThanOrEqual(before + DAY);
});

test("opened after months, whoever can no longer be restored is gone, and from what is stored as well", async ({ page }) => {
  await page.clock.install({ time: Date.now() });
  await openCustomer(page, COMPANY.ordinary);
  await expect(page.getByRole("link", { name: "Deleted users (3)" })).toBeVisible();
  expect(await readRecordKeys(page)).toHaveLength(0);
  await page.clock.setSystemTime(Date.now() + 200 * DAY);
  await page.reload();
  await expect(page.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await page.clock.runFor(2_000);
  await expect.poll(async () => Object.keys(await readStorage(page)).filter((key) => key.startsWith("seatwork/s/")).length).toBeGreaterThan(0);
});

test("a purged user's name is nowhere: not in the lists, the log, or anything stored", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { first: "Vera", last: "Verschwinden", user: "vera.verschwinden" });
  await leaveWithoutPasswords(page);
  await page.getByRole("searchbox").fill("Verschwinden");
  await page.getByRole("link", { name: "Vera Verschwinden" }).click();
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  expect(JSON.stringify(await readStorage(page))).toContain("verschwinden");
  await advance(page, "30 days");
  await expect.poll(async () => JSON.stringify(await readStorage(page)).toLowerCase().includes("verschwinden")).toBe(false);
  await page.getByRole("navigation", { name: "Dashboard" }).getByRole("link", { name: "Activity log" }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
  await page.getByLabel("Action").selectOption({ label: "User created" });
  await page.getByRole("button", { name: /^Details: User created/ }).click();
  await expect(page.getByRole("main")).toContainText("have since been purged");
  await expect(page.getByRole("main")).not.toContainText("Verschwinden");
});

test("it is said beforehand who will be purged", async ({ page }) => {
  await page.goto("/");
  await openDialog(page);
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveText([
    "1 day: 10 deleted users will be purged for good.",
    "7 days: 10 deleted users will be purged for good.",
    "30 days: 30 deleted users will be purged for good.",
  ]);
  await page.getByRole("dialog").getByRole("button", { name: "30 days" }).click();
  await expect(messages(page)).toContainText("30 deleted users can no longer be restored and were purged.");
  await openDialog(page);
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(0);
});

test("by keyboard: a second Enter changes nothing; opened, advanced, closed with Escape, and the focus comes back", async ({ page }) => {
  await page.goto("/");
  await button(page, "Advance clock").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button(page, "Advance clock")).toBeFocused();
  await expect(simulatedTime(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(button(page, "Advance clock")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "1 day", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button(page, "Advance clock")).toBeFocused();
  await expect(simulatedTime(page)).toBeVisible();
});

test("everybody may advance it, whatever their role; in German", async ({ page }) => {
  await page.goto("/");
  await changeSetting(page, "Your role", "Sales agent");
  await changeSetting(page, "Language", "Deutsch");
  await button(page, "Uhr vorstellen").click();
  const dialog = page.getByRole("dialog", { name: "Uhr vorstellen" });
  await dialog.getByRole("button", { name: "7 Tage" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Simulierte Zeit: ")).toBeVisible();
  await expect(page.getByRole("status", { name: "Meldungen" })).toContainText("Die simulierte Zeit ist jetzt");
});
