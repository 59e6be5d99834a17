// A learning management system: a page with a SCORM 1.2 API, as `scorm-again` provides it, and the program in a frame of it; and
// the packages that are uploaded to one.

import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

export { unzip } from "./zip.mjs";

const SCORM = new URL("node_modules/scorm-again/dist/scorm12.min.js", import.meta.url);

/** What the system knows of the trainee, by the names of SCORM. */
type Cmi = { core: { lesson_status: string; score: { raw: string }; session_time: string; exit: string }; suspend_data: string };

/**
 * Serves the system's page, which keeps what it is told in its own storage, as a system does in its database. `spoil` is
 * a script that changes the API before the program starts.
 */
export async function serveSystem(page: Page, spoil = "", program = "/index.html") {
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
    frame.src = "${program}";
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
export async function openSystem(page: Page): Promise<Page> {
  await page.goto("/system/");
  await expect(page.locator("iframe")).toBeVisible();
  return programIn(page);
}

/** What the system has kept. */
export const kept = (page: Page): Promise<Cmi> => page.evaluate(() => JSON.parse(localStorage.getItem("system/cmi") ?? "{}"));
