// What a trainee does with exercises: begins one, reads the panel, finishes.

import { expect, type Locator, type Page } from "@playwright/test";
import { button, heading } from "./steps";

export const COURSE = "users-and-licenses";

export const panel = (page: Page): Locator => page.getByRole("complementary", { name: /^(Side panel|Seitenbereich)$/ });

/** Opens an exercise by its address, and waits until one can begin. */
export async function openExercise(page: Page, exercise: string) {
  await page.goto(`/#/training/${COURSE}/${exercise}`);
  await expect(heading(page, /^(Customers|Kunden)$/)).toBeVisible();
  await expect(panel(page).getByRole("list").first()).toBeVisible();
}

/** The goals of the panel, in their order: whether each is reached. */
export const readGoals = async (page: Page): Promise<boolean[]> => {
  const texts = await panel(page).locator(".goals > li").allTextContents();
  return texts.map((text) => /^(Reached|Erreicht)/.test(text));
};

/** Expects which goals are reached. */
export const expectGoals = (page: Page, ...reached: boolean[]) => expect.poll(() => readGoals(page)).toEqual(reached);

/** Opens a customer from the list, within the workspace of the tab. */
export async function chooseCustomer(page: Page, company: string) {
  await page.getByRole("navigation", { name: /^(Main menu|Hauptmenü)$/ }).getByRole("link", { name: /^(Customers|Kunden)$/ }).click();
  await page.getByRole("link", { name: company, exact: true }).click();
  await expect(heading(page, /^(Users and licenses|Benutzer und Lizenzen)$/)).toBeVisible();
}

/** Finishes the exercise once every goal is reached. */
export async function finish(page: Page) {
  await expect(panel(page).getByText(/^(All goals are reached\.|Alle Ziele sind erreicht\.)$/)).toBeVisible();
  await panel(page).getByRole("button", { name: /^(Finish|Abschließen)$/ }).click();
  await expect(heading(page, /^(Result|Ergebnis): /)).toBeVisible();
  await expect(page.getByText(/^(Well done!|Geschafft!)$/)).toBeVisible();
}

/** The texts of the person's own workspace, as they are stored. */
export const readOwnWorkspace = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      Object.entries(localStorage as Record<string, string>).filter(
        ([key]) => !key.startsWith("seatwork/t/") && key !== "seatwork/preferences",
      ),
    ),
  );

export { button };
