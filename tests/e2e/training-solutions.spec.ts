// Every exercise is solved as a trainee would, in English with every hint, and some in German, by
// the keyboard, and in a narrow window.

import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { EXERCISES, SOLUTIONS, Trainee } from "./solutions";
import { button, heading, tabTo } from "./steps";
import { finish, openExercise, panel, readOwnWorkspace } from "./training";

/** Solves an exercise and finishes it; nothing of it may be in the person's own workspace. */
async function solve(page: Page, trainee: Trainee, exercise: string) {
  await openExercise(page, exercise);
  const before = await readOwnWorkspace(page);
  expect(Object.keys(before)).toContain("seatwork/workspace");
  await trainee.tryHints();
  await SOLUTIONS[exercise]!(trainee);
  await finish(page);
  await expect(page.getByText(trainee.word("no_detours"))).toBeVisible();
  expect([...(trainee.unseen ?? [])], "hints that never pointed").toEqual([]);
  expect(await readOwnWorkspace(page)).toEqual(before);
}

test("there is a solution for every exercise", () => {
  expect(Object.keys(SOLUTIONS).sort()).toEqual(Object.keys(EXERCISES).sort());
});

for (const exercise of Object.keys(SOLUTIONS)) {
  test(`solved with its hints: ${exercise}`, async ({ page }) => {
    test.slow();
    const trainee = new Trainee(page, "en");
    trainee.takeHints(exercise);
    await solve(page, trainee, exercise);
  });
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  for (const exercise of ["umlauts", "without-license", "plans-off", "helpdesk", "thirty-days", "german-file"]) {
    test(`solved: ${exercise}`, async ({ page }) => {
      await solve(page, new Trainee(page, "de"), exercise);
    });
  }
});

test.describe("at 360 pixels", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("solved beside the panel at the bottom", async ({ page }) => {
    await solve(page, new Trainee(page, "en"), "free-seat");
  });

  test("Finish is in sight as soon as all goals are reached", async ({ page }) => {
    await openExercise(page, "first-user");
    const inSight = panel(page).getByRole("button", { name: "Finish" });
    await expect(inSight).not.toBeInViewport();
    await SOLUTIONS["first-user"]!(new Trainee(page, "en"));
    await expect(panel(page).getByText("All goals are reached.", { exact: true })).toBeVisible();
    await expect(inSight).toBeInViewport({ ratio: 1 });
    await inSight.click();
    await expect(heading(page, "Result: Your first user")).toBeVisible();
  });
});

test("solved by the keyboard alone", async ({ page }) => {
  const press = (...keys: string[]) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "A seat becomes free" }));
  await press("Enter");
  await expect(heading(page, "Customers")).toBeFocused();
  await press("F6");
  await expect(panel(page).getByRole("heading", { name: "A seat becomes free" })).toBeFocused();
  await tabTo(page, panel(page).getByRole("button", { name: /^Hint – Davide/ }));
  await press("Enter");
  await expect(panel(page).getByText("Before you confirm, you see which licenses will become available.")).toBeVisible();
  await press("F6");
  await expect(heading(page, "Customers")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Lanterna Editrice S.r.l." }));
  await press("Enter");
  const open = async (name: string) => {
    await expect(heading(page, "Users and licenses")).toBeFocused();
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type(name);
    await tabTo(page, page.getByRole("link", { name, exact: true }));
    await press("Enter");
    await expect(heading(page, name)).toBeFocused();
  };
  await open("Davide Nicolò");
  await tabTo(page, button(page, "Delete user account"));
  await press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Delete user account" }), "Shift+Tab");
  await press("Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await expect(page.getByRole("link", { name: "Davide Nicolò", exact: true })).toHaveCount(0);
  await open("Chiara Ferrari");
  await tabTo(page, button(page, "Manage licenses"));
  await press("Enter");
  await expect(heading(page, "Manage licenses")).toBeFocused();
  await tabTo(page, page.getByRole("checkbox", { name: "Visio Plan 2", exact: true }));
  await press("Space");
  await tabTo(page, button(page, "Save"));
  await press("Enter");
  await expect(heading(page, "Licenses updated")).toBeFocused();
  await press("F6");
  await tabTo(page, panel(page).getByRole("button", { name: "Finish" }));
  await press("Enter");
  await expect(heading(page, "Result: A seat becomes free")).toBeFocused();
});

test("axe finds nothing in the panel, on Training and on the result", async ({ page }) => {
  await openExercise(page, "first-user");
  for (let taken = 0; taken < 3; taken += 1) await panel(page).getByRole("button", { name: "Hint – Dana Ruiz has an account." }).click();
  await expectAccessible(page, "the panel with hints");
  await panel(page).getByRole("button", { name: "Finish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish" }).click();
  await expect(heading(page, "Result: Your first user")).toBeVisible();
  await expectAccessible(page, "the result");
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(page.getByRole("heading", { name: "Attempts" })).toBeVisible();
  await expectAccessible(page, "Training");
});
