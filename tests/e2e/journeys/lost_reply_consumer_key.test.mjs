// The site makes the key, but its reply is lost, and the secret with it: the key is found, and with
// consent it is revoked and made again. Where nothing was made, that is not said too early.

import assert from "node:assert/strict";
import { Key, journey } from "../steps.mjs";
import { control, keysNamed, keysWentRightly, rightsOf } from "../shop.mjs";
import {
  connectShop, consumerKeyIsMade, copyConsumerPair, fillIn, openNewKey, stateIs,
} from "../site.mjs";

const AJAX = { path: "/wp-admin/admin-ajax.php", method: "POST", times: 1 };

journey("lost_reply_consumer_key", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  await control(shop, "faults", { ...AJAX, kind: "cut_after_work" });
  await openNewKey(page);
  await fillIn(page, { description: "Through the tunnel", permission: "read" });
  await page.pressOn("consumer-create");
  await page.problem("secret_never_seen");
  const [lost, ...more] = await keysNamed(shop, "Through the tunnel");
  assert.equal(more.length, 0, "it was made once");
  assert.ok(!(await (await page.get("consumer-create")).isEnabled()), "and is not made twice");
  await page.pressOn("remake-now");
  await consumerKeyIsMade(page, "Through the tunnel");
  await stateIs(page, "works");
  const [made, ...others] = await keysNamed(shop, "Through the tunnel");
  assert.equal(others.length, 0, "the lost one is revoked");
  assert.notEqual(made.id, lost.id);
  const pair = await copyConsumerPair(page);
  assert.ok(pair.identifier.endsWith(made.last_seven));
  assert.equal(await rightsOf(shop, pair), "read");

  // Lost before the site did anything: it might still be at work, so nothing is asked again.
  await control(shop, "faults", { ...AJAX, kind: "cut_before_work" });
  await openNewKey(page);
  await fillIn(page, { description: "Before the tunnel" });
  await page.pressOn("consumer-create");
  await page.problem("reply_lost");
  assert.ok(!(await (await page.get("consumer-create")).isEnabled()), "not to be asked twice");
  await page.press(Key.ESCAPE);
  await page.gone("key-sheet");
  await page.get("questions-banner");
  await openNewKey(page);
  await fillIn(page, { description: "Before the tunnel" });
  await page.pressOn("consumer-create");
  await page.problem("still_looking");
  assert.deepEqual(await keysNamed(shop, "Before the tunnel"), []);
  await keysWentRightly(shop);
});
