// The site is updated, or was not for years, and its administration speaks another language: keys
// stay what they are, and making, editing and revoking them works in each.

import assert from "node:assert/strict";
import { journey, refreshAll } from "../steps.mjs";
import { behave, keyNamed, keyOf, keysWentRightly, rightsOf } from "../shop.mjs";
import {
  connectShop, copyConsumerPair, makeConsumerKey, openConsumerKey, revoke, stateIs,
} from "../site.mjs";

const VERSIONS = [
  { flavour: "a", language: "french" },
  { flavour: "b", language: "english" },
  { flavour: "c", language: "french" },
];

journey("site_of_each_version", { coOp: false, minutes: 4 }, async ({ page }) => {
  const shop = await connectShop(page);
  for (const [at, version] of VERSIONS.entries()) {
    await behave(shop, version);
    await page.type("search", "");
    await refreshAll(page);
    assert.ok(!(await page.has("drift-line")), `nothing changed with ${version.flavour}`);
    await openConsumerKey(page, "Stock count — practice");
    await page.get("consumer-permission", '[data-permission="read_write"]');

    const description = `Delivery of version ${version.flavour}`;
    await makeConsumerKey(page, { description, permission: "read" });
    await stateIs(page, "works");
    const pair = await copyConsumerPair(page);
    assert.equal(await rightsOf(shop, pair), "read");
    await page.pressOn("edit-key");
    await page.get("edit-key-dialog");
    await page.click("permission-write");
    await page.pressOn("edit-save");
    await page.gone("edit-key-dialog");
    await page.get("consumer-permission", '[data-permission="write"]');
    assert.equal(await rightsOf(shop, pair), "write");
    const { id } = await keyNamed(shop, description);
    await revoke(page);
    await page.gone("revoke-dialog");
    await stateIs(page, "gone");
    assert.ok((await keyOf(shop, id)).revoked);
    await page.reads("rail-all-keys", new RegExp(`\\b${7 + at}\\b`));
  }
  await keysWentRightly(shop);
});
