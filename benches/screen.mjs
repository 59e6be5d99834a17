// What the screens cost in Chromium with 10,000 users in one customer, and what creating a user costs at several sizes.
// Prints medians of script + style + layout time from the DevTools protocol. `cargo xtask bench` runs it on the built site.

import { createRequire } from "node:module";
import { crc32 } from "node:zlib";
import { start } from "../tests/e2e/serve.mjs";

const require = createRequire(new URL("../tests/e2e/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const PORT = 4181;
const ORIGIN = `http://127.0.0.1:${PORT}/`;
const ROUNDS = 25;
const LARGE = "Meridian Global Retail Inc.";
const SMALL = "Saltbush Mining Pty Ltd";

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(1)} ms`;
const rows = [];

function report(what, numbers, target) {
  const worst = Math.max(...numbers);
  rows.push({ what, median: ms(median(numbers)), worst: ms(worst), rounds: numbers.length, target });
}

/** Script, style and layout time that the page has used so far, in milliseconds. */
async function used(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return 1000 * (of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration"));
}

/** Resolves when what was just done is on the screen. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

async function measure(page, devtools, action) {
  await painted(page);
  const before = await used(devtools);
  await action();
  await painted(page);
  return (await used(devtools)) - before;
}

async function open(browser, storage) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  if (storage) {
    await context.addInitScript((texts) => {
      if (localStorage.length === 0) for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    }, storage);
  }
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return { context, page, devtools };
}

async function addressOf(page, company) {
  await page.goto(ORIGIN);
  const link = page.getByRole("link", { name: company });
  await link.waitFor();
  return new URL(await link.getAttribute("href"), page.url()).href;
}

async function lists(browser) {
  const { context, page, devtools } = await open(browser);
  const address = await addressOf(page, LARGE);

  const cold = [];
  for (let round = 0; round < 9; round += 1) {
    const fresh = await context.newPage();
    const protocol = await context.newCDPSession(fresh);
    await protocol.send("Performance.enable");
    await fresh.goto(address);
    await fresh.getByRole("row").nth(25).waitFor();
    await painted(fresh);
    cold.push(await used(protocol));
    await fresh.close();
  }
  report("open the list of 10,000 users from a cold start", cold, "≤ 250 ms");

  await page.goto(address);
  const search = page.getByRole("searchbox", { name: "Search users" });
  await search.waitFor();
  await search.focus();
  const keys = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const key = "maria nov"[round % 9];
    if (round % 9 === 0) await search.fill("");
    keys.push(await measure(page, devtools, () => page.keyboard.press(key)));
  }
  report("a key in the search box (25 rows to a page)", keys, "≤ 16 ms");
  await search.fill("");

  await page.getByLabel("Rows per page").selectOption("100");
  const next = page.getByRole("button", { name: "Next" });
  const pages = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    pages.push(await measure(page, devtools, () => next.click()));
  }
  report("the next page of 100", pages, "≤ 30 ms");
  await page.getByRole("button", { name: "First" }).click();

  const keysOf100 = [];
  await search.focus();
  for (let round = 0; round < ROUNDS; round += 1) {
    const key = "maria nov"[round % 9];
    if (round % 9 === 0) await search.fill("");
    keysOf100.push(await measure(page, devtools, () => page.keyboard.press(key)));
  }
  report("a key in the search box (100 rows to a page)", keysOf100, "≤ 16 ms");
  await search.fill("");

  const first = [];
  const again = [];
  for (const column of ["User name", "Licenses", "Permissions"]) {
    const head = page.getByRole("columnheader", { name: column }).getByRole("button");
    first.push(await measure(page, devtools, () => head.click()));
  }
  const heads = ["Display name", "User name", "Licenses", "Permissions"];
  for (let round = 0; round < ROUNDS; round += 1) {
    const head = page.getByRole("columnheader", { name: heads[round % 4] }).getByRole("button");
    again.push(await measure(page, devtools, () => head.click()));
  }
  report("sort by a column for the first time", first, "≤ 50 ms");
  report("sort by a column", again, "≤ 50 ms");
  await context.close();
}

/** A stored workspace whose large customer has 10,000 users more than in the sample. */
async function twentyThousand(browser) {
  const { context, page } = await open(browser);
  const address = await addressOf(page, LARGE);
  const id = address.match(/customers\/([0-9a-f-]{36})/)[1];
  const texts = await page.evaluate(() => ({ ...localStorage }));
  await context.close();
  const [edition, created] = texts["seatwork/workspace"].split(" ")[2].split("\t");
  const hex = (number, digits) => number.toString(16).padStart(digits, "0");
  const user = (_, at) =>
    [
      "active",
      20_000 + at,
      `${hex(at, 8)}-0000-4000-8000-000000000000`,
      created,
      "",
      "",
      "POWER_BI_PRO",
      `added.${at}@meridianretail.example`,
      `Added ${at}`,
      "",
      "",
      "US",
      "",
    ].join("\t");
  const head = [0, edition, created, "", 30_000].join("\t");
  const snapshot = [head, ...Array.from({ length: 10_000 }, user)].join("\n");
  texts[`seatwork/s/${id}`] = `1 ${hex(crc32(`1 ${snapshot}`), 8)} ${snapshot}`;
  return texts;
}

async function creating(browser, company, label, storage) {
  const { context, page } = await open(browser, storage);
  await page.goto(await addressOf(page, company));
  await page.getByRole("button", { name: "Add user" }).click();
  const times = [];
  let written = 0;
  for (let round = 0; round < 15; round += 1) {
    await page.getByLabel("Display name").fill(`Bench ${round}`);
    await page.getByLabel("User name").fill(`bench.${round}`);
    const size = () => page.evaluate(() => Object.entries(localStorage).reduce((all, [k, v]) => all + k.length + v.length, 0));
    const before = await size();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "User created" }).waitFor();
    written = Math.max(written, (await size()) - before);
    await page.getByRole("button", { name: "Add another user" }).click();
  }
  times.push(...(await page.evaluate(() => performance.getEntriesByName("dispatch", "measure").map((one) => one.duration))));
  report(`create a user: decide, store, apply – ${label} (writes ${written} bytes)`, times, "≤ 5 ms, < 4 KB");
  await context.close();
}

const server = await start(PORT);
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env.SEATWORK_CHROME || undefined,
  args: [...(isRootOnLinux ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking"],
});
try {
  await lists(browser);
  await creating(browser, SMALL, "200 users", undefined);
  await creating(browser, LARGE, "10,000 users", undefined);
  await creating(browser, LARGE, "20,000 users", await twentyThousand(browser));
  console.log(`Chromium ${browser.version()}\n`);
  console.log("| what | median | worst | rounds | target |\n|---|--:|--:|--:|---|");
  for (const row of rows) console.log(`| ${row.what} | ${row.median} | ${row.worst} | ${row.rounds} | ${row.target} |`);
} finally {
  await browser.close();
  server.close();
}
