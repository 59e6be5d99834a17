// Files with many users: too many, the limit, progress and Stop, and how much a browser can
// store.

import { expect, test, type Locator, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, chooseFile, csvFile, customerMenu, downloadFile, field, heading,
  inventUsers, messages, openUpload, readRecordKeys, readStorage, row, save, uploadUsers,
  validateFile,
} from "./steps";

/** The part of the page about the file. */
const info = (page: Page) => page.getByRole("region", { name: "Upload user info" });
const progress = (page: Page) => info(page).getByRole("progressbar");
const parts = (page: Page) => page.getByRole("region", { name: "Split the file" });
const downloadButton = (page: Page, part: number) => button(page, `Download: Part ${part}`);

/** Changes the number of users that a file may have. */
async function setLimit(page: Page, limit: string) {
  await button(page, "Change limit").click();
  const dialog = page.getByRole("dialog", { name: "Change limit" });
  await dialog.getByLabel("Maximum users per file").fill(limit);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  return dialog;
}

/**
 * Ends each turn of long work after its first portion, however fast or busy the machine is: the
 * clock that measures the turn jumps by a second whenever it is read.
 */
async function shortenTurns(page: Page) {
  await page.evaluate(() => {
    let reads = 0;
    performance.now = () => Performance.prototype.now.call(performance) + 1_000 * (reads += 1);
  });
}

const restoreTurns = (page: Page) => page.evaluate(() => Reflect.deleteProperty(performance, "now"));

const cancelButton = (page: Page) => info(page).getByRole("button", { name: "Stop", includeHidden: true });

/**
 * Presses an element at the very moment the progress bar says this. Returns a function that waits
 * for it.
 */
async function pressAt(page: Page, said: string, pressed: Locator) {
  await pressed.evaluate((pressed, said) => {
    const bar = document.querySelector("main progress")!;
    const done = new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!new RegExp(said).test(bar.getAttribute("aria-label") ?? "")) return;
        observer.disconnect();
        (pressed as HTMLElement).click();
        done();
      });
      observer.observe(bar, { attributes: true });
    });
    Object.assign(window, { done });
  }, said);
  return () => page.evaluate(() => (window as never as { done: Promise<void> }).done);
}

/** Measures the longest time that the page did not respond during the work, in milliseconds. */
async function measureLongestWait(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), on: true };
    Object.assign(window, { waits: state });
    const turn = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.on) setTimeout(turn);
    };
    turn();
  });
  await work();
  return page.evaluate(() => {
    const { waits } = window as never as { waits: { longest: number; on: boolean } };
    waits.on = false;
    return waits.longest;
  });
}

test("too many users: the file is split into parts, each of which can be uploaded", async ({ page }) => {
  const people = inventUsers(230);
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...people], "all.csv"));
  await expect(info(page).getByRole("cell").filter({ hasText: "The file contains 230 users, but only 100 are allowed." })).toBeVisible();
  await expect(button(page, "Save")).toBeDisabled();
  await expect(parts(page).getByRole("rowheader")).toHaveText(["Part 1", "Part 2", "Part 3"]);
  await expect(row(page, "Part 3")).toContainText("Users 201 to 230");
  const second = await downloadFile(page, downloadButton(page, 2));
  expect(second.name).toMatch(/^part-2-.*\.csv$/);
  expect(second.rows.map((cells) => cells.join())).toEqual([HEADINGS, ...people.slice(100, 200)]);

  const all: string[] = [];
  page.on("download", (download) => all.push(download.suggestedFilename()));
  await button(page, "Download all parts").click();
  await expect.poll(() => all).toHaveLength(3);
  expect(new Set(all).size).toBe(3);

  const third = await downloadFile(page, downloadButton(page, 3));
  await uploadUsers(page, csvFile(third.bytes, third.name));
  await expect(messages(page)).toContainText("30 users were created.");
});

test("many parts stand on pages, and are not all downloaded at once", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(5_001)]));
  await expect(page.getByText("1–25 of 51")).toBeVisible();
  await expect(button(page, "Download all parts")).toBeHidden();
  await button(page, "Last").first().click();
  await expect(row(page, "Part 51")).toContainText("User 5,001");
  const last = await downloadFile(page, downloadButton(page, 51));
  expect(last.rows.map((cells) => cells.join())).toEqual([HEADINGS, ...inventUsers(1, 5_001)]);
});

test("the limit is a setting of the workspace, with a note of what the real service allows", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(150)]));
  await expect(page.getByText("A file can contain up to 100 users.")).toBeVisible();
  await expect(parts(page)).toBeVisible();
  for (const limit of ["", "99", "50001", "1.5", "-100", "lots"]) {
    const dialog = await setLimit(page, limit);
    const number = dialog.getByLabel("Maximum users per file");
    await expect(number, limit).toHaveAttribute("aria-invalid", "true");
    await expect(number).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button(page, "Change limit")).toBeFocused();
  }
  expect(await readRecordKeys(page)).toEqual([]);
  await expect(await setLimit(page, "1000")).toBeHidden();
  await expect(page.getByText("A file can contain up to 1,000 users.")).toBeVisible();
  await expect(page.getByText("This workspace accepts 1,000 users per file. The real service accepts 100.")).toBeVisible();
  // The file is checked against the new limit immediately.
  await expect(page.getByText("No errors. 150 users can be created")).toBeVisible();
  await expect(parts(page)).toBeHidden();
  await page.reload();
  await expect(page.getByText("A file can contain up to 1,000 users.")).toBeVisible();
  await expect(await setLimit(page, "100")).toBeHidden();
  await expect(page.getByText("The real service accepts 100.")).toBeHidden();
});

test("10,000 rows: progress is shown and told, the page answers all the time, and everything can be cancelled", async ({ page }) => {
  test.setTimeout(90_000);
  const file = csvFile([HEADINGS, ...inventUsers(10_000)], "many.csv");
  // The announcements, in order.
  const said: string[] = [];
  await page.exposeFunction("say", (text: string) => void (said.at(-1) === text || said.push(text)));
  await openUpload(page);
  await page.evaluate(() => {
    const { say } = window as never as { say(text: string): void };
    const tell = () => {
      for (const status of document.querySelectorAll("main [role=status]")) {
        const text = status.textContent?.trim() ?? "";
        if (text.includes("%")) say(text);
      }
    };
    new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await setLimit(page, "10000");
  await expect(button(page, "Change limit")).toBeFocused();
  const before = await readStorage(page);

  await shortenTurns(page);
  const reading = await pressAt(page, "^Reading the file: [1-9]", cancelButton(page));
  await chooseFile(page, csvFile([HEADINGS, ...inventUsers(50_000)], "many.csv"));
  await reading();
  await expect(progress(page)).toBeHidden();
  await expect(page.getByText("many.csv")).toBeHidden();
  await expect(page.getByLabel("Browse", { exact: true })).toBeFocused();
  await expect(button(page, "Validate")).toBeDisabled();

  await chooseFile(page, file);
  await expect(page.getByText(/^many\.csv, .*, 10,000 rows$/)).toBeVisible();
  const validating = await pressAt(page, "^Validating: [1-9]", cancelButton(page));
  await button(page, "Validate").click();
  await validating();
  await restoreTurns(page);
  await expect(progress(page)).toBeHidden();
  // The file is still there, and not validated.
  await expect(page.getByText(/^many\.csv, /)).toBeVisible();
  await expect(page.getByText("No errors.")).toBeHidden();
  await expect(button(page, "Save")).toBeDisabled();
  expect(await readStorage(page)).toEqual(before);

  const wait = await measureLongestWait(page, async () => {
    await button(page, "Validate").click();
    await expect(page.getByText("No errors. 10,000 users can be created")).toBeVisible({ timeout: 30_000 });
  });
  expect(wait).toBeLessThan(1_000);
  expect(said).toContain("Reading the file: 0%");
  expect(said).toContainEqual(expect.stringMatching(/^Validating: /));
  for (const text of said) expect(text, "in steps of ten").toMatch(/^(Reading the file|Validating): (100|\d?0)%$/);
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1–250 of 10,000")).toBeVisible();
});

test("another file, chosen while one is read or validated, takes its place", async ({ page }) => {
  // Reading this file waits for the test.
  await page.addInitScript(() => {
    const read = File.prototype.arrayBuffer;
    File.prototype.arrayBuffer = async function () {
      if (this.name === "slow.csv") await new Promise((done) => Object.assign(window, { letRead: done }));
      return read.call(this);
    };
  });
  await openUpload(page);
  await chooseFile(page, csvFile([HEADINGS, ...inventUsers(3)], "slow.csv"));
  await expect(progress(page)).toHaveAccessibleName("Reading the file: 0%");
  await chooseFile(page, csvFile([HEADINGS, ...inventUsers(2)], "few.csv"));
  await expect(page.getByText(/^few\.csv, .*, 2 rows$/)).toBeVisible();
  await page.evaluate(() => (window as never as { letRead(): void }).letRead());
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  await expect(page.getByText("slow.csv")).toBeHidden();

  // Leaving the customer ends the validation as well.
  await chooseFile(page, csvFile([HEADINGS, ...inventUsers(10_000)], "many.csv"));
  await expect(page.getByText(/^many\.csv, .*, 10,000 rows$/)).toBeVisible();
  await shortenTurns(page);
  const away = page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Customers" });
  const left = await pressAt(page, "^Validating: [1-9]", away);
  await button(page, "Validate").click();
  await left();
  await restoreTurns(page);
  await expect(heading(page, "Customers")).toBeVisible();
  await page.getByRole("link", { name: COMPANY.tiny }).click();
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
  await expect(progress(page)).toBeHidden();
  await expect(page.getByText("many.csv")).toBeHidden();
});

test("20,000 suggestions are taken in one go", async ({ page }) => {
  test.setTimeout(90_000);
  await openUpload(page);
  await setLimit(page, "50000");
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(20_000, 1, "albatross.example")]));
  await expect(page.getByText("Rows without errors: 0 of 20,000. Errors found: 20,000.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("The first 10,000 errors are listed. The results contain all of them.")).toBeVisible();
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.rows).toHaveLength(20_001);
  expect(results.rows.at(-1)![4]).toBe("Email: This domain doesn't belong to the customer. Did you mean albatros.example?");
  // A manual correction is kept.
  await field(page, "Email, line 2").fill("own.choice@albatros.example");
  const wait = await measureLongestWait(page, async () => {
    await button(page, "Use all suggestions").click();
    await expect(field(page, "Email, line 3")).toHaveValue("probe2@albatros.example");
  });
  expect(wait).toBeLessThan(3_000);
  await expect(field(page, "Email, line 2")).toHaveValue("own.choice@albatros.example");
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 20,000 users can be created")).toBeVisible({ timeout: 30_000 });
  await expect(button(page, "Validate")).toBeFocused();
});

test("50,000 rows are saved in one change, and there after a reload", async ({ page }) => {
  test.setTimeout(180_000);
  await openUpload(page);
  await setLimit(page, "50000");
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(50_000)]));
  await expect(page.getByText("No errors. 50,000 users can be created")).toBeVisible({ timeout: 60_000 });
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible({ timeout: 60_000 });
  const list = await downloadFile(page, button(page, "Download"));
  expect(list.rows).toHaveLength(50_001);
  expect(new Set(list.rows.map((cells) => cells[2])).size).toBe(50_001);
  await page.reload();
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible({ timeout: 30_000 });
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await expect(page.getByText("1–25 of 50,064")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("searchbox").fill("probe49999@");
  await expect(row(page, "Probe User 49999")).toBeVisible({ timeout: 30_000 });
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByRole("cell", { name: "50,000 users uploaded", exact: true }), "all of them are one change").toHaveCount(1);
});

/** Stops the program for good at the very moment the progress bar says this. */
async function freezeAt(page: Page, said: string) {
  await page.evaluate((said) => {
    const bar = document.querySelector("main progress")!;
    const start = window.setTimeout.bind(window);
    let isFrozen = false;
    const setTimeout = (work: () => void, delay: number) => start(() => {
      isFrozen ||= bar.getAttribute("aria-label") === said;
      if (isFrozen) Object.assign(window, { isFrozen });
      else work();
    }, delay);
    Object.assign(window, { setTimeout });
  }, said);
  return () => page.waitForFunction(() => (window as never as { isFrozen?: true }).isFrozen);
}

for (const [said, users] of [["Creating users: 30%", 64], ["Creating users: 60%", 3_064]] as const) {
  test(`saving is done in turns, all or nothing: a tab that ends at "${said}"`, async ({ page }) => {
    page.on("dialog", (dialog) => dialog.accept());
    await openUpload(page);
    await setLimit(page, "5000");
    await validateFile(page, csvFile([HEADINGS, ...inventUsers(3_000)]));
    await expect(page.getByText("No errors. 3,000 users can be created")).toBeVisible();
    const frozen = await freezeAt(page, said);
    await save(page);
    await frozen();
    await expect(progress(page)).toHaveAccessibleName(said);
    await page.reload();
    await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
    await expect(page.getByText(`1–25 of ${users.toLocaleString("en")}`)).toBeVisible({ timeout: 30_000 });
  });
}

test("a browser that is full refuses the whole file, and takes it when there is room", async ({ page }) => {
  await openUpload(page);
  await setLimit(page, "5000");
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(5_000)]));
  await expect(page.getByText("No errors. 5,000 users can be created")).toBeVisible();
  await page.evaluate(() => {
    for (let size = 1_048_576; size >= 1_024; ) {
      try {
        localStorage.setItem(`others/${localStorage.length}`, "x".repeat(size));
      } catch {
        size /= 2;
      }
    }
  });
  await save(page);
  await expect(messages(page)).toContainText("The browser's storage for this address is full.");
  await expect(heading(page, "Upload users")).toBeVisible();
  // The journal was compacted to make room, but no user was stored.
  expect(JSON.stringify(await readStorage(page))).not.toContain("probe");
  const other = await page.context().newPage();
  await openUpload(other);
  await expect(other.getByText("A file can contain up to 5,000 users.")).toBeVisible();
  await customerMenu(other).getByRole("link", { name: "Users and licenses" }).click();
  await expect(other.getByText("1–25 of 64")).toBeVisible();
  await expect(page.getByText("No errors. 5,000 users can be created")).toBeVisible();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("others/")) localStorage.removeItem(key);
  });
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible({ timeout: 30_000 });
  await expect(other.getByText("1–25 of 5,064")).toBeVisible({ timeout: 30_000 });
  await other.close();
});
