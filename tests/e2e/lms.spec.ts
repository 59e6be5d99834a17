// In a learning management system: the program runs in a frame of a page that has a SCORM 1.2 API, as `scorm-again` provides it,
// under a policy of its own.

import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { addCourse, exampleCourse } from "./courses";
import { kept, openSystem, serveSystem, unzip } from "./lms";
import { addUser, button, heading, leaveWithoutPasswords, messages } from "./steps";
import { chooseCustomer, finish } from "./training";

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

/** Serves the files of a package in a folder of the site, as a system does. */
async function servePackage(page: Page, files: Map<string, Buffer>) {
  const types: Record<string, string> = { css: "text/css", html: "text/html", js: "text/javascript", wasm: "application/wasm" };
  await page.route("**/package/**", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").pop() || "index.html";
    const body = files.get(name);
    const contentType = types[name.split(".").pop()!] ?? "text/plain";
    return body ? route.fulfill({ body, contentType }) : route.fulfill({ status: 404 });
  });
}

test("a course of one's own is packed in the browser, like the built-in one, and runs in a system", async ({ page, browser }) => {
  await page.goto("/#/training");
  await addCourse(page, exampleCourse());
  const download = page.waitForEvent("download");
  await button(page, "Download for an LMS – Housekeeping").click();
  expect((await download).suggestedFilename()).toBe("housekeeping-scorm12.zip");
  const files = unzip(await readFile(await (await download).path()));
  const builtIn = unzip(await readFile(new URL("../../dist/seatwork-scorm12.zip", import.meta.url)));
  expect([...files.keys()]).toEqual([...builtIn.keys(), "course.json"]);
  for (const [name, content] of files) {
    if (!["imsmanifest.xml", "index.html", "course.json"].includes(name)) expect(content.equals(builtIn.get(name)!), name).toBe(true);
  }
  const [own, other] = [files, builtIn].map((files) => files.get("imsmanifest.xml")!.toString());
  expect(own!.replaceAll("Housekeeping", "Users and licenses").replace('      <file href="course.json"/>\n', ""))
    .toBe(other!.replace("seatwork-users-and-licenses", "seatwork-housekeeping"));

  const elsewhere = await browser.newContext({ serviceWorkers: "block", baseURL: test.info().project.use.baseURL! });
  const system = await elsewhere.newPage();
  await servePackage(system, files);
  await serveSystem(system, "", "/package/index.html");
  const course = await openCourse(system);
  await expect(course.getByRole("heading", { level: 2 }).first()).toHaveText("Housekeeping");
  await expect(course.getByRole("heading", { name: "Users and licenses" })).toHaveCount(0);
  await course.getByRole("link", { name: "Start “Create an account”" }).click();
  await chooseCustomer(course, "Albatros Werkzeugbau GmbH");
  await button(course, "Add user").click();
  await addUser(course, { first: "Ida", last: "Lang", user: "ida.lang", domain: "albatros.example" });
  await leaveWithoutPasswords(course);
  await finish(course);
  await expect.poll(async () => (await kept(system)).suspend_data).toBe("1 housekeeping 1 1");
  expect((await kept(system)).core.lesson_status).toBe("passed");
  await elsewhere.close();
});

test("without the files of the site there is no package, which is said", async ({ page }) => {
  await page.goto("/#/training");
  await addCourse(page, exampleCourse());
  await page.route("**/files.json", (route) => route.fulfill({ status: 404 }));
  await button(page, "Download for an LMS – Housekeeping").click();
  await expect(messages(page)).toContainText("The package wasn't created: “files.json” couldn't be loaded from this site.");
});
