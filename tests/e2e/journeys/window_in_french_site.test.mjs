// With the window in French, everything about a site speaks French: connecting, the list, a key,
// making, editing, diagnosing, rotating, revoking, handing over, and what is said when it is done.

import assert from "node:assert/strict";
import { Key, journey, keysAreListed } from "../steps.mjs";
import { act, behave, keyNamed } from "../shop.mjs";
import { diagnoseKey } from "../diagnosing.mjs";
import { sheetIsWritten } from "../handing.mjs";
import {
  SITE, makeConsumerKey, openConnectSite, openConsumerKey, openNewKey, openShopPanel,
  signIn, startShop, stateIs, typeSite,
} from "../site.mjs";

// Small words that stand in nearly every English sentence, and in no French one.
const WORDS = "the|and|is|are|was|were|with|this|that|not|your|of|has|have|cannot|it|by";
const ENGLISH = new RegExp(`.*(?<![\\p{L}_])(${WORDS})(?![\\p{L}_]).*`, "iu");

/** That what a person sees now holds this, and no English. */
async function isFrench(page, id, part) {
  await page.reads(id, part);
  const text = await page.visibleText();
  const [line] = text.match(ENGLISH) ?? [];
  assert.equal(line, undefined, `English is seen at ${id}`);
}

/** Closes the sheet on top. */
async function leave(page, id) {
  await page.press(Key.ESCAPE);
  await page.gone(id);
}

journey("window_in_french_site", { coOp: false }, async ({ page }) => {
  await page.click("rail-settings");
  await page.choose("settings-language", "Français");
  await page.click("rail-start");
  await isFrench(page, "first-start", "site WooCommerce");
  const shop = await startShop(page);
  await behave(shop, { language: "french", second_factor: "email" });
  await openShopPanel(page);
  await isFrench(page, "practice-panel", /boutique/i);

  await openConnectSite(page);
  await isFrench(page, "connect-sheet", "Adresse du site");
  await typeSite(page, shop.url);
  await isFrench(page, "connect-sheet", "Mot de passe WordPress");
  await signIn(page, "anne", "faux");
  await page.problem("sign_in_refused");
  await isFrench(page, "problem", /refuse/);
  await signIn(page, "anne");
  await page.get("connect-code");
  await isFrench(page, "connect-sheet", /code/i);
  await page.click("practice-code-fill");
  await page.pressOn("connect-code-submit");
  await keysAreListed(page);
  await isFrench(page, "rail", "entraînement");

  await openConsumerKey(page, "Stock count — practice");
  await stateIs(page, "not_held");
  await isFrench(page, "detail", "Secret non détenu ici");
  await openNewKey(page);
  await isFrench(page, "key-sheet", "Nouvelle clé client");
  await leave(page, "key-sheet");
  await makeConsumerKey(page, { description: "Livraisons", permission: "read" });
  await stateIs(page, "works");
  await isFrench(page, "detail", "Clé client");
  await page.pressOn("edit-key");
  await page.click("permission-write");
  await isFrench(page, "edit-key-dialog", "Écriture");
  await leave(page, "edit-key-dialog");
  await page.pressOn("rotate");
  await isFrench(page, "rotation-sheet", /révoqu/);
  await leave(page, "rotation-sheet");
  await page.pressOn("hand-over");
  await page.get("hand-over-sheet");
  await sheetIsWritten(page);
  assert.equal(await page.value("hand-language"), "fr", "and so does the receiver");
  await isFrench(page, "hand-over-sheet", "Clé client");
  await leave(page, "hand-over-sheet");
  await act(shop, "revoke_key", { id: (await keyNamed(shop, "Livraisons")).id });
  await diagnoseKey(page);
  await isFrench(page, "diagnosis-causes", /révoquée/);
  await leave(page, "diagnose-sheet");
  await page.pressOn("revoke");
  await isFrench(page, "revoke-dialog", /coupé/);
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-confirm");
  await page.gone("revoke-dialog");
  await isFrench(page, "toast", /déjà/);
  await page.click("toolbar-more");
  await page.click("revoke-several");
  await page.get("revoke-row");
  await isFrench(page, "revoke-several-sheet", "Révoquer plusieurs clés");
  await leave(page, "revoke-several-sheet");
  await page.click("toolbar-more");
  await page.click("toolbar-paste-key");
  await isFrench(page, "paste-sheet", "depuis le navigateur");
});
