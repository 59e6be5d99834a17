// Following the documentation: every procedure is walked by what its own steps say and point at.

import { expect, test, type Page } from "@playwright/test";
import {
  PROCEDURES, act, expectPointed, inRow, marker, panel, readLabels, readPointed, said, showButton, stepItem,
  type Language,
} from "./follow";
import { COMPANY, button, customerMenu, heading, openCustomer, openUser, tabTo } from "./steps";

/** What is true at the end of each procedure: the heading of the page, and what stands in it. */
const DONE: Record<string, Record<Language, [heading: string, text: RegExp]>> = {
  create: { en: ["User created", /frieda@/], de: ["Benutzer erstellt", /frieda@/] },
  several: { en: ["User created", /frieda\.1@/], de: ["Benutzer erstellt", /frieda\.1@/] },
  licenses: { en: ["Licenses updated", /Assigned|assigned/], de: ["Lizenzen aktualisiert", /[Zz]ugewiesen/] },
  reset: { en: ["Password reset", /@albatros/], de: ["Kennwort zurückgesetzt", /@albatros/] },
  delete: { en: ["Users and licenses", /Deleted users \(4\)/], de: ["Benutzer und Lizenzen", /Gelöschte Benutzer \(4\)/] },
  restore: { en: ["Users restored", /Restored/], de: ["Benutzer wiederhergestellt", /[Ww]iederhergestellt/] },
  upload: { en: ["Users created", /probe1@/], de: ["Benutzer erstellt", /probe1@/] },
  assign: { en: ["Licenses updated", /assigned/i], de: ["Lizenzen aktualisiert", /zugewiesen/i] },
};

async function follow(page: Page, name: string, language: Language) {
  await page.goto(`/#/customers?follow=${name}.1`);
  await expect(panel(page, language)).toBeVisible();
  await expect(panel(page, language).getByRole("heading", { level: 2 })).toHaveText(PROCEDURES[name]!.title[language]);
}

/** Confirms a question, with the button that the step named last. */
async function confirmQuestion(page: Page, label: string | undefined) {
  const question = page.getByRole("dialog");
  if (label && (await question.isVisible())) await question.getByRole("button", { name: label, exact: true }).click();
}

/** Walks a procedure, from the list of customers to its end, by what its own steps say and point at. */
async function walk(page: Page, name: string, language: Language) {
  const { steps, title } = PROCEDURES[name]!;
  await page.goto(`/#/customers?follow=${name}.1`);
  await expect(panel(page, language).getByRole("heading", { level: 2 })).toHaveText(title[language]);
  let round = 0;
  for (const [at, { show }] of steps.entries()) {
    const step = at + 1;
    const isLast = step === steps.length;
    if (show.name === "add_another") round += 1;
    await showButton(page, step, language).click();
    await expect(stepItem(page, step, language)).toHaveAttribute("aria-current", "step");
    await expect(page).toHaveURL(new RegExp(`follow=${name}\\.${step}$`));
    const labels = await readLabels(page, step, language);
    const { control, called } = await readPointed(page, show, language);
    await expectPointed(page, control, show.role);
    // What is pointed at is called as the step calls it.
    if (!["table", "form", "checkbox"].includes(show.role)) expect(labels).toContain(called);
    await expect(showButton(page, step, language), "the focus stays where it was").toBeFocused();
    // A deleted account is only looked for.
    if (name === "delete" && isLast) break;
    const download = isLast ? page.waitForEvent("download") : undefined;
    await act(page, show, control, round);
    await download;
    await expect(page.getByRole("progressbar"), "work ends before the next step").toHaveCount(0);
    await expect(marker(page), "gone at the next action").toBeHidden();
    const question = page.getByRole("dialog");
    if (await question.isVisible()) await question.getByRole("button", { name: labels.at(-1)!, exact: true }).click();
  }
  const [heading_, text] = DONE[name]![language];
  await expect(heading(page, heading_)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(text);
}

for (const language of ["en", "de"] as const) {
  test.describe(`by its own steps only, ${language}`, () => {
    test.use({ locale: language === "en" ? "en-GB" : "de-DE" });
    for (const name of Object.keys(PROCEDURES)) {
      test(name, async ({ page }) => {
        test.slow();
        await walk(page, name, language);
      });
    }
  });
}

test.describe("in a narrow window", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test.describe("in German, where what is said takes two lines", () => {
    test.use({ locale: "de-DE" });

    test("it never cuts off the button of the step", async ({ page }) => {
      await page.goto("/#/customers");
      await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
      await expect(heading(page, "Benutzer und Lizenzen")).toBeVisible();
      for (const step of [4, 5, 6]) {
        // As if one had come to the step by doing those before: it is at the lower edge of the panel.
        await page.goto(`${page.url().replace(/\?.*/, "")}?follow=assign.${step}`);
        const show = showButton(page, step, "de");
        await expect(show).toBeInViewport({ ratio: 1 });
        await show.click();
        await expect(said(page)).toHaveText(/./);
        const line = panel(page, "de").getByText((await said(page).textContent())!, { exact: true });
        await expect.poll(async () => {
          const [button, below] = [(await show.boundingBox())!, (await line.boundingBox())!];
          return below.y - (button.y + button.height);
        }, { message: `step ${step}`, intervals: [50] }).toBeGreaterThan(0);
      }
    });
  });

  test("restore, with the panel at the bottom", async ({ page }) => {
    test.slow();
    await walk(page, "restore", "en");
    const { x, y, width, height } = (await panel(page).boundingBox())!;
    expect([x, Math.round(y + height), width]).toEqual([0, 740, 360]);
    expect(y).toBeGreaterThan(370);
  });
});

test("restore, with the keyboard alone: F6 leads from Show me to the control and back", async ({ page }) => {
  test.slow();
  const press = (key: string) => page.keyboard.press(key);
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await tabTo(page, button(page, "How to …"));
  await press("Enter");
  await expect(said(page)).toContainText("open beside your work. F6 moves there and back.");
  await expect(button(page, "How to …")).toBeFocused();
  await press("F6");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(page, panel(page).getByRole("button", { name: "Restore a deleted user" }));
  await press("Enter");
  await expect(panel(page).getByRole("heading", { level: 2, name: "Restore a deleted user" })).toBeFocused();
  for (const [at, { show }] of PROCEDURES.restore!.steps.entries()) {
    if (at > 0) await press("F6");
    await tabTo(page, showButton(page, at + 1));
    await press("Enter");
    const { control } = await readPointed(page, show, "en");
    await expectPointed(page, control, show.role);
    await press("F6");
    if (show.role === "table") {
      // The list has the focus; what is in its first row comes next.
      await tabTo(page, await inRow(control));
    } else {
      await expect(control).toBeFocused();
    }
    const download = at === 6 ? page.waitForEvent("download") : undefined;
    await press((await page.locator(":focus").getAttribute("type")) === "checkbox" ? "Space" : "Enter");
    await download;
    await expect(page.getByRole("progressbar"), "work ends before the next step").toHaveCount(0);
    await expect(marker(page)).toBeHidden();
    if (show.name === "restore") await expect(heading(page, "Users restored")).toBeFocused();
  }
  await expect(heading(page, "Users restored")).toBeVisible();
});

test.describe("the marked step", () => {
  const current = (page: Page) => panel(page).locator("[aria-current=step]");
  const expectStep = (page: Page, name: string, step: number) =>
    Promise.all([
      expect(current(page)).toHaveText(new RegExp(`^${PROCEDURES[name]!.steps[step - 1]!.text.en.replace(/\{.*$/, "").replace(/[.?]/g, "\\$&")}`)),
      expect(page).toHaveURL(new RegExp(`follow=${name}\\.${step}$`)),
    ]);

  test("follows who does the steps by hand", async ({ page }) => {
    await page.goto("/#/?follow=restore.1");
    await expectStep(page, "restore", 1);
    await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
    await expectStep(page, "restore", 2);
    // To sort the list is not to choose from it.
    await page.getByRole("table").getByRole("button", { name: "Company name" }).click();
    await expectStep(page, "restore", 2);
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    // The list of users opens by itself.
    await expectStep(page, "restore", 4);
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await expectStep(page, "restore", 5);
    await page.getByRole("table").getByRole("checkbox").nth(1).check();
    await expectStep(page, "restore", 6);
    await page.getByRole("main").getByRole("button", { name: "Restore", exact: true }).click();
    await expect(heading(page, "Users restored")).toBeVisible();
    await expectStep(page, "restore", 7);
    // Back to the list, the step there comes again.
    await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
    await expectStep(page, "restore", 2);
  });

  test("stays where something is wrong, and goes on when it is right", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await button(page, "How to …").click();
    await panel(page).getByRole("button", { name: "Create a user account" }).click();
    await expectStep(page, "create", 4);
    await page.getByRole("main").getByRole("button", { name: "Add user" }).click();
    await expectStep(page, "create", 5);
    await page.getByRole("textbox", { name: "First name" }).fill("Frieda");
    await page.getByRole("textbox", { name: "Last name" }).fill("Probst");
    await expectStep(page, "create", 5);
    await button(page, "Save").click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expectStep(page, "create", 10);
    await page.getByRole("textbox", { name: "User name" }).fill("frieda");
    await button(page, "Save").click();
    await expect(heading(page, "User created")).toBeVisible();
    await expectStep(page, "create", 11);
  });

  test("stays at a step that is shown or named by the address", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.goto("/#/customers?follow=restore.6");
    await expect(heading(page, "Customers")).toBeVisible();
    await expectStep(page, "restore", 6);
    await showButton(page, 7).click();
    await expect(said(page)).toHaveText(/^Step 5 comes first/);
    await expectStep(page, "restore", 7);
  });
});

test.describe("Show me", () => {
  test("goes to the right screen from anywhere, and to the customer shown last", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await page.goto("/#/workspace?follow=reset.5");
    await showButton(page, 5).click();
    await expect(said(page)).toHaveText("Button: Reset password");
    await expect(customerMenu(page)).toBeVisible();
    await expectPointed(page, button(page, "Reset password"), "button");
    await page.goto("/#/activity?follow=restore.5");
    await showButton(page, 5).click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "You are here" })).toContainText(COMPANY.conflicting);
  });

  test("points at an earlier step where the control is not there or can't be used yet, and says so", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    for (const [name, step, words, role, label] of [
      ["create", 11, "Step 10 comes first. Button: Save", "button", "Save"],
      ["reset", 6, "Step 5 comes first. Button: Reset password", "button", "Reset password"],
      // As long as nobody is selected, these buttons can't be used.
      ["restore", 7, "Step 5 comes first. List: Deleted users", "table", "Deleted users"],
      ["assign", 7, "Step 5 comes first. Check box: Select all users on this page", "checkbox", "Select all users on this page"],
      // The file comes before its location.
      ["upload", 9, "Step 5 comes first. Button: Browse", "file", "Browse"],
    ] as const) {
      await page.goto(`${new URL(page.url()).origin}/#/workspace?follow=${name}.${step}`);
      await showButton(page, step).click();
      await expect(said(page)).toHaveText(words);
      const control = page.getByRole("main").getByRole(role === "file" ? "button" : role, { name: label, exact: true });
      await expectPointed(page, control, role);
    }
  });

  test("points at the list where users are chosen, not at the box that selects everyone", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await page.evaluate(() => { location.hash += "?follow=restore.5"; });
    await showButton(page, 5).click();
    await expect(said(page)).toHaveText("List: Deleted users");
    await expectPointed(page, page.getByRole("table", { name: "Deleted users" }), "table");
    // Any of them will do.
    await page.getByRole("table").getByRole("checkbox").last().check();
    await expect(stepItem(page, 6)).toHaveAttribute("aria-current", "step");
    await page.getByRole("table").getByRole("checkbox").nth(1).check();
    await expect(stepItem(page, 6)).toHaveAttribute("aria-current", "step");
  });

  test("asks before unsaved work is left, and then points at nothing", async ({ page }) => {
    await openUser(page, "Anna Keßler");
    await page.getByRole("textbox", { name: "First name" }).fill("Ann");
    await button(page, "How to …").click();
    await panel(page).getByRole("button", { name: "Restore a deleted user" }).click();
    await showButton(page, 1).click();
    await expect(said(page)).toHaveText("Link: Customers");
    await showButton(page, 5).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Stay here" }).click();
    await expect(page.getByRole("textbox", { name: "First name" })).toHaveValue("Ann");
    await expect(marker(page)).toBeHidden();
  });

  test("is gone at the next press, choice, letter and Escape, but not when the page scrolls", async ({ page }) => {
    await page.goto("/#/customers?follow=create.2");
    for (const act of [
      () => page.getByRole("searchbox").fill("a"),
      () => heading(page, "Customers").click(),
      () => page.getByLabel("Rows per page").selectOption("50"),
      () => page.keyboard.press("Escape"),
    ]) {
      await showButton(page, 2).click();
      await expect(marker(page)).toBeVisible();
      await page.mouse.wheel(0, 60);
      await page.keyboard.press("Tab");
      await expectPointed(page, page.getByRole("table", { name: "Customers" }), "table");
      await act();
      await expect(marker(page)).toBeHidden();
      await expect(said(page)).toHaveText("");
    }
  });

  test("what was said goes when the address leads elsewhere", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await button(page, "How to …").click();
    await expect(said(page)).toContainText("open beside your work");
    await page.goto("/#/customers?follow=restore.1");
    await expect(heading(page, "Customers")).toBeVisible();
    await expect(said(page)).toHaveText("");
    await showButton(page, 2).click();
    await expect(said(page)).toHaveText("List: Customers");
    await page.goBack();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await expect(said(page)).toHaveText("");
    await expect(marker(page)).toBeHidden();
  });

  test("Add subscription is explained where people get stuck", async ({ page }) => {
    await page.goto("/#/customers?follow=create.4");
    await expect(stepItem(page, 4)).toContainText("The official English page says “Add subscription” at this step. It means this button");
  });
});

test.describe("Show me is seen: the ring is in the window, and the arrow covers no other control", () => {
  /** Where ring and arrow are, and what the arrow covers. */
  const readMarker = (page: Page) => marker(page).evaluate((ring) => {
    const { left, top, right, bottom } = ring.getBoundingClientRect();
    const side = ring.getAttribute("data-arrow");
    const [x, y] = [left + parseFloat(ring.style.getPropertyValue("--arrow")), top + Math.min((bottom - top) / 2, 32)];
    const [ax, ay] = { above: [x, top - 33], near: [x, top - 17], below: [x, bottom + 33], right: [right + 33, y], left: [left - 33, y] }[side!] ?? [-1, -1];
    const covered = document.elementFromPoint(ax!, ay!)?.closest("a, button, input, select")?.textContent;
    return { side, left, top, right, bottom, x: ax!, y: ay!, covered };
  });

  for (const [width, height] of [[1280, 700], [360, 740]] as const) {
    test(`a table that is taller than a window of ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openCustomer(page, COMPANY.ordinary);
      await page.evaluate(() => { location.hash += "?follow=reset.3"; });
      await showButton(page, 4).click();
      await expect(marker(page)).toBeVisible();
      const { side, top, bottom, x, y, covered } = await readMarker(page);
      const panelTop = width < 900 ? (await panel(page).boundingBox())!.y : height;
      expect(side).toMatch(/above|near/);
      expect(covered).toBeUndefined();
      expect(top).toBeGreaterThan(54);
      expect(bottom).toBeLessThan(panelTop);
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(20);
    });
  }

  test("the menu of a customer, on the page of a user", async ({ page }) => {
    await openUser(page, "Anna Keßler");
    await page.evaluate(() => { location.hash += "?follow=several.1"; });
    for (const step of [1, 3]) {
      await showButton(page, step).click();
      await expect(marker(page)).toBeVisible();
      const { covered, x, y } = await readMarker(page);
      expect(x, `step ${step}`).toBeGreaterThan(0);
      expect(y, `step ${step}`).toBeGreaterThan(0);
      expect(covered, `step ${step}`).toBeUndefined();
    }
    // Not at the link of the same name in the breadcrumb.
    await expectPointed(page, customerMenu(page).getByRole("link", { name: "Users and licenses" }), "link");
  });
});
