// Create user accounts for a customer, as documented, and what to do with the sign-in details.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, addUser, button, customerMenu, field, fillIn, heading, messages, openAddUser,
  openCustomer, product, readCredentials, readStorage, row, save,
} from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };
const OMAR = { first: "Omar", last: "Öztürk", user: "omar.oeztuerk" };
const DOMAIN = "albatros-werkzeugbau.example";
const PASSWORD = /^[A-HJ-NP-Za-km-np-z2-9!#$%&*?]{12}$/;

/** Reads the seats of a product in Subscriptions: bought, assigned and available. */
async function readSeats(page: Page, name: string) {
  await customerMenu(page).getByRole("link", { name: "Subscriptions" }).click();
  await expect(heading(page, "Subscriptions")).toBeVisible();
  const [quantity, assigned, available] = await row(page, name).getByRole("cell").allInnerTexts();
  return [quantity, assigned, available].map((text) => Number.parseInt(text ?? "", 10));
}

/** Creates two users and returns their credentials. */
async function createTwoUsers(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, FRIEDA);
  await button(page, "Add another user").click();
  await addUser(page, OMAR);
  const created = await readCredentials(page);
  expect(created).toHaveLength(2);
  return created;
}

test("the procedure: two users, their passwords once, their seats taken", async ({ page }) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" }).click();
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  expect(await readSeats(page, "Microsoft 365 Business Premium")).toEqual([45, 38, 7]);
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await button(page, "Add user").click();
  await addUser(page, { ...FRIEDA, licenses: ["Microsoft 365 Business Premium"] });
  await expect(heading(page, "User created")).toBeFocused();
  await expect(row(page, "Frieda Brandt")).toContainText(`frieda.brandt@${DOMAIN}`);

  await button(page, "Add another user").click();
  await expect(field(page, "First name")).toBeFocused();
  await expect(field(page, "User name")).toHaveValue("");
  await addUser(page, { ...OMAR, licenses: ["Microsoft 365 Business Premium", "Visio Plan 2"] });
  const created = await readCredentials(page);
  expect(created.map(({ display, user }) => [display, user])).toEqual([
    ["Frieda Brandt", `frieda.brandt@${DOMAIN}`],
    ["Omar Öztürk", `omar.oeztuerk@${DOMAIN}`],
  ]);
  for (const { password } of created) expect(password).toMatch(PASSWORD);
  expect(created[0]!.password).not.toBe(created[1]!.password);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy").click();
  await expect(messages(page)).toContainText("Copied to the clipboard.");
  await page.getByRole("link", { name: "Back to the list" }).click();
  const secrets = created.map(({ password }) => password);
  const expectNowhere = async () => {
    const everything = await page.evaluate(async () => [
      JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state), location.href, document.title,
      document.cookie, JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()),
      document.documentElement.outerHTML, ...Array.from(document.querySelectorAll("input"), (input) => input.value),
    ]);
    for (const secret of secrets) expect([...everything, ...said].join("\n")).not.toContain(secret);
  };
  await expect(row(page, "Frieda Brandt")).toBeVisible();
  await expectNowhere();

  await page.reload();
  for (const name of ["Frieda Brandt", "Omar Öztürk"]) {
    await page.getByRole("searchbox", { name: "Search users" }).fill(name);
    await expect(row(page, name)).toContainText("Microsoft 365 Business Premium");
  }
  await expectNowhere();
  expect(await readSeats(page, "Microsoft 365 Business Premium")).toEqual([45, 40, 5]);
  expect(await readSeats(page, "Visio Plan 2")).toEqual([3, 2, 1]);
  // Going back in the history does not restore them.
  await page.goBack();
  await page.goBack();
  await expectNowhere();
});

test("Copy puts names and passwords on the clipboard", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const created = await createTwoUsers(page);
  await button(page, "Copy").click();
  await expect(messages(page)).toContainText("Copied to the clipboard.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split(/\r?\n/)).toEqual([
    "User name\tTemporary password",
    ...created.map(({ user, password }) => `${user}\t${password}`),
    "",
  ]);
});

test("Copy that the browser refuses says so, and the passwords still count as not taken along", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, FRIEDA);
  await button(page, "Copy").click();
  await expect(messages(page)).toContainText("The browser didn't allow copying. Use Download or Print instead.");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page.getByRole("dialog", { name: "Leave without the passwords?" })).toBeVisible();
});

test("Download gives a CSV file that Excel opens", async ({ page }) => {
  const created = await createTwoUsers(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  expect(download.suggestedFilename()).toMatch(/^temporary-passwords-[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = await readFile(await download.path());
  const rows = created.map(({ display, user, password }) => `${display},${user},${password}\r\n`);
  const whole = `\u{feff}Display name,User name,Temporary password\r\n${rows.join("")}`;
  expect(bytes.equals(Buffer.from(whole, "utf8"))).toBe(true);
  await expect(messages(page)).toContainText("Download started.");
});

test("a name that a spreadsheet would take for a formula is refused; Download quotes commas", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { display: '=HYPERLINK("x","Berg, Tom")', user: "tom.berg" });
  await save(page);
  await expect(field(page, "Display name")).toHaveAccessibleDescription(/A name can't begin like a formula\./);
  await addUser(page, { display: 'HYPERLINK("x","Berg, Tom")' });
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.split("\r\n")[1]).toMatch(/^"HYPERLINK\(""x"",""Berg, Tom""\)",tom\.berg@/);
});

test("Print calls the printer, and on paper there is a card for each user and nothing else", async ({ page }) => {
  await page.addInitScript(() => {
    let times = 0;
    window.print = () => document.documentElement.setAttribute("data-printed", String(++times));
  });
  const created = await createTwoUsers(page);
  await button(page, "Print").click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "1");

  const card = (user: string) => page.getByRole("listitem").filter({ hasText: user });
  await expect(card(created[0]!.user)).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  for (const { display, user, password } of created) {
    await expect(card(user)).toHaveCount(1);
    await expect(card(user)).toBeVisible();
    for (const text of [COMPANY.ordinary, display, password, "when you first sign in", "Training simulation"]) {
      await expect(card(user)).toContainText(text);
    }
  }
  // Each is framed by itself, so that no line goes on over where there is none.
  await expect(page.locator(".cards")).toHaveCSS("border-top-width", "0px");
  await expect(card(created[0]!.user)).toHaveCSS("border-top-width", "1px");
  for (const role of ["navigation", "button", "link", "table", "banner", "contentinfo", "status"] as const) {
    await expect(page.getByRole(role), role).toHaveCount(0);
  }
});

test("the display name follows first and last name until it is typed by hand, and again when emptied", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { first: " Ada ", last: "Lovelace" });
  await expect(field(page, "Display name")).toHaveValue("Ada Lovelace");
  await fillIn(page, { display: "Countess" });
  await fillIn(page, { first: "Augusta" });
  await expect(field(page, "Display name")).toHaveValue("Countess");
  await fillIn(page, { display: "" });
  await fillIn(page, { last: "King" });
  await expect(field(page, "Display name")).toHaveValue("Augusta King");
});

test("a free user name is suggested while the name is typed, until there is one", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  const suggestion = page.getByRole("button", { name: /^Use suggestion: / });
  await expect(suggestion).toBeHidden();
  await field(page, "First name").pressSequentially("Zoë");
  await expect(suggestion).toHaveText("Use suggestion: zoe");
  await field(page, "Last name").fill("Groß");
  await expect(suggestion).toHaveText("Use suggestion: zoe.gross");
  await suggestion.click();
  await expect(field(page, "User name")).toHaveValue("zoe.gross");
  await expect(field(page, "User name")).toBeFocused();
  await expect(suggestion).toBeHidden();
  await field(page, "User name").fill("");
  await fillIn(page, { first: "Anna", last: "Keßler" });
  await expect(suggestion).toHaveText("Use suggestion: anna.kessler2");
  await field(page, "User name").fill("a");
  await expect(suggestion).toBeHidden();
});

test("the form begins with the customer's primary domain and location, and says how many seats are left", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await expect(field(page, "Domain")).toHaveValue(DOMAIN);
  await expect(field(page, "Domain").getByRole("option")).toHaveText([DOMAIN, "albatros.example"]);
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Germany");
  await expect(page.getByRole("checkbox", { name: "Can use licenses and services", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Can use licenses and services", exact: true })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: "Visio Plan 2" })).toHaveAccessibleDescription("2 of 3 available");
});

test("permissions, location, domain and switched-off service plans arrive on the user's page", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, {
    ...OMAR,
    domain: "albatros.example",
    location: "Austria",
    permissions: ["Billing administrator", "Password administrator"],
    licenses: ["Microsoft 365 Business Basic"],
  });
  const basic = product(page, "Microsoft 365 Business Basic");
  const plans = basic.getByRole("button", { name: "View service plans" });
  await expect(plans).toHaveAttribute("aria-expanded", "false");
  await plans.click();
  await expect(plans).toHaveAttribute("aria-expanded", "true");
  await basic.getByRole("checkbox", { name: "Sway" }).uncheck();
  await basic.getByRole("checkbox", { name: "SharePoint (Plan 1)" }).uncheck();
  await basic.getByRole("checkbox", { name: "SharePoint (Plan 1)" }).check();
  await save(page);
  await expect(row(page, "Omar Öztürk")).toContainText("omar.oeztuerk@albatros.example");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await page.getByRole("searchbox", { name: "Search users" }).fill("omar");
  await expect(row(page, "Omar Öztürk")).toContainText("Billing administrator, Password administrator");
  await page.getByRole("link", { name: "Omar Öztürk" }).click();

  await expect(heading(page, "Omar Öztürk")).toBeVisible();
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(field(page, "Last name")).toHaveValue("Öztürk");
    await expect(field(page, "Domain")).toHaveValue("albatros.example");
    await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
    for (const [name, on] of [["Billing administrator", true], ["Password administrator", true], ["Global administrator", false]] as const) {
      await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked({ checked: on });
    }
    await expect(page.getByRole("listitem").filter({ hasText: "Microsoft 365 Business Basic" })).toContainText("Switched off: Sway");
    await expect(page.getByRole("main")).toContainText("temporary, must be changed at the next sign-in");
  }
});

test("one saved user is one stored record, under 4 KB", async ({ page }) => {
  await openAddUser(page, COMPANY.huge);
  const before = await readStorage(page);
  await addUser(page, { ...FRIEDA, licenses: ["Office 365 E3"], permissions: ["Global administrator"] });
  const after = await readStorage(page);
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  expect(changed).toHaveLength(1);
  expect(Buffer.byteLength(changed[0]! + after[changed[0]!]!, "utf8")).toBeLessThan(4096);
});

test("a customer without users and subscriptions gets its first user", async ({ page }) => {
  await openCustomer(page, COMPANY.empty);
  await expect(page.getByText("This customer has no users yet.")).toBeVisible();
  await button(page, "Add user").click();
  await expect(page.getByText("This customer has no subscriptions.")).toBeVisible();
  await addUser(page, { first: "Ema", last: "Nováková", user: "ema" });
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await expect(row(page, "Ema Nováková")).toContainText("ema@novak-dcery.example");
});
