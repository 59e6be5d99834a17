// Pages killed at random moments while they save, and four tabs saving at once. The numbers come from the environment:
// `cargo xtask soak` runs many more.

import { spawn } from "node:child_process";
import { chromium, expect, test, type BrowserContext, type Page } from "@playwright/test";
import {
  COMPANY, field, heading, openCustomer, readStorage,
} from "./steps";

const KILLS = Number(process.env.SEATWORK_KILLS ?? 20);
const CHANGES = Number(process.env.SEATWORK_CHANGES ?? 25);
const POWER_CUTS = Number(process.env.SEATWORK_POWER_CUTS ?? 1);

/**
 * Saves a user's last name again and again in the page, named by `tab` and number, at most once in `every` ms. Calls back when
 * one is acknowledged.
 */
async function saveAgainAndAgain(page: Page, tab: string, from: number, count: number, every = 0): Promise<number[]> {
  return page.evaluate(
    async ([tab, from, count, every]) => {
      const main = document.querySelector("main")!;
      const labelled = (name: string) =>
        [...main.querySelectorAll("label")].find((label) => label.textContent?.trim().startsWith(name))!.control as HTMLInputElement;
      const save = () => [...main.querySelectorAll("button")].find((button) => button.textContent?.trim() === "Save")!;
      const notices = document.querySelector("[role=status]")!;
      /** Resolves once a message "Saved." is added. */
      const saved = () =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver((changes) => {
            const added = changes.flatMap((change) => [...change.addedNodes]);
            if (!added.some((node) => node.textContent?.includes("Saved."))) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(notices, { childList: true, subtree: true });
        });
      const times: number[] = [];
      for (let number = from; number < from + count; number += 1) {
        const last = labelled("Last name");
        last.value = `${tab}${number}`;
        last.dispatchEvent(new Event("input", { bubbles: true }));
        const start = performance.now();
        const done = saved();
        save().click();
        await done;
        times.push(performance.now() - start);
        if (every > 0) await new Promise((resolve) => setTimeout(resolve, every - (performance.now() - start)));
        await (window as never as { acknowledge?(number: number): Promise<void> }).acknowledge?.(number);
      }
      return times;
    },
    [tab, from, count, every] as const,
  );
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

/** The highest number of a change in what is stored. */
async function lastNumber(page: Page): Promise<number> {
  const texts = Object.entries(await readStorage(page)).filter(([key]) => /^seatwork\/[rl]\//.test(key));
  const numbers = texts.flatMap(([, text]) => [...text.matchAll(/"seq":(\d+)/g)].map(([, number]) => Number(number)));
  return Math.max(0, ...numbers);
}

/** Kills the page's process at a random moment while it saves the numbers after `from`. Returns the last one acknowledged. */
async function killWhileSaving(context: BrowserContext, from: number): Promise<number> {
  const page = await context.newPage();
  let acknowledged = from;
  await page.exposeFunction("acknowledge", (number: number) => {
    acknowledged = number;
  });
  await openOnlyUser(page);
  const devtools = await context.newCDPSession(page);
  const crashed = new Promise((resolve) => page.once("crash", resolve));
  void saveAgainAndAgain(page, "n", from + 1, 1_000_000).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 600));
  void devtools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close().catch(() => {});
  return acknowledged;
}

/** Opens the page of the only user of the smallest company. */
async function openOnlyUser(page: Page) {
  await page.goto(`${test.info().project.use.baseURL!}/#/customers`);
  await page.getByRole("link", { name: COMPANY.tiny, exact: true }).click();
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(field(page, "Last name")).toBeVisible();
}

test(`${KILLS} times killed at a random moment: every acknowledged change is there`, async ({ context }) => {
  test.setTimeout(30_000 + KILLS * 10_000);
  let number = 0;
  let kept = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const acknowledged = await killWhileSaving(context, number);
    kept += acknowledged - number;
    const page = await context.newPage();
    await openOnlyUser(page);
    const name = await field(page, "Last name").inputValue();
    number = Number(/^n(\d+)$/.exec(name)?.[1] ?? 0);
    // The one after it may be stored without having been acknowledged.
    expect([acknowledged, acknowledged + 1], `round ${round}: ${name}`).toContain(number);
    await page.close();
  }
  console.log(`${KILLS} kills, ${kept} acknowledged changes, none lost`);
  expect(kept).toBeGreaterThan(KILLS);
});

test(`four tabs, ${CHANGES} changes each at once: all of them are there, and all tabs show the same`, async ({ context }) => {
  test.setTimeout(60_000 + CHANGES * 4_000);
  const pages = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  for (const [at, page] of pages.entries()) {
    await openCustomer(page, COMPANY.ordinary);
    await page.getByRole("rowheader").nth(at).getByRole("link").click();
    await expect(field(page, "Last name")).toBeVisible();
  }
  const before = await lastNumber(pages[0]!);
  const times = (await Promise.all(pages.map((page, at) => saveAgainAndAgain(page, `t${at}-`, 1, CHANGES)))).flat();
  console.log(`four tabs, ${times.length} saves: median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`);
  expect((await lastNumber(pages[0]!)) - before).toBe(4 * CHANGES);
  const shown = async (page: Page) => {
    await page.getByRole("navigation", { name: "Customer", exact: true }).getByRole("link", { name: "Users and licenses" }).click();
    await expect(heading(page, "Users and licenses")).toBeVisible();
    await page.getByRole("searchbox", { name: "Search users" }).fill("");
    return page.getByRole("row").allTextContents();
  };
  const first = await shown(pages[0]!);
  for (const page of pages.slice(1)) expect(await shown(page)).toEqual(first);
});

test("saving in a single tab: how long it takes, and how much of that is work", async ({ page }) => {
  await page.goto("/");
  await openOnlyUser(page);
  const times = await saveAgainAndAgain(page, "s", 1, 4 * CHANGES);
  const work = await page.evaluate(() => performance.getEntriesByName("dispatch", "measure").map((entry) => entry.duration));
  console.log(`one tab, ${times.length} saves: median ${median(times).toFixed(1)} ms, of which work ${median(work).toFixed(2)} ms`);
  expect(work).toHaveLength(times.length);
});

/** Starts a browser of its own with this profile. */
async function startBrowser(profile: string) {
  const args = [
    "--headless=new", `--user-data-dir=${profile}`, "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "about:blank",
  ];
  // A group of its own, so that all its processes can be killed at once.
  const process = spawn(test.info().project.use.launchOptions?.executablePath ?? chromium.executablePath(), args, { detached: true });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    process.stderr.on("data", (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    process.once("exit", () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  return { browser, context: browser.contexts()[0]!, kill: () => globalThis.process.kill(-process.pid!, "SIGKILL") };
}

/** Saves changes, kills all processes of the browser so long after the last one, and returns how many changes are lost. */
async function lostToPowerCut(profile: string, changes: number, every: number, pause: number): Promise<number> {
  const origin = test.info().project.use.baseURL!;
  const first = await startBrowser(profile);
  const page = await first.context.newPage();
  await page.goto(`${origin}/#/customers`);
  await openOnlyUser(page);
  await saveAgainAndAgain(page, "p", 1, changes, every);
  await page.waitForTimeout(pause);
  first.kill();
  await first.browser.close().catch(() => {});
  const second = await startBrowser(profile);
  const again = await second.context.newPage();
  await again.goto(`${origin}/#/customers`);
  await expect(heading(again, "Customers")).toBeVisible();
  const kept = await lastNumber(again);
  second.kill();
  await second.browser.close().catch(() => {});
  return changes - kept;
}

/** After so long, in ms, Chromium has written what was changed first. */
const FIRST_WRITE = 10_000;

/** All processes of the browser at once: what a power cut does, but for the disk. */
test("a browser that is killed as a whole keeps what was changed ten seconds before, and what is left opens", async () => {
  test.setTimeout(60_000 + POWER_CUTS * 240_000);
  const pauses = POWER_CUTS > 1 ? [0, 1_000, 2_000, 5_000, FIRST_WRITE, 30_000] : [0, FIRST_WRITE];
  for (const pause of pauses) {
    const lost: number[] = [];
    for (let round = 0; round < POWER_CUTS; round += 1) {
      lost.push(await lostToPowerCut(test.info().outputPath(`profile-${pause}-${round}`), 10, 0, pause));
    }
    console.log(`killed ${pause / 1_000} s after the last of ten changes: lost ${lost.join(", ")}`);
    if (pause >= FIRST_WRITE) expect(lost, `${pause} ms`).toEqual(lost.map(() => 0));
  }
});

/** Chromium writes once a minute on average, however often something is changed. Takes ten minutes. */
if (POWER_CUTS > 1) {
  test("while somebody changes something every second, a killed browser loses the last minute at most", async () => {
    test.setTimeout(20 * 60_000);
    for (const seconds of [20, 55, 70, 110, 130, 200]) {
      const lost = await lostToPowerCut(test.info().outputPath(`profile-${seconds}`), seconds, 1_000, 0);
      console.log(`killed after one change a second for ${seconds} s: lost ${lost}`);
      expect(lost).toBeLessThanOrEqual(65);
    }
  });
}
