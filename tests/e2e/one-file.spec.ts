// The one file: opened by a double click, it is the whole program, under a policy of its own, and
// keeps its state.

import { copyFileSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, addUser, button, csvFile, heading, inventUsers, leaveWithoutPasswords, messages,
  row, uploadUsers,
} from "./steps";

const BUILT = new URL("../../dist/seatwork.html", import.meta.url);

/** Opens a copy of the file in a folder of its own, and notes what it should not do. */
async function open(page: Page, name = "seatwork.html") {
  const copy = test.info().outputPath(name);
  copyFileSync(BUILT, copy);
  const seen: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && seen.push(message.text()));
  page.on("request", (request) => /^https?:/.test(request.url()) && seen.push(request.url()));
  await page.goto(`${pathToFileURL(copy).href}#/customers`);
  await expect(heading(page, "Customers")).toBeVisible();
  return seen;
}

test("create, upload, back up, reset and restore, and all of it is there after a reload", async ({ page }) => {
  const seen = await open(page);
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  await button(page, "Add user").click();
  await addUser(page, { display: "Frieda", user: "frieda", licenses: ["Visio Plan 2"] });
  await leaveWithoutPasswords(page);
  await button(page, "Upload users").click();
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(5)]));
  await Promise.all([page.waitForEvent("download"), button(page, "Download").click()]);
  await page.reload();
  await expect(heading(page, "Users created")).toBeVisible();
  await button(page, "Settings").click();
  await page.getByRole("link", { name: "Workspace", exact: true }).click();
  const [backup] = await Promise.all([page.waitForEvent("download"), button(page, "Back up").click()]);
  await button(page, "Reset workspace").click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset workspace" }).click();
  await expect(messages(page)).toContainText("Workspace reset.");
  await page.getByLabel("Choose backup", { exact: true }).setInputFiles(await backup.path());
  await button(page, "Replace workspace").click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace workspace" }).click();
  await expect(messages(page)).toContainText("Backup restored.");
  await page.getByRole("link", { name: "Customers", exact: true }).click();
  await page.getByRole("link", { name: COMPANY.ordinary }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
  await page.getByRole("searchbox").fill("frieda");
  await expect(row(page, "Frieda")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Customers")).toBeVisible();
  expect(seen).toEqual([]);
});

test("its policy allows what is in it and nothing else", async ({ page }) => {
  const html = readFileSync(BUILT, "utf8");
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+' 'wasm-unsafe-eval'; style-src 'sha256-\S+';/);
  expect(policy).not.toMatch(/unsafe-inline|https?:|'self'|\*|blob:/);
  await open(page);
  const blocked = page.evaluate(() => new Promise((done) => {
    addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
    document.body.append(Object.assign(document.createElement("script"), { textContent: "window.smuggled = 1" }));
  }));
  expect(await blocked).toBe("script-src-elem");
  await expect(button(page, "Settings")).toBeVisible();
});

test("it is small enough for an e-mail", () => {
  expect(readFileSync(BUILT).length).toBeLessThan(2_000_000);
});

test("a file that is not the whole program says which one is", async ({ page }) => {
  await page.goto(new URL("../../dist/index.html", import.meta.url).href);
  await expect(page.getByRole("alert")).toContainText("use the file seatwork.html beside it");
});
