// Watches a page for errors, warnings, failed and foreign requests, and violations of the policy.

import { test, type Page } from "@playwright/test";

/** Chromium's warning about the checksum of the preload link, which boot.js checks itself. */
const KNOWN = "The `integrity` attribute is currently ignored for preload destinations";

/**
 * Watches a page, from before its first byte. Returns the findings, to which later ones are added.
 */
export async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on("console", (message) => {
    const matters = message.type() === "error" || message.type() === "warning";
    if (matters && !message.text().startsWith(KNOWN)) seen.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.push(`error: ${error}`));
  page.on("requestfailed", (request) => seen.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) seen.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const from = new URL(request.url());
    // Downloads are created in the page.
    if (!["blob:", "data:"].includes(from.protocol) && from.origin !== new URL(test.info().project.use.baseURL!).origin) {
      seen.push(`left the origin: ${request.url()}`);
    }
  });
  await page.exposeFunction("seatworkPolicy", (violation: string) => void seen.push(`policy: ${violation}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      (window as never as { seatworkPolicy(words: string): void }).seatworkPolicy(
        `${event.effectiveDirective} ${event.blockedURI}`,
      );
    });
  });
  return seen;
}
