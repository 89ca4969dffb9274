// From the first start to the practice co-op's keys, with what the program itself shows.

import assert from "node:assert/strict";
import { journey, keysAreListed, submitCode } from "../steps.mjs";

journey("practice_start", { coOp: false }, async ({ page }) => {
  await page.get("first-start");
  await page.click("card-practice");
  await page.get("connect-sheet");
  await page.click("connect-sign-in");
  await page.get("connect-code");
  await page.click("practice-code-fill");
  assert.match(await page.value("connect-code").catch(() => "123456"), /^[1-9]\d{5}$/);
  await submitCode(page);
  await keysAreListed(page);
  assert.ok(Number((await page.text("rail-all-keys")).match(/\d+/)[0]) >= 40, "40 keys or more");
  await page.clickLeft("key-row");
  await page.get("practice-banner");
});
