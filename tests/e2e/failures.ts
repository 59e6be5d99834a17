// Says at the very end which tests failed, where and why, in a few lines each: who reads only the
// end of a long log has what is needed.

import { relative } from "node:path";
import type { FullConfig, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const MAX_LINES = 8;
const COLORS = /\u001b\[[0-9;]*m/g;

export default class Failures implements Reporter {
  private readonly failed: string[] = [];
  private root = "";

  onBegin(config: FullConfig) {
    this.root = config.rootDir;
  }

  onTestEnd(test: TestCase, { status, errors, duration }: TestResult) {
    if (status === test.expectedStatus || status === "skipped") return;
    // A test that took too long has two: that it did, and what it waited for.
    const error = errors.find(({ location }) => location) ?? errors[0];
    const at = error?.location ?? test.location;
    const place = `${relative(this.root, at.file)}:${at.line}`;
    const why = (error?.message ?? status).replace(COLORS, "").split("\n").filter((line) => line.trim());
    const title = `${test.title} (${status} after ${(duration / 1_000).toFixed(1)} s)`;
    this.failed.push([`${place}  ${title}`, ...why.slice(0, MAX_LINES).map((line) => `    ${line}`)].join("\n"));
  }

  onEnd() {
    if (this.failed.length > 0) console.log(`\nfailed:\n${this.failed.join("\n")}`);
  }

  printsToStdio() {
    return true;
  }
}
