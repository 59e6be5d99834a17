// Presenting: larger, quieter, and with presses and keys for those who watch.

import { expect, test, type Page } from "@playwright/test";
import { COMPANY, button, heading, messages, openCustomer, openUser } from "./steps";

const fontSize = (page: Page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
const ring = (page: Page) => page.locator(".presented .ring");
const key = (page: Page) => page.locator(".presented .key");

test("by Settings and by the key p; it is larger and quieter, and is kept", async ({ page }) => {
  await page.goto("/#/customers");
  const [before, footer] = [await fontSize(page), page.getByRole("contentinfo")];
  await button(page, "Settings").click();
  await page.getByRole("checkbox", { name: "Present", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect.poll(() => fontSize(page)).toBe(before * 1.25);
  await expect(footer).toBeHidden();
  await expect(page.getByText("Training simulation – no real accounts")).toBeVisible();
  await page.reload();
  await expect(heading(page, "Customers")).toBeVisible();
  expect(await fontSize(page)).toBe(before * 1.25);
  await page.keyboard.press("p");
  await expect.poll(() => fontSize(page)).toBe(before);
  await expect(messages(page)).toContainText("No longer presenting.");
  await expect(footer).toBeVisible();
  await page.keyboard.press("p");
  await expect(messages(page)).toContainText("Presenting. Press p to stop.");
});

test("a p that is typed is a p", async ({ page }) => {
  await openUser(page, "Anna Keßler");
  const before = await fontSize(page);
  await page.getByRole("textbox", { name: "First name" }).press("p");
  await page.getByRole("combobox", { name: "Location" }).press("p");
  await heading(page, /./).press("Control+p");
  await page.keyboard.press("Escape");
  await button(page, "Reset password").first().focus();
  await button(page, "Advance clock").click();
  await page.keyboard.press("p");
  expect(await fontSize(page)).toBe(before);
});

test("presses are rings where they are, keys have their names, and neither is in the way", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await expect(ring(page)).toHaveCount(0);
  await page.getByRole("searchbox").click();
  await expect(ring(page), "only while presenting").toHaveCount(0);
  await heading(page, /./).focus();
  await page.keyboard.press("p");
  const target = (await button(page, "Add user").boundingBox())!;
  await page.mouse.click(target.x + 20, target.y + 10);
  await expect(heading(page, "Add user")).toBeVisible();
  const shown = (await ring(page).first().boundingBox())!;
  expect(Math.abs(shown.x + shown.width / 2 - target.x - 20)).toBeLessThan(2);
  expect(Math.abs(shown.y + shown.height / 2 - target.y - 10)).toBeLessThan(2);
  await expect(ring(page), "it fades").toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(key(page)).toHaveText("Shift+Tab");
  await expect(key(page)).toHaveCount(0);
  // What is typed into a field is seen there.
  await page.getByRole("textbox", { name: "First name" }).pressSequentially("Jo");
  await page.keyboard.press("Tab");
  await expect(key(page)).toHaveText(["Tab"]);
  await page.keyboard.press("Control+z");
  await expect(key(page)).toHaveText(["Tab", "Ctrl+z"]);
});

test("above a dialog as well, and nothing for screen readers", async ({ page }) => {
  await openUser(page, "Anna Keßler");
  await page.keyboard.press("p");
  await button(page, "Reset password").click();
  await expect(ring(page)).toHaveCount(0);
  const question = page.getByRole("dialog");
  const place = (await question.getByRole("heading").boundingBox())!;
  // Pictures, because what is beside an open question cannot be found by its place.
  const clip = { x: place.x - 30, y: place.y - 30, width: 80, height: 80 };
  const before = await page.screenshot({ clip });
  await page.mouse.click(place.x + 5, place.y + 5);
  expect((await page.screenshot({ clip })).equals(before)).toBe(false);
  await expect(ring(page)).toHaveCount(0);
  expect((await page.screenshot({ clip })).equals(before)).toBe(true);
  await expect(page.locator(".presented")).toHaveAttribute("aria-hidden", "true");
});
