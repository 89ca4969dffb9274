// The site is not there: its keys are found and copied all the same, what needs the site says so,
// and once it is back everything goes on.

import assert from "node:assert/strict";
import { Key, journey, refreshAll } from "../steps.mjs";
import { keysWentRightly, requests, rightsOf } from "../shop.mjs";
import {
  connectShop, copyConsumerPair, makeConsumerKey, openConsumerKey, stateIs,
} from "../site.mjs";

journey("site_offline_copy", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "In the cellar" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  await page.click("rail-practice");
  await page.pressOn("practice-stop");
  await page.get("practice-start");
  await page.click("rail-all-keys");
  await openConsumerKey(page, "In the cellar");
  assert.deepEqual(await copyConsumerPair(page), pair);
  await page.pressOn("check");
  await page.problem("connection_refused");
  await stateIs(page, "unreachable");
  await page.pressOn("new-key");
  await page.get("key-sheet");
  await page.problem("connection_refused");
  await page.press(Key.ESCAPE);
  await page.gone("key-sheet");
  await page.press(Key.F5);
  await page.get("offline");

  await page.click("rail-practice");
  await page.pressOn("practice-start");
  await page.get("practice-stop");
  await page.click("rail-all-keys");
  await refreshAll(page);
  await page.gone("offline");
  await page.pressOn("check");
  await stateIs(page, "works");
  assert.equal(await rightsOf(shop, pair), "read_write");
  assert.equal((await requests(shop, "POST", "/wp-login.php")).length, 0, "still signed in");
  await keysWentRightly(shop);
});
