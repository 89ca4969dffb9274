// The session ends in the middle of making a key: signing in again loses nothing of what was filled
// in, and exactly one key is made.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { act, keyNamed, numberOf, rightsOf } from "../shop.mjs";
import {
  connectShop, consumerKeyIsMade, copyConsumerPair, fillIn, openNewKey, signInAgain, stateIs,
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

  // The same for a key that is to be revoked.
  await act(shop, "expire_sessions");
  await page.pressOn("revoke");
  await page.type("typed-name", "Épicerie des Tilleuls (practice)");
  await page.pressOn("revoke-confirm");
  await signInAgain(page);
  if (await page.has("revoke-dialog")) {
    await page.pressOn("revoke-confirm").catch(() => {});
  }
  await page.gone("revoke-dialog");
  await stateIs(page, "gone");
});
