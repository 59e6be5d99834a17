// Replay: an attempt step by step on the real screens, in which nothing can be changed.

import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { openResults, readForty } from "./results";
import { addUser, button, customerMenu, expectOneLine, heading, messages, readStorage, row, tabTo } from "./steps";
import { chooseCustomer, expectGoals, finish, openExercise, panel } from "./training";

const slider = (page: Page) => panel(page).getByRole("slider", { name: "Step" });
const step = (page: Page, name: string) => panel(page).getByRole("heading", { level: 3, name });
const press = (page: Page, name: string) => panel(page).getByRole("button", { name, exact: true }).click();

/** What is stored of all workspaces, without what counts the time worked. */
async function readStored(page: Page) {
  const all = await readStorage(page);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== "seatwork/preferences"));
}

/** Solves the first exercise, with another user before who is not asked for. */
async function solve(page: Page) {
  await openExercise(page, "first-user");
  await chooseCustomer(page, "Albatros Werkzeugbau GmbH");
  await button(page, "Add user").click();
  await addUser(page, { first: "Zoran", last: "Zz", user: "zoran.zz", location: "Germany" });
  await page.getByRole("main").getByRole("button", { name: "Add another user" }).click();
  const leave = page.getByRole("dialog").getByRole("button", { name: "Leave anyway" });
  if (await leave.isVisible()) await leave.click();
  await expect(heading(page, "Add user")).toBeVisible();
  await addUser(page, { first: "Dana", last: "Ruiz", user: "dana.ruiz", domain: "albatros-werkzeugbau.example", location: "Germany", licenses: ["Microsoft 365 Business Premium"] });
  const download = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await download;
  await finish(page);
}

test("an attempt is replayed step by step on the real screens, and nothing changes", async ({ page }) => {
  await solve(page);
  const before = await readStored(page);
  await page.getByRole("link", { name: "Replay", exact: true }).click();
  await expect(page).toHaveURL(/#\/replay\/[0-9a-f]{8}\/0\/customers$/);
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(panel(page).getByRole("heading", { name: "Replay: Your first user" })).toBeVisible();
  await expect(step(page, "Step 0 of 3: The beginning")).toBeVisible();
  await expectGoals(page, false, false, false);
  await expectOneLine(["First", "Previous", "Next", "Last"].map((name) => panel(page).getByRole("button", { name, exact: true })));
  await press(page, "Next");
  await expect(step(page, "Step 1 of 3: User created")).toBeVisible();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await expect(page).toHaveURL(/#\/replay\/[0-9a-f]{8}\/1\/customers\/[^/]+\/users/);
  // Their list has turned to the page with the new user, who is marked.
  await expect(row(page, "Zoran Zz").getByRole("cell", { name: /zoran\.zz@\S*\s+New$/ })).toBeVisible();
  await expect(row(page, "Dana Ruiz")).toBeHidden();
  await press(page, "Next");
  await expect(row(page, "Dana Ruiz").getByRole("cell", { name: /dana\.ruiz@\S*\s+New$/ })).toBeVisible();
  await expectGoals(page, true, true, false);
  await press(page, "Last");
  await expect(step(page, "Step 3 of 3: Passwords downloaded")).toBeVisible();
  await expectGoals(page, true, true, true);
  await expect(panel(page).getByRole("button", { name: "Next", exact: true })).toBeDisabled();
  // It ends as the attempt did: the same customers, users and seats, and the same log.
  await page.getByRole("searchbox", { name: "Search users" }).fill("dana");
  await expect(row(page, "Dana Ruiz")).toContainText("Microsoft 365 Business Premium");
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await press(page, "First");
  await expect(heading(page, "Customers")).toBeVisible();
  await expectGoals(page, false, false, false);
  expect(await readStored(page)).toEqual(before);
  await panel(page).getByRole("link", { name: "Leave replay" }).click();
  await expect(heading(page, "Training")).toBeVisible();
  await page.goBack();
  await expect(step(page, "Step 0 of 3: The beginning")).toBeVisible();
});

test("what would change something can't be used, and says why", async ({ page }) => {
  const why = "You're watching a replay. Nothing can be changed in it.";
  await solve(page);
  await page.getByRole("link", { name: "Replay", exact: true }).click();
  const before = await readStored(page);
  const expectOff = async (...names: string[]) => {
    for (const name of names) {
      await expect(button(page, name), name).toBeDisabled();
      await expect(button(page, name), name).toHaveAccessibleDescription(why);
    }
  };
  await press(page, "Next");
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await expectOff("Add user", "Upload users", "Advance clock");
  await button(page, "Add user").click({ force: true });
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await row(page, "Zoran Zz").getByRole("link").click();
  await expect(heading(page, "Zoran Zz")).toBeVisible();
  await expectOff("Manage licenses", "Reset password", "Delete user account");
  await expect(page.getByRole("main").getByText(why).first()).toBeVisible();
  await expect(button(page, "Save")).toBeDisabled();
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expectOff("Add subscription");
  // A form that is opened by its address can't be saved either.
  await page.goto(page.url().replace(/\/subscriptions.*/, "/users/new"));
  await expect(heading(page, "Add user")).toBeVisible();
  await expect(page.getByRole("main").getByText(why).first()).toBeVisible();
  await expect(button(page, "Save")).toBeDisabled();
  await button(page, "Settings").click();
  await page.getByLabel("Your role", { exact: true }).selectOption("sales");
  await page.keyboard.press("Escape");
  await expect(messages(page)).toContainText(why);
  expect(await readStored(page)).toEqual(before);
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
  await expect(messages(page), "it is not true any more").not.toContainText("You're watching a replay.");
});

test("the slider and its keys, a reload and Back keep the step", async ({ page }) => {
  await solve(page);
  await page.getByRole("link", { name: "Go to Training" }).click();
  await page.getByRole("link", { name: /^Replay – Your first user/ }).click();
  await expect(step(page, "Step 0 of 3: The beginning")).toBeVisible();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "Step 0 of 3: The beginning");
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(step(page, "Step 2 of 3: User created")).toBeVisible();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "Step 2 of 3: User created");
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("End");
  await expect(step(page, "Step 3 of 3: Passwords downloaded")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "Dana Ruiz")).toContainText("New");
  await page.reload();
  await expect(step(page, "Step 2 of 3: User created")).toBeVisible();
  await expect(row(page, "Dana Ruiz")).toContainText("New");
  await row(page, "Dana Ruiz").getByRole("link").click();
  await expect(heading(page, "Dana Ruiz")).toBeVisible();
  await expect(page).toHaveURL(/#\/replay\/[0-9a-f]{8}\/2\//);
  await page.goBack();
  await expect(row(page, "Dana Ruiz")).toContainText("New");
  // Beyond the end is the end; nowhere says so.
  await page.goto(page.url().replace(/replay\/([0-9a-f]{8})\/2/, "replay/$1/99"));
  await expectGoals(page, true, true, true);
  await page.goto("/#/replay/00000000/0/customers");
  await expect(heading(page, "This attempt can't be replayed")).toBeVisible();
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(heading(page, "Training")).toBeVisible();
});

test("an attempt of a class is replayed, by keyboard, and axe finds nothing", async ({ page }) => {
  await openResults(page, readForty().slice(0, 5));
  await page.getByRole("link", { name: "Trainee 05" }).click();
  await expect(heading(page, "Trainee 05")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Replay – A seat becomes free" }));
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("Attempt of Trainee 05")).toBeVisible();
  await expect(step(page, "Step 0 of 3: The beginning")).toBeVisible();
  await page.keyboard.press("F6");
  await tabTo(page, slider(page));
  await page.keyboard.press("ArrowRight");
  await expect(step(page, "Step 1 of 3: User deleted")).toBeVisible();
  await expect(page.getByRole("cell", { name: /@\S*\s+Changed$/ })).toHaveCount(1);
  // The years since do not purge anybody.
  await expect(page.getByRole("rowheader")).not.toHaveCount(0);
  await expectAccessible(page, "replay");
  await tabTo(page, panel(page).getByRole("button", { name: "Next", exact: true }));
  await page.keyboard.press("Enter");
  await expect(heading(page, /^Manage licenses/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(step(page, "Step 3 of 3: User deleted")).toBeVisible();
  await panel(page).getByRole("link", { name: "Leave replay" }).click();
  await expect(heading(page, "Trainee 05")).toBeVisible();
  // Results that are kept can be replayed after a reload as well; others cannot.
  await page.goBack();
  await expect(step(page, "Step 3 of 3: User deleted")).toBeVisible();
  await page.reload();
  await expect(heading(page, "This attempt can't be replayed")).toBeVisible();
  await openResults(page, readForty().slice(0, 5));
  await button(page, "Keep results").click();
  await page.getByRole("link", { name: "Trainee 05" }).click();
  await page.getByRole("link", { name: "Replay – A seat becomes free" }).click();
  await expect(step(page, "Step 0 of 3: The beginning")).toBeVisible();
  await page.reload();
  await expect(panel(page).getByText("Attempt of Trainee 05")).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("seatwork/t/")))).toEqual([]);
  await expect(messages(page).getByRole("listitem")).toHaveCount(0);
});
