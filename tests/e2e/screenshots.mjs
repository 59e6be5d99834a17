// Takes the screenshots for the documentation, always at the same simulated moment.
// `cargo xtask screenshots` runs it on the built site; the pictures go to docs/screenshots/.

import { mkdir } from "node:fs/promises";
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
} finally {
  await browser.close();
  server.close();
}
