// Set to French, the whole window speaks French at once, and still does after a restart.

import assert from "node:assert/strict";
import { connect, journey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("window_in_french", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.click("rail-settings");
  await page.choose("settings-language", "Français");
  await page.reads("rail", /Toutes les\sclés/);
  page = await stage.restart();
  await page.reads("rail", /Toutes les\sclés/);
  assert.equal(await page.driver.executeScript("return document.documentElement.lang"), "fr");
  await until("rows", () => page.has("key-row"));
});
