// The site asks for a second factor: a mailed code, an app's, or one of a printed list. A wrong one
// is refused, and each right one lets in.

import assert from "node:assert/strict";
import { journey, keysAreListed, submitCode } from "../steps.mjs";
import { behave, keysWentRightly, newestCode } from "../shop.mjs";
import {
  chooseOfSite, openConnectSite, signIn, startShop, typeCode, typeSite,
} from "../site.mjs";

journey("connect_site_second_factor", { coOp: false }, async ({ stage, page }) => {
  const shop = await startShop(page);
  await behave(shop, { second_factor: "email" });
  await openConnectSite(page);
  await typeSite(page, shop.url);
  await signIn(page, "anne");
  await page.get("connect-code");
  const code = await newestCode(shop);
  await page.reads("connect-sheet", /e-mail/i);
  await page.type("connect-code", "00 not a code");
  await submitCode(page);
  await page.problem("code_refused");
  await page.reads("practice-mail-code", code);
  await page.click("practice-code-fill");
  await submitCode(page);
  await keysAreListed(page);

  await behave(shop, { second_factor: "app" });
  await chooseOfSite(page, "menu-sign-out");
  await page.get("signed-out");
  await chooseOfSite(page, "menu-sign-in");
  await page.type("connect-password", "practice");
  await page.pressOn("connect-sign-in");
  await page.reads("connect-sheet", /app/i);
  await typeCode(page, shop);
  await page.gone("connect-sheet");

  await behave(shop, { second_factor: "backup_code" });
  await chooseOfSite(page, "menu-sign-in");
  await page.type("connect-password", "practice");
  await page.pressOn("connect-sign-in");
  await page.reads("connect-sheet", /backup code/i);
  await typeCode(page, shop);
  await page.gone("connect-sheet");
  assert.match(stage.secret("Saddlebag practice", `${shop.place} session`), /wordpress_logged_in_/);
  await keysWentRightly(shop);
});
