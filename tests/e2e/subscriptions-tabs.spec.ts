// Subscriptions: changes in another tab, a double click, and full storage.

import { expect, test } from "@playwright/test";
import {
  addSubscription, cell, openSubscriptions, productChoice, quantity, suspendSubscription,
} from "./subscriptions";
import {
  COMPANY, button, fillIn, heading, messages, openAddUser, readRecordKeys, row, save,
} from "./steps";

test("the storage is full: the dialog says so and keeps what was typed", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Change quantity – Power BI Pro").click();
  await quantity(page).fill("9");
  const takes = (full: boolean) =>
    page.evaluate((full) => {
      const own = window as never as { setItem?: typeof localStorage.setItem };
      own.setItem ??= Storage.prototype.setItem;
      const refuse = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Storage.prototype.setItem = full ? refuse : own.setItem;
    }, full);
  await takes(true);
  await save(page);
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect(alert).toContainText("Not saved. Nothing was changed.");
  await expect(quantity(page)).toHaveValue("9");
  expect(await readRecordKeys(page)).toEqual([]);
  await takes(false);
  await save(page);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(cell(row(page, "Power BI Pro"), "Quantity")).toHaveText("9");
});

test.describe("another tab meanwhile", () => {
  test("an open dialog follows what is stored, until something is typed", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openSubscriptions(one, COMPANY.ordinary);
    await openSubscriptions(other, COMPANY.ordinary);
    await button(one, "Change quantity – Visio Plan 2").click();
    await button(other, "Change quantity – Visio Plan 2").click();
    await quantity(other).fill("8");
    await save(other);
    await expect(quantity(one)).toHaveValue("8");
    await expect(quantity(one)).toHaveAccessibleDescription(/1 of 8 assigned/);
    await quantity(one).fill("2");
    await button(other, "Change quantity – Visio Plan 2").click();
    await quantity(other).fill("9");
    await save(other);
    await expect(quantity(one)).toHaveAccessibleDescription(/1 of 9 assigned/);
    await expect(quantity(one)).toHaveValue("2");
    await save(one);
    await expect(cell(row(other, "Visio Plan 2"), "Quantity")).toHaveText("2");
  });

  test("seats are taken in another tab: the refusal has the new numbers", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openSubscriptions(one, COMPANY.ordinary);
    await button(one, "Change quantity – Visio Plan 2").click();
    await quantity(one).fill("1");
    await openAddUser(other, COMPANY.ordinary);
    await fillIn(other, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
    await save(other);
    await expect(heading(other, "User created")).toBeVisible();
    await save(one);
    await expect(quantity(one)).toHaveAccessibleDescription(/2 of 3 assigned.*Licenses in use: 2\. This subscription needs at least 2/);
    await expect(quantity(one)).toHaveValue("1");
  });

  test("suspended and added in another tab: the list follows, and the question is answered", async ({ context }) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await openSubscriptions(one, COMPANY.ordinary);
    await openSubscriptions(other, COMPANY.ordinary);
    await button(one, "Suspend – Visio Plan 2").click();
    await suspendSubscription(other, "Visio Plan 2");
    await addSubscription(other, "Microsoft 365 E5", "2");
    await expect(one.getByRole("row").filter({ hasText: "Microsoft 365 E5" })).toHaveCount(1);
    await one.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
    await expect(messages(one)).toContainText("Nothing was changed.");
    await expect(one.getByRole("dialog")).toBeHidden();
    // The row was created anew, and yet the focus is not lost.
    expect(await one.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  });
});

test("a double click buys once", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").click();
  await productChoice(page, "Microsoft 365 E5").check();
  await quantity(page).fill("3");
  await quantity(page).evaluate((input: HTMLInputElement) => {
    // Both events before the program reacts, as with a held key.
    input.form!.requestSubmit();
    input.form!.requestSubmit();
  });
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row(page, "Microsoft 365 E5")).toHaveCount(1);
  expect(await readRecordKeys(page)).toHaveLength(1);
});
