// A second start on the same desktop ends at once and leaves one window; its size is remembered.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { until } from "../processes.mjs";
import { program } from "../stage.mjs";

journey("second_start", { coOp: false, size: "1400x900" }, async ({ stage, page }) => {
  const second = stage.start([program()]);
  await until("the second start to end", () => second.exitCode !== null);
  assert.equal(second.exitCode, 0, second.said);
  assert.ok(await page.has("first-start"), "the first window is still there");
  const width = () => page.driver.executeScript("return window.innerWidth");
  await page.driver.manage().window().setRect({ width: 900, height: 650 });
  await until("the window to be narrower", async () => (await width()) === 900);
  page = await stage.restart();
  await until("the size to be the same again", async () => (await width()) === 900);
});
