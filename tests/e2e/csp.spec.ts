// No screen violates the policy, loads from another origin, or logs an error or a warning, whether
// the site is served from the root of a host or from a folder.

import { expect, test } from "@playwright/test";
import { SUB_PATH } from "./serve.mjs";
import {
  COMPANY, addUser, button, changeSetting, customerMenu, heading, leaveWithoutPasswords, messages,
  row, save,
} from "./steps";
import { watch } from "./watch";

for (const place of ["/", SUB_PATH]) {
  test(`a walk through all screens at ${place} stays within origin and policy`, async ({ page }) => {
    const seen = await watch(page);
    await page.addInitScript(() => { window.print = () => {}; });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(place);
    await expect(heading(page, "Welcome to Seatwork")).toBeVisible();
    await page.getByRole("link", { name: "Skip to the Dashboard" }).click();
    await expect(heading(page, "Dashboard")).toBeVisible();
    await page.getByRole("link", { name: /^Look around/ }).click();
    const [exported] = await Promise.all([page.waitForEvent("download"), button(page, "Export customers").click()]);
    expect(exported.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole("link", { name: COMPANY.ordinary }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    for (const name of ["Subscriptions", "Account", "Users and licenses"]) {
      await customerMenu(page).getByRole("link", { name }).click();
      await expect(heading(page, name)).toBeVisible();
    }
    await button(page, "Add user").click();
    await save(page);
    await expect(page.getByRole("alert")).toContainText("Please correct");
    await addUser(page, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
    await button(page, "Print").click();
    await button(page, "Copy").click();
    await expect(messages(page)).toContainText("Copied to the clipboard.");
    await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
    await button(page, "Add another user").click();
    await addUser(page, { display: "Omar", user: "omar" });
    await leaveWithoutPasswords(page);
    await page.getByRole("searchbox").fill("omar");
    await page.getByRole("link", { name: "Omar", exact: true }).click();
    await page.getByRole("checkbox", { name: "Billing administrator" }).check();
    await save(page);
    await expect(messages(page)).toContainText("Saved.");
    await changeSetting(page, "Language", "Deutsch");
    await expect(heading(page, "Omar")).toBeVisible();
    await page.goto(`${place}#/nowhere`);
    await expect(heading(page, "Seite nicht gefunden")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(place);
    expect(seen).toEqual([]);
  });
}

test("two copies in two folders of one host are two workspaces, with preferences and locks of their own", async ({ page, context }) => {
  await page.goto(`${SUB_PATH}#/customers`);
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await addUser(page, { display: "Ema", user: "ema" });
  await leaveWithoutPasswords(page);
  await changeSetting(page, "Appearance", "Dark");
  const other = await context.newPage();
  await other.goto("/#/customers");
  await expect(other.locator("html")).not.toHaveAttribute("data-theme", "dark");
  await other.getByRole("link", { name: COMPANY.empty }).click();
  await expect(button(other, "Add user")).toBeVisible();
  await expect(row(other, "Ema")).toHaveCount(0);
  await button(other, "Add user").click();
  await addUser(other, { display: "Jan", user: "jan" });
  await leaveWithoutPasswords(other);
  await expect(row(page, "Ema")).toBeVisible();
  await expect(row(page, "Jan")).toHaveCount(0);
  await page.reload();
  await expect(row(page, "Ema")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const keys = await page.evaluate(() => Object.keys(localStorage));
  const ofSubPath = keys.filter((key) => key.startsWith(`seatwork:${SUB_PATH}`));
  const ofTop = keys.filter((key) => key.startsWith("seatwork/"));
  expect(ofSubPath).toContain(`seatwork:${SUB_PATH}r/0000000001`);
  expect(ofTop).toContain("seatwork/r/0000000001");
  expect(keys).toHaveLength(ofSubPath.length + ofTop.length);
  // A name of the page beside the folder is the same copy.
  await page.goto(`${SUB_PATH}index.html#/customers`);
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await expect(row(page, "Ema")).toBeVisible();
  const locks = await page.evaluate(async () => ((await navigator.locks.query()).held ?? []).map((lock) => lock.name));
  expect(locks.every((name) => name!.startsWith("seatwork"))).toBe(true);
});
