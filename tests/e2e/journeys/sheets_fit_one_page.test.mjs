// Every sheet, of each platform in each language, is one printed page, as long as the Store's name
// may be: with the check code, and never with the Secret.

import assert from "node:assert/strict";
import { connect, copyPair, journey, makeKey } from "../steps.mjs";
import { act, checkCode, openHandOver, readPdf, sheetIsWritten } from "../handing.mjs";
import { until } from "../processes.mjs";

const PLATFORMS = ["woocommerce", "prestashop", "shopify", "php", "curl", "api"];
const LANGUAGES = ["en", "fr", "es", "de", "it", "pt", "ca"];
const SHOP = "Coopérative des Maraîchères de la Vallée d’Essai — Épicerie du Marché Couvert";

const packed = (text) => text.replace(/\s+/g, "");
/** What is left of a text however its lines are broken, its columns read, its letters joined. */
const letters = (text) =>
  [...text.normalize("NFKC").replace(/\P{L}/gu, "")].sort().join("");

/** Saves what is shown as a PDF; its path. */
async function saved(page, before) {
  await page.pressOn("hand-pdf");
  const said = await until("another PDF to be saved", async () => {
    const [done] = await page.all("hand-done");
    const text = done && (await page.textOf(done));
    return text?.includes(".pdf") && text !== before && text;
  });
  return said.trim();
}

journey("sheets_fit_one_page", { minutes: 4, size: "1280x1000" }, async ({ page, coOp }) => {
  await act(coOp, "create_store", { name: SHOP });
  await connect(page, coOp);
  await makeKey(page, { name: "Boutique en ligne WooCommerce", store: SHOP });
  await page.gone("key-sheet");
  await page.get("detail-status", '[data-status="works"]');
  const pair = await copyPair(page);
  await openHandOver(page, "Agence Web");

  const wrong = [];
  let said = "";
  for (const language of LANGUAGES) {
    await page.chooseValue("hand-language", language);
    for (const platform of PLATFORMS) {
      await page.chooseValue("hand-platform", platform);
      await page.get("hand-sheet", `[aria-busy="false"] [lang="${language}"]`);
      const shown = await sheetIsWritten(page);
      said = await saved(page, said);
      const { pages, text } = readPdf(said.slice(said.indexOf("/")));
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
