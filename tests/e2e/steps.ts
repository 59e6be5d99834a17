// What a person does in Seatwork, in their words. Everything is found by role and name, as a screen reader finds it.

import { readFile, writeFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";

/** Companies of the sample workspace, by what makes them useful here. */
export const COMPANY = {
  /** 64 users, two domains; Power BI Pro has no seat left. */
  ordinary: "Albatros Werkzeugbau GmbH",
  /** Subscriptions whose plans exclude each other. */
  conflicting: "Saltbush Mining Pty Ltd",
  /** One user, one seat, which is taken. */
  tiny: "Glasgow Harbour Studios Ltd",
  /** No users, no subscriptions. */
  empty: "Novák & Dcery s.r.o.",
  /** 10,000 users. */
  huge: "Meridian Global Retail Inc.",
} as const;

/** What is typed and chosen for a new user; what is left out stays as the form has it. */
export type Person = {
  first?: string;
  last?: string;
  display?: string;
  user?: string;
  domain?: string;
  location?: string;
  permissions?: string[];
  licenses?: string[];
};

/** The field with this label. */
export const field = (page: Page, label: string): Locator => {
  const [form, name] = [page.getByRole("main"), { name: label, exact: true }];
  return form.getByRole("textbox", name).or(form.getByRole("combobox", name));
};

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("heading", { level: 1, name });

export const customerMenu = (page: Page): Locator => page.getByRole("navigation", { name: "Customer", exact: true });

/** Messages that are read out when they appear. */
export const messages = (page: Page): Locator => page.getByRole("status", { name: "Messages" });

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The row of a list that is named so. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** The part of the form about one product. */
export const product = (page: Page, name: string): Locator =>
  page.getByRole("rowgroup").filter({ has: page.getByRole("checkbox", { name, exact: true }) });

/** Opens the program and goes Customers → the customer → Users and licenses. */
export async function openCustomer(page: Page, company: string) {
  await page.goto("/");
  await page.getByRole("link", { name: company, exact: true }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

/** Opens the page of a user. */
export async function openUser(page: Page, name: string, company: string = COMPANY.ordinary) {
  await openCustomer(page, company);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** The focus is on something, and something of it can be seen: an outline, or a border or shadow of its own. */
async function expectVisibleFocus(page: Page) {
  const lost = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing has the focus";
    const style = getComputedStyle(element);
    const seen = (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return `${element.outerHTML.slice(0, 80)} has the focus, but no size`;
    return seen || !element.matches(":focus-visible") ? "" : `${element.outerHTML.slice(0, 80)} has the focus, and does not show it`;
  });
  // After the last element the browser's own controls have their turn.
  if (lost !== "nothing has the focus") expect(lost).toBe("");
}

/** Presses Tab until this has the focus, as a person does who cannot use a mouse. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await expectVisibleFocus(page);
  }
  await expect(target).toBeFocused();
}

/** Opens the form for a new user of the customer. */
export async function openAddUser(page: Page, company: string) {
  await openCustomer(page, company);
  await button(page, "Add user").click();
  await expect(heading(page, "Add user")).toBeVisible();
}

/** Fills in the form. */
export async function fillIn(page: Page, person: Person) {
  const texts = { first: "First name", last: "Last name", display: "Display name", user: "User name" } as const;
  for (const [key, label] of Object.entries(texts)) {
    const text = person[key as keyof typeof texts];
    if (text !== undefined) await field(page, label).fill(text);
  }
  if (person.domain !== undefined) await field(page, "Domain").selectOption({ label: person.domain });
  if (person.location !== undefined) await field(page, "Location").selectOption({ label: person.location });
  for (const name of [...(person.permissions ?? []), ...(person.licenses ?? [])]) {
    await page.getByRole("checkbox", { name, exact: true }).check();
  }
}

export async function save(page: Page) {
  await button(page, "Save").click();
}

/** Fills in the open form and saves; the confirmation stands then. */
export async function addUser(page: Page, person: Person) {
  await fillIn(page, person);
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
}

/** User name and temporary password of everybody on the confirmation, as they are shown. */
export async function readCredentials(page: Page): Promise<{ display: string; user: string; password: string }[]> {
  const rows = page.getByRole("region", { name: "Sign-in details" }).getByRole("row");
  const texts = await rows.filter({ has: page.getByRole("rowheader") }).evaluateAll((rows) =>
    rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? "")),
  );
  return texts.map(([display = "", user = "", password = ""]) => ({ display, user, password }));
}

/** Leaves the confirmation for the list, without taking the passwords along. */
export async function leaveWithoutPasswords(page: Page) {
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

/** Chooses something in the settings, and closes them. */
export async function changeSetting(page: Page, setting: "Your role" | "Language" | "Appearance", choice: string) {
  await button(page, "Settings").click();
  await page.getByLabel(setting, { exact: true }).selectOption({ label: choice });
  await page.keyboard.press("Escape");
}

/** Everything in localStorage. */
export async function readStorage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage)) as Record<string, string>);
}

/** The keys of stored changes, oldest first. */
export async function readRecordKeys(page: Page): Promise<string[]> {
  return Object.keys(await readStorage(page))
    .filter((key) => key.startsWith("seatwork/r/"))
    .sort();
}

/** The first cell of every row shown, from top to bottom. */
export async function readNames(page: Page): Promise<string[]> {
  return page.getByRole("rowheader").allTextContents();
}

/** A check box with exactly this name. */
export const checkbox = (page: Page, name: string): Locator => page.getByRole("checkbox", { name, exact: true });

/** Selects users of the list that is shown, by their display names. */
export async function selectUsers(page: Page, ...users: string[]) {
  for (const name of users) await checkbox(page, `Select ${name}`).check();
}

/** Shows only some users; the filter is named without the number behind it. */
export async function filterUsers(page: Page, filter: string) {
  const field = page.getByLabel("Filter users by…");
  const options = await field.getByRole("option").allTextContents();
  const label = options.find((option) => option.startsWith(`${filter} (`));
  await field.selectOption({ label: label ?? filter });
}

/** Opens "Manage licenses" for the users selected in the list. */
export async function manageLicenses(page: Page) {
  await button(page, "Manage licenses").click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
}

/** A button may not be pressed, and says why: to screen readers, on focus, and under the mouse. */
export async function expectRefused(page: Page, name: string, why: string) {
  const refused = button(page, name);
  const tooltip = page.getByRole("tooltip").filter({ hasText: why });
  await expect(refused).toBeDisabled();
  await expect(refused).toHaveAccessibleDescription(why);
  await refused.focus();
  await expect(tooltip).toBeVisible();
  await heading(page, /./).focus();
  await expect(tooltip).toBeHidden();
  await refused.hover();
  await expect(tooltip).toBeVisible();
  await refused.click({ force: true });
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** Buys or gives back seats, on the page Subscriptions. */
export async function changeQuantity(page: Page, product: string, quantity: number) {
  await row(page, product).getByRole("button", { name: /^Change quantity/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Quantity").fill(`${quantity}`);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Stores a text under a key, behind the program's back. */
export const storeText = (page: Page, key: string, value: string) =>
  page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [key, value]);

/** CRC-32 as the program seals its records with it. */
export const sealRecord = (page: Page, version: number, content: string) =>
  page.evaluate(
    ([version, content]) => {
      let crc = ~0;
      for (const byte of new TextEncoder().encode(`${version} ${content}`)) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
      }
      return `${version} ${(~crc >>> 0).toString(16).padStart(8, "0")} ${content}`;
    },
    [String(version), content],
  );

/** The headings of a file of users. */
export const HEADINGS = "First name,Last name,Display name,Email,Status update";

/** Invented people of a customer, a line of a file for each, numbered from `from`. */
export const inventUsers = (count: number, from = 1, domain = "albatros.example"): string[] =>
  Array.from({ length: count }, (_, at) => `Probe,User ${from + at},Probe User ${from + at},probe${from + at}@${domain},`);

/** A file as a person chooses it. */
export type FileToChoose = { name: string; mimeType: string; buffer: Buffer };

/** A file of these bytes, or of these lines in UTF-8. */
export const csvFile = (content: Buffer | string[], name = "users.csv"): FileToChoose => {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content.map((line) => `${line}\r\n`).join(""));
  return { name, mimeType: "text/csv", buffer };
};

/** The field in which a file is chosen. */
export const fileField = (page: Page): Locator => page.getByLabel("Browse", { exact: true });

/** Opens "Upload users" of a customer. */
export async function openUpload(page: Page, company: string = COMPANY.ordinary) {
  await openCustomer(page, company);
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
}

/** Chooses a file; a large one from the disk, since it takes long to hand it to the browser. */
export async function chooseFile(page: Page, file: FileToChoose) {
  const path = test.info().outputPath(file.name);
  if (file.buffer.length > 100_000) await writeFile(path, file.buffer);
  await fileField(page).setInputFiles(file.buffer.length > 100_000 ? path : file);
}

/** Chooses a file, and validates it once it is read. */
export async function validateFile(page: Page, file: FileToChoose) {
  await chooseFile(page, file);
  await button(page, "Validate").click();
}

/** Uploads a file that is right; the passwords of its users are shown then. */
export async function uploadUsers(page: Page, file: FileToChoose) {
  await validateFile(page, file);
  await expect(page.getByText(/^No errors\. /)).toBeVisible();
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible({ timeout: 30_000 });
}

/** The rows and cells of a CSV file as RFC 4180 has it. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop(), "the last line ends as well").toEqual([]);
  return rows;
}

/** The file that a button gives: its name, its bytes, and its rows, the headings among them. */
export async function downloadFile(page: Page, pressed: Locator) {
  const [download] = await Promise.all([page.waitForEvent("download"), pressed.click()]);
  const bytes = await readFile(await download.path());
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(text.startsWith("\uFEFF")).toBe(true);
  return { name: download.suggestedFilename(), bytes, rows: parseCsv(text.slice(1)) };
}
