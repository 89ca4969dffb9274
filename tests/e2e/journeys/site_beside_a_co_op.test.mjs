// A co-op and a shop's site side by side: one list and one search for both, each with its own words
// and its own form for a new key, and both checked at once.

import assert from "node:assert/strict";
import { Key, connect, copyPair, journey, openKey, search } from "../steps.mjs";
import { isLive } from "../server.mjs";
import { keyNamed, keysWentRightly } from "../shop.mjs";
import {
  SITE, connectShop, consumerKeyIsMade, copyConsumerPair, fillIn, openConsumerKey, stateIs,
} from "../site.mjs";

const BOTH = "Delivery of both";

/** The names of the connections that a new key can be for. */
async function connections(page) {
  const options = await (await page.get("key-connection")).findElements({ css: "option" });
  return Promise.all(options.map(async (each) => (await each.getText()).trim()));
}

journey("site_beside_a_co_op", {}, async ({ page, coOp }) => {
  const shop = await connectShop(page);
  await connect(page, coOp);
  await page.click("rail-all-keys");
  await search(page, "Delivery — practice", /Delivery — practice/);
  await search(page, "Boulangerie");
  await page.type("search", "");

  // The form follows the connection.
  await page.pressOn("new-key");
  await page.get("key-sheet");
  const names = await connections(page);
  assert.equal(names.length, 2);
  await page.choose("key-connection", names.find((name) => name !== SITE));
  await page.get("key-store");
  assert.ok(!(await page.has("consumer-description")), "a co-op's key has no description");
  await page.choose("key-connection", SITE);
  await page.get("consumer-description");
  assert.ok(!(await page.has("key-store")), "a site has no Stores");
  await fillIn(page, { description: BOTH });
  await page.pressOn("consumer-create");
  await consumerKeyIsMade(page, BOTH);
  await stateIs(page, "works");
  const consumer = await copyConsumerPair(page);
  assert.ok(consumer.identifier.endsWith((await keyNamed(shop, BOTH)).last_seven));

  // All are checked, whichever they are.
  await page.press(Key.ESCAPE);
  await page.click("toolbar-more");
  await page.click("check-all");
  await page.get("check-all-report");
  await openConsumerKey(page, BOTH);
  await stateIs(page, "works");
  await openKey(page, "Boulangerie");
  assert.ok(await isLive(coOp, await copyPair(page)), "the co-op's own pair");
  await keysWentRightly(shop);
});
