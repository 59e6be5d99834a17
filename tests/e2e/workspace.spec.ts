// The workspace as a whole: what it takes of the storage, backing up, restoring a backup, beginning
// anew, and undoing that.

import { readFile, writeFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import {
  COMPANY, HEADINGS, addUser, button, changeSetting, csvFile, field, fillIn, heading, inventUsers,
  leaveWithoutPasswords, messages, openAddUser, openCustomer, openUpload, readStorage, row, save,
  uploadUsers,
} from "./steps";

const WHAT_FOLLOWS = "Your current workspace will be replaced. You can undo this until the next change.";

/** Opens the page from the settings. */
async function openWorkspace(page: Page) {
  await button(page, "Settings").click();
  await page.getByRole("link", { name: "Workspace", exact: true }).click();
  await expect(heading(page, "Workspace")).toBeVisible();
}

/** Creates a user of the ordinary company, by the name of Frieda. */
async function createFrieda(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Frieda", user: "frieda" });
  await leaveWithoutPasswords(page);
}

/** The file that a button gives. */
async function backUp(page: Page, name = "Back up") {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

async function choose(page: Page, path: string) {
  await page.getByLabel("Choose backup", { exact: true }).setInputFiles(path);
}

async function chooseText(page: Page, text: string) {
  const path = test.info().outputPath("backup.json");
  await writeFile(path, text);
  await choose(page, path);
}

/** Answers the question with the button of this name. */
const answer = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

async function reset(page: Page) {
  await button(page, "Reset workspace").click();
  await answer(page, "Reset workspace");
  await expect(messages(page)).toContainText("Workspace reset.");
}

async function restore(page: Page, path: string) {
  await choose(page, path);
  await button(page, "Replace workspace").click();
  await answer(page, "Replace workspace");
  await expect(messages(page)).toContainText("Backup restored.", { timeout: 30_000 });
}

/** The activity log as it is shown. */
async function log(page: Page) {
  const menu = page.getByRole("navigation", { name: "Main menu" });
  await menu.getByRole("link", { name: "Activity log", exact: true }).click();
  await expect(heading(page, "Activity log")).toBeVisible();
  return page.getByRole("main").innerText();
}

test("backed up, reset and restored it is the same workspace, with its log", async ({ page }) => {
  await createFrieda(page);
  const before = await log(page);
  await openWorkspace(page);
  const file = await backUp(page);
  expect(file.name).toMatch(/^seatwork-backup-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(file.text)).toMatchObject({ format: "seatwork-backup", version: 1 });
  expect(file.text).toContain("frieda");
  await reset(page);
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("searchbox", { name: "Search users" }).fill("frieda");
  await expect(row(page, "Frieda")).toHaveCount(0);
  await openWorkspace(page);
  await choose(page, file.path);
  const facts = page.getByRole("main");
  for (const [name, value] of [["Customers", "13"], ["Changes in the activity log", "1"]]) {
    await expect(facts.locator("dt", { hasText: name! }).locator("+ dd")).toHaveText(value!);
  }
  await button(page, "Replace workspace").click();
  await expect(page.getByRole("dialog")).toContainText(WHAT_FOLLOWS);
  await answer(page, "Replace workspace");
  await expect(messages(page)).toContainText("Backup restored.");
  expect(await log(page)).toBe(before);
  await page.reload();
  await openCustomer(page, COMPANY.ordinary);
  await page.getByRole("searchbox", { name: "Search users" }).fill("frieda");
  await expect(row(page, "Frieda")).toBeVisible();
  await openWorkspace(page);
  expect(JSON.parse((await backUp(page)).text).stored).toEqual(JSON.parse(file.text).stored);
});

async function createFriedasSister(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Nadia", user: "nadia" });
  await leaveWithoutPasswords(page);
}

test("Reset workspace asks, offers a backup, and is undone by the button, by Ctrl+Z and after a reload", async ({ page }) => {
  await createFrieda(page);
  await openWorkspace(page);
  await button(page, "Reset workspace").click();
  await expect(page.getByRole("dialog")).toContainText("1 change will be lost");
  const file = await backUp(page, "Back up first");
  expect(file.text).toContain("frieda");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeVisible();
  await answer(page, "Cancel");
  await expect(messages(page)).not.toContainText("Workspace reset.");
  const ways: [string, () => Promise<unknown>][] = [
    ["the button in the message", () => messages(page).getByRole("button", { name: "Undo" }).click()],
    ["Ctrl+Z", async () => { await heading(page, "Workspace").focus(); await page.keyboard.press("Control+z"); }],
    ["after a reload", async () => { await page.reload(); await button(page, "Return to it").click(); }],
  ];
  for (const [way, undo] of ways) {
    await reset(page);
    expect(await log(page), way).toContain("No activity yet.");
    await openWorkspace(page);
    await undo();
    await expect(messages(page), way).toContainText("Undone.");
    expect(await log(page), way).toMatch(/: created|users created/);
    await openWorkspace(page);
  }
  const again = JSON.parse((await backUp(page)).text).stored;
  expect(again).toEqual(JSON.parse(file.text).stored);
});

test("a reset can be undone until the next change, and not after", async ({ page }) => {
  await createFrieda(page);
  await openWorkspace(page);
  await reset(page);
  await createFriedasSister(page);
  await openWorkspace(page);
  await expect(button(page, "Return to it")).toHaveCount(0);
  expect(JSON.stringify(await readStorage(page))).not.toContain("frieda");
});

test("a change that is refused leaves the reset undoable", async ({ page }) => {
  await createFrieda(page);
  await openWorkspace(page);
  await reset(page);
  await openAddUser(page, COMPANY.ordinary);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException("refused", "SecurityError"); };
  });
  await fillIn(page, { display: "Nadia", user: "nadia" });
  await save(page);
  await expect(messages(page)).toContainText("Not saved. Nothing was changed.");
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await openWorkspace(page);
  await button(page, "Return to it").click();
  await expect(messages(page)).toContainText("Undone.");
  expect(await log(page)).toMatch(/: created|users created/);
});

test("another tab follows a reset, and its undo history is of the past", async ({ page, context }) => {
  await createFrieda(page);
  const other = await context.newPage();
  await openCustomer(other, COMPANY.ordinary);
  await other.getByRole("searchbox", { name: "Search users" }).fill("frieda");
  await expect(row(other, "Frieda")).toBeVisible();
  await openWorkspace(page);
  await reset(page);
  await expect(row(other, "Frieda")).toHaveCount(0);
  // It goes on at once: the marks of the workspace before hold nobody up.
  await openAddUser(other, COMPANY.ordinary);
  await addUser(other, { display: "Omar", user: "omar" });
  await expect(button(page, "Return to it")).toHaveCount(0);
  expect(await log(page)).toMatch(/: created|users created/);
});

test("50,000 uploaded users: back up, reset, restore", async ({ page }) => {
  test.setTimeout(180_000);
  await openUpload(page);
  await button(page, "Change limit").click();
  await page.getByRole("dialog").getByLabel("Maximum users per file").fill("50000");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(50_000)]));
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await openWorkspace(page);
  const file = await backUp(page);
  await reset(page);
  await restore(page, file.path);
  expect(JSON.parse((await backUp(page)).text).stored).toEqual(JSON.parse(file.text).stored);
  await openCustomer(page, COMPANY.ordinary);
  await expect(page.getByText(/of 50,06\d/).first()).toBeVisible();
});

test.describe("a file that is no good is refused with the reason, and nothing changes", () => {
  const BAD: [string, (whole: string) => string, string][] = [
    ["foreign JSON", () => '{"users":[]}', "This isn't a Seatwork backup."],
    ["no JSON at all", () => "Display name,Email\r\n", "This isn't a Seatwork backup."],
    ["cut in the middle", (whole) => whole.slice(0, whole.length / 2), "the file ends too early"],
    ["with doubled keys", (whole) => whole.replace('"version":1', '"version":1,"version":1'), "changed or damaged"],
    ["with a password", (whole) => whole.replace('"version":1', '"version":1,"password":"x"'), "changed or damaged"],
    ["with another name in it", (whole) => whole.replace("Frieda", "Frjeda"), "changed or damaged"],
    ["of a later version", (whole) => whole.replace('"version":1', '"version":2,"more":[]'), "This backup was created by a later version of Seatwork."],
    ["of 20 MB", (whole) => whole + " ".repeat(20_000_000), "too large to be a Seatwork backup"],
  ];
  test("all of them", async ({ page }) => {
    await createFrieda(page);
    await openWorkspace(page);
    const { text } = await backUp(page);
    const before = await readStorage(page);
    for (const [what, change, reason] of BAD) {
      const bad = change(text);
      expect(bad, what).not.toBe(text);
      await chooseText(page, bad);
      await expect(page.getByRole("main").getByRole("status"), what).toContainText(reason);
      await expect(page.getByRole("main").getByRole("status"), what).toContainText("Nothing was changed.");
      await expect(button(page, "Replace workspace"), what).toHaveCount(0);
      await chooseText(page, text);
      await expect(button(page, "Replace workspace"), what).toBeVisible();
    }
    expect(await readStorage(page)).toEqual(before);
  });
});

test("a backup is dropped on the page, and dropped elsewhere it does nothing", async ({ page }) => {
  await createFrieda(page);
  await openWorkspace(page);
  const { text } = await backUp(page);
  const drop = () => page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
    for (const type of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, text);
  await drop();
  await expect(page.getByText("dropped.json")).toBeVisible();
  await page.getByRole("link", { name: "Customers", exact: true }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await drop();
  await expect(heading(page, "Customers")).toBeVisible();
});

test("a restored workspace that does not fit beside the present one is refused in words", async ({ page }) => {
  await createFrieda(page);
  await openWorkspace(page);
  const { path } = await backUp(page);
  await page.evaluate(() => {
    let piece = "x".repeat(1 << 20);
    for (let key = 0; piece.length > 0; key += 1) {
      try {
        localStorage.setItem(`else/${key}`, piece);
      } catch {
        piece = piece.slice(0, piece.length >> 1);
      }
    }
  });
  const before = await readStorage(page);
  await choose(page, path);
  await button(page, "Replace workspace").click();
  await answer(page, "Replace workspace");
  await expect(messages(page)).toContainText("Not saved. Nothing was changed.");
  expect(await readStorage(page)).toEqual(before);
  await page.reload();
  await expect(page.getByText("The storage is almost full.")).toBeVisible();
});

test("the page is accessible in every state, and speaks German", async ({ page }) => {
  test.slow();
  await createFrieda(page);
  await openWorkspace(page);
  await expect(page.getByRole("meter", { name: "Storage used" })).toBeVisible();
  await expectAccessible(page, "as it opens");
  const file = await backUp(page);
  await chooseText(page, "[]");
  await expect(page.getByText("This isn't a Seatwork backup.")).toBeVisible();
  await expectAccessible(page, "a bad backup");
  await choose(page, file.path);
  await expect(button(page, "Replace workspace")).toBeVisible();
  await expectAccessible(page, "a backup");
  await button(page, "Reset workspace").click();
  await expectAccessible(page, "the question");
  await answer(page, "Reset workspace");
  await expect(button(page, "Return to it")).toBeVisible();
  await expectAccessible(page, "after the reset");
  await changeSetting(page, "Language", "Deutsch");
  await expect(heading(page, "Arbeitsbereich")).toBeVisible();
  await expectAccessible(page, "in German");
});

test("a form that is open while the workspace is replaced stays, and saves into the new one", async ({ page, context }) => {
  await createFrieda(page);
  const other = await context.newPage();
  await openAddUser(other, COMPANY.ordinary);
  await fillIn(other, { display: "Omar", user: "omar" });
  await openWorkspace(page);
  await reset(page);
  await expect(field(other, "User name")).toHaveValue("omar");
  await save(other);
  await expect(heading(other, "User created")).toBeVisible();
});
