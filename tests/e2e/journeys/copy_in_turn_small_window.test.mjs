// If wanted, copying in turn has a small window of its own above all others: on to the next value
// from there, and gone at the end.

import assert from "node:assert/strict";
import { connect, journey, openKey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("copy_in_turn_small_window", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.click("rail-settings");
  await page.click("settings-small-window");
  await page.click("rail-all-keys");
  await openKey(page, "Boulangerie");
  await page.pressOn("copy-in-turn");
  await page.reads("strip-place", "1 of 3");
  const { driver } = page;
  const main = await driver.getWindowHandle();
  const small = await until("the small window", async () =>
    (await driver.getAllWindowHandles()).find((handle) => handle !== main));
  await driver.switchTo().window(small);
  await page.get("turn-window");
  await page.reads("strip-place", "1 of 3");
  await until("the base URL", () => stage.clipboard() === coOp.base_url);
  assert.ok(!(await page.has("rail")), "nothing but the strip");
  await page.pressOn("strip-next");
  await page.reads("strip-place", "2 of 3");
  await until("the Identifier", () => /^[0-9a-f]{32}$/.test(stage.clipboard()));
  await page.pressOn("strip-next");
  await page.reads("strip-place", "3 of 3");
  await until("the Secret", () => /^[0-9a-f]{128}$/.test(stage.clipboard()));

  // The main window tells the same, and ends it.
  await driver.switchTo().window(main);
  await page.reads("strip-place", "3 of 3");
  await page.pressOn("strip-stop");
  await until("it to be gone", async () =>
    (await driver.getAllWindowHandles()).every((handle) => handle === main));
  await page.gone("strip-place");
});
