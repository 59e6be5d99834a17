// Manage licenses, as documented, for one user and for many.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import {
  E3, LOCATION_ERROR, MAIL_1, MAIL_2, assignedButton, expectMixed, findUserWithLocation, forecast,
  readFirstNames, results, search,
} from "./licenses";
import {
  COMPANY, button, checkbox, customerMenu, filterUsers, heading, manageLicenses, messages,
  openCustomer, product, readRecordKeys, readStorage, row, save, selectUsers,
} from "./steps";

test.describe("Add or remove user licenses for a customer", () => {
  test("the procedure, for one user", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const name = await findUserWithLocation(page);
    await row(page, name).getByRole("link").click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByText("No licenses.")).toBeVisible();
    await button(page, "Manage licenses").click();
    await expect(heading(page, "Manage licenses")).toBeFocused();
    await expect(page.getByRole("region", { name: "Selected users" }).getByRole("listitem").filter({ hasText: name })).toBeVisible();
    await expect(checkbox(page, "Visio Plan 2")).not.toBeChecked();
    await checkbox(page, "Visio Plan 2").check();
    await expect(forecast(page)).toContainText("Visio Plan 2: assigns 1, leaves 1 available");
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeFocused();
    await expect(row(page, name)).toContainText("Assigned: Visio Plan 2.");
    await page.getByRole("link", { name: "Back to the user" }).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Visio Plan 2" })).toContainText("All service plans are switched on.");

    // And removed again.
    await button(page, "Manage licenses").click();
    await expect(checkbox(page, "Visio Plan 2")).toBeChecked();
    await checkbox(page, "Visio Plan 2").uncheck();
    await expect(forecast(page)).toContainText("Visio Plan 2: revokes 1, leaves 2 available");
    await save(page);
    await expect(row(page, name)).toContainText("Revoked: Visio Plan 2.");
    expect(await readRecordKeys(page)).toHaveLength(2);
  });

  test("service plans can be switched, alone or with the product", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await filterUsers(page, "Microsoft 365 Business Basic");
    const [one] = await readFirstNames(page, 1);
    await selectUsers(page, one!);
    await manageLicenses(page);
    await product(page, "Visio Plan 2").getByRole("button", { name: /^View service plans/ }).click();
    // A plan can be switched once a user has the product.
    await expect(checkbox(page, "Visio Web App")).toBeDisabled();
    await checkbox(page, "Visio Plan 2").check();
    await expect(checkbox(page, "Visio Web App")).toBeChecked();
    await checkbox(page, "Visio Web App").uncheck();
    await product(page, "Microsoft 365 Business Basic").getByRole("button", { name: /^View service plans/ }).click();
    await checkbox(page, "Microsoft Teams").uncheck();
    await save(page);
    const told = row(page, one!);
    await expect(told).toContainText("Assigned: Visio Plan 2.");
    await expect(told).toContainText("Switched off: Microsoft Teams (Microsoft 365 Business Basic), Visio Web App (Visio Plan 2).");
    await row(page, one!).getByRole("link").click();
    await expect(page.getByText("Switched off: Visio Web App")).toBeVisible();
  });
});

test.describe("Assign or revoke licenses to multiple users", () => {
  test("the procedure: three pages of users, a mixed box, too few seats, Buy more, back, Save, and who got an error", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await page.getByLabel("Rows per page").selectOption("50");
    await checkbox(page, "Select all users on this page").check();
    await button(page, "Next").click();
    await checkbox(page, "Select all users on this page").check();
    await button(page, "Next").click();
    const [lone] = await readFirstNames(page, 1);
    await selectUsers(page, lone!);
    await expect(checkbox(page, "Select all users on this page")).toBeChecked({ indeterminate: true });
    await expect(page.getByRole("link", { name: "Selected users (101)" })).toBeVisible();
    await manageLicenses(page);

    await expect(button(page, "and 81 more")).toBeVisible();
    await expectMixed(page, E3);
    const held = Number(await assignedButton(page, E3).innerText());
    expect(held).toBeGreaterThan(20);
    await checkbox(page, E3).click();
    await expect(checkbox(page, E3)).toBeChecked();
    await expect(checkbox(page, E3)).toHaveAccessibleDescription(/Licenses needed: \d+; available: 12\. Buy more or select fewer users\./);
    // Said once, at the row, also after an attempt to save.
    await save(page);
    await expect(checkbox(page, E3)).toBeFocused();
    await expect(page.getByText(/Licenses needed|short|Not enough/)).toHaveCount(1);
    await expect(product(page, E3).getByText(/Licenses needed/)).toBeVisible();
    expect(await readRecordKeys(page)).toEqual([]);

    await product(page, E3).getByRole("link", { name: "Buy more" }).click();
    await expect(heading(page, "Subscriptions")).toBeVisible();
    const dialog = page.getByRole("dialog", { name: /Change quantity/ });
    await dialog.getByLabel("Quantity").fill("200");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Back to the unfinished form" }).click();
    await expect(heading(page, "Manage licenses")).toBeVisible();
    await expect(checkbox(page, E3)).toBeChecked();
    await expect(button(page, "and 81 more")).toBeVisible();
    await expect(checkbox(page, E3)).toHaveAccessibleDescription("112 of 200 available assign to all");

    const line = await forecast(page).innerText();
    const [, gains, left] = /Office 365 E3: assigns (\d+), leaves (\d+) available/.exec(line)!.map(Number);
    expect(112 - gains!).toBe(left);
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeFocused();
    const errors = 101 - gains! - held;
    const summary = `Users updated: ${gains}. Not updated: ${held}. Errors: ${errors}.`;
    await expect(page.getByRole("main").getByText(summary)).toBeVisible();
    await expect(messages(page)).toContainText(summary);
    await expect(page.getByText("1–50 of 101")).toBeVisible();

    const filter = page.getByLabel("Filter results by…");
    await expect(filter.getByRole("option")).toHaveText([
      "All results (101)", `Updated (${gains})`, `Not updated (${held})`, `Errors (${errors})`,
    ]);
    await filter.selectOption({ label: `Not updated (${held})` });
    await expect(results(page).getByRole("row").filter({ hasText: "Nothing to change" }).first()).toBeVisible();
    await expect(results(page).getByRole("row").filter({ hasText: "Assigned:" })).toHaveCount(0);
    await filter.selectOption({ label: `Errors (${errors})` });
    await expect(page.getByText(new RegExp(`–${errors} of ${errors}$`))).toBeVisible();
    await expect(results(page).getByRole("row").filter({ hasText: LOCATION_ERROR }).first()).toBeVisible();
    const conflict = `${E3}: ${MAIL_2} can't be used together with ${MAIL_1} from ${MAIL_1}.`;
    const conflict2 = `${MAIL_1}: ${MAIL_1} can't be used together with ${MAIL_2} from ${E3}.`;
    await expect(results(page).getByRole("row").filter({ hasText: conflict }).or(results(page).getByRole("row").filter({ hasText: conflict2 })).first()).toBeVisible();

    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download results").click()]);
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines[0]).toBe("\u{feff}Display name,User name,Result");
    expect(lines).toHaveLength(1 + 101 + 1);
    expect(lines.filter((line) => line.includes(LOCATION_ERROR)).length).toBeGreaterThan(0);

    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await expect(row(page, E3).getByRole("cell").nth(1)).toContainText(`${88 + gains!}`);
    await expect(row(page, E3).getByRole("cell").nth(2)).toContainText(`${left}`);
    expect(await readRecordKeys(page)).toHaveLength(2);
  });

  test("replace: one product taken away and another given in the same save", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, MAIL_1);
    const three = await readFirstNames(page, 3);
    await selectUsers(page, ...three);
    await manageLicenses(page);
    await expect(checkbox(page, MAIL_1)).toBeChecked();
    await checkbox(page, E3).check();
    await expect(forecast(page)).toContainText("3 of 3 users can't be changed. After saving, you'll see why.");
    await checkbox(page, MAIL_1).uncheck();
    await expect(forecast(page)).toContainText("Users changed: 3.");
    await expect(forecast(page)).not.toContainText("can't be changed");
    await expect(forecast(page)).toContainText(`${MAIL_1}: revokes 3, leaves 6 available`);
    await save(page);
    for (const name of three) await expect(row(page, name)).toContainText(`Assigned: ${E3}. Revoked: ${MAIL_1}.`);
    expect(await readRecordKeys(page)).toHaveLength(1);
  });

  test("users without a location are counted beforehand, with a way to them and back", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, "Without a location");
    const nowhere = await readFirstNames(page, 2);
    await selectUsers(page, ...nowhere);
    await filterUsers(page, "All users");
    await filterUsers(page, "Without a license");
    const rest = (await readFirstNames(page, 25)).filter((name) => !nowhere.includes(name));
    await filterUsers(page, "Without a location");
    const all = await readFirstNames(page, 25);
    await filterUsers(page, "Without a license");
    const three = rest.filter((name) => !all.includes(name)).slice(0, 3);
    await selectUsers(page, ...three);
    await manageLicenses(page);
    await checkbox(page, MAIL_2).click();
    await expect(forecast(page)).toContainText("2 of 5 users can't be changed: no usage location.");
    await page.getByRole("link", { name: "Show users without a location" }).click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    expect((await readFirstNames(page, all.length)).toSorted()).toEqual(all.toSorted());
    await page.getByRole("link", { name: "Back to the unfinished form" }).click();
    await expect(forecast(page)).toContainText("2 of 5 users can't be changed: no usage location.");
  });

  test("a mixed box says what saving will do", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await selectUsers(page, "Anna Jäger", "Anna Keßler");
    await manageLicenses(page);
    const premium = product(page, "Microsoft 365 Business Premium");
    await expectMixed(page, "Microsoft 365 Business Premium");
    await expect(page.getByText(/assign to all · revoke from all · leave as it is/)).toBeVisible();
    for (const action of ["leave as it is", "assign to all", "revoke from all", "leave as it is"]) {
      await expect(premium.getByText(action, { exact: true })).toBeVisible();
      await expect(checkbox(page, "Microsoft 365 Business Premium")).toHaveAccessibleDescription(new RegExp(`${action}$`));
      await checkbox(page, "Microsoft 365 Business Premium").click();
    }
  });

  test("a box goes mixed, checked, clear, mixed; left as it was it changes nothing", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, E3);
    const [holder] = await readFirstNames(page, 1);
    await selectUsers(page, holder!);
    await filterUsers(page, "Without a license");
    const [other] = await readFirstNames(page, 1);
    await selectUsers(page, other!);
    await manageLicenses(page);
    await expectMixed(page, E3);
    await checkbox(page, E3).focus();
    await page.keyboard.press("Space");
    await expect(checkbox(page, E3)).toBeChecked();
    await page.keyboard.press("Space");
    await expect(checkbox(page, E3)).not.toBeChecked();
    await expect(checkbox(page, E3)).not.toBeChecked({ indeterminate: true });
    await page.keyboard.press("Space");
    await expectMixed(page, E3);
    await save(page);
    await expect(page.getByRole("alert").filter({ hasText: "Choose what to assign or revoke first." })).toBeVisible();
    await expect(checkbox(page, E3)).toBeFocused();
    await expect(checkbox(page, MAIL_2)).not.toBeChecked();
    await checkbox(page, MAIL_2).press("Space");
    await checkbox(page, MAIL_2).press("Space");
    await expect(checkbox(page, MAIL_2)).not.toBeChecked();
    expect(await readRecordKeys(page)).toEqual([]);
  });

  test("Assigned lists those of the selected users who hold the product", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, MAIL_2);
    const three = await readFirstNames(page, 3);
    await selectUsers(page, ...three);
    await filterUsers(page, "Without a license");
    await selectUsers(page, (await readFirstNames(page, 1))[0]!);
    await manageLicenses(page);
    await expect(assignedButton(page, MAIL_2)).toHaveText("3");
    await assignedButton(page, MAIL_2).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: `Assigned – ${MAIL_2}` });
    await expect(dialog.getByRole("listitem")).toHaveCount(3);
    for (const name of three) await expect(dialog.getByRole("listitem").filter({ hasText: name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(assignedButton(page, MAIL_2)).toBeFocused();
  });

  test("boxes of users can be removed, and the form follows; without anybody it says so", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await filterUsers(page, "Without a license");
    const two = await readFirstNames(page, 2);
    await selectUsers(page, ...two);
    await manageLicenses(page);
    await checkbox(page, MAIL_2).check();
    await expect(forecast(page)).toContainText(`${MAIL_2}: assigns 2, leaves 6 available`);
    await button(page, `Remove ${two[0]}`).click();
    await expect(forecast(page)).toContainText(`${MAIL_2}: assigns 1, leaves 7 available`);
    await expect(button(page, `Remove ${two[1]}`)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("No users are selected.")).toBeVisible();
    await expect(heading(page, "Manage licenses")).toBeFocused();
    await page.getByRole("link", { name: "Back to the list" }).click();
    await expect(page.getByRole("link", { name: /^Selected users/ })).toBeHidden();
  });

  test("Buy more and back keeps the form also after a box was removed", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await checkbox(page, "Select all users on this page").check();
    await manageLicenses(page);
    await page.getByRole("button", { name: /^Remove / }).first().click();
    await expect(page.getByText("Selected users (24)")).toBeVisible();
    await checkbox(page, E3).click();
    await product(page, "Enterprise Mobility + Security E5").getByRole("checkbox").first().click();
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await page.getByRole("link", { name: "Back to the unfinished form" }).click();
    await expect(page.getByText("Selected users (24)")).toBeVisible();
    await expect(checkbox(page, E3)).toBeChecked();
    await expect(checkbox(page, "Enterprise Mobility + Security E5")).toBeChecked();
  });

  test("the focus goes to the next box, and to the first of those that were not shown", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await checkbox(page, "Select all users on this page").check();
    await manageLicenses(page);
    const removers = page.getByRole("button", { name: /^Remove / });
    const fourth = await removers.nth(3).getAttribute("aria-label");
    await removers.nth(2).focus();
    await page.keyboard.press("Enter");
    await expect(removers.nth(2)).toBeFocused();
    expect(await removers.nth(2).getAttribute("aria-label")).toBe(fourth);
    await button(page, "and 4 more").focus();
    await page.keyboard.press("Enter");
    await expect(removers).toHaveCount(24);
    await expect(removers.nth(20)).toBeFocused();
    await removers.nth(23).focus();
    await page.keyboard.press("Enter");
    await expect(removers.nth(22)).toBeFocused();
  });

  test("two of the same name are told apart by their user names", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await search(page).fill("amelia fitzgerald");
    await expect(page.getByRole("rowheader")).toHaveCount(2);
    await expect(page.getByRole("checkbox", { name: "Select Amelia Fitzgerald" }).first()).toHaveAccessibleDescription(/^amelia\.fitzgerald\d?@saltbush\.example$/);
    await button(page, "Select all 2 users").click();
    await manageLicenses(page);
    await expect(button(page, "Remove Amelia Fitzgerald (amelia.fitzgerald@saltbush.example)")).toBeVisible();
    await expect(button(page, "Remove Amelia Fitzgerald (amelia.fitzgerald2@saltbush.example)")).toBeVisible();
  });

  test("all 10,000 users at once", async ({ page }) => {
    test.setTimeout(60_000);
    await openCustomer(page, COMPANY.huge);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await button(page, "Add subscription").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("Power BI Premium Per User");
    await dialog.getByRole("radio", { name: /Power BI Premium Per User/ }).check();
    await dialog.getByLabel("Quantity").fill("10000");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await expect(dialog).toBeHidden();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await button(page, "Select all 10,000 users").click();
    await expect(page.getByRole("link", { name: "Selected users (10,000)" })).toBeVisible();
    await manageLicenses(page);
    await expect(button(page, "and 9,980 more")).toBeVisible();
    await page.getByRole("checkbox", { name: /Power BI Premium Per User/ }).check();
    await save(page);
    await expect(heading(page, "Licenses updated")).toBeVisible();
    const keys = await readRecordKeys(page);
    const texts = await readStorage(page);
    const record = texts[keys.at(-1)!]!;
    expect(record.length).toBeLessThan(40_000);
    await page.reload();
    await expect(page.getByText("Results are shown only once")).toBeVisible();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(page.getByLabel("Filter users by…").getByRole("option", { name: /Power BI Premium Per User \(9,\d\d\d\)/ })).toHaveCount(1);
  });
});
