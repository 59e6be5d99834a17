// Lighthouse on the built site, in the installed browser: its four scores and the figures behind
// performance, in the profile of a slow phone. `cargo xtask lighthouse` runs it.

import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import lighthouse from "lighthouse";
import * as chromeLauncher from "chrome-launcher";

const DIST = new URL("../dist/", import.meta.url);
const PORT = Number(process.env.SEATWORK_PORT || 4182);
/** Scores of 0 to 100; performance wanders with the machine and is only printed. */
const FULL = ["accessibility", "best-practices", "seo"];

const TYPES = {
  css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", png: "image/png",
  svg: "image/svg+xml", txt: "text/plain", wasm: "application/wasm", webmanifest: "application/manifest+json",
};

/** Serves the site compressed and with lasting hashed files, as a host would. */
const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://host").pathname.slice(1) || "index.html";
  const content = path.includes("..") ? undefined : await readFile(new URL(path, DIST)).catch(() => undefined);
  if (!content) return response.writeHead(404).end();
  const body = gzipSync(content);
  response.writeHead(200, {
    "Content-Type": TYPES[path.split(".").pop()] ?? "application/octet-stream",
    "Content-Encoding": "gzip",
    "Content-Length": body.length,
    "Cache-Control": /-[0-9a-f]{8,}/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
  });
  return response.end(body);
});
await new Promise((done) => server.listen(PORT, "127.0.0.1", done));

const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;
const chrome = await chromeLauncher.launch({
  chromePath: process.env.SEATWORK_CHROME,
  chromeFlags: ["--headless", "--disable-gpu", "--no-first-run", ...(isRootOnLinux ? ["--no-sandbox"] : [])],
});
try {
  const { lhr } = await lighthouse(`http://127.0.0.1:${PORT}/`, { port: chrome.port, logLevel: "error" });
  const { version } = createRequire(import.meta.url)("lighthouse/package.json");
  console.log(`Lighthouse ${version}, ${lhr.environment.hostUserAgent.match(/Chrome\/[\d.]+/)?.[0] ?? "Chrome"}`);
  const score = (id) => Math.round(100 * lhr.categories[id].score);
  for (const id of Object.keys(lhr.categories)) console.log(`${lhr.categories[id].title.padEnd(28)}${score(id)}`);
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"]) {
    console.log(`${lhr.audits[id].title.padEnd(28)}${lhr.audits[id].displayValue}`);
  }
  for (const id of FULL.filter((id) => score(id) < 100)) {
    const failed = lhr.categories[id].auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score === 0);
    console.error(`${lhr.categories[id].title} is not 100: ${failed.map((audit) => audit.title).join("; ")}`);
    process.exitCode = 1;
  }
} finally {
  await chrome.kill();
  server.close();
}
