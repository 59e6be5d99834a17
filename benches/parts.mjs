// What dividing the program is worth: the time from the address to the usable list of 10,000 users
// in an empty browser, of the divided site beside the undivided one, in turns, at several speeds of
// network and machine. `cargo xtask bench` builds both and runs it: `node parts.mjs <divided> <whole>`.

import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const require = createRequire(new URL("../tests/e2e/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const ROUNDS = 7;
const LARGE = "Meridian Global Retail Inc.";
const NETWORKS = [
  { name: "1.6 Mbit/s", bits: 1_600_000, latency: 150 },
  { name: "10 Mbit/s", bits: 10_000_000, latency: 40 },
  { name: "unlimited" },
];
const SLOWDOWNS = [1, 4];
const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".png": "image/png",
  ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Serves a site compressed, as a host would. Returns its address and how to stop. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://host").pathname.slice(1) || "index.html";
    const file = join(folder, path.includes("..") ? "" : path);
    const compressed = await readFile(`${file}.br`).catch(() => undefined);
    const content = compressed ?? (await readFile(file).catch(() => undefined));
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Content-Length": content.length,
      ...(compressed && { "Content-Encoding": "br" }),
    });
    return response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** Returns the path of the list of 10,000 users, which is the same everywhere. */
async function pathOfList(browser, address) {
  const page = await browser.newPage();
  await page.goto(`${address}#/customers`);
  const href = await page.getByRole("link", { name: LARGE }).getAttribute("href");
  await page.close();
  return href;
}

/** Returns how long an empty browser takes from the address to the first rows. */
async function timeOnce(browser, address, { bits, latency }, slowdown) {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (bits) {
    await devtools.send("Network.enable");
    const speed = { downloadThroughput: bits / 8, uploadThroughput: bits / 8, latency };
    await devtools.send("Network.emulateNetworkConditions", { offline: false, ...speed });
  }
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("row").nth(25).waitFor();
  const taken = performance.now() - start;
  await context.close();
  return taken;
}

const [divided, whole] = await Promise.all(process.argv.slice(2, 4).map(serve));
const browser = await chromium.launch({
  executablePath: process.env.SEATWORK_CHROME || undefined,
  args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const path = await pathOfList(browser, divided.address);
  console.log("| network | machine | divided | whole | divided to whole |\n|---|---|--:|--:|--:|");
  for (const network of NETWORKS) {
    for (const slowdown of SLOWDOWNS) {
      const times = { divided: [], whole: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        times.divided.push(await timeOnce(browser, divided.address + path, network, slowdown));
        times.whole.push(await timeOnce(browser, whole.address + path, network, slowdown));
      }
      const [one, other] = [median(times.divided), median(times.whole)];
      const machine = slowdown === 1 ? "as it is" : `${slowdown} times slower`;
      const cells = [network.name, machine, `${one.toFixed(0)} ms`, `${other.toFixed(0)} ms`, `${(one / other).toFixed(2)} ×`];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
} finally {
  await browser.close();
  for (const site of [divided, whole]) site.stop();
}
