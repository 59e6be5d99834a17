// In a learning management system: the program runs in a frame of a page that has a SCORM 1.2 API, as `scorm-again` provides it,
// under a policy of its own.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { addUser, button, heading } from "./steps";
import { chooseCustomer, finish } from "./training";

const SCORM = new URL("node_modules/scorm-again/dist/scorm12.min.js", import.meta.url);

/** What the system knows of the trainee, by the names of SCORM. */
type Cmi = { core: { lesson_status: string; score: { raw: string }; session_time: string; exit: string }; suspend_data: string };

/**
 * Serves the system's page, which keeps what it is told in its own storage, as a system does in its database. `spoil` is
 * a script that changes the API before the program starts.
 */
async function serveSystem(page: Page, spoil = "") {
  const script = `
    const KEY = "system/cmi";
    const api = new Scorm12API({ autocommit: false });
    const known = localStorage.getItem(KEY);
    if (known) api.loadFromJSON(JSON.parse(known));
    window.keep = () => localStorage.setItem(KEY, JSON.stringify(api.cmi.toJSON()));
    for (const event of ["LMSCommit", "LMSFinish"]) api.on(event, () => window.keep());
    window.API = api;
    ${spoil}
    const frame = document.createElement("iframe");
    frame.title = "Course";
    frame.src = "/index.html";
    frame.style = "width: 100%; height: 90vh; border: 0";
    document.body.append(frame);`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Course – My platform</title>
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'">
    <body><script src="/system/scorm12.js"></script><script src="/system/start.js"></script></body></html>`;
  const library = await readFile(SCORM, "utf8");
  const answer = (contentType: string, body: string) => ({ contentType, body });
  await page.route("**/system/", (route) => route.fulfill(answer("text/html", html)));
  await page.route("**/system/scorm12.js", (route) => route.fulfill(answer("text/javascript", library)));
  await page.route("**/system/start.js", (route) => route.fulfill(answer("text/javascript", script)));
}

/** The program in the system's page. The helpers need no more of a page than a frame has. */
const programIn = (page: Page) => page.frames().find((frame) => frame.parentFrame())! as unknown as Page;

/** Opens the system's page, and returns the program in it. */
async function openSystem(page: Page): Promise<Page> {
  await page.goto("/system/");
  await expect(page.locator("iframe")).toBeVisible();
  return programIn(page);
}

/** Opens the course in the system. */
async function openCourse(page: Page): Promise<Page> {
  const course = await openSystem(page);
  await expect(heading(course, "Training")).toBeVisible();
  return course;
}

/** Does the first exercise to its end. */
async function solve(page: Page, course: Page) {
  await course.goto(`${course.url().split("#")[0]}#/training`);
  await course.getByRole("link", { name: "Start “Your first user”" }).click();
  await chooseCustomer(course, "Albatros Werkzeugbau GmbH");
  await button(course, "Add user").click();
  await addUser(course, {
    first: "Dana", last: "Ruiz", user: "dana.ruiz", domain: "albatros-werkzeugbau.example", licenses: ["Microsoft 365 Business Premium"],
  });
  const download = page.waitForEvent("download");
  await course.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await download;
  await finish(course);
}

/** What the system has kept. */
const kept = (page: Page): Promise<Cmi> => page.evaluate(() => JSON.parse(localStorage.getItem("system/cmi") ?? "{}"));

test("status, score, session time and progress arrive; another browser goes on from there", async ({ page, browser }) => {
  await serveSystem(page);
  const course = await openCourse(page);
  await expect(course.getByText("Your progress is reported to your learning platform.")).toBeVisible();
  expect((await kept(page)).core.lesson_status).toBe("incomplete");
  await solve(page, course);
  await expect.poll(async () => (await kept(page)).suspend_data).toMatch(/^1 users-and-licenses 1 3,-,/);
  const { core } = await kept(page);
  expect(core.lesson_status).toBe("incomplete");
  expect(Number(core.score.raw)).toBeGreaterThan(0);
  // Closing the window ends the session.
  await page.goto("about:blank");
  await page.goto("/system/start.js");
  const left = await kept(page);
  expect(left.core.session_time).toMatch(/^\d+:0\d:[0-5]\d\.\d\d$/);
  expect(left.core.exit).toBe("suspend");

  const elsewhere = await browser.newContext({ serviceWorkers: "block" });
  const other = await elsewhere.newPage();
  await serveSystem(other);
  await other.addInitScript((cmi) => {
    if (self === top && !localStorage.getItem("system/cmi")) localStorage.setItem("system/cmi", cmi);
  }, JSON.stringify(left));
  const resumed = await openCourse(other);
  await expect(resumed.getByText("1 of 14 exercises done")).toBeVisible();
  await elsewhere.close();
});

for (const [how, spoil] of [
  ["throws", "for (const name of ['LMSSetValue', 'LMSCommit']) api[name] = () => { throw new Error('database'); };"],
  ["says false", "for (const name of ['LMSSetValue', 'LMSCommit']) api[name] = () => 'false';"],
] as const) {
  test(`a system that ${how}: the trainee is told, and everything goes on`, async ({ page }) => {
    await serveSystem(page, spoil);
    const course = await openCourse(page);
    await expect(course.getByText("Your learning platform didn't accept your progress.")).toBeVisible();
    await solve(page, course);
  });
}

for (const [how, spoil] of [
  ["is not there", "delete window.API;"],
  ["does not begin", "api.LMSInitialize = () => 'false';"],
] as const) {
  test(`a system whose interface ${how} changes nothing`, async ({ page }) => {
    await serveSystem(page, spoil);
    const program = await openSystem(page);
    await expect(heading(program, "Welcome to Seatwork")).toBeVisible();
  });
}

test("a system that vanishes meanwhile: the trainee is told, and everything goes on", async ({ page }) => {
  await serveSystem(page);
  const course = await openCourse(page);
  await page.evaluate(() => {
    const { API } = window as never as { API: Record<string, unknown> };
    for (const name of ["LMSSetValue", "LMSCommit", "LMSFinish"]) API[name] = undefined;
  });
  await solve(page, course);
  await expect(course.getByText("Your learning platform didn't accept your progress.")).toBeVisible();
});
