// The program is divided into files that are loaded when they are needed: what a person sees while one is loaded, and when it
// cannot be had.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test, type Page, type Route } from "@playwright/test";
import {
  COMPANY, button, field, heading, messages, openAddUser, openCustomer, readNames, readStorage, selectUsers,
} from "./steps";

const DIST = new URL("../../dist/", import.meta.url);
const PARTS = /\/part-[0-9a-f]{16}\.wasm$/;
const TROUBLE = "This part of Seatwork couldn't be loaded";
const NOT_OPENED = "Seatwork can't open its workspace";

/** A screen of each part of the program, and the way there: from the list of users, or else from the Dashboard. */
const SCREENS: Record<string, { title: string; isFirst?: boolean; open: (page: Page) => Promise<void> }> = {
  "the lists": {
    title: "Customers",
    isFirst: true,
    open: (page) => page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click(),
  },
  "the work with users": { title: "Add user", open: (page) => button(page, "Add user").click() },
  "uploading": { title: "Upload users", open: (page) => button(page, "Upload users").click() },
  "the log": { title: "Activity log", open: (page) => page.getByRole("link", { name: "Activity log" }).first().click() },
  "exercises": { title: "Training", open: (page) => page.getByRole("link", { name: "Training" }).click() },
  "results of a class": { title: "Results of a class", open: async (page) => { await page.evaluate(() => { location.hash = "#/results"; }); } },
};

/** Answers every request for a part like this, until it is taken back. */
async function answer(page: Page, how: (route: Route) => Promise<void>) {
  await page.route(PARTS, how);
}

/** Opens where the way to a screen begins, and answers every request for a part that is loaded later like this. */
async function answerFrom(isFirst: boolean | undefined, page: Page, how: (route: Route) => Promise<void>) {
  if (isFirst) {
    await answer(page, how);
    await page.goto("/#/");
    await expect(heading(page, "Welcome to Seatwork")).toBeVisible();
    return;
  }
  let first: string | undefined;
  await answer(page, (route) => {
    first ??= route.request().url();
    return route.request().url() === first ? route.continue() : how(route);
  });
  await openCustomer(page, COMPANY.ordinary);
}

async function expectTrouble(page: Page, title: string) {
  await expect(heading(page, TROUBLE)).toBeVisible();
  await expect(heading(page, TROUBLE)).toBeFocused();
  // What is being answered is answered to the end.
  await page.unrouteAll({ behavior: "wait" });
  await button(page, "Try again").click();
  await expect(heading(page, title)).toBeVisible();
  await expect(heading(page, title)).toBeFocused();
}

for (const [part, { title, isFirst, open }] of Object.entries(SCREENS)) {
  test(`${part} cannot be loaded: it is said, and tried again`, async ({ page }) => {
    await answerFrom(isFirst, page, (route) => route.abort());
    await open(page);
    await expectTrouble(page, title);
  });

  test(`${part} is not started when it was changed on the way`, async ({ page }) => {
    await answerFrom(isFirst, page, async (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1)!;
      const bytes = readFileSync(new URL(name, DIST));
      bytes[bytes.length - 1]! ^= 1;
      await route.fulfill({ body: bytes, contentType: "application/wasm" });
    });
    await open(page);
    await expectTrouble(page, title);
  });

  test(`${part} of another version is not started`, async ({ page }) => {
    const names = readdirSync(DIST).filter((name) => PARTS.test(`/${name}`));
    await answerFrom(isFirst, page, (route) => {
      const wanted = new URL(route.request().url()).pathname.split("/").at(-1)!;
      const other = names.find((name) => name !== wanted)!;
      return route.fulfill({ path: new URL(other, DIST).pathname, contentType: "application/wasm" });
    });
    await open(page);
    await expectTrouble(page, title);
  });

  test(`${part} comes late: it is said, and then shown`, async ({ page }) => {
    await answerFrom(isFirst, page, async (route) => {
      await new Promise((done) => setTimeout(done, 5_000));
      await route.continue().catch(() => undefined);
    });
    await open(page);
    await expect(page.getByRole("main").getByText("Loading…")).toBeVisible();
    await expect(heading(page, title)).toBeVisible({ timeout: 20_000 });
    await expect(heading(page, title)).toBeFocused();
  });
}

test("help beside the work that cannot be loaded says so there, and is tried again", async ({ page }) => {
  await answer(page, (route) => route.abort());
  await page.goto("/#/?follow=restore.1");
  const panel = page.getByRole("complementary", { name: "Side panel" });
  await expect(panel.getByRole("heading", { level: 3, name: TROUBLE })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Seatwork");
  const text = await panel.getByText(/^Check your connection/).boundingBox();
  expect(text!.width, "the sentence has room").toBeGreaterThan(200);
  await page.unrouteAll({ behavior: "wait" });
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Restore a deleted user");
  await expect(panel.getByRole("button", { name: "Show me – step 1", exact: true })).toBeVisible();
});

test("what was typed stays while a part cannot be loaded", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await field(page, "First name").fill("Frieda");
  await answer(page, (route) => route.abort());
  await page.reload();
  await expect(heading(page, NOT_OPENED)).toBeVisible();
  await page.unrouteAll({ behavior: "wait" });
  await button(page, "Reload").click();
  await expect(field(page, "First name")).toHaveValue("Frieda");
});

test("what is set up first and changed later: preferences and the clock say that they cannot be loaded", async ({ page }) => {
  await answer(page, (route) => route.abort());
  await page.goto("/#/");
  await button(page, "Settings").click();
  const settings = page.locator("#settings");
  await expect(settings.getByText(TROUBLE)).toBeVisible();
  await button(page, "Advance clock").click();
  await expect(messages(page)).toContainText("Check your connection, then try again.");
  await page.unrouteAll({ behavior: "wait" });
  await button(page, "Advance clock").click();
  await expect(page.getByRole("dialog", { name: "Advance clock" }).getByRole("radio", { name: "1 day" })).toBeFocused();
  await page.keyboard.press("Escape");
  await button(page, "Settings").click();
  if (await settings.getByText(TROUBLE).isVisible()) await settings.getByRole("button", { name: "Try again" }).click();
  await expect(settings.getByRole("combobox", { name: "Role" })).toBeVisible();
});

test("what reads a stored workspace cannot be loaded: it is said, nothing changes, and a reload opens it", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const [name] = await readNames(page);
  await selectUsers(page, name!);
  const question = page.getByRole("dialog", { name: "Delete user account" });
  await button(page, "Delete user account").click();
  await question.getByRole("button", { name: "Delete user account" }).click();
  await expect(messages(page)).toContainText(`${name} deleted.`);
  const before = await readStorage(page);
  await answer(page, (route) => route.abort());
  await page.reload();
  await expect(heading(page, NOT_OPENED)).toBeVisible();
  await expect(page.getByText("Check your connection, then try again.")).toBeVisible();
  expect(await readStorage(page)).toEqual(before);
  await page.unrouteAll({ behavior: "wait" });
  await button(page, "Reload").click();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  expect(await readNames(page)).not.toContain(name);
});

test("three seconds after the first screen, no screen asks for anything", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.waitForTimeout(3_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const { title, open } of Object.values(SCREENS)) {
    await page.goto("/#/customers");
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await open(page);
    await expect(heading(page, title)).toBeVisible();
  }
  expect(asked.filter((url) => PARTS.test(url))).toEqual([]);
});
