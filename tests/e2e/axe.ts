// What axe finds on a page, in both color schemes, wide and narrow.

import axe from "axe-core";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A color scheme and a width. */
export type Look = { colorScheme: "light" | "dark"; width: number };

/** Each scheme and each width once: colors do not depend on the width, nor sizes on the colors. */
const LOOKS: readonly Look[] = [
  { colorScheme: "light", width: 1200 },
  { colorScheme: "dark", width: 320 },
];

/** Returns what axe finds, a line for each place. */
async function findViolations(page: Page): Promise<string[]> {
  // axe runs in the page itself. `@axe-core/playwright` opens a second page for each result, to
  // join those of frames, and this program has no frames.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe } = window as never as { axe: typeof import("axe-core") };
    // A color in transition is not a color of the design. What scrolling drives never finishes.
    const timed = document.getAnimations().filter(({ timeline }) => timeline instanceof DocumentTimeline);
    await Promise.all(timed.map((animation) => animation.finished.catch(() => undefined)));
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(" ")} – ${node.html.slice(0, 120)}`),
    );
  }, RULES);
}

/**
 * Expects that axe finds nothing in any look, and that nothing but a table is wider than the
 * window.
 */
export async function expectAccessible(page: Page, state: string, looks = LOOKS) {
  const before = page.viewportSize();
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const at = `${state}, ${colorScheme}, ${width} px`;
    expect.soft(await findViolations(page), at).toEqual([]);
    // A table scrolls in its own region.
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(excess, `${at}: the page scrolls sideways`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}
