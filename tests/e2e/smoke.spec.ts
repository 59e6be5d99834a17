// The page around the program: it starts in any folder of any host, stays within its origin and
// policy, and explains why when it cannot start.

import { readdirSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { SUB_PATH } from "./serve.mjs";
import { watch } from "./watch";

const PREFERENCES = "seatwork/preferences";

/** Opens the page and waits until the program has been loaded and started. */
async function startProgram(page: Page, address: string) {
  const program = page.waitForResponse((response) => response.url().endsWith(".wasm"));
  await page.goto(address);
  await (await program).finished();
  await page.waitForLoadState("networkidle");
}

for (const place of ["/", SUB_PATH]) {
  test(`the page starts at ${place}, within its origin and its policy`, async ({ page }) => {
    const seen = await watch(page);
    const programs: string[] = [];
    page.on("response", (response) => response.url().endsWith(".wasm") && programs.push(response.url()));
    await startProgram(page, place);
    await expect(page).toHaveTitle(/Seatwork/);
    await expect(page.getByText("Training simulation – no real accounts")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    const main = programs.filter((url) => /\/seatwork-[0-9a-f]{16}\.wasm$/.test(url));
    expect(main, "the program is loaded once").toHaveLength(1);
    expect(new Set(programs).size, "and so is each part of it").toBe(programs.length);
    expect(programs.every((url) => new URL(url).pathname.startsWith(place)), "in the site's own folder").toBe(true);
    expect(seen).toEqual([]);
  });
}

test("the policy is strict and nothing in the page is written for an exception", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/'unsafe-|https?:|\*/);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
});

test.describe("before the program is there", () => {
  test("a skeleton stands", async ({ page }) => {
    await page.route("**/*.wasm", () => {});
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await expect(page.getByRole("heading", { name: "Seatwork", exact: true })).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Loading…");
    await expect(page.getByText("This is taking longer than usual")).toBeHidden();
  });

  for (const { locale, welcome } of [
    { locale: "en-US", welcome: "Welcome to Seatwork" },
    { locale: "de-DE", welcome: "Willkommen bei Seatwork" },
  ]) {
    test.describe(`on the first visit (${locale})`, () => {
      test.use({ locale });

      test("the page says what this is, in the words that follow", async ({ page }) => {
        let load = () => {};
        const loading = new Promise<void>((resolve) => (load = resolve));
        await page.route("**/seatwork-*.wasm", async (route) => {
          await loading;
          await route.fallback();
        });
        await page.goto("/", { waitUntil: "domcontentloaded" });
        const main = page.getByRole("main");
        await expect(main.getByRole("heading", { name: welcome, level: 2 })).toBeVisible();
        const introduction = main.getByText("Partner Center");
        const text = await introduction.innerText();
        load();
        await expect(main.getByRole("heading", { name: welcome, level: 1 })).toBeVisible();
        await expect(introduction).toHaveText(text);
      });
    });
  }

  test("nobody else is welcomed", async ({ page }) => {
    await page.route("**/seatwork-*.wasm", () => {});
    const welcome = page.getByRole("heading", { name: "Welcome to Seatwork" });
    await page.goto("/#/customers", { waitUntil: "domcontentloaded" });
    await expect(page.getByRole("status")).toHaveText("Loading…");
    await expect(welcome).toBeHidden();
    const preferences = '{"theme":null,"language":null,"role":"admin","welcomed":true}';
    await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [PREFERENCES, preferences]);
    await page.goto("about:blank");
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await expect(page.getByRole("status")).toHaveText("Loading…");
    await expect(welcome).toBeHidden();
  });

  test("the chosen theme and language hold already", async ({ page }) => {
    await page.route("**/*.wasm", () => {});
    await page.addInitScript(
      ([key]) => localStorage.setItem(key!, '{"theme":"dark","language":"de","role":"admin"}'),
      [PREFERENCES],
    );
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("status")).toHaveText("Wird geladen …");
    await expect(page.locator("html")).toHaveCSS("background-color", "rgb(31, 31, 31)");
  });

  for (const damaged of ["", "{}", "null", "7", '{"theme":"dark","language":"de"', '{"theme":"<b>","language":7,"role":"admin"}']) {
    test(`preferences that cannot be read are left aside: ${JSON.stringify(damaged)}`, async ({ page }) => {
      await page.route("**/*.wasm", () => {});
      await page.addInitScript(([key, value]) => localStorage.setItem(key!, value!), [PREFERENCES, damaged]);
      await page.goto("/", { waitUntil: "domcontentloaded" });
      await expect(page.getByRole("status")).toHaveText("Loading…");
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
    });
  }
});

test.describe("when the program cannot start, the page says so", () => {
  const alert = (page: Page) => page.getByRole("alert");

  test("a file is missing on the host", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto("/");
    await expect(alert(page)).toContainText("couldn't be loaded");
    await page.unroute("**/*.wasm");
    await Promise.all([page.waitForEvent("framenavigated"), page.getByRole("button", { name: "Reload" }).click()]);
    await expect(alert(page)).toHaveCount(0);
  });

  test("the glue is missing on the host", async ({ page }) => {
    const glue = readdirSync(new URL("../../dist", import.meta.url)).find((name) => /^seatwork-.*\.js$/.test(name));
    await page.route(`**/${glue}`, (route) => route.fulfill({ status: 404 }));
    await page.goto("/");
    await expect(alert(page)).toContainText("couldn't be loaded");
  });

  test("the program was changed on the way", async ({ page }) => {
    await page.route("**/*.wasm", (route) =>
      route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }),
    );
    await page.goto("/");
    await expect(alert(page)).toContainText("was changed on the way");
  });

  test("the browser has no WebAssembly", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto("/");
    await expect(alert(page)).toContainText("WebAssembly is missing or turned off");
  });

  test.describe("in a German browser", () => {
    test.use({ locale: "de-DE" });
    test("in German", async ({ page }) => {
      await page.route("**/*.wasm", (route) => route.abort());
      await page.goto("/");
      await expect(alert(page)).toContainText("konnte nicht geladen werden");
      await expect(page.getByRole("button", { name: "Neu laden" })).toBeVisible();
    });
  });
});

for (const kind of ["error", "unhandledrejection"] as const) {
  test(`when the program stops (${kind}), the page says that saved changes are safe`, async ({ page }) => {
    await startProgram(page, "/");
    await page.evaluate((kind) => {
      const error = new WebAssembly.RuntimeError("unreachable");
      if (kind === "error") setTimeout(() => { throw error; });
      else void Promise.reject(error);
    }, kind);
    await expect(page.locator("#crash")).toContainText("Saved changes are safe");
    await page.keyboard.press("Escape");
    const reload = page.locator("#crash").getByRole("button", { name: "Reload" });
    await expect(reload).toBeFocused();
    await Promise.all([page.waitForEvent("framenavigated"), reload.click()]);
    await expect(page.locator("#crash")).toHaveCount(0);
  });
}

test("the test server gives nothing from outside of the site", async ({ request }) => {
  for (const address of ["/../../Cargo.toml", "/..%2f..%2fCargo.toml", "/%2e%2e/%2e%2e/Cargo.toml", `${SUB_PATH}..%2f..%2fCargo.toml`, "/%00"]) {
    expect([403, 404], address).toContain((await request.get(address)).status());
  }
});
