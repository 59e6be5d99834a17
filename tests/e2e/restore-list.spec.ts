// The list of deleted users: who can be restored, and until when.

import { expect, test } from "@playwright/test";
import {
  DAY, dialog, openDeleted, readDeletedUsers, restoreButton, restoreSelected, results, search,
  summary, takeNames, type Deleted,
} from "./restore";
import {
  COMPANY, button, changeSetting, checkbox, heading, messages, readRecordKeys, readStorage,
  selectUsers,
} from "./steps";

test.describe("the list", () => {
  test("sorted by every column, searched; the order is in the address", async ({ page }) => {
    await openDeleted(page, COMPANY.conflicting);
    const days = async () => (await readDeletedUsers(page)).map((one) => one.days);
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
        const texts = (await readDeletedUsers(page)).map((one) => one[key]);
        return texts.every((text, at) => at === 0 || texts[at - 1]!.localeCompare(text, "en", { numeric: true }) <= 0);
      }).toBe(true);
    }
    const [one] = await readDeletedUsers(page);
    await search(page).fill(one!.user);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expect(page.getByText("1 match")).toBeVisible();
    await page.reload();
    await expect(search(page)).toHaveValue(one!.user);
    await expect(page.getByRole("rowheader")).toHaveText([one!.name]);
    await search(page).fill("nobody is called this");
    await expect(page.getByText("No matches for your search.")).toBeVisible();
    await button(page, "Clear search").click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
  });

  test("select, clear, and select what is found", async ({ page }) => {
    await openDeleted(page, COMPANY.conflicting);
    const [first, , last] = await readDeletedUsers(page);
    await expect(restoreButton(page)).toHaveAccessibleDescription(/Select users in the list first/);
    await checkbox(page, "Select all users on this page").check();
    await checkbox(page, `Select ${first!.name}`).uncheck();
    await expect(checkbox(page, "Select all users on this page")).toBeChecked({ indeterminate: true });
    await expect(page.getByText("Selected users (2)")).toBeVisible();
    await button(page, "Clear selection").click();
    await expect(search(page)).toBeFocused();
    await expect(page.getByText(/^Selected users/)).toBeHidden();
    await search(page).fill(last!.user);
    await button(page, "Select 1 user").click();
    await expect(page.getByText("Selected users (1)")).toBeVisible();
  });

  test("few days left: said in words, with what that means", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    // The sentence and the row say the same.
    await expect(page.getByText("1 user can be restored for 1 more day. After that, the account will be deleted permanently.")).toBeVisible();
    await button(page, "Days left").click();
    await expect.poll(async () => (await readDeletedUsers(page))[0]!.days).toBe("1 – ends soon");
  });

  test("roles: Restore is there, disabled, and says why", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    for (const role of ["Helpdesk agent", "Sales agent"]) {
      await changeSetting(page, "Your role", role);
      await checkbox(page, "Select all users on this page").check();
      await expect(restoreButton(page)).toBeDisabled();
      await expect(restoreButton(page)).toHaveAccessibleDescription(new RegExp(`${role}s can't .*restore users\\. Required role: Admin agent\\.`));
      await page.keyboard.press("Shift");
      await restoreButton(page).focus();
      await expect(page.getByRole("tooltip").filter({ hasText: `${role}s can't` })).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(heading(page, "Users and licenses")).toBeVisible();
      expect(await readRecordKeys(page)).toEqual([]);
    }
  });
});

test.describe("time passes", () => {
  test("who can no longer be restored leaves the open page, the tab and the selection", async ({ page }) => {
    const start = new Date("2026-03-02T09:00:00Z");
    await page.clock.install({ time: start });
    await openDeleted(page, COMPANY.ordinary);
    await button(page, "Days left").click();
    await expect.poll(async () => (await readDeletedUsers(page))[0]!.days).toBe("1 – ends soon");
    const [soon, later, last] = await readDeletedUsers(page);
    await button(page, "Select all 3 users").click();
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await page.clock.fastForward(11.5 * 60 * 60 * 1000);
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    await page.clock.fastForward(31 * 60 * 1000);
    await expect(page.getByRole("rowheader")).toHaveText([later!.name, last!.name]);
    await expect(page.getByRole("link", { name: "Deleted users (2)" })).toBeVisible();
    await expect(page.getByText("Selected users (2)")).toBeVisible();
    await expect(page.getByText("can be restored for 1 more day")).toBeHidden();
    await expect.poll(async () => JSON.stringify(await readStorage(page))).toContain("users-purged");
    await search(page).fill(soon!.user);
    await expect(page.getByText("No matches for your search.")).toBeVisible();
    await search(page).fill("");
    await restoreSelected(page);
    await expect(results(page).getByRole("rowheader")).toHaveCount(2);
    await expect(summary(page)).toContainText("2 users restored.");
  });

  test("while another name is asked for: said in the dialog", async ({ page }) => {
    await page.clock.install({ time: new Date("2026-03-02T09:00:00Z") });
    await openDeleted(page, COMPANY.ordinary);
    const last = (await readDeletedUsers(page)).at(-1)!;
    await takeNames(page, [last]);
    await selectUsers(page, last.name);
    await restoreSelected(page);
    await expect(dialog(page)).toBeVisible();
    await page.clock.fastForward(DAY);
    await expect(dialog(page)).toContainText("This deleted user is no longer here");
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
  const [one] = await readDeletedUsers(page);
  await takeNames(page, [one!]);
  await checkbox(page, "Select all users on this page").check();
  await block(true);
  await restoreButton(page).click();
  await expect(messages(page)).toContainText("Not saved. Nothing was changed.");
  await expect(page.getByText("Selected users (3)")).toBeVisible();
  await block(false);
  await restoreSelected(page);
  await expect(messages(page)).not.toContainText("Not saved");
  await block(true);
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("Not saved. Nothing was changed.");
  await block(false);
  await dialog(page).getByRole("button", { name: "Restore" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(summary(page)).toContainText("3 users restored.");
});
