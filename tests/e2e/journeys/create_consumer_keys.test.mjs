// A key of each permission is made: both halves that are copied are the shop's own, and they do
// what the permission says, no more. A key can be made for another owner.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { keyNamed, keysWentRightly, numberOf, requests, rightsOf } from "../shop.mjs";
import {
  connectShop, copyConsumerPair, copySiteUrl, makeConsumerKey, openNewKey, stateIs,
} from "../site.mjs";

journey("create_consumer_keys", { coOp: false }, async ({ stage, page }) => {
  const shop = await connectShop(page);
  for (const permission of ["read", "write", "read_write"]) {
    const description = `Deliveries, ${permission}`;
    await makeConsumerKey(page, { description, permission });
    await page.get("consumer-permission", `[data-permission="${permission}"]`);
    await stateIs(page, "works");
    const pair = await copyConsumerPair(page);
    const made = await keyNamed(shop, description);
    assert.ok(pair.identifier.endsWith(made.last_seven), "it is that key of the shop");
    assert.equal(made.permission, permission);
    assert.equal(await rightsOf(shop, pair), permission, "both halves are the shop's own");
    assert.ok(stage.secrets("Saddlebag practice").includes(pair.secret), "it is in the keychain");
    assert.equal(await copySiteUrl(page), shop.url);
  }

  await makeConsumerKey(page, { description: "For the manager", owner: "malik" });
  const { owner } = await keyNamed(shop, "For the manager");
  assert.equal(owner, await numberOf(shop, "malik"));
  await page.reads("consumer-owner", "Malik Sorbier");
  assert.equal((await requests(shop, "POST", "/wp-admin/admin-ajax.php")).length, 4, "once each");

  // What the site would take wrongly is not sent.
  await openNewKey(page);
  for (const [description, why] of [["0", /“0”/], ["a < b", /“<”/], ["x".repeat(201), /200/]]) {
    await page.type("consumer-description", description);
    await page.reads("key-sheet", why);
    assert.ok(!(await (await page.get("consumer-create")).isEnabled()), `not with ${why}`);
  }
  assert.equal((await requests(shop, "POST", "/wp-admin/admin-ajax.php")).length, 4);
  await keysWentRightly(shop);
});
