// What happens between tabs and to pages that are left: waiting for another tab, gathering its changes, work that is owed when
// the page is closed, passwords in a page that comes back.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, advanceClock, button, csvFile, field, fillIn, heading, inventUsers,
  leaveWithoutPasswords, messages, openAddUser, openCustomer, openUser, readCredentials,
  readDocument, readRecordKeys, readStorage, save, sealRecord, storeText, uploadUsers,
} from "./steps";

const OTHER_TAB_SAVES = "Another tab is saving. This tab is waiting for it.";
const ORIGIN = "seatwork/workspace";

/** Opens a page of the same origin without the program. */
async function bystander(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto("/icon.svg");
  return other;
}

/** Takes the lock for saving and keeps it, as a tab does that has trapped while it saved. */
const keepLock = (other: Page) =>
  other.evaluate(
    () =>
      new Promise<void>((granted) => {
        void navigator.locks.request("seatwork", () => {
          granted();
          return new Promise(() => {});
        });
      }),
  );

test("another tab that never finishes saving is named, and saving goes on once it is closed", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { display: "Omar", user: "omar" });
  const other = await bystander(page);
  await keepLock(other);
  await save(page);
  await expect(messages(page)).not.toContainText(OTHER_TAB_SAVES);
  await expect(messages(page)).toContainText(OTHER_TAB_SAVES, { timeout: 6_000 });
  expect(await readRecordKeys(page)).toEqual([]);
  await button(page, "Retry").click();
  await expect(messages(page)).not.toContainText(OTHER_TAB_SAVES);
  await expect(messages(page)).toContainText(OTHER_TAB_SAVES, { timeout: 6_000 });
  await other.close();
  await expect(heading(page, "User created")).toBeVisible();
  await expect(messages(page)).not.toContainText(OTHER_TAB_SAVES);
  expect(await readRecordKeys(page)).toHaveLength(1);
});

test("a start that another tab holds up is said, and can be repeated", async ({ page }) => {
  const other = await bystander(page);
  await keepLock(other);
  await page.goto("/#/customers");
  await expect(heading(page, "Seatwork can't open its workspace")).toBeVisible({ timeout: 8_000 });
  await expect(page.getByText(OTHER_TAB_SAVES)).toBeVisible();
  await other.close();
  await button(page, "Reload").click();
  await expect(heading(page, "Customers")).toBeVisible();
});

test("a tab that has not received what another one saved refuses to save, and nothing changes", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await fillIn(page, { display: "Omar", user: "omar" });
  const before = await readStorage(page);
  const { created } = JSON.parse(before[ORIGIN]!.slice(11)) as { created: number };
  const other = await bystander(page);
  // The mark of a record that never arrives.
  await other.evaluate(
    (mark) =>
      new Promise<void>((granted) => {
        void navigator.locks.request(mark, { mode: "shared" }, () => {
          granted();
          return new Promise(() => {});
        });
      }),
    `seatwork/at/${created}/7/12345`,
  );
  await save(page);
  await expect(messages(page)).toContainText("Not saved. Nothing was changed. Another tab has saved a change that hasn't arrived here yet.");
  await expect(field(page, "User name")).toHaveValue("omar");
  expect(await readStorage(page)).toEqual(before);
  await other.close();
  await save(page);
  await expect(heading(page, "User created")).toBeVisible();
});

/** Counts the requests for locks from the start of the program. */
async function countRequests(page: Page) {
  await page.addInitScript(() => {
    const asked: string[] = [];
    const request = navigator.locks.request.bind(navigator.locks) as (...all: unknown[]) => Promise<unknown>;
    navigator.locks.request = ((name: string, ...rest: unknown[]) => {
      asked.push(name);
      return request(name, ...rest);
    }) as typeof navigator.locks.request;
    Object.assign(window, { asked });
  });
}

/** How often the page has asked for the lock for saving. */
const requests = (page: Page) =>
  page.evaluate(() => (window as never as { asked: string[] }).asked.filter((name) => name === "seatwork").length);

/** Changes the beginning of the workspace, as a compaction does: other tabs open it anew. */
async function touchOrigin(other: Page) {
  const origin = JSON.parse((await readStorage(other))[ORIGIN]!.slice(11)) as { mended?: number };
  const content = JSON.stringify({ ...origin, mended: (origin.mended ?? 0) + 1 });
  await storeText(other, ORIGIN, await sealRecord(other, 1, content));
}

test("two hundred changes of another tab make a few requests for the lock, not two hundred", async ({ page }) => {
  await countRequests(page);
  await openCustomer(page, COMPANY.ordinary);
  const other = await bystander(page);
  const count = () => requests(page);
  const before = await count();
  await touchOrigin(other);
  await other.evaluate(() => {
    for (let number = 0; number < 200; number += 1) localStorage.setItem(`seatwork/else/${number}`, "x");
  });
  await expect.poll(count).toBeGreaterThan(before);
  await page.waitForTimeout(500);
  expect((await count()) - before).toBeLessThanOrEqual(5);
});

test("what this tab knows already makes no request for the lock", async ({ page }) => {
  await countRequests(page);
  await openCustomer(page, COMPANY.ordinary);
  const other = await bystander(page);
  const before = await requests(page);
  await other.evaluate(() => localStorage.setItem("seatwork/else", "x"));
  await page.waitForTimeout(500);
  expect(await requests(page)).toBe(before);
});

test("the offer to download damaged data stays when another tab makes this one open anew", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Omar", user: "omar" });
  await leaveWithoutPasswords(page);
  await storeText(page, "seatwork/r/0000000001", "damaged");
  await page.reload();
  await expect(button(page, "Download the damaged data")).toBeVisible();
  const other = await bystander(page);
  await touchOrigin(other);
  // It has followed once it shows what comes next.
  await openAddUser(other, COMPANY.ordinary);
  await addUser(other, { display: "Nadia", user: "nadia" });
  await page.getByRole("searchbox", { name: "Search users" }).fill("Nadia");
  await expect(page.getByRole("link", { name: "Nadia", exact: true })).toBeVisible();
  await expect(button(page, "Download the damaged data")).toBeVisible();
});

/** Creates a user of a name that nothing else has, and deletes them. */
async function createAndDelete(page: Page) {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Xaver Unvergesslich", user: "xaver.unvergesslich" });
  await leaveWithoutPasswords(page);
  await page.getByRole("searchbox", { name: "Search users" }).fill("Xaver");
  await page.getByRole("link", { name: "Xaver Unvergesslich", exact: true }).click();
  await button(page, "Delete user account").click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete user account" }).click();
}

test("a page closed right after purging: the next one forgets the names without being told to", async ({ page, context }) => {
  await createAndDelete(page);
  // What is due half a second later never comes, as if the page had been closed by then.
  await page.evaluate(() => {
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((work: () => void, wait = 0) => (wait === 500 ? 0 : later(work, wait))) as typeof window.setTimeout;
  });
  await advanceClock(page, "30 days");
  await expect.poll(async () => JSON.stringify(await readStorage(page))).toContain("users-purged");
  expect(JSON.stringify(await readStorage(page))).toContain("xaver.unvergesslich");
  await page.close();
  const next = await context.newPage();
  await next.goto("/#/customers");
  await expect(heading(next, "Customers")).toBeVisible();
  await expect.poll(async () => JSON.stringify(await readStorage(next))).not.toContain("xaver.unvergesslich");
  await expect.poll(() => readRecordKeys(next)).toEqual([]);
});

test("forgetting that failed is tried again, without a further change", async ({ page }) => {
  await page.clock.install();
  await createAndDelete(page);
  // There is no room for any snapshot, but for records.
  await page.evaluate(() => {
    const write = Storage.prototype.setItem;
    const state = { refused: 0, isFull: true };
    Storage.prototype.setItem = function (key: string, text: string) {
      if (state.isFull && this === localStorage && !key.startsWith("seatwork/r/")) {
        state.refused += 1;
        throw new DOMException("no room", "QuotaExceededError");
      }
      write.call(this, key, text);
    };
    Object.assign(window, { storageState: state });
  });
  const refused = () => page.evaluate(() => (window as never as { storageState: { refused: number } }).storageState.refused);
  await advanceClock(page, "30 days");
  await expect.poll(async () => JSON.stringify(await readStorage(page))).toContain("users-purged");
  await page.clock.runFor(600);
  await expect.poll(refused).toBeGreaterThan(0);
  expect(JSON.stringify(await readStorage(page))).toContain("xaver.unvergesslich");
  await page.evaluate(() => {
    (window as never as { storageState: { isFull: boolean } }).storageState.isFull = false;
  });
  await page.clock.runFor(31_000);
  await expect.poll(async () => JSON.stringify(await readStorage(page))).not.toContain("xaver.unvergesslich");
  await expect.poll(() => readRecordKeys(page)).toEqual([]);
});

test("a tab in the background whose timers stand still saves and follows all the same", async ({ page, context }) => {
  const background = await context.newPage();
  await background.clock.install();
  await openAddUser(background, COMPANY.tiny);
  await fillIn(background, { display: "Omar", user: "omar" });
  await background.clock.pauseAt(Date.now() + 60_000);
  await openAddUser(page, COMPANY.tiny);
  await addUser(page, { display: "Nadia", user: "nadia" });
  // Pressing the button needs no frames, as in a tab that is not shown.
  await background.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>("main button")];
    buttons.find((button) => button.textContent?.trim() === "Save")!.click();
  });
  await expect(heading(background, "User created")).toBeVisible();
  await leaveWithoutPasswords(page);
  for (const name of ["Nadia", "Omar"]) await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  expect(await readRecordKeys(page)).toHaveLength(2);
});

test("an undo that has become impossible says why, and the one before it is offered", async ({ page }) => {
  await openUser(page, "Anna Keßler");
  await fillIn(page, { display: "Anna K." });
  await save(page);
  await expect(messages(page)).toContainText("Saved.");
  await openUploadHere(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(2)]));
  const other = await page.context().newPage();
  await openCustomer(other, COMPANY.ordinary);
  await other.getByRole("searchbox", { name: "Search users" }).fill("probe user 2");
  await other.getByRole("link", { name: "Probe User 2", exact: true }).click();
  await fillIn(other, { last: "Changed" });
  await save(other);
  await expect(messages(other)).toContainText("Saved.");
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toContainText("Users from this upload that were changed or deleted since: 1.");
  await expect(messages(page)).toContainText("You can undo the change before it.");
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toContainText("Undone.");
  await openCustomer(other, COMPANY.ordinary);
  await other.getByRole("searchbox", { name: "Search users" }).fill("Anna Keßler");
  await expect(other.getByRole("link", { name: "Anna Keßler", exact: true })).toBeVisible();
});

/** Goes to "Upload users" without loading the page anew. */
async function openUploadHere(page: Page) {
  await page.getByRole("navigation", { name: "Customer", exact: true }).getByRole("link", { name: "Users and licenses" }).click();
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
}

/**
 * Says to a page that the browser keeps it for Back. Returns the document as it is frozen then: at
 * the end of the task.
 */
const hide = (page: Page) =>
  page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const frozen = new Promise<string>((resolve) => {
      port1.onmessage = () => resolve(document.documentElement.outerHTML.replaceAll("&amp;", "&"));
    });
    port2.postMessage("the next task");
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    return frozen;
  });

/** Says to the same page that it is back. */
const show = (page: Page) => page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));

test("passwords are wiped when the page is left, and Back shows that they are gone", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Omar", user: "omar" });
  const [{ password }] = (await readCredentials(page)) as [{ password: string }];
  expect(await readDocument(page)).toContain(password);
  expect(await hide(page)).not.toContain(password);
  await show(page);
  expect(await readDocument(page)).not.toContain(password);
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
  // Nothing is left that would have to be asked about.
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
});

test("so are reset passwords", async ({ page }) => {
  await openUser(page, "Anna Keßler");
  await button(page, "Reset password").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  const [{ password }] = (await readCredentials(page)) as [{ password: string }];
  expect(await hide(page)).not.toContain(password);
  await show(page);
  expect(await readDocument(page)).not.toContain(password);
  await expect(page.getByText("There are no temporary passwords to show.")).toBeVisible();
});

test("after leaving for another site and Back, no password is shown", async ({ page }) => {
  await openAddUser(page, COMPANY.ordinary);
  await addUser(page, { display: "Omar", user: "omar" });
  const [{ password }] = (await readCredentials(page)) as [{ password: string }];
  await button(page, "Copy").click();
  await page.goto("/icon.svg");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await readDocument(page)).not.toContain(password);
});
