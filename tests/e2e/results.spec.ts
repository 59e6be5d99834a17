// Results: a trainee exports a file, and a trainer opens those of a class.

import { readFile } from "node:fs/promises";
import { expect, test, type Locator } from "@playwright/test";
import { expectAccessible } from "./axe";
import { addCourse, exampleCourse } from "./courses";
import { exportFile } from "./exports";
import { addResults, classTable, figures, openResults, readCells, readForty, readRemarks, renamed, results } from "./results";
import { addUser, button, expectOneLine, field, heading, messages, row, tabTo, textEnd } from "./steps";
import { chooseCustomer, finish, openExercise } from "./training";

const FREE_SEAT = "A seat becomes free";

/** What number n of the forty has done, by `tests/native/results/class.rs`. */
const isHalf = (n: number) => n % 10 === 0;
const hasDeletedMore = (n: number) => n % 5 === 0 && !isHalf(n);
const passed = Array.from({ length: 40 }, (_, at) => at + 1).filter((n) => !isHalf(n));

test("a trainee exports one file, whose name the tab remembers", async ({ page }) => {
  await page.goto("/#/training");
  await expect(page.getByText("As soon as you've started an exercise, you can export your results here.")).toBeVisible();
  await openExercise(page, "first-user");
  await chooseCustomer(page, "Albatros Werkzeugbau GmbH");
  await button(page, "Add user").click();
  await addUser(page, { first: "Dana", last: "Ruiz", user: "dana.ruiz", domain: "albatros-werkzeugbau.example", licenses: ["Microsoft 365 Business Premium"] });
  const credentials = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await credentials;
  await finish(page);
  await button(page, "Export my results").click();
  await expect(page.getByText("Enter your name, so that it's clear whose results these are.")).toBeVisible();
  await expect(field(page, "Your name")).toBeFocused();
  await field(page, "Your name").fill("  Zoë Ní Bhriain ");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const file = await download;
  const today = new Date().toISOString().slice(0, 10);
  expect(file.suggestedFilename()).toBe(`seatwork-results-Zoë-Ní-Bhriain-${today}.json`);
  await expect(messages(page).getByText("Your results were saved as a file.")).toBeVisible();
  const text = await readFile(await file.path(), "utf8");
  const { content, statements } = JSON.parse(text) as { content: { name: string; attempts: unknown[] }; statements: { verb: { id: string } }[] };
  expect(content.name).toBe("Zoë Ní Bhriain");
  expect(content.attempts).toHaveLength(1);
  expect(statements.map(({ verb }) => verb.id.split("/").pop())).toEqual(["attempted", "completed", "passed"]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toContainText("Training simulation");
  await expect(page.getByText("Started", { exact: true }).locator("+ dd")).toContainText(/20\d\d, \d/);
  for (const text of ["Go to Training", "PowerShell command", "Export my results"]) {
    await expect(page.getByText(text, { exact: true }).filter({ visible: true }), text).toHaveCount(0);
  }
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(field(page, "Your name")).toHaveValue("  Zoë Ní Bhriain ");
  const attempt = page.getByRole("region", { name: "Attempts" }).getByRole("row").last();
  const ways = ["link", "button"].map((role) => attempt.getByRole(role as "link").filter({ hasText: /Replay|Delete/ }));
  await expectOneLine(ways);
  const line = async (of: Locator) => (await of.boundingBox())!.y;
  expect(Math.abs((await line(ways[0]!)) - (await line(attempt.getByRole("rowheader").getByRole("link"))) - 10)).toBeLessThan(2);
  await page.getByRole("link", { name: "Results of a class" }).click();
  await addResults(page, [results("zoe.json", text)]);
  const [cells] = await readCells(classTable(page));
  expect(cells!.slice(0, 2)).toEqual(["Zoë Ní Bhriain", "1 of 14"]);
  expect(cells![5]).toMatch(/^Done\n\d+ s$/);
  await expect(page.getByRole("region", { name: "About the files" })).toBeHidden();
});

test("forty files give the table, the figures and the CSV file", async ({ page }) => {
  await openResults(page, readForty());
  await page.getByLabel("Rows per page").selectOption("50");
  const table = await readCells(classTable(page));
  expect(table).toHaveLength(40);
  for (const [at, cells] of table.entries()) {
    const n = at + 1;
    const name = `Trainee ${`${n}`.padStart(2, "0")}`;
    const hints = n % 4;
    const extra = [hints === 0 ? "" : hints === 1 ? "1 hint" : `${hints} hints`, hasDeletedMore(n) || isHalf(n) ? "1 difference" : ""].filter(Boolean);
    const lines = [isHalf(n) ? "1 of 2 goals reached" : "Done", `${n} min`, extra.join(", ")].filter(Boolean);
    const others = Array<string>(9).fill("–");
    expect(cells, name).toEqual([
      name, `${isHalf(n) ? 0 : 1} of 14`, `${n} min`, `${hints}`, extra.at(-1)?.includes("difference") ? "1" : "0",
      ...others, lines.join("\n"), ...others.slice(0, 4),
    ]);
  }
  const shown = await readCells(figures(page));
  expect(shown[0]).toEqual(["Your first user", "0 of 40 done", "–", "–", "None"]);
  // What the pictures mean is said above them.
  await expect(page.locator(".legend").getByRole("listitem")).toHaveText([
    "Done", "Started, not done", "Not started", "Median: half were faster, half slower", "The middle half of the trainees",
    "From the least to the most", "Expected time",
  ]);
  await expect(page.getByText(/^All times are drawn on one scale \(0 to \d+ min/)).toBeVisible();
  const [name, done, time, hints, differences] = shown[9]!;
  expect([name, done]).toEqual([FREE_SEAT, "36 of 40 done"]);
  expect(time!.split(/\n+/)).toEqual(["Median: 20 min", "Half: 10 min 30 s to 29 min 30 s", "All: 1 min to 39 min"]);
  expect(hints!.split(/\n+/)).toEqual(["Median: 1.5", "Half: 1 to 3", "All: 0 to 3"]);
  expect(differences).toContain("(4 trainees)");
  const { file, head, rows } = await exportFile(page, "Export table");
  expect(file).toMatch(/^results-20\d\d-\d\d-\d\d\.csv$/);
  expect(head).toBe(
    "Name | Course | Exercise | State | Goals reached | Goals | Time (seconds) | Hints | Differences | Changes | Attempts | Begun (UTC) | Remarks",
  );
  expect(rows).toHaveLength(40 * 14);
  const ofSeat = rows.filter((row) => row[2] === FREE_SEAT);
  expect(ofSeat.filter((row) => row[3] === "Done").map((row) => Number(row[6]))).toEqual(passed.map((n) => n * 60));
  expect(ofSeat[0]).toEqual(["Trainee 01", "Users and licenses", FREE_SEAT, "Done", "2", "2", "60", "1", "0", "2", "1", ofSeat[0]![11], ""]);
  expect(rows.filter((row) => row[3] === "Not started")).toHaveLength(40 * 13);
});

test("the table is sorted by any column and searched, also in the exported file", async ({ page }) => {
  await openResults(page, readForty());
  const first = async () => (await readCells(classTable(page)))[0]![0];
  const head = (name: string) => classTable(page).getByRole("columnheader", { name }).getByRole("button");
  await head(FREE_SEAT).click();
  expect(await first()).toBe("Trainee 01");
  await head(FREE_SEAT).click();
  // Those who have not done it, the slowest first.
  expect(await first()).toBe("Trainee 40");
  await head("Time").click();
  await head("Time").click();
  expect(await first()).toBe("Trainee 40");
  await head("Differences").click();
  await head("Differences").click();
  expect(Number(((await readCells(classTable(page)))[0]![4]))).toBe(1);
  await page.getByRole("searchbox", { name: "Search trainees" }).fill("trainee 07");
  await expect(classTable(page).getByRole("rowheader")).toHaveText(["Trainee 07"]);
  const { rows } = await exportFile(page, "Export table");
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set(["Trainee 07"]));
  await row(page, "Trainee 07").getByRole("link").click();
  await expect(heading(page, "Trainee 07")).toBeVisible();
  await expect(row(page, FREE_SEAT)).toContainText("7 min");
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Search trainees" })).toHaveValue("trainee 07");
});

test("changed, doubled, foreign and unreadable files are named, and disturb nothing else", async ({ page }) => {
  const [one, two, three] = readForty();
  const text = (file: typeof one) => file!.buffer.toString();
  await openResults(page, [
    one!,
    results("changed.json", text(two).replace('"seconds":120', '"seconds":12')),
    { ...one!, name: "again.json" },
    results("foreign.json", text(three).replaceAll("users-and-licenses", "somebody-elses")),
    { name: "image.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]) },
    results("cut.json", text(three).slice(0, 2_000)),
    results("empty.json", ""),
    results("later.json", text(three).replace('"version":1', '"version":9')),
  ]);
  expect(await readRemarks(page)).toEqual([
    "changed.json: It was changed after it was exported. Its results are marked.",
    "again.json: 1 attempt was in another file already. It counts once.",
    "foreign.json: It was changed after it was exported. Its results are marked. 1 attempt is at an exercise that isn't here. Add its course under Training.",
    "image.png: This isn't a Seatwork results file.",
    "cut.json: It ends too early. Ask for it again.",
    "empty.json: This isn't a Seatwork results file.",
    "later.json: A later version of Seatwork created it. Reload to get that version.",
  ]);
  const table = await readCells(classTable(page));
  expect(table.map(([name]) => name)).toEqual(["Trainee 01", "Trainee 02"]);
  expect(table[1]![14]).toBe("Done\n12 s\n2 hints\nMarked");
  await page.getByRole("link", { name: "Trainee 02" }).click();
  await expect(row(page, FREE_SEAT)).toContainText("Marked: the file was changed.");
});

test("a copy under another name counts for the first name only, and it is said whose it is", async ({ page }) => {
  const [one, two] = readForty();
  const copy = renamed(one!, "Ben Köhler", 1);
  await openResults(page, [one!, copy, two!]);
  expect(await readRemarks(page)).toEqual(["Ben Köhler.json: 1 attempt was in the file of Trainee 01 already. It counts for Trainee 01 only."]);
  const table = await readCells(classTable(page));
  expect(table.map(([name, done]) => [name, done])).toEqual([["Ben Köhler", "0 of 14"], ["Trainee 01", "1 of 14"], ["Trainee 02", "1 of 14"]]);
  const shown = (await readCells(figures(page)))[9]!;
  expect(shown[1]).toBe("2 of 3 done");
  // 1 and 2 minutes.
  expect(shown[2]!.split(/\n+/)).toEqual(["Median: 1 min 30 s", "Half: 1 min 15 s to 1 min 45 s", "All: 1 min to 2 min"]);
  expect(shown[3]!.split(/\n+/)).toEqual(["Median: 1.5", "Half: 1.25 to 1.75", "All: 1 to 2"]);
  const time = classTable(page).getByRole("columnheader", { name: "Time" }).getByText("Time");
  const seconds = row(page, "Trainee 01").getByRole("cell").nth(1);
  expect(Math.abs((await textEnd(time)) - (await textEnd(seconds)))).toBeLessThan(1);
});

test("results of a course that isn't here are assessed once it is added", async ({ page }) => {
  const text = readForty()[2]!.buffer.toString().replaceAll("users-and-licenses", "somebody-elses");
  const exercise = /"exercise":"([^"]+)"/.exec(text)![1]!;
  await openResults(page, [results("own.json", text)]);
  const foreign = "own.json: It was changed after it was exported. Its results are marked. 1 attempt is at an exercise that isn't here. Add its course under Training.";
  await expect.poll(() => readRemarks(page)).toContain(foreign);
  await page.getByRole("link", { name: "Training", exact: true }).click();
  const course = exampleCourse();
  await addCourse(page, { ...course, id: "somebody-elses", exercises: course.exercises.map((one) => ({ ...one, id: exercise })) });
  await page.getByRole("link", { name: "Results of a class" }).click();
  await expect(classTable(page).getByRole("rowheader")).toHaveText(["Trainee 03"]);
  expect(await readRemarks(page)).not.toContain(foreign);
});

test("another version of the course and a changed clock are named", async ({ page }) => {
  const [one, two] = readForty();
  await openResults(page, [
    results("version.json", one!.buffer.toString().replace('"version":1,"exercise"', '"version":7,"exercise"')),
    results("clock.json", two!.buffer.toString().replace('"seconds":120', '"seconds":99999')),
  ]);
  expect(await readRemarks(page)).toEqual([
    `version.json: It was changed after it was exported. Its results are marked. “${FREE_SEAT}”: the attempt belongs to another version of the course, so it couldn't be checked.`,
    `clock.json: It was changed after it was exported. Its results are marked. “${FREE_SEAT}”: the times contradict each other, as after the computer's clock was changed.`,
  ]);
});

test("nothing is stored unless it is kept, and what is kept can be removed", async ({ page }) => {
  await openResults(page, readForty().slice(0, 3));
  await expect(page.getByText("These results aren't stored.")).toBeVisible();
  const stored = () => page.evaluate(() => localStorage.getItem("seatwork/results")?.length ?? 0);
  expect(await stored()).toBe(0);
  // Other pages of the program do not lose them; a reload does.
  await page.getByRole("link", { name: "Training", exact: true }).click();
  await page.getByRole("link", { name: "Results of a class" }).click();
  await expect(classTable(page).getByRole("rowheader")).toHaveCount(3);
  await page.reload();
  await expect(heading(page, "Results of a class")).toBeVisible();
  await expect(classTable(page)).toBeHidden();
  await addResults(page, readForty().slice(0, 3));
  await button(page, "Keep results").click();
  await expect(page.getByText("These results are stored in this browser until you remove them.")).toBeVisible();
  // The button is gone.
  await expect(heading(page, "Results of a class")).toBeFocused();
  expect(await stored()).toBeGreaterThan(2_000);
  await page.reload();
  await expect(classTable(page).getByRole("rowheader")).toHaveCount(3);
  await addResults(page, readForty().slice(3, 4));
  await expect(page.getByText("These results aren't stored.")).toBeVisible();
  await button(page, "Remove results").click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove results" }).click();
  await expect(classTable(page)).toBeHidden();
  expect(await stored()).toBe(0);
});

test("the table and the figures are printed on the width of a page", async ({ page }) => {
  await openResults(page, readForty());
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel("Choose files")).toBeHidden();
  await expect(button(page, "Keep results")).toBeHidden();
  for (const table of [classTable(page), figures(page)]) {
    const { x, width } = (await table.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(680);
    await expect(table.getByText(FREE_SEAT)).toBeVisible();
  }
});

test("the table of few exercises is printed as large as other text, flush with its heads", async ({ page }) => {
  const course = exampleCourse();
  await page.goto("/#/training");
  await addCourse(page, { ...course, id: "somebody-elses", exercises: course.exercises.slice(0, 1).map((one) => ({ ...one, id: "free-seat" })) });
  await page.goto("/#/results");
  await addResults(page, [results("own.json", readForty()[0]!.buffer.toString().replaceAll("users-and-licenses", "somebody-elses"))]);
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  const name = classTable(page).getByRole("rowheader").getByRole("link");
  expect(await name.evaluate((element) => getComputedStyle(element).fontSize)).toBe("14px");
  const starts = [classTable(page).getByRole("columnheader").first().locator("span"), name].map((of) =>
    of.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().left;
    }),
  );
  const [head, text] = await Promise.all(starts);
  expect(Math.abs(head! - text!)).toBeLessThan(1);
  await expect(page.getByRole("banner")).toContainText("Training simulation");
});

test("500 files at once, with an image among them", async ({ page }) => {
  test.setTimeout(120_000);
  const forty = readForty();
  const many = Array.from({ length: 500 }, (_, at) => renamed(forty[at % 40]!, `Person ${at + 1}`, at + 1));
  many.splice(250, 0, { name: "holiday.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(200_000, 0xff) });
  await page.goto("/#/results");
  const begun = Date.now();
  await page.getByLabel("Choose files").setInputFiles(many);
  // The page answers meanwhile.
  await expect(page.getByRole("progressbar")).toBeVisible();
  await button(page, "Settings").click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("progressbar")).toBeHidden({ timeout: 90_000 });
  console.log(`500 files: ${Date.now() - begun} ms`);
  expect(await readRemarks(page)).toEqual(["holiday.jpg: This isn't a Seatwork results file."]);
  await expect(page.getByText("1–25 of 500")).toBeVisible();
  const shown = await readCells(figures(page));
  expect(shown[9]!.slice(0, 2)).toEqual([FREE_SEAT, "450 of 500 done"]);
});

test("all of it can be done by keyboard, and axe finds nothing", async ({ page }) => {
  await page.goto("/#/results");
  await expect(heading(page, "Results of a class")).toBeVisible();
  await expectAccessible(page, "no results");
  const [one, two] = readForty();
  await addResults(page, [one!, results("changed.json", two!.buffer.toString().replace('"seconds":120', '"seconds":12'))]);
  await expectAccessible(page, "results");
  await heading(page, "Results of a class").focus();
  await tabTo(page, page.getByLabel("Choose files"));
  await tabTo(page, button(page, "Keep results"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("These results are stored in this browser until you remove them.")).toBeVisible();
  await expect(heading(page, "Results of a class")).toBeFocused();
  await tabTo(page, page.getByRole("link", { name: "Trainee 02" }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "Trainee 02")).toBeVisible();
  await expectAccessible(page, "results of one trainee");
  await page.goto("/#/training");
  await expect(heading(page, "Training")).toBeVisible();
  await expectAccessible(page, "training");
});
