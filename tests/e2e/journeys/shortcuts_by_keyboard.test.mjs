// The main job without a mouse: search, choose, copy, new key, help, and back.

import assert from "node:assert/strict";
import { Key, connect, journey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("shortcuts_by_keyboard", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.press(Key.CONTROL, "k");
  const field = await page.driver.switchTo().activeElement();
  await field.sendKeys("boulangerie");
  await page.reads("key-row", /boulangerie/i);
  await page.press(Key.ARROW_DOWN);
  await page.press(Key.ENTER);
  await page.get("detail");
  await page.press(Key.CONTROL, "b");
  await page.reads("strip-text", "Identifier");
  assert.match(stage.clipboard(), /^[0-9a-f]{32}$/);
  await page.press(Key.CONTROL, "c");
  await page.reads("strip-text", "Secret");
  assert.match(stage.clipboard(), /^[0-9a-f]{128}$/);
  await page.press(Key.CONTROL, "u");
  await until("the base URL", () => stage.clipboard() === coOp.base_url);
  await page.press(Key.CONTROL, "n");
  await page.get("key-sheet");
  await page.press(Key.ESCAPE);
  await page.gone("key-sheet");
  await page.driver.executeScript("document.activeElement.blur()");
  await page.press("?");
  await page.get("shortcuts");
});
