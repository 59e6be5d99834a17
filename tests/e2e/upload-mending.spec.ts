// What is wrong with a file and certain to be mended goes in one press; what is uncertain is left to
// the person.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, csvFile, field, fillIn, openAddUser, openUpload, readRecordKeys, save,
  validateFile,
} from "./steps";

const problems = (page: Page) => page.getByRole("region", { name: "Problems in the file" });

test("the address is taken out of what is around it, also invisible, in one press", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([
    HEADINGS,
    ",,Zoe,mailto:zoe@albatros.example,",
    ",,Lia,Lia Kern <lia.kern@albatros.example>,",
    ",,Uli,'uli@albatros.example',",
    ",,Mina\u200B Sample,\uFEFFmina@albatros.example\u200B,",
  ]));
  const cell = (text: string) => problems(page).getByRole("cell").filter({ hasText: text });
  await expect(cell("Enter only the email address. Try “lia.kern@albatros.example”.")).toBeVisible();
  await expect(cell("Invisible characters: zero-width space (U+200B).").first()).toBeVisible();
  await button(page, "Use all suggestions").click();
  for (const [line, address] of [["2", "zoe"], ["3", "lia.kern"], ["4", "uli"]]) {
    await expect(field(page, `Email, line ${line}`)).toHaveValue(`${address}@albatros.example`);
  }
  await button(page, "Validate again").click();
  await expect(page.getByText("No errors. 4 users can be created")).toBeVisible();
});

test("nothing is suggested where it is uncertain what was meant", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([
    HEADINGS,
    ",,Lia,Lia Kern lia.kern@albatros.example,",
    ",,Uli,“uli@albatros.example,",
    ",,Zoe,zoe@albatros.example; zoe@albatros-werkzeugbau.example,",
  ]));
  await expect(problems(page).getByRole("textbox")).toHaveCount(3);
  await expect(problems(page).getByRole("button", { name: /^Use suggestion/ })).toHaveCount(0);
  await expect(button(page, "Use all suggestions")).toBeHidden();
});

test("Add user refuses the names that a file may not have", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { first: "=cmd|' /C calc'!A0", last: "Sam\u00ADple", display: "＝1+2", user: "zoe\u200B" });
  await save(page);
  await expect(field(page, "First name")).toHaveAccessibleDescription(/can't begin like a formula/);
  await expect(field(page, "Last name")).toHaveAccessibleDescription(/soft hyphen \(U\+00AD\)/);
  await expect(field(page, "Display name")).toHaveAccessibleDescription(/can't begin like a formula/);
  await expect(field(page, "User name")).toHaveAccessibleDescription(/zero-width space \(U\+200B\).*Try “zoe”/);
  expect(await readRecordKeys(page)).toEqual([]);
});
