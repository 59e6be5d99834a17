import { defineConfig } from "@playwright/test";
import { PORT } from "./serve.mjs";

const origin = `http://127.0.0.1:${PORT}`;
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // A forgotten `test.only` must not stand for the whole suite.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [["list"], ["./failures.ts"]],
  // A test fails by what is on the screen, never by how busy the machine is: speed is measured by
  // the benchmarks. What comes at once is seen at once, so only a failing test waits for so long.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: origin,
    // Actions, requests and logs only. Screenshots and snapshots of the page would add a third to
    // the processor time of a run; `--trace on` records them when a test needs a closer look.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    // Only the tests about it have one: each installs the whole site, and answers before a test can.
    serviceWorkers: "block",
    actionTimeout: 20_000,
    browserName: "chromium",
    launchOptions: {
      // The installed browser, which `cargo xtask test` finds. Nothing is downloaded.
      executablePath: process.env.SEATWORK_CHROME || undefined,
      args: [
        // Root cannot run Chromium otherwise, as in a container.
        ...(isRootOnLinux ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node serve.mjs",
    url: `${origin}/`,
    reuseExistingServer: false,
    timeout: 20_000,
    stdout: "ignore",
    stderr: "pipe",
  },
});
