// The e-mail with temporary passwords: a draft in the e-mail program, and a preview in the page for
// computers without one. A draft that somebody may never send is not a delivery.

import { expect, test, type Locator, type Page } from "@playwright/test";
import { COMPANY, addUser, button, changeSetting, heading, messages, openAddUser, readCredentials } from "./steps";

const FRIEDA = { first: "Frieda", last: "Brandt", user: "frieda.brandt" };
const OMAR = { first: "Omar", last: "Öztürk", user: "omar.oeztuerk" };
const UNKNOWN_END = "If no email program opened, copy the text from Preview email instead.";

const preview = (page: Page): Locator => page.getByRole("dialog", { name: "Preview email" });
const question = (page: Page): Locator => page.getByRole("dialog", { name: "Leave without the passwords?" });
const openProgram = (page: Page): Locator => preview(page).getByRole("button", { name: "Open in email program" });

/** Creates users and returns their credentials. */
async function createUsers(page: Page, ...people: { user: string }[]) {
  await openAddUser(page, COMPANY.ordinary);
  for (const [at, person] of people.entries()) {
    if (at > 0) await button(page, "Add another user").click();
    await addUser(page, person);
  }
  await expect(page.getByRole("rowheader")).toHaveCount(people.length);
  return readCredentials(page);
}

/** Nine users whose names are too long for an e-mail address. */
const MANY = Array.from({ length: 9 }, (_, at) => ({ display: `Long ${at}`, user: `${"^".repeat(62)}x${at}` }));

/** Records the link that would open the e-mail program. */
async function recordMail(page: Page) {
  await page.addInitScript(() => {
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (this.protocol === "mailto:") document.documentElement.setAttribute("data-mail", this.href);
      else click.call(this);
    };
  });
}

/** The text of the e-mail to these new users. */
const letter = (created: { user: string; password: string }[]): string[] => [
  ...created.flatMap(({ user, password }) => [`User name: ${user}`, `Temporary password: ${password}`, ""]),
  "You'll choose a new password when you first sign in.", "",
];

/** Reads the recorded draft. */
async function readMail(page: Page) {
  const address = await page.evaluate(() => document.documentElement.getAttribute("data-mail"));
  if (address === null) return null;
  const draft = new URL(address);
  // Not searchParams: in a mailto address a plus sign stands for itself.
  const body = decodeURIComponent(/[?&]body=([^&]*)/.exec(draft.href)![1]!);
  return { to: draft.pathname, subject: draft.searchParams.get("subject"), lines: body.split("\r\n") };
}

test("Email opens a draft without addressee, with names and passwords in it", async ({ page }) => {
  await recordMail(page);
  const created = await createUsers(page, FRIEDA, OMAR);
  await button(page, "Email").click();
  await expect(messages(page)).toContainText(UNKNOWN_END);
  await expect(messages(page)).toContainText("the passwords are part of its web address");
  expect(await readMail(page)).toEqual({
    to: "",
    subject: `Sign-in details – ${COMPANY.ordinary}`,
    lines: letter(created),
  });
});

test("what webmail does with the passwords is said before Email is pressed, in both languages", async ({ page }) => {
  await createUsers(page, FRIEDA);
  const note = "If you use webmail, Email puts the passwords into a web address. Copy is safer.";
  await expect(page.getByText(note, { exact: true })).toBeVisible();
  await expect(button(page, "Email")).toHaveAccessibleDescription(note);
  await changeSetting(page, "Language", "Deutsch");
  await expect(button(page, "Per E-Mail senden")).toHaveAccessibleDescription(
    "Bei Webmail gelangen die Kennwörter mit „Per E-Mail senden“ in eine Webadresse. Sicherer ist Kopieren.",
  );
});

test("opening the draft never asks whether to leave the page, and leaving still asks about the passwords", async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener("beforeunload", () => document.documentElement.setAttribute("data-unload", "yes"));
  });
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.dismiss();
  });
  const [created] = await createUsers(page, FRIEDA);
  await button(page, "Email").click();
  await expect(messages(page)).toContainText(UNKNOWN_END);
  await button(page, "Preview email").click();
  await openProgram(page).click();
  // The browser asks a moment later, if at all.
  await page.waitForTimeout(500);
  await expect(page.locator("html")).not.toHaveAttribute("data-unload");
  expect(dialogs).toEqual([]);
  await preview(page).getByRole("button", { name: "Close" }).click();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(question(page)).toBeVisible();
  await expect(question(page)).toContainText("unless you've already sent them by email");
  await button(page, "Stay here").click();
  await expect(page.getByRole("row", { name: /Frieda Brandt/ })).toContainText(created!.password);
});

test("the preview shows subject and text; copying the text delivers the passwords", async ({ page }) => {
  await recordMail(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const created = await createUsers(page, FRIEDA, OMAR);
  await button(page, "Preview email").click();
  const text = letter(created);
  await expect(preview(page).getByLabel("Subject")).toHaveValue(`Sign-in details – ${COMPANY.ordinary}`);
  await expect(preview(page).getByLabel("Text")).toHaveValue(text.join("\n"));
  await expect(preview(page)).toContainText("the passwords become part of a web address");
  await openProgram(page).click();
  expect((await readMail(page))!.lines).toEqual(text);
  await preview(page).getByRole("button", { name: "Copy" }).click();
  await expect(preview(page).getByRole("status")).toHaveText("Copied to the clipboard.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll("\r\n", "\n")).toBe(text.join("\n"));
  await page.keyboard.press("Escape");
  await expect(button(page, "Preview email")).toBeFocused();
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(heading(page, "Users and licenses")).toBeVisible();
});

test("a browser that does not copy says so in the preview, and nothing counts as delivered", async ({ page }) => {
  await page.addInitScript(() => { Object.defineProperty(navigator, "clipboard", { value: undefined }); });
  await createUsers(page, FRIEDA);
  await button(page, "Preview email").click();
  await preview(page).getByRole("button", { name: "Copy" }).click();
  await expect(preview(page).getByRole("status")).toContainText("The browser didn't allow copying.");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(question(page)).toBeVisible();
});

test("a set that is too long for a draft says so; the preview has its text all the same", async ({ page }) => {
  await recordMail(page);
  const created = await createUsers(page, ...MANY);
  await button(page, "Email").click();
  await expect(messages(page)).toContainText("That's too many users for an email draft. Use Copy or Download instead.");
  expect(await readMail(page)).toBeNull();
  await button(page, "Preview email").click();
  await expect(openProgram(page)).toBeDisabled();
  await expect(openProgram(page)).toHaveAccessibleDescription("That's too many users for an email draft. Use Copy or Download instead.");
  await expect(preview(page).getByLabel("Text")).toHaveValue(new RegExp(created.at(-1)!.password.replace(/[$*?]/g, "\\$&")));
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(question(page)).toBeVisible();
});
