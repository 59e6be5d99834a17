// Behind nginx, in a folder, with the configuration of docs/hosting: headers, brotli, types, and the
// program under them. nginx and its brotli modules are those of Debian.

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { COMPANY, addUser, button, heading, leaveWithoutPasswords, row } from "./steps";

const NGINX = ["/usr/sbin/nginx", "/usr/bin/nginx"].find(existsSync);
const MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

test.skip(!NGINX || !existsSync(MODULE), "nginx is not installed with its brotli module");
test.describe.configure({ mode: "serial" });

let server: ChildProcess;
let origin: string;

const freePort = () => new Promise<number>((done) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => done(port));
  });
});

test.beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const folder = test.info().outputPath("nginx");
  mkdirSync(folder, { recursive: true });
  let snippet = readFileSync(new URL("../../docs/hosting/nginx.conf", import.meta.url), "utf8");
  snippet = snippet.replaceAll("/srv/seatwork/", DIST).replace("include mime.types", "include /etc/nginx/mime.types");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(`${folder}/nginx.conf`, `
    load_module ${MODULE};
    ${process.getuid?.() === 0 ? "user root;" : ""}
    pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; daemon off;
    events {}
    http { access_log off; ${temporary.join(" ")} server { listen 127.0.0.1:${port}; ${snippet} } }
  `);
  const checked = spawnSync(NGINX!, ["-t", "-p", folder, "-c", `${folder}/nginx.conf`], { encoding: "utf8" });
  expect(checked.status, checked.stderr).toBe(0);
  server = spawn(NGINX!, ["-p", folder, "-c", `${folder}/nginx.conf`], { stdio: "ignore" });
  await expect.poll(() => fetch(`${origin}/training/`).then((response) => response.status).catch(() => 0)).toBe(200);
});

test.afterAll(() => void server?.kill("SIGQUIT"));

test("headers, types and compressed copies are as docs/hosting.md says", async ({ request }) => {
  const html = await (await request.get(`${origin}/training/`)).text();
  const fixed = [...html.matchAll(/\.\/([a-z]+-[0-9a-f]{16}\.\w+)"/g)].map(([, name]) => name!);
  expect(new Set(fixed).size).toBe(5);
  const types: Record<string, string> = {
    css: "text/css", html: "text/html", js: "application/javascript", svg: "image/svg+xml", wasm: "application/wasm",
    webmanifest: "application/manifest+json",
  };
  for (const name of ["", ...fixed, "sw.js", "manifest.webmanifest", "seatwork.html", "app-192.png"]) {
    const response = await request.get(`${origin}/training/${name}`, { headers: { "Accept-Encoding": "br, gzip" } });
    const headers = response.headers();
    expect(response.status(), name).toBe(200);
    expect(headers["content-security-policy"], name).toBe("frame-ancestors 'self'");
    expect(headers["x-content-type-options"], name).toBe("nosniff");
    expect(headers["referrer-policy"], name).toBe("no-referrer");
    expect(headers["permissions-policy"], name).toContain("camera=()");
    const cache = fixed.includes(name) ? "public, max-age=31536000, immutable" : "no-cache";
    expect(headers["cache-control"], name).toBe(cache);
    const type = types[name.split(".").pop() || "html"];
    if (type) expect(headers["content-type"], name).toBe(type);
    if (type) expect(headers["content-encoding"], name).toBe("br");
    const gzip = await request.get(`${origin}/training/${name}`, { headers: { "Accept-Encoding": "gzip" } });
    if (type) expect(gzip.headers()["content-encoding"], name).toBe("gzip");
  }
});

test.describe("the program", () => {
  test.use({ serviceWorkers: "allow" });
  test("works there, without a network too, and keeps to its policy", async ({ page, context }) => {
    const seen: string[] = [];
    page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
    await page.goto(`${origin}/training/#/customers`);
    await page.getByRole("link", { name: COMPANY.empty }).click();
    await button(page, "Add user").click();
    await addUser(page, { display: "Ema", user: "ema" });
    await leaveWithoutPasswords(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(row(page, "Ema")).toBeVisible();
    expect(seen).toEqual([]);
    await context.setOffline(false);
    await page.goto(`${origin}/training/seatwork.html#/customers`);
    await expect(heading(page, "Customers")).toBeVisible();
  });
});
