// What an author does: makes a course, records exercises, describes them, exports the file.

import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { button, heading } from "./steps";
import { panel } from "./training";

/** The texts of an exercise. */
export type Texts = { title: string; story: string };

/** The field of a text in one language, such as "Title (English)". */
export const textField = (page: Page, label: string, language = "English"): Locator =>
  page.getByRole("main").getByRole("textbox", { name: `${label} (${language})`, exact: true });

/** The section of a step. */
export const step = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** Begins a course with this title. */
export async function beginCourse(page: Page, title: string) {
  await page.goto("/#/training");
  await page.getByRole("link", { name: "Create a course" }).click();
  await expect(heading(page, "My courses")).toBeVisible();
  await button(page, "New course").click();
  await expect(heading(page, "Untitled course")).toBeVisible();
  await textField(page, "Title").fill(title);
  await expect(heading(page, title)).toBeVisible();
}

/** Adds an exercise to the course that is open, and opens it. */
export async function addExercise(page: Page) {
  await button(page, "Add exercise").click();
  await expect(heading(page, "Untitled exercise")).toBeVisible();
}

/** Records the solution of the exercise that is open. */
export async function recordSolution(page: Page, work: () => Promise<void>) {
  await step(page, "Solution").getByRole("button", { name: "Record", exact: true }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(panel(page).getByText("Recording – 0 changes")).toBeVisible();
  await work();
  await panel(page).getByRole("button", { name: "Stop recording" }).click();
  await expect(step(page, "Solution")).toBeVisible();
}

/** Describes the exercise that is open. */
export async function describeExercise(page: Page, { title, story }: Texts) {
  await textField(page, "Title").fill(title);
  await textField(page, "Story").fill(story);
}

/** Goes from an exercise to its course. */
export async function toCourse(page: Page) {
  await page.getByRole("link", { name: "Go to the course" }).click();
  await expect(page.getByRole("heading", { name: "Exercises" })).toBeVisible();
}

/** Exports the course that is open, and returns the file. */
export async function exportCourse(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Export course file").click()]);
  return readFile(await file.path());
}
