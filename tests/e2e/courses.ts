// Courses of one's own: their files, and adding them.

import { expect, type Locator, type Page } from "@playwright/test";
import { button, messages, type FileToChoose } from "./steps";

/** A course with one short exercise. */
export const exampleCourse = () => ({
  format: 1,
  id: "housekeeping",
  version: 1,
  title: { en: "Housekeeping", de: "Aufräumen" },
  about: { en: "What has to be done from time to time.", de: "Was von Zeit zu Zeit zu tun ist." },
  exercises: [{
    id: "create",
    title: { en: "Create an account", de: "Ein Konto anlegen" },
    story: { en: "Create an account for Ida Lang.", de: "Legen Sie ein Konto für Ida Lang an." },
    minutes: 4,
    goals: [{
      id: "created",
      text: { en: "Ida Lang has an account.", de: "Ida Lang hat ein Konto." },
      check: { user: "ida.lang@albatros.example" } as object,
      hints: [] as object[],
    }],
    solution: [{ create: "ida.lang@albatros.example", first_name: "Ida", last_name: "Lang", display_name: "Ida Lang" }] as object[],
  }],
});

/** A course as a file: these bytes, this text, or this object as JSON. */
export const courseFile = (content: Buffer | string | object, name = "mine.json"): FileToChoose => {
  const bytes = (): Buffer => Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return { name, mimeType: "application/json", buffer: Buffer.isBuffer(content) ? content : bytes() };
};

/** Chooses a course file on the page Training. */
export async function chooseCourse(page: Page, file: FileToChoose) {
  await page.getByLabel(/^(Choose course file|Kursdatei auswählen)$/).setInputFiles(file);
}

/** What is shown of the chosen file. */
export const foundCourse = (page: Page): Locator => page.locator(".found-course");

/** Adds a course on the page Training. */
export async function addCourse(page: Page, course: object | Buffer) {
  await chooseCourse(page, courseFile(course));
  await button(page, "Add this course").click();
  await expect(messages(page)).toContainText("Course added.");
}

/** Drops a file on the page. */
export async function dropFile(page: Page, { name, mimeType, buffer }: FileToChoose) {
  const file = { name, mimeType, text: buffer.toString() };
  await page.evaluate(({ name, mimeType, text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: mimeType }));
    for (const event of ["dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(event, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, file);
}
