// The main procedures in Firefox, by role and name. Playwright's Firefox is a build of its own; this
// drives the installed one. `cargo xtask test --firefox` runs it on the built site.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { PORT, start } from "./serve.mjs";
import { unzip } from "./zip.mjs";

const SITE = `http://127.0.0.1:${PORT}/`;
const PACKAGE = new URL("../../dist/seatwork-scorm12.zip", import.meta.url);
const SCORM = new URL("node_modules/scorm-again/dist/scorm12.min.js", import.meta.url);
const ONE_FILE = pathToFileURL(new URL("../../dist/seatwork.html", import.meta.url).pathname).href;
const COMPANY = "Albatros Werkzeugbau GmbH";
const DOMAIN = "albatros-werkzeugbau.example";
/** How long a person would wait at most, in milliseconds. */
const PATIENCE = 20_000;

let server;
let browser;
let downloads;
let uploads;
let page;

/** Starts Firefox with these preferences beside those of every test. */
const launch = (preferences = {}) => puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.SEATWORK_FIREFOX,
  headless: true,
  extraPrefsFirefox: {
    "intl.accept_languages": "en-US",
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    ...preferences,
  },
});

before(async () => {
  server = await start();
  downloads = await mkdtemp(join(tmpdir(), "seatwork-firefox-"));
  uploads = await mkdtemp(join(tmpdir(), "seatwork-firefox-"));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
  for (const folder of [downloads, uploads]) await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  // A context of its own has a storage of its own.
  const context = await browser.createBrowserContext();
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
});

afterEach(async () => {
  const context = page.browserContext();
  await page.close({ runBeforeUnload: false });
  await context.close();
});

/** Finds an element by its accessible name and role. */
const find = (role, name) => page.locator(`::-p-aria([name="${name}"][role="${role}"])`);

/** Presses a button, after scrolling it to where no message at the bottom is in the way. */
async function press(name) {
  const button = find("button", name);
  const element = await button.waitHandle();
  await element.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await button.click();
}

const follow = (name) => find("link", name).click();
const type = (name, text) => find("textbox", name).fill(text);
const seeHeading = (name) => find("heading", name).wait();

/** Waits until the page says something. */
async function see(text) {
  await page.waitForFunction((text) => document.body.innerText.includes(text), { timeout: PATIENCE }, text)
    .catch(() => assert.fail(`the page does not say “${text}”`));
}

/** Waits until the page does not say something any more. */
async function seeNoMore(text) {
  await page.waitForFunction((text) => !document.body.innerText.includes(text), { timeout: PATIENCE }, text)
    .catch(() => assert.fail(`the page still says “${text}”`));
}

/** Presses a button in the question that is open. */
async function answer(name) {
  const dialog = await page.waitForSelector("::-p-aria([role=\"dialog\"])");
  const button = await dialog.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
  await button.click();
}

async function openCustomers(address = SITE) {
  await page.goto(`${address}#/customers`);
  await seeHeading("Customers");
}

async function openCompany(address) {
  await openCustomers(address);
  await follow(COMPANY);
  await seeHeading("Users and licenses");
}

async function createUser(display, user, license) {
  await press("Add user");
  await seeHeading("Add user");
  await type("Display name", display);
  await type("User name", user);
  if (license) await find("checkbox", license).click();
  await press("Save");
  await seeHeading("User created");
  await see(`${user}@${DOMAIN}`);
  await follow("Back to the list");
  await answer("Leave anyway");
  await seeHeading("Users and licenses");
}

async function findUser(name) {
  await find("searchbox", "Search users").fill(name);
  await see("1 match");
}

/** Presses a button and reads the file that is downloaded. While Firefox writes it, it has other names. */
async function download(name) {
  await press(name);
  let before;
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const files = await readdir(downloads);
    const file = files.length === 1 && !files[0].endsWith(".part") ? files[0] : undefined;
    if (file && file === before) {
      const path = join(downloads, file);
      const text = await readFile(path, "utf8");
      if (text) return { path, text };
    }
    before = file;
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`${name} downloads nothing`);
}

/** Chooses a file. Firefox names the button inside of the field, which takes no file; hence the tag. */
async function choose(path) {
  const input = await page.waitForSelector("input[type=file]");
  await input.uploadFile(path);
}

test("create a user with a license, and find them after a reload", async () => {
  await openCompany();
  await createUser("Frieda Brandt", "frieda", "Microsoft 365 Business Premium");
  await page.reload();
  await findUser("frieda");
  await see("Frieda Brandt");
  await see("Microsoft 365 Business Premium");
});

test("assign a license to a user, and revoke it by Undo", async () => {
  await openCompany();
  await createUser("Frieda Brandt", "frieda");
  await findUser("frieda");
  await find("checkbox", "Select Frieda Brandt").click();
  await press("Manage licenses");
  await seeHeading("Manage licenses");
  await find("checkbox", "Microsoft 365 Business Premium").click();
  await press("Save");
  await seeHeading("Licenses updated");
  await see("Assigned: Microsoft 365 Business Premium.");
  await press("Undo");
  await see("Undone.");
});

test("upload a file of users, umlauts and all", async () => {
  const file = join(uploads, "people.csv");
  await writeFile(file, [
    "First name,Last name,Display name,Email,Status update",
    `Jörg,Größe,Jörg Größe,joerg@${DOMAIN},`,
    `Zoë,Ångström,Zoë Ångström,zoe@${DOMAIN},`,
    "",
  ].join("\r\n"));
  await openCompany();
  await press("Upload users");
  await seeHeading("Upload users");
  await choose(file);
  await press("Validate");
  await see("2 users can be created");
  const location = await page.waitForSelector("::-p-aria([name=\"Location\"][role=\"combobox\"])");
  await location.select("DE");
  await press("Save");
  await seeHeading("Users created");
  await see("Jörg Größe");
  await see(`zoe@${DOMAIN}`);
});

test("delete a user, and restore them with their license", async () => {
  await openCompany();
  await createUser("Frieda Brandt", "frieda", "Microsoft 365 Business Premium");
  await findUser("frieda");
  await find("checkbox", "Select Frieda Brandt").click();
  await press("Delete user account");
  await answer("Delete user account");
  await see("Frieda Brandt deleted.");
  await follow("Deleted users (4)");
  await find("checkbox", "Select Frieda Brandt").click();
  await press("Restore");
  await see("restored, with all licenses held before.");
  await follow("Users");
  await findUser("frieda");
  await see("Microsoft 365 Business Premium");
});

test("back up, reset and restore: the same workspace", async () => {
  await openCompany();
  await createUser("Frieda Brandt", "frieda");
  await page.goto(`${SITE}#/workspace`);
  await seeHeading("Workspace");
  const { path, text } = await download("Back up");
  assert.match(text, /Frieda Brandt/);
  await press("Reset workspace");
  await answer("Reset workspace");
  await see("Workspace reset.");
  await openCompany();
  await find("searchbox", "Search users").fill("frieda");
  await seeNoMore("Frieda Brandt");
  await page.goto(`${SITE}#/workspace`);
  await choose(path);
  await press("Replace workspace");
  await answer("Replace workspace");
  await see("Backup restored.");
  await rm(path);
  await openCompany();
  await findUser("frieda");
  await see("Frieda Brandt");
});

test("two tabs: what one saves, the other shows", async () => {
  await openCompany();
  const other = await page.browserContext().newPage();
  await other.goto(page.url());
  await other.waitForSelector("::-p-aria([name=\"Add user\"][role=\"button\"])");
  await createUser("Frieda Brandt", "frieda");
  await other.bringToFront();
  await other.locator("::-p-aria([name=\"Search users\"][role=\"searchbox\"])").fill("frieda");
  await other.waitForFunction(() => document.body.innerText.includes("Frieda Brandt"), { timeout: PATIENCE });
  await other.close();
});

test("the one file runs from the disk and keeps its workspace", async () => {
  await openCompany(ONE_FILE);
  await createUser("Frieda Brandt", "frieda");
  await page.reload();
  await findUser("frieda");
  await see("Frieda Brandt");
});

test("in German, on a phone, short words stay whole: Firefox divides words into syllables", async () => {
  await openCompany();
  await press("Settings");
  const language = await page.waitForSelector("::-p-aria([name=\"Language\"][role=\"combobox\"])");
  await language.select("de");
  await page.setViewport({ width: 360, height: 740 });
  await find("button", "Uhr vorstellen").click();
  const heightOf = async (name) => {
    const radio = await find("radio", name).waitHandle();
    return radio.evaluate((radio) => radio.closest("label").offsetHeight);
  };
  assert.equal(await heightOf("7 Tage"), await heightOf("1 Tag"));
  const limit = await page.evaluate(() => getComputedStyle(document.body).hyphenateLimitChars);
  assert.match(limit, /^12 /);
});

/** Starts a learning management system that has the package, and a page with the package in a frame. */
async function startSystem() {
  const files = unzip(await readFile(PACKAGE));
  files.set("scorm12.js", await readFile(SCORM));
  files.set("system.js", Buffer.from("window.API = new Scorm12API({ autocommit: false });"));
  files.set("system.html", Buffer.from("<!doctype html><script src=scorm12.js></script><script src=system.js></script>"
    + "<iframe src=index.html style=\"width: 100%; height: 90vh\"></iframe>"));
  const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };
  const system = createServer((request, response) => {
    const name = request.url.split("?")[0].slice(1);
    const type = types[name.split(".").pop()] ?? "application/octet-stream";
    response.writeHead(files.has(name) ? 200 : 404, { "Content-Type": type }).end(files.get(name));
  });
  await new Promise((done) => system.listen(0, "127.0.0.1", done));
  return system;
}

test("the package reports to a learning management system", async () => {
  const system = await startSystem();
  const outside = page;
  try {
    await outside.goto(`http://127.0.0.1:${system.address().port}/system.html`);
    page = await (await outside.waitForSelector("iframe")).contentFrame();
    await seeHeading("Training");
    await see("Your progress is reported to your learning platform.");
    await follow("Start “Your first user”");
    await find("complementary", "Side panel").wait();
    await press("Finish");
    await answer("Finish");
    await seeHeading("Result: Your first user");
    const told = () => outside.evaluate(() => {
      const { lesson_status: status, score } = window.API.cmi.core;
      return { status, score: score.raw };
    });
    await outside.waitForFunction(() => window.API.cmi.suspend_data !== "", { timeout: PATIENCE });
    assert.equal((await told()).status, "incomplete");
    assert.notEqual((await told()).score, "");
  } finally {
    page = outside;
    system.closeAllConnections();
    system.close();
  }
});

/** Does something in a Firefox of its own, with these preferences. */
async function elsewhere(preferences, work) {
  const outside = page;
  const other = await launch(preferences);
  try {
    page = await other.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 1280, height: 900 });
    await work();
  } finally {
    page = outside;
    await other.close();
  }
}

test("cookies and site data switched off: it works in memory, and says so", () =>
  elsewhere({ "network.cookie.cookieBehavior": 2 }, async () => {
    await openCompany();
    await see("The browser doesn't let this page store data.");
    await createUser("Frieda Brandt", "frieda");
    await findUser("frieda");
    await see("Frieda Brandt");
    await page.goto(`${SITE}#/workspace`);
    await see("Nothing is stored, because the browser doesn't allow it.");
  }));

test("a private window: it works, and keeps its workspace as long as the window", () =>
  elsewhere({ "browser.privatebrowsing.autostart": true }, async () => {
    await openCompany();
    await createUser("Frieda Brandt", "frieda");
    await page.reload();
    await findUser("frieda");
    await see("Frieda Brandt");
  }));
