// Restore deleted user accounts, as documented, for one user and for several.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible, type Look } from "./axe";
import {
  BUSINESS, dialog, openDeleted, readDeletedUsers, restoreButton, restoreSelected, results, search,
  summary, takeNames,
} from "./restore";
import {
  COMPANY, button, changeQuantity, changeSetting, checkbox, customerMenu, heading, messages,
  openCustomer, readNames, readRecordKeys, readStorage, row, selectUsers,
} from "./steps";

test.describe("Restore deleted user accounts", () => {
  test("the procedure: Customers, the customer, Users and licenses, Deleted users (n), check box, Restore", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    for (const column of ["Display name", "User name", "Deleted on", "Days left", "Licenses held before"]) {
      await expect(page.getByRole("columnheader", { name: column })).toBeVisible();
    }
    const [first] = await readDeletedUsers(page);
    expect(first).toMatchObject({ days: "29", licenses: BUSINESS });
    await selectUsers(page, first!.name);
    await expect(page.getByText("Selected users (1)")).toBeVisible();
    await restoreSelected(page);

    await expect(heading(page, "Users restored")).toBeFocused();
    await expect(summary(page)).toHaveText("1 user restored.");
    await expect(row(page, first!.name)).toContainText(`Restored. Licenses: ${BUSINESS}.`);
    await row(page, first!.name).getByRole("link").click();
    await expect(heading(page, first!.name)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: BUSINESS })).toBeVisible();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(page.getByRole("link", { name: "Deleted users (2)" })).toBeVisible();
    await search(page).fill(first!.user);
    await expect(row(page, first!.name)).toContainText(BUSINESS);
    // The name, not the password: nothing new is to be shown or stored.
    expect(await readRecordKeys(page)).toHaveLength(1);
  });

  test("several at once; then Manage licenses with them, and back", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    const all = await readNames(page);
    await checkbox(page, "Select all users on this page").check();
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await restoreSelected(page);
    await expect(summary(page)).toContainText("3 users restored.");
    await expect(results(page).getByRole("rowheader")).toHaveCount(3);
    const filter = page.getByLabel("Filter results by…");
    await expect(filter.getByRole("option")).toHaveText([
      "All results (3)", "Restored completely (3)", "Restored, licenses missing (0)", "Not restored (0)",
    ]);
    await filter.selectOption({ label: "Not restored (0)" });
    await expect(page.getByText("No matches for this filter.")).toBeVisible();
    await filter.selectOption({ label: "All results (3)" });
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
    await expect(checkbox(page, BUSINESS)).toBeChecked();
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
    const [first, second, third] = await readDeletedUsers(page);
    expect([first!.days, second!.days, third!.days]).toEqual(["1 – ends soon", "15", "29"]);
    // One is found by the search, the others come after, as they are sorted.
    await button(page, "Select all 3 users").click();
    await search(page).fill(second!.user);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expect(page.getByText("Selected users (3)")).toBeVisible();
    await restoreSelected(page);
    await expect(summary(page)).toHaveText("3 users restored, 2 of them with licenses missing.");
    await expect(row(page, second!.name)).toContainText(`Licenses: ${BUSINESS}.`);
    for (const { name } of [first!, third!]) {
      await expect(row(page, name)).toContainText(`Restored. Without ${BUSINESS} – no licenses are available.`);
    }
    await page.getByLabel("Filter results by…").selectOption({ label: "Restored, licenses missing (2)" });
    await expect(results(page).getByRole("rowheader")).toHaveCount(2);
    const missing = page.getByRole("region", { name: "Licenses that couldn't be restored" });
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
    const [one] = await readDeletedUsers(page);
    await selectUsers(page, one!.name);
    await restoreSelected(page);
    await expect(row(page, one!.name)).toContainText("Every subscription to this product is suspended.");
  });
});

test("after a reload the results are gone, with a way back; nothing of them is stored", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  await button(page, "Select all 3 users").click();
  await restoreSelected(page);
  const texts = Object.values(await readStorage(page)).join("\n");
  expect(texts).not.toContain("Licenses: ");
  await page.reload();
  await expect(page.getByText("Results are shown only once, right after restoring.")).toBeVisible();
  await page.getByRole("link", { name: "Back to Deleted users" }).click();
  await expect(page.getByText("No deleted users.")).toBeVisible();
});

test("restored in another tab meanwhile: gone, and said so", async ({ page, context }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one, two] = await readDeletedUsers(page);
  await selectUsers(page, one!.name, two!.name);
  const other = await context.newPage();
  await openDeleted(other, COMPANY.ordinary);
  await selectUsers(other, one!.name);
  await restoreSelected(other);
  await expect(page.getByRole("rowheader")).toHaveCount(2);
  await expect(page.getByText("Selected users (1)")).toBeVisible();
  await restoreSelected(page);
  await expect(results(page).getByRole("rowheader")).toHaveText([two!.name]);
});

test("in German", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one] = await readDeletedUsers(page);
  await takeNames(page, [one!]);
  await changeSetting(page, "Language", "Deutsch");
  await expect(page.getByRole("link", { name: "Gelöschte Benutzer (3)" })).toBeVisible();
  for (const column of ["Anzeigename", "Benutzername", "Gelöscht am", "Verbleibende Tage", "Frühere Lizenzen"]) {
    await expect(page.getByRole("columnheader", { name: column })).toBeVisible();
  }
  await expect(page.getByText("1 Benutzer lässt sich noch 1 Tag lang wiederherstellen.")).toBeVisible();
  await button(page, "Alle 3 Benutzer auswählen").click();
  await expect(page.getByText("Ausgewählte Benutzer (3)")).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Wiederherstellen", exact: true }).click();
  await expect(heading(page, "Benutzer wiederhergestellt")).toBeVisible();
  await expect(dialog(page)).toHaveAccessibleName(`Anderen Benutzernamen für ${one!.name} wählen`);
  await expect(dialog(page)).toContainText(`${one!.user} gehört jetzt Newcomer 1.`);
  await expect(dialog(page).getByRole("textbox", { name: "Benutzername" })).toBeFocused();
  await dialog(page).getByRole("button", { name: "Abbrechen" }).click();
  await expect(page.getByText("2 Benutzer wiederhergestellt. 1 Benutzer nicht wiederhergestellt.")).toBeVisible();
  await expect(button(page, `Anderen Benutzernamen wählen – ${one!.name}`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Zurück zu „Gelöschte Benutzer“" })).toBeVisible();
});

test("with the keyboard alone", async ({ page }) => {
  await openDeleted(page, COMPANY.ordinary);
  const [one] = await readDeletedUsers(page);
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
  for (let steps = 0; steps < 10 && !(await restoreButton(page).evaluate((element) => element === document.activeElement)); steps += 1) {
    await page.keyboard.press("Shift+Tab");
  }
  await expect(restoreButton(page)).toBeFocused();
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
    const [one] = await readDeletedUsers(page);
    await takeNames(page, [one!]);
    await button(page, "Select all 3 users").click();
    await expectAccessible(page, "the list", looks);
    await restoreSelected(page);
    await dialog(page).getByRole("textbox", { name: "User name" }).fill("ü");
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(page)).toContainText("Not allowed here");
    await expectAccessible(page, "the dialog", looks);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expectAccessible(page, "the results", looks);
    await page.reload();
    await expect(page.getByText("Results are shown only once")).toBeVisible();
    await expectAccessible(page, "after a reload", looks);
  });
}
