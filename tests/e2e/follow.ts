// What a person does who follows the documentation beside the work: a step after the other, with
// nothing but what the panel says and points at.

import { readFileSync, readdirSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { HEADINGS, csvFile, inventUsers } from "./steps";

const FOLDER = new URL("../../src/training/procedures/", import.meta.url);

export type Language = "en" | "de";
type Bilingual = Record<Language, string>;
type Target = { on: string; role: string; name: string; begins?: boolean };
export type Step = { text: Bilingual; note?: Bilingual; show: Target };
export type Procedure = { title: Bilingual; page: { title: Bilingual; path: string }; on: string[]; steps: Step[] };

/** The procedures as data, by their names. */
export const PROCEDURES: Record<string, Procedure> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))]),
);

/** The panel's own words. */
export const WORDS = {
  en: { panel: "Side panel", show: (step: number) => `Show me – step ${step}`, roles: { button: "Button", file: "Button", checkbox: "Check box", combobox: "List box", form: "Form", group: "Group", link: "Link", searchbox: "Search box", table: "List", textbox: "Text box" } },
  de: { panel: "Seitenbereich", show: (step: number) => `Zeig es mir – Schritt ${step}`, roles: { button: "Schaltfläche", file: "Schaltfläche", checkbox: "Kontrollkästchen", combobox: "Auswahlfeld", form: "Formular", group: "Gruppe", link: "Link", searchbox: "Suchfeld", table: "Liste", textbox: "Textfeld" } },
} as const;

export const panel = (page: Page, language: Language = "en"): Locator =>
  page.getByRole("complementary", { name: WORDS[language].panel });

/** The step with this number, from 1. */
export const stepItem = (page: Page, step: number, language: Language = "en"): Locator =>
  panel(page, language).getByRole("listitem").filter({ has: page.getByRole("button", { name: WORDS[language].show(step), exact: true }) });

export const showButton = (page: Page, step: number, language: Language = "en"): Locator =>
  panel(page, language).getByRole("button", { name: WORDS[language].show(step), exact: true });

/** The labels in bold in a step, as they are on the screen. */
export const readLabels = (page: Page, step: number, language: Language = "en"): Promise<string[]> =>
  stepItem(page, step, language).getByRole("strong").allTextContents();

/** What is said about the control that is pointed at: its role and name. */
export const said = (page: Page): Locator => page.getByRole("status", { name: /^(Side panel|Seitenbereich)$/ });

/** The marker around a control, which is drawn for the eye alone. */
export const marker = (page: Page): Locator => page.locator(".marker");

/** Reads what is pointed at, and finds it by its role and name, as a screen reader would. */
export async function readPointed(page: Page, target: Target, language: Language): Promise<{ control: Locator; called: string }> {
  const role = WORDS[language].roles[target.role as keyof (typeof WORDS)["en"]["roles"]];
  await expect(said(page)).toHaveText(new RegExp(`^${role}: .`));
  const called = (await said(page).textContent())!.slice(role.length + 2);
  const part = page.getByRole(target.on === "menu" ? "banner" : "main");
  const name = target.begins ? new RegExp(`^${called}`) : called;
  const control = part.getByRole((target.role === "file" ? "button" : target.role) as "button", { name, exact: !target.begins });
  return { control: control.first(), called };
}

/** Expects that the marker is around this control, and that both are in the window. */
export async function expectPointed(page: Page, control: Locator, role: string) {
  await expect(marker(page)).toBeVisible();
  // A table is marked as far as it is seen; a file field by the words that stand for it.
  const seen = role === "table" ? control.locator("xpath=ancestor::*[@role='region'][1]") : role === "file" ? control.locator("xpath=following-sibling::label") : control;
  await expect.poll(async () => {
    const [around, inside] = [await marker(page).boundingBox(), await seen.boundingBox()];
    if (!around || !inside) return "nothing is pointed at";
    const [dx, dy] = [around.x - inside.x, around.y - inside.y].map(Math.abs);
    return dx! <= 2 && dy! <= 2 ? "it" : `${JSON.stringify(around)} instead of ${JSON.stringify(inside)}`;
  }, { intervals: [50] }).toBe("it");
  await expect(seen).toBeInViewport();
}

/** What is typed into a field, by the word in the documentation. */
const TYPED: Record<string, string> = { first_name: "Frieda", user_name: "frieda" };

/** What a list is for: the link in its first row, or where rows are no links, the box that selects it. */
export async function inRow(list: Locator): Promise<Locator> {
  const link = list.getByRole("rowheader").getByRole("link").first();
  return (await link.count()) > 0 ? link : list.getByRole("row").nth(1).getByRole("checkbox");
}

/** Does at a control what its step asks for. */
export async function act(page: Page, target: Target, control: Locator, round: number) {
  const suffix = round > 0 ? `.${round}` : "";
  switch (target.role) {
    case "link":
      return control.click();
    case "table":
      return inRow(control).then((inRow) => inRow.click());
    case "textbox":
      return control.fill(`${TYPED[target.name] ?? "?"}${suffix}`);
    case "checkbox":
      return control.check();
    case "group":
    case "form":
      return control.getByRole("checkbox", { disabled: false, checked: false }).first().click();
    case "combobox":
      // The administrators, for whom there are enough licenses; and any country.
      return control.selectOption({ index: 4 });
    case "file":
      return control.setInputFiles(csvFile([HEADINGS, ...inventUsers(3)]));
    default:
      return control.click();
  }
}
