// Restoring users whose user names are taken. The program asks for another name.

import { expect, test, type Page } from "@playwright/test";
import {
  BUSINESS, dialog, openDeleted, readDeletedUsers, restoreSelected, results, summary, takeNames,
  type Deleted,
} from "./restore";
import { COMPANY, button, heading, openCustomer, readRecordKeys, row, selectUsers } from "./steps";

test.describe("the user name is taken", () => {
  async function restoreWithTakenNames(page: Page, count: number): Promise<Deleted[]> {
    await openDeleted(page, COMPANY.ordinary);
    const all = await readDeletedUsers(page);
    await takeNames(page, all.slice(0, count));
    await button(page, "Select all 3 users").click();
    await restoreSelected(page);
    return all;
  }

  test("the others are restored; another name is asked for, suggested, and given", async ({ page }) => {
    const [taken, ...others] = await restoreWithTakenNames(page, 1);
    await expect(dialog(page)).toHaveAccessibleName(`Choose another user name for ${taken!.name}`);
    await expect(dialog(page)).toContainText(`${taken!.user} now belongs to Newcomer 1.`);
    const field = dialog(page).getByRole("textbox", { name: "User name" });
    await expect(field).toBeFocused();
    const [local, domain] = taken!.user.split("@");
    await expect(field).toHaveValue(`${local}2`);
    await expect(dialog(page).getByLabel("Domain")).toHaveValue(domain!);
    await expect(summary(page)).toContainText("2 users restored. 1 user not restored.");
    for (const { name } of others) await expect(row(page, name)).toContainText("Restored.");
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(heading(page, "Users restored")).toBeFocused();
    await expect(summary(page)).toContainText("3 users restored.");
    const mended = row(page, taken!.name);
    await expect(mended).toContainText(`${local}2@${domain}`);
    await expect(mended).toContainText(`Licenses: ${BUSINESS}.`);
    await expect(mended.getByRole("button")).toBeHidden();
    await mended.getByRole("link").click();
    await expect(heading(page, taken!.name)).toBeVisible();
    // Not asked again.
    await page.goBack();
    await expect(results(page).getByRole("rowheader")).toHaveCount(3);
    await expect(dialog(page)).toBeHidden();
  });

  test("mistakes at the field: not a name, taken as well; the other domain will do", async ({ page }) => {
    const [taken] = await restoreWithTakenNames(page, 1);
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
    await expect(field).toHaveAccessibleDescription(/This user name is already taken by Newcomer 1\./);
    await expect(field).toBeFocused();
    const other = taken!.user.endsWith("@albatros.example") ? "albatros-werkzeugbau.example" : "albatros.example";
    await dialog(page).getByLabel("Domain").selectOption(other);
    await expect(field).toHaveAccessibleDescription("");
    await field.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, taken!.name)).toContainText(new RegExp(`${local}@${other}`, "i"));
  });

  test("Cancel leaves them deleted; the button in the row asks again, and then for the next", async ({ page }) => {
    const [one, other] = await restoreWithTakenNames(page, 2);
    const asked = [one!, other!].sort((one, other) => one.name.localeCompare(other.name, "en"));
    await expect(dialog(page)).toHaveAccessibleName(`Choose another user name for ${asked[0]!.name}`);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(row(page, asked[0]!.name)).toContainText("Not restored: Newcomer");
    expect(await readRecordKeys(page)).toHaveLength(3);
    const again = (name: string) => button(page, `Choose another user name – ${name}`);
    await expect(again(asked[1]!.name)).toBeVisible();
    await again(asked[0]!.name).click();
    await page.keyboard.press("Escape");
    await expect(again(asked[0]!.name)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toHaveAccessibleName(`Choose another user name for ${asked[0]!.name}`);
    await dialog(page).getByRole("button", { name: "Restore" }).click();
    // The next one's turn.
    await expect(dialog(page)).toHaveAccessibleName(`Choose another user name for ${asked[1]!.name}`);
    const field = dialog(page).getByRole("textbox", { name: "User name" });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${asked[1]!.user.split("@")[0]}2`);
    await field.press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(summary(page)).toContainText("3 users restored.");
    await page.getByRole("link", { name: "Back to Deleted users" }).click();
    await expect(page.getByText("No deleted users.")).toBeVisible();
  });

  test("nobody else was to be restored: that is said", async ({ page }) => {
    await openDeleted(page, COMPANY.ordinary);
    const [one] = await readDeletedUsers(page);
    await takeNames(page, [one!]);
    await selectUsers(page, one!.name);
    await restoreSelected(page);
    await expect(summary(page)).toContainText("No users could be restored. 1 user not restored.");
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Back to Deleted users" }).click();
    await expect(row(page, one!.name)).toBeVisible();
    expect(await readRecordKeys(page)).toHaveLength(1);
  });

  test("restored in another tab meanwhile: said in the dialog, which restores nobody then", async ({ page, context }) => {
    const [taken] = await restoreWithTakenNames(page, 1);
    const other = await context.newPage();
    await openCustomer(other, COMPANY.ordinary);
    await other.getByRole("link", { name: "Deleted users (1)" }).click();
    await selectUsers(other, taken!.name);
    await restoreSelected(other);
    await dialog(other).getByRole("button", { name: "Restore" }).click();
    await expect(dialog(other)).toBeHidden();
    await other.close();
    await expect(dialog(page)).toContainText("This deleted user is no longer here");
    await expect(dialog(page).getByRole("button", { name: "Restore" })).toBeDisabled();
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expect(button(page, `Choose another user name – ${taken!.name}`)).toBeHidden();
  });
});
