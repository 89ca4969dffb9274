// Several keys are revoked at once, each outcome told by name: one of them was gone before.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { act, control, keyNamed, keysWentRightly, requests } from "../shop.mjs";
import { SITE, connectShop, tick } from "../site.mjs";
import { until } from "../processes.mjs";

journey("revoke_several_keys", { coOp: false }, async ({ page }) => {
  const shop = await connectShop(page);
  const before = (await control(shop, "keys")).filter(({ revoked }) => !revoked);
  await page.click("toolbar-more");
  await page.click("revoke-several");
  await page.get("revoke-several-sheet");
  await page.get("revoke-row");
  assert.equal((await page.all("revoke-row")).length, before.length);
  await page.chooseValue("revoke-several-kind", "owner_gone");
  await until("one key to be shown", async () => (await page.all("revoke-row")).length === 1);
  await tick(page, "Newsletter — practice");
  await page.chooseValue("revoke-several-kind", "all");
  await tick(page, "Loyalty cards — practice", "Accounting — practice");
  await page.reads("revoke-consequence", "3 keys");
  assert.ok(!(await (await page.get("revoke-several-confirm")).isEnabled()), "not without its name");
  await act(shop, "revoke_key", { id: (await keyNamed(shop, "Accounting — practice")).id });
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-several-confirm");

  await page.reads("revoke-report", /2 keys were revoked/);
  const told = await page.text("revoke-report-revoked");
  assert.match(told, /Newsletter/);
  assert.match(told, /Loyalty cards/);
  await page.reads("revoke-report-already_gone", "Accounting — practice");
  assert.ok(!(await page.has("revoke-report-not_allowed")));
  await page.pressOn("revoke-several-close");
  await page.gone("revoke-several-sheet");

  const after = (await control(shop, "keys")).filter(({ revoked }) => !revoked);
  assert.deepEqual(after.map(({ description }) => description).sort(),
    ["Delivery — practice", "Stock count — practice", "Till — practice"]);
  const posts = await requests(shop, "POST", "section=keys");
  assert.ok(posts.length <= 1, "asked at most once for all");
  await keysWentRightly(shop);
});
