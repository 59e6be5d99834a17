// Exercises: begun from the page Training, ticked while one works, finished; resumed, restarted,
// left and deleted.

import { expect, test } from "@playwright/test";
import { addUser, button, heading } from "./steps";
import { chooseCustomer, expectGoals, finish, panel, readOwnWorkspace } from "./training";

const DANA = { first: "Dana", last: "Ruiz", user: "dana.ruiz", domain: "albatros-werkzeugbau.example", licenses: ["Microsoft 365 Business Premium"] };

test("an exercise is begun from the Dashboard, ticks by itself, and is finished", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Practise/ }).click();
  await expect(heading(page, "Training")).toBeVisible();
  const before = await readOwnWorkspace(page);
  await page.getByRole("link", { name: "Start “Your first user”" }).click();
  await expect(heading(page, "Customers")).toBeVisible();
  await expect(page).toHaveURL(/#\/exercise\/[0-9a-f]{8}\/customers$/);
  await expect(panel(page).getByRole("heading", { name: "Your first user" })).toBeVisible();
  await expectGoals(page, false, false, false);
  await chooseCustomer(page, "Albatros Werkzeugbau GmbH");
  await button(page, "Add user").click();
  await addUser(page, DANA);
  await expectGoals(page, true, true, false);
  await expect(page.getByRole("status", { name: "Side panel" })).toHaveText(
    "2 goals reached: Dana Ruiz has an account. She holds Microsoft 365 Business Premium.",
  );
  const download = page.waitForEvent("download");
  await page.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await download;
  await expectGoals(page, true, true, true);
  await finish(page);
  await expect(page.getByText("Everything ended exactly as in the sample solution.")).toBeVisible();
  await page.getByText("PowerShell command", { exact: true }).click();
  await expect(page.getByText(/New-PartnerCustomerUser/).first()).toBeVisible();
  await page.getByRole("link", { name: "Go to Training" }).click();
  await expect(page.getByText("1 of 14 exercises done")).toBeVisible();
  expect(await readOwnWorkspace(page)).toEqual(before);
});
