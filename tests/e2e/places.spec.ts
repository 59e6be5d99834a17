// Bad places: hosts with a stricter policy, http, browsers without locks, workers or storage. What can
// work does, and what can't is said.

import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { Site } from "./site";
import { COMPANY, addUser, button, heading, leaveWithoutPasswords, messages, row } from "./steps";

const HOST = "seatwork.test";

test.use({
  serviceWorkers: "allow",
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
    await use({ ...launchOptions, args });
  },
});

let site: Site;
test.beforeEach(async () => { site = await Site.start(); });
test.afterEach(() => site.stop());

/** Notes errors on the console and in the page. */
function watchErrors(page: Page) {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(String(error)));
  page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
  return seen;
}

/** Creates a user and finds it in the list. */
async function work(page: Page, address = site.origin) {
  await page.goto(`${address}/#/customers`);
  await page.getByRole("link", { name: COMPANY.empty }).click();
  await button(page, "Add user").click();
  await addUser(page, { display: "Ema", user: "ema" });
  await leaveWithoutPasswords(page);
  await expect(row(page, "Ema")).toBeVisible();
}

/** What docs/hosting.md says that a policy has to allow. */
const NEEDED = /`(script-src [^`]+)`/.exec(
  readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8"),
)![1]!.replace(/\s+/g, " ");

test("under the strictest policy that docs/hosting.md names everything works", async ({ page }) => {
  const seen = watchErrors(page);
  site.policy = `default-src 'none'; ${NEEDED}; frame-ancestors 'none'`;
  await work(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(seen).toEqual([]);
});

for (const [what, policy] of [
  ["WebAssembly", "script-src 'self'"],
  ["the glue's requests", "connect-src 'none'"],
] as const) {
  test(`a policy of the host that forbids ${what} is named`, async ({ page }) => {
    site.policy = policy;
    await page.goto(site.origin);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The security policy (Content-Security-Policy) of this site doesn't let Seatwork run.");
    await expect(button(page, "Reload")).toBeVisible();
  });
}

test("a policy that forbids workers takes only working offline away", async ({ page }) => {
  site.policy = "worker-src 'none'";
  await work(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

test("over http there are no locks and no worker: one tab only, which is said, and everything else works", async ({ page }) => {
  const seen = watchErrors(page);
  const address = site.origin.replace("127.0.0.1", HOST);
  await page.goto(`${address}/#/customers`);
  expect(await page.evaluate(() => [isSecureContext, "locks" in navigator, "serviceWorker" in navigator])).toEqual([false, false, false]);
  await expect(messages(page)).toContainText("Use Seatwork in one tab only.");
  await work(page, address);
  await page.reload();
  await expect(row(page, "Ema")).toBeVisible();
  await page.goto(`${address}/#/workspace`);
  await expect(heading(page, "Workspace")).toBeVisible();
  await expect(page.getByText("The browser may delete this data")).toHaveCount(0);
  expect(seen).toEqual([]);
});

test("a frame without an origin of its own, where the browser blocks storage, locks and workers", async ({ page }) => {
  const seen: string[] = [];
  // The console has the browser's own word about focus in foreign frames.
  page.on("pageerror", (error) => seen.push(String(error)));
  site.added.set("frame.html", '<!doctype html><title>Frame</title><iframe sandbox="allow-scripts allow-forms" src="seatwork.html#/customers" width="1200" height="800"></iframe>');
  await page.goto(`${site.origin}/frame.html`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Customers" })).toBeVisible();
  const said = frame.getByRole("status", { name: "Messages" });
  await expect(said).toContainText("The browser doesn't let this page store data.");
  await expect(said).not.toContainText("one tab only");
  await frame.getByRole("link", { name: COMPANY.empty }).click();
  await frame.getByRole("button", { name: "Add user" }).click();
  await frame.getByLabel("Display name").fill("Ema");
  await frame.getByLabel("User name").fill("ema");
  await frame.getByRole("button", { name: "Save" }).click();
  await expect(frame.getByRole("heading", { name: "User created" })).toBeVisible();
  expect(seen).toEqual([]);
});
