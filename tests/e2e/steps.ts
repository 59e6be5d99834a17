// What a person does in Seatwork. Everything is found by role and name, as by a screen reader.

import { readFile, writeFile } from "node:fs/promises";
import { expect, test, type Locator, type Page } from "@playwright/test";

/** Companies of the sample workspace, by their use in the tests. */
export const COMPANY = {
  /** 64 users, two domains; Power BI Pro has no seat left. */
  ordinary: "Albatros Werkzeugbau GmbH",
  /** Subscriptions with plans that exclude each other. */
  conflicting: "Saltbush Mining Pty Ltd",
  /** One user and one seat, which is taken. */
  tiny: "Glasgow Harbour Studios Ltd",
  /** No users, no subscriptions. */
  empty: "Novák & Dcery s.r.o.",
  /** 10,000 users. */
  huge: "Meridian Global Retail Inc.",
} as const;

/** The values for a new user. Missing ones keep the form's defaults. */
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

/** The messages that screen readers announce. */
export const messages = (page: Page): Locator => page.getByRole("status", { name: "Messages" });

export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The row of a list with this name. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** The part of the form for one product. */
export const product = (page: Page, name: string): Locator =>
  page.getByRole("rowgroup").filter({ has: page.getByRole("checkbox", { name, exact: true }) });

/** Starts the program and opens Users and licenses of a customer. */
export async function openCustomer(page: Page, company: string) {
  await page.goto("/#/customers");
  await page.getByRole("link", { name: company, exact: true }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

/** Opens the page of a user. */
export async function openUser(page: Page, name: string, company: string = COMPANY.ordinary) {
  await openCustomer(page, company);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** Expects that the focused element shows the focus, by an outline or a shadow. */
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
  // After the last element, the browser's own controls get the focus.
  if (lost !== "nothing has the focus") expect(lost).toBe("");
}

/** Presses Tab until the target has the focus, like a person without a mouse. */
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

/** Fills in the open form, saves, and waits for the confirmation. */
export async function addUser(page: Page, person: Person) {
  await fillIn(page, person);
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
}

/** Reads the names and temporary passwords on the confirmation. */
export async function readCredentials(page: Page): Promise<{ display: string; user: string; password: string }[]> {
  const rows = page.getByRole("region", { name: "Sign-in details" }).getByRole("row");
  const texts = await rows.filter({ has: page.getByRole("rowheader") }).evaluateAll((rows) =>
    rows.map((row) => Array.from(row.children, (cell) => cell.textContent ?? "")),
  );
  return texts.map(([display = "", user = "", password = ""]) => ({ display, user, password }));
}

/** Reads the whole document, without the escapes of HTML: passwords may have an ampersand. */
export async function readDocument(page: Page): Promise<string> {
  return (await page.content()).replaceAll("&amp;", "&");
}

/** Leaves the confirmation for the list, without saving the passwords. */
export async function leaveWithoutPasswords(page: Page) {
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave anyway" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

/** Changes a setting and closes the settings. */
export async function changeSetting(page: Page, setting: "Your role" | "Language" | "Appearance" | "Separator in exported files", choice: string) {
  await button(page, "Settings").click();
  await page.getByLabel(setting, { exact: true }).selectOption({ label: choice });
  await page.keyboard.press("Escape");
}

/** How much is stored, in characters, without the blanks that hold room for compaction. */
export async function measureStored(page: Page): Promise<number> {
  return JSON.stringify(await readStorage(page)).length;
}

/**
 * Reads everything in localStorage. Blanks that hold room are counted instead: Playwright takes
 * seconds to print them, even between two attempts of `expect.poll`.
 */
export async function readStorage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const texts = Object.entries(localStorage) as [string, string][];
    return Object.fromEntries(texts.map(([key, text]) => [key, text.replace(/^ +$/, (blanks) => `${blanks.length} blanks`)]));
  });
}

/** Reads the keys of the stored changes, oldest first. */
export async function readRecordKeys(page: Page): Promise<string[]> {
  return Object.keys(await readStorage(page))
    .filter((key) => key.startsWith("seatwork/r/"))
    .sort();
}

/** Reads the first cell of each visible row, from top to bottom. */
export async function readNames(page: Page): Promise<string[]> {
  return page.getByRole("rowheader").allTextContents();
}

/** The checkbox with exactly this name. */
export const checkbox = (page: Page, name: string): Locator => page.getByRole("checkbox", { name, exact: true });

/** Selects users in the open list by their display names. */
export async function selectUsers(page: Page, ...users: string[]) {
  for (const name of users) await checkbox(page, `Select ${name}`).check();
}

/** Filters the list of users. The name is without the number behind it. */
export async function filterUsers(page: Page, filter: string) {
  const field = page.getByLabel("Filter users by…");
  const options = await field.getByRole("option").allTextContents();
  const label = options.find((option) => option.startsWith(`${filter} (`));
  await field.selectOption({ label: label ?? filter });
}

/** Opens "Manage licenses" for the selected users. */
export async function manageLicenses(page: Page) {
  await button(page, "Manage licenses").click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
}

/**
 * Expects that a button is disabled and says why: to screen readers, on focus, and under the mouse.
 */
export async function expectRefused(page: Page, name: string, why: string) {
  const refused = button(page, name);
  const tooltip = page.getByRole("tooltip").filter({ hasText: why });
  await expect(refused).toBeDisabled();
  await expect(refused).toHaveAccessibleDescription(why);
  // The focus is seen, and so the reason, by whoever uses the keyboard.
  await page.keyboard.press("Shift");
  await refused.focus();
  await expect(tooltip).toBeVisible();
  await heading(page, /./).focus();
  await expect(tooltip).toBeHidden();
  await refused.hover();
  await expect(tooltip).toBeVisible();
  await refused.click({ force: true });
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** Opens "Advance clock", chooses a number of days, and advances. */
export async function advanceClock(page: Page, by: "1 day" | "7 days" | "30 days") {
  await button(page, "Advance clock").click();
  const dialog = page.getByRole("dialog", { name: "Advance clock" });
  await dialog.getByRole("radio", { name: by, exact: true }).check();
  await dialog.getByRole("button", { name: "Advance", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Buys or returns seats on the page Subscriptions. */
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

/** Puts content into the envelope of a stored record, with version and checksum (CRC-32). */
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

/** The headings of a file with users. */
export const HEADINGS = "First name,Last name,Display name,Email,Status update";

/** Invents users of a customer, as lines of a file, numbered from `from`. */
export const inventUsers = (count: number, from = 1, domain = "albatros.example"): string[] =>
  Array.from({ length: count }, (_, at) => `Probe,User ${from + at},Probe User ${from + at},probe${from + at}@${domain},`);

/** A file to choose. */
export type FileToChoose = { name: string; mimeType: string; buffer: Buffer };

/** A file with these bytes, or with these lines in UTF-8. */
export const csvFile = (content: Buffer | string[], name = "users.csv"): FileToChoose => {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content.map((line) => `${line}\r\n`).join(""));
  return { name, mimeType: "text/csv", buffer };
};

/** The field for choosing a file. */
export const fileField = (page: Page): Locator => page.getByLabel("Browse", { exact: true });

/** Opens "Upload users" of a customer. */
export async function openUpload(page: Page, company: string = COMPANY.ordinary) {
  await openCustomer(page, company);
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
}

/** Chooses a file. A large one comes from the disk, since passing it to the browser takes long. */
export async function chooseFile(page: Page, file: FileToChoose) {
  const path = test.info().outputPath(file.name);
  if (file.buffer.length > 100_000) await writeFile(path, file.buffer);
  await fileField(page).setInputFiles(file.buffer.length > 100_000 ? path : file);
}

/** Chooses a file and validates it. */
export async function validateFile(page: Page, file: FileToChoose) {
  await chooseFile(page, file);
  await button(page, "Validate").click();
}

/** Uploads a valid file and waits for the passwords of its users. */
export async function uploadUsers(page: Page, file: FileToChoose) {
  await validateFile(page, file);
  await expect(page.getByText(/^No errors\. /)).toBeVisible();
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible({ timeout: 30_000 });
}

/** Parses a CSV file as in RFC 4180, with another separator if need be. */
export function parseCsv(text: string, separator = ","): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, "g");
  for (const [, quoted, plain = "", end] of text.matchAll(cell)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop(), "the last line ends as well").toEqual([]);
  return rows;
}

/**
 * Presses a button that downloads a CSV file, and returns its name, bytes, separator, and rows with
 * the headings.
 */
export async function downloadFile(page: Page, pressed: Locator) {
  const [download] = await Promise.all([page.waitForEvent("download"), pressed.click()]);
  const bytes = await readFile(await download.path());
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(text.startsWith("\uFEFF")).toBe(true);
  // Wherever a program may split it, no cell is a formula.
  expect(text).not.toMatch(/(^|[,;|\t\r\n\uFEFF])["\s]*[=+@＝＋－＠-]/);
  const separator = [";", "\t"].find((sign) => text.split("\r\n", 1)[0]!.includes(sign)) ?? ",";
  return { name: download.suggestedFilename(), bytes, separator, rows: parseCsv(text.slice(1), separator) };
}

/** Expects these to stand beside each other, not below. */
export async function expectOneLine(all: Locator[]) {
  const boxes = await Promise.all(all.map(async (one) => (await one.boundingBox())!));
  const middles = boxes.map(({ y, height }) => y + height / 2);
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
}

/** Returns where the text of an element ends at the right, without what is beside it. */
export const textEnd = (of: Locator): Promise<number> =>
  of.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Math.max(...Array.from(range.getClientRects(), ({ right }) => right));
  });
