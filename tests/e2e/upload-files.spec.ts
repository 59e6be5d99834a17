// Files that are no files of users: each is refused in a sentence, changes nothing, and the page lives on.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, browse, button, choose, csv, field, heading, invented, openCustomer, openUpload, stored, validate,
  type FileToChoose,
} from "./steps";

const GOOD = csv([HEADINGS, ...invented(2)], "good.csv");
const MINA = "Mina,Sample,Mina Sample,mina@albatros.example,";
const alert = (page: Page) => page.getByRole("main").getByRole("alert");
const fixture = (name: string) => csv(readFileSync(new URL(`../fixtures/csv/${name}.csv`, import.meta.url)), `${name}.csv`);
const text = (content: string, name?: string) => csv(Buffer.from(content), name);
const utf16 = (content: string) => Buffer.from(`\uFEFF${content}`, "utf16le");

/** Nothing was stored, and a good file is read as if nothing had been. */
async function expectAlive(page: Page, before: Record<string, string>) {
  expect(await stored(page)).toEqual(before);
  await validate(page, GOOD);
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  await expect(alert(page).filter({ hasText: /./ })).toHaveCount(0);
  await expect(button(page, "Save")).toBeEnabled();
}

/** Files of which nothing can be read, and what the alert says after the name of the file. */
const UNREADABLE: [what: string, file: FileToChoose, sentence: string | RegExp][] = [
  ["nothing in it", text(""), "The file is empty."],
  ["only a byte order mark", fixture("only-a-mark"), "there is nothing in it but a byte order mark."],
  ["a byte order mark of UTF-16", csv(Buffer.from([0xff, 0xfe])), "there is nothing in it but a byte order mark."],
  ["a workbook of Excel", fixture("libreoffice-xlsx-named-csv"), "This is a workbook of Excel (.xlsx), not CSV."],
  ["a workbook of an old Excel", fixture("libreoffice-xls-named-csv"), "This is a workbook of Excel (.xls), not CSV."],
  ["a workbook of LibreOffice", fixture("libreoffice-ods-named-csv"), "This is a workbook of LibreOffice (.ods), not CSV."],
  ["a PDF document", fixture("pdf-named-csv"), "This is a PDF document, not CSV."],
  ["an archive", fixture("zip-named-csv"), "This is a .zip archive, not CSV."],
  ["a picture", csv(Buffer.from("89504e470d0a1a0a0000000d49484452000000010000", "hex"), "a.png"), "This is no text"],
  ["NUL characters in text", fixture("nul-in-text"), "there are NUL characters in it, the first in line"],
  ["more than 20 MB", csv(Buffer.alloc(20 * 1024 * 1024 + 1, "a,b\n")), "The file has 20.1 MB; at most 20 MB are read."],
  ["UTF-8, cut in the middle of a character", fixture("utf-8-cut-in-a-character"), "Line 3 has something that is not UTF-8."],
  ["half a character in UTF-16", csv(utf16(`${HEADINGS}\r\nMina,Sample,\uD800x,mina@albatros.example,\r\n`)), "Line 2 has something that is not UTF-16 LE."],
  ["UTF-16 with an odd byte", csv(Buffer.concat([utf16(`${HEADINGS}\r\n`), Buffer.from([65])])), "has something that is not UTF-16 LE."],
  ["a quotation mark that is never closed", fixture("unclosed-quote"), "The quotation mark that opens a cell in line 3 is never closed."],
  ["a quotation mark in the middle of a cell", fixture("quote-inside"), "Line 2 has a quotation mark in the middle of a cell."],
  ["text behind a quotation mark", text(`${HEADINGS}\r\n"Mina"x,Sample,Mina,mina@albatros.example,\r\n`), "a cell goes on after its closing quotation mark"],
  ["100,000 columns", text(`${"a,".repeat(99_999)}a\r\n`), "Line 1 has 100000 columns; at most 16384 are read."],
  ["a million cells too many", text(`${"a,".repeat(9_999)}a\n`.repeat(500)), "there are more than 4194304 cells."],
  ["1,000 wrong lines", text(`${HEADINGS}\n${'a"b,c,d,e,f\n'.repeat(1_000)}`), "Line 2 has a quotation mark in the middle of a cell."],
];

for (const [what, file, sentence] of UNREADABLE) {
  test(`refused: ${what}`, async ({ page }) => {
    await openUpload(page);
    const before = await stored(page);
    await choose(page, file);
    await expect(alert(page).filter({ hasText: sentence }).first()).toContainText(`${file.name}: `, { timeout: 20_000 });
    await expect(button(page, "Validate")).toBeDisabled();
    await expect(page.getByRole("region", { name: "Preview" })).toBeHidden();
    await expectAlive(page, before);
  });
}

/** Files that can be read, but are wrong: what stands in the list of problems. */
const WRONG: [what: string, file: FileToChoose, reasons: (string | RegExp)[]][] = [
  ["only headings", text(`${HEADINGS}\r\n`), ["There are no users in the file, only headings."]],
  ["only separators", text("\r\n,,,\r\n\r\n"), ["There is no text in the file."]],
  ["columns missing", fixture("missing-columns"), ["The column “Display name” is missing.", "The column “Email” is missing."]],
  ["a column twice", fixture("doubled-column"), ["The column “Display name” is there twice: column 1 has it already."]],
  ["columns that nobody knows", fixture("unknown-columns"), ["There is no column of this name.", "There is no column of this name."]],
  ["a heading without words", fixture("column-without-heading"), [/has no heading/]],
  ["no headings", text(`${MINA}\r\n`), ["The column “Display name” is missing."]],
  ["the headings twice", text(`${HEADINGS}\r\n${HEADINGS}\r\n${MINA}\r\n`), ["Not an e-mail address"]],
  ["too few and too many cells", text(`${HEADINGS}\r\na,b\r\n${MINA},,x\r\n`), ["Cells in this row: 2; headings: 5.", "Cells in this row: 7; headings: 5."]],
  ["a formula for a name", text(`${HEADINGS}\r\n=cmd|' /C calc'!A0,Sample,Mina,mina@albatros.example,\r\n`), ["A name may not begin like a formula."]],
  ["markup for a name", text(`${HEADINGS}\r\n,,<img src=x onerror=alert(1)>,mina@nowhere.example,\r\n`), ["The domain is not one of the customer's."]],
  ["a line of 19 MB", text(`${HEADINGS}\r\n,,${"x".repeat(19 * 1024 * 1024)},mina@albatros.example,\r\n`), ["At most 50 characters; these are 19922944."]],
  ["a dangling separator of another kind", text("First name;Last name;Display name;Email\r\nMina;Sample;Mina;mina@albatros.example;x\r\n"), ["Cells in this row: 5; headings: 4."]],
];

for (const [what, file, reasons] of WRONG) {
  test(`nothing is created: ${what}`, async ({ page }) => {
    await openUpload(page);
    const before = await stored(page);
    await validate(page, file);
    const problems = page.getByRole("region", { name: "What is wrong with the file" });
    for (const reason of reasons) await expect(problems.getByRole("cell").filter({ hasText: reason }).first()).toBeVisible({ timeout: 20_000 });
    await expect(button(page, "Save")).toBeDisabled();
    await expect(page.getByRole("img")).toHaveCount(0);
    await expectAlive(page, before);
  });
}

test("a name that looks like markup or a command is a name, and no spreadsheet runs it", async ({ page }) => {
  await openUpload(page);
  await validate(page, text(`${HEADINGS}\r\n,,<b>Mina</b>,mina@albatros.example,\r\n,,"O'Hara & ""Sons"", '=1",o.hara@albatros.example,\r\n`));
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("cell", { name: "<b>Mina</b>", exact: true })).toBeVisible();
});

test("encoding and separator changed by hand, there and back", async ({ page }) => {
  await openUpload(page);
  const preview = page.getByRole("region", { name: "Preview" });
  const chosen = (label: string) => field(page, label).locator("option:checked");
  await choose(page, csv([HEADINGS, "Jörg,Größe,Jörg Größe,joerg@albatros.example,"]));
  await expect(chosen("Encoding")).toHaveText("UTF-8");
  await field(page, "Encoding").selectOption({ label: "Windows-1252" });
  await expect(preview.getByRole("cell", { name: "JÃ¶rg GrÃ¶ÃŸe" })).toBeVisible();
  await field(page, "Separator").selectOption({ label: "Semicolon" });
  await expect(preview.getByRole("columnheader")).toHaveText(["Line", HEADINGS]);
  await button(page, "Validate").click();
  await expect(page.getByText("The column “Email” is missing.").first()).toBeVisible();
  await field(page, "Encoding").selectOption({ label: "UTF-8" });
  // The separator chosen by hand stays with the file.
  await field(page, "Separator").selectOption({ label: "Comma" });
  await expect(preview.getByRole("cell", { name: "Jörg Größe" })).toBeVisible();
  await expect(page.getByText("The column “Email” is missing.")).toHaveCount(0);
  await expect(chosen("Encoding")).toHaveText("UTF-8");
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 1 user can be created")).toBeVisible();

  // What cannot be read so says so, and can still be changed back.
  await field(page, "Encoding").selectOption({ label: "UTF-16 LE" });
  await expect(page.getByText("No errors.")).toBeHidden();
  await field(page, "Encoding").selectOption({ label: "UTF-8" });
  await expect(preview.getByRole("cell", { name: "Jörg Größe" })).toBeVisible();
});

test("a file that cannot be read as it was recognised is read as it was saved", async ({ page }) => {
  await openUpload(page);
  const damaged = Buffer.from(`${HEADINGS}\r\nJörg,Größe,Jörg Größe,joerg@albatros.example,\r\n`, "latin1");
  await choose(page, csv(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), damaged])));
  await expect(alert(page)).toContainText("Line 2 has something that is not UTF-8. Choose another encoding");
  await field(page, "Encoding").selectOption({ label: "Windows-1252" });
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

  /** Drops these files or folders on the page, as the system does. */
  async function drop(page: Page, ...names: string[]) {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: names.map((name) => join(folder, name)), dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
      if (type === "dragOver" && page.url().includes("/users/upload")) {
        await expect(page.getByText("Drop the file to read it.")).toBeVisible();
      }
    }
    await session.detach();
  }

  test("one that is dropped anywhere on the page is read", async ({ page }) => {
    await openUpload(page);
    await drop(page, "one.csv");
    await expect(page.getByText("one.csv")).toBeVisible();
    await expect(page.getByText("Drop the file to read it.")).toBeHidden();
    await button(page, "Validate").click();
    await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  });

  test("two, or a folder, are refused", async ({ page }) => {
    await openUpload(page);
    const before = await stored(page);
    await drop(page, "one.csv", "two.csv");
    await expect(alert(page)).toContainText("Choose one file at a time");
    await drop(page, "");
    await expect(alert(page)).toContainText("This is a folder. Choose a file in it.");
    await expectAlive(page, before);
  });

  test("one that is dropped elsewhere in the program does not leave the page", async ({ page }) => {
    await openCustomer(page, COMPANY.ordinary);
    const address = page.url();
    await drop(page, "one.csv");
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
      // Reading waits until the test has done this to the file; what comes of it is the browser's own.
      await page.addInitScript(() => {
        const read = File.prototype.arrayBuffer;
        File.prototype.arrayBuffer = async function () {
          await new Promise((done) => Object.assign(window, { letRead: done }));
          return read.call(this);
        };
      });
      await openUpload(page);
      const before = await stored(page);
      await browse(page).setInputFiles(join(folder, "one.csv"));
      await expect(page.getByRole("progressbar", { name: /^Reading the file/ })).toBeVisible();
      change(join(folder, "one.csv"));
      const go = () => page.evaluate(() => (window as never as { letRead(): void }).letRead());
      await go();
      await expect(alert(page)).toContainText("one.csv: The file cannot be read any more");
      expect(await stored(page)).toEqual(before);
      writeFileSync(join(folder, "one.csv"), GOOD.buffer);
      await browse(page).setInputFiles(join(folder, "one.csv"));
      await go();
      await expect(page.getByRole("region", { name: "Preview" })).toBeVisible();
      await expect(alert(page).filter({ hasText: /./ })).toHaveCount(0);
    });
  }
});
