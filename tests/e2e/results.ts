// Files with results: those of a class with known figures, and others made of them.

import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { expect, type Locator, type Page } from "@playwright/test";
import { heading } from "./steps";

/** A file as a browser gets it. */
export type ResultsFile = { name: string; mimeType: string; buffer: Buffer };

export const results = (name: string, text: string): ResultsFile => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** The forty files of the class that `tests/native/results/class.rs` describes, one in each line. */
export function readForty(): ResultsFile[] {
  const lines = readFileSync(new URL("../fixtures/results/forty.json", import.meta.url), "utf8").split("\n");
  return lines.flatMap((line) => {
    const parts = /^"(?<name>[^"]+)":(?<text>\{.*\}),?$/.exec(line)?.groups;
    return parts ? [results(parts["name"]!, parts["text"]!)] : [];
  });
}

/** The same results under another name, with a checksum that fits and attempts of their own. */
export function renamed({ buffer }: ResultsFile, name: string, number: number): ResultsFile {
  const { content, format, version } = JSON.parse(buffer.toString()) as { content: { name: string; attempts: { id: string }[] }; format: string; version: number };
  content.name = name;
  for (const attempt of content.attempts) attempt.id = number.toString(16).padStart(8, "0");
  // Of statements, a number such as 1.0 would be another one here.
  const sealed = `${JSON.stringify(content)}\n[]`;
  const checksum = crc32(`1 ${sealed}`).toString(16).padStart(8, "0");
  return results(`${name}.json`, JSON.stringify({ format, version, checksum, content, statements: [] }));
}

/** Opens the page and these files, and waits until all are read. */
export async function openResults(page: Page, files: ResultsFile[]) {
  await page.goto("/#/results");
  await expect(heading(page, /^(Results of a class|Ergebnisse einer Gruppe)$/)).toBeVisible();
  await addResults(page, files);
}

/** Opens more files on the page. */
export async function addResults(page: Page, files: ResultsFile[]) {
  await page.getByLabel(/^(Choose files|Dateien auswählen)$/).setInputFiles(files);
  await expect(page.getByRole("progressbar")).toBeHidden({ timeout: 60_000 });
}

/** The table of trainees. */
export const classTable = (page: Page): Locator => page.getByRole("region", { name: /^(Trainees|Teilnehmende)$/ }).getByRole("table");

/** The figures of the exercises. */
export const figures = (page: Page): Locator => page.getByRole("region", { name: /^(Exercises|Übungen)$/ }).getByRole("table");

/** Reads the rows of a table, each cell with its lines. */
export const readCells = (table: Locator): Promise<string[][]> =>
  table
    .getByRole("row")
    .filter({ has: table.page().getByRole("rowheader") })
    .evaluateAll((rows) => rows.map((row) => Array.from(row.querySelectorAll("th, td"), (cell) => (cell as HTMLElement).innerText.trim())));

/** What is said about files. */
export const readRemarks = (page: Page): Promise<string[]> => page.getByRole("region", { name: "About the files" }).getByRole("listitem").allTextContents();
