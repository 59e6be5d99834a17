// Upload users: the documented procedure, and how to correct a file with mistakes.

import { expect, test, type Page } from "@playwright/test";
import {
  COMPANY, HEADINGS, button, changeSetting, chooseFile, csvFile, customerMenu, downloadFile,
  expectRefused, field, fillIn, heading, inventUsers, messages, openCustomer, openUpload, readNames,
  readRecordKeys, readStorage, row, save, uploadUsers, validateFile,
} from "./steps";

const verdict = (page: Page) => page.getByRole("main").getByRole("status");
const problems = (page: Page) => page.getByRole("region", { name: "Problems in the file" });
/** The problem in this line, if there is only one. */
const problem = (page: Page, line: string) =>
  problems(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: line, exact: true }) });
const readLines = (page: Page) => problems(page).getByRole("rowheader").allTextContents();
const passwords = (page: Page) => page.getByRole("region", { name: "Sign-in details" });

/** A file with one mistake of each kind that can be corrected in the table. */
const MISTAKES = [
  HEADINGS,
  "Mina,Sample,Mina Sample,mina@albatros.example,",
  "Jörg,Größe,Jörg Größe,jörg.größe@albatros.example,",
  "Omar,Probe,,omar@albatros.example,",
  "Ida,Probe,Ida Probe,ida@albatross.example,",
  "Ida,Zwei,Ida Zwei,IDA@albatros.example,",
  "Ida,Drei,Ida Drei,ida@albatros.example,",
];

test("the documented procedure: from the sample file to the licenses of the new users", async ({ page }) => {
  await openUpload(page);
  const sample = await downloadFile(page, button(page, "Download sample file"));
  expect(sample.name).toMatch(/^sample-.*\.csv$/);
  expect(sample.rows[0]!.join()).toBe(HEADINGS);
  await expectRefused(page, "Validate", "Choose a file first.");
  await expectRefused(page, "Save", "Validate a file first.");

  // The downloaded sample can be uploaded.
  await chooseFile(page, csvFile(sample.bytes, "sample.csv"));
  await expect(verdict(page).filter({ hasText: "sample.csv" })).toContainText(`${sample.rows.length - 1} rows`);
  await expect(field(page, "Encoding").locator("option:checked")).toHaveText("UTF-8");
  await expect(field(page, "Separator").locator("option:checked")).toHaveText("Comma");
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("columnheader")).toHaveText(["Line", ...sample.rows[0]!]);
  await expect(preview.getByRole("row").nth(1).getByRole("cell")).toHaveText(sample.rows[1]!);
  expect(await readRecordKeys(page)).toEqual([]);
  await button(page, "Validate").click();
  await expect(verdict(page).filter({ hasText: "No errors." })).toContainText(`${sample.rows.length - 1} users can be created`);
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Germany");
  await field(page, "Location").selectOption({ label: "Austria" });
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
  await expect(heading(page, "Users created")).toBeFocused();
  expect(await readRecordKeys(page), "all of them are one change").toHaveLength(1);

  const created = sample.rows.slice(1).map((cells) => [cells[2]!, cells[3]!]);
  const list = await downloadFile(page, button(page, "Download"));
  expect(list.rows[0]).toEqual(["Display name", "User name", "Temporary password"]);
  expect(list.rows.slice(1).map((cells) => cells.slice(0, 2))).toEqual(created);
  const texts = list.rows.slice(1).map((cells) => cells[2]!);
  expect(new Set(texts).size).toBe(created.length);
  for (const text of texts) {
    expect(text).toMatch(/^\S{12}$/);
    await expect(passwords(page)).toContainText(text);
  }
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.name).toMatch(/^upload-results-.*\.csv$/);
  expect(results.rows.slice(1).map((cells) => cells[4])).toEqual(created.map(() => "Created"));

  await button(page, "Manage licenses").click();
  await expect(heading(page, "Manage licenses")).toBeVisible();
  for (const [name] of created) await expect(page.getByRole("button", { name: new RegExp(`${name}`) })).toBeVisible();
  await page.getByRole("checkbox", { name: "Visio Plan 2", exact: true }).check();
  await save(page);
  await expect(heading(page, "Licenses updated")).toBeVisible();
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  const [name, user] = created[0]!;
  await page.getByRole("searchbox").fill(user!);
  await expect(row(page, name!)).toContainText(user!);
  await page.getByRole("link", { name: name!, exact: true }).click();
  await expect(field(page, "Location").locator("option:checked")).toHaveText("Austria");
  await customerMenu(page).getByRole("link", { name: "Activity log" }).click();
  await expect(page.getByRole("row").filter({ hasText: /\d+ users uploaded/ })).toContainText("Robin Ahrens (Admin agent)");
});

test.describe("in a German browser", () => {
  test.use({ locale: "de-DE" });

  test("a file of a German Excel: semicolons, Windows-1252", async ({ page }) => {
    await page.goto("/#/customers");
    await page.getByRole("link", { name: COMPANY.ordinary, exact: true }).click();
    await button(page, "Benutzer hochladen").click();
    await expect(heading(page, "Benutzer hochladen")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Benutzerinformationen hochladen" })).toBeVisible();
    const text = [
      "Vorname;Nachname;Anzeigename;E-Mail;Statusupdate",
      "J\u00f6rg;Gr\u00f6\u00dfe;Gr\u00f6\u00dfe, J\u00f6rg \u0096 \u0084der Gro\u00dfe\u0093;joerg@albatros.example;",
      "\u00c4nne;M\u00fcller;\u00c4nne M\u00fcller (5 \u0080);aenne@albatros-werkzeugbau.example;",
    ].map((line) => `${line}\r\n`).join("");
    // Windows-1252 encodes the dash, the quotation marks and the euro sign as control characters of
    // Latin-1.
    const file = csvFile(Buffer.from(text, "latin1"), "Benutzer Österreich.csv");
    await page.getByLabel("Durchsuchen", { exact: true }).setInputFiles(file);
    await expect(page.getByText(`${file.name}, ${file.buffer.length} Byte, 2 Zeilen`)).toBeVisible();
    await expect(field(page, "Codierung").locator("option:checked")).toHaveText("Windows-1252 (Westeuropa)");
    await expect(field(page, "Trennzeichen").locator("option:checked")).toHaveText("Semikolon");
    const preview = page.getByRole("region", { name: "Vorschau" });
    const wanted = ["Größe, Jörg – „der Große“", "Änne Müller (5 €)"];
    for (const name of wanted) await expect(preview.getByRole("cell", { name, exact: true })).toBeVisible();
    await button(page, "Überprüfen").click();
    await expect(page.getByText("Keine Fehler. 2 Benutzer können erstellt werden")).toBeVisible();
    await button(page, "Speichern").click();
    await expect(heading(page, "Benutzer erstellt")).toBeVisible();
    expect(await readNames(page)).toEqual(wanted);
    const results = await downloadFile(page, button(page, "Ergebnisse herunterladen"));
    expect(results.rows.map((cells) => cells[4])).toEqual(["Statusupdate", "Erstellt", "Erstellt"]);
  });
});

test("a file with mistakes: results, corrected in the file, uploaded again as it is", async ({ page }) => {
  await openUpload(page);
  const before = await readStorage(page);
  await validateFile(page, csvFile(MISTAKES));
  await expect(verdict(page).filter({ hasText: "Rows without errors" })).toHaveText("Rows without errors: 1 of 6. Errors found: 5.");
  await expect(problem(page, "7")).toContainText("Line 6 has the same email address");
  await expectRefused(page, "Save", "Correct the errors first.");
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.rows[0]!.join()).toBe(HEADINGS);
  expect(results.rows.slice(1).map((cells) => cells[4])).toEqual([
    "Not created because of errors in other rows.",
    expect.stringMatching(/^Email: Not allowed here: “ö” “ß”\..*Try “joerg\.groesse@albatros\.example”\.$/),
    "Display name: Enter a value. Try “Omar Probe”.",
    "Email: This domain doesn't belong to the customer. Did you mean albatros.example?",
    "Email: Line 7 has the same email address; uppercase and lowercase count as the same.",
    "Email: Line 6 has the same email address; uppercase and lowercase count as the same.",
  ]);
  expect(results.rows.map((cells) => cells.slice(0, 4).join()), "nothing else of the file is changed").toEqual(
    MISTAKES.map((line) => line.split(",").slice(0, 4).join()),
  );
  expect(await readStorage(page)).toEqual(before);

  let text = results.bytes.toString("utf8");
  for (const [wrong, right] of [
    ["jörg.größe@", "joerg.groesse@"], ["Probe,,omar@", "Probe,Omar Probe,omar@"], ["ida@albatross", "ida@albatros"],
    ["IDA@", "ida.zwei@"], ["Ida Drei,ida@", "Ida Drei,ida.drei@"],
  ] as const) {
    expect(text).toContain(wrong);
    text = text.replace(wrong, right);
  }
  await validateFile(page, csvFile(Buffer.from(text), results.name));
  await expect(verdict(page).filter({ hasText: "No errors." })).toContainText(
    "6 users can be created: choose the location and save. 6 rows have text under “Status update”. It will be ignored.",
  );
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
  const done = await downloadFile(page, button(page, "Download results"));
  expect(done.rows.slice(1).map((cells) => cells[4])).toEqual(Array(6).fill("Created"));
});

test("correcting in the table: by typing, by a suggestion, by all of them", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile(MISTAKES));
  await expect(problems(page).getByRole("textbox")).toHaveCount(5);
  await field(page, "Display name, line 4").fill("Omar Probe");
  await field(page, "Display name, line 4").press("Enter");
  await expect(problem(page, "4")).toContainText("Corrected. Validate again.");
  const next = "The corrections haven't been validated yet: select Validate.";
  await expect(verdict(page).filter({ hasText: next })).toHaveText(`Errors corrected: 1 of 5. ${next}`);
  await expect(page.getByText("Errors found")).toBeHidden();
  await button(page, "Use suggestion: joerg.groesse@albatros.example").click();
  await expect(field(page, "Email, line 3")).toHaveValue("joerg.groesse@albatros.example");
  await expect(problem(page, "3")).toContainText("Corrected. Validate again.");
  await expect(page.getByRole("region", { name: "Preview" })).toContainText("joerg.groesse@albatros.example");
  await button(page, "Use all suggestions").click();
  await expect(field(page, "Email, line 5")).toHaveValue("ida@albatros.example");
  await expect(verdict(page).filter({ hasText: next })).toHaveText(`Errors corrected: 3 of 5. ${next}`);
  await expectRefused(page, "Save", "Validate your corrections first.");

  // One correction caused another mistake: Ida now occurs three times.
  await button(page, "Validate").click();
  await expect(verdict(page).filter({ hasText: "Errors found" })).toHaveText("Rows without errors: 3 of 6. Errors found: 3.");
  await expect(button(page, "Use all suggestions")).toBeHidden();
  await field(page, "Email, line 6").fill("ida.zwei@albatros.example");
  await field(page, "Email, line 7").fill("ida.drei@albatros.example");
  await button(page, "Validate").click();
  await expect(verdict(page).filter({ hasText: "No errors." })).toContainText("6 users");
  await expect(problems(page)).toBeHidden();
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
  expect(await readNames(page)).toEqual(["Mina Sample", "Jörg Größe", "Omar Probe", "Ida Probe", "Ida Zwei", "Ida Drei"]);
  // The results include the corrections.
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.rows[3]).toEqual(["Omar", "Probe", "Omar Probe", "omar@albatros.example", "Created"]);
});

test("a suggestion that was taken is offered no more, and the focus goes on to the next one", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([
    "Anzeigename,Benutzername",
    "Zoe,mailto:zoe@albatros.example",
    "Lia,mailto:lia@albatros.example",
    ",uli@albatros.example",
    "Ida,mailto:ida@albatros.example",
  ]));
  const suggestions = problems(page).getByRole("button", { name: /^Use suggestion/ });
  await expect(suggestions).toHaveCount(3);
  await button(page, "Use suggestion: zoe@albatros.example").press("Enter");
  await expect(suggestions).toHaveCount(2);
  await expect(button(page, "Use suggestion: lia@albatros.example")).toBeFocused();
  await page.keyboard.press("Enter");
  // Past the row without one.
  await expect(button(page, "Use suggestion: ida@albatros.example")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(suggestions).toHaveCount(0);
  await expect(field(page, "Benutzername, line 5")).toBeFocused();
  // Another text than the suggested one.
  await field(page, "Benutzername, line 2").fill("mailto:zoe@albatros.example");
  await field(page, "Benutzername, line 2").press("Tab");
  await expect(suggestions).toHaveCount(1);
  await button(page, "Validate").click();
  await button(page, "Use all suggestions").press("Enter");
  await expect(suggestions).toHaveCount(0);
  await expect(button(page, "Use all suggestions")).toBeHidden();
  await expect(button(page, "Validate")).toBeFocused();
  await expect(problem(page, "2")).toContainText("Corrected. Validate again.");
});

test("columns are called as in the file: in the table, its filter and the results", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile(["Anzeigename,Benutzername", ",no address"]));
  await expect(problems(page).getByRole("cell", { name: "Anzeigename", exact: true })).toBeVisible();
  await expect(problems(page).getByRole("cell", { name: "Benutzername", exact: true })).toBeVisible();
  await expect(field(page, "Benutzername, line 2")).toHaveValue("no address");
  await field(page, "Column").selectOption("Benutzername");
  await expect(problems(page).getByRole("rowheader")).toHaveCount(1);
  const results = await downloadFile(page, button(page, "Download results"));
  expect(results.rows[1]![2]).toContain("Benutzername: This isn't an email address.");
});

test("two mistakes in a cell: the suggestion for the one mends the other as well, and leaves the domain that was meant", async ({ page }) => {
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ",,Jörg,jörg@albatross.example,", ",,Jürgen,jürgen@gmail.com,"]));
  await expect(problems(page).getByRole("textbox")).toHaveCount(4);
  // At both mistakes of the cell.
  await expect(button(page, "Use suggestion: juergen@gmail.com")).toHaveCount(2);
  await button(page, "Use all suggestions").click();
  for (const cell of await page.getByRole("textbox", { name: "Email, line 2" }).all()) await expect(cell).toHaveValue("joerg@albatros.example");
  await button(page, "Validate").click();
  await expect(problems(page).getByRole("rowheader")).toHaveText(["3"]);
  await expect(problem(page, "3")).toContainText("This domain doesn't belong to the customer.");
});

test("the mistakes can be filtered, searched, sorted and paged", async ({ page }) => {
  const many = Array.from({ length: 30 }, (_, at) => `x,y,${at === 7 ? "" : `Nr ${at}`},someone.${at}@nowhere.example,`);
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, "too,few", ...many]));
  await expect(page.getByText("1–25 of 32")).toBeVisible();
  expect((await readLines(page)).slice(0, 3)).toEqual(["2", "3", "4"]);
  const column = field(page, "Column");
  await column.selectOption({ label: "Display name" });
  await expect(problem(page, "10")).toContainText("Enter a value.");
  await expect(problems(page).getByRole("rowheader")).toHaveCount(1);
  await column.selectOption({ label: "Entire rows and the file" });
  await expect(problem(page, "2")).toContainText("This row has 2 cells; 5 are expected.");
  await expect(problems(page).getByRole("textbox")).toHaveCount(0);
  await column.selectOption({ label: "First name" });
  await button(page, "Show all").click();
  await expect(page.getByText("1–25 of 32")).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search problems" });
  await search.fill("SOMEONE.1");
  await expect(page.getByText("11 matches")).toBeVisible();
  await search.fill("");

  const line = problems(page).getByRole("button", { name: "Line" });
  const first = () => problems(page).getByRole("rowheader").first();
  await line.click();
  await expect(problems(page).getByRole("columnheader", { name: "Line" })).toHaveAttribute("aria-sort", "descending");
  await expect(first()).toHaveText("32");
  await problems(page).getByRole("button", { name: "Reason" }).click();
  await expect(first()).toHaveText("10");
  await line.click();
  await button(page, "Next").click();
  await expect(page.getByText("26–32 of 32")).toBeVisible();
  // Corrections apply to their own rows, on any page.
  await field(page, "Email, line 31").fill("probe.31@albatros.example");
  await button(page, "Validate").click();
  await expect(page.getByText("26–31 of 31")).toBeVisible();
  await expect(problem(page, "31")).toHaveCount(0);
  // The view of the problems is in the address, and changing it does not ask.
  await expect(page).toHaveURL(/users\/upload\?/);
});

test("Undo takes back all users of the file, while none of them was changed", async ({ page }) => {
  await openUpload(page);
  const file = csvFile([HEADINGS, ...inventUsers(3)]);
  await uploadUsers(page, file);
  await expect(messages(page)).toContainText("3 users were created.");
  await messages(page).getByRole("button", { name: "Undo" }).click();
  // The passwords are no longer valid, and the file may be uploaded again.
  await expect(heading(page, "Upload users")).toBeVisible();
  await expect(messages(page)).toContainText("Undone.");
  await expect(page.getByText("users.csv")).toBeVisible();
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await page.getByRole("searchbox").fill("probe user");
  await expect(button(page, "Clear search")).toBeVisible();

  await expect(heading(page, "Users and licenses")).toBeVisible();
  await button(page, "Upload users").click();
  await uploadUsers(page, file);
});

test("Undo is refused once a user of the file was changed, and says so", async ({ page }) => {
  await openUpload(page);
  await uploadUsers(page, csvFile([HEADINGS, ...inventUsers(3)]));
  const other = await page.context().newPage();
  await openCustomer(other, COMPANY.ordinary);
  await other.getByRole("searchbox").fill("probe user 2");
  await other.getByRole("link", { name: "Probe User 2", exact: true }).click();
  await fillIn(other, { last: "Changed" });
  await save(other);
  await expect(messages(other)).toContainText("Saved.");
  const before = await readRecordKeys(page);
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(messages(page)).toContainText("Users from this upload that were changed or deleted since: 1.");
  await expect(heading(page, "Users created")).toBeVisible();
  expect(await readRecordKeys(page)).toEqual(before);
  await other.close();
});

test("only an Admin agent may upload; the others are told why", async ({ page }) => {
  const refusal = (role: string) =>
    `${role}s can't create, edit, delete or restore users. Required role: Admin agent.`;
  await openUpload(page);
  await validateFile(page, csvFile([HEADINGS, ...inventUsers(1)]));
  await expect(page.getByText("No errors. 1 user can be created")).toBeVisible();
  for (const role of ["Helpdesk agent", "Sales agent"]) {
    await changeSetting(page, "Your role", role);
    // The file stays and can be inspected, but not saved.
    await expect(page.getByText("No errors. 1 user can be created")).toBeVisible();
    await expect(page.getByRole("paragraph").filter({ hasText: refusal(role) })).toBeVisible();
    await expectRefused(page, "Save", refusal(role));
    await field(page, "Location").press("Enter");
    await expect(heading(page, "Upload users")).toBeVisible();
  }
  expect(await readRecordKeys(page)).toEqual([]);
  await customerMenu(page).getByRole("link", { name: "Users and licenses" }).click();
  await expectRefused(page, "Upload users", refusal("Sales agent"));
});

test("the steps are numbered, the current one is marked, and there is one button Validate", async ({ page }) => {
  const steps = page.getByRole("list", { name: "Steps" });
  const current = steps.locator("[aria-current=step]");
  await openUpload(page);
  await expect(steps.getByRole("listitem")).toHaveText(["File", "Check", "Location", "Save", "Passwords"]);
  await expect(current).toHaveText("File");
  await chooseFile(page, csvFile([HEADINGS, ",,Mina,mina,", ",,Jo,jo@albatros.example,"]));
  await expect(current).toHaveText("Check");
  await button(page, "Validate").click();
  await expect(page.getByText("Rows without errors: 1 of 2.")).toBeVisible();
  await expect(current).toHaveText("Check");
  await expect(page.getByRole("button", { name: /Validate/ })).toHaveCount(1);
  await field(page, "Email, line 2").fill("mina@albatros.example");
  await button(page, "Validate").click();
  await expect(page.getByText("No errors. 2 users can be created")).toBeVisible();
  await expect(current).toHaveText("Location");
  await expect(steps.getByRole("listitem")).toHaveText(["File(done)", "Check(done)", "Location", "Save", "Passwords"]);
  await save(page);
  await expect(heading(page, "Users created")).toBeVisible();
  await expect(current).toHaveText("Passwords");
});
