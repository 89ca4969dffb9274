// The site's list has two pages: every key is here, with what the site tells of it, and is found by
// its ending and its owner.

import assert from "node:assert/strict";
import { Key, journey, openKey, refreshAll, search } from "../steps.mjs";
import { act, control, keyNamed, keysWentRightly, requests } from "../shop.mjs";
import { connectShop, openConsumerKey, stateIs } from "../site.mjs";
import { until } from "../processes.mjs";

/** What a row tells, once it is the only one. */
async function onlyRow(page) {
  await until("one row to be left", async () => (await page.all("key-row")).length === 1);
  return page.text("key-row");
}

journey("list_site_keys_over_two_pages", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page, {
    before: (site) => act(site, "add_keys", { count: 27 }),
  });
  await page.reads("rail-all-keys", /\b33\b/);
  assert.equal((await requests(shop, "GET", "paged=2")).length, 1, "two pages were read");

  const wanted = await keyNamed(shop, "Delivery — practice");
  await search(page, wanted.last_seven);
  assert.match(await onlyRow(page), new RegExp(`Delivery — practice[^]*…${wanted.last_seven}`));
  await page.type("search", "malik sorbier stock");
  assert.match(await onlyRow(page), /Stock count — practice[^]*Read-Write/);
  await page.get("row-not-held");

  // What the site tells of a key, in the site's own words.
  await openConsumerKey(page, "Stock count — practice");
  await stateIs(page, "not_held");
  await page.get("consumer-permission", '[data-permission="read_write"]');
  await page.reads("consumer-owner", "Malik Sorbier");
  const last = await page.text("consumer-last-access");
  assert.match(last, /\d{4}/, "a date of the site");
  const till = await keyNamed(shop, "Till — practice");
  await openKey(page, till.last_seven, /Till — practice/);
  await page.get("consumer-permission", '[data-permission="write"]');
  await page.reads("consumer-last-access", /never used/i);
  assert.ok(!(await (await page.get("check")).isEnabled()), "without its secret nothing is checked");
  assert.ok(!(await (await page.get("hand-over")).isEnabled()), "or handed over");
  await openConsumerKey(page, "Newsletter — practice");
  await page.get("consumer-owner", '[data-deleted="true"]');
  await stateIs(page, "owner_gone");

  // What changes on the site is seen at the next refresh.
  await act(shop, "edit_key", { id: wanted.id, permission: "read", description: "Delivery, moved" });
  await page.type("search", "");
  await page.press(Key.ESCAPE);
  await refreshAll(page);
  await openConsumerKey(page, "Delivery, moved");
  await page.get("consumer-permission", '[data-permission="read"]');
  await page.get("drift-card");
  assert.equal((await control(shop, "keys")).filter(({ revoked }) => !revoked).length, 33);
  await keysWentRightly(shop);
});
