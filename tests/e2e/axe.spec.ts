// axe finds nothing on any screen in any state, light and dark, wide and at 320 px.

import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, type Look } from "./axe";
import { marker } from "./follow";
import {
  COMPANY, HEADINGS, addUser, button, changeSetting, chooseFile, csvFile, customerMenu, field,
  fillIn, heading, inventUsers, manageLicenses, openAddUser, openCustomer, openUpload, product,
  readNames, save, selectUsers, validateFile,
} from "./steps";

/** The way to each screen and state. Each step of a walk starts where the previous one ended. */
const WALKS: Record<string, [state: string, go: (page: Page) => Promise<unknown>][]> = {
  lists: [
    ["the first visit", async (page) => { await page.goto("/"); await expect(heading(page, "Welcome to Seatwork")).toBeVisible(); }],
    ["the dashboard", async (page) => { await page.getByRole("link", { name: "Skip to the Dashboard" }).click(); await expect(heading(page, "Dashboard")).toBeVisible(); }],
    ["customers", async (page) => { await page.goto("/#/customers"); await expect(heading(page, "Customers")).toBeVisible(); }],
    ["settings open", async (page) => { await button(page, "Settings").click(); await expect(page.getByLabel("Your role")).toBeVisible(); }],
    ["an empty search", async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("searchbox").fill("no such company");
      await expect(button(page, "Clear search")).toBeVisible();
    }],
    ["users", (page) => openCustomer(page, COMPANY.ordinary)],
    ["deleted users", async (page) => {
      await page.getByRole("link", { name: "Deleted users (3)" }).click();
      await expect(page.getByRole("columnheader", { name: "Days left" })).toBeVisible();
    }],
    ["subscriptions", async (page) => {
      await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
      await expect(heading(page, "Subscriptions")).toBeVisible();
    }],
    ["account", async (page) => {
      await customerMenu(page).getByRole("link", { name: "Account" }).click();
      await expect(heading(page, "Account")).toBeVisible();
    }],
  ],
  "what is empty or not there": [
    ["a customer without users", (page) => openCustomer(page, COMPANY.empty)],
    ["a customer without deleted users", async (page) => {
      await page.getByRole("link", { name: "Deleted users (0)" }).click();
      await expect(page.getByText("No deleted users.")).toBeVisible();
    }],
    ["a customer without subscriptions", async (page) => {
      await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
      await expect(page.getByText("This customer has no subscriptions.")).toBeVisible();
    }],
    ["an unknown address", async (page) => { await page.goto("/#/nowhere"); await expect(heading(page, "Page not found")).toBeVisible(); }],
  ],
  "add user": [
    ["the form", (page) => openAddUser(page, COMPANY.ordinary)],
    ["with mistakes, and plans open", async (page) => {
      await fillIn(page, { first: "x".repeat(51), user: ".ü..", location: "(not set)", licenses: ["Power BI Pro", "Visio Plan 2"] });
      await product(page, "Visio Plan 2").getByRole("button", { name: "View service plans" }).click();
      await save(page);
      await expect(page.getByRole("alert")).toContainText("Please correct");
    }],
    ["the confirmation", async (page) => {
      await button(page, "Clear form").click();
      await addUser(page, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
    }],
    ["the question on leaving", async (page) => {
      await page.getByRole("link", { name: "Back to the list" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    }],
  ],
  "the clock and the log": [
    ["an empty log", async (page) => {
      await page.goto("/#/activity");
      await expect(page.getByText("No activity yet.")).toBeVisible();
    }],
    ["the clock", async (page) => {
      await button(page, "Advance clock").click();
      await page.getByRole("dialog").getByRole("radio", { name: "To a date" }).check();
      await page.getByRole("dialog").getByRole("button", { name: "Advance", exact: true }).click();
      await expect(page.getByRole("dialog").getByLabel("Date (UTC)")).toHaveAttribute("aria-invalid", "true");
    }],
    ["the log, with entries unfolded", async (page) => {
      await page.getByRole("dialog").getByRole("radio", { name: "30 days" }).check();
      await page.getByRole("dialog").getByRole("button", { name: "Advance", exact: true }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(page.getByText("Simulated time: ")).toBeVisible();
      await page.getByRole("button", { name: /^Details: Deleted user purged/ }).first().click();
      await openAddUser(page, COMPANY.ordinary);
      await addUser(page, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
      await button(page, "Download").click();
      await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
      await page.getByRole("button", { name: /^Details: User created/ }).click();
      await expect(page.getByText("New-PartnerCustomerUser")).toBeVisible();
    }],
    ["nothing logged that matches", async (page) => {
      await page.getByLabel("Action").selectOption({ label: "Account edited" });
      await expect(button(page, "Show all")).toBeVisible();
    }],
  ],
  licenses: [
    ["nobody selected, by address", async (page) => {
      await openCustomer(page, COMPANY.conflicting);
      await page.goto(`${page.url()}/licenses`);
      await expect(page.getByText("No users are selected.")).toBeVisible();
    }],
    ["users selected, some of the page", async (page) => {
      await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
      await selectUsers(page, ...(await readNames(page)).slice(0, 1));
      await page.getByLabel("Rows per page").selectOption("100");
      await button(page, "Next").click();
      await page.getByRole("checkbox", { name: "Select all users on this page" }).check();
    }],
    ["a filter that nobody matches", async (page) => {
      await page.getByRole("searchbox").fill("nobody is called this");
      await page.getByLabel("Filter users by…").selectOption("administrators");
      await expect(button(page, "Show all")).toBeVisible();
    }],
    ["the form, mixed", async (page) => {
      await button(page, "Show all").click();
      await manageLicenses(page);
    }],
    ["too few seats, plans open", async (page) => {
      await page.getByRole("checkbox", { name: "Office 365 E3" }).click();
      await product(page, "Office 365 E3").getByRole("button", { name: /^View service plans/ }).click();
      await save(page);
      await expect(product(page, "Office 365 E3").getByText(/Licenses needed/)).toBeVisible();
    }],
    ["who holds it", async (page) => {
      await page.getByRole("button", { name: / assigned – Office 365 E3$/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    }],
    ["the results", async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("checkbox", { name: "Office 365 E3" }).click();
      await save(page);
      await expect(heading(page, "Licenses updated")).toBeVisible();
    }],
  ],
  "a user's page": [
    ["as it opens", async (page) => {
      await openCustomer(page, COMPANY.ordinary);
      await page.getByRole("link", { name: "Anna Keßler" }).click();
      await expect(heading(page, "Anna Keßler")).toBeVisible();
    }],
    ["saved", async (page) => {
      await fillIn(page, { last: "Brandt" });
      await save(page);
      await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    }],
    ["with mistakes", async (page) => {
      await fillIn(page, { display: "" });
      await save(page);
      await expect(page.getByRole("alert")).toContainText("Please correct");
    }],
    ["as Helpdesk agent", async (page) => {
      await button(page, "Settings").click();
      await page.getByLabel("Your role").selectOption({ label: "Helpdesk agent" });
      await page.keyboard.press("Escape");
      await expect(page.getByRole("paragraph").filter({ hasText: "Helpdesk agents can't" })).toBeVisible();
    }],
    ["leaving it with changes that are not saved", async (page) => {
      await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
      await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
    }],
    ["the list, as Helpdesk agent", async (page) => {
      await button(page, "Leave anyway").click();
      await expect(button(page, "Add user")).toBeDisabled();
    }],
  ],
  "reset and delete": [
    ["reset one: the question", async (page) => {
      await openCustomer(page, COMPANY.ordinary);
      await page.getByRole("link", { name: "Anna Keßler" }).click();
      await button(page, "Reset password").click();
      await expect(page.getByRole("dialog", { name: "Reset password" })).toBeVisible();
    }],
    ["the new password", async (page) => {
      await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
      await expect(heading(page, "Password reset")).toBeVisible();
    }],
    ["no passwords to show", async (page) => {
      await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
      await page.reload();
      await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
    }],
    ["delete several: the question", async (page) => {
      await page.getByRole("link", { name: "Back to the list" }).click();
      await selectUsers(page, ...(await readNames(page)).slice(0, 7));
      await button(page, "Delete user account").click();
      await expect(page.getByRole("dialog", { name: "Delete user account" })).toBeVisible();
    }],
    ["deleted, with Restore in the message", async (page) => {
      await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
      await expect(button(page, "Restore")).toBeVisible();
    }],
    ["delete one: the question, while another tab does it", async (page) => {
      await page.getByRole("rowheader").getByRole("link").first().click();
      await button(page, "Delete user account").click();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await button(other, "Delete user account").click();
      await other.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "deleted in the meantime" })).toBeVisible();
      await other.close();
    }],
    ["the page of a user who is gone", async (page) => {
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await expect(heading(page, "User not found")).toBeVisible();
    }],
    ["as Sales agent", async (page) => {
      await page.getByRole("link", { name: "Back to the list" }).click();
      await page.getByRole("rowheader").getByRole("link").first().click();
      await button(page, "Settings").click();
      await page.getByLabel("Your role").selectOption({ label: "Sales agent" });
      await page.keyboard.press("Escape");
      await expect(button(page, "Delete user account")).toBeDisabled();
      await button(page, "Delete user account").focus();
    }],
  ],
  "upload users": [
    ["no file", (page) => openUpload(page)],
    ["what belongs in the file", (page) => page.getByText("Columns of the file", { exact: true }).click()],
    ["a file that cannot be read", async (page) => {
      await chooseFile(page, csvFile([`${HEADINGS}"`, '"', 'a"b'], "a-name-that-is-as-long-as-names-of-files-can-be-and-has-no-space-to-break-at.csv"));
      await expect(page.getByRole("main").getByRole("alert")).toContainText("quotation mark");
    }],
    ["a file", async (page) => {
      await chooseFile(page, csvFile([HEADINGS, ...inventUsers(9)]));
      await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
    }],
    ["problems", async (page) => {
      const long = "x".repeat(300);
      await validateFile(page, csvFile([`${HEADINGS},Department`, `${long},,,jörg@albatross.example,,`, "a,b,c", ...inventUsers(30, 1, "nowhere.example")]));
      await expect(button(page, "Validate")).toBeVisible();
    }],
    ["problems, corrected", async (page) => {
      await button(page, "Use all suggestions").click();
      await field(page, "First name, line 2").fill("Mina");
      await expect(page.getByText("Corrected. Validate again.").first()).toBeVisible();
    }],
    ["no problem that matches", async (page) => {
      await page.getByRole("searchbox").fill("nothing is wrong with this");
      await expect(button(page, "Clear search")).toBeVisible();
    }],
    ["the question whether to discard corrections", async (page) => {
      await chooseFile(page, csvFile([HEADINGS, ...inventUsers(2_700)]));
      await expect(page.getByRole("dialog", { name: "Discard your corrections?" })).toBeVisible();
    }],
    ["too many users", async (page) => {
      await page.getByRole("dialog").getByRole("button", { name: "Discard" }).click();
      await button(page, "Validate").click();
      await expect(button(page, "Download all parts")).toBeVisible();
    }],
    ["the limit, with a mistake", async (page) => {
      await button(page, "Change limit").click();
      await page.getByRole("dialog").getByLabel("Maximum users per file").fill("5");
      await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByRole("dialog").getByLabel("Maximum users per file")).toHaveAttribute("aria-invalid", "true");
    }],
    ["no errors, above the real limit", async (page) => {
      await page.getByRole("dialog").getByLabel("Maximum users per file").fill("5000");
      await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("No errors.")).toBeVisible();
    }],
    ["as Helpdesk agent", async (page) => {
      await changeSetting(page, "Your role", "Helpdesk agent");
      await expect(button(page, "Save")).toBeDisabled();
      await button(page, "Save").focus();
    }],
    ["users created", async (page) => {
      await changeSetting(page, "Your role", "Admin agent");
      await validateFile(page, csvFile([HEADINGS, ...inventUsers(3)]));
      await expect(page.getByText("No errors. 3 users")).toBeVisible();
      await save(page);
      await expect(heading(page, "Users created")).toBeVisible();
    }],
    ["users created, after a reload", async (page) => {
      await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
      await page.reload();
      await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
    }],
  ],
};

/** With the panel, also where it leaves the least room beside it. */
const BESIDE_THE_PANEL: Look[] = [
  { colorScheme: "light", width: 1200 },
  { colorScheme: "dark", width: 900 },
  { colorScheme: "dark", width: 320 },
];

const SCREENS_BESIDE_THE_PANEL: [state: string, go: (page: Page) => Promise<unknown>][] = [
  ["the choice", async (page) => { await openCustomer(page, COMPANY.ordinary); await button(page, "How to …").click(); }],
  ["the users", (page) => showMe(page, "Delete a user account", 4)],
  ["the user", (page) => showMe(page, undefined, 5)],
  ["licenses", async (page) => { await button(page, "All procedures").click(); await showMe(page, "Add or remove a user's licenses", 6); }],
  ["add user", async (page) => { await button(page, "All procedures").click(); await showMe(page, "Create a user account", 9); }],
  ["deleted users", async (page) => { await button(page, "All procedures").click(); await showMe(page, "Restore a deleted user", 5); }],
  ["upload users", async (page) => { await button(page, "All procedures").click(); await showMe(page, "Create multiple users from a file", 9); }],
  ["subscriptions", async (page) => { await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click(); await expect(heading(page, "Subscriptions")).toBeVisible(); }],
  ["account", async (page) => { await customerMenu(page).getByRole("link", { name: "Account" }).click(); await expect(heading(page, "Account")).toBeVisible(); }],
  ["activity", async (page) => { await customerMenu(page).getByRole("link", { name: "Activity log" }).click(); await expect(heading(page, "Activity log")).toBeVisible(); }],
  ["workspace", async (page) => { await page.goto(`${page.url().split("#")[0]}#/workspace`); await expect(heading(page, "Workspace")).toBeVisible(); }],
  ["the dashboard", async (page) => { await page.goto(`${page.url().split("#")[0]}#/`); await expect(heading(page, "Dashboard")).toBeVisible(); }],
  ["customers, and the panel collapsed", async (page) => { await page.goto(`${page.url().split("#")[0]}#/customers`); await button(page, "Side panel").click(); }],
];

/** Opens a procedure, and has a step shown. */
async function showMe(page: Page, procedure: string | undefined, step: number) {
  if (procedure) await button(page, procedure).click();
  await button(page, `Show me – step ${step}`).click();
  await expect(marker(page)).toBeVisible();
  // What the banner covers half would be too small to press.
  await page.evaluate(() => scrollTo(0, 0));
}

test("beside the panel", async ({ page }) => {
  test.setTimeout(30_000 + SCREENS_BESIDE_THE_PANEL.length * 30_000);
  for (const [state, go] of SCREENS_BESIDE_THE_PANEL) {
    await go(page);
    await expectAccessible(page, state, BESIDE_THE_PANEL);
  }
});

for (const [walk, states] of Object.entries(WALKS)) {
  test(walk, async ({ page }) => {
    // Each state is checked twice.
    test.setTimeout(30_000 + states.length * 20_000);
    await page.setViewportSize({ width: 1200, height: 800 });
    for (const [state, go] of states) {
      await go(page);
      await expectAccessible(page, state);
    }
  });
}

test("reading and validating, with Cancel", async ({ page }) => {
  await page.addInitScript(() => {
    File.prototype.arrayBuffer = () => new Promise(() => {});
  });
  await openUpload(page);
  await chooseFile(page, csvFile([HEADINGS, ...inventUsers(9)]));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectAccessible(page, "reading");
});

test("no storage", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => null }));
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await expectAccessible(page, "no storage");
});

test("the program is missing", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "the program is missing");
});
