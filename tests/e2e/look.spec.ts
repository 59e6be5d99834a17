// What a designer's eye would stumble over: baselines, gaps, what is covered or cut off.

import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, button, changeSetting, checkbox, csvFile, customerMenu, fillIn, heading, messages,
  openAddUser, openCustomer, openUpload, openUser, product, save, selectUsers, validateFile,
} from "./steps";

const ANNA = "Anna Keßler";

/** The box of the text in an element, without padding and border. */
async function measureText(element: Locator) {
  return element.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom, middle: (top + bottom) / 2 };
  });
}

async function measure(element: Locator) {
  const { x, y, width, height } = (await element.boundingBox())!;
  return { left: x, right: x + width, top: y, bottom: y + height, middle: y + height / 2 };
}

/** Counts the lines of the text in an element. */
const countLines = (element: Locator) => element.evaluate((element) => {
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines = new Set<number>();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const { bottom } of range.getClientRects()) lines.add(Math.round(bottom));
  }
  return lines.size;
});

const expectOneLine = async (element: Locator) => expect(await countLines(element), await element.innerText()).toBe(1);

/** Expects that both lengths differ by less than a pixel. */
const expectEqual = (one: number, other: number, what: string) => expect(Math.abs(one - other), what).toBeLessThan(1);

/** Resets the password of a user, and so has an entry in the log. */
async function resetPassword(page: Page) {
  await openUser(page, ANNA);
  await button(page, "Reset password").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expect(heading(page, "Password reset")).toBeVisible();
}

test("baselines: breadcrumb, the box in the head of a list, pager, details of the log", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const trail = page.getByRole("navigation", { name: "You are here" });
  const [first, second] = [trail.getByRole("link").first(), trail.getByText(COMPANY.ordinary)];
  expectEqual((await measureText(first)).bottom, (await measureText(second)).bottom, "breadcrumb");
  const head = await measure(checkbox(page, "Select all users on this page"));
  expectEqual(head.middle, (await measureText(button(page, "Display name").locator("span"))).middle, "box in the head");
  expectEqual(head.left, (await measure(checkbox(page, `Select ${ANNA}`))).left, "boxes below each other");
  const pager = page.getByRole("navigation", { name: "Pages" });
  const middle = (await measureText(pager.getByText("1–25 of 64"))).middle;
  for (const part of [pager.getByText("Page 1 of 3"), button(page, "Next"), pager.getByText("Rows per page")]) {
    expectEqual((await measureText(part)).middle, middle, "pager");
  }
  await resetPassword(page);
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  const details = page.getByRole("columnheader", { name: "Details" });
  const fold = page.getByRole("button", { name: /^Details: Password reset/ }).locator("svg");
  expectEqual((await measureText(details)).left, (await measure(fold)).left, "Details");
});

test("meters of subscriptions are at the same place, however many digits are beside them", async ({ page }) => {
  await openCustomer(page, COMPANY.huge);
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  const meters = await page.getByRole("meter").evaluateAll((all) => all.map((meter) => meter.getBoundingClientRect().x));
  expect(meters.length).toBeGreaterThan(2);
  expect(new Set(meters.map(Math.round)).size).toBe(1);
  const rows = page.getByRole("row").filter({ has: page.getByRole("meter") });
  for (const row of await rows.all()) {
    const count = await measureText(row.getByRole("cell").nth(1));
    expectEqual((await measure(row.getByRole("meter"))).middle, count.middle, "beside the number, not below it");
  }
});

test("the footer is at the bottom of a short page, and there is room around the way back to the passwords", async ({ page }) => {
  await openAddUser(page, COMPANY.tiny);
  await addUser(page, { display: "Frieda", user: "frieda" });
  await button(page, "Add another user").click();
  const back = await measure(button(page, "Back to the temporary passwords"));
  const card = await measure(page.getByRole("group", { name: "Name" }));
  expect(card.top - back.bottom).toBeGreaterThanOrEqual(12);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await button(page, "Leave anyway").click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  expectEqual((await measure(page.getByRole("contentinfo"))).bottom, 1000, "footer");
});

test("selected rows are tinted, Manage licenses becomes the main button, and all links look alike", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const background = (element: Locator) => element.evaluate((element) => getComputedStyle(element).backgroundColor);
  const row = (name: string) => page.getByRole("row").filter({ has: checkbox(page, `Select ${name}`) });
  const [plain, main] = [await background(button(page, "Upload users")), await background(button(page, "Add user"))];
  expect(plain).not.toBe(main);
  const filterBefore = await measure(page.getByLabel("Filter users by…"));
  await selectUsers(page, ANNA);
  expect(await background(row(ANNA))).not.toBe(await background(row("Anna Jäger")));
  expect(await background(button(page, "Manage licenses"))).toBe(main);
  expect(await background(button(page, "Add user"))).toBe(plain);
  const look = (element: Locator) => element.evaluate((element) => {
    const { color, textDecorationLine, fontWeight } = getComputedStyle(element);
    return { color, textDecorationLine, fontWeight };
  });
  const selected = page.getByRole("link", { name: "Selected users (1)" });
  expect(await look(selected)).toEqual(await look(button(page, "Clear selection")));
  // The number of matches is in the row of the selection, so that the filter stays where it is.
  await page.getByRole("searchbox", { name: "Search users" }).fill("anna");
  const found = page.getByRole("status").filter({ hasText: /^\d+ matches$/ });
  expectEqual((await measureText(found)).middle, (await measureText(selected)).middle, "matches beside the selection");
  expect(await measure(page.getByLabel("Filter users by…"))).toEqual(filterBefore);
});

test("Select all goes when all are selected", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const all = page.getByRole("button", { name: /^Select all \d+ users$/ });
  await expect(all).toHaveText("Select all 64 users");
  await all.click();
  await expect(all).toBeHidden();
  await expect(page.getByRole("link", { name: "Selected users (64)" })).toBeFocused();
  await checkbox(page, `Select ${ANNA}`).uncheck();
  await expect(all).toBeVisible();
});

test.describe("messages", () => {
  test("go by themselves after a while, but not one that offers Undo, and not one that is used", async ({ page }) => {
    await page.clock.install();
    await openAddUser(page, COMPANY.ordinary);
    await addUser(page, { display: "Frieda", user: "frieda" });
    await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
    await expect(messages(page)).toContainText("Download started.");
    await page.clock.runFor(7_000);
    await expect(messages(page)).toContainText("Download started.");
    await messages(page).getByRole("button", { name: "Dismiss" }).focus();
    await page.clock.runFor(5_000);
    await expect(messages(page)).toContainText("Download started.");
    await heading(page, "User created").focus();
    await page.clock.runFor(3_000);
    await expect(messages(page)).not.toContainText("Download started.");
    await customerMenu(page).getByRole("link", { name: "Account" }).click();
    await fillIn(page, { location: "Austria" });
    await save(page);
    await expect(messages(page).getByRole("button", { name: "Undo" })).toBeVisible();
    await page.clock.runFor(60_000);
    await expect(messages(page).getByRole("button", { name: "Undo" })).toBeVisible();
  });

  test("take little of a phone's page: Undo beside a short text, Dismiss in the corner", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Account" }).click();
    await fillIn(page, { location: "Austria" });
    await save(page);
    await expect(messages(page).getByRole("button", { name: "Undo" })).toBeVisible();
    expect((await messages(page).boundingBox())!.height).toBeLessThan(60);
    await messages(page).getByRole("button", { name: "Dismiss" }).click();
    await expect(messages(page).getByRole("button")).toHaveCount(0);
  });

  for (const [width, height] of [[360, 740], [800, 600], [1280, 740]] as const) {
    test(`cover no password, and can be scrolled clear of every row, at ${width}×${height} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await resetPassword(page);
      await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
      const message = messages(page).getByText("Download started.");
      await expect(message).toBeVisible();
      const bar = await measure(messages(page));
      const password = await measure(page.getByRole("region", { name: "Sign-in details" }).getByRole("cell").last());
      expect(password.bottom).toBeLessThanOrEqual(bar.top);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect((await measure(page.getByRole("contentinfo"))).bottom).toBeLessThanOrEqual((await measure(messages(page))).top + 1);
    });
  }
});

test("a user's page: nothing to save before a change; Reset and Delete have a heading", async ({ page }) => {
  await openUser(page, ANNA);
  await expect(button(page, "Save")).toBeDisabled();
  await expect(button(page, "Save")).toHaveAccessibleDescription("You haven't changed anything yet.");
  await page.getByLabel("Display name").press("Enter");
  await expect(messages(page)).not.toContainText("Nothing was changed.");
  await fillIn(page, { display: "Anna K." });
  await expect(button(page, "Save")).toBeEnabled();
  await fillIn(page, { display: ANNA });
  await expect(button(page, "Save")).toBeDisabled();
  const section = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: "Actions" }) });
  for (const name of ["Reset password", "Delete user account"]) await expect(section.getByRole("button", { name })).toBeVisible();
});

test("the breadcrumb goes on to the person, and every part but the last is a link", async ({ page }) => {
  await openUser(page, ANNA);
  const trail = page.getByRole("navigation", { name: "You are here" });
  await expect(trail.getByRole("listitem")).toHaveText(["Customers", COMPANY.ordinary, "Users and licenses", ANNA]);
  await expect(trail.getByText(ANNA)).toHaveAttribute("aria-current", "location");
  await button(page, "Manage licenses").click();
  await expect(trail.getByRole("listitem")).toHaveText(["Customers", COMPANY.ordinary, "Users and licenses", ANNA, "Manage licenses"]);
  await trail.getByRole("link", { name: ANNA }).click();
  await expect(heading(page, ANNA)).toBeVisible();
  await fillIn(page, { display: "Anna K." });
  await save(page);
  await expect(trail.getByRole("listitem").last()).toHaveText("Anna K.");
  await trail.getByRole("link", { name: "Users and licenses" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await expect(trail.getByRole("listitem")).toHaveText(["Customers", COMPANY.ordinary]);
  await page.getByRole("link", { name: /^Deleted users/ }).click();
  await page.getByRole("checkbox", { name: /^Select all users/ }).check();
  await button(page, "Restore").click();
  await expect(heading(page, "Users restored")).toBeVisible();
  await expect(trail.getByRole("listitem")).toHaveText(["Customers", COMPANY.ordinary, "Users and licenses", "Users restored"]);
});

test("date and role are in the head of every page at every width", async ({ page }) => {
  await page.goto("/");
  const today = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date());
  for (const width of [320, 640, 1000, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const banner = page.getByRole("banner");
    await expect(banner.getByText(today), `${width} px`).toBeInViewport();
    const roles = banner.getByText("Admin agent").filter({ visible: true });
    await expect(roles, `${width} px`).toHaveCount(1);
    await expect(roles, `${width} px`).toBeInViewport();
  }
});

for (const [language, width] of [["English", 320], ["English", 360], ["Deutsch", 320], ["Deutsch", 360]] as const) {
  test.describe(`a phone of ${width} px in ${language}`, () => {
    test.use({ viewport: { width, height: 700 }, locale: language === "Deutsch" ? "de-DE" : "en-US" });

    test("the list of users begins within the first 400 px, and the names stay in sight", async ({ page }) => {
      await page.goto("/#/customers");
      await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
      const table = page.getByRole("region", { name: language === "Deutsch" ? "Benutzer" : "Users", exact: true });
      expect((await measure(table)).top).toBeLessThan(400);
      const hyphens = (element: Locator) => element.evaluate((element) => getComputedStyle(element).hyphens);
      expect(await hyphens(page.getByRole("columnheader").nth(1)), "words break at syllables").toBe("auto");
      expect(await hyphens(page.getByRole("rowheader").first()), "names do not").toBe("manual");
      const fades = () => table.evaluate((table) => Number(getComputedStyle(table).getPropertyValue("--edge-alpha")) < 1);
      expect(await fades(), "a hint that there is more").toBe(true);
      await table.evaluate((table) => { table.scrollLeft = table.scrollWidth; });
      await expect(page.getByRole("link", { name: "Anna Jäger", exact: true })).toBeInViewport({ ratio: 1 });
      await expect.poll(fades).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "the page itself does not scroll sideways").toBe(width);
    });

    test("subscriptions are blocks, with all of their buttons", async ({ page }) => {
      await page.goto("/#/customers");
      await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
      await page.getByRole("link", { name: language === "Deutsch" ? "Abonnements" : "Subscriptions", exact: true }).click();
      const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
      await expect(rows.first()).toBeVisible();
      for (const row of await rows.all()) {
        await row.scrollIntoViewIfNeeded();
        for (const name of language === "Deutsch" ? [/Menge ändern/, /Aussetzen/] : [/Change quantity/, /Suspend/]) {
          await expect(row.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
        }
      }
      const meters = await page.getByRole("meter").evaluateAll((all) => all.map((meter) => meter.getBoundingClientRect().x));
      expect(new Set(meters.map(Math.round)).size, "the meters stand below each other").toBe(1);
      await page.getByRole("button", { name: language === "Deutsch" ? "Abonnement hinzufügen" : "Add subscription" }).click();
      const choices = page.getByRole("dialog").getByRole("radio");
      const cut = await choices.evaluateAll((all) => all.filter((radio) => {
        const label = radio.closest("label")!;
        const frame = label.parentElement!.getBoundingClientRect();
        return label.getBoundingClientRect().right > frame.right || label.scrollWidth > label.clientWidth;
      }).length);
      expect(cut, "names that are cut off").toBe(0);
    });
  });
}

test("at 640 px the display names stay in sight while the list is scrolled sideways", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await openCustomer(page, COMPANY.ordinary);
  const table = page.getByRole("region", { name: "Users", exact: true });
  await table.evaluate((table) => { table.scrollLeft = table.scrollWidth; });
  await expect(page.getByRole("link", { name: ANNA, exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("columnheader", { name: "Display name" })).toBeInViewport({ ratio: 1 });
});

test("in German, on a phone, no word is broken in a head or in a name of people", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openCustomer(page, COMPANY.ordinary);
  await changeSetting(page, "Language", "Deutsch");
  await button(page, "Benutzer hochladen").click();
  await page.getByLabel("Durchsuchen").setInputFiles({
    name: "namen.csv", mimeType: "text/csv",
    buffer: Buffer.from("Vorname;Nachname;Anzeigename;E-Mail\r\nOle;Öhlschläger;Ole Öhlschläger;ole@albatros.example\r\n", "latin1"),
  });
  const preview = page.getByRole("region", { name: "Vorschau" });
  for (const name of ["Vorname", "Nachname", "Anzeigename"]) await expectOneLine(preview.getByRole("columnheader", { name }));
  await expectOneLine(preview.getByRole("cell", { name: "Öhlschläger", exact: true }));
  await page.getByRole("link", { name: "Benutzer und Lizenzen" }).last().click();
  await page.getByRole("checkbox", { name: "Birgit Zimmermann auswählen" }).check();
  await button(page, "Lizenzen verwalten").click();
  await page.getByRole("checkbox", { name: "Microsoft 365 Business Basic" }).click();
  await button(page, "Speichern").click();
  await expectOneLine(page.getByRole("columnheader", { name: "Anzeigename" }));
  expect(await countLines(page.getByRole("rowheader", { name: "Birgit Zimmermann" })), "one for each word").toBeLessThanOrEqual(2);
});

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the buttons of the bar keep clear of the banner", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const banner = await measure(page.getByText("Training simulation – no real accounts").locator(".."));
    for (const name of ["Advance clock", "How to …", "Settings"]) {
      expect((await measure(button(page, name))).top - banner.bottom, name).toBeGreaterThanOrEqual(4);
    }
  });

  test("a title of the panel in two lines has room in its bar", async ({ page }) => {
    await page.goto("/#/customers?follow=upload.1");
    const panel = page.getByRole("complementary", { name: "Side panel" });
    const title = panel.getByRole("heading", { level: 2 });
    expect(await countLines(title)).toBe(2);
    expect((await measureText(title)).top - (await measure(panel)).top).toBeGreaterThanOrEqual(4);
  });

  test("the heads of the problems of a file are in one line, in German too", async ({ page }) => {
    for (const [language, heads] of [["English", ["Line", "Column", "Value", "Reason"]], ["Deutsch", ["Zeile", "Spalte", "Wert", "Grund"]]] as const) {
      if (language === "English") {
        await openUpload(page);
        await validateFile(page, csvFile([HEADINGS, ",,,x"]));
      } else await changeSetting(page, "Language", language);
      const middles = await Promise.all(heads.map(async (name) => (await measureText(button(page, name))).middle));
      for (const middle of middles) expectEqual(middle, middles[0]!, language);
    }
  });

  test("a link below buttons begins where they do", async ({ page }) => {
    await openAddUser(page, COMPANY.tiny);
    await addUser(page, { display: "Frieda", user: "frieda" });
    await changeSetting(page, "Language", "Deutsch");
    const [another, back] = [button(page, "Weiteren Benutzer hinzufügen"), page.getByRole("link", { name: "Zurück zur Liste" })];
    expect((await measure(back)).top).toBeGreaterThan((await measure(another)).bottom - 1);
    expectEqual((await measure(back)).left, (await measure(another)).left, "left edge");
  });
});

test("at 640 px, as with 200 % of 1280, the buttons of the bar are in one row, and links stand apart", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 450 });
  await openCustomer(page, COMPANY.ordinary);
  await selectUsers(page, ANNA);
  await expectEqual((await measure(button(page, "Advance clock"))).middle, (await measure(button(page, "Settings"))).middle, "one row");
  await button(page, "Manage licenses").click();
  const links = product(page, "Power BI Pro").getByRole("cell").filter({ has: page.getByRole("link", { name: "Buy more" }) });
  const [more, plans] = [links.getByRole("link"), links.getByRole("button")];
  expect((await measureText(plans)).left - (await measureText(more)).right).toBeGreaterThan(8);
});

test("after deleting with the mouse, no explanation lies over the head of the list", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await selectUsers(page, ANNA);
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(messages(page)).toContainText("deleted");
  await expect(page.getByRole("tooltip").filter({ visible: true })).toHaveCount(0);
});

test("user names break before the @ or the last dot", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const user = "bjoern.hoffmann@albatros.example";
  const cell = page.getByRole("row").filter({ hasText: user }).getByRole("cell").nth(1);
  await expect(cell).toHaveText(user);
  await cell.evaluate((cell) => {
    cell.style.inlineSize = "10rem";
    cell.style.display = "block";
  });
  expect(await countLines(cell)).toBe(2);
  const lines = await cell.evaluate((cell) => {
    const range = document.createRange();
    const texts = [...cell.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent);
    return texts.map((node) => {
      range.selectNodeContents(node);
      return [node.textContent, range.getClientRects().length];
    });
  });
  expect(lines).toEqual([["bjoern.hoffmann", 1], ["@albatros", 1], [".example", 1]]);
});

test("at 1280 pixels all columns of Deleted users are in sight beside the panel", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("link", { name: "Deleted users (3)" }).click();
  await button(page, "How to …").click();
  const region = page.getByRole("region", { name: /Deleted users/ });
  await expect(region).toBeVisible();
  expect(await region.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
});

test.describe("at 360 pixels", () => {
  for (const locale of ["en-GB", "de-DE"]) {
    test.describe(locale, () => {
      test.use({ viewport: { width: 360, height: 740 }, locale });

      test("the whole menu is in one line, with the Dashboard", async ({ page }) => {
        await page.goto("/#/customers");
        const links = page.getByRole("navigation", { name: /^(Main menu|Hauptmenü)$/ }).getByRole("link");
        await expect(links).toHaveCount(4);
        const boxes = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
        for (const { top, left, right } of boxes) {
          expect(Math.abs(top - boxes[0]!.top)).toBeLessThan(1);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(360);
        }
      });
    });
  }
});
