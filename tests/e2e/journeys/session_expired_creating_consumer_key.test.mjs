// The session ends in the middle of making a key: signing in again loses nothing of what was filled
// in, and exactly one key is made.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { act, keyNamed, numberOf, rightsOf } from "../shop.mjs";
import {
  connectShop, consumerKeyIsMade, copyConsumerPair, fillIn, openNewKey, revoke, signInAgain, stateIs,
} from "../site.mjs";

journey("session_expired_creating_consumer_key", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await openNewKey(page);
  await fillIn(page, { description: "After the tunnel", permission: "write", owner: "malik" });
  await act(shop, "expire_sessions");
  await page.pressOn("consumer-create");
  await signInAgain(page);
  assert.equal(await page.value("consumer-description"), "After the tunnel");
  assert.ok(await (await page.get("permission-write")).isSelected());
  await page.pressOn("consumer-create");
  await consumerKeyIsMade(page, "After the tunnel");
  await stateIs(page, "works");
  const made = await keyNamed(shop, "After the tunnel");
  assert.equal(made.owner, await numberOf(shop, "malik"));
  assert.equal(await rightsOf(shop, await copyConsumerPair(page)), "write");

  // Revoking goes on by itself: asked twice, it does the same.
  await act(shop, "expire_sessions");
  await revoke(page);
  await signInAgain(page);
  await page.gone("revoke-dialog");
  await stateIs(page, "gone");
});
