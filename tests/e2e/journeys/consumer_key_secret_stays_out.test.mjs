// The Consumer secret is in the keychain, and neither in a file nor in the page.

import assert from "node:assert/strict";
import { join } from "node:path";
import { journey } from "../steps.mjs";
import { filesHolding } from "../handing.mjs";
import { rightsOf } from "../shop.mjs";
import { connectShop, copyConsumerPair, makeConsumerKey, stateIs } from "../site.mjs";
import { until } from "../processes.mjs";

journey("consumer_key_secret_stays_out", { coOp: false }, async ({ stage, page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Well kept" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  assert.equal(await rightsOf(shop, pair), "read_write");
  assert.ok(!(await page.source()).includes(pair.secret.slice(0, 16)), "copied, not shown");
  await page.pressOn("reveal");
  await page.reads("revealed-value", pair.secret);
  await page.pressOn("hide");
  await page.gone("revealed-value");
  assert.ok(!(await page.source()).includes(pair.secret.slice(0, 16)), "hidden again");

  await page.pressOn("check");
  await page.get("detail-status", '[data-status="works"]');
  await page.pressOn("diagnose");
  await page.get("diagnosis-cause");
  assert.ok(!(await page.source()).includes(pair.secret.slice(0, 16)));
  await page.pressOn("diagnose-close");
  await page.pressOn("strip-clear");
  await until("the clipboard to be empty", () => stage.clipboard() === "");
  const parts = [pair.secret, pair.secret.slice(3, 27), pair.secret.slice(-24)];
  // The practice shop inside the program has it, of course, as any site has.
  const shops = join(stage.dataFolder, "practice");
  const held = () => filesHolding(stage, ...parts).filter((file) => !file.startsWith(shops));
  assert.deepEqual(held(), [], "no file holds it");
  await stage.closeWindow();
  assert.deepEqual(held(), [], "nor once the window was closed");
});
