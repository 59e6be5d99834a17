// Watches a page for errors, warnings, failed and foreign requests, and violations of the policy.

import { test, type Page } from "@playwright/test";

/** Warnings about what is as it should be. */
const KNOWN = [
  // Chromium's, about the checksum of the preload link, which boot.js checks itself.
  "The `integrity` attribute is currently ignored for preload destinations",
  // Playwright's: only the tests about the service worker have one.
  "Service Worker registration blocked by Playwright",
];

/**
 * Watches a page, from before its first byte. Returns the findings, to which later ones are added.
 */
export async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on("console", (message) => {
    const matters = message.type() === "error" || message.type() === "warning";
    const isKnown = KNOWN.some((known) => message.text().startsWith(known));
    if (matters && !isKnown) seen.push(`console: ${message.text()}`);
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
