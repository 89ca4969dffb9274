// A consumer key is replaced by another: the site's last access tells when the new one is used and
// whether the old one still is. Retiring revokes the old one.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { handBy } from "../handing.mjs";
import { act, control, keyNamed, keyOf, keysWentRightly, rightsOf } from "../shop.mjs";
import {
  SITE, connectShop, copyConsumerPair, makeConsumerKey, openConsumerKey, stateIs,
} from "../site.mjs";

/** A key is used by a program of the shop's developer, a while later. */
async function used(shop, id) {
  // The site tells last access to the minute.
  await control(shop, "advance", { seconds: 180 });
  await act(shop, "use_key", { id });
}

journey("rotate_consumer_key", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Delivery, first", permission: "read_write" });
  await stateIs(page, "works");
  const before = await copyConsumerPair(page);
  const first = await keyNamed(shop, "Delivery, first");

  await page.pressOn("rotate");
  await page.get("rotation-what");
  await page.pressOn("rotation-begin");
  await page.get("rotation-permission", '[data-permission="read_write"]');
  await page.type("rotation-name", "Delivery, second");
  await page.pressOn("rotation-make");
  await page.get("rotation-step", '[data-step="hand_over"]');
  const second = await keyNamed(shop, "Delivery, second");
  assert.equal(second.permission, first.permission);
  assert.equal(second.owner, first.owner);
  await page.pressOn("rotation-hand-over");
  await page.get("hand-sheet", '[aria-busy="false"]');
  await page.type("hand-person", "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");

  // Nobody uses the new one yet; the old one is used.
  await page.get("rotation-step", '[data-step="await_use"]');
  await page.pressOn("rotation-look");
  await page.get("rotation-none-seen");
  await used(shop, second.id);
  await used(shop, first.id);
  await page.pressOn("rotation-look");
  await page.get("rotation-seen", '[data-seen="access"]');
  await page.get("rotation-old-still-used");
  assert.equal(await rightsOf(shop, before), "read_write", "both work until then");

  await page.reads("rotation-sheet", SITE);
  await page.type("typed-name", SITE);
  await page.pressOn("rotation-retire");
  await page.get("rotation-step", '[data-step="archive"]');
  assert.ok((await keyOf(shop, first.id)).revoked, "the old one is revoked");
  assert.equal(await rightsOf(shop, before), "nothing");
  await page.pressOn("rotation-finish");
  await page.get("rotation-done");
  await page.pressOn("rotation-close");
  await page.gone("rotation-sheet");
  await openConsumerKey(page, "Delivery, second");
  assert.equal(await rightsOf(shop, await copyConsumerPair(page)), "read_write");
  await page.reads("rail-archive", "1");
  await keysWentRightly(shop);
});
