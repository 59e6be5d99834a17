// Restore deleted user accounts, as the documentation walks through it: one, several, and what can be in the way.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, type Look } from "./axe";
import {
  COMPANY, addUser, box, button, changeQuantity, changeSetting, customerMenu, heading, leaveWithoutPasswords, messages, names,
  openCustomer, records, row, select, stored,
} from "./steps";

const DAY = 24 * 60 * 60 * 1000;
const BUSINESS = "Microsoft 365 Business Premium";

type Deleted = { name: string; user: string; on: string; days: string; licenses: string };

/** The tab "Deleted users (n)" of a customer. */
async function openDeleted(page: Page, company: string, count = 3) {
  await openCustomer(page, company);
  await page.getByRole("link", { name: `Deleted users (${count})` }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(count);
}

/** Everybody in the list, from top to bottom. */
async function listed(page: Page): Promise<Deleted[]> {
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const texts = await rows.evaluateAll((rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("th, td:not(:has(input))"), (cell) => cell.textContent?.trim() ?? "")),
  );
  return texts.map(([name = "", user = "", on = "", days = "", licenses = ""]) => ({ name, user, on, days, licenses }));
}

const restore = (page: Page) => page.getByRole("main").getByRole("button", { name: "Restore", exact: true });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search users" });
const results = (page: Page) => page.getByRole("region", { name: "Users restored" });
const dialog = (page: Page) => page.getByRole("dialog");
const summary = (page: Page) => page.getByRole("main").getByRole("status").filter({ hasText: "Restored:" });

async function restored(page: Page) {
  await restore(page).click();
  await expect(heading(page, "Users restored")).toBeVisible();
}

/** Creates users who have the user names of deleted ones. */
async function takeNames(page: Page, deleted: Deleted[]) {
  await page.getByRole("link", { name: "Users", exact: true }).click();
  for (const [at, { user }] of deleted.entries()) {
    const [local, domain] = user.split("@");
    await button(page, "Add user").click();
    await addUser(page, { display: `Newcomer ${at + 1}`, user: local, domain });
    await leaveWithoutPasswords(page);
  }
  await page.getByRole("link", { name: /^Deleted users/ }).click();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
}

test.describe("Restore deleted user accounts", () => {
  test("the procedure: Customers, the customer, Users and licenses, Deleted users (n), check box, Restore", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "Dashboard" }).getByRole("link", { name: "Customers" }).click();
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    for (const column of ["Display name", "User name", "Deleted on", "Days left", "Licenses held before"]) {
      await expect(page.getByRole("columnheader", { name: column })).toBeVisible();
    }
    const [first] = await listed(page);
    expect(first).toMatchObject({ days: "29", licenses: BUSINESS });
    await select(page, first!.name);
    await expect(page.getByText("Selected users (1)")).toBeVisible();
    await restored(page);

    await expect(heading(page, "Users restored")).toBeFocused();
    await expect(summary(page)).toHaveText("Restored: 1.");
    await expect(row(page, first!.name)).toContainText(`Restored. Licenses given back: ${BUSINESS}.`);
    await row(page, first!.name).getByRole("link").click();
    await expect(heading(page, first!.name)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: BUSINESS })).toBeVisible();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(page.getByRole("link", { name: "Deleted users (2)" })).toBeVisible();
    await search(page).fill(first!.user);
    await expect(row(page, first!.name)).toContainText(BUSINESS);
    // The name, not the password: nothing new is to be shown or stored.
    expect(await records(page)).toHaveLength(1);
  });

  test("several at once; then Manage licenses with them, and back", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    const all = await names(page);
    await box(page, "Select all users on this page").check();
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await restored(page);
    await expect(summary(page)).toContainText("Restored: 3.");
    await expect(results(page).getByRole("rowheader")).toHaveCount(3);
    await expect(box(page, "Errors only")).not.toBeChecked();
    await box(page, "Errors only").check();
    await expect(page.getByText("No errors.")).toBeVisible();
    await box(page, "Errors only").uncheck();
    const download = page.waitForEvent("download");
    await button(page, "Download results").click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(text.startsWith("\uFEFFDisplay name,User name,Result\r\n")).toBe(true);
    for (const name of all) expect(text).toContain(name.trim());

    await page.getByRole("link", { name: "Back to Deleted users" }).click();
    await expect(page.getByText("No deleted users.")).toBeVisible();
    await page.goBack();
    await expect(results(page).getByRole("rowheader")).toHaveCount(3);
    await button(page, "Manage licenses").click();
    await expect(heading(page, "Manage licenses")).toBeVisible();
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await expect(box(page, BUSINESS)).toBeChecked();
  });

  test("when seats run short, the earlier in the list get them; the others learn why, and where to buy more", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, BUSINESS, 39);
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    // The one with the fewest days left comes first then.
    await button(page, "Days left").click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    const [first, second, third] = await listed(page);
    expect([first!.days, second!.days, third!.days]).toEqual(["1 – ends soon", "15", "29"]);
    // One is found by the search, the others come after, as they are sorted.
    await button(page, "Select all 3 that match").click();
    await search(page).fill(second!.user);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await restored(page);
    await expect(summary(page)).toHaveText("Restored: 3, of these without all their licenses: 2.");
    await expect(row(page, second!.name)).toContainText(`Licenses given back: ${BUSINESS}.`);
    for (const { name } of [first!, third!]) {
      await expect(row(page, name)).toContainText(`Restored. Not given back: ${BUSINESS} – no license is available.`);
    }
    await box(page, "Errors only").check();
    await expect(results(page).getByRole("rowheader")).toHaveCount(2);
    const missing = page.getByRole("region", { name: "Licenses that could not be given back" });
    await expect(missing.getByRole("listitem")).toHaveText(new RegExp(`${BUSINESS}: 2 users`));
    await missing.getByRole("link", { name: "Buy more" }).click();
    await expect(heading(page, "Subscriptions")).toBeVisible();
    await expect(dialog(page).getByLabel("Quantity")).toBeFocused();
  });

  test("a license that the rules do not allow any more is not given back, and the user comes back all the same", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await row(page, BUSINESS).getByRole("button", { name: /^Suspend/ }).click();
    await dialog(page).getByRole("button", { name: "Suspend" }).click();
    await expect(dialog(page)).toBeHidden();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    const [one] = await listed(page);
    await select(page, one!.name);
    await restored(page);
    await expect(row(page, one!.name)).toContainText("Every subscription to this product is suspended.");
  });
});

test.describe("the user name is taken", () => {
  async function clash(page: Page, count: number): Promise<Deleted[]> {
    await openDeleted(page, COMPANY.ordinary);
    const all = await listed(page);
    await takeNames(page, all.slice(0, count));
    await button(page, "Select all 3 that match").click();
    await restored(page);
    return all;
  }

  test("the others are restored; another name is asked for, suggested, and given", async ({ page }) => {
    const [taken, ...others] = await clash(page, 1);
    await expect(dialog(page)).toHaveAccessibleName(`Another user name for ${taken!.name}`);
    await expect(dialog(page)).toContainText(`${taken!.user} is now the user name of Newcomer 1.`);
    const field = dialog(page).getByRole("textbox", { name: "User name" });
    await expect(field).toBeFocused();
    const [local, domain] = taken!.user.split("@");
    await expect(field).toHaveValue(`${local}2`);
    await expect(dialog(page).getByLabel("Domain")).toHaveValue(domain!);
    await expect(summary(page)).toContainText("Restored: 2. Not restored: 1.");
    for (const { name } of others) await expect(row(page, name)).toContainText("Restored.");
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(heading(page, "Users restored")).toBeFocused();
    await expect(summary(page)).toContainText("Restored: 3.");
    const mended = row(page, taken!.name);
    await expect(mended).toContainText(`${local}2@${domain}`);
    await expect(mended).toContainText(`Licenses given back: ${BUSINESS}.`);
    await expect(mended.getByRole("button")).toBeHidden();
    await mended.getByRole("link").click();
    await expect(heading(page, taken!.name)).toBeVisible();
    // Not asked again.
    await page.goBack();
    await expect(results(page).getByRole("rowheader")).toHaveCount(3);
    await expect(dialog(page)).toBeHidden();
  });

  test("mistakes at the field: not a name, taken as well; the other domain will do", async ({ page }) => {
    const [taken] = await clash(page, 1);
    const field = dialog(page).getByRole("textbox", { name: "User name" });
    const [local] = taken!.user.split("@");
    await field.fill("mül ler");
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/Not allowed here: .ü./);
    await field.fill("");
    await expect(field).toHaveAccessibleDescription("Enter a value.");
    await field.fill(local!.toUpperCase());
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(field).toHaveAccessibleDescription(/This user name is taken by Newcomer 1\./);
    await expect(field).toBeFocused();
    const other = taken!.user.endsWith("@albatros.example") ? "albatros-werkzeugbau.example" : "albatros.example";
    await dialog(page).getByLabel("Domain").selectOption(other);
    await expect(field).toHaveAccessibleDescription("");
    await field.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, taken!.name)).toContainText(new RegExp(`${local}@${other}`, "i"));
  });

  test("Cancel leaves them deleted; the button in the row asks again, and then for the next", async ({ page }) => {
    const [one, other] = await clash(page, 2);
    const asked = [one!, other!].sort((one, other) => one.name.localeCompare(other.name, "en"));
    await expect(dialog(page)).toHaveAccessibleName(`Another user name for ${asked[0]!.name}`);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, asked[0]!.name)).toContainText("Not restored: the user name is taken by Newcomer");
    expect(await records(page)).toHaveLength(3);
    const again = (name: string) => button(page, `Choose another user name – ${name}`);
    await expect(again(asked[1]!.name)).toBeVisible();
    await again(asked[0]!.name).click();
    await page.keyboard.press("Escape");
    await expect(again(asked[0]!.name)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toHaveAccessibleName(`Another user name for ${asked[0]!.name}`);
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    // The next one's turn.
    await expect(dialog(page)).toHaveAccessibleName(`Another user name for ${asked[1]!.name}`);
    const field = dialog(page).getByRole("textbox", { name: "User name" });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${asked[1]!.user.split("@")[0]}2`);
    await field.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(summary(page)).toContainText("Restored: 3.");
    await page.getByRole("link", { name: "Back to Deleted users" }).click();
    await expect(page.getByText("No deleted users.")).toBeVisible();
  });

  test("nobody else was to be restored: that is said", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    const [one] = await listed(page);
    await takeNames(page, [one!]);
    await select(page, one!.name);
    await restored(page);
    await expect(summary(page)).toContainText("Nobody could be restored. Not restored: ");
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Back to Deleted users" }).click();
    await expect(row(page, one!.name)).toBeVisible();
    expect(await records(page)).toHaveLength(1);
  });

  test("restored in another tab meanwhile: said in the dialog, which restores nobody then", async ({ page, context }) => {
    const [taken] = await clash(page, 1);
    const other = await context.newPage();
    await openCustomer(other, COMPANY.ordinary);
    await other.getByRole("link", { name: "Deleted users (1)" }).click();
    await select(other, taken!.name);
    await restored(other);
    await dialog(other).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(other)).toBeHidden();
    await other.close();
    await expect(dialog(page)).toContainText("There is no such deleted user any more");
    await expect(dialog(page).getByRole("button", { name: "Restore" })).toBeDisabled();
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expect(button(page, `Choose another user name – ${taken!.name}`)).toBeHidden();
  });
});

test.describe("the list", () => {
  test("sorted by every column, searched; the order is in the address", async ({ page }) => {
    await openDeleted(page, COMPANY.conflicting);
    const days = async () => (await listed(page)).map((one) => one.days);
    expect(await days()).toEqual(["29", "15", "1 – ends soon"]);
    await expect(page.getByRole("columnheader", { name: "Deleted on" })).toHaveAttribute("aria-sort", "descending");
    await button(page, "Deleted on").click();
    await expect.poll(days).toEqual(["1 – ends soon", "15", "29"]);
    await expect(page.getByRole("columnheader", { name: "Deleted on" })).toHaveAttribute("aria-sort", "ascending");
    await button(page, "Days left").click();
    await expect(page.getByRole("columnheader", { name: "Days left" })).toHaveAttribute("aria-sort", "ascending");
    expect(await days()).toEqual(["1 – ends soon", "15", "29"]);
    await button(page, "Days left").click();
    await expect.poll(days).toEqual(["29", "15", "1 – ends soon"]);
    for (const column of ["Display name", "User name", "Licenses held before"] as const) {
      await button(page, column).click();
      const key = { "Display name": "name", "User name": "user", "Licenses held before": "licenses" }[column] as keyof Deleted;
      await expect.poll(async () => {
        const texts = (await listed(page)).map((one) => one[key]);
        return texts.every((text, at) => at === 0 || texts[at - 1]!.localeCompare(text, "en", { numeric: true }) <= 0);
      }).toBe(true);
    }
    const [one] = await listed(page);
    await search(page).fill(one!.user);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expect(page.getByText("1 match")).toBeVisible();
    await page.reload();
    await expect(search(page)).toHaveValue(one!.user);
    await expect(page.getByRole("rowheader")).toHaveText([one!.name]);
    await search(page).fill("nobody is called this");
    await expect(page.getByText("Nothing matches your search.")).toBeVisible();
    await button(page, "Clear search").click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
  });

  test("select, clear, and select what is found", async ({ page }) => {
    await openDeleted(page, COMPANY.conflicting);
    const [first, , last] = await listed(page);
    await expect(restore(page)).toHaveAccessibleDescription(/Select users first/);
    await box(page, "Select all users on this page").check();
    await box(page, `Select ${first!.name}`).uncheck();
    await expect(box(page, "Select all users on this page")).toBeChecked({ indeterminate: true });
    await expect(page.getByText("Selected users (2)")).toBeVisible();
    await button(page, "Clear selection").click();
    await expect(search(page)).toBeFocused();
    await expect(page.getByText(/^Selected users/)).toBeHidden();
    await search(page).fill(last!.user);
    await button(page, "Select the one that matches").click();
    await expect(page.getByText("Selected users (1)")).toBeVisible();
  });

  test("few days left: said in words, with what that means", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    await expect(page.getByText("1 user can be restored for 2 days at most. After that the account is gone for good.")).toBeVisible();
    await button(page, "Days left").click();
    await expect.poll(async () => (await listed(page))[0]!.days).toBe("1 – ends soon");
  });

  test("roles: Restore is there, disabled, and says why", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    for (const role of ["Helpdesk agent", "Sales agent"]) {
      await changeSetting(page, "Your role", role);
      await box(page, "Select all users on this page").check();
      await expect(restore(page)).toBeDisabled();
      await expect(restore(page)).toHaveAccessibleDescription(new RegExp(`As ${role} you may not .*restore users\\. It takes the role: Admin agent\\.`));
      await restore(page).focus();
      await expect(page.getByRole("tooltip").filter({ hasText: `As ${role}` })).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(heading(page, "Users and licenses")).toBeVisible();
      expect(await records(page)).toEqual([]);
    }
  });
});

test.describe("time passes", () => {
  test("who can no longer be restored leaves the open page, the tab and the selection", async ({ page }) => {
    const start = new Date("2026-03-02T09:00:00Z");
    await page.clock.install({ time: start });
    await openDeleted(page, COMPANY.ordinary);
    await button(page, "Days left").click();
    await expect.poll(async () => (await listed(page))[0]!.days).toBe("1 – ends soon");
    const [soon, later, last] = await listed(page);
    await button(page, "Select all 3 that match").click();
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await page.clock.fastForward(11.5 * 60 * 60 * 1000);
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    await page.clock.fastForward(31 * 60 * 1000);
    await expect(page.getByRole("rowheader")).toHaveText([later!.name, last!.name]);
    await expect(page.getByRole("link", { name: "Deleted users (2)" })).toBeVisible();
    await expect(page.getByText("Selected users (2)")).toBeVisible();
    await expect(page.getByText("can be restored for 2 days at most")).toBeHidden();
    await expect.poll(async () => JSON.stringify(await stored(page))).toContain("users-purged");
    await search(page).fill(soon!.user);
    await expect(page.getByText("Nothing matches your search.")).toBeVisible();
    await search(page).fill("");
    await restored(page);
    await expect(results(page).getByRole("rowheader")).toHaveCount(2);
    await expect(summary(page)).toContainText("Restored: 2.");
  });

  test("while another name is asked for: said in the dialog", async ({ page }) => {
    await page.clock.install({ time: new Date("2026-03-02T09:00:00Z") });
    await openDeleted(page, COMPANY.ordinary);
    const last = (await listed(page)).at(-1)!;
    await takeNames(page, [last]);
    await select(page, last.name);
    await restored(page);
    await expect(dialog(page)).toBeVisible();
    await page.clock.fastForward(DAY);
    await expect(dialog(page)).toContainText("There is no such deleted user any more");
    await expect(dialog(page).getByRole("button", { name: "Restore" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  });
});

test("where nothing can be stored nobody is restored, in the list and in the dialog, and one can try again", async ({ page }) => {
  const block = (blocked: boolean) =>
    page.evaluate((blocked) => {
      const own = globalThis as { setItem?: Storage["setItem"] };
      own.setItem ??= Storage.prototype.setItem;
      Storage.prototype.setItem = blocked
        ? () => { throw new DOMException("no room", "QuotaExceededError"); }
        : own.setItem;
    }, blocked);
  await openDeleted(page, COMPANY.ordinary);
  const [one] = await listed(page);
  await takeNames(page, [one!]);
  await box(page, "Select all users on this page").check();
  await block(true);
  await restore(page).click();
  await expect(messages(page)).toContainText("Not saved; nothing has changed.");
  await expect(page.getByText("Selected users (3)")).toBeVisible();
  await block(false);
  await restored(page);
  await expect(messages(page)).not.toContainText("Not saved");
  await block(true);
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("Not saved; nothing has changed.");
  await block(false);
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(summary(page)).toContainText("Restored: 3.");
});

test("after a reload the results are gone, with a way back; nothing of them is stored", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  await button(page, "Select all 3 that match").click();
  await restored(page);
  const texts = Object.values(await stored(page)).join("\n");
  expect(texts).not.toContain("Licenses given back");
  await page.reload();
  await expect(page.getByText("What became of each user is told once, right after restoring, and not stored.")).toBeVisible();
  await page.getByRole("link", { name: "Back to Deleted users" }).click();
  await expect(page.getByText("No deleted users.")).toBeVisible();
});

test("restored in another tab meanwhile: gone, and said so", async ({ page, context }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one, two] = await listed(page);
  await select(page, one!.name, two!.name);
  const other = await context.newPage();
  await openDeleted(other, COMPANY.ordinary);
  await select(other, one!.name);
  await restored(other);
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await expect(page.getByText("Selected users (1)")).toBeVisible();
  await restored(page);
  await expect(results(page).getByRole("rowheader")).toHaveText([two!.name]);
});

test("in German", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one] = await listed(page);
  await takeNames(page, [one!]);
  await changeSetting(page, "Language", "Deutsch");
  await expect(page.getByRole("link", { name: "Gelöschte Benutzer (3)" })).toBeVisible();
  for (const column of ["Anzeigename", "Benutzername", "Gelöscht am", "Verbleibende Tage", "Frühere Lizenzen"]) {
    await expect(page.getByRole("columnheader", { name: column })).toBeVisible();
  }
  await expect(page.getByText("1 Benutzer lässt sich höchstens noch 2 Tage wiederherstellen.")).toBeVisible();
  await button(page, "Alle 3 Treffer auswählen").click();
  await expect(page.getByText("Ausgewählte Benutzer (3)")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Wiederherstellen", exact: true }).click();
  await expect(heading(page, "Benutzer wiederhergestellt")).toBeVisible();
  await expect(dialog(page)).toHaveAccessibleName(`Anderer Benutzername für ${one!.name}`);
  await expect(dialog(page)).toContainText(`${one!.user} ist jetzt der Benutzername von Newcomer 1.`);
  await expect(dialog(page).getByRole("textbox", { name: "Benutzername" })).toBeFocused();
  await dialog(page).getByRole("button", { name: "Abbrechen" }).click();
  await expect(page.getByText("Wiederhergestellt: 2. Nicht wiederhergestellt: 1.")).toBeVisible();
  await expect(button(page, `Anderen Benutzernamen wählen – ${one!.name}`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Zurück zu „Gelöschte Benutzer“" })).toBeVisible();
});

test("with the keyboard alone", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one] = await listed(page);
  await takeNames(page, [one!]);
  await search(page).focus();
  const tabTo = async (name: string | RegExp, role: "button" | "checkbox" | "link") => {
    const target = page.getByRole("main").getByRole(role, { name, exact: true });
    for (let steps = 0; steps < 40; steps += 1) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    await expect(target).toBeFocused();
  };
  await tabTo("Select all users on this page", "checkbox");
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+Tab");
  for (let steps = 0; steps < 10 && !(await restore(page).evaluate((element) => element === document.activeElement)); steps += 1) {
    await page.keyboard.press("Shift+Tab");
  }
  await expect(restore(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("textbox", { name: "User name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(heading(page, "Users restored")).toBeFocused();
  await tabTo(`Choose another user name – ${one!.name}`, "button");
  await page.keyboard.press("Enter");
  const field = dialog(page).getByRole("textbox", { name: "User name" });
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("somebody.else");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, one!.name)).toContainText("somebody.else@");
  await expect(heading(page, "Users restored")).toBeFocused();
  await tabTo("Back to the list", "link");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Users and licenses")).toBeFocused();
  await expect(messages(page).getByRole("button")).toHaveCount(0);
});

for (const width of [1200, 320]) {
  test(`axe finds nothing: ${width} px`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 900 });
    const looks: Look[] = [{ colorScheme: "light", width }, { colorScheme: "dark", width }];
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, BUSINESS, 39);
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    const [one] = await listed(page);
    await takeNames(page, [one!]);
    await button(page, "Select all 3 that match").click();
    await expectAccessible(page, "the list", looks);
    await restored(page);
    await dialog(page).getByRole("textbox", { name: "User name" }).fill("ü");
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(page)).toContainText("Not allowed here");
    await expectAccessible(page, "the dialog", looks);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expectAccessible(page, "the results", looks);
    await page.reload();
    await expect(page.getByText("What became of each user is told once")).toBeVisible();
    await expectAccessible(page, "after a reload", looks);
  });
}
