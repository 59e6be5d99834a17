// The file of a course of one's own: what is in it is shown before it is added, what is wrong with it is explained; it is kept,
// replaced and removed.

import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addCourse, chooseCourse, courseFile, exampleCourse, foundCourse } from "./courses";
import { Site } from "./site";
import { addUser, button, changeSetting, heading, leaveWithoutPasswords, messages, readStorage } from "./steps";
import { chooseCustomer, expectGoals, finish } from "./training";

const answer = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

async function openTraining(page: Page) {
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
}

test("a course is shown, added, done, kept over a reload, and removed with its attempts", async ({ page }) => {
  await openTraining(page);
  const before = await readStorage(page);
  await chooseCourse(page, courseFile(exampleCourse()));
  const found = foundCourse(page);
  await expect(found.getByText("Housekeeping", { exact: true })).toBeVisible();
  await expect(found.getByText("English and German")).toBeVisible();
  await expect(found.getByText("about 4 minutes").first()).toBeVisible();
  await expect(found.getByRole("listitem")).toHaveText(["Create an account about 4 minutes"]);
  await expectAccessible(page, "a course that can be added");
  expect(await readStorage(page)).toEqual(before);
  await button(page, "Add this course").click();
  await expect(messages(page)).toContainText("Course added.");
  await expect(page.getByRole("heading", { name: "Housekeeping" })).toBeFocused();
  await page.reload();
  const course = page.getByRole("region", { name: "Housekeeping" });
  await expect(course.getByText("0 of 1 exercise done")).toBeVisible();
  await course.getByRole("link", { name: "Start “Create an account”" }).click();
  await expect(page).toHaveURL(/#\/exercise\/[0-9a-f]{8}\/customers$/);
  await chooseCustomer(page, "Albatros Werkzeugbau GmbH");
  await button(page, "Add user").click();
  await addUser(page, { first: "Ida", last: "Lang", user: "ida.lang", domain: "albatros.example" });
  await expectGoals(page, true);
  await page.reload();
  await expectGoals(page, true);
  await finish(page);
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(course.getByText("1 of 1 exercise done")).toBeVisible();
  await expectAccessible(page, "Training with a course of one's own");
  await course.getByRole("button", { name: "Remove course" }).click();
  await answer(page, "Remove course");
  await expect(messages(page)).toContainText("Course removed.");
  await expect(course).toHaveCount(0);
  const keys = Object.keys(await readStorage(page));
  expect(keys.filter((key) => key.startsWith("seatwork/c/") || key.startsWith("seatwork/t/"))).toEqual([]);
});

test("a course of the same id replaces the one before after a question; attempts stay", async ({ page }) => {
  await openTraining(page);
  await addCourse(page, exampleCourse());
  await page.getByRole("link", { name: "Start “Create an account”" }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await chooseCustomer(page, "Albatros Werkzeugbau GmbH");
  await button(page, "Add user").click();
  await addUser(page, { first: "Eve", last: "Ng", user: "eve.ng", domain: "albatros.example" });
  await leaveWithoutPasswords(page);
  await openTraining(page);
  await chooseCourse(page, courseFile({ ...exampleCourse(), version: 2, title: { en: "Housekeeping II", de: "Aufräumen II" } }));
  await button(page, "Replace course").click();
  await answer(page, "Cancel");
  await expect(page.getByRole("heading", { name: "Housekeeping", exact: true })).toBeVisible();
  await button(page, "Replace course").click();
  await answer(page, "Replace course");
  await expect(page.getByRole("heading", { name: "Housekeeping II" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Continue “Create an account”" })).toBeVisible();
});

const [exercise] = exampleCourse().exercises;
const withGoal = (check: object) => ({ ...exampleCourse(), exercises: [{ ...exercise!, goals: [{ ...exercise!.goals[0]!, check }] }] });

for (const [what, content, expected] of [
  ["cut off", JSON.stringify(exampleCourse()).slice(0, 300), [/This isn't valid JSON from line 1, column \d+ on\.$/]],
  ["a misspelt field", withGoal({ user: "ida.lang@albatros.example", exits: true }), [
    /^Line 1, column \d+ – \$\.exercises\[0\]\.goals\[0\]\.check\.exits: Unknown field “exits”\. Did you mean “exists”\?$/,
  ]],
  ["an unknown product", withGoal({ user: "ida.lang@albatros.example", licenses: ["SPX"] }), [
    /licenses\[0\]: “SPX” isn't a part number\. Did you mean “SPB”\?$/,
  ]],
  ["a goal that the solution does not reach", withGoal({ deleted: "ute.vogt@albatros.example" }), [
    /\$\.exercises\[0\]\.goals\[0\]\.check: The solution doesn't reach this goal\.$/,
  ]],
  ["two mistakes, one of them __proto__", `{"__proto__": {}, ${JSON.stringify({ ...exampleCourse(), format: 9 }).slice(1)}`, [
    /\$\.__proto__: Unknown field “__proto__”\.$/, /\$\.format: Expected a whole number from 1 to 1\.$/,
  ]],
] as const) {
  test(`a broken course is explained and changes nothing: ${what}`, async ({ page }) => {
    await openTraining(page);
    const before = await readStorage(page);
    await chooseCourse(page, courseFile(content));
    const items = foundCourse(page).getByRole("listitem");
    await expect(items).toHaveText([...expected]);
    await expect(foundCourse(page)).toContainText("Nothing was changed.");
    await expect(button(page, "Add this course")).toHaveCount(0);
    await expectAccessible(page, what);
    expect(await readStorage(page)).toEqual(before);
  });
}

test("what is no course file is refused in words, in German too", async ({ page }) => {
  await openTraining(page);
  for (const [content, reason] of [
    [Buffer.alloc(1024 * 1024 + 1, " "), "larger than 1 MB"],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), "isn't text in UTF-8"],
    [Buffer.from(JSON.stringify({ ...exampleCourse(), id: "users-and-licenses" })), "same id as the built-in one"],
  ] as const) {
    await chooseCourse(page, courseFile(content));
    await expect(foundCourse(page)).toContainText(reason);
  }
  await changeSetting(page, "Language", "Deutsch");
  await chooseCourse(page, courseFile(withGoal({ user: "ida.lang@albatros.exampel" })));
  await expect(foundCourse(page)).toContainText("Meinten Sie „albatros.example“?");
  await expectAccessible(page, "a mistake in German");
});

test("a full storage: said in words, nothing changed", async ({ page }) => {
  await openTraining(page);
  await chooseCourse(page, courseFile(exampleCourse()));
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key.startsWith("seatwork/c/")) throw new DOMException("full", "QuotaExceededError");
      return set.call(this, key, text);
    };
  });
  await button(page, "Add this course").click();
  await expect(messages(page)).toContainText("storage for this address is full");
  await expect(page.getByRole("region", { name: "Housekeeping" })).toHaveCount(0);
});

test("a course by a link: shown, added only if confirmed; other sites and missing files are refused", async ({ page }) => {
  const site = await Site.start();
  site.added.set("mine.json", JSON.stringify(exampleCourse()));
  await page.goto(`${site.origin}/#/course?url=mine.json`);
  await expect(heading(page, "Add a course")).toBeVisible();
  await button(page, "Add this course").click();
  await expect(heading(page, "Training")).toBeVisible();
  await expect(page.getByRole("region", { name: "Housekeeping" })).toBeVisible();
  for (const [url, reason] of [
    ["https://elsewhere.example/course.json", "leads to another site"],
    ["missing.json", "Couldn't load the course"],
  ]) {
    await page.goto(`${site.origin}/#/course?url=${encodeURIComponent(url!)}`);
    await expect(foundCourse(page), url).toContainText(reason!);
  }
  site.stop();
});
