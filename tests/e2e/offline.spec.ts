// Without a network after one visit, updates, and copies in two folders.

import { readdirSync } from "node:fs";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { Site } from "./site";
import { COMPANY, addUser, button, field, fillIn, heading, leaveWithoutPasswords, messages, row } from "./steps";

test.use({ serviceWorkers: "allow" });

let site: Site;
test.beforeEach(async () => { site = await Site.start(); });
test.afterEach(() => site.stop());

/** Opens the program and waits until everything is kept. */
async function visit(page: Page, folder = "/") {
  await page.goto(`${site.origin}${folder}#/customers`);
  await expect(heading(page, "Customers")).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });
}

const caches = (page: Page) => page.evaluate(() => window.caches.keys());

const create = async (page: Page, name: string) => {
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await addUser(page, { display: name, user: name.toLowerCase() });
  await leaveWithoutPasswords(page);
};

/** The network and the server are gone. */
async function unplug(context: BrowserContext) {
  await context.setOffline(true);
  site.delay = Infinity;
}

test("after one visit everything works with the network off, a reload and a new tab included", async ({ page, context }) => {
  await visit(page);
  await unplug(context);
  await page.reload();
  await expect(heading(page, "Customers")).toBeVisible();
  await create(page, "Ema");
  await page.reload();
  await expect(row(page, "Ema")).toBeVisible();
  const other = await context.newPage();
  const failed: string[] = [];
  other.on("requestfailed", (request) => {
    // What is still on its way is given up when the page goes.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") failed.push(request.url());
  });
  await other.goto(`${site.origin}/index.html#/customers`);
  await other.getByRole("link", { name: COMPANY.empty }).click();
  await expect(row(other, "Ema")).toBeVisible();
  await other.goto(`${site.origin}/#/workspace`);
  await expect(heading(other, "Workspace")).toBeVisible();
  expect(failed).toEqual([]);
});

test("a server that does not answer is waited for no longer than two seconds", async ({ page }) => {
  await visit(page);
  site.delay = Infinity;
  const start = Date.now();
  await page.reload();
  await expect(heading(page, "Customers")).toBeVisible();
  expect(Date.now() - start).toBeLessThan(8_000);
});

test("exactly the built files are kept", async ({ page }) => {
  await visit(page);
  const [name] = await caches(page);
  expect(name).toMatch(/^seatwork:\/:[0-9a-f]{16}$/);
  const kept = await page.evaluate(async (name) => {
    const cache = await window.caches.open(name!);
    return (await cache.keys()).map((request) => new URL(request.url).pathname).sort();
  }, name);
  const parts = readdirSync(new URL("../../dist/", import.meta.url)).filter((name) => /^part-[0-9a-f]{16}\.wasm$/.test(name));
  expect(kept.filter((path) => path.startsWith("/part-"))).toEqual(parts.map((name) => `/${name}`).sort());
  const kinds = kept.filter((path) => !path.startsWith("/part-")).map((path) => path.replace(/-[0-9a-f]{16}/, ""));
  expect(kinds.sort()).toEqual([
    "/", "/app-192.png", "/app-512.png", "/app-maskable.png", "/boot.js", "/icon.svg",
    "/manifest.webmanifest", "/seatwork.js", "/seatwork.wasm", "/style.css",
  ]);
});

/** The host has another version from now on. */
function publish(version: string) {
  site.changed.set("sw.js", (text) => text.replace(/VERSION = "[0-9a-f]+"/, `VERSION = "${version}"`));
  site.changed.set("index.html", (text) => text.replace(/data-version="[0-9a-f]+"/, `data-version="${version}"`));
}

const lookForUpdate = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test("a new version is announced, the open form goes on, and reloading takes it; old caches go", async ({ page }) => {
  await visit(page);
  const before = await caches(page);
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await fillIn(page, { display: "Ema", user: "ema" });
  publish("00000000000000aa");
  await lookForUpdate(page);
  await expect(messages(page)).toContainText("A new version of Seatwork is available.");
  await expect(field(page, "User name")).toHaveValue("ema");
  // The question before what was typed is lost is the browser's.
  await addUser(page, {});
  await leaveWithoutPasswords(page);
  await messages(page).getByRole("button", { name: "Reload to update" }).click();
  await expect(row(page, "Ema")).toBeVisible();
  await expect.poll(() => caches(page)).toEqual(["seatwork:/:00000000000000aa"]);
  expect(before).not.toContain("seatwork:/:00000000000000aa");
  await expect(messages(page)).not.toContainText("A new version");
  await expect(page.locator("script[data-version]")).toHaveAttribute("data-version", "00000000000000aa");
});

test("a version that came while nobody was there is not announced", async ({ page }) => {
  await visit(page);
  publish("00000000000000bb");
  await page.reload();
  await expect(heading(page, "Customers")).toBeVisible();
  await lookForUpdate(page);
  await page.waitForTimeout(2_000);
  await expect(messages(page)).not.toContainText("A new version");
  await page.reload();
  await expect.poll(() => caches(page)).toEqual(["seatwork:/:00000000000000bb"]);
});

test("copies in two folders keep caches and workspaces of their own", async ({ page, context }) => {
  await visit(page, "/one/");
  await create(page, "Ema");
  const other = await context.newPage();
  await visit(other, "/two/");
  await create(other, "Jan");
  expect((await caches(page)).map((name) => name.split(":")[1])).toEqual(["/one/", "/two/"]);
  await unplug(context);
  for (const [tab, there, missing] of [[page, "Ema", "Jan"], [other, "Jan", "Ema"]] as const) {
    await tab.reload();
    await expect(row(tab, there)).toBeVisible();
    await expect(row(tab, missing)).toHaveCount(0);
  }
});

test("a worker that cannot be registered changes nothing else", async ({ page }) => {
  site.changed.set("sw.js", () => "this is no JavaScript");
  await page.goto(`${site.origin}/#/customers`);
  await expect(heading(page, "Customers")).toBeVisible();
  await create(page, "Ema");
  await expect(messages(page)).not.toContainText("error");
});

test("the manifest makes it installable", async ({ page }) => {
  await visit(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = (await session.send("Page.getAppManifest")) as { errors: unknown[]; data?: string };
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ short_name: "Seatwork", display: "standalone", scope: "./" });
  for (const { src, sizes } of JSON.parse(data!).icons as { src: string; sizes: string }[]) {
    const size = await page.evaluate(async (src) => {
      const bitmap = await createImageBitmap(await (await fetch(src)).blob());
      return `${bitmap.width}x${bitmap.height}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
});

test("an upload works without a network", async ({ page, context }) => {
  await visit(page);
  await unplug(context);
  await page.goto(`${site.origin}/#/customers`);
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  await button(page, "Upload users").click();
  await expect(heading(page, "Upload users")).toBeVisible();
});
