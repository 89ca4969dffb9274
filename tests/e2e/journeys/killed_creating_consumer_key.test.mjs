// The program is killed while the site's reply to making a key is on its way. Started again, it
// finds the key, knows that nobody has its secret, and makes it again with consent. When the site did
// nothing of it, a slow one might still be at work, so that the question stays open.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { atHighPorts } from "../ports.mjs";
import { keyNamed, keyOf, keysNamed, rightsOf, spoilOnce } from "../shop.mjs";
import {
  connectShop, copyConsumerPair, fillIn, openConsumerKey, openNewKey, stateIs,
} from "../site.mjs";
import { until } from "../processes.mjs";

const AJAX = { path: "/wp-admin/admin-ajax.php", method: "POST", kind: "hold" };

/** Makes a key, and kills the program while the request is held; the window of the next start. */
async function killCreating(stage, page, shop, description, after_work) {
  await openNewKey(page);
  await fillIn(page, { description, permission: "write" });
  const struck = await spoilOnce(shop, { ...AJAX, after_work });
  await page.pressOn("consumer-create");
  await struck();
  await stage.killWindow();
  const next = await stage.openWindow();
  await next.get("key-row");
  return next;
}

journey("killed_creating_consumer_key", { coOp: false, minutes: 4 }, async ({ stage, page }) => {
  const shop = await atHighPorts(() => connectShop(page));

  page = await killCreating(stage, page, shop, "Cut off after it was made", true);
  const lost = await keyNamed(shop, "Cut off after it was made");
  await until("the question to be answered", async () =>
    !(await page.has("questions-banner")), 60);
  await openConsumerKey(page, "Cut off after it was made");
  await page.get("no-secret", '[data-why="lost"]');
  assert.ok(!(await page.has("copy-secret")), "there is no secret to copy");
  await page.pressOn("remake");
  await page.get("remake-dialog");
  await page.pressOn("remake-confirm");
  await page.gone("remake-dialog");
  await stateIs(page, "works");
  const made = await keyNamed(shop, "Cut off after it was made");
  assert.notEqual(made.id, lost.id);
  assert.ok((await keyOf(shop, lost.id)).revoked, "the lost one is revoked");
  const pair = await copyConsumerPair(page);
  assert.ok(pair.identifier.endsWith(made.last_seven));
  assert.equal(await rightsOf(shop, pair), "write");

  page = await killCreating(stage, page, shop, "Cut off before", false);
  await page.reads("questions-banner", /\b1\b/);
  assert.deepEqual(await keysNamed(shop, "Cut off before"), [], "the site has none");
  await page.type("search", "Cut off before");
  await page.get("no-match");
});
