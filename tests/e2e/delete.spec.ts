// Delete a user account, as documented, for one user and for several; and how to undo it.

import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, advanceClock, button, changeSetting, checkbox, customerMenu, expectRefused, field,
  fillIn, filterUsers, heading, measureStored, messages, openCustomer, openUser, readNames,
  readRecordKeys, readStorage, row, save, selectUsers, tabTo,
} from "./steps";

const DELETE = "Delete user account";
const ANNA = { display: "Anna Keßler", user: "anna.kessler@albatros-werkzeugbau.example" };

const question = (page: Page): Locator => page.getByRole("dialog", { name: DELETE });
const restoreButton = (page: Page): Locator => messages(page).getByRole("button", { name: "Restore", exact: true });
const deletedUsersLink = (page: Page, count: number): Locator => page.getByRole("link", { name: `Deleted users (${count})`, exact: true });

async function confirmDeletion(page: Page) {
  await question(page).getByRole("button", { name: DELETE }).click();
  await expect(question(page)).toBeHidden();
}

/** Reads the seats of a product in Subscriptions: bought, assigned and available. */
async function readSeats(page: Page, name: string) {
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  const texts = await row(page, name).getByRole("cell").allInnerTexts();
  return texts.slice(0, 3).map((text) => Number.parseInt(text, 10));
}

const openList = (page: Page) => customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();

test("the procedure: one user leaves the list, the seat is free, Deleted users counts up", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-20T09:30:00Z"));
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  expect(await readSeats(page, "Power BI Pro")).toEqual([5, 5, 0]);
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await expect(deletedUsersLink(page, 3)).toBeVisible();
  await filterUsers(page, "Power BI Pro");
  const [name] = await readNames(page);
  const user = await row(page, name!).getByRole("cell").nth(1).innerText();
  await page.getByRole("link", { name: name!, exact: true }).click();
  await expect(heading(page, name!)).toBeVisible();
  await button(page, DELETE).click();
  await expect(question(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  for (const text of [name!, user, "These licenses will become available:", "Power BI Pro: 1", "restore the account until Dec 20, 2026, 09:30 UTC"]) {
    await expect(question(page)).toContainText(text);
  }
  await confirmDeletion(page);
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await expect(messages(page)).toContainText(`${name} deleted.`);
  await expect(deletedUsersLink(page, 4)).toBeVisible();
  await page.getByRole("searchbox", { name: "Search users" }).fill(user);
  await expect(page.getByText("No matches for your search.")).toBeVisible();
  expect(await readSeats(page, "Power BI Pro")).toEqual([5, 4, 1]);
  await page.reload();
  expect(await readSeats(page, "Power BI Pro")).toEqual([5, 4, 1]);
  await openList(page);
  await deletedUsersLink(page, 4).click();
  await expect(row(page, name!)).toContainText("30");
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("the button in the message brings the user back, with the licenses", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await filterUsers(page, "Power BI Pro");
  const [name] = await readNames(page);
  await page.getByRole("link", { name: name!, exact: true }).click();
  await button(page, DELETE).click();
  await confirmDeletion(page);
  await expect(deletedUsersLink(page, 4)).toBeVisible();
  // The same from another screen of the customer.
  expect(await readSeats(page, "Power BI Pro")).toEqual([5, 4, 1]);
  await restoreButton(page).click();
  await expect(messages(page)).toContainText("1 user restored, with all licenses held before.");
  await expect(restoreButton(page)).toHaveCount(0);
  expect(await readSeats(page, "Power BI Pro")).toEqual([5, 5, 0]);
  await openList(page);
  await expect(deletedUsersLink(page, 3)).toBeVisible();
  await filterUsers(page, "Power BI Pro");
  await expect(row(page, name!)).toHaveCount(1);
});

test("leaving in the same moment as deleting stops nothing: the program goes on, the user is deleted", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  for (const leave of ["link", "back"]) {
    await openCustomer(page, COMPANY.ordinary);
    const [name] = await readNames(page);
    await page.getByRole("link", { name: name!, exact: true }).click();
    await button(page, DELETE).click();
    const confirmed = question(page).getByRole("button", { name: DELETE });
    await confirmed.evaluate((confirmed: HTMLElement, leave) => {
      confirmed.click();
      if (leave === "back") history.back();
      else document.querySelector<HTMLElement>('a[href="#/activity"]')!.click();
    }, leave);
    await expect(heading(page, leave === "back" ? "Users and licenses" : "Activity log")).toBeVisible();
    await expect(messages(page)).toContainText(`${name} deleted.`);
  }
  await expect(deletedUsersLink(page, 5)).toBeVisible();
  expect(errors).toEqual([]);
});

test("once their time is over, the message offers to restore nobody", async ({ page }) => {
  await openUser(page, ANNA.display);
  await button(page, DELETE).click();
  await confirmDeletion(page);
  await expect(restoreButton(page)).toBeVisible();
  await advanceClock(page, "30 days");
  await expect(deletedUsersLink(page, 0)).toBeVisible();
  await expect(restoreButton(page)).toHaveCount(0);
});

test("restored in the list of deleted users, the message offers it no longer", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  const [name] = await readNames(page);
  await page.getByRole("link", { name: name!, exact: true }).click();
  await button(page, DELETE).click();
  await confirmDeletion(page);
  await deletedUsersLink(page, 4).click();
  await checkbox(page, `Select ${name}`).check();
  await page.getByRole("main").getByRole("button", { name: "Restore", exact: true }).click();
  await expect(heading(page, "Users restored")).toBeVisible();
  await expect(restoreButton(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(messages(page)).toContainText("There's nothing to undo.");
  await expect(heading(page, "Users restored")).toBeVisible();
});

test("several of the list: counted and named, gone from list and selection, and Restore brings all of them back", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await expect(button(page, DELETE)).toBeDisabled();
  await expect(button(page, DELETE)).toHaveAccessibleDescription(/Select users in the list first/);
  await filterUsers(page, "Power BI Pro");
  await checkbox(page, "Select all users on this page").check();
  await filterUsers(page, "All users");
  const shown = await readNames(page);
  const others = shown.slice(0, 3);
  await selectUsers(page, ...others);
  const count = Number(/\d+/.exec(await page.getByRole("link", { name: /^Selected users/ }).innerText())![0]);
  await button(page, DELETE).click();
  await expect(question(page)).toContainText(`${count} users will be deleted:`);
  await expect(question(page)).toContainText(`and ${count - 3} more`);
  await expect(question(page)).toContainText("Power BI Pro: 5");
  await confirmDeletion(page);
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await expect(messages(page)).toContainText(`${count} users deleted.`);
  await expect(deletedUsersLink(page, 3 + count)).toBeVisible();
  for (const name of others) await expect(row(page, name)).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
  await expect(button(page, DELETE)).toBeDisabled();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await restoreButton(page).click();
  await expect(messages(page)).toContainText(`${count} users restored, with all licenses held before.`);
  await expect(deletedUsersLink(page, 3)).toBeVisible();
  for (const name of others) await expect(row(page, name)).toHaveCount(1);
});

test("deleted out of Selected users, the list shows everybody again", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await selectUsers(page, ...(await readNames(page)).slice(0, 2));
  await page.getByRole("link", { name: "Selected users (2)" }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await button(page, DELETE).click();
  await confirmDeletion(page);
  await expect(page.getByText("1–25 of 62")).toBeVisible();
});

test("a user without licenses: none become free", async ({ page }) => {
  await openCustomer(page, COMPANY.ordinary);
  await filterUsers(page, "Without a license");
  const [name] = await readNames(page);
  await page.getByRole("link", { name: name!, exact: true }).click();
  await button(page, DELETE).click();
  await expect(question(page)).toContainText("No licenses will become available.");
});

test("Cancel and Escape change nothing, and the focus is back on the button", async ({ page }) => {
  await openUser(page, ANNA.display);
  const before = await readStorage(page);
  for (const out of ["Cancel", "Escape"]) {
    await button(page, DELETE).click();
    if (out === "Cancel") await question(page).getByRole("button", { name: "Cancel" }).click();
    else await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(button(page, DELETE)).toBeFocused();
  }
  expect(await readStorage(page)).toEqual(before);
  await expect(heading(page, ANNA.display)).toBeVisible();
});

test("Ctrl+Z brings the user back, and once more takes back the edit before", async ({ page }) => {
  await openUser(page, ANNA.display);
  await fillIn(page, { first: "Anne" });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await button(page, DELETE).click();
  await confirmDeletion(page);
  await expect(deletedUsersLink(page, 4)).toBeVisible();
  await heading(page, "Users and licenses").press("Control+z");
  await expect(messages(page)).toContainText("1 user restored");
  await expect(deletedUsersLink(page, 3)).toBeVisible();
  await page.getByRole("link", { name: ANNA.display, exact: true }).click();
  await expect(field(page, "First name")).toHaveValue("Anne");
  await heading(page, ANNA.display).press("Control+z");
  await expect(field(page, "First name")).toHaveValue("Anna");
});

test("with unsaved edits it says to save or discard them first", async ({ page }) => {
  await openUser(page, ANNA.display);
  await fillIn(page, { first: "Anne" });
  await expect(button(page, DELETE)).toBeDisabled();
  await expect(button(page, DELETE)).toHaveAccessibleDescription("Save or discard your changes first.");
  await button(page, "Cancel").click();
  await expect(button(page, DELETE)).toBeEnabled();
});

for (const role of ["Helpdesk agent", "Sales agent"]) {
  test(`a ${role} may not delete users, and learns why by keyboard and mouse`, async ({ page }) => {
    const why = `${role}s can't create, edit, delete or restore users. Required role: Admin agent.`;
    await openCustomer(page, COMPANY.ordinary);
    await changeSetting(page, "Your role", role);
    await selectUsers(page, ANNA.display);
    await expectRefused(page, DELETE, why);
    await page.getByRole("link", { name: ANNA.display, exact: true }).click();
    await expect(heading(page, ANNA.display)).toBeVisible();
    await expectRefused(page, DELETE, why);
  });
}

test.describe("deleted in another tab meanwhile", () => {
  test("some of those asked about: the others are deleted, and it is said how many were before", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) await openCustomer(page, COMPANY.ordinary);
    const [first, second, third] = await readNames(one);
    await selectUsers(one, first!, second!, third!);
    await selectUsers(other, second!);
    await button(one, DELETE).click();
    await expect(question(one)).toContainText("3 users will be deleted:");
    await button(other, DELETE).click();
    await confirmDeletion(other);
    await expect(question(one)).toContainText("2 users will be deleted:");
    await expect(question(one)).not.toContainText(second!);
    await expect(question(one)).toContainText("1 user was deleted in the meantime, perhaps in another tab.");
    await confirmDeletion(one);
    await expect(messages(one)).toContainText("2 users deleted. 1 user had already been deleted.");
    await expect(deletedUsersLink(one, 6)).toBeVisible();
    await expect(one.getByRole("link", { name: /^Selected users/ })).toBeHidden();
    // Undo restores the users deleted in this tab.
    await restoreButton(one).click();
    await expect(deletedUsersLink(one, 4)).toBeVisible();
    await expect(row(one, second!)).toHaveCount(0);
  });

  test("the user whose page is open: it says so, and leads to the list and to Deleted users", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) await openUser(page, ANNA.display);
    await button(other, DELETE).click();
    await confirmDeletion(other);
    await expect(heading(one, "User not found")).toBeVisible();
    await expect(deletedUsersLink(one, 4)).toBeVisible();
    await one.getByRole("link", { name: "Back to the list" }).click();
    await expect(heading(one, "Users and licenses")).toBeFocused();
    // And it returns when the other tab restores the user.
    await one.goBack();
    await restoreButton(other).click();
    await expect(heading(one, ANNA.display)).toBeVisible();
  });

  test("the only one asked about: the dialog stays, says so, and closes", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) await openUser(page, ANNA.display);
    await button(one, DELETE).click();
    await button(other, DELETE).click();
    await confirmDeletion(other);
    await expect(question(one).getByRole("alert").filter({ hasText: "1 user was deleted in the meantime" })).toBeVisible();
    await expect(question(one).getByRole("button", { name: "Close" })).toBeFocused();
    await question(one).getByRole("button", { name: "Close" }).click();
    await expect(question(one)).toBeHidden();
    await expect(heading(one, "User not found")).toBeFocused();
  });

  test("all those selected, at the same moment: told in words", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const page of [one, other]) await openCustomer(page, COMPANY.ordinary);
    const [first] = await readNames(one);
    for (const page of [one, other]) {
      await selectUsers(page, first!);
      await button(page, DELETE).click();
    }
    // A person may press it at the moment it disappears.
    const press = (page: Page) => question(page).getByRole("button", { name: DELETE }).click({ timeout: 1_000 });
    await Promise.allSettled([one, other].map(press));
    await expect.poll(() => readRecordKeys(one)).toHaveLength(1);
    await expect.poll(async () => (await question(one).count()) + (await question(other).count())).toBe(1);
    const late = (await question(one).count()) > 0 ? one : other;
    await expect(question(late)).toContainText("1 user was deleted in the meantime");
    await question(late).getByRole("button", { name: "Close" }).click();
    for (const page of [one, other]) await expect(deletedUsersLink(page, 4)).toBeVisible();
  });
});

test("10,000 users at once", async ({ page }) => {
  test.setTimeout(120_000);
  await openCustomer(page, COMPANY.huge);
  const before = Number(/\d+/.exec(await page.getByRole("link", { name: /^Deleted users/ }).innerText())![0]);
  await button(page, "Select all 10,000 users").click();
  await button(page, DELETE).click();
  await expect(question(page)).toContainText("10,000 users will be deleted:");
  await question(page).getByRole("button", { name: DELETE }).click();
  await expect(messages(page)).toContainText("10,000 users deleted.", { timeout: 20_000 });
  await expect(page.getByText("All users of this customer have been deleted.")).toBeVisible();
  // The tab, and the way from the empty list.
  const deleted = page.getByRole("link", { name: `Deleted users (${(10_000 + before).toLocaleString("en")})` });
  await expect(deleted).toHaveCount(2);
  await deleted.last().click();
  await expect(page.getByText(`1–25 of ${(10_000 + before).toLocaleString("en")}`)).toBeVisible();
  await page.goBack();
  expect(await measureStored(page)).toBeLessThan(20_000);
  await restoreButton(page).click();
  await expect(messages(page)).toContainText("10,000 users restored", { timeout: 20_000 });
  await expect(page.getByText("1–25 of 10,000")).toBeVisible();
});

test("with the keyboard alone", async ({ page }) => {
  await openUser(page, ANNA.display);
  await tabTo(page, button(page, DELETE));
  await page.keyboard.press("Enter");
  await expect(question(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button(page, DELETE)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(deletedUsersLink(page, 3)).toBeVisible();
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the procedure", async ({ page }) => {
    await page.clock.setFixedTime(new Date("2026-11-20T09:30:00Z"));
    await page.goto("/#/customers");
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await page.getByRole("link", { name: ANNA.display, exact: true }).click();
    await button(page, "Benutzerkonto löschen").click();
    const dialog = page.getByRole("dialog", { name: "Benutzerkonto löschen" });
    await expect(dialog).toContainText("Dieser Benutzer wird gelöscht:");
    await expect(dialog).toContainText("Bis zum 20. Dez. 2026, 09:30 UTC lässt sich das Konto wiederherstellen");
    await dialog.getByRole("button", { name: "Benutzerkonto löschen" }).click();
    await expect(heading(page, "Benutzer und Lizenzen")).toBeFocused();
    const said = page.getByRole("status", { name: "Meldungen" });
    await expect(said).toContainText(`${ANNA.display} gelöscht.`);
    await expect(page.getByRole("link", { name: "Gelöschte Benutzer (4)" })).toBeVisible();
    await said.getByRole("button", { name: "Wiederherstellen" }).click();
    await expect(said).toContainText("1 Benutzer wiederhergestellt");
  });
});
