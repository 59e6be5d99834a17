// Making courses in the program: recorded, described, tried, exported, opened elsewhere.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import {
  addExercise, beginCourse, describeExercise, exportCourse, recordSolution, step, textField, toCourse,
} from "./authoring";
import { expectAccessible } from "./axe";
import { said } from "./follow";
import { restoreSelected } from "./restore";
import { classTable, openResults, readCells, results } from "./results";
import { addCourse, courseFile, dropFile, exampleCourse } from "./courses";
import { addUser, button, changeSetting, field, heading, leaveWithoutPasswords, messages, openCustomer, readStorage, tabTo } from "./steps";
import { chooseCustomer, expectGoals, finish, panel, readOwnWorkspace } from "./training";

const ALBATROS = "Albatros Werkzeugbau GmbH";
const answer = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

/** Creates an account with a license. */
async function createIda(page: Page) {
  await chooseCustomer(page, ALBATROS);
  await button(page, "Add user").click();
  await addUser(page, {
    first: "Ida", last: "Lang", user: "ida.lang", domain: "albatros.example", licenses: ["Microsoft 365 Business Premium"],
  });
  await leaveWithoutPasswords(page);
}

/** Deletes an account. */
async function deleteUser(page: Page, name: string) {
  await chooseCustomer(page, ALBATROS);
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await button(page, "Delete user account").click();
  await answer(page, "Delete user account");
  await expect(heading(page, "Users and licenses")).toBeVisible();
}

test("two exercises are recorded, exported, opened in a fresh profile, solved, and the results evaluated", async ({ page, browser }) => {
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
  const own = await readOwnWorkspace(page);
  await beginCourse(page, "Housekeeping");
  await addExercise(page);
  await recordSolution(page, () => createIda(page));
  await expect(step(page, "Solution").getByRole("listitem")).toHaveText(["User created: Ida Lang"]);
  await expect(textField(page, "Goal 1")).toHaveValue("Ida Lang (ida.lang@albatros.example) has an account.");
  await expect(textField(page, "Goal 1", "German")).toHaveValue("Ida Lang (ida.lang@albatros.example) hat ein Konto.");
  await expect(textField(page, "Goal 2")).toHaveValue("Ida Lang holds Microsoft 365 Business Premium.");
  await describeExercise(page, { title: "A newcomer", story: "Ida Lang has joined Albatros. Create her account." });
  await expect(step(page, "Texts").getByText("Title: German is missing. The English text is shown instead.")).toBeVisible();
  await toCourse(page);
  await addExercise(page);
  await recordSolution(page, () => deleteUser(page, "Ute Vogt"));
  await expect(textField(page, "Goal 1")).toHaveValue("Ute Vogt is in Deleted users.");
  await describeExercise(page, { title: "A leaver", story: "Ute Vogt has left. Delete her account." });
  await toCourse(page);
  expect(Object.fromEntries(Object.entries(await readOwnWorkspace(page)).filter(([key]) => !key.startsWith("seatwork/d/")))).toEqual(own);
  const file = await exportCourse(page);
  expect(JSON.parse(file.toString()).exercises.map(({ title }: { title: { en: string } }) => title.en)).toEqual(["A newcomer", "A leaver"]);

  const elsewhere = await browser.newContext({ serviceWorkers: "block", baseURL: test.info().project.use.baseURL! });
  const other = await elsewhere.newPage();
  await other.goto("/#/training");
  await addCourse(other, file);
  await other.getByRole("link", { name: "Start “A newcomer”" }).click();
  await expect(heading(other, "Customers")).toBeVisible();
  await createIda(other);
  await expectGoals(other, true, true);
  await finish(other);
  await expect(other.getByText("Everything ended exactly as in the sample solution.")).toBeVisible();
  await other.getByRole("link", { name: "Next exercise: A leaver" }).click();
  await expect(heading(other, "Customers")).toBeVisible();
  await deleteUser(other, "Ute Vogt");
  await expectGoals(other, true);
  await finish(other);
  await other.getByRole("link", { name: "Go to Training" }).click();
  await expect(other.getByText("2 of 2 exercises done")).toBeVisible();
  await field(other, "Your name").fill("Zoë");
  const [handedIn] = await Promise.all([other.waitForEvent("download"), button(other, "Export my results").click()]);
  const exported = await readFile(await handedIn.path(), "utf8");
  await elsewhere.close();

  await button(page, "Add to Training").click();
  await expect(messages(page)).toContainText("Course added.");
  await expect(page.getByRole("heading", { name: "Housekeeping" })).toBeFocused();
  await openResults(page, [results("zoe.json", exported)]);
  const [zoe] = await readCells(classTable(page));
  expect(zoe!.slice(0, 2)).toEqual(["Zoë", "2 of 2"]);
  expect(zoe!.slice(5).map((cell) => cell.split("\n")[0])).toEqual(["Done", "Done"]);
  await expect(page.getByRole("region", { name: "About the files" })).toBeHidden();
});

test("a built-in exercise is a starting point; it is tried and played; goals and hints are changed", async ({ page }) => {
  await beginCourse(page, "Mine");
  await page.getByLabel("Built-in exercise").selectOption({ label: "A seat becomes free" });
  await button(page, "Use as a starting point").click();
  await expect(heading(page, "A seat becomes free")).toBeVisible();
  await button(page, "Run the solution").click();
  await expect(page.getByText("No goal is reached at the start, and your solution reaches all of them.")).toBeVisible();
  await expectAccessible(page, "an exercise that is being made");
  // What the braces in a hint stand for is said beside it.
  await expect(page.getByText("Trainees see {delete_user} as “Delete user account”.")).toBeVisible();
  await button(page, "Remove goal – Goal 1").click();
  await button(page, "Add hint – Goal 1").click();
  const hints = page.getByRole("main").getByRole("textbox", { name: /^Goal 1, Hint \d+ \(English\)$/ });
  await expect(hints.last()).toBeFocused();
  await hints.last().fill("Look at the seats.");
  await page.reload();
  await expect(hints.last()).toHaveValue("Look at the seats.");
  await button(page, "Do the exercise").click();
  await expect(heading(page, "Customers")).toBeVisible();
  await expectGoals(page, false);
  await panel(page).getByRole("link", { name: "Leave" }).click();
  await expect(heading(page, "A seat becomes free")).toBeVisible();
  await button(page, "Propose goals").click();
  await expect(textField(page, "Goal 2")).toBeVisible();
  await page.goto("/#/training");
  await expect(page.getByRole("heading", { name: "Attempts" })).toHaveCount(0);
});

test("the starting state is arranged, or taken from one's own workspace; what does not fit is said", async ({ page }) => {
  await openCustomer(page, ALBATROS);
  await button(page, "Add user").click();
  await addUser(page, { display: "Own User", user: "own.user", domain: "albatros.example" });
  await page.getByRole("link", { name: "Back to the list" }).click();
  await answer(page, "Leave anyway");
  await beginCourse(page, "Mine");
  await addExercise(page);
  const start = step(page, "Starting state");
  await expect(start.getByText("The sample customers, unchanged.")).toBeVisible();
  await button(page, "Use my workspace").click();
  await expect(start.getByRole("listitem")).toHaveText(["User created: Own User"]);
  await start.getByRole("button", { name: "Arrange" }).click();
  await expect(said(page)).toContainText("“Starting state” is open beside your work.");
  await deleteUser(page, "Own User");
  await expect(panel(page).getByText("Recording – 1 change", { exact: true })).toBeVisible();
  await page.reload();
  await expect(panel(page).getByText("Recording – 1 change", { exact: true })).toBeVisible();
  await panel(page).getByRole("button", { name: "Use as starting state" }).click();
  await expect(start.getByRole("listitem")).toHaveText(["User created: Own User", "User deleted: Own User"]);
  await recordSolution(page, async () => {
    await chooseCustomer(page, ALBATROS);
    await page.getByRole("link", { name: /^Deleted users/ }).click();
    await page.getByRole("checkbox", { name: "Select Own User" }).check();
    await restoreSelected(page);
  });
  await expect(textField(page, "Goal 1")).toHaveValue("Own User (own.user@albatros.example) has an account.");
  await button(page, "Back to the sample").click();
  await button(page, "Run the solution").click();
  await expect(page.getByText(/^Solution, step 1: “own.user@albatros.example” isn't a user who exists here\./)).toBeVisible();
});

test("exercises are ordered, duplicated and deleted; a draft is imported, replaced after a question, and deleted", async ({ page }) => {
  await page.goto("/#/authoring");
  const choose = (file: object) => page.getByLabel("Import course file").setInputFiles(courseFile(file));
  await choose({ ...exampleCourse(), format: 9 });
  await expect(page.getByText(/Expected a whole number from 1 to 1/)).toBeVisible();
  await choose(exampleCourse());
  await expect(heading(page, "Housekeeping")).toBeVisible();
  const list = page.getByRole("region", { name: "Exercises" });
  await button(page, "Duplicate – Create an account").click();
  await expect(list.getByRole("link")).toHaveText(["Create an account", "Create an account (copy)"]);
  await list.getByRole("link").first().click();
  await textField(page, "Title").fill("The first");
  await toCourse(page);
  await button(page, "Down – The first").click();
  await expect(list.getByRole("link")).toHaveText(["Create an account (copy)", "The first"]);
  await expect(list.getByRole("link", { name: "The first" })).toBeFocused();
  await expectAccessible(page, "a course that is being made");
  await button(page, "Delete exercise – The first").click();
  await expect(page.getByRole("dialog").getByText("The first", { exact: true })).toBeVisible();
  await answer(page, "Delete exercise");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "My courses" }).click();
  await expectAccessible(page, "the drafts");
  await choose(exampleCourse());
  await expect(page.getByRole("dialog").getByText("Housekeeping", { exact: true })).toBeVisible();
  await answer(page, "Replace course");
  await expect(heading(page, "Housekeeping")).toBeVisible();
  await page.getByRole("link", { name: "My courses" }).click();
  await button(page, "Delete course – Housekeeping").click();
  await expect(page.getByRole("dialog").getByText("Housekeeping", { exact: true })).toBeVisible();
  await answer(page, "Delete course");
  await expect(page.getByText("No courses yet.")).toBeVisible();
  const keys = Object.keys(await readStorage(page));
  expect(keys.filter((key) => key.startsWith("seatwork/d/"))).toEqual([]);
});

test("what is not translated stays missing in the file, and the other language is shown", async ({ page }) => {
  await page.goto("/#/authoring");
  await page.getByLabel("Import course file").setInputFiles(courseFile(exampleCourse()));
  await expect(heading(page, "Housekeeping")).toBeVisible();
  await expect(page.getByRole("region", { name: "Exercises" })).toContainText("complete");
  await page.getByRole("link", { name: "Create an account" }).click();
  await textField(page, "Story", "German").fill("");
  await toCourse(page);
  await expect(page.getByRole("region", { name: "Exercises" })).toContainText("1 thing missing");
  await textField(page, "Title", "German").fill("");
  const download = page.waitForEvent("download");
  await button(page, "Export course file").click();
  const text = await readFile(await (await download).path(), "utf8");
  await page.getByRole("link", { name: "My courses" }).click();
  await button(page, "Delete course – Housekeeping").click();
  await answer(page, "Delete course");
  await page.getByLabel("Import course file").setInputFiles(courseFile(text));
  await expect(page.getByText("Title: German is missing. The English text is shown instead.")).toBeVisible();
  await button(page, "Add to Training").click();
  await changeSetting(page, "Language", "Deutsch");
  await expect(page.getByRole("heading", { name: "Housekeeping" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ein Konto anlegen", exact: true })).toBeVisible();
});

test("files, what a hint points at, and a goal that stays reached are edited, and are in the course file", async ({ page }) => {
  await page.goto("/#/authoring");
  await page.getByLabel("Import course file").setInputFiles(courseFile(exampleCourse()));
  await page.getByRole("link", { name: "Create an account" }).click();
  const files = step(page, "Files");
  await expect(files.getByText("This exercise has no files.")).toBeVisible();
  await files.getByRole("button", { name: "Add file" }).click();
  await expect(files.getByLabel("File 1: File name")).toBeFocused();
  await files.getByLabel("File 1: File name").fill("people.csv");
  await files.getByLabel("File 1: Content").fill("First name,Last name\nIda,Łoś");
  await files.getByLabel("File 1: Encoding").selectOption("windows-1252");
  await expect(files.getByText("Windows-1252 doesn't have some of these characters.")).toBeVisible();
  await files.getByLabel("File 1: Encoding").selectOption("utf-8");
  await expect(files.getByText("Windows-1252 doesn't have some of these characters.")).toBeHidden();
  await files.getByRole("button", { name: "Add file" }).click();
  const umlauts = { name: "umlaute.csv", mimeType: "text/csv", buffer: Buffer.from("Vorname\r\nJürgen\r\n", "latin1") };
  await files.getByLabel("Choose a file… – File 2").setInputFiles(umlauts);
  await expect(files.getByLabel("File 2: File name")).toHaveValue("umlaute.csv");
  await expect(files.getByLabel("File 2: Content")).toHaveValue("Vorname\nJürgen");
  await expect(files.getByLabel("File 2: Encoding")).toHaveValue("windows-1252");
  await page.getByRole("checkbox", { name: "Goal 1 stays reached, even if it's undone later" }).check();
  await button(page, "Add hint – Goal 1").click();
  await textField(page, "Goal 1, Hint 1").fill("Begin in the list.");
  await page.getByLabel("Goal 1, Hint 1: “Show me” points at").selectOption({ label: "Users and licenses – Button: Add user" });
  await expectAccessible(page, "files and hints that are edited");
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /^Goal 1 stays reached/ })).toBeChecked();
  await expect(page.getByLabel("Goal 1, Hint 1: “Show me” points at")).toHaveValue(/\d/);
  await toCourse(page);
  const [exercise] = JSON.parse((await exportCourse(page)).toString()).exercises;
  expect(exercise.goals[0].once).toBe(true);
  expect(exercise.goals[0].hints[0].show).toEqual({ on: "users", role: "button", name: "add_user" });
  expect(exercise.files.map(({ name, lines }: { name: string; lines: string[] }) => [name, lines])).toEqual([
    ["people.csv", ["First name,Last name", "Ida,Łoś"]],
    ["umlaute.csv", ["Vorname", "Jürgen"]],
  ]);
  await page.getByRole("link", { name: "Create an account" }).click();
  await files.getByRole("button", { name: "Remove file – File 1" }).click();
  await expect(files.getByLabel("File 1: File name")).toHaveValue("umlaute.csv");
});

test("an exercise is put at any place of a long course; a course file is dropped on the page", async ({ page }) => {
  const course = exampleCourse();
  const [first] = course.exercises;
  course.exercises = Array.from({ length: 45 }, (_, at) => ({
    ...first!, id: `exercise-${at + 1}`, title: { en: `Exercise ${at + 1}`, de: `Übung ${at + 1}` },
  }));
  await page.goto("/#/authoring");
  await expect(heading(page, "My courses")).toBeVisible();
  await dropFile(page, courseFile(course));
  await expect(heading(page, "Housekeeping")).toBeVisible();
  const list = page.getByRole("region", { name: "Exercises" });
  const place = list.getByLabel("Position – Exercise 45");
  await expect(place).toHaveValue("45");
  await place.fill("3");
  await page.keyboard.press("Enter");
  await expect(place).toHaveValue("3");
  await expect(place).toBeFocused();
  await expect(list.getByRole("listitem").nth(2)).toContainText("Exercise 45");
  await expect(list.getByRole("listitem").nth(44)).toContainText("Exercise 44");
  // What is already there is replaced only after a question.
  await page.getByRole("link", { name: "My courses" }).click();
  await dropFile(page, courseFile(exampleCourse()));
  await answer(page, "Replace course");
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

test("by the keyboard alone, in German", async ({ page }) => {
  await page.goto("/#/training");
  await changeSetting(page, "Language", "Deutsch");
  const press = (key: string) => page.keyboard.press(key);
  await heading(page, "Training").focus();
  await tabTo(page, page.getByRole("link", { name: "Kurs erstellen" }));
  await press("Enter");
  await expect(heading(page, "Meine Kurse")).toBeFocused();
  await tabTo(page, button(page, "Neuer Kurs"));
  await press("Enter");
  await expect(heading(page, "Kurs ohne Titel")).toBeFocused();
  await tabTo(page, textField(page, "Titel", "Deutsch"));
  await page.keyboard.type("Aufräumen");
  await tabTo(page, button(page, "Übung hinzufügen"));
  await press("Enter");
  await expect(heading(page, "Übung ohne Titel")).toBeFocused();
  await tabTo(page, button(page, "Aufnehmen"));
  await press("Enter");
  await expect(heading(page, "Kunden")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: ALBATROS }));
  await press("Enter");
  await expect(heading(page, "Benutzer und Lizenzen")).toBeFocused();
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("Ute Vogt");
  await tabTo(page, page.getByRole("link", { name: "Ute Vogt", exact: true }));
  await press("Enter");
  await expect(heading(page, "Ute Vogt")).toBeFocused();
  await tabTo(page, button(page, "Benutzerkonto löschen"));
  await press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Benutzerkonto löschen" }), "Shift+Tab");
  await press("Enter");
  await expect(heading(page, "Benutzer und Lizenzen")).toBeFocused();
  await press("F6");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(page, panel(page).getByRole("button", { name: "Aufnahme beenden" }));
  await press("Enter");
  await expect(heading(page, "Übung ohne Titel")).toBeFocused();
  await expect(step(page, "Lösung").getByRole("listitem")).toHaveText(["Benutzer gelöscht: Ute Vogt"]);
  await tabTo(page, button(page, "Aufnehmen"));
  await press("Enter");
  await expect(heading(page, "Kunden")).toBeFocused();
  await press("F6");
  await expect(panel(page).getByRole("heading", { level: 2 })).toBeFocused();
  await tabTo(page, panel(page).getByRole("button", { name: "Verwerfen" }));
  await press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Verwerfen" }), "Shift+Tab");
  await press("Enter");
  await expect(heading(page, "Übung ohne Titel")).toBeFocused();
  await expect(step(page, "Lösung").getByRole("listitem")).toHaveCount(1);
  await expectAccessible(page, "an exercise in German");
  await tabTo(page, textField(page, "Titel", "Deutsch"));
  await page.keyboard.type("Jemand geht");
  await tabTo(page, textField(page, "Ausgangslage", "Deutsch"));
  await page.keyboard.type("Ute Vogt geht. Löschen Sie ihr Konto.");
  await tabTo(page, page.getByRole("link", { name: "Zum Kurs" }));
  await press("Enter");
  await expect(heading(page, "Aufräumen")).toBeFocused();
  await tabTo(page, button(page, "Kursdatei exportieren"));
  const download = page.waitForEvent("download");
  await press("Enter");
  expect((await download).suggestedFilename()).toBe("aufraeumen.json");
});
