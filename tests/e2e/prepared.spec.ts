// A prepared workspace by a link: what is in it is shown, and it replaces nothing before the question.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { Site } from "./site";
import {
  COMPANY, addUser, button, changeSetting, heading, leaveWithoutPasswords, messages, readStorage, row,
} from "./steps";

let site: Site;
test.beforeEach(async () => { site = await Site.start(); });
test.afterEach(() => site.stop());

const OPEN = "Start from a prepared workspace";
const answer = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** Puts a backup with a user Ema beside the site. */
async function prepare(page: Page) {
  await page.goto(`${site.origin}/#/customers`);
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await addUser(page, { display: "Ema", user: "ema" });
  await leaveWithoutPasswords(page);
  await page.goto(`${site.origin}/#/workspace`);
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Back up").click()]);
  site.added.set("state.json", await readFile(await file.path(), "utf8"));
  await button(page, "Reset workspace").click();
  await answer(page, "Reset workspace");
  await expect(messages(page)).toContainText("Workspace reset.");
}

test("one link opens it, after a question; it can be undone", async ({ page }) => {
  await prepare(page);
  const before = await readStorage(page);
  await page.goto(`${site.origin}/#/open?url=state.json`);
  await expect(heading(page, OPEN)).toBeVisible();
  await expect(page.locator("dt", { hasText: "File" }).locator("+ dd")).toHaveText("state.json");
  await expectAccessible(page, "a prepared workspace");
  expect(await readStorage(page)).toEqual(before);
  await button(page, "Replace workspace").click();
  await answer(page, "Cancel");
  await button(page, "Replace workspace").click();
  await answer(page, "Replace workspace");
  await expect(messages(page)).toContainText("Backup restored.");
  await expect(heading(page, "Customers")).toBeVisible();
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await expect(row(page, "Ema")).toBeVisible();
  await heading(page, "Users and licenses").focus();
  await page.keyboard.press("Control+z");
  await expect(row(page, "Ema")).toHaveCount(0);
});

test("a link that leads nowhere, elsewhere or to something else is refused in words", async ({ page }) => {
  await prepare(page);
  site.added.set("foreign.json", "{}");
  site.added.set("cut.json", site.added.get("state.json")!.slice(0, 200));
  site.added.set("large.json", " ".repeat(20_000_000));
  const before = await readStorage(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const [url, reason] of [
    ["missing.json", "Couldn't load the prepared workspace"],
    ["https://elsewhere.example/state.json", "leads to another site"],
    ["//elsewhere.example/state.json", "leads to another site"],
    ["data:application/json,{}", "leads to another site"],
    ["javascript:alert(1)", "leads to another site"],
    ["http://[", "Couldn't load the prepared workspace"],
    ["foreign.json", "isn't a Seatwork backup"],
    ["cut.json", "ends too early"],
    ["large.json", "too large to be a Seatwork backup"],
  ]) {
    await page.goto(`${site.origin}/#/open?url=${encodeURIComponent(url!)}`);
    const status = page.getByRole("main").getByRole("status");
    await expect(status, url).toContainText(reason!);
    await expect(status, url).toContainText("Nothing was changed.");
    await expect(button(page, "Replace workspace"), url).toHaveCount(0);
  }
  expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  expect(await readStorage(page)).toEqual(before);
  await page.getByRole("link", { name: "Keep my workspace" }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await page.goto(`${site.origin}/#/open`);
  await expect(heading(page, "Page not found")).toBeVisible();
});

test("the page Workspace asks for its name or its link, and opens it", async ({ page }) => {
  await prepare(page);
  const link = page.getByRole("textbox", { name: "Link or file name" });
  await button(page, "Open").click();
  await expect(link).toBeFocused();
  await expect(link).toHaveAccessibleDescription(/Enter a value/);
  await expectAccessible(page, "no link");
  for (const text of ["state.json", ` ${site.origin}/state.json `, `${site.origin}/#/open?url=state.json`]) {
    await link.fill(text);
    await link.press("Enter");
    await expect(button(page, "Replace workspace"), text).toBeVisible();
    await page.goBack();
    await expect(heading(page, "Workspace")).toBeVisible();
  }
});

test("in German", async ({ page }) => {
  await prepare(page);
  await changeSetting(page, "Language", "Deutsch");
  await page.goto(`${site.origin}/#/open?url=state.json`);
  await expect(heading(page, "Mit vorbereitetem Arbeitsbereich beginnen")).toBeVisible();
  await expect(button(page, "Arbeitsbereich ersetzen")).toBeVisible();
});
