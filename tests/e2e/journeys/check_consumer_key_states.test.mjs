// What checking a consumer key finds: that it works with each permission, that its secret is wrong,
// its owner lacks the right, somebody revoked it, or the site keeps it from being recognised.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { checkIs } from "../handing.mjs";
import { Browser } from "../browser.mjs";
import { act, behave, control, keyNamed, keysWentRightly, numberOf } from "../shop.mjs";
import {
  chooseOfSite, connectShop, copyConsumerPair, makeConsumerKey, openConsumerKey, paste, stateIs,
} from "../site.mjs";

const KEYS = [
  ["Price list", "read"], ["Parcels", "write"], ["Everything else", "read_write"],
];

journey("check_consumer_key_states", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  for (const [description, permission] of KEYS) {
    await makeConsumerKey(page, { description, permission });
    await stateIs(page, "works");
    await checkIs(page, "works");
  }

  // What somebody else changed on the site counts at once.
  await act(shop, "edit_key", {
    id: (await keyNamed(shop, "Everything else")).id, permission: "read",
  });
  await page.pressOn("check");
  await page.get("consumer-permission", '[data-permission="read"]');
  await stateIs(page, "works");

  // The owner lacks the right.
  await makeConsumerKey(page, { description: "For the manager", owner: "malik" });
  await stateIs(page, "works");
  const malik = await numberOf(shop, "malik");
  await act(shop, "change_role", { id: malik, role: "customer" });
  await checkIs(page, "owner_lacks_right");
  await act(shop, "change_role", { id: malik, role: "shop_manager" });
  await checkIs(page, "works");

  // The secret is not the one that belongs to the key.
  const made = await (await Browser.signedIn(shop, "anne")).makeKey("Half right");
  await chooseOfSite(page, "menu-paste-key");
  await paste(page, "paste-consumer-key", `${made.identifier}\ncs_${"9".repeat(40)}`);
  await page.pressOn("paste-keep");
  await page.problem("pair_not_accepted");
  await page.pressOn("paste-anyway");
  await page.get("paste-kept", '[data-status="refused"]');
  await page.pressOn("paste-show");
  await page.reads("detail-title", "Half right");
  await checkIs(page, "refused");

  // What the site does to every key.
  await openConsumerKey(page, "Parcels");
  await stateIs(page, "works");
  await behave(shop, { rest_guard: "code" });
  await page.pressOn("check");
  await page.problem("rest_closed");
  await behave(shop, { rest_guard: null, permalinks: "plain" });
  await checkIs(page, "plain_permalinks");
  await behave(shop, { permalinks: "pretty", strips_authorization: true });
  await checkIs(page, "not_recognised");
  await behave(shop, { strips_authorization: false, tls_ends_in_front: true });
  await checkIs(page, "not_recognised");
  await behave(shop, { tls_ends_in_front: false });
  await checkIs(page, "works");

  // Somebody else revokes it.
  const pair = await copyConsumerPair(page);
  await act(shop, "revoke_key", { id: (await keyNamed(shop, "Parcels")).id });
  await page.pressOn("check");
  await page.get("detail-status", ':is([data-status="not_recognised"], [data-status="gone"])');
  assert.ok(pair.identifier);
  const asked = (await control(shop, "history")).filter((each) => each.consumer_key);
  assert.ok(asked.every(({ authorization }) => authorization === "Basic"), "in the header only");
  await keysWentRightly(shop);
});
