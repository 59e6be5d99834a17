// What the form refuses: it explains each rule at its field, all of them at once, and keeps what
// was typed.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, changeSetting, customerMenu, field, fillIn, heading, messages,
  openAddUser, openCustomer, product, readRecordKeys, row, save, type Person,
} from "./steps";

const GOOD: Person = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };
const TAKEN = "This user name is already taken by";

/** Saves, and expects this explanation at the field, the focus on it, and nothing stored. */
async function expectRefusalAt(page: Page, label: string, words: string | RegExp) {
  await save(page);
  await expect(field(page, label)).toHaveAccessibleDescription(words);
  await expect(field(page, label)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, label)).toBeFocused();
  await expect(page.getByRole("alert")).toContainText(`Please correct: ${label}`);
  expect(await readRecordKeys(page)).toEqual([]);
}

test.describe("one rule at a time", () => {
  const x = (count: number) => "x".repeat(count);
  const cases: [what: string, person: Person, label: string, words: RegExp][] = [
    ["51 characters in the first name", { first: x(51), display: "A" }, "First name", /At most 50 characters are allowed; this has 51\./],
    ["51 characters in the last name", { last: x(51), display: "A" }, "Last name", /At most 50 characters are allowed; this has 51\./],
    ["51 characters in the display name", { display: x(51) }, "Display name", /At most 50 characters are allowed; this has 51\./],
    ["51 emoji in the display name", { display: "🙂".repeat(51) }, "Display name", /At most 50 characters are allowed; this has 51\./],
    ["only spaces as the display name", { display: "   " }, "Display name", /Enter a value\./],
    ["a control character in the display name", { display: "Frieda\u0007" }, "Display name", /Remove the control characters/],
    ["a dot at the beginning", { user: ".frieda" }, "User name", /can't begin or end with a period\./],
    ["a dot at the end", { user: "frieda." }, "User name", /can't begin or end with a period\./],
    ["two dots in a row", { user: "frieda..brandt" }, "User name", /can't contain two periods in a row\./],
    ["an @", { user: "frieda@albatros.example" }, "User name", /Enter only the part before the @/],
    ["a space", { user: "frieda brandt" }, "User name", /Not allowed here: “ ”\..*Try “frieda\.brandt”\./],
    ["umlauts", { user: "jörg.müller" }, "User name", /Not allowed here: “ö” “ü”\..*Try “joerg\.mueller”\./],
    ["accents", { user: "rené" }, "User name", /Try “rene”\./],
    ["letters of another script", { user: "Борис" }, "User name", /Not allowed here: “Б”/],
    ["65 characters", { user: x(65) }, "User name", /At most 64 characters are allowed; this has 65\./],
    ["no user name", { user: "" }, "User name", /Enter a value\./],
    ["only spaces as the user name", { user: "  " }, "User name", /Enter a value\./],
  ];
  for (const [what, person, label, words] of cases) {
    test(what, async ({ page }) => {
      await openAddUser(page, COMPANY.ordinary);
      await fillIn(page, { ...GOOD, ...person });
      await expectRefusalAt(page, label, words);
      for (const [key, name] of [["first", "First name"], ["display", "Display name"], ["user", "User name"]] as const) {
        const typed = { ...GOOD, ...person }[key];
        if (typed !== undefined) await expect(field(page, name)).toHaveValue(typed);
      }
      // Once corrected, the explanation disappears and the user can be saved.
      await fillIn(page, { ...GOOD, display: "Frieda Brandt" });
      await expect(field(page, label)).not.toHaveAttribute("aria-invalid", "true");
      await save(page);
      await expect(heading(page, "User created")).toBeVisible();
    });
  }
});

test("everything empty: each required field says so, the focus is on the first", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await expect(page.getByRole("alert")).toHaveText("");
  await expectRefusalAt(page, "Display name", /Enter a value\./);
  await expect(field(page, "User name")).toHaveAccessibleDescription(/Enter a value\./);
  await expect(page.getByRole("alert")).toHaveText("Please correct: Display name, User name");
});

test("several mistakes are shown together, in the order of the form", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { first: "x".repeat(51), display: "y".repeat(51), user: ".ü..", licenses: ["Power BI Pro"] });
  await expectRefusalAt(page, "First name", /this has 51/);
  await expect(field(page, "Display name")).toHaveAccessibleDescription(/this has 51/);
  await expect(field(page, "User name")).toHaveAccessibleDescription(/Not allowed here.*begin or end with a period.*two periods in a row/);
  await expect(page.getByRole("checkbox", { name: "Power BI Pro" })).toHaveAccessibleDescription(/No licenses are available/);
  await expect(page.getByRole("alert")).toHaveText("Please correct: First name, Display name, User name, Power BI Pro");
  await expect(field(page, "User name")).toHaveValue(".ü..");
});

test("at the limits: 50 characters, 50 emoji and 64 characters are taken", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  const names = { first: "x".repeat(50), last: "👩🏽‍🚀".repeat(12), display: "🙂".repeat(50) };
  await addUser(page, { ...names, user: `a'.-_!#^~${"9".repeat(55)}` });
  await expect(row(page, names.display)).toContainText(`a'.-_!#^~${"9".repeat(55)}@`);
});

test("emoji and right-to-left names are taken and shown as they are", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { first: "ياسمين 🌸", last: "الشريف", user: "yasmin" });
  await expect(field(page, "Display name")).toHaveValue("ياسمين 🌸 الشريف");
  await expect(field(page, "First name")).toHaveCSS("direction", "rtl");
  await save(page);
  await expect(row(page, "ياسمين 🌸 الشريف")).toContainText("yasmin@");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await page.getByRole("searchbox", { name: "Search users" }).fill("الشريف");
  await page.getByRole("link", { name: "ياسمين 🌸 الشريف" }).click();
  await expect(heading(page, "ياسمين 🌸 الشريف")).toBeVisible();
});

test("white space around a name is trimmed on saving, not while typing", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { display: "  Frieda  ", user: " frieda " });
  await expect(field(page, "Display name")).toHaveValue("  Frieda  ");
  await save(page);
  await expect(row(page, "Frieda")).toContainText(/^Frieda\s*frieda@/);
});

test("a name that is taken, in another case, says by whom", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { ...GOOD, user: "ANNA.Kessler" });
  await expectRefusalAt(page, "User name", new RegExp(`${TAKEN} Anna Keßler\\..*uppercase and lowercase count as the same`));
  // The same name is free in the customer's other domain.
  await fillIn(page, { domain: "albatros.example" });
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
});

test.describe("licenses", () => {
  const license = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });

  test("no seat left: Buy more leads to Subscriptions, and back to the form as it was", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    const typed = { ...GOOD, display: "Frieda B.", permissions: ["Service administrator"], licenses: ["Power BI Pro", "Visio Plan 2"] };
    await fillIn(page, typed);
    await save(page);
    await expect(license(page, "Power BI Pro")).toBeFocused();
    await expect(license(page, "Power BI Pro")).toHaveAccessibleDescription(
      "0 of 5 available No licenses are available. Buy more or leave this product out.",
    );
    expect(await readRecordKeys(page)).toEqual([]);
    await product(page, "Power BI Pro").getByRole("link", { name: "Buy more" }).click();
    await expect(page.getByRole("dialog", { name: "Change quantity – Power BI Pro" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(heading(page, "Subscriptions")).toBeFocused();
    await expect(row(page, "Power BI Pro").getByRole("cell").nth(2)).toContainText("0");
    await page.getByRole("link", { name: "Back to the unfinished form" }).click();
    await expect(field(page, "Display name")).toHaveValue("Frieda B.");
    await expect(field(page, "User name")).toHaveValue("frieda.brandt");
    for (const name of ["Service administrator", "Power BI Pro", "Visio Plan 2"]) await expect(license(page, name)).toBeChecked();
    await license(page, "Power BI Pro").uncheck();
    await save(page);
    await expect(heading(page, "User created")).toBeVisible();
  });

  test("a license needs a location", async ({ page }) => {
    await openAddUser(page, COMPANY.ordinary);
    await fillIn(page, { ...GOOD, location: "(not set)", licenses: ["Visio Plan 2"] });
    await expectRefusalAt(page, "Location", /License assignment cannot be done for a user with an invalid usage location\. Choose a location\./);
    await license(page, "Visio Plan 2").uncheck();
    await save(page);
    await expect(heading(page, "User created")).toBeVisible();
  });

  test("plans that exclude each other name both, and can be switched off", async ({ page }) => {
    await openAddUser(page, COMPANY.conflicting);
    await fillIn(page, { ...GOOD, licenses: ["Office 365 E3", "Exchange Online (Plan 1)"] });
    await save(page);
    const words = /Exchange Online \(Plan [12]\) can't be used together with Exchange Online \(Plan [12]\) from (Office 365 E3|Exchange Online \(Plan 1\))\. Switch one of them off\./;
    await expect(page.getByRole("checkbox", { checked: true }).and(page.locator(":focus"))).toHaveAccessibleDescription(words);
    expect(await readRecordKeys(page)).toEqual([]);
    const suite = product(page, "Office 365 E3");
    await suite.getByRole("button", { name: "View service plans" }).click();
    await suite.getByRole("checkbox", { name: "Exchange Online (Plan 2)" }).uncheck();
    await expect(page.getByRole("alert")).toHaveText("");
    await save(page);
    await expect(heading(page, "User created")).toBeVisible();
  });
});

test.describe("once is once", () => {
  for (const [how, twice] of [
    ["a double click on Save", (page: Page) => button(page, "Save").dblclick()],
    ["Enter twice", async (page: Page) => {
      await field(page, "User name").focus();
      await page.evaluate(() => {
        // Both events before the program reacts, as with a held key.
        const form = (document.activeElement as HTMLInputElement).form!;
        form.requestSubmit();
        form.requestSubmit();
      });
    }],
  ] as const) {
    test(`${how} creates one user`, async ({ page }) => {
      await openAddUser(page, COMPANY.ordinary);
      await fillIn(page, GOOD);
      await twice(page);
      await expect(heading(page, "User created")).toBeVisible();
      await expect(page.getByRole("rowheader")).toHaveText(["Frieda Brandt"]);
      expect(await readRecordKeys(page)).toHaveLength(1);
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }
});

for (const [role, others] of [["Helpdesk agent", "Admin agent"], ["Sales agent", "Admin agent"]] as const) {
  test(`as ${role} one sees why one may not add or change users`, async ({ page }) => {
    const why = `${role}s can't create, edit, delete or restore users. Required role: ${others}.`;
    await openCustomer(page, COMPANY.ordinary);
    await changeSetting(page, "Your role", role);
    const add = button(page, "Add user");
    await expect(add).toBeDisabled();
    await expect(add).toHaveAccessibleDescription(why);
    await add.focus();
    await expect(add).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(heading(page, "Users and licenses")).toBeVisible();
    const list = page.url();

    // The form has an address; opening it shows the same reason.
    await page.goto(`${list}/new`);
    await expect(page.getByRole("paragraph").filter({ hasText: why })).toBeVisible();
    for (const label of ["First name", "Display name", "User name", "Domain", "Location"]) await expect(field(page, label)).toBeDisabled();
    await expect(page.getByRole("checkbox", { name: "Visio Plan 2" })).toBeDisabled();
    await expect(button(page, "Save")).toBeDisabled();

    await page.goto(list);
    await page.getByRole("link", { name: "Anna Keßler" }).click();
    await expect(page.getByRole("paragraph").filter({ hasText: why })).toBeVisible();
    await expect(field(page, "Display name")).toBeDisabled();
    await expect(button(page, "Save")).toBeDisabled();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await changeSetting(page, "Your role", "Admin agent");
    await expect(add).toBeEnabled();
    expect(await readRecordKeys(page)).toEqual([]);
    await expect(messages(page)).toHaveText("", { useInnerText: true });
  });
}

test("another role holds in every tab at once, and Save says why it is off", async ({ page, context }) => {
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("rowheader").first().getByRole("link").click();
  await fillIn(page, { display: "Somebody else" });
  await expect(button(page, "Save")).toBeEnabled();
  const other = await context.newPage();
  await other.goto("/#/customers");
  await changeSetting(other, "Your role", "Helpdesk agent");
  await expect(button(page, "Save")).toBeDisabled();
  await expect(button(page, "Save")).toHaveAccessibleDescription(/Helpdesk agents can't create, edit, delete or restore users/);
  await page.keyboard.press("Shift");
  await button(page, "Save").focus();
  await expect(page.getByRole("tooltip").filter({ visible: true })).toContainText("Helpdesk agents can't");
});

test("a role that cannot be stored holds for this tab, and says so", async ({ page }) => {
  await page.goto("/#/customers");
  await expect(heading(page, "Customers")).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await changeSetting(page, "Your role", "Helpdesk agent");
  await expect(messages(page)).toContainText("This couldn't be saved and applies to this tab only.");
});
