// A consumer key is handed over for a terminal, in French, without its secret: the command on the
// sheet works as it stands. The sealed pack has both halves.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { journey } from "../steps.mjs";
import {
  checkCode, copied, filesHolding, handBy, openHandOver, openWithAge, sheetIsWritten,
} from "../handing.mjs";
import { keysWentRightly } from "../shop.mjs";
import { connectShop, copyConsumerPair, makeConsumerKey, stateIs } from "../site.mjs";

/** The command of a sheet: from the reading of the secret to the address that is asked. */
function command(text) {
  const [found] = text.match(/^\s*read -rs SECRET[^]*?wp-json\/wc\/v3\/data\?_fields=slug'?/m) ?? [];
  assert.ok(found, `a command stands in:\n${text}`);
  // Nobody vouches for the practice shop's certificate.
  return found.replace("curl ", "curl -k ");
}

journey("hand_over_consumer_key", { coOp: false }, async ({ stage, page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Delivery statistics", permission: "read" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  const isWithoutSecret = (text) => assert.ok(!text.includes(pair.secret.slice(0, 16)));

  await openHandOver(page, "Agence Web");
  const options = await (await page.get("hand-platform")).findElements({ css: "option" });
  const offered = await Promise.all(options.map((each) => each.getAttribute("value")));
  assert.deepEqual(offered, ["php", "curl", "api"], "it is entered in no plugin of ours");
  await page.chooseValue("hand-platform", "curl");
  await page.chooseValue("hand-language", "fr");
  await page.reads("hand-sheet", /boutique WooCommerce/);
  const shown = await sheetIsWritten(page);
  isWithoutSecret(shown);
  for (const told of [shop.url, pair.identifier, checkCode(pair), "Secret client"]) {
    assert.ok(shown.includes(told), `the sheet tells ${told}`);
  }
  const sheet = await copied(page, "hand-copy", stage.clipboard());
  isWithoutSecret(sheet);
  await page.get("hand-recorded", '[data-channel="copied"]');
  const answer = execFileSync("bash", ["-c", command(sheet)], {
    input: `${pair.secret}\n`, encoding: "utf8", timeout: 15_000,
  });
  assert.match(answer, /countries[^]*currencies/, "as the sheet says");

  await handBy(page, "hand-pack", "sealed_pack");
  const words = (await page.text("passphrase")).trim();
  const path = (await page.text("written-path")).trim();
  const opened = openWithAge(stage, path, words);
  for (const told of [shop.url, pair.identifier, pair.secret, checkCode(pair)]) {
    assert.ok(opened.includes(told), "the pack holds everything");
  }
  await page.pressOn("passphrase-close");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
  await page.reads("handed-over", "Agence Web");
  await page.pressOn("revoke");
  await page.reads("revoke-holders", "Agence Web");
  const shops = `${stage.dataFolder}/practice`;
  const held = filesHolding(stage, pair.secret, pair.secret.slice(0, 24), words)
    .filter((file) => !file.startsWith(shops));
  assert.deepEqual(held, [], "no file holds the secret or the words");
  await keysWentRightly(shop);
});
