// Exercises in odd ways: undone, reloaded, in several tabs, with a full storage, deleted meanwhile.

import { expect, test, type Page } from "@playwright/test";
import { SOLUTIONS, Trainee } from "./solutions";
import { advanceClock, button, field, heading, messages, save } from "./steps";
import { COURSE, chooseCustomer, expectGoals, finish, openExercise, panel, readOwnWorkspace } from "./training";

const ALBATROS = "Albatros Werkzeugbau GmbH";
const LANTERNA = "Lanterna Editrice S.r.l.";

/** The keys of what is stored of attempts. */
const readAttemptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("seatwork/t/") && key.endsWith("/attempt")));

/** Deletes a user from their page. */
async function deleteUser(page: Page, name: string) {
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

const restart = async (page: Page) => {
  await panel(page).getByRole("button", { name: "Restart" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restart" }).click();
  await expect(messages(page)).toContainText("The exercise starts over.");
};

test("Undo after a tick takes it back, and both are said", async ({ page }) => {
  await openExercise(page, "free-seat");
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(page, true, false);
  const said = page.getByRole("status", { name: "Side panel" });
  await expect(said).toHaveText("Goal reached: Davide Nicolò's account has been deleted.");
  await messages(page).getByRole("button", { name: "Restore" }).click();
  await expectGoals(page, false, false);
  await expect(said).toHaveText("No longer reached: Davide Nicolò's account has been deleted.");
});

test("the wrong user deleted and restored leaves no trace in the result", async ({ page }) => {
  await openExercise(page, "free-seat");
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Chiara Ferrari");
  await messages(page).getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("link", { name: "Chiara Ferrari", exact: true })).toBeVisible();
  await SOLUTIONS["free-seat"]!(new Trainee(page, "en"));
  await finish(page);
  await expect(page.getByText("Everything ended exactly as in the sample solution.")).toBeVisible();
  await expect(page.getByText("4 (sample solution: 2)")).toBeVisible();
});

test("what was done beyond is told; who goes on working can finish again", async ({ page }) => {
  await openExercise(page, "free-seat");
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Chiara Ferrari");
  await panel(page).getByRole("button", { name: "Finish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Some goals are still open.")).toBeVisible();
  await expect(page.getByText("Also deleted: Chiara Ferrari")).toBeVisible();
  await expect(page.getByText("Not deleted: Davide Nicolò")).toBeVisible();
  await button(page, "Keep working").click();
  await expect(heading(page, "Customers")).toBeVisible();
  await restart(page);
  await SOLUTIONS["free-seat"]!(new Trainee(page, "en"));
  await finish(page);
});

test("a reload keeps goals, hints, the role and the unfinished form", async ({ page }) => {
  await openExercise(page, "helpdesk");
  await panel(page).getByRole("button", { name: "Hint – Her new password has been passed on." }).click();
  await expect(panel(page).getByText("This password won't be shown again.")).toBeVisible();
  await button(page, "Settings").click();
  await expect(page.getByLabel("Your role", { exact: true })).toHaveValue("helpdesk");
  await page.getByLabel("Your role", { exact: true }).selectOption("admin");
  await page.keyboard.press("Escape");
  await chooseCustomer(page, "Birchfield Academy");
  await page.getByRole("searchbox").fill("priya.campbell@");
  await page.getByRole("link", { name: "Priya Campbell", exact: true }).click();
  await button(page, "Reset password").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expectGoals(page, true, false, false);
  await page.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await expectGoals(page, true, true, false);
  await page.reload();
  await expectGoals(page, true, true, false);
  await button(page, "Settings").click();
  await expect(page.getByLabel("Your role", { exact: true })).toHaveValue("admin");
  await page.keyboard.press("Escape");
  // The person's own role is another one.
  await panel(page).getByRole("link", { name: "Leave" }).click();
  await expect(heading(page, "Training")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("seatwork/preferences") ?? "")).not.toContain("helpdesk");
});

test("Back and Forward lead out of the exercise and into it again; each workspace keeps its form", async ({ page }) => {
  await page.goto("/#/customers");
  await page.getByRole("link", { name: ALBATROS, exact: true }).click();
  await button(page, "Add user").click();
  await field(page, "First name").fill("Own");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Training" }).click();
  await page.getByRole("link", { name: "Your first user", exact: true }).click();
  await expect(panel(page).getByRole("heading", { name: "Your first user" })).toBeVisible();
  await chooseCustomer(page, ALBATROS);
  await expect(page.getByRole("link", { name: "Back to the unfinished form" })).toHaveCount(0);
  await button(page, "Add user").click();
  await expect(field(page, "First name")).toHaveValue("");
  await field(page, "First name").fill("Dana");
  for (let steps = 0; steps < 3; steps += 1) await page.goBack();
  await expect(heading(page, "Training")).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await page.goBack();
  await expect(field(page, "First name")).toHaveValue("Own");
  for (let steps = 0; steps < 4; steps += 1) await page.goForward();
  await expect(panel(page).getByRole("heading", { name: "Your first user" })).toBeVisible();
  await expect(field(page, "First name")).toHaveValue("Dana");
});

test("several tabs: two in one attempt follow each other, one in another, one in the own workspace", async ({ page, context }) => {
  test.slow();
  await openExercise(page, "free-seat");
  const attempt = page.url();
  const [second, other, own] = [await context.newPage(), await context.newPage(), await context.newPage()];
  await second.goto(attempt);
  await openExercise(other, "first-user");
  await own.goto("/#/customers");
  const before = await readOwnWorkspace(own);
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(second, true, false);
  await expectGoals(other, false, false, false);
  await own.getByRole("link", { name: LANTERNA, exact: true }).click();
  await expect(own.getByRole("link", { name: "Davide Nicolò", exact: true })).toBeVisible();
  await chooseCustomer(second, LANTERNA);
  await expect(second.getByRole("link", { name: "Chiara Ferrari", exact: true })).toBeVisible();
  await expect(second.getByRole("link", { name: "Davide Nicolò", exact: true })).toHaveCount(0);
  // A restart in one tab is one in the other as well.
  await restart(second);
  await expectGoals(page, false, false);
  await expect(page.getByRole("link", { name: "Davide Nicolò", exact: true })).toBeVisible();
  // Saving in all of them works on.
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(second, true, false);
  expect(await readOwnWorkspace(own)).toEqual(before);
});

test("a deleted attempt is told of in the tab that is in it", async ({ page, context }) => {
  await openExercise(page, "free-seat");
  const trainer = await context.newPage();
  await trainer.goto("/#/training");
  await expect(trainer.getByText(/^All attempts together take /)).toBeVisible();
  await trainer.getByRole("button", { name: /^Delete – A seat becomes free/ }).click();
  await expect(messages(trainer)).toContainText("The attempt was deleted.");
  await expect(trainer.getByRole("heading", { name: "Attempts" })).toHaveCount(0);
  await expect(heading(page, "This attempt no longer exists")).toBeVisible();
  await page.reload();
  await expect(heading(page, "This attempt no longer exists")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Go to Training" }).click();
  await expect(heading(page, "Training")).toBeVisible();
  await page.getByRole("link", { name: "A seat becomes free" }).click();
  await expectGoals(page, false, false);
});

test("a full storage: said in words, nothing changed; begun once there is room", async ({ page }) => {
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
  const before = await readOwnWorkspace(page);
  await page.evaluate(() => {
    for (let size = 4_000_000, at = 0; size > 0; at += 1) {
      try {
        localStorage.setItem(`filler${at}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await page.getByRole("link", { name: "Start “Your first user”" }).click();
  await expect(heading(page, "The exercise couldn't be started")).toBeFocused();
  await expect(page.getByText(/^Nothing was changed\. /)).toBeVisible();
  expect(await readAttemptKeys(page)).toEqual([]);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("filler")).forEach((key) => localStorage.removeItem(key)));
  expect(await readOwnWorkspace(page)).toEqual(before);
  await button(page, "Try again").click();
  await expect(panel(page).getByRole("heading", { name: "Your first user" })).toBeVisible();
  expect(await readAttemptKeys(page)).toHaveLength(1);
});

test("left and resumed, restarted, finished twice, and the progress reset", async ({ page }) => {
  await openExercise(page, "free-seat");
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(page, true, false);
  await panel(page).getByRole("link", { name: "Leave" }).click();
  await expect(page.getByRole("list").getByText("In progress")).toBeVisible();
  await page.getByRole("link", { name: "Continue “A seat becomes free”" }).click();
  await expectGoals(page, true, false);
  expect(await readAttemptKeys(page)).toHaveLength(1);
  await restart(page);
  await expectGoals(page, false, false);
  await SOLUTIONS["free-seat"]!(new Trainee(page, "en"));
  await finish(page);
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(page.getByText("1 of 14 exercises done")).toBeVisible();
  // What is finished shows its result; to do it again is asked for.
  await page.getByRole("list").getByRole("link", { name: "A seat becomes free" }).click();
  await expect(heading(page, "Result: A seat becomes free")).toBeFocused();
  expect(await readAttemptKeys(page)).toHaveLength(1);
  await button(page, "Try again").click();
  await expectGoals(page, false, false);
  expect(await readAttemptKeys(page)).toHaveLength(2);
  // One that was only opened is not begun: it neither hides the result nor piles up.
  await page.goto(`/#/training/${COURSE}/free-seat`);
  await expect(heading(page, "Result: A seat becomes free")).toBeVisible();
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Not started" })).toHaveCount(1);
  await page.getByRole("button", { name: "Try again – A seat becomes free" }).click();
  await expectGoals(page, false, false);
  expect(await readAttemptKeys(page)).toHaveLength(2);
  await chooseCustomer(page, LANTERNA);
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(page, true, false);
  await page.goto(`/#/training/${COURSE}/free-seat`);
  await expectGoals(page, true, false);
  await page.goto("/#/training");
  await button(page, "Reset progress").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset progress" }).click();
  await expect(page.getByText("0 of 14 exercises done")).toBeVisible();
  expect(await readAttemptKeys(page)).toEqual([]);
});

test("an exercise that was only opened is not begun", async ({ page }) => {
  await openExercise(page, "free-seat");
  await panel(page).getByRole("link", { name: "Leave" }).click();
  await expect(page.getByText("0 of 14 exercises done")).toBeVisible();
  await expect(page.getByText("In progress")).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: "Not started" })).toHaveCount(1);
});

test("the clock put forward too far can't be mended, but restarted", async ({ page }) => {
  await openExercise(page, "thirty-days");
  await advanceClock(page, "30 days");
  await expectGoals(page, true, false);
  await chooseCustomer(page, "Quetzal Robotics");
  await expect(page.getByRole("link", { name: "Deleted users (0)" })).toBeVisible();
  await restart(page);
  await expectGoals(page, false, false);
  await expect(page.getByText("Simulated time")).toBeHidden();
});

test("the exercise's customer is renamed, and goals are reached all the same", async ({ page }) => {
  await openExercise(page, "free-seat");
  await chooseCustomer(page, LANTERNA);
  await page.getByRole("navigation", { name: "Customer", exact: true }).getByRole("link", { name: "Account" }).click();
  await field(page, "Company name").fill("Another Name S.r.l.");
  await save(page);
  await page.getByRole("navigation", { name: "Customer", exact: true }).getByRole("link", { name: "Users and licenses" }).click();
  await deleteUser(page, "Davide Nicolò");
  await expectGoals(page, true, false);
  await panel(page).getByRole("button", { name: "Finish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Account edited: Another Name S.r.l.")).toBeVisible();
});

test("the documentation opens over the exercise, and leads back", async ({ page }) => {
  await openExercise(page, "first-user");
  await button(page, "How to …").click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Follow the documentation");
  await panel(page).getByRole("button", { name: "Back to the exercise" }).click();
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Your first user");
  await expect(panel(page).getByRole("button", { name: "Close panel" })).toBeHidden();
});

test("every link of the screens stays in the attempt, but those to the program itself", async ({ page }) => {
  await openExercise(page, "first-user");
  const prefix = new URL(page.url()).hash.match(/^#\/exercise\/[0-9a-f]{8}/)![0];
  const outside = ["#/training", "#/workspace", "#/welcome", "#main"];
  const expectInside = async () => {
    const links = await page.locator("a[href^='#']").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link.startsWith(`${prefix}/`) && !outside.includes(link))).toEqual([]);
  };
  await expectInside();
  for (const place of ["/", "/activity"]) {
    await page.goto(`/${prefix}${place}`);
    await expect(heading(page, /./)).toBeVisible();
    await expectInside();
  }
  await chooseCustomer(page, ALBATROS);
  await expectInside();
  for (const name of ["Anna Jäger", "Activity log", "Account", "Subscriptions"]) {
    await page.getByRole("link", { name, exact: true }).last().click();
    await expect(heading(page, /./)).toBeVisible();
    await expectInside();
    await page.goBack();
  }
});

test("addresses that lead nowhere say so", async ({ page }) => {
  await page.goto(`/#/training/${COURSE}/nonsense`);
  await expect(heading(page, "There's no such exercise")).toBeVisible();
  await page.goto("/#/exercise/0123abcd/customers");
  await expect(heading(page, "This attempt no longer exists")).toBeVisible();
  await page.goto("/#/exercise/what/customers");
  await expect(heading(page, "Page not found")).toBeVisible();
  expect(await readAttemptKeys(page)).toEqual([]);
});

test("while presenting, keys restart the exercise and open the next one", async ({ page }) => {
  await openExercise(page, "first-user");
  await page.keyboard.press("n");
  await expect(panel(page).getByRole("heading", { name: "Your first user" })).toBeVisible();
  await page.keyboard.press("p");
  await chooseCustomer(page, ALBATROS);
  await deleteUser(page, "Anna Jäger");
  await heading(page, "Users and licenses").focus();
  await page.keyboard.press("r");
  await expect(messages(page)).toContainText("The exercise starts over.");
  await expect(heading(page, "Customers")).toBeVisible();
  await page.keyboard.press("n");
  await expect(panel(page).getByRole("heading", { name: "Three in a row" })).toBeVisible();
  await expectGoals(page, false, false);
});
