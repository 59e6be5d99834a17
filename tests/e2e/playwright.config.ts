import { defineConfig } from "@playwright/test";
import { PORT } from "./serve.mjs";

const origin = `http://127.0.0.1:${PORT}`;
const isRootOnLinux = process.platform === "linux" && process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // A test that was left switched on alone must not pass for all of them.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: "list",
  use: {
    baseURL: origin,
    // What was done, asked and logged. Screenshots and snapshots of the page would cost a quarter of the time of the
    // whole run; `--trace on` makes them for a test that is looked into.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    actionTimeout: 10_000,
    browserName: "chromium",
    launchOptions: {
      // The installed browser; `cargo xtask test` finds it. Nothing is downloaded.
      executablePath: process.env.SEATWORK_CHROME || undefined,
      args: [
        // Root has no other way to run Chromium, as in a container.
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
