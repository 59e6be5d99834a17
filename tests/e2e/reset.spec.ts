// Reset passwords, as documented, for one user and for several. The new passwords are shown once.

import { readFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, button, changeSetting, checkbox, customerMenu, expectRefused, field, fillIn, heading,
  measureStored, messages, openCustomer, openUser, readCredentials, readDocument, readNames, readStorage, row, save, selectUsers,
  tabTo,
} from "./steps";

const RESET = "Reset password";
const ANNA = { display: "Anna Keßler", user: "anna.kessler@albatros-werkzeugbau.example" };
const PASSWORD = /^[A-HJ-NP-Za-km-np-z2-9!#$%&*?]{12}$/;

const question = (page: Page): Locator => page.getByRole("dialog", { name: RESET });
const leaveQuestion = (page: Page): Locator => page.getByRole("dialog", { name: "Leave without the passwords?" });

/** Confirms the question and returns the new passwords. */
async function confirmReset(page: Page) {
  await question(page).getByRole("button", { name: RESET }).click();
  await expect(heading(page, /^Passwords? reset$/)).toBeVisible();
  return readCredentials(page);
}

async function resetPassword(page: Page, name = ANNA.display) {
  await openUser(page, name);
  await button(page, RESET).click();
  return confirmReset(page);
}

test("the procedure: one user, the new password once", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await page.getByRole("link", { name: ANNA.display, exact: true }).click();
  await expect(page.getByRole("main")).not.toContainText("temporary, must be changed at the next sign-in");
  const address = page.url();
  await button(page, RESET).click();
  await expect(question(page)).toBeVisible();
  await expect(question(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  for (const text of [ANNA.display, ANNA.user, "The old password stops working immediately", "must change it at the next sign-in"]) {
    await expect(question(page)).toContainText(text);
  }
  const created = await confirmReset(page);
  await expect(heading(page, "Password reset")).toBeFocused();
  await expect(page).toHaveTitle(`Password reset – ${COMPANY.ordinary} – Seatwork`);
  expect(created.map(({ display, user }) => ({ display, user }))).toEqual([ANNA]);
  expect(created[0]!.password).toMatch(PASSWORD);
  await expect(page.getByRole("main")).toContainText("A new password is required at the next sign-in.");

  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await page.getByRole("link", { name: "Back to the user" }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("main")).toContainText("temporary, must be changed at the next sign-in");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("temporary, must be changed at the next sign-in");
});

test("several of the list: who is meant, then one sheet in the order of the names", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const shown = (await readNames(page)).slice(0, 8);
  await expect(button(page, RESET)).toBeDisabled();
  await expect(button(page, RESET)).toHaveAccessibleDescription(/Select users in the list first/);
  await selectUsers(page, ...[...shown].reverse());
  await button(page, RESET).click();
  await expect(question(page)).toContainText("8 users will get new temporary passwords:");
  await expect(question(page).getByRole("listitem")).toHaveCount(4);
  for (const [at, name] of shown.slice(0, 3).entries()) await expect(question(page).getByRole("listitem").nth(at)).toContainText(name);
  await expect(question(page).getByRole("listitem").last()).toHaveText("and 5 more");
  const created = await confirmReset(page);
  await expect(page.getByRole("main")).toContainText("8 users");
  expect(created.map(({ display }) => display)).toEqual(shown);
  expect(new Set(created.map(({ password }) => password)).size).toBe(8);
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Back to the user" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await leaveQuestion(page).getByRole("button", { name: "Leave anyway" }).click();
  // They are still selected.
  await expect(page.getByRole("link", { name: "Selected users (8)" })).toBeVisible();
});

test("Cancel and Escape change nothing, and the focus is back on the button", async ({ page }) => {
  await openUser(page, ANNA.display);
  const before = await readStorage(page);
  for (const out of ["Cancel", "Escape"]) {
    await button(page, RESET).click();
    if (out === "Cancel") await question(page).getByRole("button", { name: "Cancel" }).click();
    else await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(button(page, RESET)).toBeFocused();
  }
  expect(await readStorage(page)).toEqual(before);
});

test("Email, Copy, Download and Print take the passwords along", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.protocol === "mailto:") document.documentElement.setAttribute("data-mail", this.href);
      else click.call(this);
    };
  });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const [created] = await resetPassword(page);
  await button(page, "Email").click();
  const mail = await page.evaluate(() => decodeURIComponent(document.documentElement.getAttribute("data-mail") ?? ""));
  expect(mail).toContain(`User name: ${ANNA.user}\r\nTemporary password: ${created!.password}\r\n`);
  await button(page, "Copy").click();
  await expect(messages(page)).toContainText("Copied to the clipboard.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${ANNA.user}\t${created!.password}`);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  expect(download.suggestedFilename()).toMatch(/^temporary-passwords-[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
  expect(await readFile(await download.path(), "utf8")).toContain(`${ANNA.display},${ANNA.user},${created!.password}`);
  await button(page, "Print").click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
  await page.emulateMedia({ media: "print" });
  const card = page.getByRole("listitem").filter({ hasText: ANNA.user });
  for (const text of [COMPANY.ordinary, ANNA.display, created!.password, "when you next sign in"]) await expect(card).toContainText(text);
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("leaving asks first; staying keeps the passwords, leaving ends them for good", async ({ page }) => {
  const [created] = await resetPassword(page);
  const ways = [
    () => page.getByRole("link", { name: "Back to the user" }).click(),
    () => customerMenu(page).getByRole("link", { name: "Subscriptions" }).click(),
    () => page.evaluate(() => history.back()),
    () => page.evaluate(() => { location.hash = "#/customers"; }),
  ];
  for (const go of ways) {
    await go();
    await expect(leaveQuestion(page)).toBeVisible();
    await expect(button(page, "Stay here")).toBeFocused();
    await button(page, "Stay here").click();
    await expect(row(page, ANNA.display)).toContainText(created!.password);
  }
  await ways[1]!();
  await leaveQuestion(page).getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Password reset")).toBeVisible();
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
  expect(await readDocument(page)).not.toContain(created!.password);
});

test("closing or reloading the page asks; after it, it says that passwords are stored nowhere", async ({ page }) => {
  const [created] = await resetPassword(page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await expect(heading(page, "Password reset")).toBeVisible();
  await expect(page.getByText("aren't stored")).toBeVisible();
  expect(await readDocument(page)).not.toContain(created!.password);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeFocused();
});

test("nothing of the password is left anywhere", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  const created = [...(await resetPassword(page))];
  await page.getByRole("link", { name: "Back to the list" }).click();
  await leaveQuestion(page).getByRole("button", { name: "Leave anyway" }).click();
  await selectUsers(page, ...(await readNames(page)).slice(0, 3));
  await button(page, RESET).click();
  created.push(...(await confirmReset(page)));
  await page.getByRole("link", { name: "Back to the list" }).click();
  await leaveQuestion(page).getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Activity log" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Export log").click()]);
  const log = await readFile(await download.path(), "utf8");
  expect(log).toContain(COMPANY.ordinary);
  const everything = await page.evaluate(async () => [
    JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state), location.href, document.title,
    document.cookie, JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()),
    document.documentElement.outerHTML, ...Array.from(document.querySelectorAll("input"), (input) => input.value),
  ]);
  expect(created).toHaveLength(4);
  for (const { password } of created) expect([log, ...everything, ...said].join("\n")).not.toContain(password);
});

test.describe("roles", () => {
  test("a Helpdesk agent may reset passwords", async ({ page }) => {
    await openUser(page, ANNA.display);
    await changeSetting(page, "Your role", "Helpdesk agent");
    await button(page, RESET).click();
    expect((await confirmReset(page))[0]!.password).toMatch(PASSWORD);
  });

  test("a Sales agent may not, and learns why by keyboard and mouse", async ({ page }) => {
    const why = "Sales agents can't reset passwords. Required role: Admin agent or Helpdesk agent.";
    await openCustomer(page, COMPANY.ordinary);
    await changeSetting(page, "Your role", "Sales agent");
    await selectUsers(page, ANNA.display);
    await expectRefused(page, RESET, why);
    await page.getByRole("link", { name: ANNA.display, exact: true }).click();
    await expect(heading(page, ANNA.display)).toBeVisible();
    await expectRefused(page, RESET, why);
  });
});

test("with unsaved edits it says to save or discard them first", async ({ page }) => {
  await openUser(page, ANNA.display);
  await fillIn(page, { first: "Anne" });
  await expect(button(page, RESET)).toBeDisabled();
  await expect(button(page, RESET)).toHaveAccessibleDescription("Save or discard your changes first.");
  await button(page, "Cancel").click();
  await expect(button(page, RESET)).toBeEnabled();
  await fillIn(page, { first: "Anne" });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await button(page, RESET).click();
  await confirmReset(page);
});

test("an edit before it can be undone; the reset itself cannot", async ({ page }) => {
  await openUser(page, ANNA.display);
  await fillIn(page, { first: "Anne" });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await button(page, RESET).click();
  const [created] = await confirmReset(page);
  await heading(page, "Password reset").press("Control+z");
  await expect(messages(page)).toContainText("Undone.");
  await expect(row(page, ANNA.display)).toContainText(created!.password);
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await page.getByRole("link", { name: "Back to the user" }).click();
  await expect(field(page, "First name")).toHaveValue("Anna");
  await expect(page.getByRole("main")).toContainText("temporary, must be changed at the next sign-in");
});

test("users deleted in another tab meanwhile are left out, and it is said", async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await openCustomer(page, COMPANY.ordinary);
  const [first, second, third] = await readNames(one);
  await selectUsers(one, first!, second!, third!);
  await selectUsers(other, second!);
  await button(one, RESET).click();
  await expect(question(one)).toContainText("3 users will get new temporary passwords:");
  await button(other, "Delete user account").click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(question(one)).toContainText("2 users will get new temporary passwords:");
  await expect(question(one)).toContainText("1 user was deleted in the meantime, perhaps in another tab.");
  const created = await confirmReset(one);
  expect(created.map(({ display }) => display)).toEqual([first, third]);
  await expect(messages(one)).toContainText("1 user had already been deleted. No new password was created.");
  expect(await other.content()).not.toContain(created[0]!.password);
});

test("the only user is deleted in another tab while it is asked: said, and a way on", async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await openUser(page, ANNA.display);
  await button(one, RESET).click();
  await button(other, "Delete user account").click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
  await expect(question(one).getByRole("alert").filter({ hasText: "was deleted in the meantime" })).toBeVisible();
  await expect(question(one).getByRole("button", { name: "Close" })).toBeFocused();
  await expect(question(one).getByRole("button", { name: RESET })).toBeHidden();
  await question(one).getByRole("button", { name: "Close" }).click();
  await expect(heading(one, "User not found")).toBeFocused();
  await one.getByRole("link", { name: "Deleted users (4)" }).last().click();
  await expect(row(one, ANNA.display)).toBeVisible();
});

test("10,000 users: all of them get one, shown page by page", async ({ page }) => {
  test.setTimeout(120_000);
  await openCustomer(page, COMPANY.huge);
  await button(page, "Select all 10,000 users").click();
  await button(page, RESET).click();
  await expect(question(page)).toContainText("10,000 users will get new temporary passwords:");
  await expect(question(page)).toContainText("and 9,997 more");
  await question(page).getByRole("button", { name: RESET }).click();
  await expect(heading(page, "Passwords reset")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("1–250 of 10,000")).toBeVisible();
  const first = await readCredentials(page);
  expect(first).toHaveLength(250);
  await button(page, "Last").click();
  await expect(page.getByText("9,751–10,000 of 10,000")).toBeVisible();
  const last = await readCredentials(page);
  expect(new Set([...first, ...last].map(({ user }) => user)).size).toBe(500);
  // The page contains only what it shows.
  expect(await page.locator("*").count()).toBeLessThan(4_000);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(10_001);
  expect(lines[1]).toContain(first[0]!.password);
  expect(lines.at(-1)).toContain(last.at(-1)!.password);
  expect(new Set(lines.map((line) => line.split(",").at(-1))).size).toBe(10_001);
  await button(page, "Email").click();
  await expect(messages(page)).toContainText("too many users for an email draft");
  expect(await measureStored(page)).toBeLessThan(20_000);
});

test("thousands of cards are made for the printer only", async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    window.print = () => {
      const cards = document.querySelectorAll("li").length;
      document.documentElement.setAttribute("data-cards", String(cards));
      dispatchEvent(new Event("afterprint"));
    };
  });
  await openCustomer(page, COMPANY.huge);
  await page.getByLabel("Rows per page").selectOption("250");
  for (let pages = 0; pages < 2; pages += 1) {
    await checkbox(page, "Select all users on this page").check();
    await button(page, "Next").click();
  }
  await button(page, RESET).click();
  await confirmReset(page);
  await expect(page.getByText("1–250 of 500")).toBeVisible();
  await button(page, "Print").click();
  await expect.poll(async () => Number(await page.locator("html").getAttribute("data-cards"))).toBeGreaterThanOrEqual(500);
  await expect.poll(() => page.locator("li").count()).toBeLessThan(50);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
});

test("with the keyboard alone", async ({ page }) => {
  await openUser(page, ANNA.display);
  await expect(heading(page, ANNA.display)).toBeFocused();
  await tabTo(page, button(page, RESET));
  await page.keyboard.press("Enter");
  await expect(question(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(question(page).getByRole("button", { name: RESET })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(heading(page, "Password reset")).toBeFocused();
  await tabTo(page, button(page, "Download"));
  await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await tabTo(page, page.getByRole("link", { name: "Back to the user" }));
  await page.keyboard.press("Enter");
  await expect(heading(page, ANNA.display)).toBeFocused();
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the procedure", async ({ page }) => {
    await page.goto("/#/customers");
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await page.getByRole("link", { name: ANNA.display, exact: true }).click();
    await button(page, "Kennwort zurücksetzen").click();
    const dialog = page.getByRole("dialog", { name: "Kennwort zurücksetzen" });
    await expect(dialog).toContainText("Dieser Benutzer erhält ein neues temporäres Kennwort:");
    await dialog.getByRole("button", { name: "Kennwort zurücksetzen" }).click();
    await expect(heading(page, "Kennwort zurückgesetzt")).toBeFocused();
    await expect(page.getByRole("main")).toContainText("Bei der nächsten Anmeldung");
    await page.getByRole("link", { name: "Zurück zum Benutzer" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Trotzdem verlassen" }).click();
    await expect(heading(page, ANNA.display)).toBeVisible();
  });
});
