// Subscriptions: adding one, changing its quantity, suspending it.

import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  WRONG, addSubscription, cell, dialog, openSubscriptions, productChoice, quantity, search,
} from "./subscriptions";
import {
  COMPANY, button, changeSetting, customerMenu, heading, messages, readRecordKeys, row, save,
} from "./steps";

test("a subscription is added: searched by part number, chosen, counted, and said", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").click();
  await expect(dialog(page, "Add subscription")).toBeVisible();
  await expect(search(page)).toBeFocused();
  // Products bought already are marked.
  await expect(productChoice(page, "Power BI Pro")).toHaveAccessibleDescription("POWER_BI_PRO Bought: 5");
  await expect(productChoice(page, "Visio Plan 2")).toHaveAccessibleDescription("VISIOCLIENT Bought: 3");
  await expect(productChoice(page, "Microsoft 365 E5")).toHaveAccessibleDescription("SPE_E5");
  await search(page).fill("spe_e5");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/^\d+ match(es)?$/);
  await expect(productChoice(page, "Power BI Pro")).toBeHidden();
  await productChoice(page, "Microsoft 365 E5").check();
  // The chosen product stays visible.
  await search(page).fill("no such product");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText("0 matches");
  await expect(productChoice(page, "Microsoft 365 E5")).toBeVisible();
  // Enter searches and does not save.
  await search(page).press("Enter");
  await expect(quantity(page)).not.toHaveAttribute("aria-invalid", "true");
  await quantity(page).fill(" 12 ");
  await save(page);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(messages(page)).toContainText("Subscription added: Microsoft 365 E5, quantity 12.");
  const bought = row(page, "Microsoft 365 E5");
  await expect(cell(bought, "Quantity")).toHaveText("12");
  await expect(cell(bought, "Available")).toContainText("12");
  await expect(cell(bought, "Status")).toHaveText("Active");
  await expect(bought).toHaveAttribute("aria-current", /.+/);
  await expect(button(page, "Add subscription")).toBeFocused();
  expect(await readRecordKeys(page)).toHaveLength(1);
  await page.reload();
  await expect(cell(row(page, "Microsoft 365 E5"), "Quantity")).toHaveText("12");
});

test("products are found without regard to case, accents and order of words", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").click();
  for (const text of ["PÖWER PRO", "pro bi", "power_bi_pro"]) {
    await search(page).fill(text);
    await expect(productChoice(page, "Power BI Pro")).toBeVisible();
    await expect(productChoice(page, "Microsoft 365 E5")).toBeHidden();
  }
  await search(page).fill("");
  await expect(page.getByRole("radio")).toHaveCount(40);
});

test("without a product and a quantity nothing is bought, and both say so", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").click();
  await save(page);
  const products = page.getByRole("radiogroup", { name: "Product" });
  await expect(products).toHaveAttribute("aria-invalid", "true");
  await expect(products).toHaveAccessibleDescription("Choose a product.");
  await expect(quantity(page)).toHaveAccessibleDescription(/Enter a value\./);
  await expect(page.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await expect(products).not.toHaveAttribute("aria-invalid", "true");
  await save(page);
  await expect(quantity(page)).toBeFocused();
  expect(await readRecordKeys(page)).toEqual([]);
});

test.describe("what is no quantity", () => {
  const cases: [what: string, typed: string, words: string][] = [
    ["nothing", "", "Enter a value."], ["spaces", "  ", "Enter a value."],
    ["zero", "0", WRONG], ["a negative number", "-3", WRONG], ["a fraction", "2.5", WRONG], ["a German fraction", "2,5", WRONG],
    ["one too many", "10001", WRONG], ["an exponent", "1e3", WRONG], ["a separator of thousands", "1,000", WRONG],
    ["far too much", "99999999999999999999", WRONG], ["words", "ten", WRONG], ["Arabic digits", "٣", WRONG],
  ];
  for (const how of ["adding", "changing"] as const) {
    test(`when ${how}`, async ({ page }) => {
      await openSubscriptions(page, COMPANY.ordinary);
      if (how === "adding") {
        await button(page, "Add subscription").click();
        await productChoice(page, "Microsoft 365 E5").check();
      } else {
        await button(page, "Change quantity – Power BI Pro").click();
        await expect(quantity(page)).toHaveValue("5");
      }
      await expect(quantity(page)).toHaveAttribute("inputmode", "numeric");
      for (const [what, typed, words] of cases) {
        await quantity(page).fill(typed);
        await save(page);
        await expect(quantity(page), what).toHaveAccessibleDescription(new RegExp(words.replaceAll(".", "\\.")));
        await expect(quantity(page), what).toHaveAttribute("aria-invalid", "true");
        await expect(quantity(page), what).toBeFocused();
        await expect(quantity(page), what).toHaveValue(typed);
      }
      expect(await readRecordKeys(page)).toEqual([]);
      // The maximum is allowed, and the message disappears once the value is corrected.
      await quantity(page).fill("10000");
      await expect(quantity(page)).not.toHaveAttribute("aria-invalid", "true");
      await save(page);
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(cell(row(page, how === "adding" ? "Microsoft 365 E5" : "Power BI Pro"), "Quantity")).toHaveText("10,000");
    });
  }
});

test("a quantity is changed, but not below what is in use", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  const name = "Microsoft 365 Business Premium";
  const change = button(page, `Change quantity – ${name}`);
  await change.click();
  await expect(dialog(page, `Change quantity – ${name}`)).toBeVisible();
  await expect(quantity(page)).toBeFocused();
  await expect(quantity(page)).toHaveAccessibleDescription("38 of 45 assigned. This subscription needs at least 38.");
  await quantity(page).fill("37");
  await save(page);
  await expect(quantity(page)).toHaveAccessibleDescription(/Licenses in use: 38\. This subscription needs at least 38\. To go lower, revoke licenses first/);
  await expect(quantity(page)).toBeFocused();
  await expect(quantity(page)).toHaveValue("37");
  expect(await readRecordKeys(page)).toEqual([]);
  await quantity(page).fill("38");
  await save(page);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(change).toBeFocused();
  await expect(messages(page)).toContainText(`Quantity changed: ${name}, now 38.`);
  await expect(cell(row(page, name), "Quantity")).toHaveText("38");
  await expect(cell(row(page, name), "Available")).toHaveText(/^0/);
  // The same number changes nothing, and the dialog says so.
  await change.click();
  await save(page);
  await expect(messages(page)).toContainText("Nothing was changed.");
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("Cancel and Escape leave everything as it was, and the focus where it was", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  for (const name of ["Add subscription", "Change quantity – Power BI Pro", "Suspend – Power BI Pro"]) {
    for (const close of [() => button(page, "Cancel").click(), () => page.keyboard.press("Escape")]) {
      await button(page, name).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await close();
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(button(page, name)).toBeFocused();
    }
  }
  // The text typed before Cancel is gone.
  await button(page, "Change quantity – Power BI Pro").click();
  await quantity(page).fill("77");
  await button(page, "Cancel").click();
  await button(page, "Change quantity – Power BI Pro").click();
  await expect(quantity(page)).toHaveValue("5");
  expect(await readRecordKeys(page)).toEqual([]);
});

test("suspending asks and says what follows; reactivating is done at once", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Suspend – Power BI Pro").click();
  const question = dialog(page, "Suspend Power BI Pro?");
  await expect(question).toContainText("5 users have this product. It will be over-assigned by 5. No one loses a license");
  await expect(button(page, "Cancel")).toBeFocused();
  await question.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(messages(page)).toContainText("Suspended: Power BI Pro.");
  const bought = row(page, "Power BI Pro");
  await expect(cell(bought, "Status")).toHaveText("Suspended");
  await expect(cell(bought, "Available")).toContainText(/−5\s*Over-assigned/);
  await expect(button(page, "Reactivate – Power BI Pro")).toBeFocused();
  // Its seats do not count, so there may be fewer.
  await button(page, "Change quantity – Power BI Pro").click();
  await expect(quantity(page)).toHaveAccessibleDescription(/Its licenses don't count until you reactivate it/);
  await quantity(page).fill("3");
  await save(page);
  await button(page, "Reactivate – Power BI Pro").click();
  await expect(messages(page)).toContainText("Reactivated: Power BI Pro.");
  await expect(button(page, "Suspend – Power BI Pro")).toBeFocused();
  await expect(cell(bought, "Status")).toHaveText("Active");
  await expect(cell(bought, "Available")).toContainText(/−2\s*Over-assigned/);
  // The product is shown as over-assigned everywhere.
  await customerMenu(page).getByRole("link", { name: "Account" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Power BI Pro" })).toContainText("Over-assigned by 2");
});

test("suspending what nobody needs says what is left", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await addSubscription(page, "Microsoft 365 E5", "4");
  await button(page, "Suspend – Microsoft 365 E5").click();
  await expect(page.getByRole("dialog")).toContainText("No one has this product. Available afterwards: 0.");
  await button(page, "Cancel").click();
  await button(page, "Suspend – Visio Plan 2").click();
  await expect(page.getByRole("dialog")).toContainText("1 user has this product. It will be over-assigned by 1.");
});

test("several subscriptions to one product are told apart by quantity and status", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await expect(button(page, "Change quantity – Power BI Pro")).toBeVisible();
  await addSubscription(page, "Power BI Pro", "20");
  await expect(row(page, "Power BI Pro")).toHaveCount(2);
  await button(page, "Suspend – Power BI Pro (5, Active)").click();
  await expect(dialog(page, "Suspend Power BI Pro (5, Active)?")).toContainText("5 users have this product. Available afterwards: 15.");
  await page.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(button(page, "Reactivate – Power BI Pro (5, Suspended)")).toBeFocused();
  // Now the other subscription has to cover all five users.
  await button(page, "Change quantity – Power BI Pro (20, Active)").click();
  await quantity(page).fill("4");
  await save(page);
  await expect(quantity(page)).toHaveAccessibleDescription(/Licenses in use: 5\. This subscription needs at least 5/);
});

test("a customer without subscriptions: the first one is added", async ({ page }) => {
  await openSubscriptions(page, COMPANY.empty);
  await expect(page.getByText("This customer has no subscriptions.")).toBeVisible();
  await expect(page.getByRole("table")).toBeHidden();
  await addSubscription(page, "Visio Plan 2", "1");
  await expect(row(page, "Visio Plan 2")).toBeVisible();
  await expect(page.getByText("This customer has no subscriptions.")).toBeHidden();
  await expect(button(page, "Add subscription")).toBeFocused();
});

for (const [role, may] of [["Helpdesk agent", false], ["Sales agent", true]] as const) {
  test(`as ${role} one may ${may ? "" : "not "}change subscriptions`, async ({ page }) => {
    await openSubscriptions(page, COMPANY.ordinary);
    await changeSetting(page, "Your role", role);
    const names = ["Add subscription", "Change quantity – Power BI Pro", "Suspend – Power BI Pro"];
    const why = "Helpdesk agents can't change subscriptions. Required role: Admin agent or Sales agent.";
    for (const name of names) {
      if (may) {
        await expect(button(page, name)).toBeEnabled();
      } else {
        await expect(button(page, name)).toBeDisabled();
        await expect(button(page, name)).toHaveAccessibleDescription(why);
        await button(page, name).focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("dialog")).toBeHidden();
      }
    }
    // Every role that sees them may export them.
    await expect(button(page, "Export subscriptions")).toBeEnabled();
    if (may) {
      await addSubscription(page, "Microsoft 365 E5", "1");
    } else {
      await page.goto(`${page.url()}?product=POWER_BI_PRO`);
      await expect(row(page, "Power BI Pro")).toHaveAttribute("aria-current", /.+/);
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    expect(await readRecordKeys(page)).toHaveLength(may ? 1 : 0);
  });
}

test("everything works by keyboard alone", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("visio");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveRole("radio");
  await page.keyboard.press("Space");
  await expect(page.locator(":focus")).toBeChecked();
  // The arrow keys move among the visible products only.
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(":focus")).toBeChecked();
  await expect(page.locator(":focus")).toBeVisible();
  const chosen = await page.locator("label:has(:focus)").locator("span").first().textContent();
  expect(chosen).toMatch(/visio/i);
  await page.keyboard.press("Tab");
  await expect(quantity(page)).toBeFocused();
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(messages(page)).toContainText(`Subscription added: ${chosen}, quantity 7.`);
  await expect(button(page, "Add subscription")).toBeFocused();
  // Past the export into the table, and along its first row.
  await page.keyboard.press("Tab");
  await expect(button(page, "Export subscriptions")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Subscriptions" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Change quantity – /);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Suspend – /);
  await page.keyboard.press("Enter");
  await expect(button(page, "Cancel")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Reactivate – /);
});

test("in German", async ({ page }) => {
  await openSubscriptions(page, COMPANY.ordinary);
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Abonnements")).toBeVisible();
  await expect(button(page, "Abonnements exportieren")).toBeVisible();
  await button(page, "Menge ändern – Power BI Pro").click();
  const typed = page.getByRole("dialog", { name: "Menge ändern – Power BI Pro" }).getByRole("textbox", { name: "Menge" });
  await typed.fill("4");
  await button(page, "Speichern").click();
  await expect(typed).toHaveAccessibleDescription(/5 von 5 zugewiesen\..*Verwendete Lizenzen: 5\. Dieses Abonnement braucht mindestens 5/);
  await button(page, "Abbrechen").click();
  await button(page, "Aussetzen – Power BI Pro").click();
  await expect(page.getByRole("dialog", { name: "Power BI Pro aussetzen?" })).toContainText("5 Benutzer haben dieses Produkt. Es wird um 5 überbelegt");
  await page.getByRole("dialog").getByRole("button", { name: "Aussetzen", exact: true }).click();
  await expect(button(page, "Reaktivieren – Power BI Pro")).toBeFocused();
  await button(page, "Abonnement hinzufügen").click();
  await expect(page.getByRole("dialog").getByRole("searchbox", { name: "Produkte suchen" })).toBeVisible();
});

test("axe finds nothing, with each dialog open", async ({ page }) => {
  test.setTimeout(90_000);
  await openSubscriptions(page, COMPANY.ordinary);
  await button(page, "Add subscription").click();
  await expectAccessible(page, "adding");
  await save(page);
  await expectAccessible(page, "adding, with mistakes");
  await search(page).fill("visio");
  await expectAccessible(page, "adding, searched");
  await button(page, "Cancel").click();
  await button(page, "Change quantity – Power BI Pro").click();
  await quantity(page).fill("4");
  await save(page);
  await expect(quantity(page)).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "changing, refused");
  await button(page, "Cancel").click();
  await button(page, "Suspend – Power BI Pro").click();
  await expectAccessible(page, "the question");
  await page.getByRole("dialog").getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectAccessible(page, "over-assigned and suspended");
  await page.goto(`${page.url()}?product=POWER_BI_PRO`);
  await expect(row(page, "Power BI Pro")).toHaveAttribute("aria-current", /.+/);
  await expectAccessible(page, "marked");
  await changeSetting(page, "Your role", "Helpdesk agent");
  await expectAccessible(page, "as Helpdesk agent");
});
