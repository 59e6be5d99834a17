// Corrections exist only on the screen Upload users: nothing drops them without asking, and the
// results include them.

import { expect, test, type Page } from "@playwright/test";
import {
  HEADINGS, button, chooseFile, csvFile, downloadFile, field, fileField, heading, openUpload,
  readRecordKeys, validateFile,
} from "./steps";

const FILE = csvFile([HEADINGS, "A,B,,ab@albatros.example,", ",,Ce,ce@albatros.exampel,"]);
const OTHER = csvFile([HEADINGS, ",,De,de@albatros.example,"], "other.csv");
const question = (page: Page) => page.getByRole("dialog", { name: "Discard your corrections?" });

async function correctOne(page: Page) {
  await openUpload(page);
  await validateFile(page, FILE);
  await field(page, "Display name, line 2").fill("A B");
  await field(page, "Display name, line 2").press("Tab");
  await expect(page.getByText("Corrected. Validate again.")).toBeVisible();
}

for (const [what, act] of [
  ["another encoding", (page: Page) => field(page, "Encoding").selectOption("Mac Roman (Mac, Western European)")],
  ["another separator", (page: Page) => field(page, "Separator").selectOption("Tab")],
  ["another file", (page: Page) => chooseFile(page, OTHER)],
  ["Cancel", (page: Page) => button(page, "Cancel").click()],
] as const) {
  test(`${what} would drop corrections: it is asked first`, async ({ page }) => {
    await correctOne(page);
    await act(page);
    await expect(question(page)).toBeVisible();
    await expect(question(page).getByRole("button", { name: "Keep" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(field(page, "Display name, line 2")).toHaveValue("A B");
    await expect(field(page, "Encoding").locator("option:checked")).toHaveText("UTF-8");
    await expect(field(page, "Separator").locator("option:checked")).toHaveText("Comma");
    await expect(page.getByText("users.csv")).toBeVisible();

    await act(page);
    await question(page).getByRole("button", { name: "Discard" }).click();
    await expect(question(page)).toBeHidden();
    await expect(field(page, "Display name, line 2")).toBeHidden();
    if (what === "Cancel") await expect(heading(page, "Users and licenses")).toBeVisible();
    if (what === "another file") await expect(page.getByText("other.csv")).toBeVisible();
    if (what === "another encoding") await expect(field(page, "Encoding").locator("option:checked")).toHaveText("Mac Roman (Mac, Western European)");
    if (what === "another separator") await expect(field(page, "Separator").locator("option:checked")).toHaveText("Tab");
  });
}

test("without corrections nothing is asked", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, FILE);
  await chooseFile(page, OTHER);
  await expect(page.getByText("other.csv")).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test("the results say what holds: what was corrected is validated first", async ({ page }) => {
  await correctOne(page);
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.rows.slice(1)).toEqual([
    ["A", "B", "A B", "ab@albatros.example", "Not created because of errors in other rows."],
    ["", "", "Ce", "ce@albatros.exampel", "Email: This domain doesn't belong to the customer. Did you mean albatros.example?"],
  ]);
  await button(page, "Use suggestion: ce@albatros.example").click();
  const right = await downloadFile(page, button(page, "Download results"));
  expect(right.rows.slice(1).map((cells) => cells[4])).toEqual(["", ""]);
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  await expect(fileField(page)).toBeVisible();
  expect(await readRecordKeys(page)).toEqual([]);
});
