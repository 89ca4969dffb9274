// A shop manager sees every key, but may touch only some: of the others it is said why not, and
// nothing is asked of the site that it would wrongly do.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { control, keyNamed, numberOf, requests } from "../shop.mjs";
import {
  SITE, chooseOwner, connectShop, consumerKeyIsMade, fillIn, makeConsumerKey, openConsumerKey,
  openNewKey, stateIs, tick,
} from "../site.mjs";

const ACTS = ["edit-key", "rotate", "revoke"];

/** Whether each of the open key's acts can be pressed. */
async function areOffered(page) {
  const offered = [];
  for (const act of ACTS) offered.push(await (await page.get(act)).isEnabled());
  return offered;
}

journey("shop_manager_without_rights", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page, { name: "malik" });
  await page.reads("rail-all-keys", /\b6\b/);
  await openConsumerKey(page, "Delivery — practice");
  assert.deepEqual(await areOffered(page), [false, false, false]);
  await page.reads("consumer-reason", "Anne Tilleul");
  for (const own of ["Stock count — practice", "Loyalty cards — practice", "Newsletter — practice"]) {
    await openConsumerKey(page, own);
    assert.deepEqual(await areOffered(page), [true, true, true], own);
  }
  await page.type("search", "");

  // Several at once: what may not be revoked stays, by name, and was not asked for.
  const anne = await keyNamed(shop, "Delivery — practice");
  await page.click("toolbar-more");
  await page.click("revoke-several");
  await page.get("revoke-row");
  await tick(page, "Delivery — practice", "Newsletter — practice");
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-several-confirm");
  await page.reads("revoke-report-revoked", "Newsletter — practice");
  await page.reads("revoke-report-not_allowed", "Delivery — practice");
  await page.pressOn("revoke-several-close");
  await page.gone("revoke-several-sheet");
  assert.equal((await requests(shop, "GET", `revoke-key=${anne.id}`)).length, 0);
  assert.equal((await requests(shop, "POST", "section=keys")).length, 0, "managers have no bulk menu");
  assert.ok(await keyNamed(shop, "Delivery — practice"));

  // A key of one's own is made as ever; another owner may be a customer only.
  await makeConsumerKey(page, { description: "Of the manager" });
  await stateIs(page, "works");
  assert.equal((await keyNamed(shop, "Of the manager")).owner, await numberOf(shop, "malik"));
  const made = (await control(shop, "keys")).length;
  await openNewKey(page);
  await fillIn(page, { description: "In the name of another", owner: "anne" });
  await page.pressOn("consumer-create");
  await page.problem("site_says");
  assert.equal((await control(shop, "keys")).length, made, "none was made for Anne");
  await chooseOwner(page, "carla");
  await page.pressOn("consumer-create");
  await consumerKeyIsMade(page, "In the name of another");
  await stateIs(page, "owner_lacks_right");
});
