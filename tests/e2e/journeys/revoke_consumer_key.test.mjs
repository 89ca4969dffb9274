// A key is revoked once the site's name was typed: it opens nothing from then on. One that somebody
// else revoked before is told apart.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { act, keyNamed, keyOf, keysWentRightly, requests, rightsOf } from "../shop.mjs";
import {
  SITE, connectShop, copyConsumerPair, makeConsumerKey, revoke, stateIs,
} from "../site.mjs";

journey("revoke_consumer_key", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Given to the wrong one" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  const { id } = await keyNamed(shop, "Given to the wrong one");

  // The name has to be the right one.
  await page.pressOn("revoke");
  await page.reads("revoke-consequence", SITE);
  await page.type("typed-name", "Épicerie");
  assert.ok(!(await (await page.get("revoke-confirm")).isEnabled()), "not yet");
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-confirm");
  await page.gone("revoke-dialog");
  await stateIs(page, "gone");
  assert.ok((await keyOf(shop, id)).revoked, "the shop's own record says so");
  assert.equal(await rightsOf(shop, pair), "nothing");
  assert.equal((await requests(shop, "GET", `revoke-key=${id}`)).length, 1, "asked once");
  await page.reads("consumer-reason", /no longer has/);
  await page.pressOn("forget-key");
  await page.gone("detail-title");

  await makeConsumerKey(page, { description: "Revoked twice" });
  await stateIs(page, "works");
  const other = await keyNamed(shop, "Revoked twice");
  await act(shop, "revoke_key", { id: other.id });
  await revoke(page);
  await page.gone("revoke-dialog");
  await stateIs(page, "gone");
  await page.reads("toast", /gone already/, '[data-kind="key"]');
  await keysWentRightly(shop);
});
