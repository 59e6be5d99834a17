// Measures uploading users from a file in Chromium, through the finished program's own screen, and
// PapaParse with the same text in the same run. The program's times are its own measures in the
// browser's timeline (User Timing) and include waiting between its turns. `cargo xtask bench` runs
// it on the built site; targets are printed, not checked.

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

/** Rounds in one page, where the code is compiled and optimized after the first ones. */
const WARM_ROUNDS = 15;

/** Rounds in a fresh page each. */
const COLD_ROUNDS = 7;

/** Rounds of creating the users. */
const SAVE_ROUNDS = 5;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(1)} ms`;
const grouped = (number) => number.toLocaleString("en-GB");
const rows = [];

function report(what, numbers, target = "") {
  const worst = Math.max(...numbers);
  const rounds = numbers.length;
  rows.push({ what, median: ms(median(numbers)), worst: ms(worst), rounds, target });
}

function say(what, value, target = "") {
  rows.push({ what, median: value, worst: "", rounds: "", target });
}

/** A file of `count` new users, with every cell in quotes if `isQuoted`. */
function makeFile(count, isQuoted) {
  const quote = isQuoted ? '"' : "";
  const line = (cells) => `${cells.map((cell) => `${quote}${cell}${quote}`).join(",")}\r\n`;
  const user = (_, index) => {
    const first = `Jürgen${index}`;
    return [first, "Müller", `${first} Müller`, `new.user${index}@${DOMAIN}`, ""];
  };
  const heading = ["First name", "Last name", "Display name", "Email", "Status update"];
  const text = [heading, ...Array.from({ length: count }, user)].map(line).join("");
  return { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

async function open(browser) {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  return { context, page };
}

/** Opens the form and raises the limit of users in a file. */
async function openForm(page) {
  await page.goto(`${ORIGIN}#/customers`);
  const link = page.getByRole("link", { name: COMPANY });
  await link.waitFor();
  const id = (await link.getAttribute("href")).match(/customers\/([0-9a-f-]{36})/)[1];
  await page.goto(`${ORIGIN}#/customers/${id}/users/upload`);
  await page.getByRole("button", { name: "Change limit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Maximum users per file").fill(String(LIMIT));
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Waits for the program's measure of this name and returns its duration. */
async function durationOf(page, name) {
  const exists = (name) => performance.getEntriesByName(name, "measure").length > 0;
  await page.waitForFunction(exists, name, { timeout: 60_000 });
  const last = (name) => performance.getEntriesByName(name, "measure").at(-1).duration;
  return page.evaluate(last, name);
}

/** Chooses the file, validates it, and returns the duration of each part. */
async function upload(page, file, count) {
  await page.evaluate(() => performance.clearMeasures());
  await page.getByLabel("Browse", { exact: true }).setInputFiles(file);
  await durationOf(page, "upload-read");
  await page.getByRole("button", { name: "Validate" }).click();
  const valid = page.getByText(new RegExp(`${grouped(count)} users can be created`));
  await valid.waitFor({ timeout: 60_000 });
  const times = {};
  for (const part of PARTS) times[part] = await durationOf(page, part);
  return times;
}

/** PapaParse in a page of its own: the policy of the program's page allows no other script. */
async function openPapaParse(browser, file) {
  const { context, page } = await open(browser);
  const script = await readFile(require.resolve("papaparse/papaparse.min.js"), "utf8");
  await page.addScriptTag({ content: script });
  await page.evaluate((source) => {
    globalThis.bytes = new TextEncoder().encode(source);
    globalThis.text = new TextDecoder().decode(globalThis.bytes);
  }, file.buffer.toString());
  /** Measures reading the text, and decoding and reading the bytes. */
  const measure = () =>
    page.evaluate(() => {
      const { Papa, bytes, text } = globalThis;
      const duration = (parse) => {
        const start = performance.now();
        const { data } = parse();
        const time = performance.now() - start;
        if (data.length < 2) throw new Error("PapaParse has read nothing");
        return time;
      };
      const reading = duration(() => Papa.parse(text));
      const decode = () => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      const decoding = duration(() => Papa.parse(decode()));
      return { reading, decoding };
    });
  return { measure, close: () => context.close() };
}

/** Measures both in a fresh page each round. Decoding is second and so not cold: ignore it. */
async function measureCold(browser, file, count) {
  const [ours, theirs] = [[], []];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    const { context, page } = await open(browser);
    await openForm(page);
    ours.push(await upload(page, file, count));
    await context.close();
    const papaParse = await openPapaParse(browser, file);
    theirs.push(await papaParse.measure());
    await papaParse.close();
  }
  return { ours, theirs, isCold: true };
}

/** Measures both in turns, so that both see the same load of the machine. */
async function measureWarm(browser, file, count) {
  const [ours, theirs] = [[], []];
  const { context, page } = await open(browser);
  await openForm(page);
  const papaParse = await openPapaParse(browser, file);
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    ours.push(await upload(page, file, count));
    theirs.push(await papaParse.measure());
  }
  await papaParse.close();
  const memory = await memoryUsed(context, page);
  await context.close();
  return { ours, theirs, memory, isCold: false };
}

/** The page's memory in MB: the browser's heap, and the program's own memory. */
async function memoryUsed(context, page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Runtime.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  const heap = await devtools.send("Runtime.getHeapUsage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = heap;
  const expression = "WebAssembly.Memory.prototype";
  const { result: prototype } = await devtools.send("Runtime.evaluate", { expression });
  const prototypeObjectId = prototype.objectId;
  const { objects } = await devtools.send("Runtime.queryObjects", { prototypeObjectId });
  const { result: sum } = await devtools.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration:
      "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  const megabytes = (bytes) => bytes / 1024 / 1024;
  // Browsers that report backing storage include the program's memory in it.
  const others = Math.max(0, backingStorageSize - sum.value);
  return {
    program: megabytes(sum.value),
    heap: megabytes(usedSize + embedderHeapUsedSize + others),
  };
}

/** Adds the table's rows for one file and returns the time to read and validate it. */
function compare({ ours, theirs, isCold }, label, [reading, both]) {
  const what = `${label}, ${isCold ? "first in a fresh page" : "warm"}`;
  const sum = (parts) => ours.map((times) => parts.reduce((sum, part) => sum + times[part], 0));
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

/** Measures creating the users of a file (decide, store, apply), in a fresh workspace each. */
async function measureSaving(browser, file, count) {
  const times = [];
  let memory;
  for (let round = 0; round < SAVE_ROUNDS; round += 1) {
    const { context, page } = await open(browser);
    await openForm(page);
    await upload(page, file, count);
    await page.getByLabel("Location").selectOption("US");
    await page.evaluate(() => performance.clearMeasures());
    await page.getByRole("button", { name: "Save", exact: true }).click();
    times.push(await durationOf(page, "dispatch"));
    await page.getByRole("heading", { name: "Users created" }).waitFor({ timeout: 60_000 });
    memory = await memoryUsed(context, page);
    await context.close();
  }
  return { times, memory };
}

const formatMemory = ({ program, heap }) => `${program.toFixed(0)} + ${heap.toFixed(0)} MB`;

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
  const targets = ["≤ 1 ×", "≤ 40 ms"];
  const plain = makeFile(10_000, false);
  compare(await measureCold(browser, plain, 10_000), "10,000 rows", ["", ""]);
  const time = compare(await measureWarm(browser, plain, 10_000), "10,000 rows", targets);
  const quoted = makeFile(10_000, true);
  const label = "10,000 rows, every cell quoted";
  compare(await measureWarm(browser, quoted, 10_000), label, targets);
  const large = await measureWarm(browser, makeFile(LIMIT, false), LIMIT);
  const timeOfLarge = compare(large, "50,000 rows", ["", "≤ 200 ms"]);
  const ratio = timeOfLarge / LIMIT / (time / 10_000);
  say("time per row, 50,000 to 10,000", `${ratio.toFixed(2)} ×`, "≤ 1.5 ×");
  const memory = `memory after 50,000 rows, ${WARM_ROUNDS} times (program + browser)`;
  say(memory, formatMemory(large.memory), "< 300 MB");
  const saved = await measureSaving(browser, plain, 10_000);
  report("create 10,000 users: decide, store, apply", saved.times);
  const afterSaving = "memory after creating 10,000 users (program + browser)";
  say(afterSaving, formatMemory(saved.memory), "< 300 MB");
  console.log(`Chromium ${browser.version()}\n`);
  console.log("| what | median | worst | rounds | target |\n|---|--:|--:|--:|---|");
  for (const { what, median, worst, rounds, target } of rows) {
    console.log(`| ${what} | ${median} | ${worst} | ${rounds} | ${target} |`);
  }
} finally {
  await browser.close();
  server.close();
}
