// Description and permission of a key are changed on the site: the pair stays the same, and what it
// may do changes at once.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { keyNamed, keyOf, keysNamed, keysWentRightly, rightsOf } from "../shop.mjs";
import { connectShop, copyConsumerPair, makeConsumerKey, stateIs } from "../site.mjs";

journey("edit_consumer_key", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Statistics", permission: "read_write" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  const { id } = await keyNamed(shop, "Statistics");

  await page.pressOn("edit-key");
  await page.get("edit-key-dialog");
  assert.ok(!(await (await page.get("edit-save")).isEnabled()), "nothing was changed yet");
  await page.type("edit-description", "  Statistics   of the <b>year");
  assert.ok(!(await (await page.get("edit-save")).isEnabled()), "the site would change this");
  await page.type("edit-description", "Statistics of the year");
  await page.click("permission-read");
  await page.reads("edit-consequence", /can change nothing any more/);
  await page.pressOn("edit-save");
  await page.gone("edit-key-dialog");
  await page.reads("detail-title", "Statistics of the year");
  await page.get("consumer-permission", '[data-permission="read"]');
  const now = await keyOf(shop, id);
  assert.equal(now.description, "Statistics of the year");
  assert.equal(now.permission, "read");
  assert.equal(await rightsOf(shop, pair), "read");
  assert.deepEqual(await copyConsumerPair(page), pair, "both values stayed the same");
  await page.pressOn("check");
  await stateIs(page, "works");
  assert.ok(!(await page.has("drift-card")), "what was done here is no change by others");

  await page.pressOn("edit-key");
  await page.get("edit-key-dialog");
  await page.click("permission-write");
  await page.reads("edit-consequence", /can read nothing any more/);
  await page.pressOn("edit-save");
  await page.gone("edit-key-dialog");
  await page.get("consumer-permission", '[data-permission="write"]');
  assert.equal(await rightsOf(shop, pair), "write");
  assert.equal((await keysNamed(shop, "Statistics of the year")).length, 1);
  await keysWentRightly(shop);
});
