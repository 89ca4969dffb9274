// Every sheet, of each platform in each language, is one printed page, as long as the Store's name
// may be: with the check code, and never with the Secret.

import assert from "node:assert/strict";
import { connect, copyPair, journey, keyIsMade, makeKey } from "../steps.mjs";
import { act, checkCode, openHandOver, readPdf, savePdf, sheetIsWritten } from "../handing.mjs";

const PLATFORMS = ["woocommerce", "prestashop", "shopify", "php", "curl", "api"];
const LANGUAGES = ["en", "fr", "es", "de", "it", "pt", "ca"];
const SHOP = "Coopérative des Maraîchères de la Vallée d’Essai — Épicerie du Marché Couvert";

const packed = (text) => text.replace(/\s+/g, "");
/** What is left of a text however its lines are broken, its columns read, its letters joined. */
const letters = (text) =>
  [...text.normalize("NFKC").replace(/\P{L}/gu, "")].sort().join("");

journey("sheets_fit_one_page", { minutes: 4, size: "1280x1000" }, async ({ page, coOp }) => {
  await act(coOp, "create_store", { name: SHOP });
  await connect(page, coOp);
  await makeKey(page, { name: "Boutique en ligne WooCommerce", store: SHOP });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const pair = await copyPair(page);
  await openHandOver(page, "Agence Web");

  const wrong = [];
  let path = "";
  for (const language of LANGUAGES) {
    await page.chooseValue("hand-language", language);
    for (const platform of PLATFORMS) {
      await page.chooseValue("hand-platform", platform);
      await page.get("hand-sheet", `[aria-busy="false"] [lang="${language}"]`);
      const shown = await sheetIsWritten(page);
      path = await savePdf(page, path);
      const { pages, text } = readPdf(path);
      if (pages !== 1) wrong.push(`${platform} ${language}: ${pages} pages`);
      for (const told of [checkCode(pair), coOp.base_url, pair.identifier, SHOP]) {
        if (!packed(text).includes(packed(told))) wrong.push(`${platform} ${language}: no ${told}`);
      }
      if (packed(text).includes(pair.secret.slice(0, 16))) wrong.push(`${platform} ${language}: !`);
      if (letters(text) !== letters(shown)) wrong.push(`${platform} ${language}: other words`);
    }
  }
  assert.deepEqual(wrong, []);
});
