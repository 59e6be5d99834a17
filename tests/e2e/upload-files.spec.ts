// Files without valid users: each is refused with an explanation and changes nothing, and the page
// goes on working.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, chooseFile, csvFile, field, fileField, heading, inventUsers,
  openCustomer, openUpload, readStorage, validateFile, type FileToChoose,
} from "./steps";

const GOOD = csvFile([HEADINGS, ...inventUsers(2)], "good.csv");
const MINA = "Mina,Sample,Mina Sample,mina@albatros.example,";
const alert = (page: Page) => page.getByRole("main").getByRole("alert");
const readFixture = (name: string) => csvFile(readFileSync(new URL(`../fixtures/csv/${name}.csv`, import.meta.url)), `${name}.csv`);
const textFile = (content: string, name?: string) => csvFile(Buffer.from(content), name);
const utf16 = (content: string) => Buffer.from(`\uFEFF${content}`, "utf16le");

/** Expects that nothing was stored, and that a good file can still be read. */
async function expectAlive(page: Page, before: Record<string, string>) {
  expect(await readStorage(page)).toEqual(before);
  await validateFile(page, GOOD);
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  await expect(alert(page).filter({ hasText: /./ })).toHaveCount(0);
  await expect(button(page, "Save")).toBeEnabled();
}

/** Unreadable files, and what the alert says after the file name. */
const UNREADABLE: [what: string, file: FileToChoose, sentence: string | RegExp][] = [
  ["nothing in it", textFile(""), "The file is empty."],
  ["only a byte order mark", readFixture("only-a-mark"), "The file is empty except for a byte order mark."],
  ["a byte order mark of UTF-16", csvFile(Buffer.from([0xff, 0xfe])), "The file is empty except for a byte order mark."],
  ["a workbook of Excel", readFixture("libreoffice-xlsx-named-csv"), "This is an Excel workbook (.xlsx), not a CSV file."],
  ["a workbook of an old Excel", readFixture("libreoffice-xls-named-csv"), "This is an Excel workbook (.xls), not a CSV file."],
  ["a workbook of LibreOffice", readFixture("libreoffice-ods-named-csv"), "This is a LibreOffice workbook (.ods), not a CSV file."],
  ["a PDF document", readFixture("pdf-named-csv"), "This is a PDF document, not a CSV file."],
  ["an archive", readFixture("zip-named-csv"), "This is a .zip archive, not a CSV file."],
  ["a picture", csvFile(Buffer.from("89504e470d0a1a0a0000000d49484452000000010000", "hex"), "a.png"), "This isn't a text file"],
  ["NUL characters in text", readFixture("nul-in-text"), "it contains NUL characters, the first one in line"],
  ["more than 20 MB", csvFile(Buffer.alloc(20 * 1024 * 1024 + 1, "a,b\n")), "The file is 20.1 MB; the maximum is 20 MB."],
  ["UTF-8, cut in the middle of a character", readFixture("utf-8-cut-in-a-character"), "Line 3 contains bytes that aren't valid UTF-8."],
  ["half a character in UTF-16", csvFile(utf16(`${HEADINGS}\r\nMina,Sample,\uD800x,mina@albatros.example,\r\n`)), "Line 2 contains bytes that aren't valid UTF-16 LE."],
  ["UTF-16 with an odd byte", csvFile(Buffer.concat([utf16(`${HEADINGS}\r\n`), Buffer.from([65])])), "contains bytes that aren't valid UTF-16 LE."],
  ["a quotation mark that is never closed", readFixture("unclosed-quote"), "The quotation mark that opens a cell in line 3 is never closed."],
  ["a quotation mark in the middle of a cell", readFixture("quote-inside"), "Line 2 has a quotation mark in the middle of a cell."],
  ["text behind a quotation mark", textFile(`${HEADINGS}\r\n"Mina"x,Sample,Mina,mina@albatros.example,\r\n`), "a cell goes on after its closing quotation mark"],
  ["100,000 columns", textFile(`${"a,".repeat(99_999)}a\r\n`), "Line 1 has 100,000 columns; the maximum is 16,384."],
  ["a million cells too many", textFile(`${"a,".repeat(9_999)}a\n`.repeat(500)), "The file has more than 4,194,304 cells by line"],
  ["1,000 wrong lines", textFile(`${HEADINGS}\n${'a"b,c,d,e,f\n'.repeat(1_000)}`), "Line 2 has a quotation mark in the middle of a cell."],
];

for (const [what, file, sentence] of UNREADABLE) {
  test(`refused: ${what}`, async ({ page }) => {
    await openUpload(page);
    const before = await readStorage(page);
    await chooseFile(page, file);
    await expect(alert(page).filter({ hasText: sentence }).first()).toContainText(`${file.name}: `, { timeout: 20_000 });
    await expect(button(page, "Validate")).toBeDisabled();
    await expect(page.getByRole("region", { name: "Preview" })).toBeHidden();
    await expectAlive(page, before);
  });
}

/** Readable files with mistakes, and the entries in the list of problems. */
const WRONG: [what: string, file: FileToChoose, reasons: (string | RegExp)[]][] = [
  ["only headings", textFile(`${HEADINGS}\r\n`), ["The file contains headings but no users."]],
  ["only separators", textFile("\r\n,,,\r\n\r\n"), ["The file contains no text."]],
  ["columns missing", readFixture("missing-columns"), ["The column “Display name” is missing.", "The column “Email” is missing."]],
  ["a column twice", readFixture("doubled-column"), ["The column “Display name” appears twice; the first one is column 1."]],
  ["a column twice, called differently", textFile("Full name,E-mail,Full name\r\nMina,mina@albatros.example,x\r\n"), ["The column “Full name” appears twice; the first one is column 1."]],
  ["columns that nobody knows", readFixture("unknown-columns"), ["There's no column with this name.", "There's no column with this name."]],
  ["a heading without words", readFixture("column-without-heading"), [/has no heading/]],
  ["no headings", textFile(`${MINA}\r\n`), ["The headings are missing."]],
  ["the headings twice", textFile(`${HEADINGS}\r\n${HEADINGS}\r\n${MINA}\r\n`), ["This isn't an email address"]],
  ["too few and too many cells", textFile(`${HEADINGS}\r\na,b\r\n${MINA},,x\r\n`), ["This row has 2 cells; 5 are expected.", "This row has 7 cells; 5 are expected."]],
  ["a formula for a name", textFile(`${HEADINGS}\r\n=cmd|' /C calc'!A0,Sample,Mina,mina@albatros.example,\r\n`), ["A name can't begin like a formula."]],
  ["markup for a name", textFile(`${HEADINGS}\r\n,,<img src=x onerror=alert(1)>,mina@nowhere.example,\r\n`), ["This domain doesn't belong to the customer."]],
  ["a line of 19 MB", textFile(`${HEADINGS}\r\n,,${"x".repeat(19 * 1024 * 1024)},mina@albatros.example,\r\n`), ["At most 50 characters are allowed; this has 19,922,944."]],
  ["a dangling separator of another kind", textFile("First name;Last name;Display name;Email\r\nMina;Sample;Mina;mina@albatros.example;x\r\n"), ["This row has 5 cells; 4 are expected."]],
];

for (const [what, file, reasons] of WRONG) {
  test(`nothing is created: ${what}`, async ({ page }) => {
    await openUpload(page);
    const before = await readStorage(page);
    await validateFile(page, file);
    const problems = page.getByRole("region", { name: "Problems in the file" });
    for (const reason of reasons) await expect(problems.getByRole("cell").filter({ hasText: reason }).first()).toBeVisible({ timeout: 20_000 });
    await expect(button(page, "Save")).toBeDisabled();
    await expect(page.getByRole("img")).toHaveCount(0);
    await expectAlive(page, before);
  });
}

test("a name that looks like markup or a command is a name, and no spreadsheet runs it", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, textFile(`${HEADINGS}\r\n,,<b>Mina</b>,mina@albatros.example,\r\n,,"O'Hara & ""Sons"", '=1",o.hara@albatros.example,\r\n`));
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("cell", { name: "<b>Mina</b>", exact: true })).toBeVisible();
});

test("encoding and separator changed by hand, there and back", async ({ page }) => {
  await openUpload(page);
  const preview = page.getByRole("region", { name: "Preview" });
  const chosen = (label: string) => field(page, label).locator("option:checked");
  await chooseFile(page, csvFile([HEADINGS, "Jörg,Größe,Jörg Größe,joerg@albatros.example,"]));
  await expect(chosen("Encoding")).toHaveText("UTF-8");
  await field(page, "Encoding").selectOption({ label: "Windows-1252 (Western European)" });
  await expect(preview.getByRole("cell", { name: "JÃ¶rg GrÃ¶ÃŸe" })).toBeVisible();
  await field(page, "Separator").selectOption({ label: "Semicolon" });
  await expect(preview.getByRole("columnheader")).toHaveText(["Line", HEADINGS]);
  await button(page, "Validate").click();
  await expect(page.getByText("The column “Email” is missing.").first()).toBeVisible();
  await field(page, "Encoding").selectOption({ label: "UTF-8" });
  // The chosen separator stays with the file.
  await field(page, "Separator").selectOption({ label: "Comma" });
  await expect(preview.getByRole("cell", { name: "Jörg Größe" })).toBeVisible();
  await expect(page.getByText("The column “Email” is missing.")).toHaveCount(0);
  await expect(chosen("Encoding")).toHaveText("UTF-8");
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 1 user can be created")).toBeVisible();

  // If the file cannot be read this way, the page says so, and the choice can be undone.
  await field(page, "Encoding").selectOption({ label: "UTF-16 LE" });
  await expect(page.getByText("No errors.")).toBeHidden();
  await field(page, "Encoding").selectOption({ label: "UTF-8" });
  await expect(preview.getByRole("cell", { name: "Jörg Größe" })).toBeVisible();
});

test("a file that cannot be read as it was recognised is read as it was saved", async ({ page }) => {
  await openUpload(page);
  const damaged = Buffer.from(`${HEADINGS}\r\nJörg,Größe,Jörg Größe,joerg@albatros.example,\r\n`, "latin1");
  await chooseFile(page, csvFile(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), damaged])));
  await expect(alert(page)).toContainText("Line 2 contains bytes that aren't valid UTF-8. Choose another encoding");
  await field(page, "Encoding").selectOption({ label: "Windows-1252 (Western European)" });
  await expect(alert(page).filter({ hasText: /./ })).toHaveCount(0);
  await expect(page.getByRole("cell", { name: "Jörg Größe" })).toBeVisible();
});

test.describe("files on a disk", () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "seatwork-"));
    writeFileSync(join(folder, "one.csv"), GOOD.buffer);
    writeFileSync(join(folder, "two.csv"), GOOD.buffer);
  });
  test.afterEach(() => rmSync(folder, { recursive: true }));

  /** Drops files or folders on the page, as the system does. */
  async function dropFiles(page: Page, ...names: string[]) {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: names.map((name) => join(folder, name)), dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
      if (type === "dragOver" && page.url().includes("/users/upload")) {
        await expect(page.getByText("Drop the file here.")).toBeVisible();
      }
    }
    await session.detach();
  }

  test("one that is dropped anywhere on the page is read", async ({ page }) => {
    await openUpload(page);
    await dropFiles(page, "one.csv");
    await expect(page.getByText("one.csv")).toBeVisible();
    await expect(page.getByText("Drop the file here.")).toBeHidden();
    await button(page, "Validate").click();
    await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  });

  test("two, or a folder, are refused", async ({ page }) => {
    await openUpload(page);
    const before = await readStorage(page);
    await dropFiles(page, "one.csv", "two.csv");
    await expect(alert(page)).toContainText("Choose one file at a time");
    await dropFiles(page, "");
    await expect(alert(page)).toContainText("This is a folder. Choose a file in it.");
    await expectAlive(page, before);
  });

  test("one that is dropped elsewhere in the program does not leave the page", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const address = page.url();
    await dropFiles(page, "one.csv");
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await button(page, "Upload users").click();
    await expect(page.getByText("one.csv")).toBeHidden();
    await page.goBack();
    expect(page.url()).toBe(address);
  });

  for (const [what, change] of [
    ["vanishes", (path: string) => rmSync(path)],
    ["changes", (path: string) => writeFileSync(path, "something else that is longer than the file was before".repeat(9))],
  ] as const) {
    test(`one that ${what} before it is read`, async ({ page }) => {
      // Reading waits until the test has changed the file. The result is the browser's.
      await page.addInitScript(() => {
        const read = File.prototype.arrayBuffer;
        File.prototype.arrayBuffer = async function () {
          await new Promise((done) => Object.assign(window, { letRead: done }));
          return read.call(this);
        };
      });
      await openUpload(page);
      const before = await readStorage(page);
      await fileField(page).setInputFiles(join(folder, "one.csv"));
      await expect(page.getByRole("progressbar", { name: /^Reading the file/ })).toBeVisible();
      change(join(folder, "one.csv"));
      const go = () => page.evaluate(() => (window as never as { letRead(): void }).letRead());
      await go();
      await expect(alert(page)).toContainText("one.csv: The file can't be read any more");
      expect(await readStorage(page)).toEqual(before);
      writeFileSync(join(folder, "one.csv"), GOOD.buffer);
      await fileField(page).setInputFiles(join(folder, "one.csv"));
      await go();
      await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
      await expect(alert(page).filter({ hasText: /./ })).toHaveCount(0);
    });
  }
});
