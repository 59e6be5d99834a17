// The simulated time: advancing it, and what that does to deleted users.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, advanceClock, button, changeSetting, heading, leaveWithoutPasswords, messages, openAddUser,
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

const advanceButton = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Advance", exact: true });
const choose = (page: Page, by: string) => page.getByRole("dialog").getByRole("radio", { name: by, exact: true }).check();
const dateField = (page: Page) => page.getByRole("dialog").getByLabel("Date (UTC)");

async function advanceTo(page: Page, day: string) {
  await choose(page, "To a date");
  await dateField(page).fill(day);
  await advanceButton(page).click();
}

const day = (millis: number) => new Date(millis).toISOString().slice(0, 10);

test("the real time is not shown as a simulated one; seven days on, it is, on every screen and after a reload", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await expect(simulatedTime(page)).toBeHidden();
  await advanceClock(page, "7 days");
  await expect(messages(page)).toContainText("The simulated time is now");
  await expect(simulatedTime(page)).toBeVisible();
  expect(Math.abs((await readShownTime(page)) - Date.now() - 7 * DAY)).toBeLessThan(2 * 60_000);
  await page.getByRole("link", { name: "Customers", exact: true }).first().click();
  await expect(simulatedTime(page)).toBeInViewport();
  await page.reload();
  await expect(simulatedTime(page)).toBeVisible();
  await advanceClock(page, "1 day");
  expect(Math.abs((await readShownTime(page)) - Date.now() - 8 * DAY)).toBeLessThan(2 * 60_000);
});

test("to a date: its beginning; and what is no later date is refused at the field", async ({ page }) => {
  await page.goto("/");
  await openDialog(page);
  const field = dateField(page);
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
  await choose(page, "1 day");
  await advanceButton(page).click();
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
  await advanceClock(page, "30 days");
  await expect(page.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await expect(simulatedTime(other)).toBeVisible();
});

test("a browser's clock that jumps backwards does not take the workspace's along", async ({ page }) => {
  await page.clock.install({ time: Date.now() });
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Uta Uhr", user: "uta.uhr" });
  await leaveWithoutPasswords(page);
  await advanceClock(page, "1 day");
  const before = await readShownTime(page);
  await page.clock.setSystemTime(Date.now() - 90 * DAY);
  await page.reload();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  expect(await readShownTime(page)).toBeGreaterThanOrEqual(before);
  // Nor does it stop until the browser's clock has caught up.
  await page.clock.runFor(10 * 60_000);
  await expect.poll(() => readShownTime(page)).toBeGreaterThanOrEqual(before + 9 * 60_000);
  await advanceClock(page, "1 day");
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
  await advanceClock(page, "30 days");
  await expect.poll(async () => JSON.stringify(await readStorage(page)).toLowerCase().includes("verschwinden")).toBe(false);
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Activity log" }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
  await page.getByLabel("Action").selectOption({ label: "User created" });
  await page.getByRole("button", { name: /^Details: User created/ }).click();
  await expect(page.getByRole("main")).toContainText("have since been purged");
  await expect(page.getByRole("main")).not.toContainText("Verschwinden");
});

test("nothing happens before Advance: first it is said who will be purged", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-20T09:30:00Z") });
  await page.goto("/");
  await openDialog(page);
  const dialog = page.getByRole("dialog");
  const follows = dialog.getByRole("status");
  await expect(follows).toHaveText("");
  for (const [by, time, purged] of [
    ["1 day", "Nov 21, 2026, 09:30 UTC", "10 deleted users of 10 customers will be purged."],
    ["7 days", "Nov 27, 2026, 09:30 UTC", "10 deleted users of 10 customers will be purged."],
    ["30 days", "Dec 20, 2026, 09:30 UTC", "30 deleted users of 10 customers will be purged."],
  ] as const) {
    await choose(page, by);
    await expect(follows).toContainText(`The simulated time will be ${time}.`);
    await expect(follows).toContainText(purged);
  }
  // Typing a date chooses it.
  await dateField(page).fill("2026-12-01");
  await expect(dialog.getByRole("radio", { name: "To a date" })).toBeChecked();
  await expect(follows).toContainText("The simulated time will be Dec 1, 2026, 00:00 UTC.");
  await expect(follows).toContainText("10 deleted users of 10 customers will be purged.");
  await dateField(page).fill("2026-11-01");
  await expect(follows).toHaveText("");
  expect(await readRecordKeys(page)).toEqual([]);
  await choose(page, "30 days");
  await advanceButton(page).click();
  await expect(messages(page)).toContainText("30 deleted users can no longer be restored and were purged.");
  await openDialog(page);
  await choose(page, "30 days");
  await expect(follows).toContainText("No deleted users will be purged.");
});

test("by keyboard: Enter alone advances nothing, but asks; chosen, advanced, closed with Escape, and the focus comes back", async ({ page }) => {
  await page.goto("/");
  await button(page, "Advance clock").focus();
  await page.keyboard.press("Enter");
  const first = page.getByRole("dialog").getByRole("radio", { name: "1 day", exact: true });
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("radiogroup")).toHaveAccessibleDescription("Choose how far to advance the clock.");
  await expect(first).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button(page, "Advance clock")).toBeFocused();
  await expect(simulatedTime(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("radiogroup")).not.toHaveAttribute("aria-invalid");
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
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
  await dialog.getByRole("radio", { name: "7 Tage" }).check();
  await expect(dialog.getByRole("status")).toContainText(/\d+ gelöschte Benutzer von \d+ Kunden werden endgültig entfernt\./);
  await dialog.getByRole("button", { name: "Vorstellen", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Simulierte Zeit: ")).toBeVisible();
  await expect(page.getByRole("status", { name: "Meldungen" })).toContainText("Die simulierte Zeit ist jetzt");
});
