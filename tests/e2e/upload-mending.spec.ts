// What is wrong with a file and certain to be mended goes in one press; what is uncertain is left to
// the person.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, chooseFile, csvFile, field, fillIn, openAddUser, openUpload, readRecordKeys, save,
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
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 4 users can be created")).toBeVisible();
});

test("a display name is suggested where first and last name are there", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([
    "First name,Last name,Full name,Email", "Lia,Kern,,lia@albatros.example", "Uli,,,uli@albatros.example",
  ]));
  await expect(problems(page).getByRole("cell").filter({ hasText: "Enter a value. Try “Lia Kern”." })).toBeVisible();
  await expect(problems(page).getByRole("button", { name: /^Use suggestion/ })).toHaveCount(1);
  await button(page, "Use suggestion: Lia Kern").click();
  await expect(field(page, "Full name, line 2")).toHaveValue("Lia Kern");
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

test.describe("encodings of other countries", () => {
  const preview = (page: Page) => page.getByRole("region", { name: "Preview" });
  const chosen = (page: Page) => field(page, "Encoding").locator("option:checked");
  const ascii = Array.from({ length: 8 }, (_, at) => `,,Nr ${at},nr${at}@novak-dcery.example,\r\n`).join("");
  // "Řezníček" in Windows-1250, which has the accented letters of Latin-1 at the same places.
  const czech = Buffer.from(`${HEADINGS}\r\n${ascii},,\u00d8ezn\u00ed\u00e8ek,reznicek@novak-dcery.example,\r\n`, "latin1");

  test("the first guess is what Excel writes in the customer's country", async ({ page }) => {
    await openUpload(page, COMPANY.empty);
    await chooseFile(page, csvFile(czech));
    await expect(chosen(page)).toHaveText("Windows-1250 (Central European)");
    await expect(page.getByRole("heading", { name: "Check these names" })).toBeVisible();
    await expect(preview(page).getByRole("rowheader").first()).toHaveText("10");
    await expect(preview(page).getByRole("row").nth(1).getByRole("cell").nth(2)).toHaveText("Řezníček");
    await expect(preview(page).getByRole("rowheader")).toHaveText(["10", "Other rows", "2", "3", "4", "5"]);
  });

  test("only names with letters beyond ASCII are to be checked, in the order of the file", async ({ page }) => {
    await openUpload(page);
    const rows = ["Kai", "J\u00f6rg", "Lea", "Ren\u00e9", "Tom"].map((name) => `,,${name},${name.length}@albatros.example,\r\n`);
    await chooseFile(page, csvFile(Buffer.from(`${HEADINGS}\r\n${rows.join("")}`, "latin1")));
    const groups = preview(page).getByRole("rowgroup");
    await expect(groups.nth(1).getByRole("rowheader")).toHaveText(["3", "5"]);
    await expect(groups.nth(2).getByRole("rowheader")).toHaveText(["Other rows", "2", "4", "6"]);
    // Without any, there is nothing to tell apart.
    await chooseFile(page, csvFile([HEADINGS, ",,Kai,kai@albatros.example,"], "ascii.csv"));
    await expect(page.getByText("ascii.csv")).toBeVisible();
    await expect(preview(page).getByRole("rowheader")).toHaveText(["2"]);
  });

  test("elsewhere the names to check come first, and another encoding rights them", async ({ page }) => {
    await openUpload(page);
    await chooseFile(page, csvFile(czech));
    await expect(preview(page).getByRole("row").nth(1).getByRole("cell").nth(2)).toHaveText("Øezníèek");
    await field(page, "Encoding").selectOption({ label: "Windows-1250 (Central European)" });
    await expect(preview(page).getByRole("row").nth(1).getByRole("cell").nth(2)).toHaveText("Řezníček");
    for (const [label, name] of [["Windows-1251 (Cyrillic)", "Шeznниek"], ["Mac Roman (Mac, Western European)", "ÿeznÌËek"]] as const) {
      await field(page, "Encoding").selectOption({ label });
      await expect(preview(page).getByRole("row").nth(1).getByRole("cell").nth(2)).toHaveText(name);
    }
    await chooseFile(page, csvFile([HEADINGS, ",,Řezníček,reznicek@albatros.example,"], "utf-8.csv"));
    await expect(page.getByText("utf-8.csv")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Check these names" })).toBeHidden();
  });

  test("bytes that are nothing in the chosen encoding are told", async ({ page }) => {
    await openUpload(page);
    await chooseFile(page, csvFile(Buffer.from(`${HEADINGS}\r\n,,J\u00f6,jo@albatros.example,\r\n`, "latin1")));
    await field(page, "Encoding").selectOption({ label: "Shift_JIS (Japanese)" });
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Line 2 contains bytes that aren't valid Shift_JIS.");
  });
});

test.describe("files of other programs", () => {
  const good = (count: number) => count === 1 ? "No errors. 1 user can be created" : `No errors. ${count} users can be created`;
  const files: [what: string, lines: string[], press: string, users: number][] = [
    ["a title above the headings", ["New users, November", "", HEADINGS, ",,Mina,mina@albatros.example,"], "Leave out the first 2 lines", 1],
    ["PowerShell", ["#TYPE Selected.ADUser", '"DisplayName","UserPrincipalName"', '"Mina","mina@albatros.example"'], "Leave out the first line", 1],
    [
      "the template of Entra",
      [
        "version:v1.0,,,,",
        "Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,"
        + "Block sign in (Yes/No) [accountEnabled] Required,First name [givenName]",
        "Mina,mina@albatros.example,x,No,Mina",
      ],
      "Leave out the first line and ignore all 2 columns that aren't needed", 1,
    ],
    [
      "Google Workspace",
      [
        "First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY]",
        "Mina,Berger,mina@albatros.example,Active,Never logged in", "Jo,Lind,jo@albatros.example,Active,Never logged in",
      ],
      "Ignore all 2 columns that aren't needed and make display names from first and last names", 2,
    ],
  ];
  for (const [what, lines, press, users] of files) {
    test(`${what}: one press`, async ({ page }) => {
      await openUpload(page);
      await validateFile(page, csvFile(lines));
      await button(page, press).click();
      await expect(page.getByText(good(users))).toBeVisible();
    });
  }

  test("French headings and pipes are read as they are", async ({ page }) => {
    await openUpload(page);
    await validateFile(page, csvFile(["Prénom|Nom|Nom d’affichage|Adresse e-mail", "Zoé|Petit|Zoé Petit|zoe.petit@albatros.example"]));
    await expect(page.getByText(good(1))).toBeVisible();
    await expect(field(page, "Separator").locator("option:checked")).toHaveText("Pipe (|)");
  });

  test("what is no table is told by its name", async ({ page }) => {
    await openUpload(page);
    for (const [lines, why] of [
      [["<!DOCTYPE html>", "<table><tr><td>First name</td></tr></table>"], "This is a web page, not a CSV file."],
      [["<?xml version='1.0'?>", "<users/>"], "This is an XML file, not a CSV file."],
      [['[{"displayName": "Mina"}]'], "This is a JSON file, not a CSV file."],
    ] as const) {
      await chooseFile(page, csvFile([...lines]));
      await expect(page.getByRole("main").getByRole("alert")).toContainText(why);
    }
  });

  test("a file without headings is told so, and no column is ignored", async ({ page }) => {
    await openUpload(page);
    await validateFile(page, csvFile(["Mina,Berger,Mina Berger,mina@albatros.example,", "Jo,Lind,Jo Lind,jo@albatros.example,"]));
    await expect(problems(page).getByRole("row")).toHaveCount(2);
    await expect(problems(page)).toContainText("The headings are missing. Insert a first line with them: First name, Last name,");
    await expect(page.getByRole("button", { name: /Ignore|Leave out/ })).toHaveCount(0);
  });
});

test.describe("columns that aren't needed", () => {
  const wide = csvFile([
    "First name,Last name,Display name,Email,Department,Phone", ",,Mina,mina@albatros.example,Sales,1", ",,Jo,jo@albatros.example,,2",
  ]);

  test("are named, and ignored one by one or all at once", async ({ page }) => {
    await openUpload(page);
    await validateFile(page, wide);
    await expect(problems(page).getByRole("textbox")).toHaveCount(2);
    await button(page, "Ignore this column: Department").click();
    await expect(problems(page).getByRole("textbox")).toHaveCount(1);
    await expect(page.getByRole("region", { name: "Preview" })).not.toContainText("Department");
    await button(page, "Ignore this column: Phone").click();
    await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
    await validateFile(page, wide);
    await button(page, "Ignore all 2 columns that aren't needed").click();
    await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  });

  test("are ignored once their heading is cleared, without new errors", async ({ page }) => {
    await openUpload(page);
    await validateFile(page, wide);
    for (const heading of ["Phone", "Department"]) {
      const cleared = problems(page).getByRole("textbox").last();
      await expect(cleared).toHaveValue(heading);
      await cleared.fill("");
      await cleared.press("Tab");
    }
    await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  });
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
