// An editor and a customer can sign in, but the site shows them no keys: it is said which roles
// may. Once an account got one of these, its keys come.

import assert from "node:assert/strict";
import { journey, keysAreListed } from "../steps.mjs";
import { act, numberOf } from "../shop.mjs";
import {
  chooseOfSite, openConnectSite, signIn, startShop, typeSite,
} from "../site.mjs";

journey("connect_site_not_allowed", { coOp: false }, async ({ page }) => {
  const shop = await startShop(page);
  await openConnectSite(page);
  await typeSite(page, shop.url);
  await signIn(page, "carla");
  await page.reads("no-admin", /carla.*WooCommerce[^]*Shop manager/);
  await page.click("connect-done");
  await page.gone("connect-sheet");
  await page.click("rail-all-keys");
  await page.reads("empty", "Épicerie");

  await chooseOfSite(page, "menu-sign-in");
  await page.get("connect-username");
  await signIn(page, "edith");
  await page.reads("no-admin", /edith/);
  await page.click("connect-done");
  await page.gone("connect-sheet");
  assert.equal((await page.all("key-row")).length, 0);

  await act(shop, "change_role", { id: await numberOf(shop, "edith"), role: "shop_manager" });
  await chooseOfSite(page, "menu-sign-in");
  await page.get("connect-username");
  await signIn(page, "edith");
  await keysAreListed(page);
});
