// Measures the screens in Chromium with 10,000 users in one customer, and creating a user at
// several sizes. Prints medians of script + style + layout time from the DevTools protocol.
// `cargo xtask bench` runs it on the built site.

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

/** A product that nobody has at first and that is compatible with every other. */
const PRODUCT = "Power BI Premium Per User";

/** The rows of the printed table. */
const rows = [];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(1)} ms`;

function report(what, numbers, target) {
  const worst = Math.max(...numbers);
  const rounds = numbers.length;
  rows.push({ what, median: ms(median(numbers)), worst: ms(worst), rounds, target });
}

/** Script, style and layout time of the page so far, in milliseconds. */
async function timeUsed(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const seconds = (name) => metrics.find((metric) => metric.name === name).value;
  const names = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
  return names.reduce((sum, name) => sum + 1000 * seconds(name), 0);
}

/** Resolves after the next frame is painted. */
const nextFrame = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

async function measure(page, devtools, action) {
  await nextFrame(page);
  const before = await timeUsed(devtools);
  await action();
  await nextFrame(page);
  return (await timeUsed(devtools)) - before;
}

async function open(browser, storage) {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  if (storage) {
    await context.addInitScript((texts) => {
      if (localStorage.length > 0) return;
      for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    }, storage);
  }
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  return { context, page, devtools };
}

async function addressOf(page, company) {
  await page.goto(`${ORIGIN}#/customers`);
  const link = page.getByRole("link", { name: company });
  await link.waitFor();
  return new URL(await link.getAttribute("href"), page.url()).href;
}

/** Opens the list in fresh pages. */
async function coldOpens(context, address) {
  const opens = [];
  for (let round = 0; round < 9; round += 1) {
    const fresh = await context.newPage();
    const protocol = await context.newCDPSession(fresh);
    await protocol.send("Performance.enable");
    await fresh.goto(address);
    await fresh.getByRole("row").nth(25).waitFor();
    await nextFrame(fresh);
    opens.push(await timeUsed(protocol));
    await fresh.close();
  }
  return opens;
}

/** Types into the search box, and clears it. */
async function keysPressed(page, devtools) {
  const search = page.getByRole("searchbox", { name: "Search users" });
  await search.waitFor();
  await search.focus();
  const keys = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const key = "maria nov"[round % 9];
    if (round % 9 === 0) await search.fill("");
    keys.push(await measure(page, devtools, () => page.keyboard.press(key)));
  }
  await search.fill("");
  return keys;
}

/** Sorts by each column for the first time. */
async function firstSorts(page, devtools) {
  const sorts = [];
  for (const column of ["User name", "Licenses", "Permissions"]) {
    const head = page.getByRole("columnheader", { name: column }).getByRole("button");
    sorts.push(await measure(page, devtools, () => head.click()));
  }
  return sorts;
}

async function measureLists(browser) {
  const { context, page, devtools } = await open(browser);
  const address = await addressOf(page, LARGE);

  const cold = await coldOpens(context, address);
  report("open the list of 10,000 users from a cold start", cold, "≤ 250 ms");

  await page.goto(address);
  const keys = await keysPressed(page, devtools);
  report("a key in the search box (25 rows to a page)", keys, "≤ 16 ms");

  await page.getByLabel("Rows per page").selectOption("100");
  const next = page.getByRole("button", { name: "Next" });
  const pages = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    pages.push(await measure(page, devtools, () => next.click()));
  }
  report("the next page of 100", pages, "≤ 30 ms");
  await page.getByRole("button", { name: "First" }).click();

  const keysOf100 = await keysPressed(page, devtools);
  report("a key in the search box (100 rows to a page)", keysOf100, "≤ 16 ms");

  const first = await firstSorts(page, devtools);
  const again = [];
  const heads = ["Display name", "User name", "Licenses", "Permissions"];
  for (let round = 0; round < ROUNDS; round += 1) {
    const head = page.getByRole("columnheader", { name: heads[round % 4] }).getByRole("button");
    again.push(await measure(page, devtools, () => head.click()));
  }
  report("sort by a column for the first time", first, "≤ 50 ms");
  report("sort by a column", again, "≤ 50 ms");
  await context.close();
}

/** The list of a customer with 60,000 users, most of them uploaded. */
async function measureLongList(browser) {
  const { context, page, devtools } = await open(browser, await storageWithMoreUsers(browser, 50_000));
  const address = await addressOf(page, LARGE);
  report("open the list of 60,000 users from a cold start", await coldOpens(context, address), "≤ 300 ms");
  await page.goto(address);
  report("60,000 users: a key in the search box", await keysPressed(page, devtools), "≤ 10 ms");
  report("60,000 users: sort by a column for the first time", await firstSorts(page, devtools), "≤ 100 ms");
  await context.close();
}

/** From the list of customers to the Dashboard, whose figures are of all customers. */
async function measureDashboard(browser) {
  const { context, page, devtools } = await open(browser);
  const opens = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(`${ORIGIN}#/customers`);
    await page.getByRole("link", { name: LARGE }).waitFor();
    opens.push(
      await measure(page, devtools, async () => {
        await page.goto(`${ORIGIN}#/`);
        await page.getByRole("heading", { level: 1, name: "Dashboard" }).waitFor();
      }),
    );
  }
  report("open the Dashboard", opens, "≤ 60 ms");
  await context.close();
}

/** Exercises: from the link on the page Training until one can begin, and the ticks after a change. */
async function measureExercises(browser) {
  const { context, page, devtools } = await open(browser);
  const opens = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(`${ORIGIN}#/training`);
    const link = page.getByRole("list").getByRole("link", { name: "Three in a row", exact: true });
    await link.waitFor();
    opens.push(
      await measure(page, devtools, async () => {
        await link.click();
        await page.getByRole("heading", { level: 1, name: "Customers" }).waitFor();
      }),
    );
  }
  report("open an exercise", opens, "≤ 150 ms");
  await page.getByRole("link", { name: "Lanterna Editrice S.r.l.", exact: true }).click();
  await page.getByRole("button", { name: "Add user" }).click();
  await page.evaluate(() => performance.clearMeasures());
  for (let round = 0; round < 15; round += 1) {
    await page.getByLabel("Display name").fill(`Bench ${round}`);
    await page.getByLabel("User name").fill(`bench.${round}`);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Add another user" }).click();
  }
  const ticks = await page.evaluate(() => performance.getEntriesByName("tick", "measure").map((tick) => tick.duration));
  report("follow a change in an exercise, with its ticks", ticks, "≤ 16 ms");
  await context.close();
}

/** The storage of a workspace whose large customer has so many more users than in the sample. */
async function storageWithMoreUsers(browser, added) {
  const { context, page } = await open(browser);
  const address = await addressOf(page, LARGE);
  const id = address.match(/customers\/([0-9a-f-]{36})/)[1];
  const texts = await page.evaluate(() => ({ ...localStorage }));
  await context.close();
  const origin = JSON.parse(texts["seatwork/workspace"].split(" ").slice(2).join(" "));
  const snapshot = JSON.stringify({
    origin,
    highest: 20_000 + added,
    accounts: [
      {
        first: 20_001,
        id: "00000001-0000-4000-8000-000000000000",
        created_at: origin.created,
        domain: "meridianretail.example",
        location: "US",
        rows: Array.from({ length: added }, (_, at) => [`added.${at}`, "Added", `${at}`]),
      },
    ],
    licenses: [{ licenses: { POWER_BI_PRO: [] }, users: `20001x${added}` }],
  });
  const checksum = crc32(`1 ${snapshot}`).toString(16).padStart(8, "0");
  texts[`seatwork/s/${id}`] = `1 ${checksum} ${snapshot}`;
  return texts;
}

async function measureCreating(browser, company, label, storage) {
  const { context, page } = await open(browser, storage);
  await page.goto(await addressOf(page, company));
  await page.getByRole("button", { name: "Add user" }).click();
  const storedSize = () =>
    page.evaluate(() => {
      const lengths = Object.entries(localStorage).map(([key, text]) => key.length + text.length);
      return lengths.reduce((sum, length) => sum + length, 0);
    });
  let written = 0;
  for (let round = 0; round < 15; round += 1) {
    await page.getByLabel("Display name").fill(`Bench ${round}`);
    await page.getByLabel("User name").fill(`bench.${round}`);
    const before = await storedSize();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "User created" }).waitFor();
    written = Math.max(written, (await storedSize()) - before);
    await page.getByRole("button", { name: "Add another user" }).click();
  }
  const what = `create a user: decide, store, apply – ${label} (writes ${written} bytes)`;
  report(what, await dispatchTimes(page), "≤ 5 ms, < 4 KB");
  await context.close();
}

/** The durations of the changes that the program has measured since the last clearing. */
const dispatchTimes = (page) =>
  page.evaluate(() =>
    performance.getEntriesByName("dispatch", "measure").map((measure) => measure.duration),
  );

/** Opens Manage licenses for the selected users, toggles one product, and saves. */
async function toggleLicense(page, product) {
  await page.getByRole("button", { name: "Manage licenses" }).click();
  await page.getByRole("checkbox", { name: product }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Licenses updated" }).waitFor();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await page.getByRole("button", { name: "Clear selection" }).waitFor();
}

async function measureLicenses(browser) {
  const { context, page, devtools } = await open(browser);
  const address = await addressOf(page, LARGE);
  await page.goto(address.replace(/users.*/, "subscriptions"));
  await page.getByRole("button", { name: "Add subscription" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(PRODUCT);
  await dialog.getByRole("radio", { name: PRODUCT }).check();
  await dialog.getByLabel("Quantity").fill("10000");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.goto(address);

  const toggles = [];
  const boxes = page.getByRole("checkbox", { name: /^Select / });
  for (let round = 0; round < ROUNDS; round += 1) {
    const box = boxes.nth(1 + (round % 20));
    toggles.push(await measure(page, devtools, () => box.click()));
  }
  report("toggle a check box in the list", toggles, "≤ 16 ms");

  const filters = [];
  const filter = page.getByLabel("Filter users by…");
  const options = filter.getByRole("option");
  const all = await options.evaluateAll((elements) => elements.map((element) => element.value));
  const values = all.filter((value) => value !== "" && value !== "selected");
  for (let round = 0; round < ROUNDS; round += 1) {
    const value = values[round % values.length];
    filters.push(await measure(page, devtools, () => filter.selectOption(value)));
  }
  report("change the filter", filters, "≤ 30 ms");
  await filter.selectOption("");

  const opens = [];
  await page.getByRole("button", { name: /^Select all 10,000/ }).click();
  for (let round = 0; round < 9; round += 1) {
    const manage = page.getByRole("button", { name: "Manage licenses" });
    opens.push(await measure(page, devtools, () => manage.click()));
    await page.getByRole("heading", { name: "Manage licenses" }).waitFor();
    await page.goBack();
    await manage.waitFor();
  }
  report("open Manage licenses for all 10,000", opens, "≤ 50 ms");

  await page.getByRole("button", { name: "Manage licenses" }).click();
  const product = page.getByRole("checkbox", { name: PRODUCT });
  await product.waitFor();
  const presses = [];
  for (let round = 0; round < 9; round += 1) {
    presses.push(await measure(page, devtools, () => product.click()));
  }
  report("press a product's check box in it", presses, "≤ 16 ms");
  await page.getByRole("button", { name: "Cancel" }).click();

  const times = {};
  let written = 0;
  for (const count of ["10,000", "100"]) {
    await page.goto(address);
    await page.getByRole("button", { name: "Clear selection" }).click();
    if (count === "100") {
      await page.getByLabel("Rows per page").selectOption("100");
      await page.getByRole("checkbox", { name: "Select all users on this page" }).click();
    } else {
      await page.getByRole("button", { name: /^Select all 10,000/ }).click();
    }
    await page.evaluate(() => performance.clearMeasures());
    // Odd rounds assign, even rounds revoke.
    for (let round = 0; round < 8; round += 1) {
      await toggleLicense(page, PRODUCT);
      const sizes = await page.evaluate(() => {
        const isRecord = ([key]) => key.startsWith("seatwork/r/");
        const records = Object.entries(localStorage).filter(isRecord);
        return records.map(([, text]) => new Blob([text]).size);
      });
      if (count !== "100") written = Math.max(written, ...sizes);
    }
    times[count] = await dispatchTimes(page);
  }
  const what = `assign or revoke for 10,000 users: decide, store, apply (writes ${written} bytes)`;
  report(what, times["10,000"], "≤ 60 ms, < 40 KB");
  report("assign or revoke for 100 users", times["100"], "");
  const ratio = median(times["10,000"]) / 10_000 / (median(times["100"]) / 100);
  rows.push({
    what: "time per user, 10,000 to 100",
    median: `${ratio.toFixed(2)} ×`,
    worst: "",
    rounds: 8,
    target: "≤ 2 ×",
  });
  await context.close();
}

const server = await start(PORT);
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env.SEATWORK_CHROME || undefined,
  args: [
    ...(isRootOnLinux ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-background-networking",
  ],
});
try {
  await measureLists(browser);
  await measureLongList(browser);
  await measureDashboard(browser);
  await measureExercises(browser);
  await measureLicenses(browser);
  await measureCreating(browser, SMALL, "200 users", undefined);
  await measureCreating(browser, LARGE, "10,000 users", undefined);
  await measureCreating(browser, LARGE, "20,000 users", await storageWithMoreUsers(browser, 10_000));
  console.log(`Chromium ${browser.version()}\n`);
  console.log("| what | median | worst | rounds | target |\n|---|--:|--:|--:|---|");
  for (const { what, median, worst, rounds, target } of rows) {
    console.log(`| ${what} | ${median} | ${worst} | ${rounds} | ${target} |`);
  }
} finally {
  await browser.close();
  server.close();
}
