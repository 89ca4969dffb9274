// Connects to a site from the first start by an address that was copied from its administration:
// what it is is told before anything is typed, and its keys are there after signing in.

import assert from "node:assert/strict";
import { Key, journey, keysAreListed, refreshAll } from "../steps.mjs";
import { act, behave, control, keysWentRightly, requests } from "../shop.mjs";
import { openConnectSite, openConsumerKey, signIn, startShop, typeSite } from "../site.mjs";

const KEYS = "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";

journey("connect_site", { coOp: false }, async ({ stage, page }) => {
  const shop = await startShop(page);
  await behave(shop, { flavour: "b", permalinks: "plain" });
  await openConnectSite(page);
  await typeSite(page, shop.place);
  await page.get("site-plain-permalinks");
  assert.match(await page.text("connect-versions"), /WooCommerce 10\.4\.3 · WordPress 6\.9\.7/);
  await page.press(Key.ESCAPE);
  await page.gone("connect-sheet");

  await behave(shop, { flavour: "a", permalinks: "pretty" });
  await openConnectSite(page);
  await typeSite(page, shop.url + KEYS);
  assert.match(await page.text("connect-server-name"), /Épicerie des Tilleuls/);
  assert.equal((await page.text("connect-place")).trim(), shop.place);
  const versions = await page.text("connect-versions");
  assert.match(versions, /WooCommerce 11\.0\.1 · WordPress 7\.1/);
  assert.ok(!(await page.has("site-plain-permalinks")), "nothing is wrong with it now");
  await signIn(page, "anne", "not the password");
  await page.problem("sign_in_refused");
  await signIn(page, "anne");
  await keysAreListed(page);
  const keys = (await control(shop, "keys")).filter(({ revoked }) => !revoked);
  await page.reads("rail-all-keys", new RegExp(`\\b${keys.length}\\b`));
  await act(shop, "create_key", { description: "Till of the market stall" });
  await refreshAll(page);
  await page.reads("rail-all-keys", new RegExp(`\\b${keys.length + 1}\\b`));
  await openConsumerKey(page, "Till of the market stall");
  await page.get("practice-banner");

  const session = stage.secret("Saddlebag practice", `${shop.place} session`);
  assert.match(session, /wordpress_logged_in_/, "the session rests in the keychain");
  assert.ok(!session.includes("not the password"));
  assert.equal((await requests(shop, "POST", "/wp-login.php")).length, 2, "signed in twice");
  await keysWentRightly(shop);
});
