// What uploading users out of a file costs in Chromium, through the finished program's own screen, and what PapaParse takes for
// the same text in the same run. The times are those that the program leaves in the browser's timeline (User Timing); waiting
// between its turns is in them. `cargo xtask bench` runs it on the built site; it prints, and holds nothing against the targets.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { start } from "../tests/e2e/serve.mjs";

const require = createRequire(new URL("../tests/e2e/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const PORT = 4182;
const ORIGIN = `http://127.0.0.1:${PORT}/`;
const COMPANY = "Meridian Global Retail Inc.";
const DOMAIN = "meridianretail.example";
const LIMIT = 50_000;
const PARTS = ["upload-recognise", "upload-decode", "upload-read", "upload-validate"];
/** In one page, one after the other; and in fresh pages, where nothing is compiled yet: what a person has. */
const WARM = 15;
const COLD = 7;
const SAVED = 5;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(1)} ms`;
const grouped = (number) => number.toLocaleString("en-GB");
const rows = [];

function report(what, numbers, target = "") {
  const worst = Math.max(...numbers);
  rows.push({ what, median: ms(median(numbers)), worst: ms(worst), rounds: numbers.length, target });
}

function say(what, value, target = "") {
  rows.push({ what, median: value, worst: "", rounds: "", target });
}

/** A file of so many new users, or with every cell in quotes. */
function file(count, isQuoted) {
  const quote = isQuoted ? '"' : "";
  const line = (cells) => `${cells.map((cell) => `${quote}${cell}${quote}`).join(",")}\r\n`;
  const user = (_, at) => [`Jürgen${at}`, "Müller", `Jürgen${at} Müller`, `new.user${at}@${DOMAIN}`, ""];
  const head = ["First name", "Last name", "Display name", "Email", "Status update"];
  const text = [head, ...Array.from({ length: count }, user)].map(line).join("");
  return { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function open(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  return { context, page };
}

/** The form, in a workspace whose files may be large. */
async function form(page) {
  await page.goto(ORIGIN);
  const link = page.getByRole("link", { name: COMPANY });
  await link.waitFor();
  const id = (await link.getAttribute("href")).match(/customers\/([0-9a-f-]{36})/)[1];
  await page.goto(`${ORIGIN}#/customers/${id}/users/upload`);
  await page.getByRole("button", { name: "Change limit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Most users in a file").fill(String(LIMIT));
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Waits until the program has left a measure of this name, and gives how long it took. */
async function measured(page, name) {
  await page.waitForFunction((name) => performance.getEntriesByName(name, "measure").length > 0, name, {
    timeout: 60_000,
  });
  return page.evaluate((name) => performance.getEntriesByName(name, "measure").at(-1).duration, name);
}

/** Chooses the file and validates it: how long each part took. */
async function upload(page, chosen, count) {
  await page.evaluate(() => performance.clearMeasures());
  await page.getByLabel("Browse", { exact: true }).setInputFiles(chosen);
  await measured(page, "upload-read");
  await page.getByRole("button", { name: "Validate" }).click();
  await page.getByText(new RegExp(`${grouped(count)} users can be created`)).waitFor({ timeout: 60_000 });
  const times = {};
  for (const part of PARTS) times[part] = await measured(page, part);
  return times;
}

/** PapaParse, in a page of its own: the policy of the program's page lets no script in. */
async function papa(browser, chosen) {
  const { context, page } = await open(browser);
  await page.addScriptTag({ content: await readFile(require.resolve("papaparse/papaparse.min.js"), "utf8") });
  await page.evaluate((source) => {
    globalThis.bytes = new TextEncoder().encode(source);
    globalThis.text = new TextDecoder().decode(globalThis.bytes);
  }, chosen.buffer.toString());
  /** How long it takes to read the text, and to decode the bytes and read. */
  const round = () =>
    page.evaluate(() => {
      const { Papa, bytes, text } = globalThis;
      const timed = (work) => {
        const begun = performance.now();
        const { data } = work();
        const time = performance.now() - begun;
        if (data.length < 2) throw new Error("PapaParse has read nothing");
        return time;
      };
      const reading = timed(() => Papa.parse(text));
      const decoding = timed(() => Papa.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
      return { reading, decoding };
    });
  return { round, close: () => context.close() };
}

/** Each time in a page in which nothing of it has run before. Decoding comes second there, so it says nothing. */
async function cold(browser, chosen, count) {
  const [ours, theirs] = [[], []];
  for (let round = 0; round < COLD; round += 1) {
    const { context, page } = await open(browser);
    await form(page);
    ours.push(await upload(page, chosen, count));
    await context.close();
    const other = await papa(browser, chosen);
    theirs.push(await other.round());
    await other.close();
  }
  return { ours, theirs, isCold: true };
}

/** In turns with PapaParse, so that both have the same machine. */
async function warm(browser, chosen, count) {
  const [ours, theirs] = [[], []];
  const { context, page } = await open(browser);
  await form(page);
  const other = await papa(browser, chosen);
  for (let round = 0; round < WARM; round += 1) {
    ours.push(await upload(page, chosen, count));
    theirs.push(await other.round());
  }
  await other.close();
  const memory = await used(context, page);
  await context.close();
  return { ours, theirs, memory, isCold: false };
}

/** What the page holds in memory, in MB: the browser's heap, and the program's own memory. */
async function used(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Runtime.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  const { result: prototype } = await devtools.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await devtools.send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId });
  const { result: sum } = await devtools.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.reduce((all, one) => all + one.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  const megabytes = (bytes) => bytes / 1024 / 1024;
  // The program's memory is backing storage as well, in browsers that say so: it is counted once.
  const others = Math.max(0, backingStorageSize - sum.value);
  return { program: megabytes(sum.value), heap: megabytes(usedSize + embedderHeapUsedSize + others) };
}

/** Rows of the table for one file; gives how long reading and validating it takes. */
function compare({ ours, theirs, isCold }, of, [reading, both]) {
  const what = `${of}, ${isCold ? "first in a fresh page" : "warm"}`;
  const sum = (parts) => ours.map((times) => parts.reduce((all, part) => all + times[part], 0));
  const ratio = (own, other) => `${(median(own) / median(other)).toFixed(2)} ×`;
  for (const part of PARTS) report(`${part}: ${what}`, sum([part]));
  const papaReads = theirs.map((times) => times.reading);
  const reads = sum(["upload-recognise", "upload-read"]);
  report(`PapaParse reads: ${what}`, papaReads);
  report(`recognise and read: ${what}`, reads);
  say(`the same, to PapaParse: ${what}`, ratio(reads, papaReads), reading);
  if (!isCold) {
    const papaDecodes = theirs.map((times) => times.decoding);
    const decodes = sum(PARTS.slice(0, 3));
    report(`PapaParse decodes and reads: ${what}`, papaDecodes);
    report(`recognise, decode and read: ${what}`, decodes);
    say(`the same, to PapaParse: ${what}`, ratio(decodes, papaDecodes));
  }
  report(`recognise, decode, read and validate: ${what}`, sum(PARTS), both);
  return median(sum(PARTS));
}

/** Creating the users of a file: decide, store, apply; each time in a fresh workspace. */
async function saving(browser, chosen, count) {
  const times = [];
  let memory;
  for (let round = 0; round < SAVED; round += 1) {
    const { context, page } = await open(browser);
    await form(page);
    await upload(page, chosen, count);
    await page.getByLabel("Location").selectOption("US");
    await page.evaluate(() => performance.clearMeasures());
    await page.getByRole("button", { name: "Save", exact: true }).click();
    times.push(await measured(page, "dispatch"));
    await page.getByRole("heading", { name: "Users created" }).waitFor({ timeout: 60_000 });
    memory = await used(context, page);
    await context.close();
  }
  return { times, memory };
}

const megabytes = ({ program, heap }) => `${program.toFixed(0)} + ${heap.toFixed(0)} MB`;

const server = await start(PORT);
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: process.env.SEATWORK_CHROME || undefined,
  args: [...(isRootOnLinux ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking"],
});
try {
  const first = file(10_000, false);
  compare(await cold(browser, first, 10_000), "10,000 rows", ["", ""]);
  const ten = compare(await warm(browser, first, 10_000), "10,000 rows", ["≤ 1 ×", "≤ 40 ms"]);
  const quoted = file(10_000, true);
  compare(await warm(browser, quoted, 10_000), "10,000 rows, every cell quoted", ["≤ 1 ×", "≤ 40 ms"]);
  const most = file(LIMIT, false);
  const large = await warm(browser, most, LIMIT);
  const fifty = compare(large, "50,000 rows", ["", "≤ 200 ms"]);
  say("time per row, 50,000 to 10,000", `${(fifty / LIMIT / (ten / 10_000)).toFixed(2)} ×`, "≤ 1.5 ×");
  say(`memory after 50,000 rows, ${WARM} times (program + browser)`, megabytes(large.memory), "< 300 MB");
  const saved = await saving(browser, first, 10_000);
  report("create 10,000 users: decide, store, apply", saved.times);
  say("memory after creating 10,000 users (program + browser)", megabytes(saved.memory), "< 300 MB");
  console.log(`Chromium ${browser.version()}\n`);
  console.log("| what | median | worst | rounds | target |\n|---|--:|--:|--:|---|");
  for (const row of rows) console.log(`| ${row.what} | ${row.median} | ${row.worst} | ${row.rounds} | ${row.target} |`);
} finally {
  await browser.close();
  server.close();
}
