// The panel beside the work: it is in the way of nothing, and stays as it was left.

import { expect, test, type Page } from "@playwright/test";
import { panel, said, showButton, stepItem } from "./follow";
import { COMPANY, button, changeSetting, heading, openAddUser, openCustomer, openUpload, openUser, readNames } from "./steps";

const title = (page: Page) => panel(page).getByRole("heading", { level: 2 });
const toggle = (page: Page) => panel(page).getByRole("button", { name: "Side panel" });

test("the work goes on beside it, and it stays on every screen", async ({ page }) => {
  await page.goto("/#/customers");
  await button(page, "How to …").click();
  await panel(page).getByRole("button", { name: "Restore a deleted user" }).click();
  await page.getByRole("searchbox").fill("albatros");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await expect(page).toHaveURL(/search=albatros&follow=restore\.2$/);
  await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
  // The list of users opens by itself, so that step 3 is done as well.
  await expect(page).toHaveURL(/users\?follow=restore\.4$/);
  await page.getByRole("link", { name: /^Deleted users/ }).click();
  await expect(page).toHaveURL(/deleted\?follow=restore\.5$/);
  await expect(title(page)).toHaveText("Restore a deleted user");
  const [work, beside] = [await page.getByRole("main").boundingBox(), await panel(page).boundingBox()];
  expect(beside!.width).toBe(360);
  expect(work!.x + work!.width).toBeLessThanOrEqual(beside!.x + 1);
});

test("an exercise that is begun takes its place", async ({ page }) => {
  await page.goto("/#/training?follow=restore.1");
  await expect(title(page)).toHaveText("Restore a deleted user");
  await page.getByRole("link", { name: "Start “Your first user”" }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(title(page)).toHaveText("Your first user");
});

test("beside it, names of customers stand in whole words", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/#/customers?follow=restore.1");
  await expect(heading(page, "Customers")).toBeVisible();
  for (const name of ["Company name", "Primary domain name"]) {
    const { width } = (await page.getByRole("columnheader", { name }).boundingBox())!;
    expect(width, name).toBeGreaterThan(140);
  }
});

test("the address names the step: sent, reloaded, and with Back it is there", async ({ page }) => {
  await page.goto("/#/customers?follow=restore.3");
  await expect(stepItem(page, 3)).toHaveAttribute("aria-current", "step");
  await showButton(page, 4).click();
  await expect(page).toHaveURL(/users\?follow=restore\.4$/);
  await page.reload();
  await expect(stepItem(page, 4)).toHaveAttribute("aria-current", "step");
  await page.goBack();
  await expect(heading(page, "Customers")).toBeVisible();
  // On that screen another step comes next.
  await expect(stepItem(page, 2)).toHaveAttribute("aria-current", "step");
  await expect(page).toHaveURL(/#\/customers\?follow=restore\.2$/);
  // A step that is not there is the last one; a procedure that is not there is none.
  await page.goto("/#/customers?follow=restore.99");
  await expect(stepItem(page, 7)).toHaveAttribute("aria-current", "step");
  await page.goto("about:blank");
  await page.goto("/#/customers?follow=nothing.1");
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(panel(page)).toBeHidden();
});

test("Close takes it away for good, and the focus goes to the work", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await button(page, "How to …").click();
  await panel(page).getByRole("button", { name: "Close panel" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await expect(page).not.toHaveURL(/follow/);
  await page.goBack();
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press("F6");
  await expect(panel(page)).toBeHidden();
});

test("Escape collapses it, the button expands it, and both are remembered", async ({ page }) => {
  await page.goto("/#/customers?follow=restore.1");
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "true");
  // Escape in the work is the work's own.
  await page.getByRole("searchbox").press("Escape");
  await expect(stepItem(page, 1)).toBeVisible();
  await showButton(page, 1).focus();
  await page.keyboard.press("Escape");
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "false");
  await expect(toggle(page)).toBeFocused();
  await expect(stepItem(page, 1)).toBeHidden();
  await page.reload();
  await expect(title(page)).toHaveText("Restore a deleted user");
  await expect(toggle(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("F6");
  await expect(toggle(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(stepItem(page, 1)).toBeVisible();
  await expect(toggle(page)).toBeFocused();
  await page.reload();
  await expect(stepItem(page, 1)).toBeVisible();
  await toggle(page).click();
  // Who asks how to do something sees it.
  await button(page, "How to …").click();
  await expect(panel(page).getByText("What would you like to do?")).toBeVisible();
});

test("F6 goes to and fro, each time to where the focus was", async ({ page }) => {
  await page.goto("/#/customers?follow=restore.1");
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("F6");
  await expect(title(page)).toBeFocused();
  await showButton(page, 3).focus();
  await page.keyboard.press("F6");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("F6");
  await expect(showButton(page, 3)).toBeFocused();
  // What had the focus is gone: the heading of the screen gets it.
  await page.goto("/#/activity");
  await page.keyboard.press("F6");
  await page.keyboard.press("F6");
  await expect(page.locator(":focus")).toBeVisible();
});

test("it is announced, in another language as well, and a new language keeps it", async ({ page }) => {
  await page.goto("/#/customers?follow=restore.2");
  await expect(panel(page)).toBeVisible();
  await changeSetting(page, "Language", "Deutsch");
  await expect(panel(page, "de").getByRole("heading", { level: 2 })).toHaveText("Gelöschten Benutzer wiederherstellen");
  await expect(stepItem(page, 2, "de")).toHaveAttribute("aria-current", "step");
  await button(page, "Anleitung …").click();
  await expect(said(page)).toHaveText("„Der Dokumentation folgen“ ist neben Ihrer Arbeit geöffnet. F6 wechselt dorthin und zurück.");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("it is announced below the work, without a key that is not there", async ({ page }) => {
    await page.goto("/#/customers");
    await button(page, "How to …").click();
    await expect(said(page)).toHaveText("“Follow the documentation” is open below your work.");
  });
});

test("it is not printed", async ({ page }) => {
  await page.goto("/#/customers?follow=restore.1");
  await showButton(page, 2).click();
  await page.emulateMedia({ media: "print" });
  await expect(panel(page)).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).paddingInlineEnd)).toBe("0px");
});

test("nothing is asked from the documentation's host; its page is a link", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).host));
  await page.goto("/#/customers?follow=assign.1");
  const link = panel(page).getByRole("link", { name: "Assign or revoke licenses to multiple users" });
  await expect(link).toHaveAttribute("href", "https://learn.microsoft.com/partner-center/bulk-license-provisioning-for-multiple-users");
  expect(asked.filter((host) => host !== new URL(page.url()).host)).toEqual([]);
});

test.describe("How to … opens what belongs to the screen", () => {
  const SCREENS: [screen: string, go: (page: Page) => Promise<unknown>, opens: string, step?: number][] = [
    ["customers", (page) => page.goto("/#/customers"), "Follow the documentation"],
    ["activity", (page) => page.goto("/#/activity"), "Follow the documentation"],
    ["an unknown address", (page) => page.goto("/#/nowhere"), "Follow the documentation"],
    ["add user", (page) => openAddUser(page, COMPANY.ordinary), "Create a user account", 5],
    ["upload users", (page) => openUpload(page), "Create multiple users from a file", 5],
    ["deleted users", async (page) => { await openCustomer(page, COMPANY.ordinary); await page.getByRole("link", { name: /^Deleted users/ }).click(); }, "Restore a deleted user", 5],
    ["manage licenses", async (page) => { await openUser(page, "Anna Keßler"); await button(page, "Manage licenses").click(); }, "Add or remove a user's licenses", 6],
  ];
  for (const [screen, go, opens, step] of SCREENS) {
    test(screen, async ({ page }) => {
      await go(page);
      await expect(heading(page, /./)).toBeVisible();
      await button(page, "How to …").click();
      await expect(title(page)).toHaveText(opens);
      await expect(said(page)).toContainText(opens);
      if (step) await expect(stepItem(page, step)).toHaveAttribute("aria-current", "step");
    });
  }

  test("where several belong to it, they come first", async ({ page }) => {
    await openUser(page, "Anna Keßler");
    await button(page, "How to …").click();
    const here = panel(page).getByRole("list").first().getByRole("button");
    await expect(here).toHaveText(["Add or remove a user's licenses", "Reset a user's password", "Delete a user account"]);
    await here.nth(1).click();
    await expect(stepItem(page, 5)).toHaveAttribute("aria-current", "step");
    await panel(page).getByRole("button", { name: "All procedures" }).click();
    await expect(title(page)).toBeFocused();
    await page.goto("/#/customers");
    await expect(panel(page).getByRole("list")).toHaveCount(1);
    expect(await readNames(page)).toHaveLength(13);
  });
});
