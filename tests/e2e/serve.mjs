// Serves ../../dist like a static host: at / and, to prove that any folder works, at
// /training/room-1/ as well. `node serve.mjs` listens on SEATWORK_PORT (default 4180); scripts call
// `start`.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that is served. */
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** The second path of the same site. */
export const SUB_PATH = "/training/room-1/";

/** The port of tests and scripts. */
export const PORT = Number(process.env.SEATWORK_PORT || 4180);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Returns the file for an address, or nothing if it is outside the folder. */
function fileOf(address) {
  let path;
  try {
    path = decodeURIComponent(address.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
  if (path.includes("\0") || !path.startsWith("/")) return undefined;
  const inside = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) : path.slice(1);
  const file = resolve(DIST, `.${sep}${inside}`);
  if (file !== DIST && !file.startsWith(DIST + sep)) return undefined;
  return path.endsWith("/") ? resolve(file, "index.html") : file;
}

function refuse(response, status, words) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${words}\n`);
}

async function answer(request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Only GET and HEAD.");
  const file = fileOf(request.url ?? "");
  if (!file) return refuse(response, 403, "Outside of the site.");
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404, "Not found.");
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** Starts the server, for this machine only. Resolves once it listens. */
export function start(port = PORT) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => done(server));
  });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1])) {
  await start();
  console.log(`http://127.0.0.1:${PORT}/ and http://127.0.0.1:${PORT}${SUB_PATH}`);
}
