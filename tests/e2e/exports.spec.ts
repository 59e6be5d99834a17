// Every export, as a spreadsheet shows it, in English and German.

import { expect, test } from "@playwright/test";
import {
  ID, LANGUAGES, MOMENT, OF_TODAY, column, expectNothingToExport, exportFile, readPeople, readRows,
  search,
} from "./exports";
import {
  COMPANY, advanceClock, button, changeQuantity, changeSetting, checkbox, customerMenu, heading,
  messages, openCustomer, readNames, row,
} from "./steps";

for (const [language, words] of Object.entries(LANGUAGES)) {
  test.describe(`every export in ${language}`, () => {
    test.use({ locale: words.locale });

    test("what is shown, in files that tell whose they are", async ({ page }) => {
      const told = page.getByRole("status", { name: words.messages });
      await page.goto("/#/customers");
      const customers = await exportFile(page, words.customers[0]);
      expect(customers).toMatchObject({ file: OF_TODAY.replace("albatros-werkzeugbau", words.files.customers), separator: words.separator, head: words.customers[1] });
      // Users and licenses are figures of the day, and not in the file.
      const shown = (await readRows(page)).map(([company, domain, , , ...rest]) => [company, domain, ...rest]);
      expect(customers.rows).toEqual(shown);
      expect(customers.rows).toHaveLength(13);
      for (const [company, domain, relationship, id] of customers.rows) {
        expect(company).not.toBe("");
        expect(domain).toMatch(/\.example$/);
        expect(relationship).toBe(words.customers[2]);
        expect(id).toMatch(ID);
      }
      expect(column(customers.rows, 0)).toContain(COMPANY.empty);
      await expect(told).toContainText(words.downloaded);

      await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
      const first = await readPeople(page);
      const users = await exportFile(page, words.users[0]);
      expect(users).toMatchObject({ file: `${words.files.users}-${OF_TODAY}`, separator: words.separator, head: words.users[1] });
      expect(users.rows.map((user) => user.slice(2, 4)).slice(0, first.length)).toEqual(first);
      expect(users.rows).toHaveLength(64);
      expect(column(users.rows, 4)).toEqual(Array(64).fill(""));
      for (const [, , name, , , , , , created] of users.rows) expect(created, name).toMatch(MOMENT);
      await expect(told).toContainText(words.userCount);

      await page.getByRole("link", { name: words.deletedTab }).click();
      const list = await readRows(page);
      const deleted = await exportFile(page, words.deleted[0]);
      expect(deleted).toMatchObject({ file: `${words.files.deleted}-${OF_TODAY}`, separator: words.separator, head: words.deleted[1] });
      expect(deleted.rows.map((user) => user.slice(0, 2))).toEqual(list.map((user) => user.slice(0, 2)));
      const now = Date.now();
      for (const [name, , on, days] of deleted.rows) {
        // A date and a number, in either language.
        expect(on, name).toMatch(MOMENT);
        expect(days, name).toMatch(/^\d+$/);
        const left = (Date.parse(`${on!.replace(" ", "T")}Z`) - now) / 86_400_000 + 30;
        expect(Math.abs(left - Number(days)), name).toBeLessThan(1.01);
      }

      await page.getByRole("checkbox", { name: words.select(list[0]![0]!), exact: true }).check();
      await page.getByRole("main").getByRole("button", { name: words.restore, exact: true }).click();
      const restored = await exportFile(page, words.results[0]);
      expect(restored).toMatchObject({ file: `${words.files.restored}-${OF_TODAY}`, separator: words.separator, head: words.results[1] });
      expect(restored.rows).toHaveLength(1);
      expect(restored.rows[0]!.slice(0, 2)).toEqual(list[0]!.slice(0, 2));
      expect(restored.rows[0]![2]).toContain(words.restored);

      await page.getByRole("link", { name: words.subscriptionsLink, exact: true }).click();
      const subscriptions = await exportFile(page, words.subscriptions[0]);
      expect(subscriptions).toMatchObject({ file: `${words.files.subscriptions}-${OF_TODAY}`, separator: words.separator, head: words.subscriptions[1] });
      expect(column(subscriptions.rows, 1)).toEqual(await readNames(page));
      for (const [id, , quantity] of subscriptions.rows) {
        expect(id).toMatch(ID);
        expect(quantity).toMatch(/^\d+$/);
      }

      await page.getByRole("link", { name: words.usersLink, exact: true }).first().click();
      const some = (await readPeople(page)).slice(0, 2);
      for (const [name] of some) await page.getByRole("checkbox", { name: words.select(name!), exact: true }).check();
      await button(page, words.manage).click();
      await checkbox(page, "Visio Plan 2").check();
      await button(page, words.save).click();
      const results = await exportFile(page, words.results[0]);
      expect(results).toMatchObject({ file: `${words.files.results}-${OF_TODAY}`, separator: words.separator, head: words.results[1] });
      expect(results.rows.map((user) => user.slice(0, 2))).toEqual(some);
      for (const [name, , result] of results.rows) expect(result, name).toMatch(words.assigned);

      await page.getByRole("navigation", { name: /^(Main menu|Hauptmenü)$/ }).getByRole("link", { name: words.logLink }).click();
      const log = await exportFile(page, words.log[0]);
      expect(log).toMatchObject({ file: OF_TODAY.replace("albatros-werkzeugbau", words.files.log), separator: words.separator, head: words.log[1] });
      expect(column(log.rows, 2)).toEqual([words.actions[1], words.actions[0]]);
      for (const [at, company, , by, details] of log.rows) {
        expect(at).toMatch(MOMENT);
        expect(company).toBe(COMPANY.ordinary);
        expect(by).toMatch(/^Robin Ahrens \(.+\)$/);
        expect(details).not.toBe("");
      }
      await page.getByRole("link", { name: COMPANY.ordinary }).first().click();
      expect((await exportFile(page, words.log[0])).file).toBe(`${words.files.log}-${OF_TODAY}`);
    });
  });
}

test.describe("Export customers", () => {
  test("those whom the search leaves, in the order chosen; none, and why", async ({ page }) => {
    await page.goto("/#/customers");
    await page.getByRole("button", { name: "Company name", exact: true }).click();
    await search(page).fill("s.r");
    const { rows } = await exportFile(page, "Export customers");
    expect(rows.length).toBeGreaterThan(1);
    expect(column(rows, 0)).toEqual(await readNames(page));
    await search(page).fill("no such company");
    await expectNothingToExport(page, "Export customers");
  });
});

test.describe("Export deleted users", () => {
  test("those whom the search leaves; none, and why", async ({ page }) => {
    await openCustomer(page, COMPANY.conflicting);
    await page.getByRole("link", { name: "Deleted users (3)" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(3);
    const last = (await readRows(page))[2]!;
    await search(page).fill(last[1]!);
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    const { rows } = await exportFile(page, "Export deleted users");
    expect(rows).toEqual([[last[0], last[1], expect.stringMatching(MOMENT), "1", last[4] === "None" ? "" : last[4]]]);
    await search(page).fill("nobody is called this");
    await expectNothingToExport(page, "Export deleted users");
  });
});

test.describe("Export subscriptions", () => {
  test("every subscription; none, and why", async ({ page }) => {
    await openCustomer(page, "Kiefernhain Kliniken gGmbH");
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    const { file, rows } = await exportFile(page, "Export subscriptions");
    expect(file).toMatch(/^subscriptions-[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
    for (const [id] of rows) expect(id).toMatch(ID);
    expect(rows.map((one) => one.slice(1).join(","))).toEqual([
      "Office 365 E1,60,Active",
      "Office 365 E3,180,Active",
      "Enterprise Mobility + Security E3,120,Active",
      "Microsoft Entra ID P2,10,Active",
      "Power BI Pro,25,Suspended",
    ]);
    await expect(messages(page)).toContainText("Download started.");
    await openCustomer(page, COMPANY.empty);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await expectNothingToExport(page, "Export subscriptions");
  });

  test("numbers without separators, whatever the language", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
    await changeQuantity(page, "Power BI Pro", 2500);
    await changeSetting(page, "Language", "Deutsch");
    await expect(row(page, "Power BI Pro")).toContainText("2.500");
    const { rows } = await exportFile(page, "Abonnements exportieren");
    expect(rows.find((one) => one[1] === "Power BI Pro")![2]).toBe("2500");
  });
});

test("Export log: what is for all customers says so", async ({ page }) => {
  await page.goto("/#/customers");
  await advanceClock(page, "7 days");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Activity log" }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
  const { rows } = await exportFile(page, "Export log");
  expect(rows.find((one) => one[2] === "Clock advanced")![1]).toBe("All customers");
});
