// Takes the screenshots for the documentation, always at the same simulated moment.
// `cargo xtask screenshots` runs it on the built site; the pictures go to docs/screenshots/.

import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { start } from "./serve.mjs";

const PORT = 4182;
const FOLDER = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;

/** As saved by a German Excel: semicolons, Windows-1252. */
const FILE = [
  "Vorname;Nachname;Anzeigename;E-Mail",
  "Jörg;Größe;Jörg Größe;joerg.groesse@kiefernhain.example",
  "Änne;Müller;Änne Müller;änne.müller@kiefernhain.example",
  "Ole;Öhlschläger;Ole Öhlschläger;ole.oehl@kiefernhein.example",
  "Mia;Süß;;mia.suess@kiefernhain.example",
  "Tom;Roth;Tom Roth;tom.roth@kiefernhain.example",
].join("\r\n");

async function pictures(browser, { locale, colorScheme, suffix, words }) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 760 }, locale, colorScheme });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-11-20T09:30:00Z"));
  const shoot = (name) => page.screenshot({ path: `${FOLDER}${name}${suffix}.png`, animations: "disabled" });
  await page.goto(`http://127.0.0.1:${PORT}/#/customers`);
  await page.getByRole("link", { name: "Kiefernhain" }).click();
  await page.getByRole("heading", { name: words.users }).waitFor();
  await page.getByRole("row").nth(20).waitFor();
  await shoot("users");
  await page.getByRole("button", { name: words.add }).click();
  await page.getByLabel(words.first).fill("Jana");
  await page.getByLabel(words.last).fill("Großmann");
  await page.getByLabel(words.userName).fill("jana.großmann");
  await page.getByRole("checkbox", { name: "Office 365 E3" }).check();
  await page.getByRole("button", { name: words.save }).click();
  await page.getByLabel(words.userName).and(page.locator("[aria-invalid]")).waitFor();
  await shoot("add-user");
  await page.goBack();
  for (const row of [1, 2, 4, 6, 8, 9]) await page.getByRole("checkbox").nth(row).check();
  await page.getByRole("button", { name: words.manage }).click();
  await page.getByRole("checkbox", { name: "Office 365 E3" }).click();
  await page.getByRole("heading", { level: 1, name: words.manage }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot("manage-licenses");
  await page.getByRole("button", { name: words.save }).click();
  await page.getByRole("heading", { level: 1, name: words.updated }).waitFor();
  await page.getByRole("link", { name: words.log }).last().click();
  // Dismisses the message that covers the page for a while.
  await page.getByRole("button", { name: words.dismiss }).click();
  await page.getByRole("button", { name: /^Details/ }).first().click();
  await page.getByText("Set-PartnerCustomerUserLicense").waitFor();
  await shoot("activity-log");
  await page.goBack();
  await page.getByRole("link", { name: words.users }).first().click();
  await page.getByRole("button", { name: words.upload }).click();
  await page.locator("#upload-file").setInputFiles({ name: "names.csv", mimeType: "text/csv", buffer: Buffer.from(FILE, "latin1") });
  await page.getByRole("button", { name: words.validate, exact: true }).click();
  await page.getByRole("table", { name: words.wrong }).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 620));
  await shoot("upload-users");
  await context.close();
}

/** Takes the pictures of the trainer's guide: a course is made of one's own and added. */
async function trainersPictures(browser) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 760 }, locale: "en-GB", colorScheme: "light" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date("2026-11-20T09:30:00Z"));
  const shoot = (name) => page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" });
  const button = (name) => page.getByRole("button", { name, exact: true });
  const field = (name) => page.getByRole("main").getByRole("textbox", { name, exact: true });
  await page.goto(`http://127.0.0.1:${PORT}/#/authoring`);
  await button("New course").click();
  await field("Title (English)").fill("Housekeeping");
  await field("Title (German)").fill("Aufräumen");
  await field("What it's about (English)").fill("What has to be done when people come and go.");
  await page.getByLabel("Built-in exercise").selectOption({ label: "A seat becomes free" });
  await button("Use as a starting point").click();
  await page.getByRole("link", { name: "Go to the course" }).click();
  await button("Add exercise").click();
  await field("Title (English)").fill("A newcomer");
  await field("Story (English)").fill("Ida Lang has joined. Create her account.");
  await button("Record").click();
  await page.getByRole("link", { name: "Albatros Werkzeugbau GmbH" }).click();
  await button("Add user").click();
  await page.getByLabel("First name").fill("Ida");
  await page.getByLabel("Last name").fill("Lang");
  await page.getByLabel("User name").fill("ida.lang");
  await page.getByRole("checkbox", { name: "Microsoft 365 Business Premium" }).check();
  await button("Save").click();
  // The password would be another one in each picture.
  await page.getByRole("link", { name: "Back to the list" }).click();
  await button("Leave anyway").click();
  await page.getByRole("searchbox").fill("Ida");
  await page.getByRole("link", { name: "Ida Lang", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Ida Lang" }).waitFor();
  await shoot("recording");
  await button("Stop recording").click();
  await page.getByRole("heading", { name: "Solution" }).scrollIntoViewIfNeeded();
  await page.getByRole("heading", { name: "Solution" }).evaluate((heading) => scrollTo(0, heading.offsetTop - 24));
  await shoot("authoring-exercise");
  await page.getByRole("link", { name: "Go to the course" }).click();
  await page.getByRole("heading", { level: 1, name: "Housekeeping" }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot("authoring-course");
  const [download] = await Promise.all([page.waitForEvent("download"), button("Export course file").click()]);
  const file = { name: download.suggestedFilename(), mimeType: "application/json", buffer: await readFile(await download.path()) };
  await page.getByRole("link", { name: "Training", exact: true }).click();
  await page.getByLabel("Choose course file").setInputFiles(file);
  await button("Add this course").scrollIntoViewIfNeeded();
  await page.getByRole("heading", { name: "Add a course" }).evaluate((heading) => scrollTo(0, heading.offsetTop - 24));
  await shoot("add-course");
  await context.close();
}

await mkdir(FOLDER, { recursive: true });
const server = await start(PORT);
const browser = await chromium.launch({
  executablePath: process.env.SEATWORK_CHROME || undefined,
  args: [...(isRootOnLinux ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking"],
});
try {
  const english = { users: "Users and licenses", add: "Add user", first: "First name", last: "Last name", userName: "User name", save: "Save", manage: "Manage licenses", updated: "Licenses updated", log: "Activity log", dismiss: "Dismiss", upload: "Upload users", validate: "Validate", wrong: "Problems in the file" };
  const german = { users: "Benutzer und Lizenzen", add: "Benutzer hinzufügen", first: "Vorname", last: "Nachname", userName: "Benutzername", save: "Speichern", manage: "Lizenzen verwalten", updated: "Lizenzen aktualisiert", log: "Aktivitätsprotokoll", dismiss: "Ausblenden", upload: "Benutzer hochladen", validate: "Überprüfen", wrong: "Probleme in der Datei" };
  await pictures(browser, { locale: "en-GB", colorScheme: "light", suffix: "", words: english });
  await pictures(browser, { locale: "de-DE", colorScheme: "dark", suffix: "-de-dark", words: german });
  await trainersPictures(browser);
} finally {
  await browser.close();
  server.close();
}
